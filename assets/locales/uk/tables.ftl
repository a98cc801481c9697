# Що кажуть `viche group` і `viche suggest`. $file — як зветься файл CSV.

cli-grouping = групую { $percent }
cli-learning = навчаюся { $percent }
cli-suggesting = добираю підказки { $percent }

## Як прочитано файл

cli-table-standard-input = стандартний ввід
cli-table-read =
    { $rows ->
        [one] { $file }: { $rows } рядок, { $encoding }, { $separator }
        [few] { $file }: { $rows } рядки, { $encoding }, { $separator }
        [many] { $file }: { $rows } рядків, { $encoding }, { $separator }
       *[other] { $file }: { $rows } рядка, { $encoding }, { $separator }
    }
cli-table-column = Стовпець із текстами: «{ $column }»
cli-table-column-found = Стовпець із текстами: «{ $column }», знайдено автоматично; інший можна назвати через --column
cli-table-stands =
    { $rows ->
        [one] { $rows } запис не читається; він лишається, як був, без нових стовпців:
        [few] { $rows } записи не читаються; вони лишаються, як були, без нових стовпців:
        [many] { $rows } записів не читаються; вони лишаються, як були, без нових стовпців:
       *[other] { $rows } запису не читається; вони лишаються, як були, без нових стовпців:
    }
cli-table-left-out =
    { $rows ->
        [one] { $rows } запис із { $file } не читається й не рахується:
        [few] { $rows } записи з { $file } не читаються й не рахуються:
        [many] { $rows } записів із { $file } не читаються й не рахуються:
       *[other] { $rows } запису з { $file } не читається й не рахується:
    }
cli-table-short =
    { $rows ->
        [one] { $rows } запис коротший за заголовок, його доповнено: { $records }
        [few] { $rows } записи коротші за заголовок, їх доповнено: { $records }
        [many] { $rows } записів коротші за заголовок, їх доповнено: { $records }
       *[other] { $rows } запису коротші за заголовок, їх доповнено: { $records }
    }
cli-table-long =
    { $rows ->
        [one] { $rows } запис довший за заголовок, тому нові стовпці стоять за його останньою клітинкою: { $records }. Текст із роздільником усередині беруть у лапки.
        [few] { $rows } записи довші за заголовок, тому нові стовпці стоять за найдовшим: { $records }. Текст із роздільником усередині беруть у лапки.
        [many] { $rows } записів довші за заголовок, тому нові стовпці стоять за найдовшим: { $records }. Текст із роздільником усередині беруть у лапки.
       *[other] { $rows } запису довші за заголовок, тому нові стовпці стоять за найдовшим: { $records }. Текст із роздільником усередині беруть у лапки.
    }
cli-table-silent =
    { $rows ->
        [one] { $rows } рядок без тексту
        [few] { $rows } рядки без тексту
        [many] { $rows } рядків без тексту
       *[other] { $rows } рядка без тексту
    }
cli-table-accepted = { $file }: { $rows ->
    [one] { $rows } текст
    [few] { $rows } тексти
    [many] { $rows } текстів
   *[other] { $rows } тексту
} у { $groups ->
    [one] { $groups } групі
   *[other] { $groups } групах
}
cli-table-unlabelled =
    { $rows ->
        [one] { $rows } текст із { $file } без мітки, тож не рахується
        [few] { $rows } тексти з { $file } без мітки, тож не рахуються
        [many] { $rows } текстів із { $file } без мітки, тож не рахуються
       *[other] { $rows } тексту з { $file } без мітки, тож не рахуються
    }
cli-table-label-alone =
    { $rows ->
        [one] { $rows } рядок із { $file } має мітку, але не має тексту, тож не рахується
        [few] { $rows } рядки з { $file } мають мітку, але не мають тексту, тож не рахуються
        [many] { $rows } рядків із { $file } мають мітку, але не мають тексту, тож не рахуються
       *[other] { $rows } рядка з { $file } мають мітку, але не мають тексту, тож не рахуються
    }
cli-table-pile =
    { $rows ->
        [one] { $file }: { $rows } текст, щоб навчитися слів
        [few] { $file }: { $rows } тексти, щоб навчитися слів
        [many] { $file }: { $rows } текстів, щоб навчитися слів
       *[other] { $file }: { $rows } тексту, щоб навчитися слів
    }
cli-table-seed = Початкове число (--seed): { $seed }

## Про що просили й що з того вийшло

