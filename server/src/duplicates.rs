//! Listings that may be one enterprise twice.
//!
//! Two open listings are alike when they have one CVR number, or names that differ by no more than a slip
//! of the pen and a place in common: a town, or two addresses within a hundred metres. Figures in names
//! must be the same: number 20 is not number 21.

use std::hash::{DefaultHasher, Hash, Hasher};

use content::Listing;
use content::folding::fold;

/// So near each other two addresses may be one, in kilometres.
const NEAR: f64 = 0.1;
/// Letters of a name by which like ones are brought together before they are compared.
const HEAD: usize = 12;
/// What stands in names for the law and not for people, folded.
const LEGAL: [&str; 19] = [
    "a/s",
    "aps",
    "i/s",
    "ivs",
    "k/s",
    "p/s",
    "s/i",
    "amba",
    "fmba",
    "smba",
    "den selvejende institution",
    "selvejende institution",
    "den erhvervsdrivende fond",
    "erhvervsdrivende fond",
    "den almennyttige fond",
    "fonden",
    "fond",
    "foreningen",
    "forening",
];

/// Why two listings may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// They have one CVR number.
    Cvr,
    /// They have like names and lie together.
    Name,
}

/// Whether two listings may be one enterprise twice. A closed one is no longer in the way of anything.
#[must_use]
pub fn like(a: &Listing, b: &Listing) -> Option<Likeness> {
    compare(a, &Name::of(a), b, &Name::of(b))
}

/// Those of many listings that may be the enterprise of a new one, in their order.
#[must_use]
pub fn alike<'a>(new: &Listing, all: impl IntoIterator<Item = &'a Listing>) -> Vec<(&'a Listing, Likeness)> {
    let name = Name::of(new);
    all.into_iter().filter_map(|other| Some((other, compare(new, &name, other, &Name::of(other))?))).collect()
}

/// All pairs of listings that may be one, in the order of their slugs.
///
/// Compared are only listings of one CVR number and those whose names would be the same if each lost a
/// letter or two: with ten thousand listings that is a few thousand comparisons and not fifty million.
#[must_use]
pub fn pairs(all: &[Listing]) -> Vec<(&Listing, &Listing, Likeness)> {
    let names: Vec<Name> = all.iter().map(Name::of).collect();
    let mut buckets: Vec<(u64, usize)> = Vec::new();
    for (index, (listing, name)) in all.iter().zip(&names).enumerate() {
        buckets.extend(listing.cvr.as_ref().map(|cvr| (hashed(cvr), index)));
        buckets.extend(name.heads().iter().map(|head| (hashed(&(&name.figures, head)), index)));
    }
    buckets.sort_unstable();
    let mut together: Vec<(usize, usize)> = Vec::new();
    for bucket in buckets.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, a)) in bucket.iter().enumerate() {
            together.extend(bucket[at + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    together.sort_unstable();
    together.dedup();
    let mut found: Vec<_> = together
        .into_iter()
        .filter_map(|(a, b)| {
            let likeness = compare(&all[a], &names[a], &all[b], &names[b])?;
            Some(if all[a].slug <= all[b].slug {
                (&all[a], &all[b], likeness)
            } else {
                (&all[b], &all[a], likeness)
            })
        })
        .collect();
    found.sort_by(|a, b| (&a.0.slug, &a.1.slug).cmp(&(&b.0.slug, &b.1.slug)));
    found
}

/// Two that are the same have the same; that others may have it too costs a comparison and no more.
fn hashed(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn compare(a: &Listing, name_a: &Name, b: &Listing, name_b: &Name) -> Option<Likeness> {
    if a.slug == b.slug || a.is_closed() || b.is_closed() {
        return None;
    }
    if a.cvr.is_some() && a.cvr == b.cvr {
        return Some(Likeness::Cvr);
    }
    (name_a.is_like(name_b) && together(a, b)).then_some(Likeness::Name)
}

/// Whether they lie in one town or next to each other; for one whose address is not known, in one municipality.
fn together(a: &Listing, b: &Listing) -> bool {
    if a.addresses.is_empty() || b.addresses.is_empty() {
        return a.municipality.is_some() && a.municipality == b.municipality;
    }
    a.addresses.iter().any(|one| {
        b.addresses.iter().any(|other| {
            let near = one.point.zip(other.point).is_some_and(|(one, other)| one.km_to(other) <= NEAR);
            near || fold(one.town.trim()) == fold(other.town.trim())
        })
    })
}

/// What of a name is compared.
struct Name {
    /// Its letters without spaces, signs and legal forms, folded.
    letters: Vec<char>,
    /// Its figures.
    figures: String,
}

impl Name {
    fn of(listing: &Listing) -> Self {
        let kept = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | ' ');
        let folded: String =
            fold(&listing.name).replace('-', " ").chars().filter(|letter| kept(*letter)).collect();
        let mut words = format!(" {} ", folded.split_whitespace().collect::<Vec<_>>().join(" "));
        for form in LEGAL {
            words = words.replace(&format!(" {form} "), " ");
        }
        // A name that is nothing but a legal form is a name.
        let whole = if words.trim().is_empty() { folded } else { words };
        let (figures, letters): (String, String) =
            whole.chars().filter(|letter| letter.is_alphanumeric()).partition(|letter| letter.is_numeric());
        Self { letters: letters.chars().collect(), figures }
    }

    /// How many slips a name of this length may hold.
    fn slips(&self) -> usize {
        match self.letters.len() {
            0..5 => 0,
            5..10 => 1,
            _ => 2,
        }
    }

    fn is_like(&self, other: &Self) -> bool {
        let most = self.slips().min(other.slips());
        self.figures == other.figures && slips(&self.letters, &other.letters, most) <= most
    }

    /// The first letters, whole and less one and two of them. Names that are like have one of these in common.
    fn heads(&self) -> Vec<Vec<char>> {
        let head: Vec<char> = self.letters.iter().copied().take(HEAD).collect();
        let mut heads = vec![head.clone()];
        let mut last = vec![head];
        for _ in 0..self.slips() {
            last = last.iter().flat_map(|head| (0..head.len()).map(|at| without(head, at))).collect();
            last.sort_unstable();
            last.dedup();
            heads.extend_from_slice(&last);
        }
        heads
    }
}

fn without(letters: &[char], at: usize) -> Vec<char> {
    letters.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, letter)| *letter).collect()
}

/// Letters to put in, take out or change to make one of the other (Levenshtein); any number beyond the
/// most is as good as another.
fn slips(a: &[char], b: &[char], most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, letter) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, other) in b.iter().enumerate() {
            let changed = diagonal + usize::from(letter != other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
        if row.iter().all(|slips| *slips > most) {
            return most + 1;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests;
