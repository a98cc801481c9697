# Що каже екран пріоритетів: список за місцями, інші його картини і на чому тримається кожне місце.

priorities-empty = Послуг іще немає. Вони з’являться з новим спринтом і його командами. Щоб зробити послугу з того, про що пишуть мешканці, натисніть 4 (Звернення), наведіть курсор на категорію і натисніть a.
priorities-nothing = Тут іще немає жодної послуги.

priorities-refreshing = оновлюю…
priorities-picture-list = Список за місцями
priorities-picture-plot = Попит × вплив
priorities-picture-ladder = Драбина місць
priorities-picture-scores = Оцінки
priorities-services =
    { $services ->
        [one] { $services } послуга
        [few] { $services } послуги
        [many] { $services } послуг
       *[other] { $services } послуги
    }
priorities-studied = з інтерв’ю: { $studied }

## Критерії

priorities-demand = попит
priorities-impact = вплив
priorities-feasibility = здійсненність
priorities-feasibility-short = здійсн.

## Назви стовпців

priorities-title-rank = №
priorities-title-moved = Δ
priorities-title-service = послуга
priorities-title-department = департамент
priorities-title-share = частка
priorities-title-said = чули
priorities-title-score = бал
priorities-title-range = межі
priorities-title-ranks = місця
priorities-title-median = посер.
priorities-title-state = стан

## Клітинки

priorities-band = { $first }–{ $last }
priorities-said = { $said }/{ $asked }
priorities-range = { $low }–{ $high }
priorities-unknown = невідомо
priorities-grade-a = A
priorities-grade-b = B
priorities-grade-c = C
priorities-grade-d = D
priorities-grade-contradicted = ≠
priorities-grade-none = –

## Рядок під курсором

priorities-fact-score = бал { $score }
priorities-fact-rank = місце { $low }, певно
priorities-fact-ranks = місця { $low }–{ $high }
priorities-fact-share = { $share } звернень
priorities-fact-said = чули { $said }/{ $asked }
priorities-not-ranked = Місця ще немає: рахуємо.

## Відкритий рядок

priorities-claim = Група місць { $band } із { $services }, бал { $score }: попит { $demand } + вплив { $impact } + здійсненність { $feasibility }. У дев’яти перевірках із десяти це місця { $low }–{ $high }.
priorities-claim-apart = { $claim } Вище за { $next } у { $chance } з них.
priorities-claim-tied = { $claim } Вище за { $next } у { $chance } з них: не розрізнити.
priorities-demand-unknown = Попит невідомий: до цієї послуги не віднесено жодної категорії звернень. Це не нуль.
priorities-demand-from =
    { $count ->
        [one] Пораховано за категорією { $categories }. Джерело: { $sources }.
        [few] Пораховано за категоріями { $categories }. Джерело: { $sources }.
        [many] Пораховано за категоріями { $categories }. Джерело: { $sources }.
       *[other] Пораховано за категоріями { $categories }. Джерело: { $sources }.
    }
priorities-swing = Що змінить перші місця: { $criterion } важить { $to } замість { $from } — і { $first } та { $second } міняються місцями.
priorities-swing-none = Жодна окрема вага не поставить { $second } вище за { $first }.
priorities-quote = «{ $quote }» { $who }
priorities-grade = доказовість { $grade } · у темах чути { $heard } з { $asked } запитаних
priorities-grade-short = доказовість { $grade } · чути { $heard }/{ $asked }
priorities-no-interviews = кандидат: без інтерв’ю
priorities-rests-on =
    { $themes ->
        [0] тримається на
        [one] тримається на зверненнях і { $themes } темі
        [few] тримається на зверненнях і { $themes } темах
        [many] тримається на зверненнях і { $themes } темах
       *[other] тримається на зверненнях і { $themes } теми
    }
priorities-requests =
    { $requests ->
        [one] { $requests } звернення · { $share } усіх
        [few] { $requests } звернення · { $share } усіх
        [many] { $requests } звернень · { $share } усіх
       *[other] { $requests } звернення · { $share } усіх
    }
priorities-requests-unknown = звернення: невідомо · Enter, потім m віднесе категорію
priorities-candidate = Кандидат: жодна команда про неї не питала. Тут вона зі своїми зверненнями й оцінками.
priorities-no-themes = У жодній темі ще немає нотаток з її інтерв’ю. 5 веде до тем.

## Ваги

priorities-weights = ваги
priorities-weights-locked = ваги зафіксовано
priorities-weights-title = Ваги
priorities-weight-share = важить { $share }

## Дві осі

priorities-sign-high = висока
priorities-sign-middle = середня
priorities-sign-low = низька
priorities-axis-impact = вплив, від 1 до 5
priorities-axis-demand = попит проти найбільшого
priorities-not-on-plot = Попит або вплив невідомий: { $codes }
priorities-crowded = Поруч на тому ж місці: { $codes }

