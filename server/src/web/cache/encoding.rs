//! How a body is packed, by what the visitor takes.

use axum::http::{HeaderMap, HeaderValue, header};

/// The encodings pages are given in; a later one is preferred among equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// As it is.
    Identity,
    /// gzip.
    Gzip,
    /// Brotli, the smallest.
    Brotli,
}

impl Encoding {
    /// The best of what the visitor takes.
    pub fn asked(headers: &HeaderMap) -> Self {
        let asked = headers.get_all(header::ACCEPT_ENCODING).into_iter();
        let asked = asked.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
        let known = asked.filter_map(Self::weighed).filter(|(weight, _)| *weight > 0.0);
        let best = known.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        best.map_or(Self::Identity, |(_, encoding)| encoding)
    }

    /// One encoding with the weight the visitor gives it, such as `gzip;q=0.5`.
    fn weighed(asked: &str) -> Option<(f32, Self)> {
        let (name, weight) = match asked.split_once(';') {
            Some((name, weight)) => (name, weight.trim().strip_prefix("q=")?.parse().ok()?),
            None => (asked, 1.0),
        };
        let name = name.trim();
        let all = [Self::Identity, Self::Gzip, Self::Brotli];
        let encoding = all.into_iter().find(|encoding| name.eq_ignore_ascii_case(encoding.name()))?;
        Some((weight, encoding))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        }
    }

    /// What asks for this encoding and no other.
    pub fn header(self) -> HeaderValue {
        HeaderValue::from_static(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_that_is_taken() {
        for (asked, best) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("BR;q=0.5, gzip", Encoding::Gzip),
            ("br;q=0, gzip;q=0.001", Encoding::Gzip),
            ("br;q=nonsense", Encoding::Identity),
            ("zstd, deflate", Encoding::Identity),
            ("identity, gzip;q=0.5", Encoding::Identity),
            ("*", Encoding::Identity),
            ("", Encoding::Identity),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, asked.parse().unwrap());
            assert_eq!(Encoding::asked(&headers), best, "{asked}");
        }
        assert_eq!(Encoding::asked(&HeaderMap::new()), Encoding::Identity);
    }
}
