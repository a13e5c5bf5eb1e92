//! Who keeps a listing: its members, those they invite, those who ask, and the way out.

mod invite;
mod leave;
mod who;

use leptos::prelude::*;

use crate::model::{Colleagues, InvalidColleagues, InviteForm, LastOne};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::form::{Refusal, error_summary, too_often};
use crate::parts::own_nav::own_nav;
use crate::{links, text};

/// The page, with what was typed and what was wrong with it.
#[must_use]
pub fn page(all: &Colleagues, form: &InviteForm, refused: InvalidColleagues) -> Page {
    let title = format!("Kolleger: {}", all.name);
    let page = Page::new(title, "Hvem der holder siden.", "", view(all, form, refused));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

/// What to do about it; the second is the id of where it is done.
fn last_one(last: LastOne) -> Refusal {
    match last {
        LastOne::NamesNobody => ("efter", "Vælg, hvem der tager over. Ellers kan ingen invitere mere."),
        LastOne::IsAlone => {
            ("forlad", "I er den eneste, der holder siden. Inviter en kollega først, eller luk siden.")
        }
        LastOne::KeepsRole => {
            ("kolleger", "Giv først en kollega lov til at invitere. Ellers er der ingen, der kan.")
        }
    }
}

fn view(all: &Colleagues, form: &InviteForm, refused: InvalidColleagues) -> impl IntoView + use<> {
    let wrong_email = refused.email.map(text::invalid_email);
    let wrong_last = refused.last.map(last_one);
    let refusals: Vec<_> = wrong_email.map(|words| ("email", words)).into_iter().chain(wrong_last).collect();
    let nav = all.open.then(|| own_nav(&all.slug, "kolleger"));
    let invites = all.open && all.manages;
    let invite = invites.then(|| invite::invite(all, form, wrong_email));
    let claims = invites.then(|| who::claims(all));
    view! {
        <article class="page own">
            {crumbs(vec![("Min side", links::MY_PAGE.to_owned())])}
            {nav}
            <div class="own-main">
                {error_summary(&refusals)}
                {too_often(refused.too_often)}
                <h1>"Kolleger"</h1>
                <p class="lead">{format!("Dem, der holder siden om {} ved lige.", all.name)}</p>
                {who::who(all)} {claims} {invite} {leave::leave(all, wrong_last)} {leave::close(all)}
            </div>
        </article>
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::{Colleague, Role};

    fn all(role: Role, others: &[Role]) -> Colleagues {
        let since = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let one = Colleague { account: 1, email: "a@b.dk".to_owned(), role, since, own: true };
        let others = others.iter().zip(2..).map(|(&role, account)| Colleague {
            account,
            email: format!("<{account}>@b.dk"),
            role,
            own: false,
            ..one.clone()
        });
        Colleagues {
            slug: "a".to_owned(),
            name: "A & B".to_owned(),
            open: true,
            closable: true,
            manages: role == Role::Invite,
            colleagues: [one.clone()].into_iter().chain(others).collect(),
            invitations: Vec::new(),
            claims: Vec::new(),
        }
    }

    fn html(all: &Colleagues, last: Option<LastOne>) -> String {
        let refused = InvalidColleagues { last, ..InvalidColleagues::default() };
        page(all, &InviteForm::default(), refused).body
    }

    #[test]
    fn whoever_may_not_invite_sees_who_is_there_and_leaves() {
        let html = html(&all(Role::Edit, &[Role::Invite]), None);
        assert!(html.contains("&lt;2&gt;@b.dk") && html.contains("Forlad siden"), "{html}");
        for missing in ["Fjern", "name=\"email\"", "/luk", "Vil være med", "name=\"efter\""] {
            assert!(!html.contains(missing), "{missing}");
        }
    }

    #[test]
    fn the_last_who_may_invite_names_who_takes_over() {
        let html_of = |others: &[Role]| html(&all(Role::Invite, others), None);
        let last = html_of(&[Role::Edit]);
        assert!(last.contains("name=\"efter\"") && last.contains("value=\"2\""), "{last}");
        assert!(!html_of(&[Role::Invite]).contains("name=\"efter\""));
        let alone = html_of(&[]);
        assert!(alone.contains("den eneste") && !alone.contains("/kolleger/forlad"), "{alone}");
        assert!(alone.contains("/min-side/a/luk"));
    }

    #[test]
    fn what_is_refused_is_said_on_top_and_where_it_is() {
        let refused = html(&all(Role::Invite, &[Role::Edit]), Some(LastOne::NamesNobody));
        assert_eq!(refused.matches("Vælg, hvem der tager over").count(), 2, "{refused}");
        assert!(refused.contains("href=\"#efter\"") && refused.contains("id=\"efter\""));
        let alone = html(&all(Role::Invite, &[]), Some(LastOne::IsAlone));
        assert!(alone.contains("href=\"#forlad\"") && alone.contains("id=\"forlad\""));
    }

    #[test]
    fn of_a_closed_listing_one_only_leaves() {
        let closed = Colleagues { open: false, closable: false, ..all(Role::Invite, &[Role::Edit]) };
        let html = html(&closed, None);
        assert!(html.contains("/kolleger/forlad") && !html.contains("own-nav"), "{html}");
        for missing in ["name=\"efter\"", "Fjern", "name=\"email\"", "/luk\""] {
            assert!(!html.contains(missing), "{missing}");
        }
    }
}
