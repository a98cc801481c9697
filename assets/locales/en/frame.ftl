# What stands around every screen: the two lines at the top and the bar at the bottom.

## The top: sprint, whose turn, saved or not

frame-day = Day { $day }
frame-saved = saved ✓
frame-saving = saving…
frame-not-saved = NOT SAVED
frame-saved-elsewhere = saved elsewhere

## What stays above the bar while something is wrong with the file. $why is a reason without a full stop.

trouble-not-saved = Not in the file yet: { $why }. All of it is kept and tried again every second; leave viche open.
trouble-elsewhere = The file can’t be written: { $why }. Everything goes on in a second file on this computer and comes into the sprint when it is opened next.
trouble-disk-full = Disk full: { $notes ->
    [0] hardly anything more fits
    [one] one more note fits
   *[other] about { $notes } more notes fit
}. Free some space; no restart is needed.

## The clock of the timebox. $left and $over are clocks (12:34, +02:10), $end is a time of day (17:19).

frame-left = { $left } left · day to { $end }
frame-over = { $left } over · day to { $end }
frame-all-stopped = ║ All clocks are stopped

## The places, by the digit that leads to each

frame-place-face = Face
frame-place-agenda = Agenda
frame-place-boards = Boards
frame-place-interviews = Interviews
frame-place-requests = Requests
frame-place-themes = Themes
frame-place-priorities = Priorities
frame-place-ballots = Ballots
frame-place-people = People
frame-place-outcome = Outcome

## The bar at the bottom: Act lists its commands, Write and the dialogs say what the keys mean now

frame-bar-writing = ✎ Writing · Enter saves · Esc stops, draft kept
frame-bar-choosing = Letters and digits choose · Enter takes · Esc back
frame-bar-dialog = Enter: yes, go on · Esc: no, back
frame-hint-undo = undo: { $what }
frame-hint-all = all
frame-hint-help = help

## What the keys of any state answer

frame-nothing-closed = Nothing was closed. q quits.
frame-saved-already = Saved already.
frame-paste-help = To paste: Ctrl+Shift+V or the right mouse button; on a Mac Cmd+V.
frame-undone = Taken back: { $what } ({ $whose })
frame-redone = Done again: { $what } ({ $whose })
frame-nothing-to-undo = There is nothing to undo.
frame-nothing-to-redo = There is nothing to redo.
frame-quit-with-clocks =
    { $clocks ->
        [one] { $clocks } clock is running. It goes on while the program is closed. Quit?
       *[other] { $clocks } clocks are running. They go on while the program is closed. Quit?
    }

## When the terminal is too small to draw a screen. All four are counts of columns and rows.

frame-too-small = This window is { $columns }×{ $rows }. Make it at least { $columns-min }×{ $rows-min }, or the letters smaller. Nothing is lost.

## Words of the frame that the application itself says

frame-name = viche
frame-no-agenda = no agenda yet
frame-next = next { $time }
frame-day-over = day { $day } is over
frame-nothing-found = Nothing found. Backspace, or Esc.
frame-no-such-key = This key has no command here. ? shows the keys.
frame-no-such-place = That place comes with a later version.
frame-field-full = This does not fit: the field is full. Nothing was changed.
frame-paste-where = Open a field first (a), then paste.
frame-bar-form = ✎ Writing · Enter next, at the last one done · Tab · Esc stops, draft kept
frame-bar-searching = ✎ Searching · type words · ↑ ↓ · Enter takes · Esc back
frame-bar-reading = ↑ ↓ PgUp PgDn · Enter or Esc closes
app-all-title = All commands
app-quit-title = Quit viche?
app-clocks-stopped = All clocks are stopped. ! lets them go on.
app-clocks-resumed = The clocks go on.
app-theme = Theme: { $theme }, until you quit. The settings keep one for good.
reason-no-colours = colours are switched off
reason-no-clock = no clock is running
help-everywhere = On every screen
help-moving = ↑ ↓ ← → PgUp PgDn Home End move. Digits lead to the screens.
help-writing = While you write, every key is text: Enter saves, Esc keeps the draft.
help-layouts = Letters work by their place on the keyboard, in any layout.
help-agenda = The run of the day: the present block large, the list below. n goes on, l helps when late, v shows the drift and the parking lot.
help-boards = Six columns, from what you want to learn to next steps. m makes the next kind from a card; w and o walk along what it rests on and what came of it.
help-interviews = The wall shows every running interview. Enter opens one: guide on the left, notes on the right.
help-requests = What residents wrote, counted by service. Texts stay covered until r.
help-themes = Loose notes on the left, themes on the right. = takes the suggestion, m and a letter sends a note anywhere. g proposes groups for all of them, v shows pairs that say nearly the same.
help-priorities = Services ranked from demand, impact and feasibility. Enter opens what a rank rests on.
help-people = Who takes part: departments, teams, and who has not interviewed yet. v turns the pictures; names never leave this screen.
help-retype = Ctrl+T types the line again in the other keyboard layout.
frame-bar-finding = ✎ Searching as you type · Enter keeps the search · Esc too
frame-quit-unsaved =
    { $steps ->
        [one] { $steps } step is not on disk yet and would be lost. Esc: stay, make room on the disk, and wait for “saved”. Enter: leave without it.
       *[other] { $steps } steps are not on disk yet and would be lost. Esc: stay, make room on the disk, and wait for “saved”. Enter: leave without them.
    }

