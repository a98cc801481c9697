# Екран для зали: те, що показує проєктор.

## Сам годинник

face-ends = до { $end }
face-paused = пауза
face-begins = Починаємо о
face-next-at = Продовжимо о
face-next = Далі
face-next-team = Наступні за клавіатурою
face-at-keyboard = За клавіатурою
face-called = Просимо до клавіатури
face-over = На сьогодні все. Дякуємо.
face-no-agenda = У програмі ще нічого немає.

## Малий годинник над картиною. $at — час доби (15:15).

face-next-short = далі { $at }
face-then = потім

## Картини

face-no-interviews = Зараз інтерв’ю не тривають.
face-no-board = Жодна команда ще нічого не повісила на свою дошку.
face-board = дошка
face-board-empty = Ця дошка ще порожня.
face-no-themes = Тем ще немає. Вони з’являться, коли впорядкують нотатки.
face-ranking-comes = Список за пріоритетом обчислюється.
face-no-ranking = У списку ще нічого немає.
face-more = ще { $count }
face-people =
    { $people ->
        [one] { $people } людина
        [few] { $people } людини
        [many] { $people } людей
       *[other] { $people } людини
    }
face-column-heard = Почули
face-column-question = Дізнатися
face-column-insight = Інсайти
face-column-opportunity = Як би нам
face-column-idea = Ідеї
face-column-action = Наступні кроки

## Усі годинники зупинено

face-alert = Тривога
face-shelter = До укриття
face-stopped = Усі годинники стоять. Нічого не втрачено. Продовжимо звідси.

## За робочим місцем

help-face = Те, що показує проєктор. v змінює картину, e пише один рядок для зали, z гасить табло. Перегляд інших екранів нічого на табло не змінює.
command-face-picture = картина
command-face-picture-long = Показує на табло наступну картину: годинник, інтерв’ю, дошку, теми, список за пріоритетом.
command-face-message = рядок
command-face-message-long = Пише один рядок для зали; порожній його прибирає.
command-face-black = погасити
command-face-black-long = Гасить табло, доки z тут не поверне його.
command-face-show = повернути
command-face-show-long = Повертає погашене табло.
face-message-title = Один рядок для зали
face-message-label = Рядок
face-message-hint = Він стоїть унизу табло. Зітріть його й натисніть Enter, щоб прибрати.
face-back = Табло знову світиться.
face-black-mark = табло темне
face-still-black = Табло досі темне. 0, потім z поверне його.

## Проєктор без робочого місця: viche project

face-hint-quit = q, Esc або Ctrl+C закриє це вікно. Спринт триває за робочим місцем.
face-gone = Файл зник. Чекаємо на нього.
face-unreadable = Файл зараз не читається: { $why }. Чекаємо на нього.

## Картка: viche project --test

face-card-title = Видно?
face-card-text = текст
face-card-muted = тихе
face-card-strong = важливе
face-card-accent = акцент
face-card-good = добре
face-card-warn = пізно
face-card-wide = Риски стоять одразу за кожним знаком:
face-card-last-row = Якщо цей рядок видно з останнього ряду, проєктор готовий. Якщо ні, збільште літери в терміналі.
face-card-size = стовпців: { $columns }, рядків: { $rows } · q закриє
