//! The thread that writes the file. It takes what waits, writes it with one flush and tells what is on disk,
//! so that neither keys nor clocks ever wait for the disk.
//!
//! What can't be written is kept and tried again every second, so that nothing has to be restarted when there is room
//! again or the file is back in its place. Meanwhile everything goes on in a fallback file in the state folder. After
//! a failed flush the sprint's own file is not tried again: the next opening takes the fallback file in.

use std::hint::spin_loop;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::domain::id::RunId;
use crate::domain::{Step, StepNo};
use crate::store::{self, Header, Journal, Mirror, Op, Room, Shelf, StoreError};

/// Most orders that go into one flush.
const BATCH_MAX: usize = 1_024;
/// How often what could not be written is tried again.
const RETRY: Duration = Duration::from_secs(1);
/// How long an order that is on its way is waited for without going to sleep.
const BLINK: Duration = Duration::from_micros(100);
/// When nothing was ordered for so long, the mirror gets its turn.
const IDLE: Duration = Duration::from_millis(20);

/// What the thread tells.
#[derive(Debug)]
pub enum News {
    /// All steps up to this one are on disk.
    Saved(StepNo),
    /// Steps could not be written; they are kept in memory and tried again. Told once, until it is over; where only
    /// another file can help and there is none yet, told at each try.
    NotSaved(StoreError),
    /// All steps up to this one are in a fallback file, and those to come will be.
    Elsewhere(StepNo),
    /// It is over: all steps up to this one are in the sprint's own file.
    Back(StepNo),
    /// How much more can be written. Told when it changes.
    Room(Room),
    /// The thread broke down.
    Died,
}

enum Order {
    Append(Step),
    FallBack(Vec<Step>),
}

/// What the thread could not write when it ended.
#[derive(Debug, Default)]
pub struct Left {
    /// Steps that are in no file.
    pub steps: usize,
    /// The other file, which holds everything when the sprint's own does not.
    pub elsewhere: Option<PathBuf>,
    /// The thread itself broke down.
    pub died: bool,
}

/// The handle of the thread. Dropping it waits until everything is written.
pub struct Writer {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<Left>>,
    /// Where everything goes when the thread could not write it, and what file it is of.
    elsewhere: Option<(Shelf, Header)>,
}

impl Writer {
    /// Begins the thread. On `shelf` it goes on when the file itself can't be written; `mirror` is kept up when there
    /// is nothing better to do.
    pub fn start(
        journal: Journal,
        shelf: Option<Shelf>,
        mirror: Option<Mirror>,
        tell: impl Fn(News) + Clone + Send + 'static,
    ) -> std::io::Result<Self> {
        let (orders, inbox) = channel();
        let elsewhere = shelf.clone().map(|shelf| (shelf, *journal.header()));
        let desk = Desk::new(journal, shelf, mirror, tell.clone());
        let work = move || match catch_unwind(AssertUnwindSafe(|| desk.work(&inbox))) {
            Ok(left) => left,
            Err(panic) => {
                tell(News::Died);
                resume_unwind(panic)
            }
        };
        let thread = std::thread::Builder::new().name("viche-journal".to_owned()).spawn(work)?;
        Ok(Self { orders: Some(orders), thread: Some(thread), elsewhere })
    }

    /// Lets a step be written. `false`: the thread is gone.
    pub fn append(&self, step: Step) -> bool {
        self.order(Order::Append(step))
    }

    /// Lets `steps`, all of the sprint, be written to another file as long as its own can't be.
    pub fn fall_back(&self, steps: Vec<Step>) -> bool {
        self.order(Order::FallBack(steps))
    }

    fn order(&self, order: Order) -> bool {
        self.orders.as_ref().is_some_and(|orders| orders.send(order).is_ok())
    }

