# Що пішло не так і що з цим робити. Повідомлення на -hint іде за тим, що без нього; обидва з малої літери, бо
# стоять після «помилка:» та «порада:».

problem-in-one = { $what }: { $hint }

## Файл спринту. $file — шлях до нього.

problem-not-found = файлу { $file } немає
problem-not-found-hint = перевірте назву; `ls` покаже, що є в цій теці
problem-deleted = файлу { $file } більше немає; цей комп’ютер відкривав його востаннє { $when }
problem-deleted-hint = `viche backups { $file }` покаже, що можна повернути
problem-is-folder = { $file } — тека, а потрібен файл
problem-is-folder-hint = назвіть файл у ній
problem-exists = { $file } уже існує й лишився, як був
problem-exists-hint = виберіть іншу назву або відкрийте його: `viche open`
problem-no-folder = теки для { $file } немає
problem-no-folder-hint = спершу створіть теку або виберіть інше місце
problem-not-allowed = цей комп’ютер не дозволяє вам користуватися { $file }
problem-not-allowed-hint = спитайте власника або скопіюйте файл до своєї теки
problem-link-loop = { $file } — посилання, що веде само до себе
problem-link-loop-hint = назвіть сам файл; `ls -l` показує, куди ведуть посилання
problem-too-many-open = { $file } не відкривається: на цьому комп’ютері відкрито забагато файлів
problem-too-many-open-hint = закрийте інші програми або дозвольте більше: `ulimit -n 1024`, — і спробуйте знову
problem-in-use = { $file } відкрито процесом { $pid } на { $host } з { $since }
problem-in-use-hint = закрийте його там або прочитайте: `viche open --read-only { $file }`
problem-in-use-by-unknown = { $file } відкрито іншою програмою
problem-in-use-by-unknown-hint = закрийте його там або прочитайте: `viche open --read-only { $file }`
problem-not-a-sprint = { $file } — не спринт
problem-not-a-sprint-hint = спринт створює `viche new`; його назва зазвичай закінчується на .viche
problem-newer-version = { $file } записала новіша версія viche
problem-newer-version-hint = відкрийте його тією версією або прочитайте: `viche open --read-only { $file }`; нічого не змінено
problem-damaged = { $file } пошкоджено в рядку { $line }
problem-damaged-hint = полагодьте його: `viche repair { $file }`, або прочитайте: `viche open --read-only { $file }`; нічого не змінено
problem-changed = інша програма змінила, перемістила чи вилучила { $file }
problem-changed-hint = поверніть його на місце й відкрийте знову
problem-unwritable = крок задовгий для файлу
problem-unwritable-hint = скасуйте його
problem-unreadable = { $file } не читається: { $why }
problem-unreadable-hint = перевірте диск або скопіюйте файл деінде й спробуйте знову
problem-unwritable-file = { $file } не записується: { $why }
problem-unwritable-file-hint = перевірте диск або виберіть інше місце
problem-disk-full = на диску, де { $file }, немає місця
problem-disk-full-hint = звільніть місце й спробуйте ще раз
problem-unflushed = диск не підтвердив записане до { $file }: { $why }
problem-unflushed-hint = перевірте диск; перш ніж повторювати, гляньте у спринті, чи воно вже там
problem-poisoned = диск утратив записане
problem-poisoned-hint = перевірте диск, перш ніж далі ним користуватися
problem-job-died = Обчислення зламалося, його припинено. У спринті нічого не змінилося.
problem-drafts = Те, що ви пишете, зараз не переживе збою: { $why }. Збережене через Enter — у безпеці.

## Відповіді мешканців із файлу