## A team's turn. $team and $next are codes of teams (T2), $interview of an interview (T2-I03).

turn-purpose-notes = Notes of { $interview }, the strongest first. Type a sentence, press Enter; that is one note.
turn-purpose-sort =
    { $notes ->
        [one] Sort your one loose note into a theme. = takes the theme that is offered, m chooses another.
       *[other] Sort your { $notes } loose notes into themes. = takes the theme that is offered, m chooses another.
    }
turn-purpose-questions = What do you want to learn? Type a question, press Enter; that is one card.
turn-purpose-insights = What did you understand? Type an insight, press Enter; that is one card.
turn-purpose-opportunities = How might we help? Type a line, press Enter; that is one card.
turn-purpose-ideas = What could be tried? Type an idea, press Enter; that is one card.
turn-purpose-actions = Who does what by when? Type a next step, press Enter; that is one card.
turn-minutes =
    { $minutes ->
        [one] You have one minute. Nothing can be broken, and u takes back what you did.
       *[other] You have { $minutes } minutes. Nothing can be broken, and u takes back what you did.
    }
turn-sit-down = sit down and begin
turn-others = Tab: another task · ← →: another team · Esc: the facilitator goes on
turn-bar-curtain = Enter sits down · Tab another task · ← → another team · Esc facilitator
turn-curtain-keys = Press Enter to sit down. Esc is for the facilitator.
turn-curtain-paste = Nothing was pasted: press Enter to sit down first.
turn-not-now = Not in this turn. The bar below shows your keys; t hands over.
turn-no-quit = A team is at the keyboard: t hands over, then Esc and q quit.
turn-hint-over = hand over
turn-hand-over = Hand the keyboard over?
turn-hand-over-long = { $team }: { $done }. All of it is saved. Next is { $next }. Enter hands over, Esc goes on.
turn-done-nothing = nothing was changed
turn-done-notes =
    { $count ->
        [one] one note written
       *[other] { $count } notes written
    }
turn-done-filed =
    { $count ->
        [one] one filed
       *[other] { $count } filed
    }
turn-done-cards =
    { $count ->
        [one] one card made
       *[other] { $count } cards made
    }
turn-stray = You seem to be writing
turn-stray-hint = Enter: keep it as a note. Esc: back, the draft is kept. What the letters did was taken back.

## All clocks stopped, and going on. $since and $end are times of day, $stood and $left clocks.

app-resume-title = All clocks are stopped
app-resume-stood = Everything has stood since { $since }, for { $stood }.
app-resume-item = { $left } left · ends { $end } now
app-resume-interviews =
    { $interviews ->
        [one] One interview goes on where it stopped.
       *[other] { $interviews } interviews go on where they stopped.
    }
app-resume-day =
    { $minutes ->
        [0] The day ends at { $end }, in time.
        [one] The day ends at { $end }, one minute late.
       *[other] The day ends at { $end }, { $minutes } minutes late.
    }
app-resume-next = Enter: everything goes on · Esc: it stands. On 1 Agenda, l offers three ways to win the time back.

## The parking lot

app-park-title = To the parking lot
app-park-hint = One line: raised, but not now. It is kept for the close of the day.
app-parked = { $code } is in the parking lot: 1 Agenda, v.

## Texts that were not finished. $key is the digit of a screen and $place its name, $about a code (T2-I03) or the title of a form, $places some of these in a row.

drafts-back = The program stopped while you typed this. Enter saves it, Esc puts it by.
drafts-kept =
    { $count ->
        [one] { $count } text is kept that was not finished: { $places }. Open the same field, and it is there.
       *[other] { $count } texts are kept that were not finished: { $places }. Open the same fields, and they are there.
    }
drafts-kept-too = Kept as well: { $places }.
drafts-place = { $key } { $place } – { $about }
drafts-park = p – the parking lot
drafts-stray = a line that was typed among the commands
drafts-more = { $count } more
frame-both = { $first } { $then }

## A sprint that is only read. $file is its path, $line the number of a line, $pid a process, $host a machine, $since a
## time of day. The mark stands where others see whether all is saved.

reading-mark = read only
reading-mark-gone = the file is gone
reading-mark-unreadable = the file can’t be read now
reading-asked = Only to read: nothing is changed here. To change something: q, then `viche open { $file }`.
reading-in-use = Only to read: pid { $pid } on { $host } has it open since { $since }. To change something, close it there, then `viche open { $file }`.
reading-in-use-by-unknown = Only to read: another program has it open. To change something, close it there, then `viche open { $file }`.
reading-damaged = Only to read: line { $line } of the file is damaged. `viche repair { $file }` mends it.
reading-newer = Only to read: a newer viche wrote the file. To change something, open it with that version.
reading-damaged-title = The file is damaged
reading-damaged-line = Line { $line }: { $finding }.
reading-damaged-text = This can be read of it:
reading-damaged-blank = Nothing can be read of it.
reading-damaged-next = `viche repair { $file }` mends it and keeps every byte. `viche check { $file }` lists all that was found.
reading-shown =
    { $steps ->
        [0] No step of it could be read. Nothing is changed.
        [one] What could be read is shown: { $steps } step. Nothing is changed.
       *[other] What could be read is shown: { $steps } steps. Nothing is changed.
    }
reading-newer-title = A newer viche wrote this file
reading-newer-long = This viche shows what it knows of it. What came with the newer version is kept in the file and not shown.
reading-newer-next = To change something, open { $file } with the newer version.
