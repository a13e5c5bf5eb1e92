//! What people type is text, wherever it is shown.

use crate::access::{concrete, table};
use crate::colleagues::ANNE;
use crate::edit::version;
use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::pictures;
use crate::test_site::{Answer, EDITOR, TestSite};
use server::actions::count_gaps;

const EVIL: &str = "<script>alert(1)</script>\"'&";

/// Says where a page holds the script, or an attribute ended before its time.
fn plain(page: &str, of: &str) {
    assert!(!page.contains("<script>alert"), "{of}: {page}");
    for data in page.split("<script type=\"application/ld+json\">").skip(1) {
        let data = data.split("</script>").next().unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(data).is_ok(), "{of}: {data}");
    }
    let mut rest = page;
    while let Some((_, tag)) = rest.split_once('<') {
        rest = tag;
        while let Some(at) = rest.find(['"', '>', '<']).filter(|at| rest.as_bytes()[*at] == b'"') {
            let (_, after) = rest[at + 1..].split_once('"').unwrap();
            assert!(after.starts_with([' ', '>', '/', '\n']), "{of}: …{}", &rest[..=at]);
            rest = after;
        }
        // Text up to the next tag may hold any sign.
        rest = rest.split_once('>').map_or("", |(_, rest)| rest);
    }
}

