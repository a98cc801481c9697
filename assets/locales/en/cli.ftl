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
cli-went-on = What could not be written to { $file } is in { $other }, with everything before it. It comes into the sprint when that is opened next on this computer.

## viche open, when somebody has the file: who, then what a key does

cli-offer = Enter opens it only to read; any other key leaves.

## What opening a file found, on the screen

notice-fallback-taken-in = What could not be written to this file last time is back in it: { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}. Copies made meanwhile lack it.
notice-torn-tail = A step was cut off when the program last stopped; its bytes were set aside beside the file.
notice-doubled-line = A line stands twice in the file. It counts once.
notice-wide-open = Others on this computer can read { $file }. To keep it to yourself: chmod 600 { $file }
notice-wide-open-folder = Others on this computer can enter { $file }. To keep it to yourself: chmod 700 { $file }

## viche import

cli-reading = reading { $percent }
cli-merge-nothing = { $into } has everything of { $from } already.
cli-merged = { $steps ->
    [one] 1 step
   *[other] { $steps } steps
} of { $from } came into { $into }, { $notes ->
    [0] no notes
    [one] 1 note
   *[other] { $notes } notes
} among them.
cli-merge-twins = Both files had given out the same codes. What came in is called: { $codes }
cli-merge-not-removed = { $file } still holds words of somebody who was erased, and could not be removed. Please remove it.
cli-merge-left = { $from } is as it was.
problem-merge-other-sprint = { $from } is not a file of the same sprint as { $into }
problem-merge-other-sprint-hint = merge copies of one file; a sprint of its own stays one

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
cli-check-line = {"  "}line { $line }: { $finding }

## viche seal, viche unseal. $file is what is read, $out what is made.

cli-seal-ask = Passphrase for { $file } (nothing shows while you type):
cli-seal-again = The same once more:
cli-unseal-ask = Passphrase of { $file } (nothing shows while you type):
cli-sealed =
    { $steps ->
        [one] Sealed { $file } as { $out }: { $steps } step
       *[other] Sealed { $file } as { $out }: { $steps } steps
    }
cli-sealed-left-out =
    { $bytes ->
        [one] The last { $bytes } byte was left out: a step was still being written there.
       *[other] The last { $bytes } bytes were left out: a step was still being written there.
    }
cli-sealed-next = { $file } stays as it is. Keep the passphrase apart from the sealed file: without it nobody can open it.
cli-unsealed =
    { $steps ->
        [one] Unsealed { $file } as { $out }: { $steps } step
       *[other] Unsealed { $file } as { $out }: { $steps } steps
    }
cli-unsealed-next = { $file } stays as it is. Go on with: viche open { $out }
problem-passphrase-terminal = a passphrase is typed at a terminal, and there is none
problem-passphrase-terminal-hint = run it in a terminal window, or name a file with --passphrase-file
problem-passphrase-file = no passphrase can be read from { $file }: { $why }
problem-passphrase-file-hint = name a text file whose first line is the passphrase
problem-passphrase-empty = the passphrase is empty
problem-passphrase-empty-hint =
    { $chars-min ->
        [one] take a few words, at least { $chars-min } character
       *[other] take a few words, at least { $chars-min } characters
    }
problem-passphrase-short =
    { $chars ->
        [one] a passphrase of { $chars } character is guessed too soon
       *[other] a passphrase of { $chars } characters is guessed too soon
    }
problem-passphrase-short-hint =
    { $chars-min ->
        [one] take a few words, at least { $chars-min } character
       *[other] take a few words, at least { $chars-min } characters
    }
problem-passphrase-long = the passphrase is longer than { $bytes-max } bytes
problem-passphrase-long-hint = take a shorter one
problem-passphrases-differ = the two passphrases are not the same, so nothing was sealed
problem-passphrases-differ-hint = begin again; the keyboard layout and Caps Lock matter
problem-passphrase-wrong = this passphrase does not open { $file }
problem-passphrase-wrong-hint = type it again; the keyboard layout and Caps Lock matter. If it is surely right, take another copy of the file
problem-not-sealed = { $file } is not a sealed file
problem-not-sealed-hint = `viche seal` makes one; its name ends in .age as a rule
problem-sealed-for-key = { $file } is sealed for a key and not with a passphrase
problem-sealed-for-key-hint = open it with the age program and that key
problem-sealed-too-hard = opening { $file } would take more memory than any sealed sprint needs, so it was not tried
problem-sealed-too-hard-hint = ask who sent it; viche did not make it
problem-sealed-damaged = { $file } was cut short or changed since it was sealed
problem-sealed-damaged-hint = take another copy of it; nothing was written
problem-sealed-no-sprint = what is sealed in { $file } is not a sprint in order, so it was not written
problem-sealed-no-sprint-hint = check that it is the right file; the age program can take out what is in it
problem-seal-broken = { $file } could not be sealed
problem-seal-broken-hint = try again, and report it if that does not help
problem-unseal-name = the name { $file } does not end in .age, so the sprint in it has no name
problem-unseal-name-hint = give it one with --out

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
