//! What the answer rests on, and what comes after it.

use leptos::prelude::*;

use crate::links;

/// The rule with its sources, what we do where they are silent, and the formal steps.
pub fn about() -> impl IntoView {
    view! {
        <div class="prose">
            <h2>"Reglen, vi regner efter"</h2>
            <p>"Én person i støttet job eller praktik for hver 5 ordinært ansatte, op til 50 ansatte. Derefter én for hver 10. Sådan gengiver Cabi reglen på sin side om socialøkonomi. Siden er uden dato, vi har læst den som gemt kopi den 21. november 2026, og den kan være forældet."</p>
            <p>
                "Den samme regel står i "
                <a href="https://www.elov.dk/bekendtgorelse-om-en-aktiv-beskaeftigelsesindsats/paragraf/65/" rel="external noopener">"bekendtgørelse nr. 2636 af 28. december 2021, § 65"</a>
                ", som vi har set i uddrag den 22. november 2026. Den siger også, at der altid må være én person. Loven er ændret siden (lov nr. 1750 af 29. december 2025), så spørg kommunen, hvad der gælder i dag."
            </p>
            <h2>"Det gør vi, hvor kilden ikke siger noget"</h2>
            <ul>
                <li>"Afrunding: Vi tæller kun hele femmere og hele tiere. Så bliver tallet hellere for lavt end for højt."</li>
                <li>"Dem, I har i forvejen, tæller vi som hele personer, også når de er der få timer."</li>
                <li>"Vi regner ikke på særlige regler for bestemte ordninger. Nogle tæller måske ikke med."</li>
            </ul>
            <h2>"De formelle trin"</h2>
            <p>"Virksomhedspraktik og løntilskud søges digitalt i VITAS, som I finder gennem Virk. Fra denne side bliver der ikke sendt noget videre."</p>
            <ol>
                <li>"I aftaler opgaver, timer, periode og kontaktperson med borgeren og kommunen."</li>
                <li>"Virksomheden skriver ansøgningen i VITAS og oplyser blandt andet, hvor mange ansatte der er, regnet om til fuldtid."</li>
                <li>"En tillids- eller medarbejderrepræsentant tilkendegiver, om der er et rimeligt forhold."</li>
                <li>"Kommunen behandler ansøgningen og svarer i VITAS. Vent med første dag, til svaret er der."</li>
            </ol>
            <p class="quiet">"Kilder til trinene: Virk om løntilskud og VITAS, STAR om job med løntilskud og Tiponi om VITAS (alle uden dato) og bekendtgørelsen ovenfor. Set i uddrag den 22. november 2026; læs dem på Virk, før I søger."</p>
            <p>
                "Læs mere om " <a href=links::MATCH_FOR_ENTERPRISES>"at tage nogen ind"</a> " og om "
                <a href=links::SCHEMES>"ordningerne én for én"</a> "."
            </p>
            <p class="quiet">"Tallene, I skriver, bliver ikke gemt. De står kun i sidens adresse."</p>
        </div>
    }
}
