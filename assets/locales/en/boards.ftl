# What the Boards screen says: columns and cards, what a card rests on, the queue for the keyboard, all teams.

## Columns

boards-column-learn = To learn
boards-column-heard = Heard
boards-column-insights = Insights
boards-column-opportunities = How might we
boards-column-ideas = Ideas
boards-column-steps = Next steps
boards-empty-learn = What do you want to know? a writes a question.
boards-empty-heard = Nothing heard yet. a writes a note of an interview.
boards-empty-insights = What does it mean? On a note, m makes an insight of it.
boards-empty-opportunities = On an insight, m asks how it could be otherwise.
boards-empty-ideas = On a How might we, m adds an idea.
boards-empty-steps = On an idea, m says who does what next.

## Cards. $people of $asked respondents say so; $grade is a letter.

boards-kind-question = question
boards-kind-insight = insight
boards-kind-opportunity = how might we
boards-kind-idea = idea
boards-kind-action = next step
boards-done = done ✓
boards-held-back = not for the room
boards-voices = { $people }/{ $asked } { $grade }
boards-voices-long = { $people } of { $asked } say so · { $grade }
boards-voices-against = { $people } of { $asked } say so, { $against } not · { $grade }
boards-notes =
    { $notes ->
        [one] { $notes } note
       *[other] { $notes } notes
    }
boards-cards =
    { $cards ->
        [one] { $cards } card
       *[other] { $cards } cards
    }
boards-cards-and-minutes = { boards-cards } · { $minutes } min at the keyboard

## An opened card

boards-rests-on = w rests on { $things }
boards-came-of-it = o came of it { $things }
boards-rests-on-nothing = It rests on nothing yet.
boards-nothing-came = Nothing came of it yet.
boards-how-to-walk = w and Enter: back to what it rests on. o and Enter: on to what came of it. Esc: the way you came.
boards-no-link = Move the cursor to a link between two cards.
boards-speaks-for = It speaks for it.
boards-speaks-against = It speaks against it.
boards-read-title = { $card }, all its words

## Writing

boards-new-question = New question
boards-new-insight = New insight
boards-new-opportunity = New how might we
boards-new-idea = New idea
boards-new-action = New next step
boards-new-note = New note
boards-made-from = from { $codes }
boards-hint-question = What do you want to learn from residents? One question a line.
boards-hint-insight = When …, <who> … because …, so …
boards-hint-opportunity = How might we …, so that …?
boards-hint-idea = What could we try, and with whom?
boards-hint-action = Who does what, and by when? The first step within 14 days.
boards-hint-note = What was said or seen, one thing a line. First character: " quote, - pain, * need, = does, + idea, ! wow, % number.
boards-hint-again = Other words for this card. Its code and its links stay.
boards-batch-title =
    { $lines ->
        [one] { $lines } line from the paste
       *[other] { $lines } lines from the paste
    }
boards-batch-too-much = A paste takes at most { $lines } lines of { $chars } characters each. Paste it in parts.

## What is asked

boards-team-title = Whose board?
boards-which-interview = Heard in which interview?
boards-move-title =
    { $cards ->
        [one] { $card } leads to…
       *[other] { $cards } cards lead to…
    }
boards-makes-next = next: a new card, linked to this one
boards-kind-title = What { $card } is

## What is answered

boards-held = { $card } is not for the room now: it is never on the wall.
boards-not-held = { $card } may be shown to the room again.
boards-no-card = There is no card here yet. a writes one.
boards-no-interview = None of the team’s interviews has consent to notes. Ask first: 3, the interview, k.
boards-notes-are-not-done = A note is something heard: there is nothing to be done with it. m makes an insight of it.
boards-kind-stays = A card keeps its kind; only notes have kinds to choose. m makes the next kind from it.
boards-own-only = It is this team’s turn: its own board is shown until it hands over.

## The queue for the keyboard

boards-queue-title = Who comes next to the keyboard
boards-queue-next = Nobody is at the keyboard. t calls { $team } { $name }.
boards-called = called, not here yet
boards-seat-left = at the keyboard, { $left } left
boards-seat-over = at the keyboard, { $left } over
boards-purpose-notes = writes the notes of { $interview }
boards-purpose-sort = sorts its loose notes into themes
boards-purpose-board = works on its board: { $column }
boards-heading-cards = cards
boards-heading-turns = turns
boards-heading-minutes = min
boards-heading-notes = notes
boards-heading-made = made

## All teams

boards-all-title = What hangs on all boards
