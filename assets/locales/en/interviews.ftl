# The screen of interviews: the wall of clocks, and one interview opened.

interviews-empty = No rounds and no interviews yet. Press a to plan the first interview.
interviews-no-round = Outside of the rounds
interviews-count-running = { $count } running
interviews-count-done = { $count } done
interviews-count-planned = { $count } planned
interviews-count-none = no interviews yet
interviews-notes =
    { $notes ->
        [one] { $notes } note
       *[other] { $notes } notes
    }
interviews-practice = practice, not counted
interviews-guide = Guide
interviews-must = must

interviews-pause-break = break
interviews-pause-distress = needs time
interviews-pause-interpreter = interpreter
interviews-pause-alert = alert

interviews-state-planned = planned
interviews-state-arrived = is here
interviews-state-started = running
interviews-state-done = done ✓
interviews-state-stopped = stopped
interviews-state-no-show = did not come
interviews-state-withdrawn = withdrawn
interviews-state-erased = erased

interviews-scope-notes = notes
interviews-scope-quotes = quotes
interviews-scope-shown = showing
interviews-scope-recontact = asking again
interviews-consent-to = consent: { $scopes } ✓
interviews-consent-none = no consent yet · k

interviews-whole-left = { $left } left of { $whole }
interviews-whole-over = { $left } over { $whole }
interviews-by-wall = (by the wall clock)
interviews-section-left = section: { $left } left
interviews-section-over = section: { $left } over

interviews-press-a = a: write a note
interviews-notes-need-consent = Ask for consent first. When the respondent agrees to notes, press k, then n.
interviews-notes-empty = No notes yet. Press a and type what you hear, one observation a line.
interviews-withdrawn-text = The respondent withdrew. The notes are not shown and count nowhere.
interviews-erased-text = The respondent was erased. The notes are blank for good and count nowhere.

interviews-no-teams = There are no teams yet. They come with a new sprint.
interviews-none-running = No interview is running.
interviews-not-running = This interview is not running.
interviews-pick-question = Move the cursor to a question of this section.
interviews-no-note = There is no note here yet. a writes one.
interviews-note-loose = This note lies in no theme yet. Here it is in the inbox.

## A new interview

interviews-add-title = A new interview
interviews-add-team = Team
interviews-add-team-hint = The team’s code, such as T2.
interviews-add-respondent = Respondent
interviews-add-respondent-hint = A code, never a name. The next free one stands here already.
interviews-add-round = Round
interviews-add-round-hint = The number of the round. Empty: outside of the rounds.
interviews-add-minutes = Minutes
interviews-add-minutes-hint = Planned length, 1 to 480.
interviews-add-segment = Segment
interviews-add-segment-hint = Coarsely, such as “flat owner, 60+”. No name, no address. Enter plans it.

## Consent and state

interviews-choice-title = Consent and state
interviews-consent-notes = agrees to notes
interviews-consent-quotes = agrees to be quoted
interviews-consent-shown = agrees that notes are shown in the room
interviews-consent-recontact = may be asked again
interviews-choice-interviewer = interviewer… { $who }
interviews-choice-note-taker = note-taker… { $who }
interviews-choice-arrived = is here
interviews-choice-no-show = did not come
interviews-choice-practice = practice: never counted
interviews-choice-stopped = stopped for the respondent’s sake
interviews-choice-withdrawn = withdrew the consent
interviews-withdraw-title = Did the respondent withdraw the consent?
interviews-withdraw-text = Their notes will not be shown and will count nowhere. This can’t be undone. Enter: yes, they withdrew. Esc: no.

interviews-borrow-title = Borrow one minute from…
interviews-edit-title = Other words for the note
interviews-edit-label = Note
interviews-edit-hint = The old words stay in the file; undo brings them back.
interviews-batch-title =
    { $notes ->
        [one] { $notes } note from the paste. Enter writes it, Esc leaves it.
       *[other] { $notes } notes from the paste. Enter writes them, Esc leaves them.
    }
interviews-batch-too-much = A paste takes at most { $lines } lines of { $chars } characters each. Paste it in parts.

interviews-consent-but-notes = not to notes · consent: { $scopes }
interviews-took = took {$spent}
interviews-count-paused = { $count } paused

interviews-interviewer-title = Who asks in { $code }?
interviews-note-taker-title = Who writes in { $code }?
interviews-staff-name = { $name }
interviews-staff-nobody = nobody yet
interviews-staff-asked =
    { $times ->
        [0] not asked yet
        [one] asked once
       *[other] asked { $times } times
    }
interviews-staff-wrote =
    { $times ->
        [0] not written yet
        [one] wrote once
       *[other] wrote { $times } times
    }
interviews-staff-own = own service
