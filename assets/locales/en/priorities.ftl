# What the Priorities screen says: the ranked list, its other pictures, and what a rank rests on.

priorities-empty = No services yet. They come with a new sprint and its teams. To make one of what residents ask for: press 4 for Requests, put the cursor on a category, press a.
priorities-nothing = There is no service here yet.

priorities-refreshing = refreshing…
priorities-picture-list = Ranked list
priorities-picture-plot = Demand × impact
priorities-picture-ladder = Ladder of ranks
priorities-picture-scores = Scores
priorities-services =
    { $services ->
        [one] { $services } service
       *[other] { $services } services
    }
priorities-studied = with interviews: { $studied }

## The criteria

priorities-demand = demand
priorities-impact = impact
priorities-feasibility = feasibility
priorities-feasibility-short = feas.

## Titles of the columns

priorities-title-rank = #
priorities-title-moved = Δ
priorities-title-service = service
priorities-title-department = department
priorities-title-share = share
priorities-title-said = said
priorities-title-score = score
priorities-title-range = range
priorities-title-ranks = ranks
priorities-title-median = middle
priorities-title-state = state

## Cells

priorities-band = { $first }–{ $last }
priorities-said = { $said }/{ $asked }
priorities-range = { $low }–{ $high }
priorities-unknown = unknown
priorities-grade-a = A
priorities-grade-b = B
priorities-grade-c = C
priorities-grade-d = D
priorities-grade-contradicted = ≠
priorities-grade-none = –

## The row under the cursor

priorities-fact-score = score { $score }
priorities-fact-rank = rank { $low }, surely
priorities-fact-ranks = ranks { $low }–{ $high }
priorities-fact-share = { $share } of requests
priorities-fact-said = { $said }/{ $asked } said so
priorities-not-ranked = Not ranked yet: the ranking is being made.

## The opened row

priorities-claim = In the band { $band } of { $services }, score { $score }: demand { $demand } + impact { $impact } + feasibility { $feasibility }. In nine checks of ten its rank is { $low } to { $high }.
priorities-claim-apart = { $claim } Above { $next } in { $chance } of them.
priorities-claim-tied = { $claim } Above { $next } in { $chance } of them: the two can’t be told apart.
priorities-demand-unknown = Demand is unknown: no category of the requests is mapped to this service. That is not zero.
priorities-demand-from =
    { $count ->
        [one] Counted in the category { $categories }. Source: { $sources }.
       *[other] Counted in the categories { $categories }. Source: { $sources }.
    }
priorities-swing = What would change the top: with { $criterion } at { $to } of the weights instead of { $from }, { $first } and { $second } change places.
priorities-swing-none = No single weight would let { $second } pass { $first }.
priorities-quote = “{ $quote }” { $who }
priorities-grade = grade { $grade } · { $heard } of { $asked } asked are heard in themes
priorities-grade-short = grade { $grade } · heard { $heard }/{ $asked }
priorities-no-interviews = candidate: no interviews
priorities-rests-on =
    { $themes ->
        [0] rests on
        [one] rests on the requests and { $themes } theme
       *[other] rests on the requests and { $themes } themes
    }
priorities-requests =
    { $requests ->
        [one] { $requests } request · { $share } of all
       *[other] { $requests } requests · { $share } of all
    }
priorities-requests-unknown = requests: unknown · map a category with Enter, then m
priorities-candidate = A candidate: no team asked about it. It stands here with its requests and its scores.
priorities-no-themes = No theme holds a note of its interviews yet. 5 leads to the themes.

## The weights

priorities-weights = weights
priorities-weights-locked = weights locked
priorities-weights-title = Weights
priorities-weight-share = counts { $share }

## The 2x2

priorities-sign-high = high
priorities-sign-middle = middle
priorities-sign-low = low
priorities-axis-impact = impact, 1 to 5
priorities-axis-demand = demand, beside the most demanded
priorities-not-on-plot = Demand or impact unknown: { $codes }
priorities-crowded = Too crowded there: { $codes }

