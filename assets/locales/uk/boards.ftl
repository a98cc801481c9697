# Що каже екран дощок: колонки й картки, на що спирається картка, черга до клавіатури, усі команди.

## Колонки

boards-column-learn = Дізнатися
boards-column-heard = Почули
boards-column-insights = Інсайти
boards-column-opportunities = Як нам…
boards-column-ideas = Ідеї
boards-column-steps = Кроки
boards-empty-learn = Що хочете з’ясувати? a пише запитання.
boards-empty-heard = Ще нічого не почули. a пише нотатку інтерв’ю.
boards-empty-insights = Що це означає? На нотатці m робить із неї інсайт.
boards-empty-opportunities = На інсайті m питає, як зробити інакше.
boards-empty-ideas = На «Як нам…» m додає ідею.
boards-empty-steps = На ідеї m каже, хто й що робить далі.

## Картки. $people із $asked респондентів так кажуть; $grade — літера.

boards-kind-question = запитання
boards-kind-insight = інсайт
boards-kind-opportunity = як нам
boards-kind-idea = ідея
boards-kind-action = крок
boards-done = зроблено ✓
boards-held-back = не для зали
boards-voices = { $people }/{ $asked } { $grade }
boards-voices-long = так кажуть { $people } з { $asked } · { $grade }
boards-voices-against = так кажуть { $people } з { $asked }, навпаки { $against } · { $grade }
boards-notes =
    { $notes ->
        [one] { $notes } нотатка
        [few] { $notes } нотатки
        [many] { $notes } нотаток
       *[other] { $notes } нотатки
    }
boards-cards =
    { $cards ->
        [one] { $cards } картка
        [few] { $cards } картки
        [many] { $cards } карток
       *[other] { $cards } картки
    }
boards-cards-and-minutes = { boards-cards } · { $minutes } хв за клавіатурою

## Відкрита картка

boards-rests-on = w спирається на { $things }
boards-came-of-it = o виросло { $things }
boards-rests-on-nothing = Поки ні на що не спирається.
boards-nothing-came = Поки нічого з неї не виросло.
boards-how-to-walk = w і Enter — назад, до того, на що вона спирається. o і Enter — далі, до того, що з неї виросло. Esc — тим шляхом, яким прийшли.
boards-no-link = Наведіть курсор на зв’язок між двома картками.
boards-speaks-for = Це свідчить за.
boards-speaks-against = Це свідчить проти.
boards-read-title = { $card }, усі слова

## Набір

boards-new-question = Нове запитання
boards-new-insight = Новий інсайт
boards-new-opportunity = Нове «Як нам…»
boards-new-idea = Нова ідея
boards-new-action = Новий крок
boards-new-note = Нова нотатка
boards-made-from = з { $codes }
boards-hint-question = Що хочете дізнатися від мешканців? Одне запитання в рядку.
boards-hint-insight = Коли …, <хто> … бо …, тож …
boards-hint-opportunity = Як нам …, щоб …?
boards-hint-idea = Що можна спробувати й з ким?
boards-hint-action = Хто, що й до якого дня? Перший крок — за 14 днів.
boards-hint-note = Що сказали чи побачили, одне в рядку. Перший знак: " цитата, - біль, * потреба, = дія, + ідея, ! диво, % число.
boards-hint-again = Інші слова для картки. Її код і зв’язки лишаються.
boards-batch-title =
    { $lines ->
        [one] { $lines } рядок зі вставленого
        [few] { $lines } рядки зі вставленого
        [many] { $lines } рядків зі вставленого
       *[other] { $lines } рядка зі вставленого
    }
boards-batch-too-much = Вставити можна щонайбільше { $lines } рядків по { $chars } знаків. Вставте частинами.

## Про що питаємо

boards-team-title = Чия дошка?
boards-which-interview = У якому інтерв’ю це почули?
boards-move-title =
    { $cards ->
        [one] З { $card } виростає…
        [few] Із { $cards } карток виростає…
        [many] Із { $cards } карток виростає…
       *[other] Із { $cards } карток виростає…
    }
boards-makes-next = далі: нова картка, пов’язана з цією
boards-kind-title = Що таке { $card }

## Що відповідаємо

boards-held = { $card } тепер не для зали: на стіні її не буде.
boards-not-held = { $card } знову можна показувати залі.
boards-no-card = Тут ще немає карток. a пише першу.
boards-no-interview = Жодне інтерв’ю команди не має згоди на нотатки. Спершу запитайте: 3, інтерв’ю, k.
boards-notes-are-not-done = Нотатка — це почуте, робити з нею нічого. m робить із неї інсайт.
boards-kind-stays = Картка лишається тим, чим є; вид вибирають лише нотаткам. m робить із неї наступну.
boards-own-only = Зараз хід цієї команди: доки вона не передасть клавіатуру, видно її дошку.

## Черга до клавіатури

boards-queue-title = Хто наступний до клавіатури
boards-queue-next = За клавіатурою нікого. t кличе { $team } { $name }.
boards-called = покликана, ще не сіла
boards-seat-left = за клавіатурою, лишилося { $left }
boards-seat-over = за клавіатурою, понад час { $left }
boards-purpose-notes = пише нотатки { $interview }
boards-purpose-sort = розкладає свої нотатки за темами
boards-purpose-board = працює на дошці: { $column }
boards-heading-cards = картки
boards-heading-turns = ходи
boards-heading-minutes = хв
boards-heading-notes = нотатки
boards-heading-made = зробили

## Усі команди

boards-all-title = Що висить на всіх дошках
