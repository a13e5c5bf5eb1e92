//! What is stored about a member: having it, and having it deleted.

use leptos::prelude::*;

use crate::links;
use crate::model::{DeleteForm, Farewell, Handover, NOBODY, Successor};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::form::error_summary;

/// What to do about a listing without a decision.
const CHOOSE: &str = "Vælg for hver side, hvem der tager over.";

/// The part of one's own page about it.
pub fn section() -> impl IntoView {
    view! {
        <section>
            <h2>"Jeres data"</h2>
            <p>"Her er alt, hvad vi gemmer om jeres konto. I kan hente det, og I kan få det slettet."</p>
            <ul>
                <li><a href=links::OWN_DATA download="">"Hent jeres data (JSON)"</a></li>
                <li><a href=links::DELETE_ACCOUNT>"Slet jeres konto"</a></li>
            </ul>
        </section>
    }
}

/// Says what goes and what stays, and asks who takes over; `refused` when that was not said.
#[must_use]
pub fn delete(farewell: &Farewell, refused: bool) -> Page {
    own("Slet jeres konto", delete_view(farewell, refused))
}

/// Says that it is done.
#[must_use]
pub fn deleted() -> Page {
    own("Jeres konto er slettet", deleted_view())
}

fn own(title: &str, view: impl RenderHtml) -> Page {
    let page = Page::new(title, "Det, vi gemmer om jer, og hvordan det slettes.", "", view);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn delete_view(farewell: &Farewell, refused: bool) -> impl IntoView + use<> {
    let refusals: Vec<_> = refused.then_some(("overdragelse", CHOOSE)).into_iter().collect();
    view! {
        <article class="page form-page">
            {crumbs(vec![("Min side", links::MY_PAGE.to_owned())])}
            {error_summary(&refusals)}
            <h1>"Slet jeres konto"</h1>
            <p class="lead">"Det gælder kontoen " <strong>{farewell.email.clone()}</strong> ". Det kan ikke gøres om."</p>
            <h2>"Det slettes med det samme"</h2>
            <ul>
                <li>"mailadressen, og at I har haft en konto"</li>
                <li>"alle steder, I er logget ind"</li>
                <li>"hvilke sider I holder, har bedt om adgang til eller er inviteret til"</li>
                <li>"links og mails til jer, også dem, der venter på at blive sendt"</li>
                <li>"hvad I har skrevet i beskeder, og at det var jer"</li>
                <li>"app og nødkoder til den ekstra lås, hvis I er redaktør"</li>
            </ul>
            <h2>"Det bliver"</h2>
            <ul>
                <li>"virksomhedernes sider, for dem deler I med andre"</li>
                <li>"hvad der er rettet på siderne og hvornår. I stedet for jeres adresse står der “slettet konto”."</li>
                <li>"sikkerhedskopier, der allerede er taget, til de bliver kasseret"</li>
            </ul>
            <form method="post" action=links::DELETE_ACCOUNT>
                {handovers(farewell, refused)}
                <button class="button">"Slet kontoen"</button>
            </form>
            <p><a href=links::MY_PAGE>"Nej, behold den"</a></p>
        </article>
    }
}

fn handovers(farewell: &Farewell, refused: bool) -> impl IntoView + use<> {
    let items: Vec<_> = farewell.handovers.iter().map(|one| handover(one, refused)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section id="overdragelse">
                <h2>"Hvem tager over?"</h2>
                <p>"Disse sider har ingen anden, der kan invitere."</p>
                {items}
            </section>
        }
    })
}

fn handover(one: &Handover, refused: bool) -> impl IntoView + use<> {
    let field = DeleteForm::field(&one.slug);
    let refused = refused && one.chosen.is_none();
    let described = if refused { format!("{field}-fejl {field}-hjaelp") } else { format!("{field}-hjaelp") };
    let colleagues: Vec<_> = one
        .colleagues
        .iter()
        .map(|(account, email)| {
            let chosen = one.chosen == Some(Successor::Colleague(*account));
            view! { <option value=*account selected=chosen>{email.clone()}</option> }
        })
        .collect();
    let close = one.closable.then(|| {
        view! { " Findes virksomheden ikke mere, så " <a href=links::own(&one.slug, "luk")>"luk siden"</a> " først." }
    });
    view! {
        <div class="form-field" data-refused=refused.then_some("")>
            <label for=field.clone()>{one.name.clone()}</label>
            <p class="help" id=format!("{field}-hjaelp")>
                "Vælges ingen, bliver siden stående, og redaktionen får besked." {close}
            </p>
            {refused.then(|| view! { <p class="error" id=format!("{field}-fejl")>"Vælg, hvem der tager over."</p> })}
            <select id=field.clone() name=field aria-describedby=described aria-invalid=refused.then_some("true")>
                <option value="">"Vælg"</option>
                {colleagues}
                <option value=NOBODY selected=one.chosen == Some(Successor::Nobody)>
                    "Ingen: siden bliver stående"
                </option>
            </select>
        </div>
    }
}

fn deleted_view() -> impl IntoView {
    view! {
        <article class="page form-page">
            <h1>"Jeres konto er slettet"</h1>
            <p class="lead">"Vi har ikke længere jeres mailadresse. Tak, fordi I var med."</p>
            <p>"I er altid velkomne igen. " <a href=links::FRONT>"Gå til forsiden"</a></p>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_needs_a_decision_is_asked() {
        let none = Farewell { email: "a@b.dk".to_owned(), handovers: Vec::new() };
        assert!(!delete(&none, false).body.contains("<select"));
        let one = Handover {
            slug: "a".to_owned(),
            name: "A & B".to_owned(),
            closable: true,
            colleagues: vec![(7, "<c>@b.dk".to_owned())],
            chosen: None,
        };
        let chosen = Handover { slug: "b".to_owned(), chosen: Some(Successor::Nobody), ..one.clone() };
        let html = delete(&Farewell { handovers: vec![one, chosen], ..none }, true).body;
        assert!(html.contains("A &amp; B") && html.contains("value=\"7\"") && html.contains("&lt;c&gt;"));
        assert_eq!(html.matches("aria-invalid").count(), 1, "{html}");
        assert!(html.contains("value=\"ingen\" selected") && html.contains("/min-side/a/luk"), "{html}");
    }
}
