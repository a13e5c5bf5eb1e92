//! Those who keep a listing together.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{InvalidEmail, SignInForm, WaitingClaim};

/// Days an invitation can be accepted.
pub const INVITATION_DAYS: i64 = 7;

/// What a member may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Change the listing.
    #[default]
    Edit,
    /// Also let others in and out, answer those who ask, and close the listing.
    Invite,
}

impl Role {
    /// Both, the lesser first.
    pub const ALL: [Self; 2] = [Self::Edit, Self::Invite];

    /// As it stands in forms.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Edit => "redigere",
            Self::Invite => "invitere",
        }
    }

    /// The role with this slug; the lesser one for any other.
    #[must_use]
    pub fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|role| role.slug() == slug).unwrap_or_default()
    }

    /// The role of a member by whether they may invite.
    #[must_use]
    pub fn of(may_invite: bool) -> Self {
        if may_invite { Self::Invite } else { Self::Edit }
    }
}

/// The form that invites a colleague.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct InviteForm {
    /// Mail address as typed.
    #[serde(default)]
    pub email: String,
    /// Slug of the role.
    #[serde(default)]
    pub rolle: String,
}

impl InviteForm {
    /// The address in lower case, and the role.
    ///
    /// # Errors
    /// What is wrong with the address.
    pub fn validate(&self) -> Result<(String, Role), InvalidEmail> {
        let email = SignInForm { email: self.email.clone(), til: String::new() }.validate()?;
        Ok((email, Role::from_slug(&self.rolle)))
    }
}

/// Why somebody stays, or keeps their role: nobody else could let others in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastOne {
    /// Who leaves must say which colleague takes over.
    NamesNobody,
    /// Who leaves has no colleagues.
    IsAlone,
    /// Another must get the role first.
    KeepsRole,
}

/// What is wrong with what was sent from the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InvalidColleagues {
    /// With the address of the invitation.
    pub email: Option<InvalidEmail>,
    /// With a role or with leaving.
    pub last: Option<LastOne>,
    /// Nothing; the invitation was sent too often for now.
    pub too_often: bool,
}

/// One of those who keep a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Number of the account.
    pub account: i64,
    /// Mail address.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// Since which day.
    pub since: NaiveDate,
    /// Whether it is the one who asks.
    pub own: bool,
}

/// An invitation that nobody has accepted yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingInvitation {
    /// Its number.
    pub id: i64,
    /// Mail address.
    pub email: String,
    /// What they may do then.
    pub role: Role,
    /// The last day.
    pub until: NaiveDate,
}

/// The page of those who keep a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleagues {
    /// Slug of the listing.
    pub slug: String,
    /// Name of the listing.
    pub name: String,
    /// Whether it is not closed.
    pub open: bool,
    /// Whether it can be closed: visitors see it, and it is not closed.
    pub closable: bool,
    /// Whether the one who asks may say who keeps it.
    pub manages: bool,
    /// Those who keep it, the longest first.
    pub colleagues: Vec<Colleague>,
    /// Those who are invited, the oldest first; empty for those who may not invite.
    pub invitations: Vec<WaitingInvitation>,
    /// Those who ask to keep it, the oldest first; likewise.
    pub claims: Vec<WaitingClaim>,
}

impl Colleagues {
    /// Whether the one who asks is one of them and the last who may invite.
    #[must_use]
    pub fn asked_by_last(&self) -> bool {
        let invites = |colleague: &&Colleague| colleague.role == Role::Invite;
        let mut inviting = self.colleagues.iter().filter(invites);
        self.open && inviting.next().is_some_and(|colleague| colleague.own) && inviting.next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_role_is_the_lesser_one() {
        let form = InviteForm { email: " Bo@B.dk ".to_owned(), rolle: "chef".to_owned() };
        assert_eq!(form.validate(), Ok(("bo@b.dk".to_owned(), Role::Edit)));
        let form = InviteForm { rolle: "invitere".to_owned(), ..form };
        assert_eq!(form.validate(), Ok(("bo@b.dk".to_owned(), Role::Invite)));
        assert_eq!(InviteForm::default().validate(), Err(InvalidEmail::Missing));
    }
}
