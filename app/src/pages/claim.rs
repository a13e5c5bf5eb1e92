//! "Er det jeres virksomhed?"

use content::Listing;
use leptos::prelude::*;

use crate::model::{ClaimForm, InvalidClaim};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::form::{Field, error_summary, too_often};
use crate::{links, text};

/// Asks who they are; says what was wrong with what was typed before.
#[must_use]
pub fn page(listing: &Listing, form: &ClaimForm, refused: InvalidClaim) -> Page {
    let title = format!("Er {} jeres virksomhed?", listing.name);
    let page =
        Page::new(title, "Få adgang til jeres egen side i kataloget.", "", view(listing, form, refused));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn fields(form: &ClaimForm, refused: InvalidClaim) -> [Field<'_>; 3] {
    let field = Field {
        id: "navn",
        label: "Jeres navn",
        help: "Så den, der svarer, ved, hvem der spørger. Det vises ikke i kataloget.",
        typed: &form.navn,
        refused: refused.name.map(|wrong| text::invalid_text(wrong, "Skriv jeres navn.")),
        kind: "text",
        autocomplete: "name",
        longest: 100,
    };
    let role = Field {
        id: "rolle",
        label: "Jeres rolle i virksomheden",
        help: "For eksempel daglig leder eller bogholder.",
        typed: &form.rolle,
        refused: refused.role.map(|wrong| text::invalid_text(wrong, "Skriv, hvad I laver i virksomheden.")),
        autocomplete: "organization-title",
        ..field
    };
    let email = Field {
        id: "email",
        label: "Mailadresse",
        help: "Helst én, der hører til virksomhedens hjemmeside. Så er I inde med det samme.",
        typed: &form.email,
        refused: refused.email.map(text::invalid_email),
        kind: "email",
        autocomplete: "email",
        longest: 254,
    };
    [field, role, email]
}

fn view(listing: &Listing, form: &ClaimForm, refused: InvalidClaim) -> impl IntoView + use<> {
    let fields = fields(form, refused);
    let refusals: Vec<_> = fields.iter().filter_map(|field| Some((field.id, field.refused?))).collect();
    let way = crumbs(vec![(listing.name.as_str(), links::listing(listing))]).to_html();
    let inputs: Vec<_> = fields.iter().map(Field::view).collect();
    view! {
        <article class="page form-page">
            <div inner_html=way></div>
            {error_summary(&refusals)}
            {too_often(refused.too_often)}
            <h1>{format!("Er {} jeres virksomhed?", listing.name)}</h1>
            <p class="lead">"Så kan I selv holde siden ved lige. Vi sender et link, der bekræfter jeres mailadresse."</p>
            <form method="post" action=links::claim(&listing.slug) novalidate>
                {inputs}
                <button class="button">"Send et link"</button>
            </form>
            <p class="quiet">
                "Passer adressen ikke til virksomhedens hjemmeside, ser en redaktør, eller en, der allerede holder siden, på det først. "
                "Navn og rolle slettes, når det er afgjort. Læs om " <a href=links::PRIVACY>"privatliv"</a> "."
            </p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use crate::model::InvalidText;

    use super::*;

    #[test]
    fn what_was_typed_stays_and_each_fault_is_named() {
        let listing =
            serde_json::from_value(serde_json::json!({ "slug": "a", "name": "A & B", "state": "draft" }));
        let form = ClaimForm { navn: "<b>".into(), ..ClaimForm::default() };
        let refused = InvalidClaim { role: Some(InvalidText::Missing), ..InvalidClaim::default() };
        let html = page(&listing.unwrap(), &form, refused).body;
        assert!(html.contains("value=\"&lt;b&gt;\"") && html.contains("A &amp; B"), "{html}");
        assert_eq!(html.matches("Skriv, hvad I laver i virksomheden.").count(), 2);
        assert!(html.contains("action=\"/virksomheder/a/er-det-jeres\""));
    }
}
