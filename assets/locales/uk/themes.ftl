# Що каже екран «Теми»: вільні нотатки, теми, на що схожа нотатка.

## Рядок над панелями й лічба теми

themes-inbox =
    { $loose ->
        [one] Вхідні: { $loose } вільна
        [few] Вхідні: { $loose } вільні
        [many] Вхідні: { $loose } вільних
       *[other] Вхідні: { $loose } вільної
    }
themes-marked = позначено { $marked }
themes-count =
    { $themes ->
        [one] { $themes } тема
        [few] { $themes } теми
        [many] { $themes } тем
       *[other] { $themes } теми
    }
themes-notes =
    { $notes ->
        [one] { $notes } нотатка
        [few] { $notes } нотатки
        [many] { $notes } нотаток
       *[other] { $notes } нотатки
    }
themes-tray = лоток { $notes }
themes-people =
    { $people ->
        [one] { $people } людина
        [few] { $people } людини
        [many] { $people } людей
       *[other] { $people } людини
    }
themes-one-voice = 1 голос
themes-heading-notes = нотатки
themes-number = { $n }
themes-no-evidence = не доказ
themes-held-back = не для залу
themes-label = ({ $label })

## Мовчазний етап

themes-silent = МОВЧАЗНИЙ ЕТАП
themes-silent-covers = хто, числа й підказки закриті · r завершує
themes-covered = У мовчазному етапі це закрито. Клавіша r завершує його.

## На що схожа нотатка

themes-looks-like = схоже на
themes-words = «{ $words }»
themes-looks-like-none = Не схоже на жодну тему: спільних слів немає. m надішле куди завгодно, a зробить тему, n лишить вільною.
themes-learning = Вивчаємо слова стіни…

## Порожні панелі

themes-no-notes = Нотаток ще немає. Записуйте їх в «Інтерв’ю» (3): усі спершу приходять сюди.
themes-inbox-empty = Кожна нотатка має місце. Чудова робота! Далі: Tab до тем, гляньте на ті, де один голос, потім 6 — пріоритети.
themes-opened-empty = Тут іще немає нотаток. Esc, а тоді m { $label } надішле їх сюди.
themes-empty = Тем іще немає. Позначте пробілом нотатки, що пасують одна до одної, натисніть a й скажіть, що вони стверджують; або g запропонує групи.

## Чому ні

themes-inbox-is-empty = Вхідні порожні: жодна нотатка не чекає на тему.
themes-theme-is-empty = У цій темі ще немає нотаток.
themes-none = Тем іще немає. Клавіша a зробить першу.
themes-tray-claims-nothing = Лоток нічого не стверджує, тож про нього не може бути звернень.
themes-no-requests = Звернень іще не прийнято. 4, а тоді i прийме файл CSV.
themes-no-target = Іншої теми ще немає. Клавіша a зробить її.
themes-no-service = Нікого з цієї теми ще не питали про послугу.
themes-note-not-here = Цієї нотатки на стіні немає: її вилучили або її інтерв’ю не рахуємо.

## Що зроблено

themes-from-the-top = Це була остання вільна нотатка. Знову згори.
themes-made = Зроблено. Надіслати сюди: m { $label }.
themes-dissolved =
    { $notes ->
        [0] Тему «{ $theme }» розпущено.
        [one] Тему «{ $theme }» розпущено; { $notes } нотатка знову вільна.
        [few] Тему «{ $theme }» розпущено; { $notes } нотатки знову вільні.
        [many] Тему «{ $theme }» розпущено; { $notes } нотаток знову вільні.
       *[other] Тему «{ $theme }» розпущено; { $notes } нотатки знову вільні.
    }
themes-held = { $note } не для залу: там її не побачать.
themes-not-held = { $note } знову можна показувати в залі, якщо респондент згоден.

## Вибір і письмо

themes-send-title =
    { $notes ->
        [1] Надіслати { $first } до…
        [one] Надіслати { $notes } нотатку до…
        [few] Надіслати { $notes } нотатки до…
        [many] Надіслати { $notes } нотаток до…
       *[other] Надіслати { $notes } нотатки до…
    }
themes-join-title = Об’єднати «{ $theme }» з…
themes-find-title = Яку тему відкрити? Її літери або . і слова
themes-new-title =
    { $notes ->
        [one] Нова тема з { $notes } нотатки
        [few] Нова тема з { $notes } нотаток
        [many] Нова тема з { $notes } нотаток
       *[other] Нова тема з { $notes } нотатки
    }
