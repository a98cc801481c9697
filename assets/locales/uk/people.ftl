# Екран людей: департаменти, команди, хто ще не питав, запропоновані команди, прийняті списки.

role-interviewer = інтерв’юер
role-note-taker = нотатник
role-service-owner = власник послуги
role-decider = приймає рішення
role-observer = спостерігач
role-facilitator = фасилітатор
role-and = { $first }, { $second }
role-asks = питає
role-writes = пише
role-owns = власник
role-decides = вирішує
role-observes = спостерігає
role-facilitates = веде

people-picture-departments = Департаменти
people-picture-teams = Команди
people-picture-unasked = Ще не питали
people-picture-people = Люди
people-private = імена — лише на цьому екрані
people-count =
    { $people ->
        [one] { $people } людина
        [few] { $people } людини
        [many] { $people } людей
       *[other] { $people } людини
    }
people-departments =
    { $count ->
        [one] { $count } департамент
        [few] { $count } департаменти
        [many] { $count } департаментів
       *[other] { $count } департаменту
    }
people-teams =
    { $count ->
        [one] { $count } команда
        [few] { $count } команди
        [many] { $count } команд
       *[other] { $count } команди
    }
people-name = { $name }
people-and = { $first } · { $second }
people-team-named = { $code } { $name }
people-no-team = без команди
people-no-department = без департаменту
people-no-service = послуги ще немає
people-left = вибули
people-own = своя послуга
people-own-told = Пересаджено. Команда вивчає послугу їхнього департаменту: хай краще слухають, ніж питають.
people-mix =
    { $departments ->
        [one] { $people } із { $departments } департаменту
        [few] { $people } із { $departments } департаментів
        [many] { $people } із { $departments } департаментів
       *[other] { $people } із { $departments } департаменту
    }
people-mix-own = своя послуга: { $own }
people-asked-in = питали в { $interviews }
people-wrote-in = писали в { $interviews }
people-group-asked = уже питали: { $asked } із { $people }
people-asked-none = ще не питали
people-planned-in = питатиме в { $interview }
people-have-asked = вже питали в інтерв’ю: { $asked } із { $people }
people-all-asked = Усі вже питали в інтерв’ю. Звичка почалася.

people-empty = Ще ніхто не бере участі. Tab і a додають людину, i приймає список із файлу CSV.
people-unasked-empty = Ще ніхто не бере участі. i приймає список із файлу CSV, v веде до департаментів.
people-departments-empty = Департаментів ще немає. a додає один, i приймає список людей разом із ними.
people-teams-empty = Команд ще немає. a додає: назва і послуга, яку команда вивчає.
people-nobody-yet = Тут ще нікого. Enter, потім a.
people-nobody-here-add = Тут ще нікого. a додає людину.
people-nothing-there = Тут нема чого змінювати.
people-nobody = Тут нікого немає.

people-department-title = Новий департамент
people-team-title = Нова команда
people-person-title = Новий учасник
people-edit-title = { $code } іншими словами
people-form-name = Назва
people-form-name-hint = Як кажуть у залі. Enter в останньому полі зберігає.
people-form-service = Послуга
people-form-service-hint = Послуга, яку команда вивчає: код, наприклад S2, або назва. Порожньо — ще ніяка.
people-form-person = Ім’я
people-form-person-hint = Ім’я, яким звертаються в залі, наприклад ім’я та ініціал.
people-form-department = Департамент
people-form-department-hint = Назва або код, наприклад D03. Порожньо — без департаменту.
people-form-roles = Ролі
people-form-roles-hint = Через кому: інтерв’юер, нотатник, власник послуги, приймає рішення, спостерігач, фасилітатор. Порожньо — ще ніяких.
people-seat-title = Де сидить { $name }?
people-role-title = Що робить { $name }?
people-left-choice = вибули зі спринту
people-has-left = { $code } вибули. x поверне.
people-is-back = { $code } знову тут.

people-proposed = Пропозиція
people-proposed-count =
    { $teams ->
        [one] { $people } в { $teams } команді
        [few] { $people } в { $teams } командах
        [many] { $people } в { $teams } командах
       *[other] { $people } в { $teams } команди
    }
people-proposed-pairs =
    { $pairs ->
        [0] усі з різних департаментів
        [one] { $pairs } пара з одного департаменту
        [few] { $pairs } пари з одного департаменту
        [many] { $pairs } пар з одного департаменту
       *[other] { $pairs } пари з одного департаменту
    }
people-seated =
    { $people ->
        [one] Розсаджено { $people } людину. u поверне все назад.
        [few] Розсаджено { $people } людини. u поверне все назад.
        [many] Розсаджено { $people } людей. u поверне все назад.
       *[other] Розсаджено { $people } людини. u поверне все назад.
    }
people-unmet-no-room =
    { $count ->
        [one] { $count } людині бракує місця: у кожній команді вже шестеро. Додайте команду.
        [few] { $count } людям бракує місця: у кожній команді вже шестеро. Додайте команду.
        [many] { $count } людям бракує місця: у кожній команді вже шестеро. Додайте команду.
       *[other] { $count } людини бракує місця: у кожній команді вже шестеро. Додайте команду.
    }
