# Що viche erase каже, перш ніж стерти, як питає і що каже потім. Жодного слова респондента.

erase-before = { $respondent } зараз буде стерто з { $file }.
erase-rehearsal = { $respondent } було б стерто з { $file }. Нічого не змінено.
erase-rehearsal-before = { $respondent } стерто з { $file } у кроці { $step }; довкола файлу було б прибрано ще раз. Нічого не змінено.
erase-done = { $respondent } стерто з { $file }.
erase-done-before = { $respondent } уже стерто з { $file }, у кроці { $step }. Прибрано ще раз.
erase-ask = Повернути це не можна. Введіть { $respondent }, щоб стерти; будь-що інше лишить усе, як є:

erase-label-interviews = інтерв’ю
erase-label-notes = нотатки
erase-label-others = інші
erase-label-elsewhere = деінде
erase-label-around = довкола
erase-label-stays = лишається
erase-label-blanked = стерто
erase-label-removed = вилучено
erase-label-checked = перевірено
erase-label-left = лишилося

erase-interviews = { $codes }
erase-notes =
    { $notes ->
        [one] { $notes } нотатка, у всіх її редакціях: { $codes }
        [few] { $notes } нотатки, у всіх їхніх редакціях: { $codes }
        [many] { $notes } нотаток, у всіх їхніх редакціях: { $codes }
       *[other] { $notes } нотатки, у всіх їхніх редакціях: { $codes }
    }
erase-notes-none = жодної не записано
erase-same =
    { $notes ->
        [one] { $notes } нотатка іншого респондента тими самими словами теж утратить їх: { $codes }
        [few] { $notes } нотатки інших респондентів тими самими словами теж утратять їх: { $codes }
        [many] { $notes } нотаток інших респондентів тими самими словами теж утратять їх: { $codes }
       *[other] { $notes } нотатки інших респондентів тими самими словами теж утратять їх: { $codes }
    }
erase-texts =
    { $texts ->
        [one] { $texts } текст каже те саме слово в слово
        [few] { $texts } тексти кажуть те саме слово в слово
        [many] { $texts } текстів кажуть те саме слово в слово
       *[other] { $texts } тексту кажуть те саме слово в слово
    }
erase-rows =
    { $rows ->
        [one] { $rows } рядок звернень каже те саме слово в слово
        [few] { $rows } рядки звернень кажуть те саме слово в слово
        [many] { $rows } рядків звернень кажуть те саме слово в слово
       *[other] { $rows } рядка звернень кажуть те саме слово в слово
    }
erase-stays = коди, час і хто писав; запис про те, що { $respondent } стерто
erase-stays-reason = коди, час і хто писав; запис про те, що { $respondent } стерто: «{ $reason }»
erase-files =
    { $files ->
        [one] { $files } файл: { $names }
        [few] { $files } файли: { $names }
        [many] { $files } файлів: { $names }
       *[other] { $files } файлу: { $names }
    }
erase-files-none = більше нічого немає
erase-blanked =
    { $steps ->
        [one] { $steps } крок; про це каже крок { $step }
        [few] { $steps } кроки; про це каже крок { $step }
        [many] { $steps } кроків; про це каже крок { $step }
       *[other] { $steps } кроку; про це каже крок { $step }
    }
erase-checked =
    { $texts ->
        [one] жоден файл цього спринту не містить сказаного (шукали { $texts } текст)
        [few] жоден файл цього спринту не містить сказаного (шукали { $texts } тексти)
        [many] жоден файл цього спринту не містить сказаного (шукали { $texts } текстів)
       *[other] жоден файл цього спринту не містить сказаного (шукали { $texts } тексту)
    }
erase-checked-nothing = слів, які можна було б шукати, вже ніде немає
erase-left = { $file }: { $why }
erase-left-holding = { $file } досі містить слова респондента або не читається: перегляньте його й вилучіть, якщо це копія

erase-reword = Це має сказати інакше людина:
erase-why-quoted = цитата { $respondent }
erase-why-rests = спирається на { $respondent }
erase-what-timebox = розклад
erase-what-guide = гайд
erase-what-message = стіна
erase-what-sprint = спринт

erase-reach = До цього viche не дістає; подбайте, будь ласка, самі:
erase-reach-copies = копії файлу: на флешках, у пошті, на інших комп’ютерах
erase-reach-exports = звіти й вивантаження, зроблені раніше; надруковане й показане
erase-reach-git = git: { $folder } зберігає все, що було в комітах
erase-reach-git-unseen = git, якщо файл колись був у ньому
erase-reach-backups = резервні копії та знімки дисків; перезаписане диск може якийсь час зберігати
erase-reach-computers = те, що viche зберігає на інших комп’ютерах, де відкривали файл
erase-reach-screens = екрани, що стежать за файлом: закрийте їх і відкрийте знову
erase-promise = Можете сказати { $respondent }: у жодному файлі, який зберігає тут viche, сказаного більше немає.
erase-promise-not = Поки не кажіть { $respondent }, що все стерто: приберіть те, що лишилося, і запустіть знову.

problem-erase-code = «{ $code }» — не код респондента
problem-erase-code-hint = пишіть так: P017
problem-erase-nobody = у { $file } не планували жодного інтерв’ю з { $respondent }
problem-erase-nobody-hint = коди стоять біля інтерв’ю, на екрані 3
problem-erase-reason = причина вміщає щонайбільше { $chars-max } знаків
problem-erase-reason-hint = скоротіть її
problem-erase-unasked = перед стиранням viche питає, а термінала, щоб спитати, немає
problem-erase-unasked-hint = додайте --yes або спершу перегляньте з --dry-run
problem-erase-json = з --json ніхто не питає
problem-erase-json-hint = додайте --yes або --dry-run
problem-erase-not-typed = { $respondent } не введено; нічого не змінено
problem-erase-not-typed-hint = почніть знову, коли будете певні
problem-erase-fallback = деякі кроки { $file } чекають у { $other }
problem-erase-fallback-hint = відкрийте спринт один раз: `viche open { $file }`, щоб вони ввійшли; тоді запустіть це ще раз
problem-erase-rescued = у { $other } є кроки, яких немає в { $file }
problem-erase-rescued-hint = з’єднайте їх через `viche merge` або приберіть той файл; тоді запустіть це ще раз
problem-erase-half = { $respondent } стерто з { $file }, але хтось відкрив його, перш ніж вилучено давніші копії
problem-erase-half-hint = закрийте його там і запустіть те саме ще раз
