//! The catalogue as it stood at one revision; read by searches without a lock.

use std::collections::HashMap;
use std::sync::Arc;

use app::model::{Facet, Field, Filter, Habit, Habits, Listing};
use chrono::NaiveDate;
use content::Point;
use content::listing::State;
use fixedbitset::FixedBitSet;

use super::names::spellings;

/// What is kept of one visible listing beside its words.
#[derive(Debug, Clone)]
pub struct Row {
    pub listing: Arc<Listing>,
    /// Its words by number, those that count most first, each once a field.
    pub words: Box<[(Field, u32)]>,
    /// The filters it meets, sorted.
    pub filters: Box<[Filter]>,
    /// The spellings its name is known by.
    pub spellings: Box<[Box<str>]>,
    /// Name as it sorts in Danish: æ, ø, å last and aa as å.
    pub name_key: Box<str>,
    /// From 0 to [`MAX_QUALITY`]: how confirmed and complete it is.
    pub quality: u8,
}

/// Rows by number, and for every filter the numbers of the rows that meet it.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The last revision taken in.
    pub revision: i64,
    /// The day its orders are of.
    pub day: NaiveDate,
    /// The first day of its oldest listings.
    pub began: Option<NaiveDate>,
    /// How enterprises usually answer, as it stood when the day began.
    pub habits: Arc<Habits>,
    /// By row number; none where a listing is no longer visible.
    pub rows: Vec<Option<Arc<Row>>>,
    /// Row number by slug.
    pub by_slug: HashMap<Arc<str>, u32>,
    /// For the slug of a listing that was merged into another, the slug of that.
    pub moved: HashMap<Box<str>, Box<str>>,
    /// Rows of open listings, the ones a search without text shows.
    pub open: FixedBitSet,
    sets: Vec<Vec<FixedBitSet>>,
    /// Every address with a point, by row.
    pub points: Vec<(u32, Point)>,
    /// Place of each row when sorted by name, by first day in the catalogue, and by quality.
    pub by_name: Vec<u32>,
    pub by_newest: Vec<u32>,
    pub by_quality: Vec<u32>,
    /// For each row 1 when it is known to answer soon, -1 when it is known not to, else 0.
    pub lifts: Vec<i8>,
}

impl Snapshot {
    /// A catalogue without listings.
    pub fn new() -> Self {
        Self {
            revision: 0,
            day: NaiveDate::MIN,
            began: None,
            habits: Arc::default(),
            rows: Vec::new(),
            by_slug: HashMap::new(),
            moved: HashMap::new(),
            open: FixedBitSet::new(),
            sets: Facet::ALL.map(|facet| vec![FixedBitSet::new(); facet.values().len()]).into(),
            points: Vec::new(),
            by_name: Vec::new(),
            by_newest: Vec::new(),
            by_quality: Vec::new(),
            lifts: Vec::new(),
        }
    }

    /// The row number of a slug, given a new one if it has none.
    pub fn number(&mut self, slug: &str) -> u32 {
        if let Some(number) = self.by_slug.get(slug) {
            return *number;
        }
        let number = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.by_slug.insert(slug.into(), number);
        self.rows.push(None);
        number
    }

    /// Puts a visible listing in its row.
    pub fn set(&mut self, number: u32, listing: Listing, words: Vec<(Field, u32)>) {
        self.clear(number);
        let index = number as usize;
        let filters: Box<[Filter]> = Filter::met_by(&listing).into();
        for filter in &filters {
            self.sets[filter.facet() as usize][filter.index()].insert(index);
        }
        self.open.set(index, !listing.is_closed());
        self.rows[index] = Some(Arc::new(Row {
            words: words.into(),
            filters,
            spellings: spellings(&listing.name),
            name_key: sort_key(&listing.name).into(),
            quality: quality(&listing),
            listing: Arc::new(listing),
        }));
    }

    /// Empties a row.
    pub fn clear(&mut self, number: u32) {
        let index = number as usize;
        self.grow();
        if let Some(old) = self.rows[index].take() {
            for filter in &old.filters {
                self.sets[filter.facet() as usize][filter.index()].set(index, false);
            }
        }
        self.open.set(index, false);
    }

    fn grow(&mut self) {
        let rows = self.rows.len();
        if self.open.len() < rows {
            // Room ahead, so that adding one by one does not copy every set each time.
            let room = rows.next_power_of_two().max(1024);
            self.open.grow(room);
            self.sets.iter_mut().flatten().for_each(|set| set.grow(room));
        }
    }

