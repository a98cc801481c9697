//! Priorities: services ranked from demand, impact and feasibility, each shown beside the others before any
//! total. Ranking itself is a method; here stands what it is fed with.

use serde::{Deserialize, Serialize};

use super::id::{NoteId, ServiceId, ThemeId};
use super::note::{Kind, Note};
use super::{Fact as AnyFact, Refusal, Sprint};
use crate::method::evidence::{self, Grade};
use crate::method::ranking::{Estimate, Input, Item, Weights};

/// Draws of a ranking: enough that a chance is known to a percent.
pub const DRAWS: u32 = 10_000;
/// Most notes that are looked at for a quote.
const QUOTES_MAX: usize = 500;

/// What a service is scored by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// What it would change for residents.
    Impact,
    /// How well it can be done: by its owner and IT.
    Feasibility,
}

/// A score from 1 to 5 as people gave it.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Score {
    /// At worst.
    pub low: f64,
    /// Most likely.
    pub mode: f64,
    /// At best.
    pub high: f64,
}

/// A part of a score.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// At worst.
    Low,
    /// Most likely.
    Mode,
    /// At best.
    High,
}

impl Score {
    /// A score of which nothing but one number was said.
    pub fn point(value: f64) -> Self {
        Self { low: value, mode: value, high: value }
    }

    /// Its part.
    pub fn part(&self, part: Part) -> f64 {
        match part {
            Part::Low => self.low,
            Part::Mode => self.mode,
            Part::High => self.high,
        }
    }

    /// The score with another value in one part. Another mode takes the ends along as far as it must; an end
    /// never takes the mode along.
    fn with(self, part: Part, value: f64) -> Self {
        match part {
            Part::Low => Self { low: value, ..self },
            Part::High => Self { high: value, ..self },
            Part::Mode if self.low == self.high => Self::point(value),
            Part::Mode => Self { low: self.low.min(value), mode: value, high: self.high.max(value) },
        }
    }
}

/// What is to become of a service.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Begin now.
    Now,
    /// Begin when a place is free.
    Next,
    /// Keep in mind.
    Later,
    /// Not this time.
    NotNow,
    /// Mend the process before anything is digitised.
    FixFirst,
}

/// Weights in percent of each other; they need not add up to a hundred.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Weighting {
    /// Of the demand.
    pub demand: u16,
    /// Of the impact.
    pub impact: u16,
    /// Of the feasibility.
    pub feasibility: u16,
}

impl Default for Weighting {
    /// Impact .35, demand .25, feasibility .25 of the proposed set, the rest being for criteria that come later.
    fn default() -> Self {
        Self { demand: 25, impact: 35, feasibility: 25 }
    }
}

/// What was said of one service.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Standing {
    /// Its impact.
    pub impact: Option<Score>,
    /// Its feasibility.
    pub feasibility: Option<Score>,
    /// What is to become of it.
    pub state: Option<State>,
}

impl Standing {
    /// Its score by a criterion; `None` is unknown.
    pub fn of(&self, criterion: Criterion) -> Option<Score> {
        match criterion {
            Criterion::Impact => self.impact,
            Criterion::Feasibility => self.feasibility,
        }
    }
}

/// All that was said.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Priorities {
    /// The agreed weights.
    pub weights: Weighting,
    /// The weights may not change any more.
    pub locked: bool,
    standings: rustc_hash::FxHashMap<ServiceId, Standing>,
}

/// What becomes true of the priorities.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The weights are these.
    Weighted(Weighting),
    /// The weights may not change, or may again.
    Locked {
        /// May not.
        locked: bool,
    },
    /// A service was scored.
    Scored {
        /// Which.
        service: ServiceId,
        /// By what.
        criterion: Criterion,
        /// How; none is unknown.
        score: Option<Score>,
    },
    /// Something was decided on a service.
    Stood {
        /// Which.
        service: ServiceId,
        /// What.
        state: Option<State>,
    },
}

