//! Codes from an app (TOTP, RFC 6238) and codes on paper.

use qrcode::QrCode;
use qrcode::render::svg;
use totp_rs::{Builder, Secret, Totp};

use crate::key::Key;

/// Recovery codes an editor gets.
const RECOVERY_CODES: usize = 10;
/// Letters between the hyphens of a recovery code.
const GROUP: usize = 4;
/// Groups of a recovery code: 16 letters of 5 bits.
const GROUPS: usize = 4;
/// Letters of recovery codes: none that look alike.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// What an app and the server share.
#[derive(Debug)]
pub struct SecondFactor(Totp);

impl SecondFactor {
    /// A new one for an account.
    #[must_use]
    pub fn new(email: &str) -> Option<Self> {
        Self::of(email, Secret::from(Key::bytes::<20>().to_vec()))
    }

    /// One as it was written down in base 32; none when it is not such a text or too short.
    #[must_use]
    pub fn from_base32(email: &str, secret: &str) -> Option<Self> {
        Self::of(email, Secret::try_from_base32(secret).ok()?)
    }

    fn of(email: &str, secret: Secret) -> Option<Self> {
        let builder = Builder::new().with_secret(secret).with_account_name(email);
        builder.with_issuer(Some("Samhandel Nord")).build().ok().map(Self)
    }

    /// The secret in base 32, to be typed into an app.
    #[must_use]
    pub fn base32(&self) -> String {
        self.0.secret().to_base32()
    }

    /// The code that an app reads from the screen, as a drawing.
    #[must_use]
    pub fn drawing(&self) -> Option<String> {
        let code = QrCode::new(self.0.to_url().ok()?).ok()?;
        let drawing = code.render::<svg::Color<'_>>().min_dimensions(200, 200).build();
        // Without the XML head, which has no place inside a page.
        drawing.find("<svg").map(|at| drawing[at..].to_owned())
    }

    /// The step of a right code: of this half minute, the one before or the one after.
    #[must_use]
    pub fn step(&self, code: &str, now: chrono::DateTime<chrono::Utc>) -> Option<i64> {
        let digits: String = code.chars().filter(|sign| !sign.is_whitespace()).collect();
        let step = self.0.check(&digits, u64::try_from(now.timestamp()).ok()?)?;
        i64::try_from(step).ok()
    }

    /// The code of the moment.
    #[must_use]
    pub fn code(&self, now: chrono::DateTime<chrono::Utc>) -> String {
        self.0.generate(u64::try_from(now.timestamp()).unwrap_or_default()).to_string()
    }
}

/// New recovery codes, as they are shown.
#[must_use]
pub fn recovery_codes() -> Vec<Key> {
    let code = || {
        let letters =
            Key::bytes::<{ GROUP * GROUPS }>().map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
        let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
        Key::from_text(&groups.join("-"))
    };
    (0..RECOVERY_CODES).map(|_| code()).collect()
}

/// A typed recovery code as it was shown: case and spaces do not matter.
#[must_use]
pub fn typed_recovery_code(typed: &str) -> Key {
    let letters: Vec<char> = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    let groups: Vec<String> =
        letters.chunks(GROUP).map(|group| group.iter().collect::<String>().to_lowercase()).collect();
    Key::from_text(&groups.join("-"))
}

#[cfg(test)]
mod tests {
    use chrono::{Duration, TimeZone, Utc};

    use super::*;

    #[test]
    fn a_code_is_right_for_its_half_minute_and_its_neighbours() {
        let factor = SecondFactor::new("redaktion@example.dk").unwrap();
        let now = Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap();
        let code = factor.code(now);
        let again = SecondFactor::from_base32("redaktion@example.dk", &factor.base32()).unwrap();
        let step = again.step(&code, now).unwrap();
        assert_eq!(
            again.step(&format!(" {} {}", &code[..3], &code[3..]), now + Duration::seconds(30)),
            Some(step)
        );
        assert_eq!(again.step(&code, now + Duration::minutes(2)), None);
        assert_eq!(again.step("", now), None);
        assert!(SecondFactor::from_base32("a@b.dk", "abc").is_none());
        assert!(factor.drawing().unwrap().starts_with("<svg"));
    }

    /// The test vector of RFC 6238, appendix B, cut to six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let factor = SecondFactor::from_base32("a@b.dk", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ").unwrap();
        assert_eq!(factor.code(Utc.timestamp_opt(1_111_111_109, 0).unwrap()), "081804");
    }

    #[test]
    fn a_recovery_code_can_be_typed_carelessly() {
        let code = recovery_codes().remove(0);
        let shown = code.as_str();
        assert_eq!(shown.len(), 19);
        assert_eq!(typed_recovery_code(&shown.to_uppercase().replace('-', " ")), code);
    }
}
