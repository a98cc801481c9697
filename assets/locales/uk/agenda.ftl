# План дня: як іде день, план і факт, паркінг.

agenda-empty = План порожній. Натисніть a, щоб додати перший блок: назву, початок, хвилини.
agenda-empty-first = План порожній. a додає перший блок.

## Блок, який триває. $minutes — цілі хвилини, $end і $time — час доби.

agenda-now = Зараз
agenda-next = Далі
agenda-next-none = у дні { $day } більше нічого
agenda-left-of = лишилося з { $minutes } хв
agenda-over-of = понад свої { $minutes } хв
agenda-paused = пауза · c пускає далі
agenda-all-stopped = усі годинники зупинено · ! пускає далі
agenda-ends = до { $end }
agenda-late = запізнення { $minutes } хв
agenda-day-late = день: +{ $minutes } хв
agenda-early = раніше на { $minutes } хв
agenda-between = Між блоками. n запускає наступний.
agenda-not-begun = День { $day } ще не почався. n запускає перший блок.
agenda-nothing-ahead = День { $day } завершено.
agenda-stopped-waiting = Усі годинники зупинено. ! пускає їх далі.
agenda-day-over = Це був останній блок дня { $day }. Дякуємо всім.

## Список

agenda-column-plan = план
agenda-column-actual = факт
agenda-column-minutes = хв
agenda-day-ends = день до { $end }
agenda-planned-to = за планом до { $end }
agenda-about = ~{ $time }
agenda-cut = пропуск
agenda-overlap = накладка { $minutes }
agenda-was = було { $minutes }
agenda-more = +{ $minutes }
agenda-less = −{ $minutes }

## Таблиця відхилень: план, факт, різниця

agenda-column-start = старт
agenda-column-was = факт
agenda-column-drift = ±
agenda-sums =
    { $blocks ->
        [one] { $blocks } блок позаду: план { $planned } хв, факт { $took }
        [few] { $blocks } блоки позаду: план { $planned } хв, факт { $took }
        [many] { $blocks } блоків позаду: план { $planned } хв, факт { $took }
       *[other] { $blocks } блоку позаду: план { $planned } хв, факт { $took }
    }

## Один блок повністю

agenda-details-planned = План: { $begin } – { $end }, { $minutes } хв
agenda-details-took = Факт: { $begin } – { $end }, { $minutes } хв
agenda-details-runs = Триває: { $begin } – { $end }, { $minutes } хв
agenda-details-expected = Очікуємо: { $begin } – { $end }, { $minutes } хв

## Що може статися з блоком, коли день запізнюється

agenda-hold-title = Якщо день запізнюється, цей блок…
agenda-hold-free = вільний
agenda-hold-pinned = закріплено
agenda-hold-can-be-cut = можна зняти
agenda-hold-protected = захищено
agenda-hold-free-long = може зсунутися й скоротитися
agenda-hold-pinned-long = починається у свій час за будь-яких умов
agenda-hold-can-be-cut-long = його можна пропустити
agenda-hold-protected-long = зберігає свої хвилини

## Як працює зала

agenda-mode-plenary = разом
agenda-mode-team = команди
agenda-mode-pair = пари
agenda-mode-solo = самі
agenda-mode-silent = мовчки
agenda-mode-break = перерва

agenda-borrow-title = Позичити { $minutes } хвилин у блоку…
agenda-move-title = Перенести перед…
agenda-move-last = у кінець дня

## Запізнення: три варіанти

agenda-late-title = Запізнення { $minutes } хв. Чим поступимося?
agenda-overlap-title = Блоки накладаються. Чим поступимося?
agenda-in-time = День іде за планом, кінець о { $finish }. Поступатися нічим не треба.
agenda-plan-shrink = Скоротити вільні
agenda-plan-cut = Зняти, що можна зняти
agenda-plan-tail = Відкласти кінець дня
agenda-plan-ends = до { $finish }
agenda-plan-nothing = нічого не змінює
agenda-plan-shrinks =
    { $blocks ->
        [one] { $blocks } блок, −{ $minutes } хв
        [few] { $blocks } блоки, −{ $minutes } хв
        [many] { $blocks } блоків, −{ $minutes } хв
       *[other] { $blocks } блоку, −{ $minutes } хв
    }
agenda-plan-one = { $title }
agenda-plan-several =
    { $blocks ->
        [one] { $blocks } блок, { $minutes } хв
        [few] { $blocks } блоки, { $minutes } хв
        [many] { $blocks } блоків, { $minutes } хв
       *[other] { $blocks } блоку, { $minutes } хв
    }
agenda-plan-taken = Змінено: день до { $finish }. u повертає, як було.

## Новий блок і зміна блоку

agenda-new-title = Новий блок
agenda-edit-title = Назва, початок і хвилини
agenda-form-title = Назва
agenda-form-title-hint = Що побачить зала, кількома словами.
agenda-form-start = Початок
agenda-form-start-hint = Час, наприклад 15:30. За ним блок стане на своє місце.
agenda-form-minutes = Хвилини
agenda-form-minutes-hint = Від 1 до 480.
agenda-form-output = Результат
agenda-form-output-hint = Що має вийти. Можна лишити порожнім.
agenda-form-mode = Режим
agenda-form-mode-hint = разом, команди, пари, самі, мовчки чи перерва. Enter додає блок.

## Паркінг

agenda-parking = Паркінг
agenda-parking-counts = відкрито { $open }
agenda-parking-unowned = без відповідального { $count }
agenda-parking-empty = На паркінгу порожньо. a додає рядок тут, p — з будь-якого екрана: порушено, але не зараз.
agenda-parking-none = На паркінгу ще порожньо. a додає рядок.
agenda-parking-new = На паркінг
agenda-parking-words = Інші слова для цього рядка
agenda-parking-label = Рядок
agenda-parking-hint = Один рядок: порушено, але не зараз. До кінця він закритий або має відповідального.
agenda-parking-settled = закрито
agenda-parking-no-owner = нічий
agenda-parking-owner-title = Хто подбає далі?
agenda-parking-nobody = У списку людей ще нікого: додайте їх на екрані 8.
