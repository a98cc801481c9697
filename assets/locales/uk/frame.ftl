# Що стоїть довкола кожного екрана: два рядки вгорі й панель унизу.

## Угорі: спринт, чия черга, чи збережено

frame-day = День { $day }
frame-saved = збережено ✓
frame-saving = зберігаю…
frame-not-saved = НЕ ЗБЕРЕЖЕНО

## Годинник блоку. $left і $over — годинники (12:34, +02:10), $end — час доби (17:19).

frame-left = лишилося { $left } · до { $end }
frame-over = { $left } понад час · до { $end }
frame-all-stopped = ║ Усі годинники зупинено

## Місця, кожне за своєю цифрою

frame-place-face = Табло
frame-place-agenda = План дня
frame-place-boards = Дошки
frame-place-interviews = Інтерв’ю
frame-place-requests = Звернення
frame-place-themes = Теми
frame-place-priorities = Пріоритети
frame-place-ballots = Голосування
frame-place-people = Люди
frame-place-outcome = Підсумки

## Панель унизу: у дії вона показує команди, а поки пишуть чи відповідають — що означають клавіші

frame-bar-writing = ✎ Пишемо · Enter зберігає · Esc зупиняє, чернетка лишиться
frame-bar-choosing = Літери й цифри обирають · Enter бере · Esc назад
frame-bar-dialog = Enter: так, далі · Esc: ні, назад
frame-hint-undo = скасувати: { $what }
frame-hint-all = усе
frame-hint-help = підказка

## Що відповідають клавіші, які діють завжди

frame-nothing-closed = Нічого не закрито. Вийти — клавіша q.
frame-saved-already = Усе вже збережено.
frame-paste-help = Щоб вставити: Ctrl+Shift+V або права кнопка миші; на Mac — Cmd+V.
frame-undone = Скасовано: { $what } ({ $whose })
frame-redone = Повернуто: { $what } ({ $whose })
frame-nothing-to-undo = Скасовувати нічого.
frame-nothing-to-redo = Повертати нічого.
frame-quit-with-clocks =
    { $clocks ->
        [one] Іде { $clocks } годинник. Він ітиме й тоді, коли програму закрито. Вийти?
        [few] Ідуть { $clocks } годинники. Вони йтимуть і тоді, коли програму закрито. Вийти?
        [many] Ідуть { $clocks } годинників. Вони йтимуть і тоді, коли програму закрито. Вийти?
       *[other] Ідуть { $clocks } годинника. Вони йтимуть і тоді, коли програму закрито. Вийти?
    }

## Коли термінал замалий для екрана. Усі чотири — кількість стовпців і рядків.

frame-too-small = Це вікно { $columns }×{ $rows }. Збільште його хоча б до { $columns-min }×{ $rows-min } або зменште шрифт. Нічого не втрачено.

## Слова рамки, які каже сама програма

frame-name = viche
frame-no-round = раунд не триває
frame-nothing-found = Нічого не знайдено. Backspace або Esc.
frame-no-such-key = Ця клавіша тут нічого не робить. ? покаже клавіші.
frame-no-such-place = Цей екран з’явиться в пізнішій версії.
frame-field-full = Не вміщається: поле повне. Нічого не змінилося.
frame-paste-where = Спершу відкрийте поле (a), потім вставляйте.
frame-bar-form = ✎ Пишемо · Enter далі, в останньому — готово · Tab · Esc спиняє, чернетка лишається
frame-bar-searching = ✎ Шукаємо · наберіть слова · ↑ ↓ · Enter бере · Esc назад
frame-bar-reading = ↑ ↓ PgUp PgDn · Enter або Esc закриває
app-all-title = Усі команди
app-quit-title = Вийти з viche?
app-clocks-stopped = Усі годинники зупинено. ! пускає їх далі.
app-clocks-resumed = Годинники йдуть далі.
app-theme = Тема: { $theme }, доки не вийдете. Назавжди її задають у налаштуваннях.
reason-no-colours = кольори вимкнено
reason-no-clock = жоден годинник не йде
help-everywhere = На кожному екрані
help-moving = ↑ ↓ ← → PgUp PgDn Home End рухають курсор. Цифри ведуть до екранів.
help-writing = Коли пишете, кожна клавіша — текст: Enter зберігає, Esc лишає чернетку.
help-layouts = Літери діють за місцем на клавіатурі, у будь-якій розкладці.
help-interviews = На стіні — кожне інтерв’ю, що триває. Enter відкриває: ліворуч гайд, праворуч нотатки.
help-requests = Що написали мешканці, пораховано за послугами. Тексти закриті до клавіші r.
help-themes = Ліворуч вільні нотатки, праворуч теми. = бере підказку, m і літера надсилає нотатку куди завгодно.
help-priorities = Послуги за попитом, впливом і здійсненністю. Enter показує, на чому тримається місце.
help-retype = Ctrl+T перенабирає рядок в іншій розкладці.
frame-bar-finding = ✎ Шукаємо, поки набираєте · Enter лишає пошук · Esc також
frame-quit-unsaved =
    { $steps ->
        [one] { $steps } крок іще не на диску й пропаде. Esc — лишитися, звільнити місце й дочекатися «збережено». Enter — вийти без нього.
        [few] { $steps } кроки ще не на диску й пропадуть. Esc — лишитися, звільнити місце й дочекатися «збережено». Enter — вийти без них.
        [many] { $steps } кроків іще не на диску й пропадуть. Esc — лишитися, звільнити місце й дочекатися «збережено». Enter — вийти без них.
       *[other] { $steps } кроку ще не на диску й пропаде. Esc — лишитися, звільнити місце й дочекатися «збережено». Enter — вийти без нього.
    }

