# What went wrong, and what to do about it. A message that ends in -hint follows the one without it; both are
# lower case, since they stand behind "error:" and "hint:".

problem-in-one = { $what }: { $hint }

## The sprint's file. $file is its path.

problem-not-found = { $file } is not there
problem-not-found-hint = check the name; `ls` shows what is in this folder
problem-deleted = { $file } is not there any more; this computer opened it last on { $when }
problem-deleted-hint = `viche backups { $file }` lists what can be put back
problem-is-folder = { $file } is a folder, and a file is needed
problem-is-folder-hint = name a file in it
problem-exists = { $file } exists already and was left as it is
problem-exists-hint = choose another name, or open it with `viche open`
problem-no-folder = the folder for { $file } does not exist
problem-no-folder-hint = make the folder first, or choose another place
problem-not-allowed = this computer does not let you use { $file }
problem-not-allowed-hint = ask who owns it, or copy it to a folder of your own
problem-link-loop = { $file } is a link that leads back to itself
problem-link-loop-hint = name the file itself; `ls -l` shows where links lead
problem-too-many-open = { $file } can't be opened: this computer has too many files open
problem-too-many-open-hint = close other programs, or allow more with `ulimit -n 1024`, and try again
problem-in-use = { $file } is in use by pid { $pid } on { $host } since { $since }
problem-in-use-hint = close it there, or read it with `viche open --read-only { $file }`
problem-in-use-by-unknown = { $file } is in use by another program
problem-in-use-by-unknown-hint = close it there, or read it with `viche open --read-only { $file }`
problem-not-a-sprint = { $file } is not a sprint
problem-not-a-sprint-hint = a sprint is made with `viche new`; its name ends in .viche as a rule
problem-newer-version = { $file } was written by a newer viche
problem-newer-version-hint = open it with that version, or read it with `viche open --read-only { $file }`; nothing was changed
problem-damaged = { $file } is damaged in line { $line }
problem-damaged-hint = mend it with `viche repair { $file }`, or read it with `viche open --read-only { $file }`; nothing was changed
problem-changed = another program changed, moved or deleted { $file }
problem-changed-hint = put it back in its place and open it again
problem-unwritable = a step is too long for the file
problem-unwritable-hint = undo it
problem-unreadable = { $file } can't be read: { $why }
problem-unreadable-hint = check the disk, or copy the file elsewhere and try again
problem-unwritable-file = { $file } can't be written: { $why }
problem-unwritable-file-hint = check the disk, or choose another place
problem-disk-full = the disk of { $file } is full
problem-disk-full-hint = make room on it and try again
problem-unflushed = the disk did not confirm what was written to { $file }: { $why }
problem-unflushed-hint = check the disk; before you repeat anything, see in the sprint whether it came in
problem-poisoned = the disk lost what was written
problem-poisoned-hint = check the disk before you use it again
problem-job-died = A calculation broke down and was given up. Nothing of the sprint was changed.
problem-drafts = What you are typing would not outlive a crash now: { $why }. What Enter saved is safe.

## Residents' answers from a file

problem-csv-empty = the file is empty
problem-csv-empty-hint = export it again
problem-csv-spreadsheet = this is a spreadsheet or another office file, not CSV
problem-csv-spreadsheet-hint = save it as CSV in the program that made it
problem-csv-not-text = this is not a text file
problem-csv-not-text-hint = take the CSV export
problem-csv-only-header = the file has a header and no rows
problem-csv-only-header-hint = export it again with its rows
problem-csv-bad-header = the first line, with the names of the columns, can't be read
problem-csv-bad-header-hint = a quote is opened there and not closed, or a name is endless; correct the line
problem-csv-no-text-column = no column is known as the one with the answers; there are: { $headers }
problem-csv-no-text-column-hint = name it with --text-column, or call it "text" in the file
problem-csv-no-such-column = there is no column { $asked }; there are: { $headers }
problem-csv-no-such-column-hint = take a name from the list, or a number from 1
problem-csv-too-large = the file has more than { $mebibytes-max } MiB
problem-csv-too-large-hint = part it in several files
problem-csv-too-many-columns = the file has { $columns } columns, and { $columns-max } are the most
problem-csv-too-many-columns-hint = leave out what is not needed
problem-csv-too-many-rows = the file has more than { $rows-max } rows
problem-csv-too-many-rows-hint = part it in several files
problem-csv-too-many-names = the column { $header } holds something else in nearly each row, so it is no category and no district
problem-csv-too-many-names-hint = name another column
problem-people-no-names = no column is known as the one with names; there are: { $headers }
problem-people-no-names-hint = call it "name" in the file
problem-people-too-long = the file has more than { $rows-max } rows, so it is no list of participants
problem-people-too-long-hint = take the list of those who come to the sprint
problem-people-none = not one row came in
problem-people-none-hint = correct the rows and take the file in again
problem-cancelled = it was stopped, and nothing came in
problem-no-row = not one row came in
problem-no-row-hint = correct the rows, or name the columns
problem-no-row-first = { $what }; record { $record }: { $why }

## Why a record of such a file did not come in

bad-person-no-name = nobody is named
bad-person-too-long = a name has more than { $chars-max } characters
bad-person-unknown-role = “{ $role }” is no role; known are interviewer, note-taker, service owner, decider, observer, facilitator
bad-row-no-text = there is no text
bad-row-too-few =
    { $found ->
        [one] it has { $found } cell, the header { $expected }
       *[other] it has { $found } cells, the header { $expected }
    }
bad-row-too-many =
    { $found ->
        [one] it has { $found } cell, the header { $expected }; a text with a separator in it needs quotes around it
       *[other] it has { $found } cells, the header { $expected }; a text with a separator in it needs quotes around it
    }
bad-row-name-too-long = the category or district has more than { $chars-max } characters
bad-row-unclosed-quote = a quote is opened and not closed
bad-row-cell-too-long = a cell has more than { $kibibytes-max } KiB
bad-row-record-too-long = it has more than { $kibibytes-max } KiB

## What a check finds in a sprint's file

finding-bom = a byte order mark stands before the first line; harmless
finding-crlf = lines end as on Windows; harmless
finding-missing-newline = the last line has no line break; harmless
finding-torn-tail =
    { $bytes ->
        [one] the last { $bytes } byte is a step that was being written when the power went; the next opening sets it aside
       *[other] the last { $bytes } bytes are a step that was being written when the power went; the next opening sets them aside
    }
finding-doubled-line = this line stands there twice; the second does not count
finding-garbled = this line can't be read
finding-edited = this line was changed outside viche
finding-glued = two lines stand in one
finding-missing = steps { $first } to { $last } are missing before this line
finding-out-of-place = step { $step } stands in the wrong place
finding-unchained = this line does not follow the one before
finding-broken-group = parts of a long step are missing
finding-newer-version = a newer viche wrote this file
finding-not-a-sprint = this is not a sprint
finding-unreadable = the file can't be opened
