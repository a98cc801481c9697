//! A table of things in the order they were made, found by id. Cloning it shares no state with the
//! original; the texts in it are shared, so that a checkpoint of the sprint stays small.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// Things of one kind. Nothing is ever taken out: what is removed is marked so by its own field.
#[derive(Clone, Debug)]
pub struct Table<K, T> {
    rows: Vec<T>,
    at: FxHashMap<K, u32>,
}

impl<K, T> Default for Table<K, T> {
    fn default() -> Self {
        Self { rows: Vec::new(), at: FxHashMap::default() }
    }
}

impl<K: PartialEq, T: PartialEq> PartialEq for Table<K, T> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<K: Copy + Eq + Hash, T> Table<K, T> {
    /// Adds `thing` behind the others; a known id is left as it was and answers `false`.
    pub fn add(&mut self, id: K, thing: T) -> bool {
        if self.at.contains_key(&id) {
            return false;
        }
        self.at.insert(id, self.rows.len() as u32);
        self.rows.push(thing);
        true
    }

    /// The thing with this id.
    pub fn get(&self, id: K) -> Option<&T> {
        self.at.get(&id).map(|&row| &self.rows[row as usize])
    }

    /// The thing with this id, to change it.
    pub fn get_mut(&mut self, id: K) -> Option<&mut T> {
        self.at.get(&id).map(|&row| &mut self.rows[row as usize])
    }

    /// Its place in the order of making.
    pub fn row_of(&self, id: K) -> Option<u32> {
        self.at.get(&id).copied()
    }

    /// The thing at this place.
    pub fn at_row(&self, row: u32) -> Option<&T> {
        self.rows.get(row as usize)
    }

    /// All, in the order of making.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.rows.iter()
    }

    /// All, to change them.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.rows.iter_mut()
    }

    /// How many there are, those marked removed included.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
