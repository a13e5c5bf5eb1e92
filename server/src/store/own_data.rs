//! All that is stored about one person, to be shown to them and to be forgotten.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::entity::{
    account, change, claim, deed, freshness, invitation, job, link, member, recovery_code, review, session,
    upload,
};
use super::{
    Change, Claim, ClaimState, Deed, Invitation, JobState, Message, Purpose, Recipient, Review, Session,
    Store, StoreError, Write,
};

/// What stands in place of an address that was deleted.
const DELETED: &str = "slettet konto";

/// A link that was sent to somebody, without its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentLink {
    /// What it is for; none for what only a later version knows.
    pub purpose: Option<Purpose>,
    /// Until when it works.
    pub until: DateTime<Utc>,
    /// When it was used.
    pub used: Option<DateTime<Utc>>,
}

impl From<link::Model> for SentLink {
    fn from(row: link::Model) -> Self {
        Self { purpose: Purpose::of(&row), until: row.expires_at, used: row.used_at }
    }
}

/// All that is stored about one person, but for keys and other secrets.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnData {
    /// Since when there is an account.
    pub since: DateTime<Utc>,
    /// Whether invited as an editor.
    pub editor: bool,
    /// Whether there is a second factor.
    pub second_factor: bool,
    /// How many codes on paper are left.
    pub recovery_codes: u64,
    /// Where they are signed in.
    pub sessions: Vec<Session>,
    /// The listings they keep: slug, whether they may invite, since when.
    pub kept: Vec<(String, bool, DateTime<Utc>)>,
    /// What they asked to keep and how that stands; none for what only a later version knows.
    pub claims: Vec<(Claim, Option<ClaimState>)>,
    /// What they are asked to keep.
    pub invitations: Vec<Invitation>,
    /// Links sent to them.
    pub links: Vec<SentLink>,
    /// Mails to them that wait or were sent lately.
    pub mails: Vec<JobState>,
    /// What they changed.
    pub changes: Vec<Change>,
    /// Pictures they sent that are not shown yet: slug, what it shows, when.
    pub uploads: Vec<(String, String, DateTime<Utc>)>,
    /// Mails that asked whether a listing is right: slug, the last day.
    pub asked: Vec<(String, Option<NaiveDate>)>,
    /// What they wrote that waits for an editor.
    pub reviews: Vec<Review>,
    /// What they did as an editor.
    pub deeds: Vec<Deed>,
    /// What they asked enterprises for, and whom.
    pub messages: Vec<(Message, Vec<Recipient>)>,
}

impl Store {
    /// All that is stored about the person with the account and the address; none when the account is gone.
    ///
    /// # Errors
    /// When the database does not answer or something in it cannot be read.
    pub async fn own_data(&self, id: i64, email: &str) -> Result<Option<OwnData>, StoreError> {
        let db = &self.db;
        let Some(account) = account::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
        let codes = recovery_code::Entity::find().filter(recovery_code::Column::AccountId.eq(id));
        let sessions = session::Entity::find().filter(session::Column::AccountId.eq(id)).all(db).await?;
        let kept = member::Entity::find().filter(member::Column::AccountId.eq(id)).all(db).await?;
        let claims = claim::Entity::find().filter(claim::Column::Email.eq(email)).all(db).await?;
        let invited = invitation::Entity::find().filter(invitation::Column::Email.eq(email)).all(db).await?;
        let links = link::Entity::find().filter(link::Column::Email.eq(email)).all(db).await?;
        let changes = change::Entity::find()
            .filter(change::Column::Author.eq(email))
            .order_by_asc(change::Column::Id)
            .all(db)
            .await?;
        let uploads = upload::Entity::find().filter(upload::Column::Author.eq(email)).all(db).await?;
        let asked = freshness::Entity::find().filter(freshness::Column::AccountId.eq(id)).all(db).await?;
        let reviews = review::Entity::find().filter(review::Column::Author.eq(email)).all(db).await?;
        let deeds =
            deed::Entity::find().filter(deed::Column::Editor.eq(email)).order_by_asc(deed::Column::Id);
        Ok(Some(OwnData {
            since: account.created_at,
            editor: account.editor,
            second_factor: account.totp_secret.is_some(),
            recovery_codes: codes.count(db).await?,
            sessions: sessions.into_iter().map(Session::from).collect(),
            kept: kept.into_iter().map(|row| (row.slug, row.may_invite, row.since)).collect(),
            claims: claims.into_iter().map(claimed).collect(),
            invitations: invited.into_iter().map(Invitation::from).collect(),
            links: links.into_iter().map(SentLink::from).collect(),
            mails: mails_to(db, email).await?.into_iter().map(|(_, state)| state).collect(),
            changes: changes.into_iter().map(Change::try_from).collect::<Result<_, _>>()?,
            uploads: uploads.into_iter().map(|row| (row.slug, row.alt, row.sent_at)).collect(),
            asked: asked.into_iter().map(|row| (row.slug, row.asked_on)).collect(),
            reviews: reviews.into_iter().map(Review::try_from).collect::<Result<_, _>>()?,
            deeds: deeds.all(db).await?.into_iter().map(Deed::from).collect(),
            messages: self.messages_by(email).await?,
        }))
    }
}

