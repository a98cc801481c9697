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
