//! One value of a filter. A search page shows more than two hundred, and between pages
//! only tick and number change: the rest is made once.

use std::fmt::Write as _;
use std::sync::LazyLock;

use content::taxonomy::Entry;
use leptos::prelude::*;

use crate::model::{Facet, Filter};
use crate::{render, text};

/// Stands for what changes while the HTML is made.
const BLANK: &str = "\u{e000}";

/// The HTML of a value around its tick, its number for tools and its number for people.
struct Value {
    before_tick: String,
    before_count: String,
    before_number: String,
    end: String,
}

/// Writes the value with its tick and its number.
pub fn write(html: &mut String, filter: Filter, chosen: bool, count: usize) {
    static VALUES: LazyLock<[Vec<Value>; 9]> =
        LazyLock::new(|| Facet::ALL.map(|facet| facet.filters().map(made).collect()));
    let value = &VALUES[filter.facet() as usize][filter.index()];
    html.push_str(&value.before_tick);
    html.push_str(if chosen { " checked" } else { "" });
    html.push_str(&value.before_count);
    let _ = write!(html, "{count}");
    html.push_str(&value.before_number);
    html.push_str(&text::number(count));
    html.push_str(&value.end);
}

fn made(filter: Filter) -> Value {
    let (facet, entry) = (filter.facet(), filter.entry());
    let html = render::html(view! {
        <label class="value" title=help(facet, entry)>
            <input type="checkbox" name=facet.param() value=entry.slug() data-tick=BLANK />
            <span>{entry.label()}</span>
            <span class="number" data-facet=facet.param() data-value=entry.slug() data-count=BLANK>{BLANK}</span>
        </label>
    });
    let mut pieces = html.split(BLANK).map(str::to_owned);
    let mut next = || pieces.next().unwrap_or_default();
    Value {
        before_tick: next().replace(" data-tick=\"", ""),
        before_count: next().replacen('"', "", 1),
        before_number: next(),
        end: next(),
    }
}

/// Terms of the trade explain themselves; those of the municipality do not.
fn help(facet: Facet, entry: &'static dyn Entry) -> Option<&'static str> {
    matches!(facet, Facet::Cooperation | Facet::Scheme | Facet::Consideration | Facet::Rsv)
        .then(|| entry.help())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_carries_tick_and_number() {
        let filter = Filter::parse(Facet::Trade, "metal").unwrap();
        let mut html = String::new();
        write(&mut html, filter, true, 1204);
        assert_eq!(
            html,
            "<label class=\"value\"><input type=\"checkbox\" name=\"branche\" value=\"metal\" checked>\
             <span>Metal og maskinværksted</span><span data-facet=\"branche\" data-value=\"metal\" \
             data-count=\"1204\" class=\"number\">1.204</span></label>"
        );
    }
}
