# Що відповідають правила спринту, коли кажуть «ні», і що скасування каже про крок.

## Відмови: що не так і що робити

refusal-gone = Цього вже немає. Натисніть Esc і виберіть ще раз.
refusal-name-empty = Назві потрібна хоч одна літера. Наберіть її й натисніть Enter.
refusal-name-too-long = Назва вміщає щонайбільше 200 знаків. Скоротіть її.
refusal-team-exists = Команда з такою назвою вже є. Назвіть цю інакше.
refusal-service-exists = Послуга з такою назвою вже є. Віднесіть категорію до неї клавішею m.
refusal-note-empty = Нотатці потрібні слова. Наберіть, що почули, і натисніть Enter.
refusal-note-too-long = Нотатка вміщає щонайбільше 2000 знаків. Зробіть із неї дві.
refusal-nothing-changed = Так уже є. Нічого не змінилося.
refusal-already-there = Воно вже там. Нічого не зрушило.
refusal-same-theme = Тему не можна об’єднати з нею самою. Виберіть іншу.
refusal-tray-stays = Лоток винятків лишається. Перенесіть із нього окремі нотатки.
refusal-nothing-marked = Спершу позначте пробілом нотатки для нової теми.
refusal-whole-theme = Позначено всі нотатки. Лишіть хоч одну або перейменуйте тему клавішею e.
refusal-no-consent = Згоди на нотатки ще немає. Запитайте, потім натисніть k і n.
refusal-interview-over = Це інтерв’ю завершене або не відбулося. Виберіть інше.
refusal-withdrawn = Респондент відкликав згоду. Нічого з цього інтерв’ю більше не показуємо й не змінюємо.
refusal-no-clock-runs = Жоден годинник не йде.
refusal-last-section = Це останній розділ. Клавіша d завершує інтерв’ю.
refusal-minutes-out-of-range = Хвилин має бути від 1 до 480.
refusal-nothing-to-borrow = В інших розділах немає хвилини, щоб позичити.
refusal-no-team = Команди { $team } немає. Наберіть код, наприклад T2.
refusal-not-a-team = Наберіть код команди, наприклад T2.
refusal-nothing-to-start = Тут нема чого запускати.
refusal-not-a-respondent = Респондент — це код, наприклад P017. Імен не пишемо.
refusal-not-asked = З таким респондентом не планували жодного інтерв’ю. Перевірте код.
refusal-reason-too-long = Причина вміщає щонайбільше 200 знаків. Скоротіть її.
refusal-weights-locked = Ваги зафіксовано. Клавіша d у вагах їх розблокує.
refusal-weights-all-zero = Хоча б одна вага має лишитися більшою за 0.
refusal-score-order = «Мін.» не буває більше за «ймов.», а «макс.» — менше. Спершу змініть «ймов.».
refusal-score-out-of-range = Оцінки бувають від 1 до 5, ваги — від 0 до 100.
refusal-no-teams = Команд ще немає. Додайте їх на екрані 8 «Люди» або створіть спринт наново з --team.
refusal-nobody-called = До клавіатури нікого не викликано. t викликає наступну команду.
refusal-not-yours = Це належить іншій команді або всій залі. Змінюйте свої нотатки й картки.
refusal-department-exists = Департамент із такою назвою вже є. Назвіть цей інакше.
refusal-participant-exists = У цьому департаменті вже є людина з таким ім’ям. Додайте ініціал.
refusal-participant-left = Ця людина вибула зі спринту. x поверне її.
refusal-too-many-people = Спринт вміщає щонайбільше 1000 людей.
refusal-too-many-departments = Спринт вміщає щонайбільше 200 департаментів.
refusal-too-many-teams = Спринт вміщає щонайбільше 100 команд.
refusal-asks-and-writes = Одна людина не може водночас питати й записувати. Виберіть когось іншого.
refusal-no-department = Департамент не названо. Назвіть його у файлі або у формі для всього файлу.
refusal-listed-twice = Ця людина вже стоїть у рядку { $record }.
refusal-two-teams = Уже сидить у { $team }. Ніхто не сидить у двох командах.
refusal-no-team-called = Команди «{ $name }» немає. Спершу додайте її або лишіть клітинку порожньою.
refusal-no-department-called = Департаменту «{ $name }» немає. Спершу додайте його або лишіть поле порожнім.
refusal-no-service-called = Послуги «{ $name }» немає. Наберіть її код, наприклад S2, або лишіть поле порожнім.
refusal-no-role-called = «{ $name }» — тут такої ролі немає. Є: інтерв’юер, нотатник, власник послуги, приймає рішення, спостерігач, фасилітатор.
refusal-everybody-sits = Усі вже сидять у командах. Клавіша m пересадить когось одного.
refusal-nobody-here = Ще ніхто не бере участі. Додайте людей клавішею a або прийміть список клавішею i.
refusal-card-empty = Картці потрібні слова. Наберіть їх і натисніть Enter.
refusal-card-too-long = Картка вміщає щонайбільше 2000 знаків. Зробіть із неї дві.
refusal-keeps-kind = Картка лишається тим, чим є, і її підстави лишаються на місці. Картки рухаються лише праворуч.
refusal-not-next = По одній колонці за раз: кожна картка виростає з попередньої. Надішліть її до наступної колонки праворуч.
refusal-last-column = Це остання колонка. Після кроку лишається його зробити: клавіша d каже, що зроблено.
refusal-heard-in-order = Нотатки стоять у тому порядку, в якому їх почули.
refusal-first-already = Воно вже стоїть першим.
refusal-last-already = Воно вже стоїть останнім.
refusal-empty-theme = У цій темі ще немає нотаток, тож спертися нема на що. Спершу покладіть їх сюди.
refusal-nothing-to-undo = Скасовувати нічого.
refusal-box-over = Цей блок уже завершено. Виберіть той, що попереду.
refusal-box-runs = Цей блок зараз триває. n — перейти далі, - — зробити коротшим.
refusal-box-cut = Цей блок пропускаємо. x повертає його.
refusal-box-protected = Цей блок захищено. Спершу зніміть захист клавішею k.
refusal-no-box-lends = Жоден пізніший блок дня не має зайвих 5 хвилин.
refusal-day-over = У цьому дні більше нічого немає. a додає блок.
refusal-later-day = Цей блок — у дні { $day }, а він ще не настав.
refusal-not-a-time = Час пишуть так: 09:30, від 00:00 до 23:59. Після опівночі — 00:30.
refusal-not-a-mode = Виберіть щось одне: разом, команди, пари, самі, мовчки, перерва.
refusal-clocks-stopped = Усі годинники зупинено. Спершу ! — пустити їх далі.
refusal-agenda-full = План повний: щонайбільше 500 блоків.
refusal-plan-changes-nothing = Цей варіант нічого не змінив би.
refusal-not-undoable = Цього не можна скасувати.

