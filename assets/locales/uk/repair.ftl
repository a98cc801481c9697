# Що цей комп’ютер пам’ятає про файл, як файл лагодять і що можна повернути.

## Файл не такий, яким його пам’ятає цей комп’ютер. $ends і $seen — номери кроків, у -older — поколінь.

remembered-shorter = файл закінчується на кроці { $ends }, а цей комп’ютер бачив крок { $seen }
remembered-replaced = кроків, які цей комп’ютер бачив, аж до кроку { $seen }, у файлі немає
remembered-older = це покоління { $generation } файлу, а цей комп’ютер бачив покоління { $seen }; стерте чи полагоджене відтоді може знову бути в ньому
remembered-other = коли цей комп’ютер востаннє відкривав файл із цією назвою, у ньому був інший спринт
remembered-deleted = цей комп’ютер знає файл із такою назвою, і його немає
remembered-next-repair = Щоб полагодити: viche repair { $file }
remembered-next-backups = Щоб побачити, що можна повернути: viche backups { $file }
notice-remembered = Зважте: { $what }. Спершу вийдіть. { $next }

## viche repair

cli-repair-nothing =
    { $steps ->
        [one] { $file } у порядку: { $steps } крок. Лагодити нічого.
        [few] { $file } у порядку: { $steps } кроки. Лагодити нічого.
        [many] { $file } у порядку: { $steps } кроків. Лагодити нічого.
       *[other] { $file } у порядку: { $steps } кроку. Лагодити нічого.
    }
cli-repair-done =
    { $steps ->
        [one] { $file } полагоджено: { $steps } крок
        [few] { $file } полагоджено: { $steps } кроки
        [many] { $file } полагоджено: { $steps } кроків
       *[other] { $file } полагоджено: { $steps } кроку
    }
cli-repair-some =
    { $steps ->
        [one] { $file } знову відкривається: { $steps } крок. Зарадити вдалося не всьому.
        [few] { $file } знову відкривається: { $steps } кроки. Зарадити вдалося не всьому.
        [many] { $file } знову відкривається: { $steps } кроків. Зарадити вдалося не всьому.
       *[other] { $file } знову відкривається: { $steps } кроку. Зарадити вдалося не всьому.
    }
cli-repair-left =
    { $steps ->
        [one] { $file } цілий: { $steps } крок. Нічого не змінено.
        [few] { $file } цілий: { $steps } кроки. Нічого не змінено.
        [many] { $file } цілий: { $steps } кроків. Нічого не змінено.
       *[other] { $file } цілий: { $steps } кроку. Нічого не змінено.
    }
cli-repair-waits = { $file } змінено поза viche. Лагодження нічого не торкалося.
cli-repair-accept = Щоб лишити змінене: viche repair --accept-edits { $file }
    Щоб повернути те, що було: viche backups { $file }
cli-repair-line = рядок { $line }
cli-repair-older = Пошкоджений файл тепер: { $other }
cli-repair-quarantine = Чого не вдалося використати, є в { $other }

## Що зроблено з рядком і чого не вдалося. $first і $last — номери кроків, $count — скільки їх.

mend-tail =
    { $bytes ->
        [one] кінець не читався; { $bytes } байт відкладено вбік
        [few] кінець не читався; { $bytes } байти відкладено вбік
        [many] кінець не читався; { $bytes } байтів відкладено вбік
       *[other] кінець не читався; { $bytes } байта відкладено вбік
    }
mend-newline = розрив наприкінці знову на місці
mend-junk =
    { $bytes ->
        [one] { $bytes } байт, що не належить жодному кроку, відкладено вбік
        [few] { $bytes } байти, що не належать жодному кроку, відкладено вбік
        [many] { $bytes } байтів, що не належать жодному кроку, відкладено вбік
       *[other] { $bytes } байта, що не належать жодному кроку, відкладено вбік
    }
mend-conflict-mark = позначку, яку лишив git, відкладено вбік
mend-resealed = крок { $step } цілий: пошкоджено було лише його контрольну суму
mend-byte = крок { $step } цілий: пошкоджений байт знайдено
mend-found-mirror =
    { $count ->
        [1] крок { $first } повернувся з дзеркала
       *[other] кроки з { $first } по { $last } повернулися з дзеркала
    }