    /// Waits until everything is written that can be. What failed only now, or with the thread itself, goes to a
    /// fallback file: `steps` are all of the sprint.
    pub fn finish(mut self, steps: &[Step]) -> Left {
        let left = self.close();
        if left.steps == 0 && !left.died {
            return left;
        }
        match self.elsewhere.take().map(|(shelf, header)| begin_fallback(&shelf, header, steps)) {
            Some(Ok(journal)) => Left { steps: 0, elsewhere: Some(journal.path().to_owned()), ..left },
            Some(Err(_)) | None => left,
        }
    }

    fn close(&mut self) -> Left {
        self.orders = None;
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(left)) => left,
            Some(Err(_)) => Left { died: true, ..Left::default() },
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
    shelf: Option<Shelf>,
    mirror: Option<Mirror>,
    /// How many orders came together the last time.
    at_once: usize,
    /// Something was written that the mirror may not have.
    mirror_is_behind: bool,
    /// Steps that are not in the sprint's own file, in their order.
    waiting: Vec<Step>,
    /// Where everything goes meanwhile.
    fallback: Option<Journal>,
    /// The last time something could not be written, and nothing was since.
    troubled: bool,
    room: Room,
    tell: T,
}

impl<T: Fn(News)> Desk<T> {
    fn new(journal: Journal, shelf: Option<Shelf>, mirror: Option<Mirror>, tell: T) -> Self {
        let room = Room::Enough;
        Self {
            journal,
            shelf,
            at_once: 1,
            mirror_is_behind: mirror.is_some(),
            mirror,
            waiting: Vec::new(),
            fallback: None,
            troubled: false,
            room,
            tell,
        }
    }

    /// Works until nobody orders any more; answers what is left unwritten.
    fn work(mut self, inbox: &Receiver<Order>) -> Left {
        self.tell_room();
        while let Some(order) = self.wait(inbox) {
            order.into_iter().for_each(|order| self.take(order));
            self.gather(inbox);
            self.write();
        }
        self.write();
        if let Some(mirror) = self.mirror.take().filter(|_| self.waiting.is_empty()) {
            mirror.finish();
        }
        self.left()
    }

    /// Takes what waits besides the first order. Where several came together the last time, as many are waited for, if
    /// only for a blink: they were woken by the same answer, and share one flush again.
    fn gather(&mut self, inbox: &Receiver<Order>) {
        let until = Instant::now() + BLINK;
        let mut count = 1;
        while count < BATCH_MAX {
            match inbox.try_recv() {
                Ok(order) => {
                    self.take(order);
                    count += 1;
                }
                Err(TryRecvError::Empty) if count < self.at_once && Instant::now() < until => spin_loop(),
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
            }
        }
        self.at_once = count;
    }

    /// The next order if it comes within a blink: to sleep and be woken takes as long.
    fn stay_awake(inbox: &Receiver<Order>) -> Option<Order> {
        let until = Instant::now() + BLINK;
        while Instant::now() < until {
            if let Ok(order) = inbox.try_recv() {
                return Some(order);
            }
            spin_loop();
        }
        None
    }

