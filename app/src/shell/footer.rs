//! The end of every page.

use leptos::prelude::*;

use crate::links;

/// Columns of links, and whose work the page builds on.
pub fn footer() -> impl IntoView {
    view! {
        <footer class="site-footer">
            <div class="site-footer-columns">
                <div>
                    <p class="wordmark">"Samhandel Nord"</p>
                    <p>"Katalog over socialøkonomiske virksomheder i Nordjylland."</p>
                </div>
                {column("Find", &[
                    ("Alle virksomheder", links::SEARCH),
                    ("Et sted at begynde", links::MATCH),
                    ("Kommuner", links::MUNICIPALITIES),
                    ("Brancher", links::TRADES),
                    ("Ordninger", links::SCHEMES),
                ])}
                {column("Viden", &[
                    ("Samhandel", links::TRADING),
                    ("Indkøbstjek", links::PURCHASE_CHECK),
                    ("Offentlige indkøb", links::PUBLIC_BUYING),
                    ("CSR og ESG", links::CSR),
                    ("Cases", links::CASES),
                    ("Metodekatalog", links::METHODS),
                    ("Plan for efterværn", links::AFTERCARE),
                    ("Hvor mange må I tage?", links::REASONABLE),
                ])}
                {column("Om", &[
                    ("Om kataloget", links::ABOUT),
                    ("For virksomheder", links::FOR_ENTERPRISES),
                    ("For kommuner", links::MATCH_FOR_MUNICIPALITIES),
                    ("Netværket", links::NETWORK),
                    ("Projektet bag", links::PROJECT),
                    ("Kontakt", links::CONTACT),
                ])}
                {column("Vilkår", &[
                    ("Privatliv", links::PRIVACY),
                    ("Cookies", links::COOKIES),
                    ("Tilgængelighed", links::ACCESSIBILITY),
                ])}
            </div>
            <p class="site-footer-sources">
                "Kort: © "
                <a href="https://www.openstreetmap.org/copyright" rel="external noopener">"OpenStreetMap contributors"</a>
                " (ODbL) og react-denmark-map (MIT). Stednavne: © "
                <a href="https://www.geonames.org/" rel="external noopener">"GeoNames"</a>
                " (CC BY 4.0). Ikoner: "
                <a href="https://lucide.dev/license" rel="external noopener">"Lucide"</a>
                " (ISC)."
            </p>
        </footer>
    }
}

fn column(title: &'static str, entries: &'static [(&'static str, &'static str)]) -> impl IntoView {
    let entries: Vec<_> =
        entries.iter().map(|&(name, href)| view! { <li><a href=href>{name}</a></li> }).collect();
    view! {
        <nav aria-label=title>
            <h2>{title}</h2>
            <ul>{entries}</ul>
        </nav>
    }
}
