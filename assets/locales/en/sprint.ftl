# What the sprint's rules answer when they say no, and what undo says of a step.

## Refusals: what is wrong, and what to do

refusal-gone = It is no longer there. Press Esc and choose again.
refusal-name-empty = A name needs at least one letter. Type it and press Enter.
refusal-name-too-long = A name takes at most 200 characters. Shorten it.
refusal-team-exists = A team of this name exists already. Give this one another name.
refusal-service-exists = A service of this name exists already. Map the category to it with m.
refusal-note-empty = A note needs words. Type what you heard, then Enter.
refusal-note-too-long = A note takes at most 2,000 characters. Make two of it.
refusal-nothing-changed = That is so already. Nothing changed.
refusal-already-there = It lies there already. Nothing moved.
refusal-same-theme = A theme can’t be merged with itself. Choose another one.
refusal-tray-stays = The outlier tray stays. Move single notes out of it instead.
refusal-nothing-marked = Mark the notes for the new theme with Space first.
refusal-whole-theme = All its notes are marked. Leave at least one, or rename the theme with e.
refusal-no-consent = No consent to notes yet. Ask, then press k and n.
refusal-interview-over = This interview is over, or never took place. Choose another one.
refusal-withdrawn = The respondent withdrew. Nothing of this interview is shown or changed any more.
refusal-no-clock-runs = No clock is running.
refusal-last-section = This is the last section. d closes the interview.
refusal-minutes-out-of-range = Minutes go from 1 to 480.
refusal-nothing-to-borrow = No other section has a minute to lend.
refusal-no-team = There is no team { $team }. Type a code such as T2.
refusal-not-a-team = Type the team’s code, such as T2.
refusal-nothing-to-start = Nothing here waits to be started.
refusal-not-a-respondent = A respondent is a code such as P017. Never a name.
refusal-not-asked = No interview was planned with this respondent. Look at the code again.
refusal-reason-too-long = A reason takes at most 200 characters. Shorten it.
refusal-weights-locked = The weights are locked. d in the weights unlocks them.
refusal-weights-all-zero = At least one weight must stay above 0.
refusal-score-order = “Low” can’t be above “likely”, nor “high” below it. Change “likely” first.
refusal-score-out-of-range = Scores go from 1 to 5, weights from 0 to 100.
refusal-no-teams = No team takes part yet. Add teams on 8 People, or make the sprint anew with --team.
refusal-nobody-called = No team is called to the keyboard. t calls the next one.
refusal-not-yours = That belongs to another team or to the whole room. Your own notes and cards are yours to change.
refusal-department-exists = A department of this name is here already. Give this one another name.
refusal-participant-exists = Somebody in this department goes by this name. Add an initial.
refusal-participant-left = They left the sprint. x brings them back.
refusal-too-many-people = A sprint holds at most 1,000 people.
refusal-too-many-departments = A sprint holds at most 200 departments.
refusal-too-many-teams = A sprint holds at most 100 teams.
refusal-asks-and-writes = One person can’t ask and write at once. Choose somebody else.
refusal-no-department = No department is named. Name it in the file, or in the form for the whole file.
refusal-listed-twice = The same person stands in row { $record } already.
refusal-two-teams = Sits in { $team } already. Nobody sits in two teams.
refusal-no-team-called = There is no team “{ $name }”. Add the team first, or leave the cell empty.
refusal-no-department-called = There is no department “{ $name }”. Add it first, or leave the field empty.
refusal-no-service-called = There is no service “{ $name }”. Type its code, such as S2, or leave the field empty.
refusal-no-role-called = “{ $name }” is no role here. Known are: interviewer, note-taker, service owner, decider, observer, facilitator.
refusal-everybody-sits = Everybody sits in a team already. m moves one person.
refusal-nobody-here = Nobody takes part yet. Add people with a, or take in a list with i.
refusal-card-empty = A card needs words. Type them and press Enter.
refusal-card-too-long = A card takes at most 2,000 characters. Make two of it.
refusal-keeps-kind = A card keeps its kind, and what it rests on stays where it is. Cards only go to the right.
refusal-not-next = One column at a time: each card grows out of the one before it. Send it to the next column on the right.
refusal-last-column = This is the last column. Nothing comes after a next step but doing it: d says that it is done.
refusal-heard-in-order = Notes stand in the order in which they were heard.
refusal-first-already = It stands first already.
refusal-last-already = It stands last already.
refusal-empty-theme = No note lies in this theme yet, so nothing can rest on it. Put notes into it first.
refusal-nothing-to-undo = There is nothing to undo.
refusal-box-over = This block is over. Choose one that is still ahead.
refusal-box-runs = This block is on now. n goes on to the next, - makes it shorter.
refusal-box-cut = This block is cut. x takes it in again.
refusal-box-protected = This block is protected. k lets go of it first.
refusal-no-box-lends = No later block of the day has 5 minutes to spare.
refusal-day-over = Nothing of the day is ahead. a adds a block.
refusal-later-day = This block belongs to day { $day }, which has not come yet.
refusal-not-a-time = A time is written 09:30, from 00:00 to 23:59. After midnight it is 00:30.
refusal-not-a-mode = Choose one of: plenary, team, pair, solo, silent, break.
refusal-clocks-stopped = All clocks are stopped. ! lets them go on first.
refusal-agenda-full = The agenda is full: 500 blocks are the most.
refusal-plan-changes-nothing = This plan would change nothing.
refusal-not-undoable = This can’t be taken back.

