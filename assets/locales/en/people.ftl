# The screen of people: departments, teams, who has not interviewed yet, proposed teams, lists taken in.

role-interviewer = interviewer
role-note-taker = note-taker
role-service-owner = service owner
role-decider = decider
role-observer = observer
role-facilitator = facilitator
role-and = { $first }, { $second }
role-asks = asks
role-writes = writes
role-owns = owns
role-decides = decides
role-observes = looks on
role-facilitates = runs it

people-picture-departments = Departments
people-picture-teams = Teams
people-picture-unasked = Not interviewed yet
people-picture-people = People
people-private = names stay on this screen
people-count =
    { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
people-departments =
    { $count ->
        [one] { $count } department
       *[other] { $count } departments
    }
people-teams =
    { $count ->
        [one] { $count } team
       *[other] { $count } teams
    }
people-name = { $name }
people-and = { $first } · { $second }
people-team-named = { $code } { $name }
people-no-team = no team
people-no-department = no department
people-no-service = studies no service yet
people-left = left
people-own = own service
people-own-told = Seated. The team studies a service of their own department: better that they listen than ask.
people-mix =
    { $departments ->
        [one] { $people } from { $departments } department
       *[other] { $people } from { $departments } departments
    }
people-mix-own = own service: { $own }
people-asked-in = asked in { $interviews }
people-wrote-in = wrote in { $interviews }
people-group-asked = { $asked } of { $people } have asked
people-asked-none = has not asked yet
people-planned-in = to ask in { $interview }
people-have-asked = { $asked } of { $people } have asked in an interview
people-all-asked = Everybody has asked in an interview. The habit has begun.

people-empty = Nobody takes part yet. Tab and a add a person, i takes in a list from a CSV file.
people-unasked-empty = Nobody takes part yet. i takes in a list from a CSV file, v leads to the departments.
people-departments-empty = No departments yet. a adds one, i takes in a list of people with theirs.
people-teams-empty = No teams yet. a adds one: a name, and the service it studies.
people-nobody-yet = Nobody here yet. Enter, then a.
people-nobody-here-add = Nobody here yet. a adds somebody.
people-nothing-there = There is nothing to edit here.
people-nobody = Nobody is here.

people-department-title = A new department
people-team-title = A new team
people-person-title = A new participant
people-edit-title = { $code } in other words
people-form-name = Name
people-form-name-hint = As people say it in the room. Enter at the last field saves.
people-form-service = Service
people-form-service-hint = The service the team studies, by its code such as S2 or its name. Empty: none yet.
people-form-person = Name
people-form-person-hint = The name they go by in the room, such as a given name and an initial.
people-form-department = Department
people-form-department-hint = By its name or its code, such as D03. Empty: none.
people-form-roles = Roles
people-form-roles-hint = With commas: interviewer, note-taker, service owner, decider, observer, facilitator. Empty: none yet.
people-seat-title = Where does { $name } sit?
people-role-title = What does { $name } do?
people-left-choice = left the sprint
people-has-left = { $code } left. x brings them back.
people-is-back = { $code } is back.

people-proposed = Proposed teams
people-proposed-count =
    { $teams ->
        [one] { $people } in { $teams } team
       *[other] { $people } in { $teams } teams
    }
people-proposed-pairs =
    { $pairs ->
        [0] no two of one department
        [one] { $pairs } pair of one department
       *[other] { $pairs } pairs of one department
    }
people-seated =
    { $people ->
        [one] { $people } person seated. u takes it back.
       *[other] { $people } people seated. u takes it back.
    }
people-unmet-no-room =
    { $count ->
        [one] { $count } person finds no place: every team has six. Add a team.
       *[other] { $count } people find no place: every team has six. Add a team.
    }
people-unmet-empty =
    { $count ->
        [one] { $count } team stays empty: there are too few people for four in each.
       *[other] { $count } teams stay empty: there are too few people for four in each.
    }
people-unmet-small = { $team } has only { $people }: four to six work best.
people-unmet-large = { $team } has { $people }: four to six work best.
people-unmet-own = { $code } comes to { $team }, on a service of their own department.
people-unmet-own-before = { $code } sits in { $team } already, on their own service.
people-unmet-one-department = { $team } is all from one department.
people-unmet-no-pair = { $team } lacks an interviewer or a note-taker beside one.
people-unmet-more = And { $more } more wishes that could not be met.
people-card-more = and { $more } more
people-nothing-to-take = Nobody can be seated so. Add a team, or move somebody with m.

people-busy = A list is being read already. Wait a moment.
people-file-title = Take in people from a CSV file
people-file = File
people-file-hint = Where the CSV file is, with a column of names. Tab completes the path.
people-file-department-hint = For rows that name no department. Empty: those rows stay out. Enter looks into the file.
people-file-none = Say which file: its path, such as people.csv.
people-page-title = Take these people in?
people-page-title-nobody = Nobody to take in
people-page-departments = New departments
people-page-columns = Columns
people-page-unstored = Not stored
people-page-read-as = Read as
people-page-format = { $encoding }, { $separator }
people-page-first = The first people:
people-nothing = none
people-would-come =
    { $people ->
        [0] Nobody new in this file.
        [one] { $people } person comes in. Enter takes them, Esc leaves it.
       *[other] { $people } people come in. Enter takes them, Esc leaves it.
    }
people-came-in =
    { $people ->
        [0] Nobody new came in
        [one] { $people } person came in
       *[other] { $people } people came in
    }
people-here = { $people } already here
people-stayed-out = { $rows } stayed out
people-taken-in = { $came }, { $here }, { $out }. u takes it back.
people-stay-out =
    { $rows ->
        [one] { $rows } row stays out. Correct it in the file and take the file in again: nobody comes twice.
       *[other] { $rows } rows stay out. Correct them in the file and take the file in again: nobody comes twice.
    }
people-bad-row = row { $record }: { $why }
people-bad-more = and { $rows } more

## Commands

command-people-take = take
command-people-take-long = Seat everybody as proposed, in one step
command-people-again = others
command-people-again-long = Propose other teams
command-people-reject = back
command-people-reject-long = Let the proposed teams be; nothing changes
command-people-view = picture
command-people-view-long = The next picture: departments, teams, not interviewed yet
command-people-add = person
command-people-add-long = Add a participant here
command-people-department = department
command-people-department-long = Add a department
command-people-team = team
command-people-team-long = Add a team
command-people-move = to team
command-people-move-long = Seat the participant in a team, or in none
command-people-roles = roles
command-people-roles-long = What the participant does, or that they left
command-people-open = people
command-people-open-long = Go to the people of the department or team
command-people-propose = propose
command-people-propose-long = Propose teams for all who have none: departments mixed, nobody on their own service
command-people-import = take in
command-people-import-long = Take in a list of people from a CSV file
command-people-edit = edit
command-people-edit-long = Other words for the department, team or participant
command-people-leave = left
command-people-leave-long = The participant left, or is back
command-people-pane = other side
command-people-pane-long = To the other side of the screen
command-people-pane-back = other side
command-people-pane-back-long = To the other side of the screen
command-people-back = back
command-people-back-long = Back to the departments or teams
