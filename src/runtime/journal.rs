//! The thread that writes the file. It takes what waits, writes it with one flush and tells what is on disk,
//! so that neither keys nor clocks ever wait for the disk.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;

use crate::domain::{Step, StepNo};
use crate::store::{self, Journal, StoreError};

/// Most orders that go into one flush.
const BATCH_MAX: usize = 1_024;

/// What the thread tells.
#[derive(Debug)]
pub(super) enum News {
    /// All steps up to this one are on disk.
    Saved(StepNo),
    /// Steps could not be written; they are kept in memory.
    NotSaved(StoreError),
    /// All steps stand in this other file, and those to come will too.
    WentOn(PathBuf, StepNo),
    /// The thread broke down.
    Died,
}

enum Order {
    Append(Step),
    GoOn(PathBuf, Vec<Step>),
}

/// What the thread could not write when it ended.
#[derive(Debug, Default)]
pub(super) struct Left {
    /// How many steps.
    pub steps: usize,
    /// The thread itself broke down.
    pub died: bool,
}

/// The handle of the thread. Dropping it waits until everything is written.
pub(super) struct Writer {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<usize>>,
}

impl Writer {
    /// Begins the thread.
    pub fn start(journal: Journal, tell: impl Fn(News) + Clone + Send + 'static) -> std::io::Result<Self> {
        let (orders, inbox) = channel();
        let desk = Desk { journal, waiting: Vec::new(), tell: tell.clone() };
        let work = move || match catch_unwind(AssertUnwindSafe(|| desk.work(&inbox))) {
            Ok(left) => left,
            Err(panic) => {
                tell(News::Died);
                resume_unwind(panic)
            }
        };
        let thread = std::thread::Builder::new().name("viche-journal".to_owned()).spawn(work)?;
        Ok(Self { orders: Some(orders), thread: Some(thread) })
    }

    /// Lets a step be written. `false`: the thread is gone.
    pub fn append(&self, step: Step) -> bool {
        self.order(Order::Append(step))
    }

    /// Begins a new file there with all steps and goes on in it.
    pub fn go_on(&self, path: PathBuf, steps: Vec<Step>) -> bool {
        self.order(Order::GoOn(path, steps))
    }

    fn order(&self, order: Order) -> bool {
        self.orders.as_ref().is_some_and(|orders| orders.send(order).is_ok())
    }

    /// Waits until everything is written that can be.
    pub fn finish(mut self) -> Left {
        self.close()
    }

    fn close(&mut self) -> Left {
        self.orders = None;
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(steps)) => Left { steps, died: false },
            Some(Err(_)) => Left { steps: 0, died: true },
            None => Left::default(),
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.close();
    }
}

/// What the thread works with.
struct Desk<T> {
    journal: Journal,
    /// Steps that are not on disk, in their order.
    waiting: Vec<Step>,
    tell: T,
}

