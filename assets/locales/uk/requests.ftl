# Що каже екран «Звернення».

requests-name = { $name }
requests-coded = { $code } { $name }

## Ще нічого не прийнято

requests-empty-title = Звернень іще немає.
requests-empty-how = Натисніть i, щоб прийняти файл CSV із тим, що написали мешканці: одна відповідь — один рядок. Спершу побачите, що саме прийде, а u поверне все назад.
requests-empty-columns = Потрібен стовпець із текстами. Стовпці з категорією, районом і датою теж беремо; решту, як-от імена й телефони, не зберігаємо.
requests-empty-shell = Або не відкриваючи спринту: viche import requests FILE CSV

## Підрахунок

requests-asked =
    { $people ->
        [one] запитали { $people } людину
        [few] запитали { $people } людини
        [many] запитали { $people } людей
       *[other] запитали { $people } людини
    }
requests-asked-unknown = скількох запитали — невідомо
requests-more-sources =
    { $n ->
        [one] і ще { $n } джерело (w)
        [few] і ще { $n } джерела (w)
        [many] і ще { $n } джерел (w)
       *[other] і ще { $n } джерела (w)
    }
requests-total =
    { $rows ->
        [one] { $rows } звернення
        [few] { $rows } звернення
        [many] { $rows } звернень
       *[other] { $rows } звернення
    }
requests-counted = пораховано { $rows }
requests-imports =
    { $n ->
        [one] { $n } файл
        [few] { $n } файли
        [many] { $n } файлів
       *[other] { $n } файлу
    }
requests-unmapped-many =
    { $n ->
        [one] { $n } категорію ще не віднесено
        [few] { $n } категорії ще не віднесено
        [many] { $n } категорій ще не віднесено
       *[other] { $n } категорії ще не віднесено
    }
requests-all-mapped = усі категорії віднесено
requests-caption-what = послуга або категорія
requests-caption-count = звернень
requests-caption-share = частка
requests-caption-up-to = разом
requests-half = половина всіх звернень
requests-unmapped = ще не віднесено
requests-no-service = без послуги
requests-category-none = без категорії
requests-none-count = Жодне звернення не рахується: усі відкладено. v покаже рядки, + поверне їх до рахунку.
requests-about-unmapped = Якої послуги стосується? m віднесе, a зробить кандидата.
requests-about-outside = Хтось вирішив, що послуги тут немає. m скаже інакше.
requests-about-categories =
    { $n ->
        [one] До неї віднесено { $n } категорію
        [few] До неї віднесено { $n } категорії
        [many] До неї віднесено { $n } категорій
       *[other] До неї віднесено { $n } категорії
    }
requests-and-more = і ще { $n }

## Куди належить категорія

requests-map-title =
    { $rows ->
        [one] «{ $name }», { $rows } звернення, — це про…
        [few] «{ $name }», { $rows } звернення, — це про…
        [many] «{ $name }», { $rows } звернень, — це про…
       *[other] «{ $name }», { $rows } звернення, — це про…
    }
requests-which-title = Яку категорію з «{ $service }»?
requests-unknown-count = невідомо
requests-no-services = Послуг іще немає. Клавіша a зробить із категорії кандидата.
requests-is-service = Це вже послуга. Клавіша a діє на категорію, яку ще не віднесено.
requests-nameless = Ці рядки прийшли без категорії, тож назвати послугу нема як. m віднесе їх до наявної.
requests-no-service-yet = Серед пріоритетів є лише послуги. m віднесе цю категорію до котроїсь.
requests-candidate-made = { $code } тепер послуга-кандидат. Звернення перейшли разом із категорією.

## Рядки

requests-filter-title = Показати звернення…
requests-filter-all = усі звернення
requests-filter-unmapped = категорії, ще не віднесені
requests-find = Шукаємо
requests-found-by = зі словами «{ $query }»
requests-shown =
    { $all ->
        [one] { $rows } з { $all } звернення
        [few] { $rows } з { $all } звернень
        [many] { $rows } з { $all } звернень
       *[other] { $rows } з { $all } звернення
    }
requests-refreshing = оновлюємо…
requests-marked = позначено { $rows }
requests-caption-code = код
requests-caption-about = про що
requests-caption-district = район
requests-caption-date = дата
requests-caption-text = текст
requests-caption-covered = тексти закриті · r
requests-none-found = Таких звернень немає. Клавіша . змінить слова, f — фільтр.
requests-none-of-service = До цієї послуги ще не віднесено жодної категорії, тож скільки звернень — невідомо. v веде до підрахунку, там m віднесе категорію.
requests-like = схожі на { $row }
requests-speaks = говорять про
requests-caption-like = схоже
requests-none-like = Жодне звернення не має таких слів. g або Esc веде назад.
requests-learning = Вивчаємо слова звернень: ще мить, а тоді знову.
requests-no-row = Тут немає звернення. f або . щось знайдуть.
requests-covered = Тексти закриті. r покаже їх.
requests-cover = закрито · r покаже тексти, коли залі можна їх бачити
requests-no-themes = Тем іще немає. Їх створюють на екрані «Теми» (5).
requests-no-theme = Це звернення ще не в темі. m надішле його.
requests-file-title =
    { $rows ->
        [one] { $rows } звернення — до якої теми?
        [few] { $rows } звернення — до якої теми?
        [many] { $rows } звернень — до якої теми?
       *[other] { $rows } звернення — до якої теми?
    }
