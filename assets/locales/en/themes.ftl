# What the Themes screen says: loose notes, themes, what a note looks like.

## The line above the panes and the counts of a theme

themes-inbox = Inbox { $loose } loose
themes-marked = { $marked } marked
themes-count =
    { $themes ->
        [one] { $themes } theme
       *[other] { $themes } themes
    }
themes-notes =
    { $notes ->
        [one] { $notes } note
       *[other] { $notes } notes
    }
themes-tray = tray { $notes }
themes-people =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
themes-one-voice = 1 voice
themes-heading-notes = notes
themes-number = { $n }
themes-no-evidence = no evidence
themes-held-back = not for the room
themes-label = ({ $label })

## The silent phase

themes-silent = SILENT PHASE
themes-silent-covers = who, counts, suggestions covered · r ends it
themes-covered = Covered in the silent phase. r ends it.

## What a note looks like

themes-looks-like = looks like
themes-words = “{ $words }”
themes-looks-like-none = Looks like no theme: they share no words. m sends it anywhere, a makes a theme of it, n leaves it loose.
themes-learning = Learning the words of the wall…

## Empty panes

themes-no-notes = No notes yet. Take them in Interviews (3): they all come here first.
themes-inbox-empty = Every note has its place. Well done! Next: Tab to the themes, look for those with one voice, then 6, Priorities.
themes-opened-empty = No notes in here yet. Esc, then m { $label } sends some here.
themes-empty = No themes yet. Mark notes that belong together with Space, then press a and say what they claim; or g proposes groups.

## Why not

themes-inbox-is-empty = The inbox is empty: no note waits for a theme.
themes-theme-is-empty = There is no note in this theme yet.
themes-none = There is no theme yet. a makes one.
themes-tray-claims-nothing = The tray claims nothing, so no request can speak of it.
themes-no-requests = No requests were taken in yet. 4, then i takes in a CSV file.
themes-no-target = There is no other theme yet. a makes one.
themes-no-service = Nobody in this theme was asked about a service yet.
themes-note-not-here = This note is not on the wall: it was taken out, or its interview is not counted.

## What was done

themes-from-the-top = That was the last loose note. From the top again.
themes-made = Made. It answers to m { $label }.
themes-dissolved =
    { $notes ->
        [0] “{ $theme }” is dissolved.
        [one] “{ $theme }” is dissolved; its note is loose again.
       *[other] “{ $theme }” is dissolved; its { $notes } notes are loose again.
    }
themes-held = { $note } is held back: the room won’t see it.
themes-not-held = { $note } may be shown to the room again, if its respondent agreed.

## Choosing and writing

themes-send-title =
    { $notes ->
        [one] Send { $first } to…
       *[other] Send { $notes } notes to…
    }
themes-join-title = Merge “{ $theme }” into…
themes-find-title = Open which theme? Its letters, or . and words
themes-new-title =
    { $notes ->
        [one] A new theme of one note
       *[other] A new theme of { $notes } notes
    }
themes-empty-title = A new theme, still empty
themes-split-title =
    { $notes ->
        [one] Split one note off into a theme
       *[other] Split { $notes } notes off into a theme
    }
themes-rename-title = Another name for { $theme }
themes-rename-hint = The name makes a claim, such as “Documents are asked for twice”. Its letters stay.
themes-name-label = Name
themes-holds-nothing = Say what people claim, such as “Documents are asked for twice”. Notes come later.
themes-holds-words = Say what it claims, such as “Documents are asked for twice”. In it: { $words }
themes-holds-notes = Say what they claim, such as “Documents are asked for twice”. In it: { $codes }
themes-read-title = Note { $note }
themes-words-title = Other words for { $note }
themes-words-label = Note
themes-words-hint = The old words stay in the file; undo brings them back.

## Why: what a theme rests on

themes-why-title = What “{ $theme }” rests on
themes-why-voices = Who says so
themes-why-nobody = nobody yet
themes-why-kinds = Kinds of notes
themes-why-services = Asked about
themes-of-asked = { $people } of { $asked } asked
themes-requests =
    { $requests ->
        [0] No requests are filed here.
        [one] { $requests } request is filed here; it is counted apart.
       *[other] { $requests } requests are filed here; they are counted apart.
    }
themes-one-voice-hint = Only one respondent says so. Look for a second voice before building on it.

## The commands

