//! From page to page of a long list.

use leptos::prelude::*;

use super::icon::icon;
use crate::links;
use crate::model::Leaf;

/// Links to the pages before and after; nothing when there is one page.
pub fn leaves(list: &str, leaf: Leaf) -> impl IntoView + use<> {
    let Leaf { page, pages } = leaf;
    let back = (page > 0).then(|| links::leaf(list, page.saturating_sub(1)));
    let on = (page + 1 < pages).then(|| links::leaf(list, page + 1));
    (pages > 1).then(|| {
        view! {
            <nav class="pager" aria-label="Sider">
                {back.map(|href| view! { <a class="pager-step" rel="prev" href=href>{icon("arrow-left")} " Forrige"</a> })}
                <span>{format!("Side {} af {pages}", page + 1)}</span>
                {on.map(|href| view! { <a class="pager-step" rel="next" href=href>"Næste " {icon("arrow-right")}</a> })}
            </nav>
        }
    })
}
