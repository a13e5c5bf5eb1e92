//! Numbers and lists.

/// The number with a full stop between thousands: `1.204`.
#[must_use]
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// A number and its noun: `1 virksomhed`, `12 virksomheder`.
#[must_use]
pub fn count(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// So many enterprises.
#[must_use]
pub fn companies(companies: usize) -> String {
    count(companies, "virksomhed", "virksomheder")
}

/// `a`, `a og b`, `a, b og c`.
#[must_use]
pub fn listed<S: AsRef<str>>(parts: &[S]) -> String {
    let mut text = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push_str(if index + 1 == parts.len() { " og " } else { ", " });
        }
        text.push_str(part.as_ref());
    }
    text
}

/// The text cut at a word so that it holds at most `most` characters, with an ellipsis when cut.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let room = text.char_indices().nth(most - 1).map_or(end, |(index, _)| index);
    let cut = text[..room].rfind(' ').unwrap_or(room);
    format!("{}…", text[..cut].trim_end_matches([',', '.', ' ', ':', ';']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_full_stops_and_nouns_a_plural() {
        assert_eq!([0, 7, 999, 1204, 1_000_000].map(number), ["0", "7", "999", "1.204", "1.000.000"]);
        assert_eq!([0, 1, 12].map(companies), ["0 virksomheder", "1 virksomhed", "12 virksomheder"]);
    }

    #[test]
    fn lists_end_in_og() {
        assert_eq!(listed::<&str>(&[]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b"]), "a og b");
        assert_eq!(listed(&["a", "b", "c"]), "a, b og c");
    }

    #[test]
    fn texts_are_cut_at_a_word() {
        assert_eq!(shortened("grød og brød", 12), "grød og brød");
        assert_eq!(shortened("grød, og brød", 12), "grød, og…");
        assert_eq!(shortened("ærøfærgen", 4), "ærø…");
        for most in 1..40 {
            let text = "Frokost til møder, kantiner og store fester i hele Vendsyssel";
            assert!(shortened(text, most).chars().count() <= most);
        }
    }
}
