# Одиниці, місяці, переліки: дрібні слова, потрібні на кожному екрані.

## Тривалість

words-minutes =
    { $n ->
        [one] { $n } хвилина
        [few] { $n } хвилини
        [many] { $n } хвилин
       *[other] { $n } хвилини
    }
words-minutes-short = { $n } хв

## Дати

words-date = { $day } { $month } { $year }
words-date-short = { $day } { $month }

words-month-1 = січня
words-month-2 = лютого
words-month-3 = березня
words-month-4 = квітня
words-month-5 = травня
words-month-6 = червня
words-month-7 = липня
words-month-8 = серпня
words-month-9 = вересня
words-month-10 = жовтня
words-month-11 = листопада
words-month-12 = грудня

words-month-short-1 = січ.
words-month-short-2 = лют.
words-month-short-3 = бер.
words-month-short-4 = квіт.
words-month-short-5 = трав.
words-month-short-6 = черв.
words-month-short-7 = лип.
words-month-short-8 = серп.
words-month-short-9 = вер.
words-month-short-10 = жовт.
words-month-short-11 = лист.
words-month-short-12 = груд.

## Переліки: «а, б і в»

words-list-more = { $before }, { $next }
words-list-last = { $before } і { $last }
