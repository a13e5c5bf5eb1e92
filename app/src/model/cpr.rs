//! Numbers that look like a CPR number never go further than the request.

use chrono::NaiveDate;

/// The text without every run of digits that passes as a CPR number, and whether there was one.
///
/// Ten digits, with or without a hyphen or spaces in between, whose first six are a
/// date. The check digit is not asked for: numbers issued since 2007 need not fit it.
#[must_use]
pub fn without_cpr(text: &str) -> (String, bool) {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = false;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from_digit) = rest.split_at(start);
        kept.push_str(before);
        let (digits, length) = run_of_digits(from_digit);
        if is_cpr(&digits) {
            found = true;
        } else {
            kept.push_str(&from_digit[..length]);
        }
        rest = &from_digit[length..];
    }
    kept.push_str(rest);
    (kept, found)
}

/// The digits at the start of `text`, read over single spaces and hyphens, and how many bytes they take.
fn run_of_digits(text: &str) -> (String, usize) {
    let mut digits = String::new();
    let mut end = 0;
    for (index, letter) in text.char_indices() {
        match letter {
            '0'..='9' => {
                digits.push(letter);
                end = index + 1;
            }
            ' ' | '-' | '\u{a0}' | '\u{2010}'..='\u{2013}' if index - end < 4 => {}
            _ => break,
        }
    }
    (digits, end)
}

fn is_cpr(digits: &str) -> bool {
    let number = |range: std::ops::Range<usize>| digits[range].parse::<u32>().unwrap_or(0);
    digits.len() == 10 && {
        let (day, month, year) = (number(0..2), number(2..4), number(4..6));
        // Two digits do not tell the century; 29 February counts when either has it.
        [1900, 2000]
            .iter()
            .any(|century| NaiveDate::from_ymd_opt(century + year.cast_signed(), month, day).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cpr_numbers_are_taken_out_however_they_are_written() {
        for text in ["010190-1234", "0101901234", "010190 1234", "01 01 90 - 1234", "290200-1234"] {
            assert_eq!(without_cpr(&format!("kantine {text} i dag")), ("kantine  i dag".to_owned(), true));
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in
            ["37148334", "9800", "320190-1234", "011390-1234", "12345678901", "+45 98 12 34 56", "2022"]
        {
            assert_eq!(without_cpr(text), (text.to_owned(), false), "{text}");
        }
    }
}