## Що зробив крок, для скасування. $code — код на кшталт N0412; $many — кількість фактів у кроці.

said-sprint = опис спринту
said-department = додано { $code }
said-participant = додано { $code }
said-service-added = додано { $code }
said-service-named = перейменовано { $code }
said-team = додано { $code }
said-team-named = назву { $code }
said-participant-changed = { $code } змінено
said-box-added = «{ $code }» додано
said-box-titled = назва «{ $code }»
said-box-lasts =
    { $many ->
        [one] хвилини «{ $code }»
        [few] хвилини кількох блоків
        [many] хвилини кількох блоків
       *[other] хвилини кількох блоків
    }
said-box-timed = час «{ $code }»
said-box-placed = «{ $code }» перенесено
said-box-holds = «{ $code }», якщо запізнюємося
said-box-cut =
    { $many ->
        [one] пропуск «{ $code }»
        [few] пропуск кількох блоків
        [many] пропуск кількох блоків
       *[other] пропуск кількох блоків
    }
said-box-postponed = «{ $code }» відкладено
said-box-ran = старт «{ $code }»
said-box-paused = пауза «{ $code }»
said-box-ended = кінець «{ $code }»
said-all-stopped = зупинено всі годинники
said-all-resumed = годинники йдуть далі
said-interview-staffed = хто питає у { $code }
said-piece-added = { $code } створено
said-piece-worded = { $code } переписано
said-piece-done = { $code } виконано
said-piece-placed = { $code } перенесено
said-linked = зв’язок { $code }
said-turn-called = викликано { $code }
said-turn-seated = команда сіла
said-turn-lasts = хвилини ходу
said-turn-over = кінець ходу
said-turn-queued = чергу команд змінено
said-parked = { $code } на паркінг
said-parked-changed = { $code } змінено
said-parked-closed = { $code } закрито
said-face = екран для зали
said-guide = записано гайд
said-interview-planned = заплановано { $code }
said-interview-consented = згода { $code }
said-interview-stood = стан { $code }
said-interview-practised = тренування { $code }
said-interview-ran =
    { $many ->
        [one] запущено { $code }
        [few] запущено разом годинники
        [many] запущено разом годинники
       *[other] запущено разом годинники
    }
said-interview-paused =
    { $many ->
        [one] пауза { $code }
        [few] зупинено всі годинники
        [many] зупинено всі годинники
       *[other] зупинено всі годинники
    }
said-interview-lasts = хвилини { $code }
said-interview-entered = наступний розділ { $code }
said-interview-asked = запитання { $code }
said-note-added =
    { $many ->
        [one] записано { $code }
        [few] нотатки від { $code }
        [many] нотатки від { $code }
       *[other] нотатки від { $code }
    }
said-note-worded = нові слова { $code }
said-note-kinded = вид { $code }
said-note-held = { $code } і показ у залі
said-note-crossed = вилучено { $code }
said-note-filed = перенесено { $code }
said-note-loosened = { $code } знову вільна
said-note-refused = відхилено для { $code }
said-note-apart = { $code } — не те саме
said-theme-added = створено { $code }
said-themes-added =
    { $themes ->
        [one] зроблено { $themes } тему
        [few] зроблено { $themes } теми
        [many] зроблено { $themes } тем
       *[other] зроблено { $themes } теми
    }
said-theme-named = перейменовано { $code }
said-theme-merged = об’єднано { $code }
said-theme-removed = розформовано { $code }
said-requests-imported = прийнято звернення
said-category-mapped = категорію до { $code }
said-category-outside = категорію поза послугами
said-requests-aside = звернення відкладено
said-requests-filed = звернення до теми
said-weights = ваги
said-weights-locked = фіксацію ваг
said-scored = оцінку { $code }
said-state = стан { $code }
said-erased = { $code } стерто
said-run = відкриття файлу
said-damaged = лагодження файлу
said-reverted = скасування
said-unknown = щось новіше
said-by-facilitator = фасилітатор
said-by-command-line = командний рядок
said-by-team = команда { $team }

## Види нотаток, як їх називає легенда

kind-plain = нотатка
kind-quote = цитата
kind-pain = біль
kind-need = потреба
kind-behaviour = дія
kind-idea = ідея
kind-surprise = подив
kind-metric = число
kind-own = своє
kind-ask-later = потім

## Запланований час, як 14:15

time-planned = { $time }

## Час ночі після цього дня або попереднього дня: 00:20 +1

time-of-other-day = { $time } { $days }