## Хід команди. $team і $next — коди команд (T2), $interview — інтерв’ю (T2-I03).

turn-purpose-notes = Нотатки { $interview }, найсильніші — першими. Напишіть речення й натисніть Enter: це одна нотатка.
turn-purpose-sort =
    { $notes ->
        [one] Розкладіть вашу { $notes } нотатку за темами. = бере запропоновану тему, m вибирає іншу.
        [few] Розкладіть ваші { $notes } нотатки за темами. = бере запропоновану тему, m вибирає іншу.
        [many] Розкладіть ваших { $notes } нотаток за темами. = бере запропоновану тему, m вибирає іншу.
       *[other] Розкладіть ваші { $notes } нотатки за темами. = бере запропоновану тему, m вибирає іншу.
    }
turn-purpose-questions = Про що хочете дізнатися? Напишіть запитання й натисніть Enter: це одна картка.
turn-purpose-insights = Що ви зрозуміли? Напишіть інсайт і натисніть Enter: це одна картка.
turn-purpose-opportunities = Як би нам допомогти? Напишіть рядок і натисніть Enter: це одна картка.
turn-purpose-ideas = Що можна спробувати? Напишіть ідею й натисніть Enter: це одна картка.
turn-purpose-actions = Хто, що й до коли зробить? Напишіть крок і натисніть Enter: це одна картка.
turn-minutes =
    { $minutes ->
        [one] У вас { $minutes } хвилина. Зламати нічого не можна, а u скасовує зроблене.
        [few] У вас { $minutes } хвилини. Зламати нічого не можна, а u скасовує зроблене.
        [many] У вас { $minutes } хвилин. Зламати нічого не можна, а u скасовує зроблене.
       *[other] У вас { $minutes } хвилини. Зламати нічого не можна, а u скасовує зроблене.
    }
turn-sit-down = сісти й почати
turn-others = Tab: інше завдання · ← →: інша команда · Esc: далі веде фасилітатор
turn-bar-curtain = Enter — сісти · Tab — інше завдання · ← → — інша команда · Esc — фасилітатор
turn-curtain-keys = Натисніть Enter, щоб сісти. Esc — для фасилітатора.
turn-curtain-paste = Нічого не вставлено: спершу натисніть Enter, щоб сісти.
turn-not-now = Не в цьому ході. Ваші клавіші — внизу; t передає клавіатуру.
turn-no-quit = За клавіатурою команда: t передає її, потім Esc і q — вихід.
turn-hint-over = передати
turn-hand-over = Передати клавіатуру?
turn-hand-over-long = { $team }: { $done }. Усе збережено. Далі { $next }. Enter передає, Esc — назад.
turn-done-nothing = нічого не змінено
turn-done-notes =
    { $count ->
        [one] написано { $count } нотатку
        [few] написано { $count } нотатки
        [many] написано { $count } нотаток
       *[other] написано { $count } нотатки
    }
turn-done-filed =
    { $count ->
        [one] розкладено { $count } нотатку
        [few] розкладено { $count } нотатки
        [many] розкладено { $count } нотаток
       *[other] розкладено { $count } нотатки
    }
turn-done-cards =
    { $count ->
        [one] зроблено { $count } картку
        [few] зроблено { $count } картки
        [many] зроблено { $count } карток
       *[other] зроблено { $count } картки
    }
turn-stray = Схоже, ви пишете
turn-stray-hint = Enter: зберегти як нотатку. Esc: назад, чернетка лишиться. Те, що зробили літери, скасовано.

## Усі годинники зупинено і пущено далі. $since і $end — час доби, $stood і $left — годинники.

app-resume-title = Усі годинники стоять
app-resume-stood = Усе стоїть від { $since }, уже { $stood }.
app-resume-item = лишилося { $left } · тепер до { $end }
app-resume-interviews =
    { $interviews ->
        [one] { $interviews } інтерв’ю піде далі з того місця, де зупинилося.
        [few] { $interviews } інтерв’ю підуть далі з того місця, де зупинилися.
        [many] { $interviews } інтерв’ю підуть далі з того місця, де зупинилися.
       *[other] { $interviews } інтерв’ю підуть далі з того місця, де зупинилися.
    }
app-resume-next = Enter: усе йде далі · Esc: хай стоїть. На екрані 1 клавіша l дає три способи надолужити.

## Паркінг

app-park-title = На паркінг
app-park-hint = Один рядок: порушено, але не зараз. Лежатиме до кінця дня.
app-parked = { $code } — на паркінгу: екран 1, v.