impl Fact {
    pub(super) fn apply(&self, sprint: &mut Sprint) {
        let priorities = &mut sprint.priorities;
        match self {
            Self::Weighted(weights) => priorities.weights = *weights,
            Self::Locked { locked } => priorities.locked = *locked,
            Self::Scored { service, criterion, score } => {
                let standing = priorities.standings.entry(*service).or_default();
                match criterion {
                    Criterion::Impact => standing.impact = *score,
                    Criterion::Feasibility => standing.feasibility = *score,
                }
            }
            Self::Stood { service, state } => {
                priorities.standings.entry(*service).or_default().state = *state;
            }
        }
    }
}

impl Priorities {
    /// What was said of a service.
    pub fn standing(&self, service: ServiceId) -> Standing {
        self.standings.get(&service).cloned().unwrap_or_default()
    }
}

/// What a service rests on, in distinct respondents.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Support {
    /// Respondents with a note in a theme.
    pub heard: u32,
    /// Respondents asked.
    pub asked: u32,
    /// The most respondents that one theme has.
    pub strongest: u32,
    /// How good the evidence of that theme is.
    pub grade: Grade,
}

impl Sprint {
    /// What a service rests on until insights come: the themes that hold notes of its teams' interviews.
    /// Requests are its second source.
    pub fn support(&self, service: ServiceId) -> Support {
        let asked = self.evidence.asked_about(service);
        let heard = self.evidence.heard_about(service);
        let (strongest, grade) = self.strongest(service);
        Support { heard, asked, strongest, grade }
    }

    /// The most respondents that one theme of a service has, and the grade that makes.
    fn strongest(&self, service: ServiceId) -> (u32, Grade) {
        let asked = self.evidence.asked_about(service);
        let strongest = self.claims_of(service).map(|(_, people)| people).max().unwrap_or(0);
        let counted = self.requests.demand(service).is_some_and(|rows| rows > 0);
        (strongest, evidence::grade(strongest, counted, 0, asked))
    }

    /// The themes that hold evidence of a service's interviews, but for the outlier tray, which claims nothing.
    fn claims_of(&self, service: ServiceId) -> impl Iterator<Item = (ThemeId, u32)> {
        let claims = |id: ThemeId| self.themes.get(id).is_some_and(|theme| !theme.tray && !theme.removed);
        self.evidence.themes_of(service).filter(move |(id, _)| claims(*id))
    }

    /// A respondent's own words from the strongest theme of a service that has any which may be shown in the
    /// room. Looks at [`QUOTES_MAX`] notes at most.
    pub fn strongest_quote(&self, service: ServiceId) -> Option<NoteId> {
        let themes = self.themes_of_service(service);
        let rows = themes.iter().flat_map(|(theme, _)| self.evidence.rows_of(*theme));
        let mut notes = rows.take(QUOTES_MAX).filter_map(|&row| self.notes.at_row(row));
        notes.find(|note| self.is_shown_quote(note, service)).map(|note| note.id)
    }

    /// Whether a note is a quote about a service, and both quoting and showing it were agreed to.
    fn is_shown_quote(&self, note: &Note, service: ServiceId) -> bool {
        let Some(interview) = self.interviews.get(note.interview) else { return false };
        let about = self.teams.get(interview.team).and_then(|team| team.service) == Some(service);
        let agreed = interview.consent.quotes && interview.consent.shown && interview.counts();
        note.kind == Kind::Quote && !note.crossed && !note.held && about && agreed
    }

    /// The themes that a service rests on, the most respondents first.
    pub fn themes_of_service(&self, service: ServiceId) -> Vec<(ThemeId, u32)> {
        let mut themes: Vec<(ThemeId, u32)> = self.claims_of(service).collect();
        themes.sort_by_key(|&(id, people)| (std::cmp::Reverse(people), id));
        themes
    }

    /// The services that a theme's respondents were asked about, the most respondents first.
    pub fn services_of_theme(&self, theme: ThemeId) -> Vec<(ServiceId, u32)> {
        let mut services: Vec<(ServiceId, u32)> = self
            .services
            .iter()
            .map(|service| (service.id, self.evidence.people(service.id, theme)))
            .filter(|&(_, people)| people > 0)
            .collect();
        services.sort_by_key(|&(id, people)| (std::cmp::Reverse(people), id));
        services
    }