## The grid of scores

priorities-part-low = low
priorities-part-mode = likely
priorities-part-high = high
priorities-cell = { $criterion }, { $part }: { $now }
priorities-typing = Digits are the score now: 1 to 5, also 4.5; - is unknown. Enter goes to the next cell, Tab to the next unknown.
priorities-not-typing = Enter opens the cell for typing. The first number of a score is all of it; low and high may follow.
priorities-no-open-cell = Every score is filled in.

## The reveal

priorities-covered-row = covered
priorities-covered = This row is covered. n shows the next one from the bottom.
priorities-covered-left =
    { $rows ->
        [one] { $rows } row is covered. n shows it.
       *[other] { $rows } rows are covered. n shows the next one from the bottom, r shows all.
    }
priorities-revealing = The reveal is on. r ends it.
priorities-not-ranked-yet = The ranking is being made. Press r again in a moment.
priorities-all-shown = All rows are shown. r ends the reveal.
priorities-lifted = lifted by { $criterion }
priorities-held-back = held back by { $criterion }
priorities-unknown-count =
    { $unknown ->
        [one] { $unknown } of 3 is unknown
       *[other] { $unknown } of 3 are unknown
    }
priorities-in-the-middle = in the middle of every scale

## What is to become of a service

priorities-state-title = What is to become of it?
priorities-state-now = Now
priorities-state-next = Next
priorities-state-later = Later
priorities-state-not-now = Not now
priorities-state-fix-first = Fix the process first
priorities-state-none = nothing said yet
priorities-state-now-short = Now
priorities-state-next-short = Next
priorities-state-later-short = Later
priorities-state-not-now-short = Not now
priorities-state-fix-first-short = Fix 1st

## Names and finding

priorities-name-title = Another name for the service
priorities-name-label = Name
priorities-name-hint = As it stands in the register. Enter saves, undo brings the old name back.
priorities-find-title = Find a service

## Commands

command-priorities-open = open
command-priorities-open-long = Open the row: what its rank rests on
command-priorities-why = why
command-priorities-why-long = Why it stands there: open the row
command-priorities-theme = theme
command-priorities-theme-long = To the theme, with what people said
command-priorities-theme-why = theme
command-priorities-theme-why-long = To the theme, with what people said
command-priorities-rows = requests
command-priorities-rows-long = To the requests about this service
command-priorities-onward = requests
command-priorities-onward-long = To the requests about this service
command-priorities-more = +5
command-priorities-more-long = Let this weight count for more
command-priorities-less = −5
command-priorities-less-long = Let this weight count for less
command-priorities-lock = lock
command-priorities-lock-long = Lock the weights, before anybody sees the scores
command-priorities-unlock = unlock
command-priorities-unlock-long = Let the weights be moved again
command-priorities-next = next row
command-priorities-next-long = Show the next row from the bottom
command-priorities-score = type
command-priorities-score-long = Type scores into the grid
command-priorities-next-open = next unknown
command-priorities-next-open-long = To the next score that nobody has given
command-priorities-view = picture
command-priorities-view-long = The next picture: list, 2x2, ladder, scores
command-priorities-weights = weights
command-priorities-weights-long = To the weights
command-priorities-weights-back = weights
command-priorities-weights-back-long = To the weights
command-priorities-list = list
command-priorities-list-long = Back to the list
command-priorities-list-back = list
command-priorities-list-back-long = Back to the list
command-priorities-state = state
command-priorities-state-long = Now, Next, Later, Not now, Fix the process first
command-priorities-reveal = reveal
command-priorities-reveal-long = Cover all rows, to show them to the room from the bottom up
command-priorities-reveal-end = show all
command-priorities-reveal-end-long = End the reveal: show all rows
command-priorities-find = find
command-priorities-find-long = Find a service by its name or code
command-priorities-edit = rename
command-priorities-edit-long = Give the service another name
command-priorities-back = back
command-priorities-back-long = One step back