cli-group-wanted-free = Групи: скільки їх є в самих текстах; інакше просять через --groups, --fine чи --coarse
cli-group-wanted-fine = Групи: багато вузьких
cli-group-wanted-coarse = Групи: кілька широких
cli-group-wanted-accepted = Групи: лише ті, що склали люди
cli-group-wanted-number = Груп: { $groups }
cli-grouped = { $rows ->
    [one] { $rows } рядок лежить
    [few] { $rows } рядки лежать
    [many] { $rows } рядків лежать
   *[other] { $rows } рядка лежать
} у { $groups ->
    [one] { $groups } групі
   *[other] { $groups } групах
}.
cli-group-loose =
    { $rows ->
        [one] { $rows } рядок має текст, але не має групи: спільних з іншими слів у ньому немає.
        [few] { $rows } рядки мають текст, але не мають групи: спільних з іншими слів у них немає.
        [many] { $rows } рядків мають текст, але не мають групи: спільних з іншими слів у них немає.
       *[other] { $rows } рядка мають текст, але не мають групи: спільних з іншими слів у них немає.
    }
cli-group-fewer =
    { $groups ->
        [one] Просили груп: { $asked }; із цих текстів виходить { $groups } група.
        [few] Просили груп: { $asked }; із цих текстів виходить { $groups } групи.
        [many] Просили груп: { $asked }; із цих текстів виходить { $groups } груп.
       *[other] Просили груп: { $asked }; із цих текстів виходить { $groups } групи.
    }
cli-suggested =
    { $rows ->
        [one] Підказки має { $rows } рядок.
        [few] Підказки мають { $rows } рядки.
        [many] Підказки мають { $rows } рядків.
       *[other] Підказки мають { $rows } рядка.
    }
cli-table-renamed = У { $file } вже є стовпець «{ $wanted }»; новий зветься «{ $name }».
cli-table-lost =
    { $chars ->
        [one] { $chars } знака нових стовпців немає в кодуванні { $encoding }, замість нього записано «?». У файлі UTF-8 він би був.
        [few] { $chars } знаків нових стовпців немає в кодуванні { $encoding }, замість них записано «?». У файлі UTF-8 вони б були.
        [many] { $chars } знаків нових стовпців немає в кодуванні { $encoding }, замість них записано «?». У файлі UTF-8 вони б були.
       *[other] { $chars } знака нових стовпців немає в кодуванні { $encoding }, замість них записано «?». У файлі UTF-8 вони б були.
    }

## Чому не вдалося

problem-in-file = { $file }: { $what }
problem-table-no-text-column = жоден стовпець не схожий на тексти; є такі: { $headers }
problem-table-no-text-column-hint = назвіть його через --column або перейменуйте у файлі на «текст»
problem-table-no-text = у { $file } стовпець «{ $asked }» порожній у кожному рядку; є такі: { $headers }
problem-table-no-text-hint = назвіть інший стовпець через --column
problem-table-no-column = у { $file } немає стовпця «{ $asked }» з текстами; є такі: { $headers }
problem-table-no-column-hint = у кожному файлі тексти мають стояти в стовпці з тією самою назвою; назвіть його там «{ $asked }»
problem-table-no-label = у { $file } немає стовпця «{ $asked }» з назвами груп; є такі: { $headers }
problem-table-no-label-hint = назвіть його через --label
problem-table-label-is-text = стовпець «{ $asked }» у { $file } не може бути водночас текстом і назвою групи; є такі: { $headers }
problem-table-label-is-text-hint = назвіть через --label стовпець із назвами груп
problem-table-none-accepted = у { $file } жоден рядок не має і тексту, і мітки в стовпці «{ $asked }»; є такі: { $headers }
problem-table-none-accepted-hint = впишіть кільком рядкам назву їхньої групи або назвіть інший стовпець через --label
problem-table-too-many-labels = у { $file } стовпець «{ $asked }» майже в кожному рядку інший, тож це не назви груп; є такі: { $headers }
problem-table-too-many-labels-hint = назвіть інший стовпець через --label
problem-table-unwritten = обчислене не вдалося записати: { $why }
problem-table-unwritten-hint = перевірте диск або виберіть після знака > інше місце
problem-group-none = --groups 0 просить жодної групи
problem-group-none-hint = попросіть одну чи більше або приберіть --groups: тоді вирішать самі тексти
problem-group-only-accepted = --only-accepted розкладає все в групи, що склали люди, а файлу з такими групами не названо
problem-group-only-accepted-hint = назвіть його через --accepted або приберіть --only-accepted
problem-group-label = --label називає стовпець файлу з групами, що склали люди, а такого файлу не названо
problem-group-label-hint = назвіть його через --accepted або приберіть --label
problem-group-too-few =
    { $accepted ->
        [one] люди склали { $accepted } групу, а --groups просить менше: { $asked }
        [few] люди склали { $accepted } групи, а --groups просить менше: { $asked }
        [many] люди склали { $accepted } груп, а --groups просить менше: { $asked }
       *[other] люди склали { $accepted } групи, а --groups просить менше: { $asked }
    }
problem-group-too-few-hint = попросіть щонайменше { $accepted } або додайте --only-accepted замість --groups
