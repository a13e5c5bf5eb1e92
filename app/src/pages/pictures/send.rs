//! The form for one more picture, and those on their way.

use content::listing::MAX_ALT;
use leptos::prelude::*;

use crate::model::{InvalidPicture, InvalidText, PictureForm, PicturesRefused, WaitingPicture};
use crate::{links, render, text};

/// Id and name of the field for the file.
pub const FILE: &str = "billede";
/// Id and name of the field for what it shows.
pub const TEXT: &str = "tekst";

/// What to do about a text that was refused.
pub fn about_text(refused: InvalidText) -> &'static str {
    match refused {
        InvalidText::TooLong => "Skriv det kortere: højst 300 tegn.",
        refused => text::invalid_text(refused, "Skriv, hvad billedet viser."),
    }
}

/// The form, with what was typed.
pub fn form(slug: &str, form: &PictureForm, refused: PicturesRefused<'_>) -> impl IntoView + use<> {
    let wrong = if let PicturesRefused::Sent(wrong) = refused { wrong } else { InvalidPicture::default() };
    view! {
        <section>
            <h2>"Send et billede"</h2>
            <form
                method="post"
                action=links::own(slug, links::OWN_PICTURES)
                enctype="multipart/form-data"
                data-pictures=""
                novalidate
            >
                {file(wrong)}
                {described("", TEXT, &form.tekst, wrong.text)}
                <div class="form-field">
                    <label class="choice">
                        <input type="checkbox" name="logo" value="ja" checked=form.logo />
                        " Det er vores logo"
                    </label>
                </div>
                <button class="button">"Send billedet"</button>
            </form>
        </section>
    }
}

fn file(wrong: InvalidPicture) -> impl IntoView + use<> {
    let refused = wrong.file.map(text::invalid_file);
    let described = if refused.is_some() { "billede-fejl billede-hjaelp" } else { "billede-hjaelp" };
    view! {
        <div class="form-field wide" data-refused=refused.map(|_| "")>
            <label for=FILE>"Billede"</label>
            <p class="help" id="billede-hjaelp">"JPEG, PNG eller WebP, højst 12 MB og 50 megapixel."</p>
            {refused.map(|words| view! { <p class="error" id="billede-fejl">{words}</p> })}
            <input
                id=FILE
                name=FILE
                type="file"
                accept="image/jpeg,image/png,image/webp"
                required
                aria-describedby=described
                aria-invalid=refused.map(|_| "true")
            />
        </div>
    }
}

/// The field for what a picture shows; `of` names the picture for those who do not see it.
pub fn described(
    of: &str,
    id: &'static str,
    typed: &str,
    refused: Option<InvalidText>,
) -> impl IntoView + use<> {
    let refused = refused.map(about_text);
    let help = format!("{id}-hjaelp");
    let described = if refused.is_some() { format!("{id}-fejl {help}") } else { help.clone() };
    let of = (!of.is_empty()).then(|| view! { <span class="unseen">{format!(" ({of})")}</span> });
    view! {
        <div class="form-field wide" data-refused=refused.map(|_| "")>
            <label for=id>"Hvad viser billedet?" {of}</label>
            <p class="help" id=help>"For dem, der ikke kan se det. Skriv aldrig navne på borgere."</p>
            {refused.map(|words| view! { <p class="error" id=format!("{id}-fejl")>{words}</p> })}
            <textarea
                id=id
                name=TEXT
                rows="2"
                maxlength=MAX_ALT
                required
                aria-describedby=described
                aria-invalid=refused.map(|_| "true")
                inner_html=render::text_area(typed)
            ></textarea>
        </div>
    }
}

/// Those that are being made fit to show, and those that cannot be.
pub fn waiting(slug: &str, waiting: &[WaitingPicture]) -> impl IntoView + use<> {
    let items: Vec<_> = waiting.iter().map(|picture| on_its_way(slug, picture)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section>
                <h2>"Sendt, men ikke vist"</h2>
                <ul class="sessions">{items}</ul>
            </section>
        }
    })
}

fn on_its_way(slug: &str, picture: &WaitingPicture) -> impl IntoView + use<> {
    let words = match picture.refused {
        Some(refused) => text::invalid_file(refused),
        None => "Gøres klar. Hent siden igen om et øjeblik.",
    };
    let alt = picture.alt.clone();
    let forget = picture.refused.map(|_| {
        view! {
            <form method="post" action=links::own_picture(slug, "afvist")>
                <input type="hidden" name="id" value=picture.id />
                <button class="button quiet-button" aria-label=format!("Fjern beskeden om {alt}")>"Fjern beskeden"</button>
            </form>
        }
    });
    view! { <li><p><strong>{picture.alt.clone()}</strong> <br /> {words}</p> {forget}</li> }
}