## What a step did, for undo. $code is a code such as N0412; $many the number of facts in the step.

said-sprint = sprint described
said-department = { $code } added
said-participant = { $code } added
said-service-added = { $code } added
said-service-named = { $code } renamed
said-team = { $code } added
said-team-named = { $code } renamed
said-participant-changed = { $code } changed
said-box-added = “{ $code }” added
said-box-titled = “{ $code }” renamed
said-box-lasts =
    { $many ->
        [one] minutes of “{ $code }”
       *[other] minutes of several blocks
    }
said-box-timed = time of “{ $code }”
said-box-placed = “{ $code }” moved
said-box-holds = “{ $code }” when late
said-box-cut =
    { $many ->
        [one] cut of “{ $code }”
       *[other] several blocks cut
    }
said-box-postponed = “{ $code }” put off
said-box-ran = “{ $code }” started
said-box-paused = “{ $code }” paused
said-box-ended = “{ $code }” ended
said-all-stopped = all clocks stopped
said-all-resumed = all clocks going on
said-interview-staffed = who asks in { $code }
said-piece-added = { $code } made
said-piece-worded = { $code } reworded
said-piece-done = { $code } done
said-piece-placed = { $code } moved
said-linked = link of { $code }
said-turn-called = { $code } called
said-turn-seated = team seated
said-turn-lasts = minutes of the turn
said-turn-over = turn ended
said-turn-queued = order of the teams
said-parked = { $code } parked
said-parked-changed = { $code } changed
said-parked-closed = { $code } settled
said-face = the room’s face
said-guide = guide written
said-interview-planned = { $code } planned
said-interview-consented = consent of { $code }
said-interview-stood = state of { $code }
said-interview-practised = { $code } practice
said-interview-ran =
    { $many ->
        [one] { $code } started
       *[other] clocks started together
    }
said-interview-paused =
    { $many ->
        [one] { $code } paused
       *[other] all clocks stopped
    }
said-interview-lasts = minutes of { $code }
said-interview-entered = next section of { $code }
said-interview-asked = question of { $code }
said-note-added =
    { $many ->
        [one] { $code } written
       *[other] notes from { $code } on
    }
said-note-worded = { $code } reworded
said-note-kinded = kind of { $code }
said-note-held = { $code } and the room
said-note-crossed = { $code } taken out
said-note-filed = { $code } moved
said-note-loosened = { $code } loose
said-note-refused = { $code } refused
said-note-apart = { $code } told apart
said-theme-added = { $code } made
said-themes-added =
    { $themes ->
        [one] { $themes } theme made
       *[other] { $themes } themes made
    }
said-theme-named = { $code } renamed
said-theme-merged = { $code } merged
said-theme-removed = { $code } dissolved
said-requests-imported = requests taken in
said-category-mapped = category to { $code }
said-category-outside = category to no service
said-requests-aside = requests set aside
said-requests-filed = requests to a theme
said-weights = weights
said-weights-locked = lock of the weights
said-scored = score of { $code }
said-state = state of { $code }
said-erased = { $code } erased
said-run = file opened
said-damaged = file repaired
said-reverted = undo
said-unknown = something newer
said-by-facilitator = facilitator
said-by-command-line = command line
said-by-team = team { $team }

## Kinds of notes, as the legend says them

kind-plain = note
kind-quote = quote
kind-pain = pain
kind-need = need
kind-behaviour = does
kind-idea = idea
kind-surprise = wow
kind-metric = number
kind-own = own
kind-ask-later = ask

## A planned time of day, as 14:15

time-planned = { $time }

## A time of the night that follows the day, or of the day before: 00:20 +1

time-of-other-day = { $time } { $days }