## Таблиця оцінок

priorities-part-low = мін.
priorities-part-mode = ймов.
priorities-part-high = макс.
priorities-cell = { $criterion }, { $part }: { $now }
priorities-typing = Цифри тепер — оцінка: від 1 до 5, можна 4,5; мінус — невідомо. Enter веде далі, Tab — до наступної невідомої.
priorities-not-typing = Enter відкриває клітинку. Перше число стає всією оцінкою, потім можна додати мін. і макс.
priorities-no-open-cell = Усі оцінки заповнено.

## Показ залу

priorities-covered-row = закрито
priorities-covered = Цей рядок закрито. n показує наступний знизу.
priorities-covered-left =
    { $rows ->
        [one] Закрито { $rows } рядок. n показує наступний знизу, r — усі.
        [few] Закрито { $rows } рядки. n показує наступний знизу, r — усі.
        [many] Закрито { $rows } рядків. n показує наступний знизу, r — усі.
       *[other] Закрито { $rows } рядка. n показує наступний знизу, r — усі.
    }
priorities-revealing = Триває показ. r завершує його.
priorities-not-ranked-yet = Місця ще рахуємо. За мить натисніть r знову.
priorities-all-shown = Показано всі рядки. r завершує показ.
priorities-lifted = піднімає { $criterion }
priorities-held-back = стримує { $criterion }
priorities-unknown-count =
    { $unknown ->
        [one] невідоме { $unknown } з 3
        [few] невідомі { $unknown } з 3
        [many] невідомі { $unknown } з 3
       *[other] невідомі { $unknown } з 3
    }
priorities-in-the-middle = посередині кожної шкали

## Що буде з послугою

priorities-state-title = Що буде з послугою?
priorities-state-now = Зараз
priorities-state-next = Далі
priorities-state-later = Згодом
priorities-state-not-now = Не цього разу
priorities-state-fix-first = Спершу виправити процес
priorities-state-none = ще не сказано
priorities-state-now-short = Зараз
priorities-state-next-short = Далі
priorities-state-later-short = Згодом
priorities-state-not-now-short = Не тепер
priorities-state-fix-first-short = Процес

## Назви й пошук

priorities-name-title = Інша назва послуги
priorities-name-label = Назва
priorities-name-hint = Як у реєстрі. Enter зберігає, скасування поверне стару назву.
priorities-find-title = Знайти послугу

## Команди

command-priorities-open = відкрити
command-priorities-open-long = Відкрити рядок: на чому тримається місце
command-priorities-why = чому
command-priorities-why-long = Чому послуга стоїть тут: відкрити рядок
command-priorities-theme = тема
command-priorities-theme-long = До теми, зі словами людей
command-priorities-theme-why = тема
command-priorities-theme-why-long = До теми, зі словами людей
command-priorities-rows = звернення
command-priorities-rows-long = До звернень про цю послугу
command-priorities-onward = звернення
command-priorities-onward-long = До звернень про цю послугу
command-priorities-more = +5
command-priorities-more-long = Хай ця вага важить більше
command-priorities-less = −5
command-priorities-less-long = Хай ця вага важить менше
command-priorities-lock = зафіксувати
command-priorities-lock-long = Зафіксувати ваги, доки ніхто не бачив оцінок
command-priorities-unlock = розблокувати
command-priorities-unlock-long = Дозволити змінювати ваги
command-priorities-next = наступний
command-priorities-next-long = Показати наступний рядок знизу
command-priorities-score = писати
command-priorities-score-long = Вписувати оцінки в таблицю
command-priorities-next-open = до невідомої
command-priorities-next-open-long = До наступної оцінки, якої ще ніхто не дав
command-priorities-view = картина
command-priorities-view-long = Наступна картина: список, дві осі, драбина, оцінки
command-priorities-weights = ваги
command-priorities-weights-long = До ваг
command-priorities-weights-back = ваги
command-priorities-weights-back-long = До ваг
command-priorities-list = список
command-priorities-list-long = Назад до списку
command-priorities-list-back = список
command-priorities-list-back-long = Назад до списку
command-priorities-state = стан
command-priorities-state-long = Зараз, Далі, Згодом, Не цього разу, Спершу виправити процес
command-priorities-reveal = показ
command-priorities-reveal-long = Закрити всі рядки й показувати їх залу знизу вгору
command-priorities-reveal-end = усі
command-priorities-reveal-end-long = Завершити показ: відкрити всі рядки
command-priorities-find = знайти
command-priorities-find-long = Знайти послугу за назвою чи кодом
command-priorities-edit = назва
command-priorities-edit-long = Дати послузі іншу назву
command-priorities-back = назад
command-priorities-back-long = На крок назад
