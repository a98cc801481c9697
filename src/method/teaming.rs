//! Proposed teams: departments mixed, nobody on a service of their own department, somebody who asks and
//! somebody who writes in each, sizes alike. Pure and seeded: the same people and seed make the same teams.
//!
//! Sharing people out so that each group is as mixed as it can be is the maximally diverse grouping problem.
//! The search is that of Lotfi, Cerveny and Weitz: each person changes places with whoever makes it best, until
//! nobody can. Source: R. R. Weitz, S. Lakshminarayanan, "An empirical comparison of heuristic methods for
//! creating maximally diverse groups", Journal of the Operational Research Society 49 (1998). Who may sit where
//! is settled before by augmenting paths (C. Berge, 1957), so that nobody sits on a service of their own
//! department unless the sizes leave no other way.

use super::random::Random;

/// The fewest people of a team.
pub const SIZE_MIN: usize = 4;
/// The most people of a team.
pub const SIZE_MAX: usize = 6;
/// Rounds in which everybody may change places; a search of a hundred people ends after three or four.
const ROUNDS_MAX: usize = 12;
/// How bad it is that two people of one department share a team, and that nobody asks or nobody writes.
const PAIR_COST: i64 = 2;
const LACK_COST: i64 = 3;

/// Somebody to be seated, or who sits already.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Person {
    /// Their department, by any number; those without one are like nobody.
    pub department: Option<u32>,
    /// They ask.
    pub asks: bool,
    /// They write.
    pub writes: bool,
    /// The team in which they sit and stay, by its place.
    pub seat: Option<usize>,
}

/// A team to be filled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Team {
    /// The department that owns what it studies: its people sit elsewhere.
    pub owner: Option<u32>,
}

/// What could not be met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unmet {
    /// So many people found no place: all teams have six.
    NoRoom(usize),
    /// So many teams stay without people: there are too few for four in each.
    Empty(usize),
    /// This team has so few people.
    Small(usize, usize),
    /// This team had too many people before.
    Large(usize, usize),
    /// This person, in this team, studies a service of their own department.
    OwnService(usize, usize),
    /// This team is all of one department.
    OneDepartment(usize),
    /// In this team nobody can ask while another writes, although some people came for that.
    NoPair(usize),
}

/// The proposed teams.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Proposal {
    /// The people of each team by their places, rising; those who sat there before are among them.
    pub teams: Vec<Vec<usize>>,
    /// Who found no place.
    pub waiting: Vec<usize>,
    /// Pairs of people of one department that share a team.
    pub same_pairs: usize,
    /// What could not be met.
    pub unmet: Vec<Unmet>,
}

/// Proposes teams of four to six. People with a seat keep it; the others are shared out over all teams, or,
/// where that would leave fewer than four in each, over as many as can be filled.
pub fn propose(people: &[Person], teams: &[Team], seed: u64) -> Proposal {
    let mut table = Seating::of(people, teams);
    let order = table.order(seed);
    for &person in &order {
        table.seat_well(person);
    }
    for &person in &order {
        table.seat_anywhere(person);
    }
    table.improve(&order);
    table.told()
}

/// What a team has of those who ask and write.
#[derive(Clone, Copy, Default)]
struct Hands {
    asking: u32,
    writing: u32,
    both: u32,
}

impl Hands {
    fn change(&mut self, person: &Person, by: i32) {
        let count = match (person.asks, person.writes) {
            (true, true) => &mut self.both,
            (true, false) => &mut self.asking,
            (false, true) => &mut self.writing,
            (false, false) => return,
        };
        *count = count.saturating_add_signed(by);
    }

    /// How many of the two, one who asks and another who writes, are missing.
    fn lacking(self) -> i64 {
        let single = u32::from(self.asking > 0) + u32::from(self.writing > 0);
        2 - i64::from((single + self.both).min(2))
    }
}

