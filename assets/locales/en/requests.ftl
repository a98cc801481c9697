# What the Requests screen says.

requests-name = { $name }
requests-coded = { $code } { $name }

## Nothing was imported yet

requests-empty-title = No requests yet.
requests-empty-how = Press i to take in a CSV file with what residents wrote, one answer a row. You see what would come in before anything does, and u takes it back.
requests-empty-columns = It needs a column with the texts. Columns with a category, a district and a date are taken too; all others, such as names and telephones, are left out.
requests-empty-shell = Or without opening the sprint: viche import requests FILE CSV

## The counts

requests-asked =
    { $people ->
        [one] { $people } person asked
       *[other] { $people } people asked
    }
requests-asked-unknown = number asked: unknown
requests-more-sources =
    { $n ->
        [one] and { $n } more source (w)
       *[other] and { $n } more sources (w)
    }
requests-total =
    { $rows ->
        [one] { $rows } request
       *[other] { $rows } requests
    }
requests-counted = { $rows } counted
requests-imports =
    { $n ->
        [one] { $n } file
       *[other] { $n } files
    }
requests-unmapped-many =
    { $n ->
        [one] { $n } category not mapped yet
       *[other] { $n } categories not mapped yet
    }
requests-all-mapped = every category is mapped
requests-caption-what = service or category
requests-caption-count = requests
requests-caption-share = share
requests-caption-up-to = so far
requests-half = half of all requests
requests-unmapped = not mapped yet
requests-no-service = no service
requests-category-none = without a category
requests-none-count = No request counts: all of them are set aside. v shows the rows, + lets them count again.
requests-about-unmapped = Which service? m says which, a makes a candidate of it.
requests-about-outside = Somebody said: no service. m says otherwise.
requests-about-categories =
    { $n ->
        [one] { $n } category is mapped to it
       *[other] { $n } categories are mapped to it
    }
requests-and-more = and { $n } more

## Where a category belongs

requests-map-title =
    { $rows ->
        [one] “{ $name }”, { $rows } request, is about…
       *[other] “{ $name }”, { $rows } requests, is about…
    }
requests-which-title = Which category of “{ $service }”?
requests-unknown-count = unknown
requests-no-services = There are no services yet. a makes a candidate of a category.
requests-is-service = This is a service already. a works on a category that is not mapped.
requests-nameless = These rows came in without a category, so there is no name for a service. m maps them.
requests-no-service-yet = Only services stand among the priorities. m maps this category to one.
requests-candidate-made = { $code } is a candidate service now. Its rows went with it.

## The rows

requests-filter-title = Show the requests of…
requests-filter-all = all requests
requests-filter-unmapped = categories not mapped yet
requests-find = Find
requests-found-by = with “{ $query }”
requests-shown =
    { $all ->
        [one] { $rows } of { $all } request
       *[other] { $rows } of { $all } requests
    }
requests-refreshing = refreshing…
requests-marked = { $rows } marked
requests-caption-code = code
requests-caption-about = about
requests-caption-district = district
requests-caption-date = date
requests-caption-text = text
requests-caption-covered = texts covered · r
requests-none-found = No such request. . changes the words, f the filter.
requests-none-of-service = No category is mapped to this service yet, so its requests are unknown. v leads to the counts, m maps a category there.
requests-like = similar to { $row }
requests-speaks = speak of
requests-caption-like = like
requests-none-like = No request has its words. g or Esc leads back.
requests-learning = The words of the requests are being learnt: a moment more, then again.
requests-no-row = There is no request here. f or . brings some.
requests-covered = The texts are covered. r shows them.
requests-cover = covered · r shows the texts when the room may see them
requests-no-themes = There are no themes yet. They are made on the screen Themes (5).
requests-no-theme = It lies in no theme yet. m sends it to one.
requests-file-title =
    { $rows ->
        [one] { $rows } request to which theme?
       *[other] { $rows } requests to which theme?
    }
requests-counts = counts
requests-counts-not = does not count
requests-fact-category = Category
requests-fact-service = Service
requests-fact-district = District
requests-fact-date = Date
requests-fact-theme = Theme
requests-fact-counts = Evidence
requests-fact-source = Source
requests-fact-unknown = unknown
requests-fact-no-theme = none yet · m
requests-whole-place = ← { $row } of { $rows } →

