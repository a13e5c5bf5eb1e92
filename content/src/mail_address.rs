//! Mail addresses.

/// Most characters (RFC 5321, 4.5.3.1.3).
const LONGEST: usize = 254;
/// Most characters before the @ (RFC 5321, 4.5.3.1.1).
const LONGEST_NAME: usize = 64;

/// Whether the text is a mail address such as people have: ASCII, and a host with a dot. Stricter
/// than the standard, so that nothing in it can end a line or a word of a mail's head.
#[must_use]
pub fn is_mail_address(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let dotted = |text: &str, signs: &str| {
        text.split('.').all(|part| {
            !part.is_empty() && part.chars().all(|sign| sign.is_ascii_alphanumeric() || signs.contains(sign))
        })
    };
    let labels =
        host.split('.').all(|label| !label.starts_with('-') && !label.ends_with('-') && label.len() < 64);
    text.len() <= LONGEST
        && name.len() <= LONGEST_NAME
        && host.contains('.')
        && dotted(name, "_+-'&=/")
        && dotted(host, "-")
        && labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_have() {
        for good in ["kontakt@hv-nord.dk", "a.b+c@mail.example.dk", "O'Hara@a.dk", "x_1@a-b.dk"] {
            assert!(is_mail_address(good), "{good}");
        }
        for bad in [
            "",
            "@",
            "a@",
            "@a.dk",
            "a@b",
            "a@@b.dk",
            "a b@c.dk",
            "a@b..dk",
            ".a@b.dk",
            "a@-b.dk",
            "a@b.dk\r\nBcc: c@d.dk",
            "a@b.dk,c@d.dk",
            "Navn <a@b.dk>",
            "ø@b.dk",
            "\"a\"@b.dk",
        ] {
            assert!(!is_mail_address(bad), "{bad}");
        }
        assert!(!is_mail_address(&format!("{}@b.dk", "a".repeat(65))));
    }
}
