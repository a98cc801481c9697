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
cli-went-on = Чого не вдалося записати до { $file }, є в { $other }, з усім попереднім. Воно повернеться до спринту, щойно його відкриють знову на цьому комп’ютері.

## viche open, коли файл уже хтось відкрив: хто саме, тоді що робить клавіша

cli-offer = Enter відкриє його лише для читання; будь-яка інша клавіша — вихід.

## Що знайшлося під час відкриття, на екрані

notice-fallback-taken-in = Те, чого минулого разу не вдалося записати до цього файлу, знову в ньому: { $steps ->
    [one] { $steps } крок
    [few] { $steps } кроки
   *[other] { $steps } кроків
}. У копіях, зроблених за цей час, цього немає.
notice-torn-tail = Крок обірвався, коли програма востаннє зупинилася; його байти відкладено поруч із файлом.
notice-doubled-line = Один рядок стоїть у файлі двічі. Він рахується раз.
notice-wide-open = Інші на цьому комп’ютері можуть читати { $file }. Щоб він був лише ваш: chmod 600 { $file }
notice-wide-open-folder = Інші на цьому комп’ютері можуть зайти до { $file }. Щоб тека була лише ваша: chmod 700 { $file }

## viche import

cli-reading = читаю { $percent }
cli-merge-nothing = У { $into } вже є все з { $from }.
cli-merged = До { $into } з { $from } додано { $steps ->
    [one] { $steps } крок
    [few] { $steps } кроки
   *[other] { $steps } кроків
}, серед них { $notes ->
    [0] жодної нотатки
    [one] { $notes } нотатка
    [few] { $notes } нотатки
   *[other] { $notes } нотаток
}.
cli-merge-twins = Обидва файли роздали ті самі коди. Додане зветься: { $codes }
cli-merge-not-removed = У { $file } лишилися слова людини, яку стерто, а вилучити його не вдалося. Вилучіть його, будь ласка.
cli-merge-left = { $from } лишився, як був.
problem-merge-other-sprint = { $from } і { $into } — файли різних спринтів
problem-merge-other-sprint-hint = зводьте копії одного файлу; інший спринт лишається окремим

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
cli-check-line = {"  "}рядок { $line }: { $finding }

## viche seal, viche unseal. $file читають, $out створюють.

cli-seal-ask = Парольна фраза для { $file } (те, що пишете, не показується):
cli-seal-again = Те саме ще раз:
cli-unseal-ask = Парольна фраза від { $file } (те, що пишете, не показується):
cli-sealed =
    { $steps ->
        [one] { $file } запечатано як { $out }: { $steps } крок
        [few] { $file } запечатано як { $out }: { $steps } кроки
        [many] { $file } запечатано як { $out }: { $steps } кроків
       *[other] { $file } запечатано як { $out }: { $steps } кроку
    }
cli-sealed-left-out =
    { $bytes ->
        [one] Останній { $bytes } байт не ввійшов: там ще записувався крок.
        [few] Останні { $bytes } байти не ввійшли: там ще записувався крок.
        [many] Останні { $bytes } байтів не ввійшли: там ще записувався крок.
       *[other] Останні { $bytes } байта не ввійшли: там ще записувався крок.
    }
cli-sealed-next = { $file } лишається, як був. Тримайте парольну фразу окремо від запечатаного файлу: без неї його ніхто не відкриє.
cli-unsealed =
    { $steps ->
        [one] { $file } розпечатано як { $out }: { $steps } крок
        [few] { $file } розпечатано як { $out }: { $steps } кроки
        [many] { $file } розпечатано як { $out }: { $steps } кроків
       *[other] { $file } розпечатано як { $out }: { $steps } кроку
    }
cli-unsealed-next = { $file } лишається, як був. Продовжте: viche open { $out }
problem-passphrase-terminal = парольну фразу вводять у терміналі, а його немає
problem-passphrase-terminal-hint = запустіть у вікні термінала або назвіть файл через --passphrase-file
problem-passphrase-file = з { $file } не вдається прочитати парольну фразу: { $why }
problem-passphrase-file-hint = назвіть текстовий файл, перший рядок якого — парольна фраза
problem-passphrase-empty = парольна фраза порожня
problem-passphrase-empty-hint =
    { $chars-min ->
        [one] візьміть кілька слів, щонайменше { $chars-min } знак
        [few] візьміть кілька слів, щонайменше { $chars-min } знаки
        [many] візьміть кілька слів, щонайменше { $chars-min } знаків
       *[other] візьміть кілька слів, щонайменше { $chars-min } знака
    }
problem-passphrase-short =
    { $chars ->
        [one] парольну фразу з { $chars } знака вгадати надто легко
        [few] парольну фразу з { $chars } знаків вгадати надто легко
        [many] парольну фразу з { $chars } знаків вгадати надто легко
       *[other] парольну фразу з { $chars } знака вгадати надто легко
    }
problem-passphrase-short-hint =
    { $chars-min ->
        [one] візьміть кілька слів, щонайменше { $chars-min } знак
        [few] візьміть кілька слів, щонайменше { $chars-min } знаки
        [many] візьміть кілька слів, щонайменше { $chars-min } знаків
       *[other] візьміть кілька слів, щонайменше { $chars-min } знака
    }
problem-passphrase-long = парольна фраза довша за { $bytes-max } байтів
problem-passphrase-long-hint = візьміть коротшу
problem-passphrases-differ = дві парольні фрази різні, тому нічого не запечатано
problem-passphrases-differ-hint = почніть знову; розкладка клавіатури й Caps Lock мають значення
problem-passphrase-wrong = ця парольна фраза не відкриває { $file }
problem-passphrase-wrong-hint = введіть її ще раз; розкладка клавіатури й Caps Lock мають значення. Якщо вона точно правильна, візьміть іншу копію файлу
problem-not-sealed = { $file } — не запечатаний файл
problem-not-sealed-hint = такий створює `viche seal`; назва зазвичай закінчується на .age
problem-sealed-for-key = { $file } запечатано ключем, а не парольною фразою
problem-sealed-for-key-hint = відкрийте його програмою age і тим ключем
problem-sealed-too-hard = щоб відкрити { $file }, треба більше пам’яті, ніж потребує будь-який запечатаний спринт, тому спроби не було
problem-sealed-too-hard-hint = спитайте, хто його надіслав; viche такого не створює
problem-sealed-damaged = { $file } обрізано або змінено після запечатування
problem-sealed-damaged-hint = візьміть іншу копію; нічого не записано
problem-sealed-no-sprint = запечатане в { $file } — не спринт у порядку, тому його не записано
problem-sealed-no-sprint-hint = перевірте, чи той це файл; програма age може дістати те, що в ньому
problem-seal-broken = { $file } не вдалося запечатати
problem-seal-broken-hint = спробуйте ще раз, а якщо не допоможе, повідомте про це
problem-unseal-name = назва { $file } не закінчується на .age, тому спринт у ньому не має назви
problem-unseal-name-hint = дайте її через --out

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