themes-empty-title = Нова тема, поки порожня
themes-split-title =
    { $notes ->
        [one] Відділити { $notes } нотатку в нову тему
        [few] Відділити { $notes } нотатки в нову тему
        [many] Відділити { $notes } нотаток у нову тему
       *[other] Відділити { $notes } нотатки в нову тему
    }
themes-rename-title = Інша назва для { $theme }
themes-rename-hint = Назва щось стверджує, наприклад «Довідку питають двічі». Літери теми лишаться.
themes-name-label = Назва
themes-holds-nothing = Скажіть, що стверджують люди, наприклад «Довідку питають двічі». Нотатки додасте потім.
themes-holds-words = Скажіть, що вона стверджує, наприклад «Довідку питають двічі». У темі: { $words }
themes-holds-notes = Скажіть, що вони стверджують, наприклад «Довідку питають двічі». У темі: { $codes }
themes-read-title = Нотатка { $note }
themes-words-title = Інші слова для { $note }
themes-words-label = Нотатка
themes-words-hint = Старі слова лишаються у файлі; скасування їх поверне.

## Чому: на чому тримається тема

themes-why-title = На чому тримається «{ $theme }»
themes-why-voices = Хто так каже
themes-why-nobody = поки ніхто
themes-why-kinds = Які нотатки
themes-why-services = Про що питали
themes-of-asked = { $people } із { $asked } опитаних
themes-requests =
    { $requests ->
        [0] Звернень тут немає.
        [one] Тут { $requests } звернення; його рахуємо окремо.
        [few] Тут { $requests } звернення; їх рахуємо окремо.
        [many] Тут { $requests } звернень; їх рахуємо окремо.
       *[other] Тут { $requests } звернення; їх рахуємо окремо.
    }
themes-one-voice-hint = Так каже лише один респондент. Пошукайте другий голос, перш ніж на це спиратися.

## Команди

command-themes-take = взяти
command-themes-take-long = Взяти першу підказку й перейти до наступної нотатки (= або +)
command-themes-move = надіслати
command-themes-move-long = Надіслати нотатку або позначені до теми за її літерами
command-themes-open = відкрити
command-themes-open-long = Відкрити тему: її нотатки замість вхідних
command-themes-add = тема
command-themes-add-long = Зробити тему з позначених нотаток або з цієї
command-themes-add-empty = тема
command-themes-add-empty-long = Зробити тему, поки порожню
command-themes-insight = інсайт
command-themes-insight-long = Написати інсайт, який спирається на відкриту тему
command-themes-split = відділити
command-themes-split-long = Відділити позначені нотатки в окрему тему
command-themes-mark = позначити
command-themes-mark-long = Позначити нотатку або зняти позначку
command-themes-refuse = ні
command-themes-refuse-long = Відхилити першу підказку назавжди; її місце займе наступна
command-themes-next = лишити
command-themes-next-long = Лишити нотатку вільною й перейти до наступної
command-themes-loosen = вийняти
command-themes-loosen-long = Вийняти з теми цю нотатку або позначені; вони знову вільні
command-themes-join = об’єднати
command-themes-join-long = Об’єднати тему з іншою, яка збереже свою назву
command-themes-rename = назва
command-themes-rename-long = Дати темі іншу назву; її літери лишаться
command-themes-why = чому
command-themes-why-long = На чому тримається тема: хто так каже, які нотатки, про що питали
command-themes-heard = звідки
command-themes-heard-long = Назад до інтерв’ю, де почули цю нотатку
command-themes-onward = далі що
command-themes-onward-long = Далі до інсайтів, які спираються на тему, і до пріоритетів, до послуги, про яку питали більшість цих людей
command-themes-dissolve = розпустити
command-themes-dissolve-long = Розпустити тему; її нотатки знову вільні
command-themes-back = назад
command-themes-back-long = Назад до вхідних
command-themes-find = знайти
command-themes-find-long = Знайти тему за літерами чи словами й відкрити
command-themes-read = прочитати
command-themes-read-long = Прочитати нотатку повністю
command-themes-edit = слова
command-themes-edit-long = Сказати нотатку інакше
command-themes-hold = не в зал
command-themes-hold-long = Не для залу: притримати нотатку або відпустити
command-themes-silent = мовчки
command-themes-silent-long = Почати або завершити мовчазний етап: хто, числа й підказки закриті
command-themes-pane = панель
command-themes-pane-long = До нотаток або до тем
command-themes-pane-back = панель
command-themes-pane-back-long = До нотаток або до тем
command-themes-stop = зупинити
command-themes-stop-long = Зупинити роботу, що триває; нічого не зміниться
command-themes-ghosts = групи
command-themes-ghosts-long = Запропонувати групи для всіх вхідних: ← → більші чи дрібніші, беруть по одній, групою або всі
command-themes-ghost-take = взяти
command-themes-ghost-take-long = Взяти запропоноване: нотатку, на заголовку групу, на верхньому рядку все; один крок
command-themes-ghost-refuse = ні
command-themes-ghost-refuse-long = Відхилити запропоноване: нотатку, на заголовку групу, на верхньому рядку все
command-themes-pairs = пари
command-themes-pairs-long = Інша картина: майже однакові нотатки поряд і пари різними абетками
command-themes-panes = панелі
command-themes-panes-long = Інша картина: вільні нотатки й теми
command-themes-pair-together = разом
command-themes-pair-together-long = Скласти пару разом: вільна піде до теми другої; дві вільні стануть темою
command-themes-pair-apart = не те саме
command-themes-pair-apart-long = Це не те саме: пару більше не покажемо
command-themes-pair-read = обидві
command-themes-pair-read-long = Прочитати обидві нотатки повністю, зі словами, якими вони різняться
command-themes-pair-merge = об’єднати
command-themes-pair-merge-long = Об’єднати дві теми, в яких лежать нотатки; більша збереже назву
command-themes-pairs-again = ще раз
command-themes-pairs-again-long = Шукати пари ще раз, на стіні, якою вона є тепер
command-themes-pairs-leave = назад
command-themes-pairs-leave-long = Назад до панелей
command-themes-requests = звернення
command-themes-requests-long = Звернення, що говорять про цю тему; найсхожіші згори, m надсилає їх сюди
command-themes-ghost-next = група
command-themes-ghost-next-long = До заголовка наступної запропонованої групи
command-themes-ghost-before = група
command-themes-ghost-before-long = До заголовка попередньої запропонованої групи
command-themes-ghost-fold = заголовки
command-themes-ghost-fold-long = Показати лише заголовки запропонованих груп або знову їхні нотатки
command-themes-ghost-name = назва
command-themes-ghost-name-long = Дати новій групі іншу назву, перш ніж її взяти
command-themes-ghost-link = поєднати
command-themes-ghost-link-long = Поєднати групу з такою ж іншою абеткою: їх візьмемо як одну тему; ще раз — роз’єднає
command-themes-ghosts-leave = назад
command-themes-ghosts-leave-long = Назад до панелей; невзяте лишається вільним

