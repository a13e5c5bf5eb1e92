//! All trades.

use content::taxonomy::{Entry, Ref, Trade};
use leptos::prelude::*;

use crate::model::{Filter, Overview};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::crumbs::crumbs;
use crate::parts::icon::icon;
use crate::{links, text};

const DESCRIPTION: &str =
    "Hvad socialøkonomiske virksomheder i Nordjylland sælger, delt i 21 brancher med antal.";

/// Asks for the numbers.
pub async fn load(request: Request<'_>) -> Result<Page, Failure> {
    let overview = request.catalogue.overview().await?;
    Ok(Page::new("Brancher", DESCRIPTION, links::TRADES, view(&overview)).in_section(Section::Companies))
}

/// Every trade with what it is and how many there are.
pub fn view(overview: &Overview) -> impl IntoView + use<> {
    let rows: Vec<_> = Ref::<Trade>::every()
        .map(|trade| {
            let (count, trade) = (overview.counts[Filter::trade(trade)], trade.get());
            view! {
                <li class="entry with-panel">
                    <div class="panel" data-tint=trade.slug()>{icon(&trade.icon)}</div>
                    <div>
                        <h2><a href=links::trade(trade.slug())>{trade.label()}</a></h2>
                        <p>{trade.help()}</p>
                        <p class="quiet">{text::companies(count)}</p>
                    </div>
                </li>
            }
        })
        .collect();
    view! {
        <div class="page">
            {crumbs(Vec::new())}
            <h1>"Brancher"</h1>
            <p class="lead">"Det, de sælger, delt i 21 brancher. En virksomhed kan stå flere steder."</p>
            <ul class="entries entries-wide">{rows}</ul>
        </div>
    }
}