    /// The impact that is ranked with: the evidence sets how wide it is, never how high.
    pub fn impact(&self, service: ServiceId) -> Option<Estimate> {
        let score = self.priorities.standing(service).impact?;
        let studied = self.services.get(service).is_some_and(|service| service.studied);
        let half = match studied {
            true => half_width(self.strongest(service).1),
            false => 0.0,
        };
        Some(Estimate {
            low: score.low.min(score.mode - half).max(1.0),
            mode: score.mode,
            high: score.high.max(score.mode + half).min(5.0),
        })
    }

    /// What the services are ranked from, in the order of their making.
    pub fn ranking_input(&self) -> Input {
        let most = self.services.iter().filter_map(|one| self.requests.demand(one.id)).max().unwrap_or(0);
        let items = self.services.iter().map(|service| {
            let rows = self.requests.demand(service.id);
            let feasibility = self.priorities.standing(service.id).feasibility;
            Item {
                key: u64::from(service.code),
                demand: rows.map(|rows| evidence::demand(u64::from(rows), u64::from(most))),
                demand_count: rows.map(u64::from),
                impact: self.impact(service.id),
                feasibility: feasibility.map(|s| Estimate { low: s.low, mode: s.mode, high: s.high }),
            }
        });
        let weights = self.priorities.weights;
        Input {
            items: items.collect(),
            weights: Weights {
                demand: f64::from(weights.demand),
                impact: f64::from(weights.impact),
                feasibility: f64::from(weights.feasibility),
            },
            draws: DRAWS,
            seed: 1,
        }
    }

    /// Sets the weights, each 0 to 100, not all 0.
    pub fn weigh(&self, weights: Weighting) -> Result<Vec<AnyFact>, Refusal> {
        if self.priorities.locked {
            return Err(Refusal::WeightsLocked);
        }
        let all = [weights.demand, weights.impact, weights.feasibility];
        if all.iter().any(|&weight| weight > 100) {
            return Err(Refusal::ScoreOutOfRange);
        }
        if all.iter().all(|&weight| weight == 0) {
            return Err(Refusal::WeightsAllZero);
        }
        match weights == self.priorities.weights {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![Fact::Weighted(weights).into()]),
        }
    }

    /// Locks the weights, so that nobody moves them any more, or lets them go again.
    pub fn lock_weights(&self, locked: bool) -> Result<Vec<AnyFact>, Refusal> {
        match self.priorities.locked == locked {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![Fact::Locked { locked }.into()]),
        }
    }

    /// Says what is to become of a service; `None` takes back what was said.
    pub fn stand_service(&self, service: ServiceId, state: Option<State>) -> Result<Vec<AnyFact>, Refusal> {
        self.services.get(service).ok_or(Refusal::Gone)?;
        match self.priorities.standing(service).state == state {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![Fact::Stood { service, state }.into()]),
        }
    }

    /// Puts one number of a score in: the first that is said of an unknown score is all of it.
    pub fn score_part(
        &self,
        service: ServiceId,
        criterion: Criterion,
        part: Part,
        value: f64,
    ) -> Result<Vec<AnyFact>, Refusal> {
        if !(1.0..=5.0).contains(&value) {
            return Err(Refusal::ScoreOutOfRange);
        }
        let before = self.priorities.standing(service).of(criterion);
        let score = before.map_or(Score::point(value), |score| score.with(part, value));
        if score.low > score.mode || score.high < score.mode {
            return Err(Refusal::ScoreOrder);
        }
        self.score(service, criterion, Some(score))
    }

    /// Scores a service; `None` is unknown.
    pub fn score(
        &self,
        service: ServiceId,
        criterion: Criterion,
        score: Option<Score>,
    ) -> Result<Vec<AnyFact>, Refusal> {
        self.services.get(service).ok_or(Refusal::Gone)?;
        if score.is_some_and(|Score { low, mode, high }| {
            !(1.0 <= low && low <= mode && mode <= high && high <= 5.0)
        }) {
            return Err(Refusal::ScoreOutOfRange);
        }
        match self.priorities.standing(service).of(criterion) == score {
            true => Err(Refusal::NothingChanged),
            false => Ok(vec![Fact::Scored { service, criterion, score }.into()]),
        }
    }
}

