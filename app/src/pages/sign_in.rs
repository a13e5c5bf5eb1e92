//! Signing in with a link in a mail.

use leptos::prelude::*;

use crate::model::{InvalidEmail, SignInForm};
use crate::page::Page;
use crate::parts::form::{Field, error_summary, too_often};
use crate::{links, text};

/// Asks for the mail address; says what was wrong with the one typed before, or that it came too often.
#[must_use]
pub fn page(form: &SignInForm, refused: Option<InvalidEmail>, often: bool) -> Page {
    own("Log ind", view(form, refused, often))
}

/// Says that a link is on its way, to whichever address.
#[must_use]
pub fn sent() -> Page {
    own("Se i jeres indbakke", sent_view())
}

/// Asks for one more click, so that a mail scanner that opens the link uses nothing up.
#[must_use]
pub fn confirm(key: &str, to: &str) -> Page {
    own("Log ind", confirm_view(links::CONFIRM_SIGN_IN, key, to))
}

/// The same for somebody who says that a listing is theirs.
#[must_use]
pub fn confirm_claim(key: &str) -> Page {
    own("Log ind", confirm_view(links::CONFIRM_CLAIM, key, ""))
}

/// The same for somebody who is invited to keep a listing.
#[must_use]
pub fn confirm_invitation(key: &str) -> Page {
    own("Sig ja til invitationen", confirm_view(links::CONFIRM_INVITATION, key, ""))
}

/// Says that an invitation no longer works.
#[must_use]
pub fn invitation_expired() -> Page {
    own("Invitationen gælder ikke mere", invitation_expired_view())
}

/// Says that the link no longer works, and offers another.
#[must_use]
pub fn expired() -> Page {
    own("Linket virker ikke mere", expired_view())
}

fn own(title: &str, view: impl RenderHtml) -> Page {
    let page = Page::new(title, "Log ind med et link i en mail. I skal ikke huske en adgangskode.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(form: &SignInForm, refused: Option<InvalidEmail>, often: bool) -> impl IntoView + use<> {
    let refused = refused.map(text::invalid_email);
    let field = Field {
        id: "email",
        label: "Mailadresse",
        help: "Den, I bruger i virksomheden.",
        typed: &form.email,
        refused,
        kind: "email",
        autocomplete: "email",
        longest: 254,
    };
    let refusals: Vec<_> = refused.map(|words| ("email", words)).into_iter().collect();
    view! {
        <article class="page form-page">
            {error_summary(&refusals)}
            {too_often(often)}
            <h1>"Log ind"</h1>
            <p class="lead">"Skriv jeres mailadresse, så sender vi et link. I skal ikke huske en adgangskode."</p>
            <form method="post" action=links::SIGN_IN novalidate>
                {field.view()} {onward(&form.til)}
                <button class="button">"Send et link"</button>
            </form>
            <p class="quiet">
                "Vi gemmer adressen og de browsere, der er logget ind, og ikke andet. Læs om "
                <a href=links::PRIVACY>"privatliv"</a> "."
            </p>
        </article>
    }
}

/// Carries where to go on.
fn onward(to: &str) -> impl IntoView + use<> {
    links::onward(to).map(|path| view! { <input type="hidden" name="til" value=path.to_owned() /> })
}

fn sent_view() -> impl IntoView {
    view! {
        <article class="page form-page">
            <h1>"Se i jeres indbakke"</h1>
            <p class="lead">
                "Vi har sendt en mail med et link. Det virker kun én gang, og kun en kort tid."
            </p>
            <p>
                "Kommer den ikke? Se efter i uønsket post, eller "
                <a href=links::SIGN_IN>"prøv igen"</a> " og tjek, at adressen er skrevet rigtigt."
            </p>
        </article>
    }
}

fn confirm_view(action: &'static str, key: &str, to: &str) -> impl IntoView + use<> {
    view! {
        <article class="page form-page">
            <h1>"Log ind"</h1>
            <p class="lead">"Et klik mere, så er I inde."</p>
            <form method="post" action=action>
                <input type="hidden" name="noegle" value=key.to_owned() />
                {onward(to)}
                <button class="button">"Log ind"</button>
            </form>
            <p class="quiet">"Har I ikke selv bedt om linket, så luk bare siden. Der sker ikke noget."</p>
        </article>
    }
}

fn expired_view() -> impl IntoView {
    view! {
        <article class="page form-page">
            <h1>"Linket virker ikke mere"</h1>
            <p class="lead">
                "Et link virker kun én gang, og kun en kort tid. Bed om et nyt, det er gjort på et øjeblik."
            </p>
            <p><a class="button" href=links::SIGN_IN>"Få et nyt link"</a></p>
        </article>
    }
}

fn invitation_expired_view() -> impl IntoView {
    view! {
        <article class="page form-page">
            <h1>"Invitationen gælder ikke mere"</h1>
            <p class="lead">
                "Den er brugt, taget tilbage eller for gammel. Bed den, der inviterede jer, om en ny."
            </p>
            <p>"Har I allerede sagt ja, kan I " <a href=links::SIGN_IN>"logge ind"</a> "."</p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_address_is_kept_and_explained_twice() {
        let form = SignInForm { email: "<kontakt".to_owned(), til: "//evil".to_owned() };
        let html = page(&form, Some(InvalidEmail::Malformed), false).body;
        assert!(html.contains("value=\"&lt;kontakt\""), "{html}");
        assert_eq!(html.matches("Skriv en hel mailadresse").count(), 2);
        assert!(!html.contains("evil"));
        assert!(html.contains("href=\"#email\"") && html.contains("aria-invalid=\"true\""));
        assert!(!page(&SignInForm::default(), None, false).body.contains("error-summary"));
    }
}