impl<T: Fn(News)> Desk<T> {
    /// Works until nobody orders any more; answers how many steps are left unwritten.
    fn work(mut self, inbox: &Receiver<Order>) -> usize {
        while let Ok(order) = inbox.recv() {
            self.take(order);
            for _ in 1..BATCH_MAX {
                match inbox.try_recv() {
                    Ok(order) => self.take(order),
                    Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
                }
            }
            self.write();
        }
        if !self.waiting.is_empty() {
            self.write();
        }
        self.waiting.len()
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Append(step) => self.waiting.push(step),
            Order::GoOn(path, steps) => self.go_on(path, &steps),
        }
    }

    fn write(&mut self) {
        let Some(last) = self.waiting.last().map(|step| step.s) else { return };
        match self.journal.append(&self.waiting) {
            Ok(()) => {
                self.waiting.clear();
                (self.tell)(News::Saved(last));
            }
            Err(error) => {
                tracing::error!(?error, "steps can't be written");
                (self.tell)(News::NotSaved(error));
            }
        }
    }

    fn go_on(&mut self, path: PathBuf, steps: &[Step]) {
        let made = store::create(&path).and_then(|mut journal| journal.append(steps).map(|()| journal));
        match made {
            Ok(journal) => {
                let last = journal.last();
                self.journal = journal;
                self.waiting.retain(|step| step.s > last);
                (self.tell)(News::WentOn(path, last));
            }
            Err(error) => {
                tracing::error!(?error, "no other file could be begun");
                (self.tell)(News::NotSaved(error));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::domain::id::RunId;
    use crate::domain::{Fact, Seat, Stamp};
    use crate::store::{Header, Memory};

    type Told = Arc<Mutex<Vec<String>>>;

    fn step(s: StepNo) -> Step {
        let facts = vec![Fact::Reverted { step: s }];
        Step { s, w: RunId(1), at: Stamp::default(), by: Seat::Facilitator, facts, from: None }
    }

    fn journal(memory: &Memory) -> Journal {
        store::create_in(memory.clone(), "memory", Header::new(uuid::Uuid::nil(), 0)).unwrap()
    }

    fn start(memory: &Memory) -> (Writer, Told) {
        let told = Told::default();
        let heard = Arc::clone(&told);
        let tell = move |news: News| {
            let text = match news {
                News::Saved(s) => format!("saved {s}"),
                News::NotSaved(_) => "not saved".to_owned(),
                News::WentOn(_, s) => format!("went on at {s}"),
                News::Died => "died".to_owned(),
            };
            heard.lock().unwrap().push(text);
        };
        (Writer::start(journal(memory), tell).unwrap(), told)
    }

    fn steps_in(memory: &Memory) -> Vec<StepNo> {
        store::read_bytes(&memory.bytes(), "memory").unwrap().1.iter().map(|step| step.s).collect()
    }

    #[test]
    fn everything_that_was_ordered_is_flushed_when_it_finishes() {
        let memory = Memory::new();
        let (writer, told) = start(&memory);
        (1..=50).for_each(|s| assert!(writer.append(step(s))));
        let left = writer.finish();
        assert_eq!((left.steps, left.died), (0, false));
        memory.cut_power();
        assert_eq!(steps_in(&memory), (1..=50).collect::<Vec<_>>());
        assert_eq!(told.lock().unwrap().last().map(String::as_str), Some("saved 50"));
    }

    #[test]
    fn what_waits_goes_into_one_flush() {
        let memory = Memory::new();
        let told = Told::default();
        let heard = Arc::clone(&told);
        let desk = Desk {
            journal: journal(&memory),
            waiting: Vec::new(),
            tell: move |news| heard.lock().unwrap().push(format!("{news:?}")),
        };
        let (orders, inbox) = channel();
        (1..=3).for_each(|s| orders.send(Order::Append(step(s))).unwrap());
        drop(orders);
        assert_eq!(desk.work(&inbox), 0);
        assert_eq!(*told.lock().unwrap(), ["Saved(3)"]);
    }

    #[test]
    fn a_full_disk_is_told_and_the_steps_are_written_once_there_is_room() {
        let memory = Memory::new();
        let (writer, told) = start(&memory);
        memory.leave_room(Some(10));
        writer.append(step(1));
        while told.lock().unwrap().is_empty() {
            std::thread::yield_now();
        }
        memory.leave_room(None);
        writer.append(step(2));
        assert_eq!(writer.finish().steps, 0);
        assert_eq!(*told.lock().unwrap(), ["not saved", "saved 2"]);
        assert_eq!(steps_in(&memory), [1, 2]);
    }

    #[test]
    fn after_a_failed_flush_it_goes_on_in_another_file_with_everything() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rescued.viche");
        let memory = Memory::new();
        let (writer, told) = start(&memory);
        memory.fail_flush(true);
        writer.append(step(1));
        writer.go_on(path.clone(), vec![step(1)]);
        writer.append(step(2));
        assert_eq!(writer.finish().steps, 0);
        assert!(told.lock().unwrap().contains(&"went on at 1".to_owned()), "{told:?}");
        let rescued: Vec<StepNo> = store::read(&path).unwrap().1.iter().map(|step| step.s).collect();
        assert_eq!(rescued, [1, 2]);
    }

    #[test]
    fn what_can_be_written_nowhere_is_counted() {
        let memory = Memory::new();
        let (writer, _) = start(&memory);
        memory.fail_flush(true);
        writer.append(step(1));
        writer.append(step(2));
        assert_eq!(writer.finish().steps, 2);
    }
}
