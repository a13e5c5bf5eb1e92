//! Addresses of websites.

use serde::{Deserialize, Serialize};
use url::Url;

/// An `http` or `https` address without name or password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Website(String);

/// The text is no web address.
#[derive(Debug, thiserror::Error)]
#[error("not a web address like https://example.dk")]
pub struct InvalidWebsite;

impl Website {
    /// The whole address, fit for `href`.
    #[must_use]
    pub fn href(&self) -> &str {
        &self.0
    }

    /// The host without `www.`, in lower case: what mail addresses of the same enterprise end with.
    #[must_use]
    pub fn host(&self) -> String {
        self.shown().split(['/', ':', '?', '#']).next().unwrap_or_default().to_lowercase()
    }

    /// The address as people say it: without scheme, `www.` and a last slash.
    #[must_use]
    pub fn shown(&self) -> &str {
        let rest = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        rest.trim_start_matches("www.").trim_end_matches('/')
    }
}

impl TryFrom<String> for Website {
    type Error = InvalidWebsite;

    fn try_from(text: String) -> Result<Self, InvalidWebsite> {
        let url = Url::parse(&text).map_err(|_| InvalidWebsite)?;
        let named = url.host_str().is_some_and(|host| host.contains('.'));
        let open = url.username().is_empty() && url.password().is_none();
        (matches!(url.scheme(), "http" | "https") && named && open)
            .then_some(Self(text))
            .ok_or(InvalidWebsite)
    }
}

impl From<Website> for String {
    fn from(website: Website) -> Self {
        website.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_addresses_pass() {
        let good = Website::try_from("https://www.hv-nord.dk/".to_owned()).unwrap();
        assert_eq!(good.shown(), "hv-nord.dk");
        let deep = Website::try_from("https://www.HV-nord.dk:8080/om?x#y".to_owned()).unwrap();
        assert_eq!(deep.host(), "hv-nord.dk");
        for bad in ["javascript:alert(1)", "hv-nord.dk", "https://localhost", "https://a:b@c.dk"] {
            assert!(Website::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