## Інсайти

themes-insight-title = Інсайт, який спирається на «{ $theme }»
themes-insight-label = Інсайт
themes-insight-hint = Коли …, <хто> … бо …, тож …
themes-insight-made = { $insight } висить на дошці { $team }. Клавіша o веде туди.
themes-onward-title = Що з цього виросло

## Запропоновані групи

themes-ghosts-title = Запропоновані групи
themes-ghosts-all =
    { $groups ->
        [one] усе · { $notes ->
            [one] { $notes } нотатка
            [few] { $notes } нотатки
            [many] { $notes } нотаток
           *[other] { $notes } нотатки
        } у { $groups } групі
       *[other] усе · { $notes ->
            [one] { $notes } нотатка
            [few] { $notes } нотатки
            [many] { $notes } нотаток
           *[other] { $notes } нотатки
        } у { $groups } групах
    }
themes-ghosts-loose =
    { $notes ->
        [one] { $notes } лишиться вільною
        [few] { $notes } лишаться вільними
        [many] { $notes } лишаться вільними
       *[other] { $notes } лишаться вільними
    }
themes-ghosts-coarse = більші
themes-ghosts-fine = дрібніші
themes-ghosts-join =
    { $notes ->
        [one] долучиться { $notes }
        [few] долучаться { $notes }
        [many] долучаться { $notes }
       *[other] долучаться { $notes }
    }
themes-ghosts-none = Тут більше нічого брати. ← робить групи більшими, Esc веде назад до панелей.
themes-ghosts-about-all =
    { $new ->
        [0] = бере все одним кроком, а u повертає назад. Кожна група долучиться до вашої теми.
        [one] = бере все одним кроком, а u повертає назад. { $new } група стане новою темою.
        [few] = бере все одним кроком, а u повертає назад. { $new } групи стануть новими темами.
        [many] = бере все одним кроком, а u повертає назад. { $new } груп стануть новими темами.
       *[other] = бере все одним кроком, а u повертає назад. { $new } групи стануть новими темами.
    }