mend-found-quarantine =
    { $count ->
        [1] крок { $first } повернувся з відкладеного вбік
       *[other] кроки з { $first } по { $last } повернулися з відкладеного вбік
    }
mend-found-generation =
    { $count ->
        [1] крок { $first } повернувся зі старішого покоління
       *[other] кроки з { $first } по { $last } повернулися зі старішого покоління
    }
mend-found-fallback =
    { $count ->
        [1] крок { $first } повернувся з файлу, у якому viche тривало далі
       *[other] кроки з { $first } по { $last } повернулися з файлу, у якому viche тривало далі
    }
mend-put-back =
    { $count ->
        [1] за ним повернуто крок { $first }: цей комп’ютер його бачив
       *[other] за ним повернуто кроки з { $first } по { $last }: цей комп’ютер їх бачив
    }
mend-split = два рядки, що злилися в один, знову окремо
mend-double = він стояв двічі, тепер раз
mend-in-order = крок { $step } знову на своєму місці
mend-edit-accepted = крок { $step } лишено таким, яким його змінено
mend-edit-accepted-header = перший рядок лишено таким, яким його змінено
mend-rerecorded =
    { $steps ->
        [one] { $steps } крок, якого тут бракувало, додано в кінець під новим номером
        [few] { $steps } кроки, яких тут бракувало, додано в кінець під новими номерами
        [many] { $steps } кроків, яких тут бракувало, додано в кінець під новими номерами
       *[other] { $steps } кроку, якого тут бракувало, додано в кінець під новими номерами
    }
mend-header-found = перший рядок знову цілий
mend-header-rebuilt = перший рядок складено наново; спринт зберігає власне ім’я
mend-kept =
    { $bytes ->
        [one] { $bytes } байт не читається; його збережено у файлі
        [few] { $bytes } байти не читаються; їх збережено у файлі
        [many] { $bytes } байтів не читаються; їх збережено у файлі
       *[other] { $bytes } байта не читається; їх збережено у файлі
    }
mend-missing =
    { $count ->
        [1] кроку { $first } ніде не знайдено
       *[other] кроків із { $first } по { $last } ніде не знайдено
    }
mend-unusable = кроком { $step } таким, як він є, не скористатися; що від нього лишилося, збережено у файлі
mend-edited = крок { $step } змінено поза viche
mend-edited-header = цей рядок змінено поза viche
mend-seen-only = цей комп’ютер бачив крок { $step } і копії не має

## viche backups

cli-backups = Що можна повернути на місце { $file }:
cli-backups-restore = Щоб повернути: viche backups { $file } --restore N
cli-backups-copy = Щоб скопіювати деінде: viche backups { $file } --restore N --to PATH
backup-mirror = дзеркало
backup-opening = під час відкриття
backup-older-mirror = старіше дзеркало
backup-generation = до переписування
backup-fallback = де viche тривало далі
backup-quarantine = відкладене вбік
backup-when = { $date }, { $time }
backup-steps =
    { $steps ->
        [one] { $steps } крок
        [few] { $steps } кроки
        [many] { $steps } кроків
       *[other] { $steps } кроку
    }
backup-bytes = { $bytes } Б
backup-size = { $kibibytes } КіБ
backup-in-order = у порядку
backup-torn = у порядку, крім кінця
backup-damaged = пошкоджено
backup-no-sprint = не цілий спринт
cli-restored = { $file } тепер такий, як копія { $n }.
cli-restored-aside = Те, що там було, тепер: { $other }
cli-restored-but = Зважте: { $what }.
problem-no-backups = цей комп’ютер не має копій { $file }
problem-no-backups-hint = він зберігає копію кожного спринту, який на ньому відкривали
problem-no-such-backup = копії { $n } для { $file } немає
problem-no-such-backup-hint = візьміть номер із переліку: viche backups { $file }
problem-backup-bytes = копія { $n } — не цілий спринт
problem-backup-bytes-hint = скопіюйте її деінде через --to PATH