    /// The next order; none yet when it is time to try again. Ends when nobody orders any more.
    fn wait(&mut self, inbox: &Receiver<Order>) -> Option<Option<Order>> {
        if let Some(order) = Self::stay_awake(inbox) {
            return Some(Some(order));
        }
        // What is not acknowledged is none of the mirror's business.
        if self.mirror_is_behind && self.waiting.is_empty() {
            match inbox.recv_timeout(IDLE) {
                Ok(order) => return Some(Some(order)),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
            while self.mirror.as_mut().is_some_and(Mirror::catch_up) {
                if let Ok(order) = inbox.try_recv() {
                    return Some(Some(order));
                }
            }
            self.mirror_is_behind = false;
        }
        if self.waiting.is_empty() || (self.journal.is_poisoned() && self.fallback.is_some()) {
            return inbox.recv().ok().map(Some);
        }
        match inbox.recv_timeout(RETRY) {
            Ok(order) => Some(Some(order)),
            Err(RecvTimeoutError::Timeout) => Some(None),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Append(step) => self.waiting.push(step),
            Order::FallBack(steps) => self.fall_back(&steps),
        }
    }

    fn write(&mut self) {
        let Some(last) = self.waiting.last().map(|step| step.s) else { return };
        match self.journal.append(&self.waiting) {
            Ok(()) => self.written(last),
            Err(error) => self.write_elsewhere(error),
        }
        self.tell_room();
    }

    fn written(&mut self, last: StepNo) {
        self.waiting.clear();
        self.mirror_is_behind = self.mirror.is_some();
        if let Some(fallback) = self.fallback.take()
            && let Err(error) = std::fs::remove_file(fallback.path())
        {
            // Taken in at the next opening, where it adds nothing.
            tracing::warn!(%error, "a fallback file that is needed no longer stays");
        }
        match std::mem::take(&mut self.troubled) {
            true => (self.tell)(News::Back(last)),
            false => (self.tell)(News::Saved(last)),
        }
    }

    fn write_elsewhere(&mut self, error: StoreError) {
        if !self.troubled {
            tracing::error!(?error, "steps can't be written");
        }
        let Some(fallback) = &mut self.fallback else { return self.not_saved(error) };
        let known = fallback.last();
        let new = &self.waiting[self.waiting.partition_point(|step| step.s <= known)..];
        let Some(last) = new.last().map(|step| step.s) else { return };
        match fallback.append(new) {
            Ok(()) => (self.tell)(News::Saved(last)),
            Err(error) => {
                tracing::error!(?error, "the fallback file can't be written either");
                self.fallback = None;
                self.troubled = false;
                self.not_saved(error);
            }
        }
    }

    fn not_saved(&mut self, error: StoreError) {
        let is_new = !std::mem::replace(&mut self.troubled, true);
        if is_new || self.journal.is_poisoned() {
            (self.tell)(News::NotSaved(error));
        }
    }

    /// Begins the other file. What it can't hold stays in memory.
    fn fall_back(&mut self, steps: &[Step]) {
        let (Some(shelf), true) = (&self.shelf, self.troubled) else { return };
        if let Ok(journal) = begin_fallback(shelf, *self.journal.header(), steps) {
            (self.tell)(News::Elsewhere(journal.last()));
            self.fallback = Some(journal);
        }
    }

    fn tell_room(&mut self) {
        let room = self.journal.room();
        if std::mem::replace(&mut self.room, room) != room {
            (self.tell)(News::Room(room));
        }
    }

    fn left(&self) -> Left {
        let known = self.fallback.as_ref().map_or(0, Journal::last);
        let steps = self.waiting.iter().filter(|step| step.s > known).count();
        let elsewhere = self.fallback.as_ref().map(|fallback| fallback.path().to_owned());
        Left { steps, elsewhere, died: false }
    }
}

/// Begins a file on the shelf with all steps of the sprint.
fn begin_fallback(shelf: &Shelf, header: Header, steps: &[Step]) -> Result<Journal, StoreError> {
    let path = shelf.fallback(steps.last().map_or(RunId(0), |newest| newest.w));
    store::make_folder(shelf.folder())
        .map_err(|source| StoreError::Io { op: Op::Create, path: path.clone(), source })
        .and_then(|()| store::create_from(&path, header, steps))
        .inspect_err(|error| tracing::error!(?error, "no fallback file could be begun"))
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::domain::{Fact, Seat, Stamp};
    use crate::store::Memory;

    type Told = Arc<Mutex<Vec<String>>>;

    fn step(s: StepNo) -> Step {
        let facts = vec![Fact::Reverted { step: s }];
        Step { s, w: RunId(1), at: Stamp::default(), by: Seat::Facilitator, facts, from: None }
    }

    fn journal(memory: &Memory) -> Journal {
        store::create_in(memory.clone(), "memory", Header::new(uuid::Uuid::nil(), 0)).unwrap()
    }

    fn start(memory: &Memory, shelf: Option<Shelf>) -> (Writer, Told) {
        let told = Told::default();
        let heard = Arc::clone(&told);
        let tell = move |news: News| {
            let text = match news {
                News::Saved(s) => format!("saved {s}"),
                News::NotSaved(_) => "not saved".to_owned(),
                News::Elsewhere(s) => format!("elsewhere {s}"),
                News::Back(s) => format!("back {s}"),
                News::Room(room) => format!("{room:?}"),
                News::Died => "died".to_owned(),
            };
            heard.lock().unwrap().push(text);
        };
        (Writer::start(journal(memory), shelf, None, tell).unwrap(), told)
    }

    fn shelf() -> (tempfile::TempDir, Shelf) {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::of(folder.path(), uuid::Uuid::nil());
        (folder, shelf)
    }

    /// How long a file of one step is.
    fn bytes_of_one_step() -> usize {
        let memory = Memory::new();
        journal(&memory).append(&[step(1)]).unwrap();
        memory.bytes().len()
    }

    fn wait_for(told: &Told, news: &str) {
        while !told.lock().unwrap().iter().any(|one| one == news) {
            std::thread::yield_now();
        }
    }

    fn steps_in(memory: &Memory) -> Vec<StepNo> {
        store::read_bytes(&memory.bytes(), "memory").unwrap().1.iter().map(|step| step.s).collect()
    }

    #[test]
    fn everything_that_was_ordered_is_flushed_when_it_finishes() {
        let memory = Memory::new();
        let (writer, told) = start(&memory, None);
        (1..=50).for_each(|s| assert!(writer.append(step(s))));
        let left = writer.finish(&[]);
        assert_eq!((left.steps, left.died), (0, false));
        memory.cut_power();
        assert_eq!(steps_in(&memory), (1..=50).collect::<Vec<_>>());
        assert_eq!(told.lock().unwrap().last().map(String::as_str), Some("saved 50"));
    }

    #[test]
    fn what_is_on_disk_is_in_the_mirror_once_nothing_waits() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sprint.viche");
        let journal = store::create(&path).unwrap();
        let shelf = Shelf::of(folder.path(), journal.header().file);
        let mirror = Mirror::of(shelf.clone(), &path);
        let writer = Writer::start(journal, Some(shelf.clone()), Some(mirror), |_| {}).unwrap();
        writer.append(step(1));
        let mirrored = || std::fs::read(shelf.mirror()).unwrap_or_default();
        while mirrored().is_empty() || mirrored() != std::fs::read(&path).unwrap() {
            std::thread::yield_now();
        }
        (2..=50).for_each(|s| assert!(writer.append(step(s))));
        writer.finish(&[]);
        assert_eq!(mirrored(), std::fs::read(&path).unwrap());
    }

