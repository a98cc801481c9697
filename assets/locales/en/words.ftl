# Units, months and lists: the small words that every screen needs.

## Lengths of time

words-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
words-minutes-short = { $n } min

## Dates

words-date = { $day } { $month } { $year }
words-date-short = { $day } { $month }

words-month-1 = January
words-month-2 = February
words-month-3 = March
words-month-4 = April
words-month-5 = May
words-month-6 = June
words-month-7 = July
words-month-8 = August
words-month-9 = September
words-month-10 = October
words-month-11 = November
words-month-12 = December

words-month-short-1 = Jan
words-month-short-2 = Feb
words-month-short-3 = Mar
words-month-short-4 = Apr
words-month-short-5 = May
words-month-short-6 = Jun
words-month-short-7 = Jul
words-month-short-8 = Aug
words-month-short-9 = Sep
words-month-short-10 = Oct
words-month-short-11 = Nov
words-month-short-12 = Dec

## Lists: "a, b and c"

words-list-more = { $before }, { $next }
words-list-last = { $before } and { $last }
