//! Pictures of a listing. Here stands what is said of them; their bytes are the server's.

use serde::{Deserialize, Serialize};

/// Most pictures of a listing beside its logo.
pub const MAX_PICTURES: usize = 8;
/// Most characters of an alternative text.
pub const MAX_ALT: usize = 300;
/// Widths a picture is kept in when it is wider, in pixels.
const WIDTHS: [u16; 2] = [480, 960];

/// A picture or a logo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// Made from a hash of what is seen, so that another picture has another address.
    pub id: String,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Pixels across in the largest size.
    pub width: u16,
    /// Pixels down in the largest size.
    pub height: u16,
    /// How far from the left the part lies that must never be cut off, in per cent.
    #[serde(default = "middle", skip_serializing_if = "is_middle")]
    pub focus_x: u8,
    /// The same from the top.
    #[serde(default = "middle", skip_serializing_if = "is_middle")]
    pub focus_y: u8,
}

impl Picture {
    /// Every width it is kept in, the smallest first.
    pub fn widths(&self) -> impl Iterator<Item = u16> + use<> {
        widths(self.width)
    }

    /// The narrowest width it is kept in.
    #[must_use]
    pub fn smallest(&self) -> u16 {
        self.width.min(WIDTHS[0])
    }
}

/// Every width a picture is kept in whose largest is this, the smallest first.
pub fn widths(largest: u16) -> impl Iterator<Item = u16> {
    WIDTHS.into_iter().filter(move |width| *width < largest).chain([largest])
}

fn middle() -> u8 {
    50
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes it so")]
fn is_middle(per_cent: &u8) -> bool {
    *per_cent == middle()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Listing;

    fn listing(pictures: &serde_json::Value) -> Listing {
        let listing = serde_json::json!({ "slug": "a", "name": "A", "state": "draft", "pictures": pictures });
        serde_json::from_value(listing).unwrap()
    }

    fn picture(id: &str, alt: &str) -> serde_json::Value {
        serde_json::json!({ "id": id, "alt": alt, "width": 1600, "height": 900 })
    }

    #[test]
    fn it_is_kept_in_no_width_it_does_not_have() {
        let of = |width: u16| Picture {
            id: String::new(),
            alt: String::new(),
            width,
            height: 1,
            focus_x: 50,
            focus_y: 50,
        };
        assert_eq!(of(1600).widths().collect::<Vec<_>>(), [480, 960, 1600]);
        assert_eq!(of(480).widths().collect::<Vec<_>>(), [480]);
        assert_eq!((of(700).smallest(), of(30).smallest()), (480, 30));
    }

    #[test]
    fn the_middle_is_not_written_and_what_is_wrong_is_said() {
        let right = listing(&serde_json::json!([picture("a", "Kaffebaren")]));
        assert_eq!(right.problems(), []);
        assert!(!serde_json::to_string(&right).unwrap().contains("focus"));
        let nine: Vec<_> = (0..9).map(|number| picture(&number.to_string(), "Kaffebaren")).collect();
        for wrong in [
            serde_json::json!([picture("a", " ")]),
            serde_json::json!([picture("a", &"x".repeat(301))]),
            serde_json::json!([picture("a", "x"), picture("a", "y")]),
            serde_json::json!([picture("../a", "x")]),
            serde_json::json!(nine),
        ] {
            assert_eq!(listing(&wrong).problems().len(), 1, "{wrong}");
        }
    }
}
