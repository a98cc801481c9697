# Що каже командний рядок.

cli-error = помилка: { $what }
cli-hint = {"  "}порада: { $hint }

## viche new

cli-made =
    { $teams ->
        [one] Створено { $file }: «{ $title }», від { $start }, { $teams } команда
        [few] Створено { $file }: «{ $title }», від { $start }, { $teams } команди
        [many] Створено { $file }: «{ $title }», від { $start }, { $teams } команд
       *[other] Створено { $file }: «{ $title }», від { $start }, { $teams } команди
    }
cli-made-next = Почніть так: viche open { $file }
problem-bad-date = «{ $date }» — не дата
problem-bad-date-hint = пишіть так: 2026-06-18
problem-unknown-zone = часового поясу «{ $zone }» немає
problem-unknown-zone-hint = пишіть так: Europe/Kyiv
problem-team-twice = команду «{ $team }» названо двічі
problem-team-twice-hint = дайте кожній команді власну назву
problem-team-empty = перед знаком = має бути назва команди
problem-team-empty-hint = пишіть так: --team "Тепло=Програма утеплення"

## viche open, viche demo

problem-no-terminal = viche потрібен термінал, щоб показати екрани
problem-no-terminal-hint = запустіть у вікні термінала, без каналів і перенаправлень
problem-terminal = термінал непридатний: { $why }
problem-terminal-hint = спробуйте інший термінал
problem-terminal-gone = термінал зник; усе, що було показано як збережене, є в { $file }
problem-terminal-gone-hint = продовжте: `viche open { $file }`
problem-fault = viche зупинилося через власну помилку ({ $place })
problem-fault-hint = показане як збережене є в { $file }; продовжте: `viche open { $file }` і повідомте про це місце
problem-fault-demo = viche зупинилося через власну помилку ({ $place })
problem-fault-demo-hint = повідомте про це місце
problem-unsaved =
    { $steps ->
        [one] { $steps } крок не вдалося записати до { $file }
        [few] { $steps } кроки не вдалося записати до { $file }
        [many] { $steps } кроків не вдалося записати до { $file }
       *[other] { $steps } кроку не вдалося записати до { $file }
    }
problem-unsaved-hint = перевірте диск, перш ніж знову відкрити файл
problem-bad-moment = «{ $at }» — не час
problem-bad-moment-hint = пишіть 14:32 або 2026-06-18T14:32
problem-temporary = тимчасовий файл не створюється: { $why }
problem-temporary-hint = назвіть файл через --keep
cli-went-on = Чого не вдалося записати до { $file }, є в { $other }, з усім попереднім.

## Що знайшлося під час відкриття, на екрані

notice-torn-tail = Крок обірвався, коли програма востаннє зупинилася; його байти відкладено поруч із файлом.
notice-doubled-line = Один рядок стоїть у файлі двічі. Він рахується раз.

## viche import

cli-reading = читаю { $percent }
cli-imported =
    { $rows ->
        [one] Увійшов { $rows } рядок, як { $first } – { $last }
        [few] Увійшли { $rows } рядки, як { $first } – { $last }
        [many] Увійшло { $rows } рядків, як { $first } – { $last }
       *[other] Увійшло { $rows } рядка, як { $first } – { $last }
    }
cli-stayed-out =
    { $rows ->
        [one] Не ввійшов { $rows } запис:
        [few] Не ввійшли { $rows } записи:
        [many] Не ввійшло { $rows } записів:
       *[other] Не ввійшло { $rows } запису:
    }
cli-bad-row = {"  "}запис { $record }: { $why }
cli-unstored = Стовпці, що не зберігаються: { $columns }
cli-new-departments = Нові департаменти: { $names }
cli-undo = У спринті u забирає все імпортоване назад.

## viche check

cli-check-clean =
    { $steps ->
        [one] { $file } у порядку: { $steps } крок
        [few] { $file } у порядку: { $steps } кроки
        [many] { $file } у порядку: { $steps } кроків
       *[other] { $file } у порядку: { $steps } кроку
    }
cli-check-tail = { $file } можна відкрити; кінець тоді буде впорядковано
cli-check-remembered =
    { $steps ->
        [one] { $file } цілий, але не такий, яким його пам’ятає цей комп’ютер: { $steps } крок
        [few] { $file } цілий, але не такий, яким його пам’ятає цей комп’ютер: { $steps } кроки
        [many] { $file } цілий, але не такий, яким його пам’ятає цей комп’ютер: { $steps } кроків
       *[other] { $file } цілий, але не такий, яким його пам’ятає цей комп’ютер: { $steps } кроку
    }
cli-check-damaged = { $file } пошкоджено
cli-check-hopeless = про { $file } не можна судити
cli-check-line = рядок { $line }

## viche settings

cli-settings-file = Файл налаштувань: { $file }
cli-settings-no-file = Ця система не має теки для налаштувань; діють початкові.
cli-setting = { $name } = { $value }
cli-setting-values = {"  "}одне з: { $values }
cli-setting-doc = {"  "}{ $doc }
problem-settings = налаштування в { $file } не читаються
problem-settings-hint = виправте ці рядки; `viche settings --help` показує приклад
cli-settings-line = {"  "}рядок { $line }: { $why }
settings-unknown = налаштування «{ $name }» немає; є такі: { $names }
settings-value = «{ $value }» — не значення для { $name }; можна: { $values }
settings-syntax = це не TOML: { $why }

cli-came-before = Файл із такою назвою вже приніс стільки ж рядків: тепер відповіді рахуються двічі. Скасування забере другі.
problem-theme = теми «{ $theme }» немає
problem-theme-hint = візьміть одну з { $values }
problem-fault-project = viche зупинилося через власну помилку ({ $place }); спринт лише читали
problem-fault-project-hint = запустіть знову й повідомте про це місце