command-themes-take = take
command-themes-take-long = Take the first suggestion and go on to the next note (= or +)
command-themes-move = send
command-themes-move-long = Send the note, or the marked ones, to a theme by its letters
command-themes-open = open
command-themes-open-long = Open the theme: its notes in place of the inbox
command-themes-add = theme
command-themes-add-long = Make a theme of the marked notes, or of this one
command-themes-add-empty = theme
command-themes-add-empty-long = Make a theme that is still empty
command-themes-insight = insight
command-themes-insight-long = Write an insight that rests on the opened theme
command-themes-split = split
command-themes-split-long = Split the marked notes off into a theme of their own
command-themes-mark = mark
command-themes-mark-long = Mark the note, or take the mark away
command-themes-refuse = refuse
command-themes-refuse-long = Refuse the first suggestion for good; the next one moves up
command-themes-next = leave
command-themes-next-long = Leave the note loose and go on to the next
command-themes-loosen = take out
command-themes-loosen-long = Take the note, or the marked ones, out of the theme; they are loose again
command-themes-join = merge
command-themes-join-long = Merge the theme into another one, which keeps its name
command-themes-rename = rename
command-themes-rename-long = Give the theme another name; its letters stay
command-themes-why = why
command-themes-why-long = What the theme rests on: who says so, what kinds of notes, about what
command-themes-heard = heard in
command-themes-heard-long = Back to the interview in which the note was heard
command-themes-onward = onward
command-themes-onward-long = On to the insights that rest on the theme, and to Priorities at the service that most of these people were asked about
command-themes-dissolve = dissolve
command-themes-dissolve-long = Dissolve the theme; its notes are loose again
command-themes-back = back
command-themes-back-long = Back to the inbox
command-themes-find = find
command-themes-find-long = Find a theme by its letters or its words, and open it
command-themes-read = read
command-themes-read-long = Read the whole note
command-themes-edit = words
command-themes-edit-long = Give the note other words
command-themes-hold = hide
command-themes-hold-long = Not for the room: hold the note back, or let it go again
command-themes-silent = silent
command-themes-silent-long = Begin or end the silent phase: who, counts and suggestions are covered
command-themes-pane = pane
command-themes-pane-long = To the notes or to the themes
command-themes-pane-back = pane
command-themes-pane-back-long = To the notes or to the themes
command-themes-stop = stop
command-themes-stop-long = Stop the work that goes on; nothing changes
command-themes-ghosts = groups
command-themes-ghosts-long = Propose groups for the whole inbox: ← → coarser or finer, taken one by one, by group or all
command-themes-ghost-take = take
command-themes-ghost-take-long = Take the ghost: a note, on a heading the group, on the top line all; one step
command-themes-ghost-refuse = refuse
command-themes-ghost-refuse-long = Refuse the ghost: a note, on a heading the group, on the top line all
command-themes-pairs = pairs
command-themes-pairs-long = The other picture: near duplicates side by side, and pairs in two scripts
command-themes-panes = panes
command-themes-panes-long = The other picture: loose notes and themes
command-themes-pair-together = together
command-themes-pair-together-long = Put the pair together: the loose note goes to the other one’s theme; two loose ones become a theme
command-themes-pair-apart = not same
command-themes-pair-apart-long = They are not the same: the pair is not shown again
command-themes-pair-read = both
command-themes-pair-read-long = Read both notes whole, with the words in which they differ
command-themes-pair-merge = merge
command-themes-pair-merge-long = Merge the two themes in which the notes lie; the larger one keeps its name
command-themes-pairs-again = again
command-themes-pairs-again-long = Look for pairs again, on the wall as it is now
command-themes-pairs-leave = back
command-themes-pairs-leave-long = Back to the panes
command-themes-requests = requests
command-themes-requests-long = The requests that speak of this theme, the likest first; m files them there
command-themes-ghost-next = group
command-themes-ghost-next-long = To the heading of the next proposed group
command-themes-ghost-before = group
command-themes-ghost-before-long = To the heading of the proposed group before
command-themes-ghost-fold = headings
command-themes-ghost-fold-long = Show only the headings of the proposed groups, or their notes again
command-themes-ghost-name = name
command-themes-ghost-name-long = Give the new group another name before it is taken
command-themes-ghost-link = link
command-themes-ghost-link-long = Link the group with its like in another script: taken as one theme; again parts them
command-themes-ghosts-leave = back
command-themes-ghosts-leave-long = Back to the panes; what was not taken stays loose

## Insights

themes-insight-title = An insight that rests on “{ $theme }”
themes-insight-label = Insight
themes-insight-hint = When …, <who> … because …, so …
themes-insight-made = { $insight } hangs on the board of { $team }. o leads there.
themes-onward-title = What came of it

