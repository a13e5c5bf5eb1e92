//! What waits to be seen: new listings, and changes that need an editor's eye.

use leptos::prelude::*;

use crate::model::{InReview, InvalidText, RefusedAnswer, WhyRefused};
use crate::parts::difference::difference;
use crate::{links, render, text};

/// Each with the three answers.
pub fn reviews(reviews: &[InReview], refused: Option<&RefusedAnswer>) -> impl IntoView + use<> {
    let of = |review: &InReview| refused.filter(|refused| refused.slug == review.slug);
    let items: Vec<_> = reviews.iter().map(|one| review(one, of(one))).collect();
    let gone = refused.is_some_and(|refused| reviews.iter().all(|review| review.slug != refused.slug));
    let gone = gone.then(|| view! { <p role="alert">"Det var allerede besvaret."</p> });
    let none = items.is_empty().then(|| view! { <p>"Ingen ændringer venter."</p> });
    view! {
        <section>
            <h2>"Venter på jer"</h2>
            {none} {gone}
            <ul class="queue">{items}</ul>
        </section>
    }
}

fn review(review: &InReview, refused: Option<&RefusedAnswer>) -> impl IntoView + use<> {
    let heading = if review.new { "Ny virksomhed" } else { "Ændring" };
    let alike: Vec<_> = review
        .alike
        .iter()
        .map(|(slug, name)| view! { <li><a href=links::listing_at(slug)>{name.clone()}</a></li> })
        .collect();
    let alike = (!alike.is_empty()).then(|| view! { <p>"Ligner:"</p> <ul>{alike}</ul> });
    let asked = review
        .asked
        .clone()
        .map(|asked| view! { <p class="quiet">"I har spurgt: " <q>{asked}</q> " Svaret er ikke kommet endnu."</p> });
    let answer =
        (!review.answer.is_empty()).then(|| view! { <p>"De svarer: " <q>{review.answer.clone()}</q></p> });
    view! {
        <li class="queued" tabindex="0" data-queued="" aria-label=format!("{heading}: {}", review.name)>
            <h3>{heading} ": " <a href=links::own(&review.slug, "")>{review.name.clone()}</a></h3>
            <p class="quiet">{review.author.clone()} " · " {text::date(review.day)}</p>
            {answer} {asked} {alike}
            {difference(&review.fields, "Nu", "Forslag")}
            {answers(review, refused)}
        </li>
    }
}

/// Yes at once; a question or a no with its words.
fn answers(review: &InReview, refused: Option<&RefusedAnswer>) -> impl IntoView + use<> {
    let wrong = refused.map(|refused| view! { <p class="error" role="alert">{why(refused.why)}</p> });
    let typed = refused.map_or("", |refused| refused.typed.as_str());
    let id = format!("tekst-{}", review.slug);
    let name = &review.name;
    view! {
        <form method="post" action=links::REVIEW>
            <input type="hidden" name="slug" value=review.slug.clone() />
            <input type="hidden" name="udgave" value=review.version.clone() />
            <div class="form-field wide">
                <label for=id.clone()>"Spørgsmål eller begrundelse"</label>
                {wrong}
                <textarea id=id name="tekst" rows="2" maxlength="1000" data-words="" inner_html=render::text_area(typed)></textarea>
            </div>
            <div class="answers">
                <button class="button" name="svar" value="godkend" data-shortcut="a" aria-label=format!("Godkend {name}")>"Godkend"</button>
                <button class="button quiet-button" name="svar" value="spoerg" data-shortcut="s" aria-label=format!("Spørg om {name}")>"Spørg"</button>
                <button class="button quiet-button" name="svar" value="afvis" data-shortcut="r" aria-label=format!("Afvis {name}")>"Afvis"</button>
            </div>
        </form>
    }
}

fn why(why: WhyRefused) -> &'static str {
    match why {
        WhyRefused::Words(InvalidText::TooLong) => "Skriv det kortere: højst 1.000 tegn.",
        WhyRefused::Words(wrong) => {
            text::invalid_text(wrong, "Skriv, hvad I spørger om, eller hvorfor ikke.")
        }
        WhyRefused::Changed => "Det er ændret, siden I så det. Sådan ser det ud nu.",
        WhyRefused::Lacking => {
            "Siden mangler noget, før den kan vises: én linje, branche eller kommune. Spørg efter det."
        }
    }
}
