//! What lies over a screen: a list to choose from, a form, a question, a page to read, black.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::kit::ask::{Ask, Choice, Confirm, Form, Page, Pick, Reply};
use crate::kit::draw::{Glyph, Line, paint, paint_field, paint_wrapped, pane, scroll_mark};
use crate::kit::theme::{Role, Theme};
use crate::kit::{Begun, Field, Key, List, Motion, Touch};
use crate::text::layout::us_key;
use crate::text::{Clean, fold};
use crate::words::Words;

/// Most characters of what is searched for.
const SEARCH_CHARS_MAX: usize = 200;

/// Who is waiting for the reply.
#[derive(Clone, PartialEq, Debug)]
pub enum Asked {
    /// The screen that is shown.
    Screen,
    /// The list of all commands, with what each entry runs.
    Palette(Vec<super::palette::Entry>),
    /// Whether to quit.
    Quit,
    /// Whether to hand the keyboard over.
    HandOver,
    /// Whether the clocks go on.
    Resume,
    /// What goes to the parking lot.
    Park,
    /// What somebody typed who seemed to be writing.
    Stray,
}

/// What lies over the screen.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// A list to choose from.
    Pick(Picking),
    /// A form.
    Form(Filling),
    /// A question, asked at this millisecond.
    Confirm(Confirm, u64),
    /// A page, from this line.
    Read(Page, List),
    /// Nothing to be seen.
    Black,
}

/// A list being chosen from.
#[derive(Clone, Debug)]
pub struct Picking {
    pick: Pick,
    typed: String,
    search: Option<Field>,
    shown: Vec<usize>,
    list: List,
}

/// A form being filled in.
#[derive(Clone, Debug)]
pub struct Filling {
    pub(super) form: Form,
    pub(super) fields: Vec<Field>,
    pub(super) at: usize,
    /// What stands there was typed, although the form was opened with it.
    pub(super) typed: bool,
}

/// What a key did to an overlay.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// It stays.
    Stay,
    /// It stays, and the field is full.
    Full,
    /// It stays; this path is to be completed.
    Complete(String),
    /// It closes with this reply.
    Close(Reply),
}

impl Overlay {
    /// The overlay that was asked for; a form with what was left in it.
    pub fn of(ask: Ask, now_ms: u64, kept: Option<&[String]>) -> Self {
        match ask {
            Ask::Pick(pick) => {
                // Without letters to choose by there is only searching.
                let searching = pick.choices.iter().all(|choice| choice.letters.is_empty());
                Self::Pick(Picking::new(pick, searching))
            }
            Ask::Form(form) => Self::Form(Filling::new(form, kept)),
            Ask::Confirm(confirm) => Self::Confirm(confirm, now_ms),
            Ask::Read(page) => Self::Read(page, List::default()),
        }
    }

    /// Whether letters are text or choices here, not commands.
    pub fn is_writing(&self) -> bool {
        match self {
            Self::Form(_) => true,
            Self::Pick(picking) => picking.search.is_some(),
            Self::Confirm(..) | Self::Read(..) | Self::Black => false,
        }
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key, now_ms: u64, guard_ms: u64) -> Outcome {
        match self {
            Self::Pick(picking) => picking.key(key),
            Self::Form(filling) => filling.key(key),
            Self::Confirm(_, since_ms) if now_ms < *since_ms + guard_ms => Outcome::Stay,
            Self::Confirm(..) => match key {
                Key::Enter => Outcome::Close(Reply::Confirmed),
                Key::Esc => Outcome::Close(Reply::Left),
                _ => Outcome::Stay,
            },
            Self::Read(page, list) => match (Motion::of(key), key) {
                (Some(motion), _) => {
                    list.fit(PAGE_ROWS, page.lines.len());
                    list.moved(motion, page.lines.len());
                    Outcome::Stay
                }
                (None, Key::Enter) if page.confirms => Outcome::Close(Reply::Confirmed),
                (None, Key::Char(_)) if page.confirms => Outcome::Stay,
                (None, Key::Enter | Key::Esc | Key::Char(_)) => Outcome::Close(Reply::Left),
                (None, _) => Outcome::Stay,
            },
            Self::Black if key == Key::Esc => Outcome::Close(Reply::Left),
            Self::Black => Outcome::Stay,
        }
    }

