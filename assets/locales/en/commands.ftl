# Every command: short for the bar, and a sentence for help. The id follows from the command's name.

## Everywhere

command-app-stop = stop all
command-app-stop-long = Stop all clocks, as in an air alert; pressed again they go on
command-app-turn = next team
command-app-turn-long = Call the next team to the keyboard; in a turn, hand over
command-app-park = park
command-app-park-long = One line to the parking lot: raised, but not now
command-app-undo = undo
command-app-undo-long = Take back the newest step; it says what and whose
command-app-redo = redo
command-app-redo-long = Do again what was taken back
command-app-all = all
command-app-all-long = Every command by name
command-app-help = help
command-app-help-long = Help for this screen
command-app-black = black
command-app-black-long = Black the screen at once; z or Esc brings it back
command-app-language = Українською
command-app-language-long = Говорити українською (switch the language)
command-app-theme = theme
command-app-theme-long = Other colours: terminal, dark, light, projector; for now only
command-app-quit = quit
command-app-quit-long = Quit; everything is saved already

## Interviews

command-interviews-write = note
command-interviews-write-long = Write notes, one a line
command-interviews-add = interview
command-interviews-add-long = Plan a new interview
command-interviews-open = open
command-interviews-open-long = Open the interview: guide and notes
command-interviews-fold = fold
command-interviews-fold-long = Show or fold away the interviews of this round
command-interviews-round = start round
command-interviews-round-long = Start the round: its clock and every interview that waits
command-interviews-clock = clock
command-interviews-clock-long = Start or pause the interview’s clock
command-interviews-section = section
command-interviews-section-long = Go on to the next section of the guide
command-interviews-due = next due
command-interviews-due-long = To the interview whose time ends first
command-interviews-asked = asked
command-interviews-asked-long = The question was asked
command-interviews-done = done
command-interviews-done-long = The interview is finished
command-interviews-skip = skip
command-interviews-skip-long = Leave the question out
command-interviews-cross = take out
command-interviews-cross-long = Take the note out; undo brings it back
command-interviews-edit = words
command-interviews-edit-long = Give the note other words
command-interviews-hold = hide
command-interviews-hold-long = Not for the room: never show this note on the wall
command-interviews-state = consent
command-interviews-state-long = Consent, arrived, no-show, practice, stopped, withdrawn
command-interviews-longer = +1 min
command-interviews-longer-long = One minute more
command-interviews-shorter = −1 min
command-interviews-shorter-long = One minute less
command-interviews-borrow = borrow
command-interviews-borrow-long = Borrow a minute for this section from another one
command-interviews-onward = theme
command-interviews-onward-long = To the theme that the note lies in
command-interviews-pane = pane
command-interviews-pane-long = To the guide or to the notes
command-interviews-pane-back = pane
command-interviews-pane-back-long = To the guide or to the notes
command-interviews-back = back
command-interviews-back-long = Back to the wall
