# What `viche group` and `viche suggest` say. $file is what a CSV file is called.

cli-grouping = grouping { $percent }
cli-learning = learning { $percent }
cli-suggesting = suggesting { $percent }

## How a file was read

cli-table-standard-input = standard input
cli-table-read =
    { $rows ->
        [one] { $file }: { $rows } row, { $encoding }, { $separator }
       *[other] { $file }: { $rows } rows, { $encoding }, { $separator }
    }
cli-table-column = Column with the texts: “{ $column }”
cli-table-column-found = Column with the texts: “{ $column }”, found by itself; --column takes another one
cli-table-stands =
    { $rows ->
        [one] { $rows } record can't be read; it stays as it is, without new columns:
       *[other] { $rows } records can't be read; they stay as they are, without new columns:
    }
cli-table-left-out =
    { $rows ->
        [one] { $rows } record of { $file } can't be read and doesn't count:
       *[other] { $rows } records of { $file } can't be read and don't count:
    }
cli-table-short =
    { $rows ->
        [one] { $rows } record is shorter than the header and was filled up: { $records }
       *[other] { $rows } records are shorter than the header and were filled up: { $records }
    }
cli-table-long =
    { $rows ->
        [one] { $rows } record is longer than the header, so the new columns stand behind its last cell: { $records }. A text with a separator in it needs quotes around it.
       *[other] { $rows } records are longer than the header, so the new columns stand behind the longest: { $records }. A text with a separator in it needs quotes around it.
    }
cli-table-silent =
    { $rows ->
        [one] { $rows } row has no text
       *[other] { $rows } rows have no text
    }
cli-table-accepted = { $file }: { $rows ->
    [one] 1 text
   *[other] { $rows } texts
} in { $groups ->
    [one] 1 group
   *[other] { $groups } groups
}
cli-table-unlabelled =
    { $rows ->
        [one] { $rows } text of { $file } has no label and doesn't count
       *[other] { $rows } texts of { $file } have no label and don't count
    }
cli-table-label-alone =
    { $rows ->
        [one] { $rows } row of { $file } has a label and no text, and doesn't count
       *[other] { $rows } rows of { $file } have a label and no text, and don't count
    }
cli-table-pile =
    { $rows ->
        [one] { $file }: { $rows } text to learn words from
       *[other] { $file }: { $rows } texts to learn words from
    }
cli-table-seed = Seed: { $seed }

## What was asked for, and what came of it

cli-group-wanted-free = Groups: as many as the texts have by themselves; --groups, --fine and --coarse ask for others
cli-group-wanted-fine = Groups: many and narrow
cli-group-wanted-coarse = Groups: few and wide
cli-group-wanted-accepted = Groups: only those that people have made
cli-group-wanted-number = Groups: { $groups }
cli-grouped = { $rows ->
    [one] 1 row lies
   *[other] { $rows } rows lie
} in { $groups ->
    [one] 1 group
   *[other] { $groups } groups
}.
cli-group-loose =
    { $rows ->
        [one] { $rows } row has a text and no group: it shares no word with the others.
       *[other] { $rows } rows have a text and no group: they share no word with the others.
    }
cli-group-fewer =
    { $groups ->
        [one] { $asked } groups were asked for; the texts make { $groups }.
       *[other] { $asked } groups were asked for; the texts make { $groups }.
    }
cli-suggested =
    { $rows ->
        [one] { $rows } row has suggestions.
       *[other] { $rows } rows have suggestions.
    }
cli-table-renamed = { $file } has a column “{ $wanted }” already; the new one is called “{ $name }”.
cli-table-lost =
    { $chars ->
        [one] { $chars } character of the new columns is not in { $encoding } and was written as “?”. In a file of UTF-8 it would stand.
       *[other] { $chars } characters of the new columns are not in { $encoding } and were written as “?”. In a file of UTF-8 they would stand.
    }

## Why it could not be done

problem-in-file = { $file }: { $what }
problem-table-no-text-column = no column is known as the one with the texts; there are: { $headers }
problem-table-no-text-column-hint = name it with --column, or call it "text" in the file
problem-table-no-text = no row of { $file } has anything in the column “{ $asked }”; there are: { $headers }
problem-table-no-text-hint = name another column with --column
problem-table-no-column = { $file } has no column “{ $asked }” with the texts; there are: { $headers }
problem-table-no-column-hint = the texts stand in a column of the same name in each file; call it “{ $asked }” there
problem-table-no-label = { $file } has no column “{ $asked }” with the names of the groups; there are: { $headers }
problem-table-no-label-hint = name it with --label
problem-table-label-is-text = the column “{ $asked }” of { $file } can't be the text and the name of its group at once; there are: { $headers }
problem-table-label-is-text-hint = name the column with the names of the groups with --label
problem-table-none-accepted = no row of { $file } has both a text and a label in the column “{ $asked }”; there are: { $headers }
problem-table-none-accepted-hint = give some rows the name of their group, or name another column with --label
problem-table-too-many-labels = the column “{ $asked }” of { $file } holds something else in nearly each row, so it has no names of groups; there are: { $headers }
problem-table-too-many-labels-hint = name another column with --label
problem-table-unwritten = what was worked out could not be written: { $why }
problem-table-unwritten-hint = check the disk, or choose another place behind the > sign
problem-group-none = --groups 0 asks for no group at all
problem-group-none-hint = ask for 1 or more, or leave --groups out: then the texts decide
problem-group-only-accepted = --only-accepted files everything into groups that people have made, and no file with such groups is named
problem-group-only-accepted-hint = name it with --accepted, or leave --only-accepted out
problem-group-label = --label names a column of the file with groups that people have made, and no such file is named
problem-group-label-hint = name it with --accepted, or leave --label out
problem-group-too-few =
    { $accepted ->
        [one] people have made { $accepted } group, more than the { $asked } that --groups asks for
       *[other] people have made { $accepted } groups, more than the { $asked } that --groups asks for
    }
problem-group-too-few-hint = ask for at least { $accepted }, or take --only-accepted