    /// Takes a press of the pointer: in a list it takes the choice under it.
    pub fn pressed(&mut self, at: Position, area: Rect) -> Outcome {
        match self {
            Self::Pick(picking) => picking.pressed(at, area),
            Self::Form(_) | Self::Confirm(..) | Self::Read(..) | Self::Black => Outcome::Stay,
        }
    }

    /// Takes pasted text. Answers `false` when it does not fit.
    pub fn paste(&mut self, text: &str) -> bool {
        let field = match self {
            Self::Form(filling) => filling.fields.get_mut(filling.at),
            Self::Pick(picking) => picking.search.as_mut(),
            Self::Confirm(..) | Self::Read(..) | Self::Black => None,
        };
        let fits = field.is_none_or(|field| field.paste(text) != crate::kit::field::Typed::Full);
        if let Self::Pick(picking) = self {
            picking.narrow();
        }
        fits
    }

    /// Draws it over `area`.
    pub fn view(&self, words: &Words, theme: Theme, area: Rect, buf: &mut Buffer) {
        match self {
            Self::Pick(picking) => picking.view(words, theme, area, buf),
            Self::Form(filling) => filling.view(theme, area, buf),
            Self::Confirm(confirm, _) => view_confirm(confirm, theme, area, buf),
            Self::Read(page, list) => view_page(page, *list, theme, area, buf),
            Self::Black => {}
        }
    }
}

impl Picking {
    /// A list to choose from; `searching`: what is typed searches from the start.
    pub fn new(pick: Pick, searching: bool) -> Self {
        let shown: Vec<usize> = (0..pick.choices.len()).collect();
        let mut list = List::default();
        // A page at least: what stands first stays in sight where it can.
        list.fit(PAGE_ROWS, shown.len());
        list.set(pick.choices.iter().position(|choice| choice.on).unwrap_or(0), shown.len());
        let search = searching.then(|| Field::new("", SEARCH_CHARS_MAX));
        Self { pick, typed: String::new(), search, shown, list }
    }

    fn key(&mut self, key: Key) -> Outcome {
        if let Some(motion) = Motion::of(key) {
            self.list.fit(PAGE_ROWS, self.shown.len());
            self.list.moved(motion, self.shown.len());
            return Outcome::Stay;
        }
        match key {
            Key::Enter => self.take(),
            Key::Esc => self.step_back(),
            _ if self.search.is_some() => self.search_key(key),
            Key::Char('.' | '/' | 'ю') => {
                self.search = Some(Field::new("", SEARCH_CHARS_MAX));
                Outcome::Stay
            }
            Key::Char(c) => self.letter(us_key(c)),
            Key::Backspace => {
                self.typed.pop();
                self.narrow();
                Outcome::Stay
            }
            _ => Outcome::Stay,
        }
    }

    /// Takes the choice under the cursor. What holds already stays as it is: Enter agrees, only its letter
    /// changes it.
    fn take(&self) -> Outcome {
        match self.shown.get(self.list.at()) {
            Some(&at) if self.pick.choices[at].on => Outcome::Close(Reply::Left),
            Some(&at) => picked(at),
            None => Outcome::Stay,
        }
    }

    fn step_back(&mut self) -> Outcome {
        let searching_all = self.pick.choices.iter().all(|choice| choice.letters.is_empty());
        if self.search.is_some() && !searching_all {
            self.search = None;
            self.narrow();
            return Outcome::Stay;
        }
        Outcome::Close(Reply::Left)
    }

    fn search_key(&mut self, key: Key) -> Outcome {
        let Some(field) = &mut self.search else { return Outcome::Stay };
        let typed = field.key(key);
        self.narrow();
        match typed {
            crate::kit::field::Typed::Full => Outcome::Full,
            _ => Outcome::Stay,
        }
    }

    fn letter(&mut self, letter: char) -> Outcome {
        self.typed.push(letter);
        self.narrow();
        let exact = self.pick.choices.iter().position(|choice| choice.letters == self.typed);
        if let Some(at) = exact {
            return picked(at);
        }
        if self.shown.is_empty() {
            self.typed.clear();
            self.narrow();
        }
        Outcome::Stay
    }

    /// Shows the choices that what was typed can still mean.
    fn narrow(&mut self) {
        let wanted = self.search.as_ref().map(|field| fold(field.value()));
        let fits = |choice: &Choice| match &wanted {
            Some(wanted) => {
                let text = fold(&choice.line.plain());
                wanted.split_whitespace().all(|word| text.contains(word))
            }
            None => choice.letters.starts_with(&self.typed),
        };
        self.shown = (0..self.pick.choices.len()).filter(|&at| fits(&self.pick.choices[at])).collect();
        self.list.fit(PAGE_ROWS, self.shown.len());
        if wanted.is_some() {
            self.list.set(0, self.shown.len());
        }
    }

