//! How soon one may hope to hear, in words.

use content::Listing;

use crate::model::{AsOf, Habit};

/// From so many days on they are not counted out.
const COUNTED: u8 = 14;
const NEW: &str = "Nyt i kataloget";

/// How soon it usually answers, where that is known.
#[must_use]
pub fn habit(listing: &Listing, as_of: &AsOf) -> Option<String> {
    as_of.habit(listing).map(words)
}

/// The same, or that it is new; none when neither is known.
#[must_use]
pub fn habit_or_new(listing: &Listing, as_of: &AsOf) -> Option<String> {
    habit(listing, as_of).or_else(|| as_of.is_new(listing).then(|| NEW.to_owned()))
}

/// The same on a card, where nobody is told off.
#[must_use]
pub fn habit_on_card(listing: &Listing, as_of: &AsOf) -> Option<String> {
    habit_or_new(listing, as_of).filter(|_| as_of.habit(listing) != Some(Habit::Seldom))
}

fn words(habit: Habit) -> String {
    match habit {
        Habit::Within(0) => "Svarer som regel samme dag".to_owned(),
        Habit::Within(1) => "Svarer som regel inden 1 dag".to_owned(),
        Habit::Within(days) if days <= COUNTED => format!("Svarer som regel inden {days} dage"),
        Habit::Within(_) => "Svarer som regel inden en måned".to_owned(),
        Habit::Seldom => "Har ikke svaret på de fleste henvendelser".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn habits_in_words() {
        for (days, line) in [
            (0, "Svarer som regel samme dag"),
            (1, "Svarer som regel inden 1 dag"),
            (2, "Svarer som regel inden 2 dage"),
            (14, "Svarer som regel inden 14 dage"),
            (15, "Svarer som regel inden en måned"),
        ] {
            assert_eq!(words(Habit::Within(days)), line);
        }
    }

    #[test]
    fn a_card_tells_nobody_off() {
        let listing: Listing = serde_json::from_value(serde_json::json!({
            "slug": "a", "name": "A", "state": "public", "published": "2026-11-20",
        }))
        .unwrap();
        let mut as_of = AsOf::day("2026-11-21".parse().unwrap());
        assert_eq!(habit_or_new(&listing, &as_of), None);
        as_of.began = "2026-01-01".parse().ok();
        assert_eq!(habit_on_card(&listing, &as_of).as_deref(), Some(NEW));
        assert_eq!(habit(&listing, &as_of), None);
        as_of.habits = Arc::new([("a".into(), Habit::Within(2))].into());
        assert_eq!(habit_on_card(&listing, &as_of), habit(&listing, &as_of));
        as_of.habits = Arc::new([("a".into(), Habit::Seldom)].into());
        assert_eq!(habit_on_card(&listing, &as_of), None, "and it is not called new instead");
        assert!(habit(&listing, &as_of).is_some_and(|line| line.starts_with("Har ikke svaret")));
    }
}
