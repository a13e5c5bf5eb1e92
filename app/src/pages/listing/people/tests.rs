//! What the caseworker's lens says, and what it leaves out.

use serde_json::json;

use super::*;
use crate::render;

fn html(placement: &serde_json::Value) -> String {
    let listing = json!({ "slug": "a", "name": "A", "state": "public", "placement": placement });
    let listing: Listing = serde_json::from_value(listing).unwrap();
    people(&listing, "2026-11-22".parse().unwrap()).map(render::html).unwrap()
}

#[test]
fn free_places_have_their_day_and_nothing_said_is_no_none() {
    let html = html(&json!({
        "schemes": ["fleksjob", "smaajob", "loentilskud", "stu"],
        "free": [
            { "scheme": "fleksjob", "count": 2, "confirmed": "2026-08-24" },
            { "scheme": "smaajob", "count": 1, "confirmed": "2026-08-23" },
            { "scheme": "loentilskud", "count": 0, "confirmed": "2026-11-22" }
        ]
    }));
    let row = |scheme: &str| {
        let (_, rest) = html.split_once(&format!("href=\"/ordninger/{scheme}\"")).unwrap();
        rest.split("</tr>").next().unwrap().to_owned()
    };
    let asks = "Spørg, om det stadig passer";
    assert!(row("fleksjob").contains("2 ledige") && row("fleksjob").contains("24. august 2026"));
    assert!(!row("fleksjob").contains(asks), "90 days ago is lately");
    assert!(row("smaajob").contains("1 ledig") && row("smaajob").contains(asks));
    assert!(row("loentilskud").contains("Ingen ledige"));
    assert!(
        row("stu").contains("Siger ikke, om der er ledige pladser") && !row("stu").contains("ngen ledige")
    );
}

#[test]
fn what_is_not_said_is_left_out_and_what_is_ruled_out_is_said() {
    let html = html(&json!({ "ruled_out": ["nedsat-tid"], "paused_until": "2026-11-22" }));
    assert!(html.contains("Det kan de ikke lige nu") && html.contains("Nedsat tid"), "{html}");
    assert!(html.contains("ikke imod nye før 22. november 2026"));
    assert!(html.contains("De siger ikke, om der er ledige pladser."), "{html}");
    for absent in ["Opgaver<", "Hensyn, de kan tage", "Sådan begynder", "Uden bil", "<table"] {
        assert!(!html.contains(absent), "{absent}");
    }
    assert!(html.contains("/virksomheder/a/henvendelse?art=placering\""));
}