/// Half the width of an impact score by the grade of its evidence, on the scale of 1 to 5.
fn half_width(grade: Grade) -> f64 {
    match grade {
        Grade::A => 0.3,
        Grade::B => 0.6,
        Grade::C => 0.9,
        Grade::D => 1.2,
        Grade::Contradicted | Grade::None => 1.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{Ids, RunId};
    use crate::domain::{Seat, Stamp, Step, service};
    use crate::text::Clean;

    fn with_service() -> (Sprint, ServiceId) {
        let id = Ids::of(RunId(1)).next();
        let added = service::Fact::Added {
            id,
            code: 1,
            name: Clean::new("Соціальне таксі"),
            department: None,
            studied: false,
        };
        let mut sprint = Sprint::default();
        apply(&mut sprint, vec![added.into()]);
        (sprint, id)
    }

    fn apply(sprint: &mut Sprint, facts: Vec<AnyFact>) {
        let at = Stamp { t_ms: 0, m_ms: 0 };
        sprint.apply(&Step { s: 1, w: RunId(1), at, by: Seat::Facilitator, facts, from: None });
    }

    fn score_of(sprint: &Sprint, id: ServiceId) -> Option<Score> {
        sprint.priorities.standing(id).impact
    }

    #[test]
    fn the_first_number_is_the_whole_score_and_another_mode_takes_the_ends_along() {
        let (mut sprint, id) = with_service();
        for (part, value, wanted) in [
            (Part::High, 3.0, Score::point(3.0)),
            (Part::Mode, 4.0, Score::point(4.0)),
            (Part::Low, 2.0, Score { low: 2.0, mode: 4.0, high: 4.0 }),
            (Part::Mode, 4.5, Score { low: 2.0, mode: 4.5, high: 4.5 }),
            (Part::Mode, 1.5, Score { low: 1.5, mode: 1.5, high: 4.5 }),
        ] {
            let facts = sprint.score_part(id, Criterion::Impact, part, value).unwrap();
            assert_eq!(facts.len(), 1);
            apply(&mut sprint, facts);
            assert_eq!(score_of(&sprint, id), Some(wanted));
        }
    }

    #[test]
    fn an_end_on_the_wrong_side_and_a_number_off_the_scale_are_refused() {
        let (mut sprint, id) = with_service();
        let facts = sprint.score_part(id, Criterion::Impact, Part::Mode, 3.0).unwrap();
        apply(&mut sprint, facts);
        let refused = |part, value| sprint.score_part(id, Criterion::Impact, part, value).unwrap_err();
        assert_eq!(refused(Part::Low, 3.5), Refusal::ScoreOrder);
        assert_eq!(refused(Part::High, 2.5), Refusal::ScoreOrder);
        assert_eq!(refused(Part::Mode, 0.0), Refusal::ScoreOutOfRange);
        assert_eq!(refused(Part::Mode, f64::NAN), Refusal::ScoreOutOfRange);
    }

    #[test]
    fn locked_weights_stay_until_they_are_let_go() {
        let (mut sprint, _) = with_service();
        let more = Weighting { demand: 30, ..Weighting::default() };
        let facts = sprint.lock_weights(true).unwrap();
        apply(&mut sprint, facts);
        assert_eq!(sprint.weigh(more), Err(Refusal::WeightsLocked));
        assert_eq!(sprint.lock_weights(true), Err(Refusal::NothingChanged));
        let facts = sprint.lock_weights(false).unwrap();
        apply(&mut sprint, facts);
        assert!(sprint.weigh(more).is_ok());
        let none = Weighting { demand: 0, impact: 0, feasibility: 0 };
        assert_eq!(sprint.weigh(none), Err(Refusal::WeightsAllZero));
    }

    #[test]
    fn a_state_is_said_once_and_taken_back() {
        let (mut sprint, id) = with_service();
        assert_eq!(sprint.stand_service(id, None), Err(Refusal::NothingChanged));
        let facts = sprint.stand_service(id, Some(State::FixFirst)).unwrap();
        apply(&mut sprint, facts);
        assert_eq!(sprint.priorities.standing(id).state, Some(State::FixFirst));
        assert!(sprint.stand_service(id, None).is_ok());
    }
}