struct Seating<'a> {
    people: &'a [Person],
    teams: &'a [Team],
    /// Departments by their places in a list of those that are there.
    department: Vec<Option<usize>>,
    departments: usize,
    /// How many people each team is to have; behind them the bench, where there is always room.
    room: Vec<usize>,
    seat: Vec<Option<usize>>,
    size: Vec<usize>,
    /// How many of each department a team has, team by team.
    count: Vec<i64>,
    hands: Vec<Hands>,
}

impl<'a> Seating<'a> {
    fn of(people: &'a [Person], teams: &'a [Team]) -> Self {
        let mut known: Vec<u32> = people.iter().filter_map(|person| person.department).collect();
        known.sort_unstable();
        known.dedup();
        let department = people.iter().map(|person| known.binary_search(&person.department?).ok()).collect();
        let places = teams.len() + 1;
        let mut table = Self {
            people,
            teams,
            department,
            departments: known.len(),
            room: Vec::new(),
            seat: vec![None; people.len()],
            size: vec![0; places],
            count: vec![0; places * known.len()],
            hands: vec![Hands::default(); places],
        };
        for (at, person) in people.iter().enumerate() {
            if let Some(team) = person.seat.filter(|&team| team < teams.len()) {
                table.sit(at, team);
            }
        }
        table.room = table.rooms();
        table
    }

    fn bench(&self) -> usize {
        self.teams.len()
    }

    fn is_fixed(&self, person: usize) -> bool {
        self.people[person].seat.is_some_and(|team| team < self.teams.len())
    }

    fn free(&self) -> impl Iterator<Item = usize> {
        (0..self.people.len()).filter(|&person| !self.is_fixed(person))
    }

    /// How many people each team is to have: the smallest gets the next, up to six.
    fn rooms(&self) -> Vec<usize> {
        let mut room = self.size.clone();
        let open = self.open_teams();
        let mut waiting = self.free().count();
        while waiting > 0 {
            let smallest = open.iter().copied().filter(|&team| room[team] < SIZE_MAX);
            let Some(team) = smallest.min_by_key(|&team| room[team]) else { break };
            room[team] += 1;
            waiting -= 1;
        }
        room[self.bench()] = waiting;
        room
    }

    /// The teams that get people: those that have some, and of the others as many as can have four, those
    /// first whose service the fewest of the people own.
    fn open_teams(&self) -> Vec<usize> {
        let (mut open, mut empty): (Vec<usize>, Vec<usize>) =
            (0..self.teams.len()).partition(|&team| self.size[team] > 0);
        let own = |team: usize| self.free().filter(|&person| !self.may(person, team)).count();
        empty.sort_by_cached_key(|&team| own(team));
        let most = (self.people.len() / SIZE_MIN).max(1).saturating_sub(open.len());
        open.extend(empty.into_iter().take(most));
        open.sort_unstable();
        open
    }

    /// The largest departments first, so that they are spread while there is room; people of one department by
    /// lot.
    fn order(&self, seed: u64) -> Vec<usize> {
        let mut sizes = vec![0_usize; self.departments];
        self.department.iter().flatten().for_each(|&department| sizes[department] += 1);
        let mut lots: Vec<u64> = Vec::with_capacity(self.departments);
        let mut random = Random::new(seed);
        lots.extend((0..self.departments).map(|_| random.bits()));
        let mut order: Vec<usize> = self.free().collect();
        order.sort_by_cached_key(|&person| {
            let of = self.department[person];
            let size = of.map_or(0, |department| sizes[department]);
            let lot = of.map_or(u64::MAX, |department| lots[department]);
            (std::cmp::Reverse(size), lot, Random::keyed(seed, person as u64).bits())
        });
        order
    }

    fn may(&self, person: usize, team: usize) -> bool {
        let own = self.people[person].department;
        team == self.bench() || own.is_none() || self.teams[team].owner != own
    }

    fn same(&self, team: usize, person: usize) -> i64 {
        if team == self.bench() {
            return 0;
        }
        self.department[person].map_or(0, |department| self.count[team * self.departments + department])
    }

