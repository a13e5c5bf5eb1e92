//! Reading a typed form, field by field, and noting what cannot be taken.

use std::str::FromStr;

use chrono::NaiveDate;
use content::taxonomy::{Ref, Term};

use super::Typed;
use crate::model::without_cpr;

/// Why a field was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was typed.
    Missing,
    /// It is longer than so many characters.
    TooLong(usize),
    /// It holds what looks like a CPR number.
    Cpr,
    /// No number from the first to the second.
    NotBetween(u32, u32),
    /// No day like 31-12-2026.
    NotDate,
    /// Not so many digits.
    NotDigits(usize),
    /// No CVR number.
    NotCvr,
    /// No web address.
    NotWebsite,
    /// No mail address.
    NotMail,
    /// No telephone number.
    NotPhone,
    /// No point in the region.
    NotPoint,
    /// Not on the list; the nearest that is.
    NotListed(Option<&'static str>),
    /// The place is not known, so the municipality must be chosen.
    UnknownPlace,
    /// The first is more than the second.
    WrongOrder,
    /// These stand in another field that says the opposite.
    InBoth(Vec<&'static str>),
}

/// The refused fields by their names, in the order of the form.
pub type Refusals = Vec<(String, Refusal)>;

/// Reads a form.
#[derive(Debug)]
pub struct Reader<'a> {
    /// As it was typed.
    pub typed: &'a Typed,
    refused: Refusals,
}

impl<'a> Reader<'a> {
    /// Begins to read.
    pub fn new(typed: &'a Typed) -> Self {
        Self { typed, refused: Vec::new() }
    }

    /// The value if nothing was refused.
    pub fn finish<T>(self, value: T) -> Result<T, Refusals> {
        if self.refused.is_empty() { Ok(value) } else { Err(self.refused) }
    }

    /// Refuses a field.
    pub fn refuse(&mut self, name: impl Into<String>, why: Refusal) {
        self.refused.push((name.into(), why));
    }

    /// Words with one space between them, at most so many characters.
    pub fn line(&mut self, name: &str, longest: usize) -> String {
        let words: Vec<&str> = self.typed.one(name).split_whitespace().collect();
        self.checked(name, words.join(" "), longest)
    }

    /// The same, refused when there are none.
    pub fn needed_line(&mut self, name: &str, longest: usize) -> String {
        let line = self.line(name, longest);
        if line.is_empty() {
            self.refuse(name, Refusal::Missing);
        }
        line
    }

    /// The same, or nothing.
    pub fn some_line(&mut self, name: &str, longest: usize) -> Option<String> {
        Some(self.line(name, longest)).filter(|line| !line.is_empty())
    }

    /// A text of several lines; one that says the same as before stays to the letter.
    pub fn text(&mut self, name: &str, longest: usize, before: &str) -> String {
        let text = tidy(self.typed.one(name));
        if text == tidy(before) {
            return before.to_owned();
        }
        self.checked(name, text, longest)
    }

    /// The same, or nothing.
    pub fn some_text(&mut self, name: &str, longest: usize, before: Option<&str>) -> Option<String> {
        Some(self.text(name, longest, before.unwrap_or_default())).filter(|text| !text.is_empty())
    }

    /// One short text a line; empty lines say nothing.
    pub fn lines(&mut self, name: &str, longest: usize) -> Vec<String> {
        let text = self.checked(name, tidy(self.typed.one(name)), longest * 20);
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        if lines.iter().any(|line| line.chars().count() > longest) {
            self.refuse(name, Refusal::TooLong(longest));
        }
        lines
    }

    /// A whole number from `least` to `most`, or nothing.
    pub fn number<T: FromStr + TryFrom<u32>>(&mut self, name: &str, least: u32, most: u32) -> Option<T> {
        let typed = self.typed.one(name).trim();
        if typed.is_empty() {
            return None;
        }
        let number = typed.replace('.', "").parse().ok().filter(|number| (least..=most).contains(number));
        let number = number.and_then(|number| T::try_from(number).ok());
        if number.is_none() {
            self.refuse(name, Refusal::NotBetween(least, most));
        }
        number
    }

    /// A day as date fields send it or as Danes write it, or nothing.
    pub fn day(&mut self, name: &str) -> Option<NaiveDate> {
        let typed = self.typed.one(name).trim().replace(['.', '/'], "-");
        if typed.is_empty() {
            return None;
        }
        let day =
            ["%Y-%m-%d", "%d-%m-%Y"].iter().find_map(|form| NaiveDate::parse_from_str(&typed, form).ok());
        if day.is_none() {
            self.refuse(name, Refusal::NotDate);
        }
        day
    }

    /// Exactly so many digits however they are spaced, or nothing.
    pub fn digits(&mut self, name: &str, count: usize) -> Option<String> {
        let typed: String = self.typed.one(name).split_whitespace().collect();
        if typed.is_empty() {
            return None;
        }
        if typed.len() != count || !typed.bytes().all(|letter| letter.is_ascii_digit()) {
            self.refuse(name, Refusal::NotDigits(count));
        }
        Some(typed)
    }

    /// What the ticked boxes stand for: those ticked before in their order, then the new ones.
    pub fn terms<T: Term>(&self, name: &str, before: &[Ref<T>]) -> Vec<Ref<T>> {
        let ticked: Vec<Ref<T>> = self.typed.all(name).filter_map(|slug| Ref::parse(slug).ok()).collect();
        let kept = before.iter().copied().filter(|term| ticked.contains(term));
        let new = ticked.iter().copied().filter(|term| !before.contains(term));
        let mut terms: Vec<Ref<T>> = Vec::new();
        for term in kept.chain(new) {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        terms
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.typed.one(name).is_empty()
    }

    fn checked(&mut self, name: &str, text: String, longest: usize) -> String {
        if without_cpr(&text).1 {
            self.refuse(name, Refusal::Cpr);
        } else if text.chars().count() > longest {
            self.refuse(name, Refusal::TooLong(longest));
        }
        text
    }
}

/// Line ends as they are stored, none at the end.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        let mut typed = Typed::default();
        for (name, value) in pairs {
            typed.put(*name, *value);
        }
        typed
    }

    #[test]
    fn fields_are_tidied_and_checked() {
        let typed = typed(&[
            ("a", " Frokost\r\n til firmaer "),
            ("b", "Et\r\n\r\nTo\r\n"),
            ("c", "010190-1234"),
            ("d", "1.200"),
            ("e", "31.12.2026"),
            ("f", "17"),
            ("g", "57 90 00"),
        ]);
        let mut reader = Reader::new(&typed);
        assert_eq!(reader.line("a", 140), "Frokost til firmaer");
        assert_eq!(reader.text("b", 100, ""), "Et\n\nTo");
        assert_eq!(reader.text("b", 1, "Et\n\nTo\n"), "Et\n\nTo\n", "what says the same stays");
        assert_eq!(reader.number::<u16>("d", 1, 2_000), Some(1_200));
        assert_eq!(reader.day("e"), NaiveDate::from_ymd_opt(2026, 12, 31));
        assert!(reader.refused.is_empty());
        reader.line("c", 140);
        reader.number::<u8>("f", 0, 16);
        reader.digits("g", 13);
        reader.line("a", 3);
        reader.needed_line("h", 3);
        let why: Vec<_> = reader.finish(()).unwrap_err().into_iter().map(|(_, why)| why).collect();
        let expected = [
            Refusal::Cpr,
            Refusal::NotBetween(0, 16),
            Refusal::NotDigits(13),
            Refusal::TooLong(3),
            Refusal::Missing,
        ];
        assert_eq!(why, expected);
    }
}
