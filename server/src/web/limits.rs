//! How often one may ask for what costs others something: a mail in their inbox.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::NonZeroU32;
use std::time::Duration;

use axum::extract::ConnectInfo;
use axum::http::HeaderName;
use axum::http::request::Parts;
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};

/// A visitor may ask this often at once, for a whole office may share an address,
const VISITOR_BURST: NonZeroU32 = NonZeroU32::new(20).unwrap();
/// and then once in so long.
const VISITOR_PAUSE: Duration = Duration::from_mins(1);
/// A mailbox gets so many mails at once,
const MAILBOX_BURST: NonZeroU32 = NonZeroU32::new(3).unwrap();
/// and then one in so long.
const MAILBOX_PAUSE: Duration = Duration::from_mins(5);

/// An account may try so many codes at once,
const CODE_BURST: NonZeroU32 = NonZeroU32::new(5).unwrap();
/// and then one in so long.
const CODE_PAUSE: Duration = Duration::from_mins(3);

/// A visitor and an account may each send so many pictures at once: two enterprises' worth,
const UPLOAD_BURST: NonZeroU32 = NonZeroU32::new(20).unwrap();
/// and then one in so long.
const UPLOAD_PAUSE: Duration = Duration::from_secs(20);

/// The site sends so many mails an hour to addresses that nobody confirmed, whoever asks.
const CONFIRM_MAILS: NonZeroU32 = NonZeroU32::new(200).unwrap();

/// Counts by visitor, mailbox and account, in memory and forgotten when there is room again.
#[derive(Debug)]
pub struct Limits {
    visitors: DefaultKeyedRateLimiter<IpAddr>,
    mailboxes: DefaultKeyedRateLimiter<String>,
    codes: DefaultKeyedRateLimiter<i64>,
    uploads: DefaultKeyedRateLimiter<i64>,
    uploads_from: DefaultKeyedRateLimiter<IpAddr>,
    confirm_mails: DefaultDirectRateLimiter,
    forwarded_header: Option<HeaderName>,
}

impl Limits {
    /// None used up. `forwarded_header` is where a proxy in front names the visitor's address.
    #[must_use]
    pub fn new(forwarded_header: Option<HeaderName>) -> Self {
        let quota = |pause, burst| Quota::with_period(pause).map(|quota| quota.allow_burst(burst));
        let once = Quota::per_minute(NonZeroU32::MIN);
        Self {
            visitors: RateLimiter::keyed(quota(VISITOR_PAUSE, VISITOR_BURST).unwrap_or(once)),
            mailboxes: RateLimiter::keyed(quota(MAILBOX_PAUSE, MAILBOX_BURST).unwrap_or(once)),
            codes: RateLimiter::keyed(quota(CODE_PAUSE, CODE_BURST).unwrap_or(once)),
            uploads: RateLimiter::keyed(quota(UPLOAD_PAUSE, UPLOAD_BURST).unwrap_or(once)),
            uploads_from: RateLimiter::keyed(quota(UPLOAD_PAUSE, UPLOAD_BURST).unwrap_or(once)),
            confirm_mails: RateLimiter::direct(Quota::per_hour(CONFIRM_MAILS)),
            forwarded_header,
        }
    }

    /// Whether the visitor may ask now; counts it.
    pub fn visitor(&self, parts: &Parts) -> bool {
        self.visitors.check_key(&network(self.address(parts))).is_ok()
    }

    /// Whether the mailbox may be sent something now; counts it.
    pub fn mailbox(&self, email: &str) -> bool {
        self.mailboxes.check_key(&email.to_owned()).is_ok()
    }

    /// Whether the account may try a code now; counts it.
    pub fn code(&self, account: i64) -> bool {
        self.codes.check_key(&account).is_ok()
    }

    /// Whether one more mail may go out that asks a sender of a message to confirm; counts it.
    pub fn confirm_mail(&self) -> bool {
        self.confirm_mails.check().is_ok()
    }

    /// Whether the account may send a picture from there now; counts it.
    pub fn upload(&self, parts: &Parts, account: i64) -> bool {
        self.uploads_from.check_key(&network(self.address(parts))).is_ok()
            && self.uploads.check_key(&account).is_ok()
    }

    /// Forgets those who may ask as often as anyone.
    pub fn tidy(&self) {
        self.visitors.retain_recent();
        self.mailboxes.retain_recent();
        self.codes.retain_recent();
        self.uploads.retain_recent();
        self.uploads_from.retain_recent();
    }

    fn address(&self, parts: &Parts) -> IpAddr {
        let forwarded = self.forwarded_header.as_ref().and_then(|name| {
            // The last one is what our own proxy saw; those before it anyone can claim.
            let named = parts.headers.get_all(name).iter().next_back()?.to_str().ok()?;
            named.rsplit(',').next()?.trim().parse().ok()
        });
        let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        forwarded.or(connection).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
    }
}

/// What one visitor has: an IPv4 address, or the half of an IPv6 address that names the network.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::extract::Request;

    use super::*;

    fn asks(limits: &Limits, forwarded: &str) -> bool {
        let request = Request::builder().header("x-forwarded-for", forwarded).body(Body::empty()).unwrap();
        limits.visitor(&request.into_parts().0)
    }

    #[test]
    fn a_visitor_is_who_our_own_proxy_saw() {
        let limits = Limits::new(Some(HeaderName::from_static("x-forwarded-for")));
        let claimed = |number: u32| format!("10.0.0.{number}, 192.0.2.1");
        assert!((0..VISITOR_BURST.get()).all(|number| asks(&limits, &claimed(number))));
        assert!(!asks(&limits, &claimed(99)));
        assert!(asks(&limits, "192.0.2.2"));
    }

    #[test]
    fn an_ipv6_network_is_one_visitor() {
        let limits = Limits::new(Some(HeaderName::from_static("x-forwarded-for")));
        assert!((0..VISITOR_BURST.get()).all(|number| asks(&limits, &format!("2001:db8::{number:x}"))));
        assert!(!asks(&limits, "2001:db8::ffff"));
        assert!(asks(&limits, "2001:db8:0:1::1"));
    }

    #[test]
    fn a_mailbox_gets_few() {
        let limits = Limits::new(None);
        assert!((0..MAILBOX_BURST.get()).all(|_| limits.mailbox("a@example.dk")));
        assert!(!limits.mailbox("a@example.dk"));
        assert!(limits.mailbox("b@example.dk"));
    }
}