    /// Works out the points and the orders again. `day` turns the order of equals, so that each has its turn.
    pub fn order(&mut self, day: NaiveDate) {
        self.day = day;
        self.began = self.rows.iter().flatten().filter_map(|row| row.listing.published).min();
        self.points = (0..)
            .zip(&self.rows)
            .filter_map(|(number, row)| Some((number, row.as_ref()?)))
            .flat_map(|(number, row)| {
                row.listing.addresses.iter().map(move |address| (number, address.point))
            })
            .filter_map(|(number, point)| Some((number, point?)))
            .collect();
        self.lifts = self.rows.iter().map(|row| row.as_ref().map_or(0, |row| self.lift(row))).collect();
        self.by_name = self.ranks(|row| row.name_key.clone());
        self.by_newest = self.ranks(|row| (std::cmp::Reverse(row.listing.published), row.name_key.clone()));
        let day = u64::from(chrono::Datelike::num_days_from_ce(&day).unsigned_abs());
        self.by_quality = self.ranks(|row| {
            let lift = std::cmp::Reverse((row.quality, self.lift(row)));
            (lift, scatter(&row.listing.slug, day))
        });
    }

    fn ranks<K: Ord>(&self, key: impl Fn(&Row) -> K) -> Vec<u32> {
        let mut sorted: Vec<(K, u32)> = (0_u32..)
            .zip(&self.rows)
            .filter_map(|(number, row)| row.as_ref().map(|row| (key(row), number)))
            .collect();
        sorted.sort_unstable();
        let mut ranks = vec![u32::MAX; self.rows.len()];
        for (rank, (_, number)) in (0_u32..).zip(sorted) {
            ranks[number as usize] = rank;
        }
        ranks
    }

    fn lift(&self, row: &Row) -> i8 {
        match self.habits.get(row.listing.slug.as_str()) {
            Some(Habit::Seldom) => -1,
            Some(habit) => habit.is_quick().into(),
            None => 0,
        }
    }

    /// The rows that meet a filter.
    pub fn set_of(&self, filter: Filter) -> &FixedBitSet {
        &self.sets[filter.facet() as usize][filter.index()]
    }

    /// The row with this number, if its listing is visible.
    pub fn row(&self, number: u32) -> Option<&Arc<Row>> {
        self.rows.get(number as usize).and_then(Option::as_ref)
    }

    /// The row of a slug, if its listing is visible.
    pub fn row_of(&self, slug: &str) -> Option<&Arc<Row>> {
        self.by_slug.get(slug).and_then(|number| self.row(*number))
    }
}

/// A number that looks random but is the same all day, so that pages of equals hold together.
fn scatter(slug: &str, day: u64) -> u64 {
    // FNV-1a: short, and the same on every replica and after every start.
    slug.bytes()
        .chain(day.to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The quality of a listing that has all of it.
pub const MAX_QUALITY: u8 = 8;

/// How confirmed and complete a listing is; half as much while it is paused.
fn quality(listing: &Listing) -> u8 {
    let confirmed = u8::from(listing.confirmed.is_some());
    let met = 2 * confirmed
        + u8::from(!listing.description.is_empty())
        + u8::from(listing.offers.len() > 1)
        + u8::from(listing.website.is_some() || listing.email.is_some() || listing.phone.is_some())
        + u8::from(listing.addresses.iter().any(|address| address.street.is_some()))
        + u8::from(listing.delivery.is_some())
        + u8::from(listing.placement.is_some());
    if listing.state == State::Paused { met / 2 } else { met }
}

/// Sorts as Danish does: æ, ø, å after z, and aa as å.
fn sort_key(name: &str) -> String {
    let lower = name.to_lowercase().replace("aa", "å");
    lower
        .chars()
        .filter(|letter| letter.is_alphanumeric() || *letter == ' ')
        .map(|letter| match letter {
            'æ' | 'ä' => '\u{e001}',
            'ø' | 'ö' => '\u{e002}',
            'å' => '\u{e003}',
            'é' | 'è' => 'e',
            'ü' => 'y',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_in_danish() {
        let mut names = ["Åkær", "Zebra", "Ærø", "Aalborg", "Østen", "Café Kox", "Abe"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Abe", "Café Kox", "Zebra", "Ærø", "Østen", "Åkær", "Aalborg"]);
    }
}
