//! Names of a listing's fields, for those who keep it.

/// The field with this key, as editors read it.
#[must_use]
pub fn listing_field(key: &str) -> &'static str {
    match key {
        "one_line" => "Én linje",
        "description" => "Beskrivelse",
        "social_effect" => "Derfor gør det en forskel",
        "confirmed" => "Bekræftet",
        "pictures" => "Billeder",
        "logo" => "Logo",
        _ => "Andet",
    }
}
