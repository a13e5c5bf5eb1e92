//! Keys that cannot be guessed: what a link or a session is known by.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// Random bytes of a key: 256 bits.
const BYTES: usize = 32;

/// A secret that is given away once and stored only hashed.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// A new one from the system's random numbers.
    ///
    /// # Panics
    /// When the system has none: nothing secret can be made then.
    #[must_use]
    pub fn new() -> Self {
        Self(BASE64_URL_SAFE_NO_PAD.encode(Self::bytes::<BYTES>()))
    }

    /// Random bytes for secrets of another shape.
    ///
    /// # Panics
    /// When the system has none.
    #[must_use]
    pub fn bytes<const N: usize>() -> [u8; N] {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).expect("the system has random numbers");
        bytes
    }

    /// One that came back.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As it stands in a link or a cookie: 43 letters, digits, `-` and `_`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A few letters that tell two apart.
    #[must_use]
    pub fn short(&self) -> &str {
        self.0.get(..8).unwrap_or(&self.0)
    }

    /// What is stored of it. The key is random enough to need neither salt nor a slow hash.
    #[must_use]
    pub fn hash(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(self.0.as_bytes()))
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}
