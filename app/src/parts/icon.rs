//! Drawings from `app/icons/`, inlined.

use std::collections::HashMap;
use std::sync::LazyLock;

use leptos::tachys::html::InertElement;

use crate::render::raw;

macro_rules! files {
    ($($name:literal)*) => { [$(($name, include_str!(concat!("../../icons/", $name, ".svg")))),*] };
}

static ICONS: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| {
    files![
        "anvil" "armchair" "arrow-left" "arrow-right" "badge-check" "brick-wall" "brush-cleaning" "carrot"
        "check" "chef-hat" "chevron-down" "circle-help" "circle-pause" "coffee" "folder-open" "globe"
        "handshake" "info" "laptop" "mail" "map" "map-pin" "menu" "package" "palette" "phone" "presentation"
        "recycle" "search" "shirt" "shopping-basket" "sliders-horizontal" "sprout" "store" "tent" "tractor"
        "trees" "triangle-alert" "truck" "users-round" "wrench" "x"
    ]
    .into_iter()
    .map(|(name, file)| (name, lean(file)))
    .collect()
});

/// The drawing of that name, hidden from screen readers: there are always words beside it.
/// An unknown name gives a market stall.
#[must_use]
pub fn icon(name: &str) -> InertElement {
    let drawing = ICONS.get(name).or_else(|| ICONS.get("store"));
    raw(drawing.map_or("", String::as_str))
}

/// The file without licence line, size and colours, which the stylesheet sets.
fn lean(file: &str) -> String {
    let inner = file.split_once("\n>").map_or(file, |(_, inner)| inner);
    let inner: String = inner.trim_end().trim_end_matches("</svg>").lines().map(str::trim).collect();
    format!(
        "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">{}</svg>",
        inner.replace(" />", "/>")
    )
}

#[cfg(test)]
mod tests {
    use content::taxonomy::{Term, Trade};

    use super::*;

    #[test]
    fn every_trade_has_its_drawing() {
        for trade in Trade::all() {
            assert!(ICONS.contains_key(trade.icon.as_str()), "app/icons/{}.svg", trade.icon);
        }
    }

    #[test]
    fn drawings_are_lean() {
        for drawing in ICONS.values() {
            assert!(drawing.starts_with("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><"));
            assert!(drawing.ends_with("/></svg>") && !drawing.contains("<!--"), "{drawing}");
        }
    }
}