problem-csv-empty = файл порожній
problem-csv-empty-hint = вивантажте його ще раз
problem-csv-spreadsheet = це електронна таблиця чи інший офісний файл, а не CSV
problem-csv-spreadsheet-hint = збережіть її як CSV у програмі, де її створено
problem-csv-not-text = це не текстовий файл
problem-csv-not-text-hint = візьміть вивантаження CSV
problem-csv-only-header = у файлі є заголовок і жодного рядка
problem-csv-only-header-hint = вивантажте його ще раз, із рядками
problem-csv-bad-header = перший рядок, із назвами стовпців, не читається
problem-csv-bad-header-hint = там відкрито й не закрито лапки або назва безкінечна; виправте рядок
problem-csv-no-text-column = жоден стовпець не схожий на відповіді; є такі: { $headers }
problem-csv-no-text-column-hint = назвіть його через --text-column або перейменуйте у файлі на «текст»
problem-csv-no-such-column = стовпця { $asked } немає; є такі: { $headers }
problem-csv-no-such-column-hint = візьміть назву з переліку або номер від 1
problem-csv-too-large = у файлі понад { $mebibytes-max } МіБ
problem-csv-too-large-hint = поділіть його на кілька
problem-csv-too-many-columns = стовпців у файлі { $columns }, а найбільше може бути { $columns-max }
problem-csv-too-many-columns-hint = заберіть зайві
problem-csv-too-many-rows = у файлі понад { $rows-max } рядків
problem-csv-too-many-rows-hint = поділіть його на кілька
problem-csv-too-many-names = у стовпці { $header } майже кожен рядок інший, тож це не категорія й не район
problem-csv-too-many-names-hint = назвіть інший стовпець
problem-people-no-names = жоден стовпець не схожий на імена; є такі: { $headers }
problem-people-no-names-hint = назвіть його у файлі «ім’я» або «ПІБ»
problem-people-too-long = у файлі понад { $rows-max } рядків, тож це не список учасників
problem-people-too-long-hint = візьміть список тих, хто приходить на спринт
problem-people-none = жоден рядок не ввійшов
problem-people-none-hint = виправте рядки й прийміть файл ще раз
problem-cancelled = зупинено, нічого не додано
problem-no-row = жоден рядок не ввійшов
problem-no-row-hint = виправте рядки або назвіть стовпці
problem-no-row-first = { $what }; запис { $record }: { $why }

## Чому запис такого файлу не ввійшов

bad-person-no-name = нікого не названо
bad-person-too-long = у назві чи імені понад { $chars-max } знаків
bad-person-unknown-role = «{ $role }» — не роль; є інтерв’юер, нотатник, власник послуги, приймає рішення, спостерігач, фасилітатор
bad-row-no-text = немає тексту
bad-row-too-few =
    { $found ->
        [one] у ньому { $found } клітинка, у заголовку { $expected }
        [few] у ньому { $found } клітинки, у заголовку { $expected }
        [many] у ньому { $found } клітинок, у заголовку { $expected }
       *[other] у ньому { $found } клітинки, у заголовку { $expected }
    }
bad-row-too-many =
    { $found ->
        [one] у ньому { $found } клітинка, у заголовку { $expected }; текст із комою беруть у лапки
        [few] у ньому { $found } клітинки, у заголовку { $expected }; текст із комою беруть у лапки
        [many] у ньому { $found } клітинок, у заголовку { $expected }; текст із комою беруть у лапки
       *[other] у ньому { $found } клітинки, у заголовку { $expected }; текст із комою беруть у лапки
    }
bad-row-name-too-long = у категорії чи районі понад { $chars-max } знаків
bad-row-unclosed-quote = лапки відкрито й не закрито
bad-row-cell-too-long = у клітинці понад { $kibibytes-max } КіБ
bad-row-record-too-long = у записі понад { $kibibytes-max } КіБ

## Що перевірка знаходить у файлі спринту

finding-bom = перед першим рядком стоїть позначка порядку байтів; не шкодить
finding-crlf = рядки закінчуються, як у Windows; не шкодить
finding-missing-newline = останній рядок без розриву; не шкодить
finding-torn-tail =
    { $bytes ->
        [one] останній { $bytes } байт — крок, який записувався, коли зникло живлення; наступне відкриття відкладе його вбік
        [few] останні { $bytes } байти — крок, який записувався, коли зникло живлення; наступне відкриття відкладе їх убік
        [many] останні { $bytes } байтів — крок, який записувався, коли зникло живлення; наступне відкриття відкладе їх убік
       *[other] останні { $bytes } байта — крок, який записувався, коли зникло живлення; наступне відкриття відкладе їх убік
    }
finding-doubled-line = цей рядок стоїть двічі; другий не враховано
finding-garbled = цей рядок не читається
finding-edited = цей рядок змінено поза viche
finding-glued = два рядки злилися в один
finding-missing = перед цим рядком бракує кроків із { $first } по { $last }
finding-out-of-place = крок { $step } стоїть не на місці
finding-unchained = цей рядок не продовжує попередній
finding-broken-group = бракує частин довгого кроку
finding-newer-version = файл записала новіша версія viche
finding-not-a-sprint = це не спринт
finding-unreadable = файл не відкривається
