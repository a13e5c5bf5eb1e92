//! A picture of a listing, in the widths it is kept in.

use content::listing::Picture;
use leptos::prelude::*;

use crate::links;
use crate::model::Focus;

/// When the browser fetches a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// With the page.
    AtOnce,
    /// When it comes near what is seen.
    Near,
}

/// The picture; `sizes` says how wide it stands, so that the browser can choose among its widths.
pub fn picture(picture: &Picture, sizes: &'static str, when: When) -> impl IntoView + use<> {
    let widths = picture.widths().map(|width| format!("{} {width}w", links::picture(&picture.id, width)));
    let srcset = widths.collect::<Vec<_>>().join(", ");
    view! {
        <img
            class=focus_class(picture)
            src=links::picture(&picture.id, picture.smallest())
            srcset=srcset
            sizes=sizes
            width=picture.width
            height=picture.height
            alt=picture.alt.clone()
            loading=(when == When::Near).then_some("lazy")
            decoding="async"
        />
    }
}

/// The same in its smallest width, with words of its own: none where the name of the listing stands beside it.
pub fn thumbnail(picture: &Picture, alt: &str) -> impl IntoView + use<> {
    let width = picture.smallest();
    let height = u32::from(picture.height) * u32::from(width) / u32::from(picture.width.max(1));
    view! {
        <img
            class=focus_class(picture)
            src=links::picture(&picture.id, width)
            width=width
            height=height.max(1)
            alt=alt.to_owned()
            loading="lazy"
            decoding="async"
        />
    }
}

/// The class that keeps what matters in sight; the middle is where browsers look anyway.
fn focus_class(picture: &Picture) -> Option<String> {
    let focus = Focus::of(picture);
    (focus != Focus { x: 50, y: 50 }).then(|| format!("focus-{}", focus.name()))
}
