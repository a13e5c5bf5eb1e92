//! The seven vocabularies.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Entry, Ref, Term, load};

/// Declares a vocabulary: the fields every value has, its own fields, its file.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident in $file:literal { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            slug: String,
            label: String,
            help: String,
            search: Vec<String>,
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl Entry for $name {
            fn slug(&self) -> &str { &self.slug }
            fn label(&self) -> &str { &self.label }
            fn help(&self) -> &str { &self.help }
            fn search(&self) -> &[String] { &self.search }
        }

        impl Term for $name {
            const FILE: &'static str = $file;
            fn all() -> &'static [Self] {
                static TERMS: LazyLock<Vec<$name>> = LazyLock::new(|| match load() {
                    Ok(terms) => terms,
                    Err(fault) => panic!("{fault}"),
                });
                &TERMS
            }
        }
    };
}

vocabulary! {
    /// A line of business (branche).
    Trade in "trades.toml" {
        /// Name of the drawing in `style/icons/`.
        icon: String,
        /// Own text of the trade's page.
        intro: String,
    }
}

vocabulary! {
    /// What can be bought within a trade (ydelse).
    Service in "services.toml" {
        /// The trade it belongs to.
        trade: Ref<Trade>,
    }
}

vocabulary! {
    /// A scheme under which a person can have a place (ordning).
    Scheme in "schemes.toml" {
        /// First day the scheme exists, where the law set one.
        #[serde(default)]
        valid_from: Option<NaiveDate>,
        /// Last day, where the law set one.
        #[serde(default)]
        valid_to: Option<NaiveDate>,
        /// What is uncertain about it, in Danish.
        #[serde(default)]
        valid_note: Option<String>,
        /// The law it stands in, in Danish.
        #[serde(default)]
        law: Option<String>,
        /// What it means for whoever begins, as far as it is known, in Danish.
        #[serde(default)]
        for_person: Option<String>,
        /// What it means for the company, as far as it is known, in Danish; with its source where it is a rule.
        #[serde(default)]
        for_enterprise: Option<String>,
        /// Whether those in it count in the rule of reasonableness.
        #[serde(default)]
        counts: bool,
        /// The article about how it is done, as an address inside the site.
        #[serde(default)]
        guide: Option<String>,
    }
}

vocabulary! {
    /// Something a person can do at a place (opgave).
    Task in "tasks.toml" {
        /// Trades in which there is such work as a rule, so that one may ask for it.
        trades: Vec<Ref<Trade>>,
    }
}

vocabulary! {
    /// A consideration a place can make (hensyn).
    Consideration in "considerations.toml" {
        /// What to ask a place about it at a first meeting, in Danish: about the work, never about a person.
        question: String,
    }
}

vocabulary! {
    /// A way to work together with a social enterprise (samarbejdsform).
    Cooperation in "cooperation.toml" {}
}

vocabulary! {
    /// One of the eleven municipalities of North Jutland (kommune).
    Municipality in "municipalities.toml" {
        /// Full name, such as "Vesthimmerlands Kommune".
        name: String,
        /// Four digits of the official register.
        code: String,
        /// Slugs of the adjacent municipalities, nearest first.
        neighbours: Vec<String>,
        /// Own text of the municipality's page.
        intro: String,
    }
}

impl Trade {
    /// The services under this trade, in the order of their file.
    pub fn services(&self) -> impl Iterator<Item = Ref<Service>> {
        Ref::<Service>::every().filter(|service| service.trade.slug == self.slug)
    }
}