impl Write {
    /// Deletes an account with all that is stored about its owner. What they did stays, and no longer says
    /// that it was they.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn delete_account(&self, id: i64, email: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let tx = &self.tx;
        self.forget_messages_by(email, now).await?;
        claim::Entity::delete_many().filter(claim::Column::Email.eq(email)).exec(tx).await?;
        invitation::Entity::delete_many().filter(invitation::Column::Email.eq(email)).exec(tx).await?;
        link::Entity::delete_many().filter(link::Column::Email.eq(email)).exec(tx).await?;
        let mails = mails_to(tx, email).await?.into_iter().map(|(id, _)| id);
        job::Entity::delete_many().filter(job::Column::Id.is_in(mails)).exec(tx).await?;
        change::Entity::update_many()
            .col_expr(change::Column::Author, Expr::value(DELETED))
            .filter(change::Column::Author.eq(email))
            .exec(tx)
            .await?;
        review::Entity::update_many()
            .col_expr(review::Column::Author, Expr::value(DELETED))
            .filter(review::Column::Author.eq(email))
            .exec(tx)
            .await?;
        upload::Entity::update_many()
            .col_expr(upload::Column::Author, Expr::value(DELETED))
            .filter(upload::Column::Author.eq(email))
            .exec(tx)
            .await?;
        for column in [deed::Column::Editor, deed::Column::About] {
            deed::Entity::update_many()
                .col_expr(column, Expr::value(DELETED))
                .filter(column.eq(email))
                .exec(tx)
                .await?;
        }
        // Sessions, memberships and codes on paper go with it.
        account::Entity::delete_by_id(id).exec(tx).await?;
        Ok(())
    }
}

fn claimed(row: claim::Model) -> (Claim, Option<ClaimState>) {
    let state = ClaimState::from_name(&row.state);
    (row.into(), state)
}

/// The jobs that write to the address, done or not, with their numbers.
async fn mails_to(db: &impl ConnectionTrait, email: &str) -> Result<Vec<(i64, JobState)>, StoreError> {
    // A first choice only: some letters of an address stand for any letter in such a search.
    let rows = job::Entity::find()
        .filter(job::Column::Kind.contains(email))
        .order_by_asc(job::Column::Id)
        .all(db)
        .await?;
    let read = rows.into_iter().map(|row| Ok((row.id, JobState::try_from(row)?)));
    let read: Result<Vec<(i64, JobState)>, StoreError> = read.collect();
    Ok(read?.into_iter().filter(|(_, state)| state.kind.receiver() == Some(email)).collect())
}
