//! How many a company may take in subsidised work or placement: the rule of reasonableness.
//!
//! One for every five ordinary employees up to 50, then one for every ten, as Cabi gives it (page on social
//! economy, without a date). It does not say how to round; only whole fives and whole tens count here, so that
//! the number is rather too low than too high.

use url::form_urlencoded;

use super::plain::plain;

/// Most full-time staff the form takes.
pub const MAX_STAFF: u32 = 100_000;
/// Most people already there the form takes.
pub const MAX_PRESENT: u32 = 10_000;
/// Full-time staff up to which there is one for every five.
pub const SMALL: u32 = 50;
/// Most characters of a number.
const LONGEST: usize = 20;

/// Ordinary full-time staff, counted in halves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Staff {
    /// Twice the number.
    pub halves: u32,
}

impl Staff {
    /// So many whole ones.
    #[must_use]
    pub fn whole(staff: u32) -> Self {
        Self { halves: staff.saturating_mul(2) }
    }

    /// Those up to 50, and those above.
    #[must_use]
    pub fn parts(self) -> (Self, Self) {
        let small = self.halves.min(2 * SMALL);
        (Self { halves: small }, Self { halves: self.halves - small })
    }
}

/// How much room the rule leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// How many by the fives up to 50.
    pub by_fives: u32,
    /// How many by the tens above.
    pub by_tens: u32,
    /// How many there are already.
    pub present: u32,
}

impl Room {
    /// What the rule gives a company with so many ordinary staff.
    #[must_use]
    pub fn new(staff: Staff, present: u32) -> Self {
        let (small, above) = staff.parts();
        Self { by_fives: small.halves / 10, by_tens: above.halves / 20, present }
    }

    /// How many in all.
    #[must_use]
    pub fn allowed(self) -> u32 {
        self.by_fives + self.by_tens
    }

    /// How many more; less than nothing when there are more already.
    #[must_use]
    pub fn more(self) -> i64 {
        i64::from(self.allowed()) - i64::from(self.present)
    }
}

/// Why a number cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidNumber {
    /// Nothing was typed.
    Missing,
    /// It is no such number.
    Unreadable,
    /// It is larger than the form takes.
    TooLarge,
}

/// What was typed into the form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RoomForm {
    /// Ordinary full-time staff.
    pub staff: String,
    /// People already there.
    pub present: String,
    /// Whether it was sent.
    pub sent: bool,
}

impl RoomForm {
    /// Reads the query part of an address.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut form = Self::default();
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            let field = match key.as_ref() {
                "aarsvaerk" => &mut form.staff,
                "nu" => &mut form.present,
                _ => continue,
            };
            *field = plain(&value, LONGEST).text;
            form.sent = true;
        }
        form
    }

    /// The number of staff.
    ///
    /// # Errors
    /// When it is no number in whole or half.
    pub fn staff(&self) -> Result<Staff, InvalidNumber> {
        let (whole, half) = match self.staff.split_once(',') {
            Some((whole, "5")) if !whole.is_empty() => (whole, 1),
            Some((whole, "0")) if !whole.is_empty() => (whole, 0),
            Some(_) => return Err(InvalidNumber::Unreadable),
            None => (self.staff.as_str(), 0),
        };
        let staff = Staff { halves: Staff::whole(number(whole)?).halves.saturating_add(half) };
        if staff > Staff::whole(MAX_STAFF) { Err(InvalidNumber::TooLarge) } else { Ok(staff) }
    }

    /// The number of people already there; nothing typed means nobody.
    ///
    /// # Errors
    /// When it is no whole number.
    pub fn present(&self) -> Result<u32, InvalidNumber> {
        match number(&self.present) {
            Err(InvalidNumber::Missing) => Ok(0),
            Ok(present) if present > MAX_PRESENT => Err(InvalidNumber::TooLarge),
            present => present,
        }
    }
}

/// A whole number, with or without full stops between thousands.
fn number(typed: &str) -> Result<u32, InvalidNumber> {
    if typed.is_empty() {
        return Err(InvalidNumber::Missing);
    }
    let mut groups = typed.split('.');
    let first = groups.next().unwrap_or_default();
    let grouped = groups.clone().next().is_none() || (1..=3).contains(&first.len());
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    if !(grouped && digits(first) && groups.all(|group| group.len() == 3 && digits(group))) {
        return Err(InvalidNumber::Unreadable);
    }
    typed.replace('.', "").parse().map_err(|_| InvalidNumber::TooLarge)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form(staff: &str, present: &str) -> RoomForm {
        RoomForm { staff: staff.to_owned(), present: present.to_owned(), sent: true }
    }

    #[test]
    fn one_for_every_five_up_to_fifty_then_one_for_every_ten() {
        for (staff, allowed) in [
            ("0", 0),
            ("0,5", 0),
            ("4", 0),
            ("4,5", 0),
            ("5", 1),
            ("9,5", 1),
            ("10", 2),
            ("49", 9),
            ("49,5", 9),
            ("50", 10),
            ("50,5", 10),
            ("51", 10),
            ("59", 10),
            ("59,5", 10),
            ("60", 11),
            ("69,5", 11),
            ("70", 12),
            ("10000", 1005),
            ("10.000", 1005),
            ("100.000", 10_005),
        ] {
            let room = Room::new(form(staff, "").staff().unwrap(), 0);
            assert_eq!((room.allowed(), room.more()), (allowed, i64::from(allowed)), "{staff}");
        }
    }

    #[test]
    fn those_already_there_are_taken_off() {
        let more = |staff, present| Room::new(Staff::whole(staff), present).more();
        assert_eq!([more(10, 0), more(10, 2), more(10, 3), more(0, 1), more(63, 3)], [2, 0, -1, -1, 8]);
    }

    #[test]
    fn nonsense_is_told_from_numbers() {
        use InvalidNumber::{Missing, TooLarge, Unreadable};
        for (typed, wrong) in [
            ("", Missing),
            ("ti", Unreadable),
            ("-5", Unreadable),
            ("12.5", Unreadable),
            ("12,25", Unreadable),
            ("12,", Unreadable),
            (",", Unreadable),
            (",5", Unreadable),
            ("1.0000", Unreadable),
            ("1000.000", Unreadable),
            ("1e3", Unreadable),
            ("100000,5", TooLarge),
            ("100001", TooLarge),
            ("99999999999999999999", TooLarge),
        ] {
            assert_eq!(form(typed, "").staff(), Err(wrong), "{typed}");
        }
        assert_eq!(form("", "").present(), Ok(0));
        assert_eq!(form("", "2,5").present(), Err(Unreadable));
        assert_eq!(form("", "10.001").present(), Err(TooLarge));
    }

    #[test]
    fn what_was_typed_is_kept_without_cpr_numbers() {
        let form = RoomForm::parse("aarsvaerk=+tolv+&nu=010190-1234&x=1");
        assert_eq!(form, RoomForm { staff: "tolv".to_owned(), present: String::new(), sent: true });
        assert!(!RoomForm::parse("x=1").sent);
    }

    proptest! {
        #[test]
        fn more_staff_never_leaves_less_room(halves in 0_u32..400_000, present in 0_u32..10_000) {
            let room = |halves| Room::new(Staff { halves }, present);
            prop_assert!(room(halves).more() <= room(halves + 1).more());
            prop_assert!(room(halves).allowed() * 10 <= halves, "never more than one for five");
        }

        #[test]
        fn nothing_is_an_error(query in ".{0,100}") {
            let form = RoomForm::parse(&query);
            let _ = (form.staff(), form.present());
        }
    }
}