people-unmet-empty =
    { $count ->
        [one] { $count } команда лишається порожньою: замало людей, щоб у кожній було четверо.
        [few] { $count } команди лишаються порожніми: замало людей, щоб у кожній було четверо.
        [many] { $count } команд лишаються порожніми: замало людей, щоб у кожній було четверо.
       *[other] { $count } команди лишаються порожніми: замало людей, щоб у кожній було четверо.
    }
people-unmet-small = { $team }: лише { $people }, а найкраще чотири–шість.
people-unmet-large = { $team }: { $people }, а найкраще чотири–шість.
people-unmet-own = { $code } іде в { $team }, на послугу свого департаменту.
people-unmet-own-before = { $code } уже сидить у { $team }, на своїй послузі.
people-unmet-one-department = { $team } — усі з одного департаменту.
people-unmet-no-pair = { $team }: бракує інтерв’юера або нотатника поруч.
people-unmet-more = Не вдалося виконати ще побажань: { $more }.
people-card-more = і ще { $more }
people-nothing-to-take = Так нікого не розсадити. Додайте команду або пересадіть когось клавішею m.

people-busy = Один список уже читаємо. Зачекайте трохи.
people-file-title = Прийняти людей із файлу CSV
people-file = Файл
people-file-hint = Де лежить файл CSV зі стовпцем імен. Tab доповнює шлях.
people-file-department-hint = Для рядків, де департаменту не названо. Порожньо — такі рядки не ввійдуть. Enter зазирне у файл.
people-file-none = Скажіть, який файл: його шлях, наприклад people.csv.
people-page-title = Прийняти цих людей?
people-page-title-nobody = Приймати нікого
people-page-departments = Нові департаменти
people-page-columns = Стовпці
people-page-unstored = Не зберігаємо
people-page-read-as = Читаємо як
people-page-format = { $encoding }, { $separator }
people-page-first = Перші люди:
people-nothing = немає
people-would-come =
    { $people ->
        [0] Нових людей у файлі немає.
        [one] Увійде { $people } людина. Enter приймає, Esc лишає все як є.
        [few] Увійдуть { $people } людини. Enter приймає, Esc лишає все як є.
        [many] Увійдуть { $people } людей. Enter приймає, Esc лишає все як є.
       *[other] Увійде { $people } людини. Enter приймає, Esc лишає все як є.
    }
people-came-in =
    { $people ->
        [0] Нових людей немає
        [one] Увійшла { $people } людина
        [few] Увійшли { $people } людини
        [many] Увійшли { $people } людей
       *[other] Увійшло { $people } людини
    }
people-here = { $people } вже тут
people-stayed-out = { $rows } не ввійшло
people-taken-in = { $came }, { $here }, { $out }. u поверне все назад.
people-stay-out =
    { $rows ->
        [one] { $rows } рядок не ввійде. Виправте його у файлі й прийміть файл ще раз: ніхто не ввійде двічі.
        [few] { $rows } рядки не ввійдуть. Виправте їх у файлі й прийміть файл ще раз: ніхто не ввійде двічі.
        [many] { $rows } рядків не ввійдуть. Виправте їх у файлі й прийміть файл ще раз: ніхто не ввійде двічі.
       *[other] { $rows } рядка не ввійде. Виправте їх у файлі й прийміть файл ще раз: ніхто не ввійде двічі.
    }
people-bad-row = рядок { $record }: { $why }
people-bad-more = і ще { $rows }

## Команди

command-people-take = взяти
command-people-take-long = Розсадити всіх, як запропоновано, одним кроком
command-people-again = інакше
command-people-again-long = Запропонувати інші команди
command-people-reject = назад
command-people-reject-long = Лишити, як було; нічого не зміниться
command-people-view = вигляд
command-people-view-long = Наступний вигляд: департаменти, команди, хто ще не питав
command-people-add = людина
command-people-add-long = Додати учасника сюди
command-people-department = департамент
command-people-department-long = Додати департамент
command-people-team = команда
command-people-team-long = Додати команду
command-people-move = у команду
command-people-move-long = Пересадити учасника в команду або лишити без команди
command-people-roles = ролі
command-people-roles-long = Що робить учасник, або що вибув
command-people-open = люди
command-people-open-long = До людей департаменту чи команди
command-people-propose = розсадити
command-people-propose-long = Запропонувати команди всім, хто їх не має: департаменти впереміш, ніхто не на своїй послузі
command-people-import = список
command-people-import-long = Прийняти список людей із файлу CSV
command-people-edit = змінити
command-people-edit-long = Інші слова для департаменту, команди чи учасника
command-people-leave = вибули
command-people-leave-long = Учасник вибув або повернувся
command-people-pane = інший бік
command-people-pane-long = На інший бік екрана
command-people-pane-back = інший бік
command-people-pane-back-long = На інший бік екрана
command-people-back = назад
command-people-back-long = Назад до департаментів чи команд