## Proposed groups

themes-ghosts-title = Proposed groups
themes-ghosts-all =
    { $groups ->
        [one] all · { $notes ->
            [one] { $notes } note
           *[other] { $notes } notes
        } in { $groups } group
       *[other] all · { $notes ->
            [one] { $notes } note
           *[other] { $notes } notes
        } in { $groups } groups
    }
themes-ghosts-loose =
    { $notes ->
        [one] { $notes } stays loose
       *[other] { $notes } stay loose
    }
themes-ghosts-coarse = coarse
themes-ghosts-fine = fine
themes-ghosts-join =
    { $notes ->
        [one] { $notes } would join
       *[other] { $notes } would join
    }
themes-ghosts-none = Nothing is left to take here. ← makes the groups coarser, Esc leads back to the panes.
themes-ghosts-about-all =
    { $new ->
        [0] = takes all of it in one step, and u takes that back. Every group joins a theme that you have.
        [one] = takes all of it in one step, and u takes that back. { $new } group would be a new theme.
       *[other] = takes all of it in one step, and u takes that back. { $new } groups would be new themes.
    }
themes-ghosts-about-keys = ← → coarser, finer. ↓ leads to the groups: = takes one, or one note of it, and - refuses. What people placed stays where it is.
themes-ghosts-all-taken =
    { $notes ->
        [one] { $notes } note is taken, in { $groups ->
            [one] { $groups } group
           *[other] { $groups } groups
        }. u takes it back.
       *[other] { $notes } notes are taken, in { $groups ->
            [one] { $groups } group
           *[other] { $groups } groups
        }. u takes them all back.
    }
themes-ghosts-joined =
    { $notes ->
        [one] { $notes } note joined the theme.
       *[other] { $notes } notes joined the theme.
    }
themes-ghosts-all-refused = Nothing was taken. The notes stay loose; g proposes again.
themes-ghosts-left =
    { $notes ->
        [one] { $notes } note stays loose. g proposes for it again.
       *[other] { $notes } notes stay loose. g proposes for them again.
    }
themes-ghosts-linked = Linked: both are taken as one theme, and their words are learnt. j parts them again.
themes-ghosts-one-note = One note alone makes no group. m sends it to a theme, a makes one of it.
themes-ghosts-which = m sends a note, or on a heading a whole group: ↓ leads there.
themes-ghost-nameless =
    { $notes ->
        [one] A group of one note
       *[other] A group of { $notes } notes
    }
themes-ghost-named = This theme has its name already. In the panes e gives it another.
themes-ghost-name-hint = The words are only a beginning. A name makes a claim, such as “Documents are asked for twice”.
themes-ghost-name-given = Named. It keeps this name whatever the width; = makes the theme.
themes-ghost-no-twin = No group in another script seems to mean the same.
themes-ghost-two-themes = Both are themes already. In the panes j merges them.
themes-ghost-central = says it best
themes-ghost-close = close together
themes-ghost-mixed = somewhat mixed
themes-ghost-wide = very mixed: try finer
themes-script-cyrillic = in Cyrillic
themes-script-latin = in Latin letters
themes-script-both = in both scripts
themes-ghost-typical = typical of the group
themes-ghost-near = near its middle
themes-ghost-edge = at its edge: look twice
themes-ghost-by-words = Here by “{ $words }” · { $place }
themes-ghost-by-text = Here by the text as a whole · { $place }

## Pairs that may say the same

themes-pairs-title = Near duplicates
themes-pairs-found =
    { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }
themes-pairs-together =
    { $pairs ->
        [one] { $pairs } more lies in one theme already
       *[other] { $pairs } more lie in one theme already
    }
themes-pairs-across = in two scripts, perhaps the same
themes-pairs-none = No two notes that lie apart look the same. Esc leads back to the panes.
themes-pairs-busy = Pairs are being looked for already. Esc stops that.
themes-pair-loose = loose
themes-pair-two-themes = They lie in two themes. j merges these, m sends both to one.
themes-pair-not-two-themes = Not both lie in a theme. = puts them together.
themes-pair-apart = { $one } and { $other } are not the same. They won’t be shown as a pair again.
themes-pair-merged = “{ $from }” went into “{ $into }”.
themes-pair-title = { $one } and { $other }

## Work that takes a while

themes-working-propose = Proposing groups
themes-working-compare = Looking for pairs
themes-working-stop = Esc stops it
themes-working-stopped = Stopped. Nothing changed.
themes-working-already = Groups are on their way already. Esc stops that.
