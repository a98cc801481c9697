# The room’s face: what the projector shows.

## The clock alone

face-ends = ends { $end }
face-paused = paused
face-begins = We begin at
face-next-at = We go on at
face-next = Next
face-next-team = Next at the keyboard
face-at-keyboard = At the keyboard
face-called = To the keyboard, please
face-over = That was all for today. Thank you.
face-no-agenda = The agenda is still empty.

## The small clock above a picture. $at is a time of day (15:15).

face-next-short = next { $at }
face-then = then

## Pictures

face-no-interviews = No interview is running now.
face-no-board = No team has put anything on its board yet.
face-board = board
face-board-empty = This board is still empty.
face-no-themes = No themes yet. They come when the notes are sorted.
face-ranking-comes = The ranked list is being worked out.
face-no-ranking = Nothing is ranked yet.
face-more = { $count } more
face-people =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
face-column-heard = Heard
face-column-question = To learn
face-column-insight = Insights
face-column-opportunity = How might we
face-column-idea = Ideas
face-column-action = Next steps

## All clocks were stopped

face-alert = Air alert
face-shelter = To shelter
face-stopped = All clocks are stopped. Nothing is lost. We go on from here.

## At the workstation

help-face = What the projector shows. v changes the picture, e writes one line for the room, z blacks it. Looking at other screens changes nothing on the wall.
command-face-picture = picture
command-face-picture-long = Puts the next picture on the wall: clock, interviews, board, themes, ranked list.
command-face-message = message
command-face-message-long = Writes one line for the room; an empty one takes it away.
command-face-black = black
command-face-black-long = Blacks the wall until z here brings it back.
command-face-show = show again
command-face-show-long = Brings the black wall back.
face-message-title = One line for the room
face-message-label = Message
face-message-hint = It stands at the bottom of the wall. Empty it and press Enter to take it away.
face-back = The wall is back.
face-black-mark = wall black
face-still-black = The wall is still black. 0, then z brings it back.

## The projector, without a workstation: viche project

face-hint-quit = q, Esc or Ctrl+C closes this window. The sprint goes on at the workstation.
face-gone = The file is gone. Waiting for it.
face-unreadable = The file can’t be read now: { $why }. Waiting for it.

## The card: viche project --test

face-card-title = Can you read this?
face-card-text = text
face-card-muted = muted
face-card-strong = strong
face-card-accent = accent
face-card-good = good
face-card-warn = late
face-card-wide = The bars stand right behind each sign:
face-card-last-row = If you can read this line from the last row of seats, the projector is ready. If not, make the letters of the terminal larger.
face-card-size = { $columns } columns, { $rows } rows · q closes
