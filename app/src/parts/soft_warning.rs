//! A friendly word to whoever writes about somebody's health.

use leptos::prelude::*;

use super::notice::notice;
use crate::model::health_words;
use crate::text;

/// Asks whether what a text says of health belongs there; nothing when it says none. It can be sent anyway:
/// the page says so and lets it.
pub fn soft_warning(written: &str) -> Option<impl IntoView + use<>> {
    let words: Vec<String> = health_words(written).into_iter().map(str::to_owned).collect();
    (!words.is_empty()).then(|| {
        notice("info", view! {
            <p><b>"Det ser ud til, at I skriver om helbred. "</b> {format!("Vi tænker på {}.", text::quoted(&words))}</p>
            <p>
                "Skriv hellere, hvad personen kan og har brug for: timer, opgaver, ro, transport. \
                 Resten kan I tage i telefonen, når alle er enige om det. I kan godt sende det, som det er."
            </p>
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render;

    #[test]
    fn it_names_the_words_and_lets_one_go_on() {
        let html = soft_warning("Hun har <b>angst</b> og ADHD").map(render::html).unwrap();
        assert!(html.contains("“angst” og “ADHD”") && html.contains("I kan godt sende det"), "{html}");
        assert!(soft_warning("Hun vil gerne møde sent").is_none());
    }
}
