# What the command line says.

cli-error = error: { $what }
cli-hint = {"  "}hint: { $hint }

## viche new

cli-made =
    { $teams ->
        [one] Made { $file }: “{ $title }”, from { $start }, { $teams } team
       *[other] Made { $file }: “{ $title }”, from { $start }, { $teams } teams
    }
cli-made-next = Begin with: viche open { $file }
problem-bad-date = “{ $date }” is no date
problem-bad-date-hint = write it as 2026-06-18
problem-unknown-zone = there is no time zone “{ $zone }”
problem-unknown-zone-hint = write it as Europe/Kyiv
problem-team-twice = the team “{ $team }” is named twice
problem-team-twice-hint = give each team a name of its own
problem-team-empty = a team needs a name before the = sign
problem-team-empty-hint = write --team "Heat=Energy programme"

## viche open, viche demo

problem-no-terminal = viche needs a terminal to show its screens
problem-no-terminal-hint = run it in a terminal window, without a pipe or a redirection
problem-terminal = the terminal can't be used: { $why }
problem-terminal-hint = try another terminal
problem-terminal-gone = the terminal went away; everything that was shown as saved is in { $file }
problem-terminal-gone-hint = go on with `viche open { $file }`
problem-fault = viche stopped because of a fault in itself ({ $place })
problem-fault-hint = what was shown as saved is in { $file }; go on with `viche open { $file }` and report the place
problem-fault-demo = viche stopped because of a fault in itself ({ $place })
problem-fault-demo-hint = report the place
problem-unsaved =
    { $steps ->
        [one] { $steps } step could not be written to { $file }
       *[other] { $steps } steps could not be written to { $file }
    }
problem-unsaved-hint = check the disk before you open the file again
problem-bad-moment = “{ $at }” is no time
problem-bad-moment-hint = write it as 14:32 or as 2026-06-18T14:32
problem-temporary = no temporary file could be made: { $why }
problem-temporary-hint = name a file with --keep
cli-went-on = What could not be written to { $file } is in { $other }, with everything before it.

## What opening a file found, on the screen

notice-torn-tail = A step was cut off when the program last stopped; its bytes were set aside beside the file.
notice-doubled-line = A line stands twice in the file. It counts once.

## viche import

cli-reading = reading { $percent }
cli-imported =
    { $rows ->
        [one] { $rows } row came in, as { $first } to { $last }
       *[other] { $rows } rows came in, as { $first } to { $last }
    }
cli-stayed-out =
    { $rows ->
        [one] { $rows } record stayed out:
       *[other] { $rows } records stayed out:
    }
cli-bad-row = {"  "}record { $record }: { $why }
cli-unstored = Columns that are not stored: { $columns }
cli-new-departments = New departments: { $names }
cli-undo = In the sprint, u takes the whole import back.

## viche check

cli-check-clean =
    { $steps ->
        [one] { $file } is in order: { $steps } step
       *[other] { $file } is in order: { $steps } steps
    }
cli-check-tail = { $file } can be opened; its end is mended then
cli-check-remembered =
    { $steps ->
        [one] { $file } is whole, but not what this computer remembers: { $steps } step
       *[other] { $file } is whole, but not what this computer remembers: { $steps } steps
    }
cli-check-damaged = { $file } is damaged
cli-check-hopeless = { $file } can't be judged
cli-check-line = line { $line }

## viche settings

cli-settings-file = Settings file: { $file }
cli-settings-no-file = This system names no folder for settings; the defaults hold.
cli-setting = { $name } = { $value }
cli-setting-values = {"  "}one of: { $values }
cli-setting-doc = {"  "}{ $doc }
problem-settings = the settings in { $file } can't be read
problem-settings-hint = correct these lines; `viche settings --help` shows an example
cli-settings-line = {"  "}line { $line }: { $why }
settings-unknown = there is no setting “{ $name }”; there are: { $names }
settings-value = “{ $value }” is no value of { $name }; it takes: { $values }
settings-syntax = this is no TOML: { $why }

cli-came-before = A file of this name brought as many rows before: its answers count twice now. Undo takes the second ones back.
problem-theme = there is no theme “{ $theme }”
problem-theme-hint = take one of { $values }
problem-fault-project = viche stopped because of a fault in itself ({ $place }); the sprint was only read
problem-fault-project-hint = start it again, and report the place
