# What this computer remembers of a file, how a file is mended, and what can be put back.

## A file that is not what this computer remembers. $ends and $seen are numbers of steps, of generations in -older.

remembered-shorter = the file ends at step { $ends }, and this computer has seen step { $seen }
remembered-replaced = steps that this computer has seen, up to step { $seen }, are not in the file
remembered-older = this is generation { $generation } of the file, and this computer has seen generation { $seen }; what was erased or mended since may stand in it again
remembered-other = another sprint stood under this name when this computer last opened it
remembered-deleted = this computer knows a file of this name, and it is gone
remembered-next-repair = To mend it: viche repair { $file }
remembered-next-backups = To see what can be put back: viche backups { $file }
notice-remembered = Look out: { $what }. Quit first. { $next }

## viche repair

cli-repair-nothing =
    { $steps ->
        [one] { $file } is in order: { $steps } step. Nothing to mend.
       *[other] { $file } is in order: { $steps } steps. Nothing to mend.
    }
cli-repair-done =
    { $steps ->
        [one] { $file } is mended: { $steps } step
       *[other] { $file } is mended: { $steps } steps
    }
cli-repair-some =
    { $steps ->
        [one] { $file } can be opened again: { $steps } step. Not everything could be helped.
       *[other] { $file } can be opened again: { $steps } steps. Not everything could be helped.
    }
cli-repair-left =
    { $steps ->
        [one] { $file } is whole: { $steps } step. Nothing was changed.
       *[other] { $file } is whole: { $steps } steps. Nothing was changed.
    }
cli-repair-waits = { $file } was edited outside viche. Nothing was changed.
cli-repair-accept = To keep it as it was edited: viche repair --accept-edits { $file }
    To go back to what it was: viche backups { $file }
cli-repair-line = line { $line }
cli-repair-older = The damaged file is now { $other }
cli-repair-quarantine = What could not be used is in { $other }

## What was done to a line, and what could not be. $first and $last are numbers of steps, $count how many they are.

mend-tail =
    { $bytes ->
        [one] the end could not be read; { $bytes } byte was set aside
       *[other] the end could not be read; { $bytes } bytes were set aside
    }
mend-newline = the line break at the end is there again
mend-junk =
    { $bytes ->
        [one] { $bytes } byte that belongs to no step was set aside
       *[other] { $bytes } bytes that belong to no step were set aside
    }
mend-conflict-mark = a mark that git left was set aside
mend-resealed = step { $step } is whole: only its check sum was damaged
mend-byte = step { $step } is whole: one damaged byte was found
mend-found-mirror =
    { $count ->
        [1] step { $first } came back from the mirror
       *[other] steps { $first } to { $last } came back from the mirror
    }
mend-found-quarantine =
    { $count ->
        [1] step { $first } came back from what was set aside
       *[other] steps { $first } to { $last } came back from what was set aside
    }
mend-found-generation =
    { $count ->
        [1] step { $first } came back from an older generation
       *[other] steps { $first } to { $last } came back from an older generation
    }
mend-found-fallback =
    { $count ->
        [1] step { $first } came back from a file in which viche went on
       *[other] steps { $first } to { $last } came back from a file in which viche went on
    }
mend-put-back =
    { $count ->
        [1] step { $first } was put back behind it: this computer had seen it
       *[other] steps { $first } to { $last } were put back behind it: this computer had seen them
    }
mend-split = two lines that stood in one are two again
mend-double = it stood there twice, and stands there once
mend-in-order = step { $step } stands in its place again
mend-edit-accepted = step { $step } is kept as it was edited
mend-edit-accepted-header = the first line is kept as it was edited
mend-rerecorded =
    { $steps ->
        [one] { $steps } step that was missing here came in behind, under a new number
       *[other] { $steps } steps that were missing here came in behind, under new numbers
    }
mend-header-found = the first line is whole again
mend-header-rebuilt = the first line was made anew; the sprint keeps its own name
mend-kept =
    { $bytes ->
        [one] { $bytes } byte can't be read; it is kept in the file
       *[other] { $bytes } bytes can't be read; they are kept in the file
    }
mend-missing =
    { $count ->
        [1] step { $first } was found nowhere
       *[other] steps { $first } to { $last } were found nowhere
    }
mend-unusable = step { $step } can't be used as it is; what is left of it is kept in the file
mend-edited = step { $step } was edited outside viche
mend-edited-header = this line was edited outside viche
mend-seen-only = this computer has seen step { $step } and has no copy of it

## viche backups

cli-backups = What can be put back in the place of { $file }:
cli-backups-restore = To put one back: viche backups { $file } --restore N
cli-backups-copy = To copy it elsewhere: viche backups { $file } --restore N --to PATH
backup-mirror = mirror
backup-opening = when opened
backup-older-mirror = older mirror
backup-generation = before it was rewritten
backup-fallback = where viche went on
backup-quarantine = set aside
backup-when = { $date }, { $time }
backup-steps =
    { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }
backup-bytes = { $bytes } B
backup-size = { $kibibytes } KiB
backup-in-order = in order
backup-torn = in order but for its end
backup-damaged = damaged
backup-no-sprint = no whole sprint
cli-restored = { $file } is now what copy { $n } was.
cli-restored-aside = What stood there is now { $other }
cli-restored-but = Look out: { $what }.
problem-no-backups = this computer has no copy of { $file }
problem-no-backups-hint = it keeps one of each sprint that is opened on it
problem-no-such-backup = there is no copy { $n } of { $file }
problem-no-such-backup-hint = take a number of the list: viche backups { $file }
problem-backup-bytes = copy { $n } is no whole sprint
problem-backup-bytes-hint = copy it elsewhere with --to PATH