## Where the requests come from

requests-sources-title = Where the requests come from
requests-source-file = File
requests-source-period = Period
requests-source-asked = Asked
requests-source-rows = Came in
requests-source-bad = Did not
requests-source-unstored = Not stored
requests-people =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
requests-came-in =
    { $rows ->
        [one] { $rows } request came in
       *[other] { $rows } requests came in
    }
requests-did-not =
    { $rows ->
        [0] no row was left out
        [one] { $rows } row was left out
       *[other] { $rows } rows were left out
    }
requests-nothing = nothing

## Taking in a file

requests-form-title = Take in requests from a CSV file
requests-form-file = File
requests-form-file-hint = Where the CSV file is. Tab completes the path.
requests-form-name = Source
requests-form-name-hint = What it is called in the room, such as “Survey in the city’s app”. Empty: the name of the file.
requests-form-period = Period
requests-form-period-hint = When people answered, such as “March to May 2026”. Empty: unknown.
requests-form-asked = Number asked
requests-form-asked-hint = How many people were asked, not how many answered. Empty: unknown. Enter looks into the file.
requests-form-no-file = Say which file: its path, such as survey.csv.
requests-form-no-number = The number asked is a whole number, or empty when nobody knows it.
requests-preview-title = Take this in?
requests-preview-read-as = Read as
requests-preview-format = { $encoding }, { $separator }
requests-separator-comma = parted by commas
requests-separator-semicolon = parted by semicolons
requests-separator-tab = parted by tabs
requests-separator-other = parted by { $sign }
requests-preview-text = Text
requests-preview-category = Category
requests-preview-district = District
requests-preview-date = Date
requests-preview-no-category = no column: all rows come in without a category
requests-preview-no-column = no column
requests-preview-first = The first rows, as they would be stored:
requests-working-preview = Looking into the file…
requests-working-import = Taking in the file
requests-working-stop = Esc stops, nothing comes in
requests-busy = A file is on its way already. Wait, or Esc stops it.
requests-cancelled = Stopped. Nothing came in.
requests-report-title = What came in
requests-report-undo = u takes it back, all of it at once.
requests-bad-row = row { $record }: { $why }

## Commands

command-requests-cancel = stop
command-requests-cancel-long = Stop taking in the file; nothing of it comes in
command-requests-open = rows
command-requests-open-long = Show the requests that the line counts
command-requests-map = map
command-requests-map-long = Say which service a category is about; all its requests follow
command-requests-next = unmapped
command-requests-next-long = To the next category that nobody mapped
command-requests-candidate = candidate
command-requests-candidate-long = Make a candidate service of the category
command-requests-rows = all rows
command-requests-rows-long = The other picture: request by request
command-requests-reveal = texts
command-requests-reveal-long = Show or cover what residents wrote
command-requests-find = find
command-requests-find-long = Find requests by words, while you type
command-requests-filter = filter
command-requests-filter-long = Only the requests of a service or category, or those not mapped yet
command-requests-file = theme
command-requests-file-long = Send the request, or all marked ones, to a theme
command-requests-similar = similar
command-requests-similar-long = The requests that are like this one, the likest first
command-requests-before = back
command-requests-before-long = Back from the similar requests to what was shown before
command-requests-mark = mark
command-requests-mark-long = Mark the request, or take its mark off
command-requests-read = whole
command-requests-read-long = Read the whole request with all that is known of it
command-requests-aside = not count
command-requests-aside-long = Does not count as evidence, such as an advertisement or a test
command-requests-count = count
command-requests-count-long = Counts as evidence again
command-requests-priority = priority
command-requests-priority-long = To the service among the priorities
command-requests-theme = to theme
command-requests-theme-long = To the theme that the request lies in
command-requests-import = take in
command-requests-import-long = Take in a CSV file with what residents wrote
command-requests-sources = sources
command-requests-sources-long = Where the requests come from: files, period, number asked
command-requests-counts = counts
command-requests-counts-long = The other picture: counts by service
command-requests-back = back
command-requests-back-long = One step back; the texts are covered

requests-came-before = A file of this name brought as many rows before: its answers count twice now. Undo takes the second ones back.