    /// Rows of the box inside its border.
    fn rows(&self) -> u16 {
        self.pick.choices.len().max(1) as u16 + u16::from(self.search.is_some())
    }

    /// Where the choices lie in the box.
    fn list_area(&self, inside: Rect) -> Rect {
        let taken = u16::from(self.search.is_some());
        Rect { y: inside.y + taken, height: inside.height.saturating_sub(taken), ..inside }
    }

    fn pressed(&mut self, at: Position, area: Rect) -> Outcome {
        let room = self.list_area(inside_of(box_place(self.rows(), PICK_COLUMNS, area)));
        let height = usize::from(room.height);
        let mut list = self.list;
        list.fit(height, self.shown.len());
        match list.pointed(at, room, 1, self.shown.len()) {
            Touch::Nothing => Outcome::Stay,
            Touch::Chosen | Touch::Again => {
                self.list = list;
                self.take()
            }
        }
    }

    fn view(&self, words: &Words, theme: Theme, area: Rect, buf: &mut Buffer) {
        let inside = boxed(&self.pick.title, self.rows(), PICK_COLUMNS, theme, area, buf);
        let list_area = self.list_area(inside);
        if let Some(field) = &self.search {
            let line = Line::new().add(Role::Key, &Glyph::PROMPT).gap(1);
            paint(buf, inside, &line, theme, None);
            let room = Rect { x: inside.x + 2, width: inside.width.saturating_sub(2), ..inside };
            paint_field(buf, room, field, theme);
        }
        if self.shown.is_empty() {
            paint(
                buf,
                list_area,
                &Line::new().add(Role::Muted, &words.say("frame-nothing-found")),
                theme,
                None,
            );
            return;
        }
        let height = usize::from(list_area.height);
        let mut list = self.list;
        list.fit(height, self.shown.len());
        let seen = list.seen(height, self.shown.len());
        for (row, &at) in self.shown[seen.clone()].iter().enumerate() {
            let area = Rect { y: list_area.y + row as u16, height: 1, ..list_area };
            let over = (seen.start + row == list.at()).then_some(Role::Cursor);
            paint(buf, area, &choice_line(&self.pick.choices[at]), theme, over);
        }
        scroll_mark(buf, list_area, seen.start, height, self.shown.len(), theme);
    }
}

/// Columns of a list that is chosen from.
const PICK_COLUMNS: u16 = 76;
/// A page of a list that is chosen from, before its real height is known.
const PAGE_ROWS: usize = 10;

fn picked(at: usize) -> Outcome {
    Outcome::Close(Reply::Picked(at))
}

fn choice_line(choice: &Choice) -> Line {
    let letters = Clean::new(&choice.letters);
    let mark = if choice.on { Glyph::DONE } else { Glyph::DOT };
    let line = Line::new();
    let line = match choice.letters.is_empty() {
        true => line,
        false => line.cell(Role::Key, &letters, 4).add(Role::Muted, &mark).gap(1),
    };
    line.then(choice.line.clone())
}

impl Filling {
    fn new(form: Form, kept: Option<&[String]>) -> Self {
        let draft = kept.filter(|values| values.len() == form.fields.len());
        let fields = form
            .fields
            .iter()
            .enumerate()
            .map(|(at, blank)| Field::new(draft.map_or(&blank.value, |values| &values[at]), blank.chars_max))
            .collect();
        Self { form, fields, at: 0, typed: false }
    }

    /// A form whose text somebody has typed already.
    pub fn typed(form: Form) -> Self {
        Self { typed: true, ..Self::new(form, None) }
    }

    /// What was typed into the fields, unless it is kept nowhere.
    pub fn begun(&self) -> Option<Begun> {
        if self.form.name == Form::SECRET {
            return None;
        }
        let is_blank = self.fields.iter().all(Field::is_blank);
        let as_found = !self.typed
            && self.form.fields.iter().zip(&self.fields).all(|(blank, field)| blank.value == field.value());
        Some(Begun {
            field: Clean::new(&self.form.name),
            about: Clean::new(self.form.title.as_str()),
            texts: if is_blank || as_found { Vec::new() } else { self.values() },
        })
    }

