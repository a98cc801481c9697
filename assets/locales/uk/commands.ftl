# Усі команди: коротко для рядка внизу і реченням для довідки. Ідентифікатор — це ім’я команди.

## Усюди

command-app-stop = стоп усім
command-app-stop-long = Зупинити всі годинники, як у тривогу; ще раз — ідуть далі
command-app-turn = команда
command-app-turn-long = Викликати наступну команду; у ході — передати клавіатуру
command-app-park = паркінг
command-app-park-long = Один рядок на паркінг: порушено, але не зараз
command-app-undo = скасувати
command-app-undo-long = Скасувати останній крок; каже, що і чий
command-app-redo = повернути
command-app-redo-long = Повернути скасоване
command-app-all = усі
command-app-all-long = Усі команди за назвою
command-app-help = довідка
command-app-help-long = Довідка про цей екран
command-app-black = темно
command-app-black-long = Миттю затемнити екран; z або Esc поверне
command-app-language = English
command-app-language-long = Speak English (змінити мову)
command-app-theme = тема
command-app-theme-long = Інші кольори: terminal, dark, light, projector; лише на цей раз
command-app-quit = вийти
command-app-quit-long = Вийти; усе вже збережено

## Інтерв’ю

command-interviews-write = нотатка
command-interviews-write-long = Писати нотатки, по одній у рядку
command-interviews-add = інтерв’ю
command-interviews-add-long = Запланувати нове інтерв’ю
command-interviews-open = відкрити
command-interviews-open-long = Відкрити інтерв’ю: гайд і нотатки
command-interviews-fold = згорнути
command-interviews-fold-long = Показати або згорнути інтерв’ю цього раунду
command-interviews-round = почати раунд
command-interviews-round-long = Почати раунд: його годинник і всі інтерв’ю, що чекають
command-interviews-clock = годинник
command-interviews-clock-long = Запустити або призупинити годинник інтерв’ю
command-interviews-section = розділ
command-interviews-section-long = Перейти до наступного розділу гайду
command-interviews-due = найперше
command-interviews-due-long = До інтерв’ю, чий час спливе найраніше
command-interviews-asked = запитали
command-interviews-asked-long = Запитання поставлено
command-interviews-done = готово
command-interviews-done-long = Інтерв’ю завершено
command-interviews-skip = пропустити
command-interviews-skip-long = Не ставити цього запитання
command-interviews-cross = вилучити
command-interviews-cross-long = Вилучити нотатку; скасування поверне
command-interviews-edit = слова
command-interviews-edit-long = Сказати нотатку інакше
command-interviews-hold = не в зал
command-interviews-hold-long = Не для залу: ніколи не показувати цю нотатку на стіні
command-interviews-state = згода
command-interviews-state-long = Згода, прийшли, не прийшли, тренування, зупинено, відкликано
command-interviews-longer = +1 хв
command-interviews-longer-long = На хвилину довше
command-interviews-shorter = −1 хв
command-interviews-shorter-long = На хвилину коротше
command-interviews-borrow = позичити
command-interviews-borrow-long = Позичити цьому розділу хвилину з іншого
command-interviews-onward = тема
command-interviews-onward-long = До теми, в якій лежить нотатка
command-interviews-pane = панель
command-interviews-pane-long = До гайду або до нотаток
command-interviews-pane-back = панель
command-interviews-pane-back-long = До гайду або до нотаток
command-interviews-back = назад
command-interviews-back-long = Назад до стіни