requests-counts = рахуємо
requests-counts-not = не рахуємо
requests-fact-category = Категорія
requests-fact-service = Послуга
requests-fact-district = Район
requests-fact-date = Дата
requests-fact-theme = Тема
requests-fact-counts = Як доказ
requests-fact-source = Джерело
requests-fact-unknown = невідомо
requests-fact-no-theme = ще немає · m
requests-whole-place = ← { $row } з { $rows } →

## Звідки звернення

requests-sources-title = Звідки звернення
requests-source-file = Файл
requests-source-period = Період
requests-source-asked = Запитали
requests-source-rows = Увійшло
requests-source-bad = Не прийшло
requests-source-unstored = Не зберегли
requests-people =
    { $people ->
        [one] { $people } людину
        [few] { $people } людини
        [many] { $people } людей
       *[other] { $people } людини
    }
requests-came-in =
    { $rows ->
        [one] прийнято { $rows } звернення
        [few] прийнято { $rows } звернення
        [many] прийнято { $rows } звернень
       *[other] прийнято { $rows } звернення
    }
requests-did-not =
    { $rows ->
        [0] жодного рядка не пропущено
        [one] пропущено { $rows } рядок
        [few] пропущено { $rows } рядки
        [many] пропущено { $rows } рядків
       *[other] пропущено { $rows } рядка
    }
requests-nothing = нічого

## Прийняти файл

requests-form-title = Прийняти звернення з файлу CSV
requests-form-file = Файл
requests-form-file-hint = Де лежить файл CSV. Tab доповнює шлях.
requests-form-name = Джерело
requests-form-name-hint = Як його називати в залі, наприклад «Опитування в міському застосунку». Порожньо — назва файлу.
requests-form-period = Період
requests-form-period-hint = Коли люди відповідали, наприклад «березень — травень 2026». Порожньо — невідомо.
requests-form-asked = Запитали
requests-form-asked-hint = Скільки людей запитали, а не скільки відповіло. Порожньо — невідомо. Enter зазирне у файл.
requests-form-no-file = Скажіть, який файл: його шлях, наприклад survey.csv.
requests-form-no-number = Скількох запитали — це ціле число або порожньо, якщо ніхто не знає.
requests-preview-title = Прийняти це?
requests-preview-read-as = Читаємо як
requests-preview-format = { $encoding }, { $separator }
requests-separator-comma = поділено комами
requests-separator-semicolon = поділено крапками з комою
requests-separator-tab = поділено табуляцією
requests-separator-other = поділено знаком { $sign }
requests-preview-text = Текст
requests-preview-category = Категорія
requests-preview-district = Район
requests-preview-date = Дата
requests-preview-no-category = стовпця немає: усі рядки прийдуть без категорії
requests-preview-no-column = стовпця немає
requests-preview-first = Перші рядки, як їх буде збережено:
requests-working-preview = Зазираю у файл…
requests-working-import = Приймаю файл
requests-working-stop = Esc зупинить, нічого не прийде
requests-busy = Один файл уже приймаємо. Зачекайте, або Esc зупинить.
requests-cancelled = Зупинено. Нічого не прийшло.
requests-report-title = Що прийшло
requests-report-undo = u поверне все назад одним кроком.
requests-bad-row = рядок { $record }: { $why }

## Команди

command-requests-cancel = зупинити
command-requests-cancel-long = Зупинити приймання файлу; нічого з нього не прийде
command-requests-open = рядки
command-requests-open-long = Показати звернення, які рахує цей рядок
command-requests-map = віднести
command-requests-map-long = Сказати, якої послуги стосується категорія; усі її звернення підуть слідом
command-requests-next = далі
command-requests-next-long = До наступної категорії, яку ще не віднесено
command-requests-candidate = кандидат
command-requests-candidate-long = Зробити з категорії послугу-кандидата
command-requests-rows = усі рядки
command-requests-rows-long = Інша картина: звернення за зверненням
command-requests-reveal = тексти
command-requests-reveal-long = Показати або закрити те, що написали мешканці
command-requests-find = знайти
command-requests-find-long = Шукати звернення за словами, поки пишете
command-requests-filter = фільтр
command-requests-filter-long = Лише звернення послуги чи категорії або ще не віднесені
command-requests-file = до теми
command-requests-file-long = Надіслати звернення або всі позначені до теми
command-requests-similar = схожі
command-requests-similar-long = Звернення, схожі на це; найсхожіші згори
command-requests-before = назад
command-requests-before-long = Від схожих звернень назад до того, що було видно
command-requests-mark = позначка
command-requests-mark-long = Позначити звернення або зняти позначку
command-requests-read = цілком
command-requests-read-long = Прочитати все звернення з усім, що про нього відомо
command-requests-aside = не рахувати
command-requests-aside-long = Не рахувати як доказ: реклама, проба, помилка
command-requests-count = рахувати
command-requests-count-long = Знову рахувати як доказ
command-requests-priority = пріоритет
command-requests-priority-long = До послуги серед пріоритетів
command-requests-theme = тема
command-requests-theme-long = До теми, у якій лежить звернення
command-requests-import = прийняти
command-requests-import-long = Прийняти файл CSV із тим, що написали мешканці
command-requests-sources = джерела
command-requests-sources-long = Звідки звернення: файли, період, скількох запитали
command-requests-counts = підрахунок
command-requests-counts-long = Інша картина: підрахунок за послугами
command-requests-back = назад
command-requests-back-long = На крок назад; тексти закриваються

requests-came-before = Файл із такою назвою вже приніс стільки ж рядків: тепер відповіді рахуються двічі. Скасування забере другі.
