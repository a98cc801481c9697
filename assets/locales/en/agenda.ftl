# The agenda: the run of the day, the plan against what happened, the parking lot.

agenda-empty = The agenda is empty. Press a to add the first block: a title, a start, minutes.
agenda-empty-first = The agenda is empty. a adds the first block.

## The present block. $minutes are whole minutes, $end and $time times of day.

agenda-now = Now
agenda-next = Next
agenda-next-none = nothing more on day { $day }
agenda-left-of = left of { $minutes } min
agenda-over-of = over its { $minutes } min
agenda-paused = paused · c lets it go on
agenda-all-stopped = all clocks are stopped · ! lets them go on
agenda-ends = ends { $end }
agenda-late = { $minutes } min late
agenda-day-late = day { $minutes } min late
agenda-early = { $minutes } min early
agenda-between = Between two blocks. n starts the next one.
agenda-not-begun = Day { $day } has not begun. n starts its first block.
agenda-nothing-ahead = Day { $day } is over.
agenda-stopped-waiting = All clocks are stopped. ! lets them go on.
agenda-day-over = That was the last block of day { $day }. Well done.

## The list

agenda-column-plan = plan
agenda-column-actual = actual
agenda-column-minutes = min
agenda-day-ends = day ends { $end }
agenda-planned-to = planned to { $end }
agenda-about = ~{ $time }
agenda-cut = cut
agenda-overlap = overlap { $minutes }
agenda-was = was { $minutes }
agenda-more = +{ $minutes }
agenda-less = −{ $minutes }

## The table of drift: planned, then actual, then the difference

agenda-column-start = start
agenda-column-was = actual
agenda-column-drift = ±
agenda-sums =
    { $blocks ->
        [one] { $blocks } block over: planned { $planned } min, took { $took }
       *[other] { $blocks } blocks over: planned { $planned } min, took { $took }
    }

## One block to its end

agenda-details-planned = Planned: { $begin } to { $end }, { $minutes } min
agenda-details-took = Took place: { $begin } to { $end }, { $minutes } min
agenda-details-runs = On now: { $begin } to { $end }, { $minutes } min
agenda-details-expected = Expected: { $begin } to { $end }, { $minutes } min

## What may happen to a block when the day runs late

agenda-hold-title = When the day runs late, this block is…
agenda-hold-free = free
agenda-hold-pinned = pinned
agenda-hold-can-be-cut = can be cut
agenda-hold-protected = protected
agenda-hold-free-long = may move and shrink
agenda-hold-pinned-long = begins at its time, whatever happens
agenda-hold-can-be-cut-long = may be left out
agenda-hold-protected-long = keeps its minutes

## How the room works

agenda-mode-plenary = plenary
agenda-mode-team = teams
agenda-mode-pair = pairs
agenda-mode-solo = solo
agenda-mode-silent = silent
agenda-mode-break = break

agenda-borrow-title = Borrow { $minutes } minutes from…
agenda-move-title = Move it before…
agenda-move-last = to the end of the day

## Late: three plans

agenda-late-title = { $minutes } min late. What gives way?
agenda-overlap-title = Blocks overlap. What gives way?
agenda-in-time = The day is in time and ends { $finish }. Nothing has to give way.
agenda-plan-shrink = Shorten what is free
agenda-plan-cut = Cut what may be cut
agenda-plan-tail = Put off the tail
agenda-plan-ends = ends { $finish }
agenda-plan-nothing = changes nothing
agenda-plan-shrinks =
    { $blocks ->
        [one] { $blocks } block, −{ $minutes } min
       *[other] { $blocks } blocks, −{ $minutes } min
    }
agenda-plan-one = { $title }
agenda-plan-several =
    { $blocks ->
        [one] { $blocks } block, { $minutes } min
       *[other] { $blocks } blocks, { $minutes } min
    }
agenda-plan-taken = Taken: the day ends { $finish }. u takes it back.

## A new block, and changing one

agenda-new-title = A new block
agenda-edit-title = Title, start and minutes
agenda-form-title = Title
agenda-form-title-hint = What the room will see, in a few words.
agenda-form-start = Start
agenda-form-start-hint = A time such as 15:30. It finds its place in the day by it.
agenda-form-minutes = Minutes
agenda-form-minutes-hint = 1 to 480.
agenda-form-output = Output
agenda-form-output-hint = What is to come out of it. May stay empty.
agenda-form-mode = Mode
agenda-form-mode-hint = plenary, teams, pairs, solo, silent or break. Enter adds it.

## The parking lot

agenda-parking = Parking lot
agenda-parking-counts = { $open } open
agenda-parking-unowned = { $count } without an owner
agenda-parking-empty = Nothing is parked. a adds a line here, p from any screen: raised, but not now.
agenda-parking-none = Nothing is parked yet. a adds a line.
agenda-parking-new = To the parking lot
agenda-parking-words = Other words for this line
agenda-parking-label = Line
agenda-parking-hint = One line: raised, but not now. It is settled or owned by the close.
agenda-parking-settled = settled
agenda-parking-no-owner = no owner
agenda-parking-owner-title = Who takes it further?
agenda-parking-nobody = Nobody is in the list of people yet: add them on screen 8.
