//! "Har I plads?": a row for each scheme, to be answered in one tap or with a number.

use chrono::NaiveDate;
use content::Listing;
use content::listing::FreePlaces;
use content::taxonomy::{Entry, Ref, Scheme};
use leptos::prelude::*;

use super::form::refused_summary;
use crate::model::{
    MOST_FREE, ONE_TAP, Refusals, SAVE, SAY, STILL, Typed, count_field, is_lately, schemes_offered,
    shown_field,
};
use crate::text;

/// The form and where it goes.
#[derive(Debug, Clone, Copy)]
pub struct FreePlacesForm<'a> {
    /// Whose places.
    pub listing: &'a Listing,
    /// Today in Denmark.
    pub today: NaiveDate,
    /// What was typed and refused, when something was.
    pub refused: Option<(&'a Typed, &'a Refusals)>,
    /// Where it is sent.
    pub action: &'a str,
    /// The key of the mail's link, for those who are not signed in.
    pub key: Option<&'a str>,
}

impl FreePlacesForm<'_> {
    /// What was refused, each with a link to its field.
    pub fn summary(&self) -> impl IntoView + use<> {
        let lines = self.refused.into_iter().flat_map(|(_, refused)| refused);
        refused_summary(lines.map(|(name, why)| (name.clone(), text::refusal(why))).collect())
    }

    /// The form; nothing for a listing without schemes.
    pub fn view(&self) -> Option<AnyView> {
        let schemes = schemes_offered(self.listing);
        let rows: Vec<_> = schemes.iter().map(|scheme| self.row(*scheme)).collect();
        let any = self.listing.placement.as_ref().is_some_and(|placement| !placement.free.is_empty());
        let key = self.key.map(|key| view! { <input type="hidden" name="noegle" value=key.to_owned() /> });
        // Enter in a field presses the first button of the form, and a tap is no answer to that.
        let enter = view! { <button class="unseen" name=SAY value=SAVE tabindex="-1" aria-hidden="true">"Gem"</button> };
        let still = any.then(|| {
            view! { <button class="button quiet-button" name=SAY value=STILL formnovalidate>"Det passer stadig"</button> }
        });
        (!rows.is_empty()).then(|| {
            view! {
                <form class="say-places" method="post" action=self.action.to_owned()>
                    {key} {enter} {rows}
                    <p class="answers"><button class="button" name=SAY value=SAVE>"Gem"</button> {still}</p>
                </form>
            }
            .into_any()
        })
    }

    fn row(&self, scheme: Ref<Scheme>) -> impl IntoView + use<> {
        let field = count_field(scheme);
        let said = self.listing.placement.iter().flat_map(|placement| &placement.free);
        let said = said.into_iter().find(|free| free.scheme == scheme);
        let shown = said.map(|free| free.count.to_string()).unwrap_or_default();
        let typed = self.refused.map_or(shown.as_str(), |(typed, _)| typed.one(&field)).to_owned();
        let wrong = self.refused.and_then(|(_, all)| all.iter().find(|(name, _)| *name == field));
        let wrong = wrong.map(|(_, why)| text::refusal(why));
        let refused = wrong.as_ref().map(|_| "");
        let taps: Vec<_> = ONE_TAP.into_iter().map(|count| tap(scheme, count)).collect();
        view! {
            <fieldset class="form-field wide" data-refused=refused>
                <legend>{scheme.get().label()}</legend>
                <p class="help">{stands(said, self.today)}</p>
                <p class="taps">{taps}</p>
                <input type="hidden" name=shown_field(scheme) value=shown />
                <label for=field.clone()>"Eller skriv et antal"</label>
                {number(field, typed, wrong)}
            </fieldset>
        }
    }
}

/// What visitors read of a scheme now.
fn stands(said: Option<&FreePlaces>, today: NaiveDate) -> String {
    let Some(free) = said else { return "I har ikke sagt noget endnu.".to_owned() };
    let old = if is_lately(free.confirmed, today) { "" } else { " Passer det stadig?" };
    format!("{}, sagt {}.{old}", text::free_count(free.count), text::date(free.confirmed))
}

/// The field for a number, with what was wrong with it.
fn number(field: String, typed: String, wrong: Option<String>) -> impl IntoView {
    let (invalid, error) = (wrong.is_some(), format!("{field}-fejl"));
    let described = invalid.then(|| error.clone());
    view! {
        {wrong.map(|words| view! { <p class="error" id=error>{words}</p> })}
        <input
            class="free"
            id=field.clone()
            name=field
            type="number"
            min="0"
            max=MOST_FREE
            step="1"
            inputmode="numeric"
            autocomplete="off"
            value=typed
            aria-describedby=described
            aria-invalid=invalid.then_some("true")
        />
    }
}

/// A button that says a number of a scheme.
fn tap(scheme: Ref<Scheme>, count: u16) -> impl IntoView + use<> {
    let words = if count == 0 { "Ingen lige nu".to_owned() } else { count.to_string() };
    let label = format!("{words}: {}", scheme.get().label());
    view! {
        <button class="button quiet-button" name=SAY value=format!("{}:{count}", scheme.slug()) aria-label=label>{words}</button>
        " "
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Refusal;
    use crate::render;

    fn listing(free: &str) -> Listing {
        let facts = format!(
            r#"{{ "slug": "a", "name": "A", "state": "public",
                 "placement": {{ "schemes": ["fleksjob", "smaajob"], "free": [{free}] }} }}"#
        );
        serde_json::from_str(&facts).unwrap()
    }

    fn html(listing: &Listing, refused: Option<(&Typed, &Refusals)>) -> String {
        let today = "2026-11-22".parse().unwrap();
        let form = FreePlacesForm { listing, today, refused, action: "/x", key: Some("k\"") };
        form.view().map(render::html).unwrap_or_default()
    }

    #[test]
    fn each_scheme_is_answered_in_one_tap_and_enter_saves() {
        let listing = listing(r#"{ "scheme": "fleksjob", "count": 2, "confirmed": "2026-01-01" }"#);
        let html = html(&listing, None);
        let first = html.find("<button").unwrap();
        assert!(html[first..].starts_with("<button name=\"sig\" value=\"gem\" tabindex=\"-1\""), "{html}");
        for count in ["0", "1", "2", "3"] {
            assert!(
                html.contains(&format!("value=\"fleksjob:{count}\"")) && html.contains("value=\"smaajob:0\"")
            );
        }
        assert!(html.contains("2 ledige, sagt 1. januar 2026. Passer det stadig?"), "{html}");
        assert!(html.contains("I har ikke sagt noget endnu.") && html.contains("value=\"passer\""));
        assert!(html.contains("name=\"vist-fleksjob\" value=\"2\"") && html.contains("value=\"k&quot;\""));
    }

    #[test]
    fn what_was_typed_stays_and_nothing_said_cannot_still_hold() {
        let mut typed = Typed::default();
        typed.put("antal-smaajob", "300");
        let refused = vec![("antal-smaajob".to_owned(), Refusal::NotBetween(0, 200))];
        let html = self::html(&listing(""), Some((&typed, &refused)));
        assert!(html.contains("value=\"300\"") && html.contains("Skriv et tal fra 0 til 200."), "{html}");
        assert!(!html.contains("value=\"passer\""));
        let none = Listing::new("a", "A", content::listing::State::Public);
        assert!(self::html(&none, None).is_empty());
    }
}
