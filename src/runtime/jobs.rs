//! Work on threads of its own, one a kind: a newer piece of a kind takes the place of the older, whose answer
//! nobody hears.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::fault::JOB_THREAD;
use super::{intake, path, roster};
use crate::app::work;
use crate::kit::Job;
use crate::kit::job::{Answer, Name};

/// What a thread tells of its work.
#[derive(Debug)]
pub(super) struct News {
    name: Name,
    /// Which piece of work, over all kinds.
    serial: u64,
    what: What,
}

#[derive(Debug)]
enum What {
    Progress(u64, u64),
    Answer(Answer),
    /// It broke down.
    Died,
}

/// What the application is to hear.
#[derive(Debug)]
pub(super) enum Heard {
    /// It got on: so much of so much.
    Progress(Name, u64, u64),
    /// Its answer.
    Answer(Answer),
    /// It broke down and was given up.
    Died(Name),
}

/// The work that is being done.
pub(super) struct Jobs<T> {
    running: Vec<Running>,
    serial: u64,
    tell: T,
}

struct Running {
    name: Name,
    serial: u64,
    stop: Arc<AtomicBool>,
}

impl<T: Fn(News) + Clone + Send + 'static> Jobs<T> {
    /// No work yet; `tell` carries news to where [`Jobs::hear`] is called.
    pub fn new(tell: T) -> Self {
        Self { running: Vec::new(), serial: 0, tell }
    }

    /// Begins a piece of work. Where the system gives no thread it counts as broken down.
    pub fn start(&mut self, job: Job) {
        let name = job.name();
        self.stop(name);
        self.serial += 1;
        let (serial, stop, tell) = (self.serial, Arc::new(AtomicBool::new(false)), self.tell.clone());
        self.running.push(Running { name, serial, stop: Arc::clone(&stop) });
        let work = move || {
            let news = |what| News { name, serial, what };
            let mut percent = None;
            let mut progress = |done: u64, all: u64| {
                let now = done.saturating_mul(100).checked_div(all);
                if now != percent {
                    percent = now;
                    tell(news(What::Progress(done, all)));
                }
                !stop.load(Ordering::Relaxed)
            };
            let answer = catch_unwind(AssertUnwindSafe(|| done(job, &mut progress)));
            tell(news(answer.map_or(What::Died, What::Answer)));
        };
        let begun = std::thread::Builder::new().name(format!("{JOB_THREAD}-{name:?}")).spawn(work);
        if let Err(error) = begun {
            tracing::error!(?error, "no thread for a job");
            (self.tell)(News { name, serial, what: What::Died });
        }
    }

    /// Gives up the work of this kind and answers so; `None` when there is none.
    pub fn cancel(&mut self, name: Name) -> Option<Answer> {
        self.stop(name).then_some(Answer::Cancelled(name))
    }

    fn stop(&mut self, name: Name) -> bool {
        let Some(at) = self.running.iter().position(|one| one.name == name) else { return false };
        self.running.swap_remove(at).stop.store(true, Ordering::Relaxed);
        true
    }

    /// What of the news is still of interest.
    pub fn hear(&mut self, news: News) -> Option<Heard> {
        let at = self.running.iter().position(|one| one.serial == news.serial)?;
        Some(match news.what {
            What::Progress(done, all) => Heard::Progress(news.name, done, all),
            What::Answer(answer) => {
                self.running.swap_remove(at);
                Heard::Answer(answer)
            }
            What::Died => {
                self.running.swap_remove(at);
                Heard::Died(news.name)
            }
        })
    }
}

/// Does the work here and now: for tests and the command line.
pub fn run_inline(job: Job) -> Answer {
    done(job, &mut |_, _| true)
}

fn done(job: Job, progress: work::Progress<'_>) -> Answer {
    match job {
        Job::Rank(input) => work::rank(input, progress),
        Job::Words(heap) => work::words(&heap, usize::MAX, progress),
        Job::Learn { known, lessons } => work::learn(&known, lessons, progress),
        Job::Propose(posed) => work::propose(posed, usize::MAX, progress),
        Job::Compare(compared) => work::compare(compared, progress),
        Job::Find(find) => work::find(find, progress),
        Job::Preview { path, lang } => intake::preview(&path, lang),
        Job::People { path, lang } => roster::answer(&path, lang),
        Job::Complete { typed } => Answer::Completed(path::completed(&typed)),
        Job::Import { path, lang, id, first, period, asked, name } => {
            let wanted = intake::Wanted { path, columns: Default::default(), id, first, period, asked, name };
            intake::answer(&wanted, lang, progress)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;
    use crate::kit::job::Find;

    fn complete(typed: &str) -> Job {
        Job::Complete { typed: typed.to_owned() }
    }

    fn jobs() -> (Jobs<impl Fn(News) + Clone + Send + 'static>, Receiver<News>) {
        let (tell, told) = channel();
        let tell = move |news| {
            let _ = tell.send(news);
        };
        (Jobs::new(tell), told)
    }

    #[test]
    fn an_answer_comes_back() {
        let (mut jobs, told) = jobs();
        jobs.start(complete("/nowhere/at/all"));
        let heard = jobs.hear(told.recv().unwrap());
        assert!(matches!(heard, Some(Heard::Answer(Answer::Completed(path))) if path == "/nowhere/at/all"));
        assert!(jobs.running.is_empty());
    }

    #[test]
    fn the_answer_of_an_older_piece_of_a_kind_is_not_heard() {
        let (mut jobs, told) = jobs();
        jobs.start(complete("/older"));
        jobs.start(complete("/newer"));
        let heard: Vec<String> = [told.recv().unwrap(), told.recv().unwrap()]
            .into_iter()
            .filter_map(|news| match jobs.hear(news) {
                Some(Heard::Answer(Answer::Completed(path))) => Some(path),
                _ => None,
            })
            .collect();
        assert_eq!(heard, ["/newer"]);
    }

    #[test]
    fn a_cancelled_piece_is_answered_at_once_and_not_again() {
        let (mut jobs, told) = jobs();
        jobs.start(Job::Find(Find::default()));
        assert!(matches!(jobs.cancel(Name::Find), Some(Answer::Cancelled(Name::Find))));
        assert!(jobs.cancel(Name::Find).is_none());
        assert!(jobs.hear(told.recv().unwrap()).is_none());
    }

    #[test]
    fn a_piece_that_breaks_down_is_told_and_given_up() {
        let (mut jobs, _told) = jobs();
        jobs.running.push(Running { name: Name::Learn, serial: 7, stop: Arc::default() });
        let heard = jobs.hear(News { name: Name::Learn, serial: 7, what: What::Died });
        assert!(matches!(heard, Some(Heard::Died(Name::Learn))));
        assert!(jobs.running.is_empty());
    }
}