    /// What stands in the fields.
    pub fn values(&self) -> Vec<String> {
        self.fields.iter().map(|field| field.value().to_owned()).collect()
    }

    fn key(&mut self, key: Key) -> Outcome {
        let last = self.fields.len().saturating_sub(1);
        match key {
            Key::Esc => Outcome::Close(Reply::Left),
            Key::Enter if self.at >= last => Outcome::Close(Reply::Filled(self.values())),
            Key::Tab if self.form.fields[self.at].path => {
                Outcome::Complete(self.fields[self.at].value().to_owned())
            }
            Key::Enter | Key::Tab | Key::Down => {
                self.at = if self.at >= last { 0 } else { self.at + 1 };
                Outcome::Stay
            }
            Key::BackTab | Key::Up => {
                self.at = self.at.checked_sub(1).unwrap_or(last);
                Outcome::Stay
            }
            _ => match self.fields[self.at].key(key) {
                crate::kit::field::Typed::Full => Outcome::Full,
                _ => Outcome::Stay,
            },
        }
    }

    fn view(&self, theme: Theme, area: Rect, buf: &mut Buffer) {
        let hint = &self.form.fields[self.at].hint;
        let rows = self.fields.len() as u16 + 3;
        let inside = boxed(&self.form.title, rows, 76, theme, area, buf);
        let labels =
            self.form.fields.iter().map(|blank| crate::text::width(blank.label.as_str())).max().unwrap_or(0);
        let labels = (labels as u16 + 2).min(inside.width / 2);
        for (at, (blank, field)) in self.form.fields.iter().zip(&self.fields).enumerate() {
            let row = Rect { y: inside.y + at as u16, height: 1, ..inside };
            if at as u16 >= inside.height {
                break;
            }
            let role = if at == self.at { Role::Accent } else { Role::Muted };
            paint(buf, Rect { width: labels, ..row }, &Line::new().add(role, &blank.label), theme, None);
            let room = Rect { x: row.x + labels, width: row.width.saturating_sub(labels), ..row };
            match at == self.at {
                true => paint_field(buf, room, field, theme),
                false => paint(buf, room, &Line::new().add(Role::Text, &field.clean()), theme, None),
            }
        }
        let below = inside.y + self.fields.len() as u16 + 1;
        let room = Rect { y: below, height: (inside.y + inside.height).saturating_sub(below), ..inside };
        paint_wrapped(buf, room, Role::Muted, hint, theme);
    }
}

fn view_confirm(confirm: &Confirm, theme: Theme, area: Rect, buf: &mut Buffer) {
    let inside = boxed(&confirm.question, 4, 64, theme, area, buf);
    paint_wrapped(buf, inside, Role::Text, &confirm.consequence, theme);
}

fn view_page(page: &Page, list: List, theme: Theme, area: Rect, buf: &mut Buffer) {
    let inside = boxed(&page.title, page.lines.len() as u16, 100, theme, area, buf);
    let height = usize::from(inside.height);
    let mut list = list;
    list.fit(height, page.lines.len());
    let top = list.at().min(page.lines.len().saturating_sub(height));
    for (row, line) in page.lines.iter().skip(top).take(height).enumerate() {
        paint(buf, Rect { y: inside.y + row as u16, height: 1, ..inside }, line, theme, None);
    }
    scroll_mark(buf, inside, top, height, page.lines.len(), theme);
}

/// A box in the middle with a border and a title; answers its inside.
fn boxed(
    title: &crate::words::Phrase,
    rows: u16,
    columns: u16,
    theme: Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let place = box_place(rows, columns, area);
    for y in place.top()..place.bottom() {
        for x in place.left()..place.right() {
            buf[(x, y)].reset();
        }
    }
    pane(buf, place, &Line::new().add(Role::Strong, title), true, theme);
    inside_of(place)
}

/// Where a box of so many rows and columns lies.
fn box_place(rows: u16, columns: u16, area: Rect) -> Rect {
    let width = columns.min(area.width.saturating_sub(2)).max(4.min(area.width));
    let height = (rows + 2).min(area.height);
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// The inside of a box, with a margin at both sides.
fn inside_of(place: Rect) -> Rect {
    Rect {
        x: place.x + 2,
        y: place.y + 1,
        width: place.width.saturating_sub(4),
        height: place.height.saturating_sub(2),
    }
}