    #[test]
    fn what_waits_goes_into_one_flush() {
        let memory = Memory::new();
        let told = Told::default();
        let heard = Arc::clone(&told);
        let desk = Desk::new(journal(&memory), None, None, move |news| {
            heard.lock().unwrap().push(format!("{news:?}"))
        });
        let (orders, inbox) = channel();
        (1..=3).for_each(|s| orders.send(Order::Append(step(s))).unwrap());
        drop(orders);
        assert_eq!(desk.work(&inbox).steps, 0);
        assert_eq!(*told.lock().unwrap(), ["Saved(3)"]);
    }

    #[test]
    fn a_full_disk_is_told_and_the_steps_are_written_by_themselves_once_there_is_room() {
        let memory = Memory::new();
        memory.leave_room(Some(bytes_of_one_step()));
        let (writer, told) = start(&memory, None);
        writer.append(step(1));
        wait_for(&told, "saved 1");
        writer.append(step(2));
        wait_for(&told, "not saved");
        memory.leave_room(None);
        wait_for(&told, "back 2");
        assert_eq!(writer.finish(&[]).steps, 0);
        assert_eq!(steps_in(&memory), [1, 2]);
    }

    #[test]
    fn while_the_disk_is_full_everything_is_in_the_fallback_file_which_goes_when_there_is_room() {
        let (_folder, shelf) = shelf();
        let memory = Memory::new();
        memory.leave_room(Some(bytes_of_one_step()));
        let (writer, told) = start(&memory, Some(shelf.clone()));
        writer.append(step(1));
        writer.append(step(2));
        wait_for(&told, "not saved");
        writer.fall_back(vec![step(1), step(2)]);
        wait_for(&told, "elsewhere 2");
        let fallback = store::read(&shelf.fallbacks()[0]).unwrap();
        assert_eq!(fallback.1, [step(1), step(2)]);
        writer.append(step(3));
        wait_for(&told, "saved 3");
        memory.leave_room(None);
        wait_for(&told, "back 3");
        assert!(shelf.fallbacks().is_empty());
        let left = writer.finish(&[]);
        assert_eq!((left.steps, left.elsewhere), (0, None));
        assert_eq!(steps_in(&memory), [1, 2, 3]);
    }

