# What stands around every screen: the two lines at the top and the bar at the bottom.

## The top: sprint, whose turn, saved or not

frame-day = Day { $day }
frame-saved = saved ✓
frame-saving = saving…
frame-not-saved = NOT SAVED
frame-read-only = read only
frame-refreshing = refreshing…

## The clock of the timebox. $left and $over are clocks (12:34, +02:10), $end is a time of day (17:19).

frame-left = { $left } left · to { $end }
frame-over = { $over } over · to { $end }
frame-paused = ❚❚ { $left } paused · to { $end }
frame-all-stopped = ❚❚ All clocks are stopped
frame-no-timebox = no timebox is running

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
frame-hint-redo = redo: { $what }
frame-hint-all = all
frame-hint-help = help
frame-hint-quit = quit

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
