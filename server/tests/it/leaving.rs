//! Roles of those who keep a listing, how they leave it, and who they let in.

use axum::http::StatusCode;
use content::listing::State;

use crate::colleagues::{ANNE, BO, PAGE, accept, account, anne, ask, invited, kept_by, key};
use crate::members::claim;
use crate::test_site::{Answer, EDITOR, TestSite, listing_with};

async fn leave(site: &TestSite, cookie: &str, successor: &str) -> Answer {
    site.post(&format!("{PAGE}/forlad"), &[("efter", successor)], Some(cookie)).await
}

#[tokio::test]
async fn a_colleague_is_removed_and_roles_change_but_never_the_last() {
    let (site, anne) = anne().await;
    let bo = invited(&site, &anne, BO, "redigere").await;
    let (anne_id, bo_id) = (account(&site, ANNE).await, account(&site, BO).await);
    let lower = [("id", anne_id.as_str()), ("rolle", "redigere")];
    let refused = site.post(&format!("{PAGE}/rolle"), &lower, Some(&anne)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Giv først en kollega lov til at invitere"));
    let raise = [("id", bo_id.as_str()), ("rolle", "invitere")];
    for _ in 0..2 {
        let raised = site.post(&format!("{PAGE}/rolle"), &raise, Some(&anne)).await;
        assert_eq!(raised.header("location"), PAGE);
    }
    assert_eq!(site.post(&format!("{PAGE}/rolle"), &lower, Some(&bo)).await.header("location"), PAGE);
    assert_eq!(kept_by(&site).await, [(ANNE.to_owned(), false), (BO.to_owned(), true)]);
    let unknown = [("id", "4711"), ("rolle", "invitere")];
    let unknown = site.post(&format!("{PAGE}/rolle"), &unknown, Some(&bo)).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);

    let own = site.post(&format!("{PAGE}/fjern"), &[("id", &bo_id)], Some(&bo)).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody takes over");
    for _ in 0..2 {
        let removed = site.post(&format!("{PAGE}/fjern"), &[("id", &anne_id)], Some(&bo)).await;
        assert_eq!(removed.header("location"), PAGE);
    }
    assert_eq!(kept_by(&site).await, [(BO.to_owned(), true)]);
    assert_eq!(site.get_as(PAGE, &anne).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_last_one_names_who_takes_over() {
    let (site, anne) = anne().await;
    let alone = leave(&site, &anne, "").await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(alone.body.contains("I er den eneste, der holder siden. Inviter en kollega først"));
    let bo = invited(&site, &anne, BO, "redigere").await;
    let (anne_id, bo_id) = (account(&site, ANNE).await, account(&site, BO).await);
    for wrong in ["", "4711", anne_id.as_str(), "bo"] {
        let refused = leave(&site, &anne, wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(
            refused.body.contains("Vælg, hvem der tager over") && refused.body.contains("href=\"#efter\"")
        );
    }
    assert_eq!(leave(&site, &anne, &bo_id).await.header("location"), "/min-side");
    assert_eq!(leave(&site, &anne, &bo_id).await.status, StatusCode::NOT_FOUND, "sent twice");
    assert_eq!(kept_by(&site).await, [(BO.to_owned(), true)]);
    assert!(!site.get_as("/min-side", &anne).await.body.contains("Alt passer"));

    let carl = invited(&site, &bo, "carl@example.dk", "redigere").await;
    assert_eq!(leave(&site, &carl, "").await.header("location"), "/min-side", "others go as they like");
    site.run_jobs().await;
    assert!(site.mails.take().is_empty());
}

#[tokio::test]
async fn of_two_who_leave_at_once_one_stays() {
    let (site, anne) = anne().await;
    let bo = invited(&site, &anne, BO, "invitere").await;
    let (one, other) = tokio::join!(leave(&site, &anne, ""), leave(&site, &bo, ""));
    let mut statuses = [one.status, other.status];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
    let left = kept_by(&site).await;
    assert!(matches!(left.as_slice(), [(_, true)]), "{left:?}");
}

#[tokio::test]
async fn a_closed_listing_is_left_freely_and_joined_by_nobody() {
    let (site, anne) = anne().await;
    ask(&site, &anne, BO, "redigere").await;
    let key = key(&site, BO).await;
    site.save(vec![listing_with("koekkenet", |listing| {
        listing.state = State::Closed;
        listing.closed =
            Some(content::listing::Closed { date: None, reason: "Den holdt op.".to_owned(), moved_to: None });
    })])
    .await;
    assert_eq!(accept(&site, &key).await.status, StatusCode::GONE);
    assert_eq!(ask(&site, &anne, "ny@example.dk", "redigere").await.status, StatusCode::NOT_FOUND);
    let page = site.get_as(PAGE, &anne).await.body;
    assert!(page.contains("Forlad siden") && !page.contains("Inviter en kollega"));
    assert_eq!(leave(&site, &anne, "").await.header("location"), "/min-side");
    assert!(kept_by(&site).await.is_empty());
}

#[tokio::test]
async fn who_asks_for_access_is_answered_by_a_colleague_too() {
    let (site, anne) = anne().await;
    let bo = invited(&site, &anne, BO, "redigere").await;
    let stranger = site.sign_in("anden@example.dk").await;
    for (email, answer, granted) in [("carl@example.dk", "nej", false), ("dora@example.dk", "ja", true)] {
        for _ in 0..2 {
            claim(&site, email).await;
            site.run_jobs().await;
            let mut told: Vec<_> = site.mails.take().into_iter().map(|(to, mail)| (to, mail.text)).collect();
            told.sort();
            let [(one, text), (other, _)] = told.as_slice() else { panic!("{told:?}") };
            assert_eq!((one.as_str(), other.as_str()), (ANNE, EDITOR), "only those who may answer");
            assert!(text.contains("/min-side/koekkenet/kolleger") && text.contains("kan invitere andre"));
        }
        let page = site.get_as(PAGE, &anne).await.body;
        assert_eq!(
            page.matches(&format!("daglig leder, {email}")).count(),
            1,
            "the newer replaces the older"
        );
        assert!(!site.get_as(PAGE, &bo).await.body.contains(email));

        let (_, rest) = page.split_once("kolleger/svar").unwrap();
        let id = rest.split_once("name=\"id\" value=\"").unwrap().1.split('"').next().unwrap();
        let form = [("id", id), ("svar", answer)];
        let address = format!("{PAGE}/svar");
        for cookie in [&bo, &stranger] {
            assert_eq!(site.post(&address, &form, Some(cookie)).await.status, StatusCode::NOT_FOUND);
        }
        for _ in 0..2 {
            assert_eq!(site.post(&address, &form, Some(&anne)).await.header("location"), PAGE);
        }
        site.run_jobs().await;
        let told = site.mails.take();
        let [(to, mail)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!((to.as_str(), mail.text.contains("I kan nu holde siden")), (email, granted));
        assert_eq!(kept_by(&site).await.len(), if granted { 3 } else { 2 });
    }
    assert!(site.site.store.deeds(0, 9).await.unwrap().is_empty(), "the log is of editors");
}