    #[test]
    fn after_a_failed_flush_it_goes_on_in_the_fallback_file_with_everything() {
        let (_folder, shelf) = shelf();
        let memory = Memory::new();
        let (writer, told) = start(&memory, Some(shelf.clone()));
        memory.fail_flush(true);
        writer.append(step(1));
        wait_for(&told, "not saved");
        memory.fail_flush(false);
        writer.fall_back(vec![step(1)]);
        writer.append(step(2));
        let left = writer.finish(&[]);
        assert_eq!((left.steps, left.elsewhere), (0, shelf.fallbacks().first().cloned()));
        assert!(!told.lock().unwrap().iter().any(|one| one.starts_with("back")), "{told:?}");
        assert_eq!(store::read(&shelf.fallbacks()[0]).unwrap().1, [step(1), step(2)]);
    }

    #[test]
    fn after_a_failed_flush_another_file_is_asked_for_until_there_is_one() {
        let (folder, shelf) = shelf();
        std::fs::write(folder.path().join("sprints"), "a file in the way").unwrap();
        let memory = Memory::new();
        let (writer, told) = start(&memory, Some(shelf.clone()));
        memory.fail_flush(true);
        writer.append(step(1));
        wait_for(&told, "not saved");
        writer.fall_back(vec![step(1)]);
        while told.lock().unwrap().len() < 2 {
            std::thread::yield_now();
        }
        std::fs::remove_file(folder.path().join("sprints")).unwrap();
        writer.fall_back(vec![step(1)]);
        wait_for(&told, "elsewhere 1");
        assert_eq!(writer.finish(&[]).steps, 0);
        assert_eq!(store::read(&shelf.fallbacks()[0]).unwrap().1, [step(1)]);
    }

    #[test]
    fn what_can_be_written_nowhere_is_counted() {
        let memory = Memory::new();
        let (writer, _) = start(&memory, None);
        memory.fail_flush(true);
        writer.append(step(1));
        writer.append(step(2));
        assert_eq!(writer.finish(&[]).steps, 2);
    }

    #[test]
    fn what_fails_as_it_ends_is_in_a_fallback_file() {
        let (_folder, shelf) = shelf();
        let memory = Memory::new();
        let (writer, _) = start(&memory, Some(shelf.clone()));
        memory.fail_flush(true);
        writer.append(step(1));
        let left = writer.finish(&[step(1)]);
        assert_eq!((left.steps, left.elsewhere), (0, shelf.fallbacks().first().cloned()));
        assert_eq!(store::read(&shelf.fallbacks()[0]).unwrap().1, [step(1)]);
    }

    #[test]
    fn how_much_fits_on_a_full_disk_is_told() {
        let memory = Memory::new();
        let (writer, told) = start(&memory, None);
        memory.leave_room(Some(0));
        let long = Step { facts: vec![Fact::Reverted { step: 1 }; 60_000], ..step(1) };
        writer.append(long);
        writer.finish(&[]);
        let told = told.lock().unwrap().join(" ");
        assert!(told.contains("saved 1") && told.contains("Left { bytes: "), "{told}");
    }
}
