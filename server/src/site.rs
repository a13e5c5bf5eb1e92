//! All that a running catalogue is made of.

use std::sync::Arc;

use axum::http::HeaderName;
use chrono::{DateTime, NaiveDate, Utc};
use tantivy::TantivyError;
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::gaps::Gaps;
use crate::mail::{Mailer, Memory};
use crate::search::{Follower, SearchIndex};
use crate::store::{Author, Identity, Reach, Store};
use crate::tallies::Tallies;
use crate::web::{Limits, PageCache, Queue};

/// What a site is given from outside.
#[derive(Debug)]
pub struct Outside {
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where mails go.
    pub mailer: Arc<dyn Mailer>,
    /// Scheme and host visitors use.
    pub base_url: String,
    /// Mail addresses of editors, in lower case.
    pub editors: Vec<String>,
    /// Header in which a proxy in front names the visitor's address.
    pub forwarded_header: Option<HeaderName>,
}

impl Outside {
    /// Nothing outside: mails stay in memory. For tests and measurements.
    #[must_use]
    pub fn nowhere(clock: Arc<dyn Clock>) -> Self {
        let base_url = "http://127.0.0.1:3000".to_owned();
        Self {
            clock,
            mailer: Arc::new(Memory::default()),
            base_url,
            editors: Vec::new(),
            forwarded_header: None,
        }
    }
}

/// Store, search and clock of one process.
#[derive(Debug)]
pub struct Site {
    /// The database.
    pub store: Store,
    /// The index derived from it.
    pub index: Arc<SearchIndex>,
    /// What keeps the index in step.
    pub follower: Follower,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where mails go.
    pub mailer: Arc<dyn Mailer>,
    /// Scheme and host visitors use.
    pub base_url: String,
    /// Mail addresses of editors; more may be invited.
    pub editors: Vec<String>,
    /// When this process was started.
    pub started: DateTime<Utc>,
    /// Wakes the job runner.
    pub work: Notify,
    /// How often one may ask.
    pub limits: Limits,
    /// Pages as they were last given.
    pub pages: PageCache,
    /// Who waits for one to be made.
    pub queue: Queue,
    /// What people did not find, until it is written.
    pub gaps: Gaps,
    /// What they were shown, likewise.
    pub tallies: Tallies,
}

/// What every page is made of beside its address: the catalogue and the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// Revision of the catalogue.
    pub revision: i64,
    /// Today in Denmark.
    pub day: NaiveDate,
}

impl Site {
    /// Puts a site together; its index is empty until the follower has run.
    ///
    /// # Errors
    /// When the index cannot be made.
    pub fn new(store: Store, outside: Outside) -> Result<Arc<Self>, TantivyError> {
        let Outside { clock, mailer, base_url, editors, forwarded_header } = outside;
        let index = Arc::new(SearchIndex::new()?);
        let follower = Follower::new(store.clone(), index.clone(), clock.clone());
        let started = clock.now();
        let limits = Limits::new(forwarded_header);
        let (work, pages, queue, gaps) =
            (Notify::new(), PageCache::default(), Queue::default(), Gaps::default());
        Ok(Arc::new(Self {
            store,
            index,
            follower,
            clock,
            mailer,
            base_url,
            editors,
            started,
            work,
            limits,
            pages,
            queue,
            gaps,
            tallies: Tallies::default(),
        }))
    }

    /// Whether somebody is an editor, by the settings or by invitation.
    #[must_use]
    pub fn is_editor(&self, who: &Identity) -> bool {
        who.invited_editor || self.editors.contains(&who.email)
    }

    /// Whether somebody may do now what editors do: they are one, and gave their second factor.
    #[must_use]
    pub fn acts_as_editor(&self, who: &Identity) -> bool {
        who.session.proven && self.is_editor(who)
    }

    /// What somebody may change.
    #[must_use]
    pub fn reach(&self, who: &Identity) -> Reach {
        if self.acts_as_editor(who) { Reach::All } else { Reach::Kept(who.session.account) }
    }

    /// Somebody as the author of a change.
    #[must_use]
    pub fn author(&self, who: &Identity) -> Author {
        Author { email: who.email.clone(), editor: self.acts_as_editor(who) }
    }

    /// What pages are made of now. None while there is no index, and just after midnight
    /// until the index has turned its order of equals to the new day.
    #[must_use]
    pub fn edition(&self) -> Option<Edition> {
        let state = self.index.current()?;
        let day = self.clock.today();
        (state.snapshot.day == day).then_some(Edition { revision: state.snapshot.revision, day })
    }
}