/// Names of all fields of a form for text, without those that are hidden.
fn fields(page: &str) -> Vec<String> {
    let form = page.split_once("own-main").map_or(page, |(_, main)| main);
    let tags = form.split(['<']).filter(|tag| {
        let typed =
            ["text", "url", "email", "tel"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")));
        tag.starts_with("textarea") || (tag.starts_with("input") && typed)
    });
    let name = |tag: &str| Some(tag.split_once("name=\"")?.1.split('"').next()?.to_owned());
    tags.filter_map(name).collect()
}

/// Fills a section with it, and saves what of it is taken.
async fn fill(site: &TestSite, cookie: &str, part: &str) -> usize {
    let address = format!("/min-side/koekkenet/{part}");
    let page = site.get_as(&address, cookie).await;
    let version = version(&page);
    let mut names = fields(&page.body);
    let fixed = match part {
        "salg" => vec![("branche", "kantine-catering"), ("tilbud-0-art", "ydelse")],
        "kontakt" => vec![("kommune", "aalborg")],
        "levering" => vec![("region", "ja")],
        "plads" => vec![("ordning", "fleksjob")],
        _ => vec![],
    };
    for _ in 0..3 {
        let mut form = fixed.clone();
        form.push(("udgave", &version));
        form.extend(names.iter().map(|name| (name.as_str(), EVIL)));
        let answer = site.post(&address, &form, Some(cookie)).await;
        plain(&answer.body, &address);
        if answer.status == 303 {
            return names.len();
        }
        assert_eq!(answer.status, 422, "{part} {}", answer.body);
        let refused = |name: &String| answer.body.contains(&format!("href=\"#{name}\""));
        names.retain(|name| !refused(name));
    }
    panic!("{part} is never taken: {names:?}");
}

async fn mails(site: &TestSite) {
    site.run_jobs().await;
    for (to, mail) in site.mails.take() {
        plain(&mail.html, &format!("mail to {to}"));
    }
}

/// Every page there is, as members and editors see it.
async fn look(site: &TestSite, cookies: &[&str]) {
    site.site.follower.catch_up().await.unwrap();
    // What has a dot in its name is a file and no page.
    let own = table::ROWS.iter().filter(|row| row.0 == "GET" && !row.1.contains('.'));
    let own = own.map(|row| row.1.to_owned());
    let parts = ["hvem", "levering", "plads", "kontakt", "vis?som=kommune"];
    let parts = parts.map(|part| format!("/min-side/koekkenet/{part}"));
    let search = url::form_urlencoded::byte_serialize(EVIL.as_bytes()).collect::<String>();
    let public = [
        "/".to_owned(),
        "/virksomheder".to_owned(),
        format!("/virksomheder?q={search}&naer={search}"),
        "/virksomheder/koekkenet".to_owned(),
        "/kommuner/aalborg".to_owned(),
    ];
    for address in own.chain(parts).chain(public) {
        let address = concrete(&address, "koekkenet");
        for cookie in cookies {
            let answer: Answer = site.get_as(&address, cookie).await;
            plain(&answer.body, &address);
        }
    }
}

#[tokio::test]
async fn whatever_is_typed_is_text_everywhere() {
    let site = TestSite::with(vec![kitchen(), crate::test_site::listing("andre")]).await;
    let claimed = [("navn", EVIL), ("rolle", EVIL), ("email", "eva@example.dk")];
    site.post("/virksomheder/koekkenet/er-det-jeres", &claimed, None).await;
    site.run_jobs().await;
    let sent = site.mails.take();
    let (_, link) = sent[0].1.text.split_once("/log-ind/bekraeft-adgang?noegle=").unwrap();
    let link = [("noegle", link.lines().next().unwrap())];
    let eva = site.post("/log-ind/bekraeft-adgang", &link, None).await.cookie();
    mails(&site).await;
    let anne = claim(&site, ANNE).await;
    let (editor, ..) = enrol(&site, EDITOR).await;

    let mut filled = 0;
    for part in ["hvem", "salg", "levering", "plads", "kontakt"] {
        filled += fill(&site, &anne, part).await;
    }
    assert!(filled >= 20, "only {filled} fields took it");
    pictures::shown_at_once(&site, &anne, EVIL).await;
    let report = [("grund", "andet"), ("tekst", EVIL)];
    assert_eq!(site.post("/virksomheder/koekkenet/meld-fejl", &report, None).await.status, 303);
    let created = [
        ("navn", EVIL),
        ("linje", EVIL),
        ("adresse-0-gade", EVIL),
        ("adresse-0-by", "Hobro"),
        ("branche", "tekstil-vask-syning"),
    ];
    let made = site.post("/opret", &created, Some(&eva)).await;
    assert_eq!(made.status, 303, "{}", made.body);
    for form in [["email", EVIL], ["navn", EVIL]] {
        plain(&site.post("/log-ind", &[(form[0], form[1])], None).await.body, "/log-ind");
    }
    let invited = [("email", EVIL), ("rolle", EVIL)];
    plain(&site.post("/min-side/koekkenet/kolleger", &invited, Some(&anne)).await.body, "invitation");
    mails(&site).await;
    look(&site, &["", &anne, &eva, &editor]).await;

    // An editor asks back, the member answers, and both are let through.
    for (verdict, slug) in [("spoerg", "koekkenet"), ("godkend", "koekkenet")] {
        let room = site.get_as("/redaktion", &editor).await.body;
        let of =
            |form: &&str| form.contains("\"/redaktion/svar\"") && form.contains(&format!("value=\"{slug}\""));
        let form = room.split("<form").find(of).unwrap();
        let seen = form.split_once("name=\"udgave\" value=\"").unwrap().1.split('"').next().unwrap();
        let answer = [("slug", slug), ("udgave", seen), ("svar", verdict), ("tekst", EVIL)];
        let answered = site.post("/redaktion/svar", &answer, Some(&editor)).await;
        assert_eq!(answered.status, 303, "{}", answered.body);
        mails(&site).await;
        site.post("/min-side/koekkenet/send", &[("tekst", EVIL)], Some(&anne)).await;
        mails(&site).await;
        look(&site, &["", &anne, &editor]).await;
    }
    let closed = site.post("/min-side/koekkenet/luk", &[("grund", EVIL)], Some(&anne)).await;
    assert_eq!(closed.status, 303);
    mails(&site).await;
    look(&site, &["", &anne, &editor]).await;
}

#[tokio::test]
async fn a_table_for_a_spreadsheet_holds_no_formula() {
    let site = TestSite::with(vec![kitchen()]).await;
    for words in ["%3D1%2B1", "%2Bhatte", "-hatte", "%40hatte", "%3Cscript%3Ehatte"] {
        for _ in 0..2 {
            site.get(&format!("/virksomheder?q={words}&naer={words}")).await;
        }
    }
    count_gaps(&site.site).await.unwrap();
    let (editor, ..) = enrol(&site, EDITOR).await;
    let table = site.get_as("/redaktion/mangler.csv", &editor).await.body;
    assert!(table.lines().count() > 1, "{table}");
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    for line in reader.records() {
        for cell in &line.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
    }
}