    fn change(&mut self, person: usize, team: usize, by: i32) {
        self.size[team] = self.size[team].saturating_add_signed(by as isize);
        if let Some(department) = self.department[person] {
            self.count[team * self.departments + department] += i64::from(by);
        }
        self.hands[team].change(&self.people[person], by);
    }

    fn sit(&mut self, person: usize, team: usize) {
        if let Some(before) = self.seat[person].replace(team) {
            self.change(person, before, -1);
        }
        self.change(person, team, 1);
    }

    fn has_room(&self, team: usize) -> bool {
        self.size[team] < self.room[team]
    }

    /// Seats somebody where the fewest of their department sit; where they may sit nowhere that has room,
    /// others make room along an augmenting path. Without one they stay up.
    fn seat_well(&mut self, person: usize) {
        let open = (0..=self.bench()).filter(|&team| self.has_room(team) && self.may(person, team));
        let best = open.min_by_key(|&team| (team == self.bench(), self.same(team, person), self.size[team]));
        match best {
            Some(team) => self.sit(person, team),
            None => self.make_room(person),
        }
    }

    fn make_room(&mut self, person: usize) {
        let places = self.bench() + 1;
        // By which person each team was reached, to walk the path back.
        let mut reached: Vec<Option<usize>> = vec![None; places];
        let mut next: Vec<usize> = (0..places).filter(|&team| self.may(person, team)).collect();
        next.iter().for_each(|&team| reached[team] = Some(person));
        let mut at = 0;
        while let Some(&team) = next.get(at) {
            at += 1;
            if self.has_room(team) {
                return self.shift_along(team, &reached);
            }
            for one in self.free().filter(|&one| self.seat[one] == Some(team)) {
                for (other, by) in reached.iter_mut().enumerate() {
                    if by.is_none() && self.may(one, other) {
                        *by = Some(one);
                        next.push(other);
                    }
                }
            }
        }
    }

    fn shift_along(&mut self, mut team: usize, reached: &[Option<usize>]) {
        while let Some(person) = reached[team] {
            let before = self.seat[person];
            self.sit(person, team);
            match before {
                Some(before) => team = before,
                None => return,
            }
        }
    }

    /// Who could not be seated well sits where there is room, and that is said.
    fn seat_anywhere(&mut self, person: usize) {
        if self.seat[person].is_some() {
            return;
        }
        let open = (0..=self.bench()).filter(|&team| self.has_room(team));
        let team = open.min_by_key(|&team| self.same(team, person)).unwrap_or(self.bench());
        self.sit(person, team);
    }

    /// Lets everybody change places with whoever makes it best, until nobody can.
    fn improve(&mut self, order: &[usize]) {
        for _ in 0..ROUNDS_MAX {
            let mut changed = false;
            for &one in order {
                let swaps = order.iter().filter_map(|&other| Some((self.gain(one, other)?, other)));
                let best = swaps.filter(|(gain, _)| *gain > 0).max_by_key(|(gain, _)| *gain);
                if let Some((_, other)) = best {
                    self.swap(one, other);
                    changed = true;
                }
            }
            if !changed {
                return;
            }
        }
    }

    /// By how much it is better when two people change places; `None` when they can't.
    fn gain(&self, one: usize, other: usize) -> Option<i64> {
        let (from, to) = (self.seat[one]?, self.seat[other]?);
        if from == to || (self.department[one] == self.department[other] && self.are_alike(one, other)) {
            return None;
        }
        let wrong = |person, team| i64::from(!self.may(person, team));
        if wrong(one, to) + wrong(other, from) > wrong(one, from) + wrong(other, to) {
            return None;
        }
        let alike =
            i64::from(self.department[one].is_some() && self.department[one] == self.department[other]);
        let seated = |team: usize| i64::from(team != self.bench());
        let before = self.same(from, one) - seated(from) * self.own(one) + self.same(to, other)
            - seated(to) * self.own(other);
        let after = self.same(to, one) - seated(to) * alike + self.same(from, other) - seated(from) * alike;
        Some(PAIR_COST * (before - after) + LACK_COST * self.hands_gained(one, other, from, to))
    }

