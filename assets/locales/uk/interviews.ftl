# Екран інтерв’ю: стіна годинників і одне відкрите інтерв’ю.

interviews-empty = Ще немає ні раундів, ні інтерв’ю. Натисніть a, щоб запланувати перше.
interviews-no-round = Поза раундами
interviews-count-running =
    { $count ->
        [one] { $count } триває
        [few] { $count } тривають
        [many] { $count } триває
       *[other] { $count } тривають
    }
interviews-count-done = { $count } завершено
interviews-count-planned = { $count } заплановано
interviews-count-none = інтерв’ю ще немає
interviews-notes =
    { $notes ->
        [one] { $notes } нотатка
        [few] { $notes } нотатки
        [many] { $notes } нотаток
       *[other] { $notes } нотатки
    }
interviews-practice = тренування, не рахуємо
interviews-guide = Гайд
interviews-must = треба

interviews-pause-break = перерва
interviews-pause-distress = потрібен час
interviews-pause-interpreter = перекладач
interviews-pause-alert = тривога

interviews-state-planned = заплановано
interviews-state-arrived = уже тут
interviews-state-started = триває
interviews-state-done = завершено ✓
interviews-state-stopped = зупинено
interviews-state-no-show = не прийшли
interviews-state-withdrawn = згоду відкликано
interviews-state-erased = стерто

interviews-scope-notes = нотатки
interviews-scope-quotes = цитати
interviews-scope-shown = показ у залі
interviews-scope-recontact = повторна розмова
interviews-consent-to = згода: { $scopes } ✓
interviews-consent-none = згоди ще немає · k

interviews-whole-left = лишилося { $left } із { $whole }
interviews-whole-over = { $left } понад { $whole }
interviews-by-wall = (за настінним годинником)
interviews-section-left = розділ: ще { $left }
interviews-section-over = розділ: понад { $left }

interviews-press-a = a: записати нотатку
interviews-notes-need-consent = Спершу запитайте згоду. Коли респондент погодиться на нотатки, натисніть k, потім n.
interviews-notes-empty = Нотаток ще немає. Натисніть a й пишіть, що чуєте: одне спостереження — один рядок.
interviews-withdrawn-text = Респондент відкликав згоду. Нотатки не показуємо й ніде не рахуємо.
interviews-erased-text = Респондента стерто. Слів його нотаток більше немає, і ніде їх не враховано.

interviews-no-teams = Команд іще немає. Вони з’являються разом із новим спринтом.
interviews-none-running = Жодне інтерв’ю не триває.
interviews-not-running = Це інтерв’ю не триває.
interviews-pick-question = Наведіть курсор на запитання цього розділу.
interviews-no-note = Тут іще немає нотатки. Клавіша a запише.
interviews-note-loose = Ця нотатка ще не в темі. Ось вона у вхідних.

## Нове інтерв’ю

interviews-add-title = Нове інтерв’ю
interviews-add-team = Команда
interviews-add-team-hint = Код команди, наприклад T2.
interviews-add-respondent = Респондент
interviews-add-respondent-hint = Код, ніколи не ім’я. Наступний вільний уже стоїть тут.
interviews-add-round = Раунд
interviews-add-round-hint = Номер раунду. Порожньо — поза раундами.
interviews-add-minutes = Хвилини
interviews-add-minutes-hint = Запланована тривалість, від 1 до 480.
interviews-add-segment = Сегмент
interviews-add-segment-hint = Приблизно, наприклад «власниця квартири, 60+». Без імені й адреси. Enter планує.

## Згода і стан

interviews-choice-title = Згода і стан
interviews-consent-notes = згода на нотатки
interviews-consent-quotes = згода на цитати
interviews-consent-shown = згода показувати нотатки в залі
interviews-consent-recontact = можна запитати ще раз
interviews-choice-interviewer = інтерв’юер… { $who }
interviews-choice-note-taker = нотатник… { $who }
interviews-choice-arrived = уже тут
interviews-choice-no-show = не прийшли
interviews-choice-practice = тренування: ніколи не рахуємо
interviews-choice-stopped = зупинено заради респондента
interviews-choice-withdrawn = згоду відкликано
interviews-withdraw-title = Респондент відкликав згоду?
interviews-withdraw-text = Його нотаток не показуватимемо й ніде не рахуватимемо. Цього не можна скасувати. Enter — так, відкликав. Esc — ні.

interviews-borrow-title = Позичити одну хвилину з…
interviews-edit-title = Інші слова для нотатки
interviews-edit-label = Нотатка
interviews-edit-hint = Старі слова лишаються у файлі; скасування їх поверне.
interviews-batch-title =
    { $notes ->
        [one] { $notes } нотатка зі вставленого. Enter запише, Esc лишить.
        [few] { $notes } нотатки зі вставленого. Enter запише, Esc лишить.
        [many] { $notes } нотаток зі вставленого. Enter запише, Esc лишить.
       *[other] { $notes } нотатки зі вставленого. Enter запише, Esc лишить.
    }
interviews-batch-too-much = За раз вставляйте щонайбільше { $lines } рядків по { $chars } знаків. Вставте частинами.

interviews-consent-but-notes = не на нотатки · згода: { $scopes }
interviews-took = тривало {$spent}
interviews-count-paused = { $count } на паузі

interviews-interviewer-title = Хто питає в { $code }?
interviews-note-taker-title = Хто пише в { $code }?
interviews-staff-name = { $name }
interviews-staff-nobody = ще ніхто
interviews-staff-asked =
    { $times ->
        [0] ще не питали
        [one] питали { $times } раз
        [few] питали { $times } рази
        [many] питали { $times } разів
       *[other] питали { $times } раза
    }
interviews-staff-wrote =
    { $times ->
        [0] ще не писали
        [one] писали { $times } раз
        [few] писали { $times } рази
        [many] писали { $times } разів
       *[other] писали { $times } раза
    }
interviews-staff-own = своя послуга