themes-ghosts-about-keys = ← → більші, дрібніші. ↓ веде до груп: = бере групу або одну її нотатку, - відхиляє. Те, що розклали люди, лишається на місці.
themes-ghosts-all-taken =
    { $notes ->
        [one] Взято { $notes } нотатку в { $groups ->
            [one] { $groups } групі
           *[other] { $groups } групах
        }. Клавіша u поверне.
        [few] Взято { $notes } нотатки в { $groups ->
            [one] { $groups } групі
           *[other] { $groups } групах
        }. Клавіша u поверне всі.
        [many] Взято { $notes } нотаток у { $groups ->
            [one] { $groups } групі
           *[other] { $groups } групах
        }. Клавіша u поверне всі.
       *[other] Взято { $notes } нотатки в { $groups ->
            [one] { $groups } групі
           *[other] { $groups } групах
        }. Клавіша u поверне всі.
    }
themes-ghosts-joined =
    { $notes ->
        [one] До теми долучилася { $notes } нотатка.
        [few] До теми долучилися { $notes } нотатки.
        [many] До теми долучилося { $notes } нотаток.
       *[other] До теми долучилося { $notes } нотатки.
    }
themes-ghosts-all-refused = Нічого не взято. Нотатки лишаються вільними; g запропонує знову.
themes-ghosts-left =
    { $notes ->
        [one] { $notes } нотатка лишається вільною. g запропонує для неї знову.
        [few] { $notes } нотатки лишаються вільними. g запропонує для них знову.
        [many] { $notes } нотаток лишаються вільними. g запропонує для них знову.
       *[other] { $notes } нотатки лишаються вільними. g запропонує для них знову.
    }
themes-ghosts-linked = Поєднано: обидві візьмемо як одну тему, а їхні слова запам’ятаємо. j роз’єднає.
themes-ghosts-one-note = З однієї нотатки групи не буде. m надішле її до теми, a зробить із неї тему.
themes-ghosts-which = m надсилає нотатку, а на заголовку — всю групу: туди веде ↓.
themes-ghost-nameless =
    { $notes ->
        [one] Група з { $notes } нотатки
        [few] Група з { $notes } нотаток
        [many] Група з { $notes } нотаток
       *[other] Група з { $notes } нотатки
    }
themes-ghost-named = Ця тема вже має назву. Іншу дасть e на панелях.
themes-ghost-name-hint = Слова — лише початок. Назва щось стверджує, наприклад «Довідку питають двічі».
themes-ghost-name-given = Названо. Ця назва лишиться за будь-якої ширини; = зробить тему.
themes-ghost-no-twin = Групи іншою абеткою, яка означала б те саме, не видно.
themes-ghost-two-themes = Обидві — вже теми. На панелях їх об’єднає j.
themes-ghost-central = каже найточніше
themes-ghost-close = тісно разом
themes-ghost-mixed = трохи різне
themes-ghost-wide = дуже різне: спробуйте дрібніші
themes-script-cyrillic = кирилицею
themes-script-latin = латинкою
themes-script-both = обома абетками
themes-ghost-typical = типова для групи
themes-ghost-near = близько до середини
themes-ghost-edge = на краю: гляньте двічі
themes-ghost-by-words = Тут через «{ $words }» · { $place }
themes-ghost-by-text = Тут через увесь текст · { $place }

## Пари, які, може, кажуть те саме

themes-pairs-title = Майже те саме
themes-pairs-found =
    { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пари
        [many] { $pairs } пар
       *[other] { $pairs } пари
    }
themes-pairs-together =
    { $pairs ->
        [one] ще { $pairs } вже в одній темі
        [few] ще { $pairs } вже в одній темі
        [many] ще { $pairs } вже в одній темі
       *[other] ще { $pairs } вже в одній темі
    }
themes-pairs-across = різними абетками, а, може, те саме
themes-pairs-none = Немає двох нотаток, що лежать окремо, а кажуть те саме. Esc веде назад до панелей.
themes-pairs-busy = Пари вже шукаємо. Esc зупинить.
themes-pair-loose = вільна
themes-pair-two-themes = Вони у двох темах. j об’єднає ці теми, m надішле обидві в одну.
themes-pair-not-two-themes = Не обидві лежать у темах. = складе їх разом.
themes-pair-apart = { $one } і { $other } — не те саме. Як пару їх більше не покажемо.
themes-pair-merged = «{ $from }» перейшла до «{ $into }».
themes-pair-title = { $one } і { $other }

## Робота, що триває

themes-working-propose = Пропонуємо групи
themes-working-compare = Шукаємо пари
themes-working-stop = Esc зупинить
themes-working-stopped = Зупинено. Нічого не змінилося.
themes-working-already = Групи вже готуємо. Esc зупинить.