    /// Whether a person counts among those of their department.
    fn own(&self, person: usize) -> i64 {
        i64::from(self.department[person].is_some())
    }

    fn are_alike(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.people[one], &self.people[other]);
        (one.asks, one.writes) == (other.asks, other.writes)
    }

    fn hands_gained(&self, one: usize, other: usize, from: usize, to: usize) -> i64 {
        let lacking = |team: usize, out: usize, into: usize| {
            if team == self.bench() {
                return 0;
            }
            let mut hands = self.hands[team];
            let before = hands.lacking();
            hands.change(&self.people[out], -1);
            hands.change(&self.people[into], 1);
            before - hands.lacking()
        };
        lacking(from, one, other) + lacking(to, other, one)
    }

    fn swap(&mut self, one: usize, other: usize) {
        if let (Some(from), Some(to)) = (self.seat[one], self.seat[other]) {
            self.sit(one, to);
            self.sit(other, from);
        }
    }

    fn told(&self) -> Proposal {
        let mut teams = vec![Vec::new(); self.teams.len()];
        let mut waiting = Vec::new();
        for (person, seat) in self.seat.iter().enumerate() {
            match seat {
                Some(team) if *team < self.teams.len() => teams[*team].push(person),
                Some(_) | None => waiting.push(person),
            }
        }
        let pairs = |count: &i64| (count * (count - 1) / 2) as usize;
        let same_pairs = self.count[..self.teams.len() * self.departments].iter().map(pairs).sum();
        let unmet = self.unmet(&teams, waiting.len());
        Proposal { teams, waiting, same_pairs, unmet }
    }

    fn unmet(&self, teams: &[Vec<usize>], waiting: usize) -> Vec<Unmet> {
        let mut unmet = Vec::new();
        if waiting > 0 {
            unmet.push(Unmet::NoRoom(waiting));
        }
        let empty = teams.iter().filter(|people| people.is_empty()).count();
        if empty > 0 {
            unmet.push(Unmet::Empty(empty));
        }
        let roles = self.people.iter().any(|person| person.asks || person.writes);
        for (team, people) in teams.iter().enumerate().filter(|(_, people)| !people.is_empty()) {
            match people.len() {
                size @ 0..SIZE_MIN => unmet.push(Unmet::Small(team, size)),
                SIZE_MIN..=SIZE_MAX => {}
                size => unmet.push(Unmet::Large(team, size)),
            }
            let own = people.iter().filter(|&&person| !self.may(person, team));
            unmet.extend(own.map(|&person| Unmet::OwnService(person, team)));
            let first = people.first().and_then(|&person| self.department[person]);
            let alike = people.iter().all(|&person| self.department[person] == first);
            if people.len() > 1 && first.is_some() && alike {
                unmet.push(Unmet::OneDepartment(team));
            }
            if roles && self.hands[team].lacking() > 0 {
                unmet.push(Unmet::NoPair(team));
            }
        }
        unmet
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(department: u32) -> Person {
        Person { department: Some(department), ..Person::default() }
    }

    fn crowd(departments: u32, each: usize) -> Vec<Person> {
        (0..departments).flat_map(|department| vec![of(department); each]).collect()
    }

    /// The fewest pairs that any sharing out can have: each department spread as evenly as it goes.
    fn fewest_pairs(people: &[Person], teams: usize) -> usize {
        let mut sizes = std::collections::BTreeMap::new();
        people.iter().filter_map(|person| person.department).for_each(|d| *sizes.entry(d).or_insert(0) += 1);
        let pairs = |n: usize| n * n.saturating_sub(1) / 2;
        let spread = |size: &usize| {
            let (each, more) = (size / teams, size % teams);
            more * pairs(each + 1) + (teams - more) * pairs(each)
        };
        sizes.values().map(spread).sum()
    }

    #[test]
    fn twelve_departments_of_four_fill_eight_teams_without_a_pair_and_off_their_own_services() {
        let people = crowd(12, 4);
        let teams: Vec<Team> = [3, 3, 2, 2, 4, 4, 11, 11].map(|owner| Team { owner: Some(owner) }).to_vec();
        let got = propose(&people, &teams, 1);
        assert!(got.teams.iter().all(|team| team.len() == 6), "{got:?}");
        assert_eq!((got.same_pairs, got.unmet), (0, Vec::new()));
    }

    #[test]
    fn each_team_gets_one_who_asks_and_another_who_writes() {
        let mut people = crowd(10, 2);
        for at in [0, 1, 2, 3] {
            people[at].asks = true;
            people[at + 4].writes = true;
        }
        people[8] = Person { asks: true, writes: true, ..people[8] };
        let got = propose(&people, &[Team::default(); 4], 5);
        assert_eq!((got.same_pairs, got.unmet), (0, Vec::new()));
    }

    #[test]
    fn what_cannot_be_met_is_said() {
        let three = propose(&crowd(3, 1), &[Team::default(); 8], 1);
        assert_eq!(three.unmet, [Unmet::Empty(7), Unmet::Small(0, 3)]);
        let one_department = propose(&crowd(1, 8), &[Team::default(); 2], 1);
        assert_eq!(one_department.unmet, [Unmet::OneDepartment(0), Unmet::OneDepartment(1)]);
        let crowded = propose(&crowd(8, 2), &[Team::default(); 2], 1);
        assert_eq!((crowded.unmet, crowded.waiting.len()), (vec![Unmet::NoRoom(4)], 4));
        let own = propose(&crowd(1, 4), &[Team { owner: Some(0) }], 1);
        assert_eq!(own.unmet.iter().filter(|unmet| matches!(unmet, Unmet::OwnService(..))).count(), 4);
        let nowhere = propose(&crowd(2, 2), &[], 1);
        assert_eq!(nowhere.unmet, [Unmet::NoRoom(4)]);
        let mut pair = crowd(4, 2);
        pair[0].asks = true;
        assert!(propose(&pair, &[Team::default(); 2], 1).unmet.contains(&Unmet::NoPair(0)));
    }

    #[test]
    fn the_same_seed_makes_the_same_teams_and_another_seed_others() {
        let (people, teams) = (crowd(12, 4), [Team::default(); 8]);
        assert_eq!(propose(&people, &teams, 7), propose(&people, &teams, 7));
        assert_ne!(propose(&people, &teams, 7).teams, propose(&people, &teams, 8).teams);
    }

    #[test]
    fn a_hundred_people_of_forty_departments_fill_twenty_four_teams_without_a_pair() {
        let people: Vec<Person> = (0..100).map(|at| of(at % 40)).collect();
        let got = propose(&people, &[Team::default(); 24], 3);
        assert_eq!((got.same_pairs, got.unmet), (0, Vec::new()));
    }

    fn any_person(teams: usize) -> impl Strategy<Value = Person> {
        let seat = proptest::option::weighted(0.2, 0..teams.max(1));
        (proptest::option::weighted(0.9, 0..6_u32), any::<bool>(), any::<bool>(), seat)
            .prop_map(|(department, asks, writes, seat)| Person { department, asks, writes, seat })
    }

    /// Whether everybody can sit off their own service in teams of these sizes, tried out by flow.
    fn can_be_clean(people: &[Person], teams: &[Team], got: &Proposal) -> bool {
        let fixed = |at: usize| people[at].seat.is_some_and(|team| team < teams.len());
        let mut slots: Vec<usize> = Vec::new();
        for (team, members) in got.teams.iter().enumerate() {
            slots.extend(members.iter().filter(|&&at| !fixed(at)).map(|_| team));
        }
        let free: Vec<usize> = (0..people.len()).filter(|&at| !fixed(at)).collect();
        slots.extend(got.waiting.iter().map(|_| teams.len()));
        let may = |person: usize, team: usize| {
            let own = people[person].department;
            own.is_none() || teams.get(team).is_none_or(|team| team.owner != own)
        };
        let mut holder: Vec<Option<usize>> = vec![None; slots.len()];
        fn find(
            person: usize,
            slots: &[usize],
            may: &dyn Fn(usize, usize) -> bool,
            holder: &mut Vec<Option<usize>>,
            seen: &mut Vec<bool>,
        ) -> bool {
            for slot in 0..slots.len() {
                if seen[slot] || !may(person, slots[slot]) {
                    continue;
                }
                seen[slot] = true;
                let held = holder[slot];
                if held.is_none_or(|other| find(other, slots, may, holder, seen)) {
                    holder[slot] = Some(person);
                    return true;
                }
            }
            false
        }
        free.iter().all(|&person| find(person, &slots, &may, &mut holder, &mut vec![false; slots.len()]))
    }

    proptest! {
        #[test]
        fn everybody_is_placed_once_and_stays_where_they_sat(
            people in proptest::collection::vec(any_person(5), 0..40),
            owners in proptest::collection::vec(proptest::option::of(0..6_u32), 0..6),
            seed in 0..50_u64,
        ) {
            let teams: Vec<Team> = owners.into_iter().map(|owner| Team { owner }).collect();
            let got = propose(&people, &teams, seed);
            let mut all: Vec<usize> = got.teams.iter().flatten().chain(&got.waiting).copied().collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..people.len()).collect::<Vec<_>>());
            for (at, person) in people.iter().enumerate() {
                if let Some(seat) = person.seat.filter(|&seat| seat < teams.len()) {
                    prop_assert!(got.teams[seat].contains(&at));
                }
            }
            for (team, members) in got.teams.iter().enumerate() {
                let before = people.iter().filter(|person| person.seat == Some(team)).count();
                prop_assert!(members.len() <= SIZE_MAX.max(before), "{:?}", got);
            }
        }

        #[test]
        fn sizes_differ_by_one_at_most_and_small_teams_are_said(
            departments in proptest::collection::vec(0..7_u32, 0..60), teams in 1..12_usize,
        ) {
            let people: Vec<Person> = departments.into_iter().map(of).collect();
            let got = propose(&people, &vec![Team::default(); teams], 1);
            let sizes: Vec<usize> = got.teams.iter().map(Vec::len).filter(|&size| size > 0).collect();
            let (least, most) = (sizes.iter().min().unwrap_or(&0), sizes.iter().max().unwrap_or(&0));
            prop_assert!(most - least <= 1, "{:?}", sizes);
            let small = got.unmet.iter().any(|unmet| matches!(unmet, Unmet::Small(..)));
            prop_assert_eq!(small, sizes.iter().any(|&size| size < SIZE_MIN));
            let used = sizes.len().max(1);
            if got.waiting.is_empty() {
                prop_assert_eq!(got.same_pairs, fewest_pairs(&people, used));
            }
        }

        #[test]
        fn nobody_studies_their_own_service_unless_there_is_no_other_way(
            people in proptest::collection::vec(any_person(4), 0..26),
            owners in proptest::collection::vec(proptest::option::of(0..4_u32), 1..5),
            seed in 0..20_u64,
        ) {
            let teams: Vec<Team> = owners.into_iter().map(|owner| Team { owner }).collect();
            let got = propose(&people, &teams, seed);
            let moved = |unmet: &&Unmet| match unmet {
                Unmet::OwnService(person, _) => people[*person].seat.is_none_or(|team| team >= teams.len()),
                _ => false,
            };
            let wrong = got.unmet.iter().filter(moved).count();
            prop_assert_eq!(wrong == 0, can_be_clean(&people, &teams, &got));
        }
    }
}
