//! All that is stored about a member, as they read it.

use app::text::wanted_facts;
use serde_json::{Value, json};

use crate::store::{
    Change, Claim, ClaimState, Deed, Identity, Invitation, JobState, Message, OwnData, Purpose, Recipient,
    Session,
};
use crate::web::editors::purpose;
use crate::web::lists::sentence;

/// The whole file. Times are in UTC.
pub fn file(who: &Identity, stored: &OwnData) -> Value {
    json!({
        "mailadresse": who.email,
        "oprettet": stored.since,
        "inviteret som redaktør": stored.editor,
        "ekstra lås": stored.second_factor,
        "nødkoder tilbage": stored.recovery_codes,
        "logget ind": each(&stored.sessions, browser),
        "virksomheder": each(&stored.kept, |(slug, may_invite, since)| {
            json!({ "virksomhed": slug, "kan invitere": may_invite, "siden": since })
        }),
        "anmodninger om adgang": each(&stored.claims, |(claim, state)| claimed(claim, *state)),
        "invitationer, der venter": each(&stored.invitations, invited),
        "links sendt til jer": each(&stored.links, |sent| {
            json!({ "formål": link(sent.purpose.as_ref()), "virker til": sent.until, "brugt": sent.used })
        }),
        "mails til jer": each(&stored.mails, mail),
        "ændringer": each(&stored.changes, changed),
        "billeder, der venter": each(&stored.uploads, |(slug, alt, sent)| {
            json!({ "virksomhed": slug, "viser": alt, "sendt": sent })
        }),
        "spurgt, om siden passer": each(&stored.asked, |(slug, day)| json!({ "virksomhed": slug, "sidst": day })),
        "venter på redaktionen": each(&stored.reviews, |waiting| {
            json!({ "virksomhed": waiting.slug, "felter": waiting.fields, "svar": waiting.answer, "siden": waiting.asked })
        }),
        "gjort som redaktør": each(&stored.deeds, done),
        "henvendelser": each(&stored.messages, |(message, recipients)| asked(message, recipients)),
    })
}

fn each<T>(all: &[T], one: impl Fn(&T) -> Value) -> Vec<Value> {
    all.iter().map(one).collect()
}

fn browser(Session { device, created, seen, proven, .. }: &Session) -> Value {
    json!({ "browser": device, "siden": created, "sidst set": seen, "kode givet": proven })
}

fn claimed(Claim { slug, name, role, created, .. }: &Claim, state: Option<ClaimState>) -> Value {
    let state = match state {
        Some(ClaimState::Unconfirmed) => "adressen er ikke bekræftet",
        Some(ClaimState::Waiting) => "venter på svar",
        Some(ClaimState::Granted) => "adgang givet",
        Some(ClaimState::Refused) => "afvist",
        None => "andet",
    };
    json!({ "virksomhed": slug, "navn": name, "rolle": role, "status": state, "sendt": created })
}

fn invited(Invitation { slug, may_invite, until, .. }: &Invitation) -> Value {
    json!({ "virksomhed": slug, "kan invitere": may_invite, "gælder til": until })
}

fn link(purpose: Option<&Purpose>) -> &'static str {
    match purpose {
        Some(Purpose::SignIn) => "logge ind",
        Some(Purpose::Claim(_)) => "bekræfte adresse",
        Some(Purpose::Invitation(_)) => "sige ja til en invitation",
        Some(Purpose::Vouch(_)) => "bekræfte en side",
        Some(Purpose::SayFreePlaces(_)) => "sige, om der er ledige pladser",
        Some(Purpose::SendMessage(_)) => "bekræfte en henvendelse",
        Some(Purpose::FollowMessage(_)) => "følge en henvendelse",
        Some(Purpose::AnswerMessage(..)) => "svare på en henvendelse",
        Some(Purpose::KnownSender) => "sende henvendelser uden at bekræfte igen",
        None => "andet",
    }
}

fn asked(message: &Message, recipients: &[Recipient]) -> Value {
    json!({
        "slags": message.words.kind.slug(),
        "hvad": message.words.what,
        "hvor meget": message.words.amount,
        "hvor": message.words.place,
        "hvornår": message.words.wanted_by,
        "plads, der søges": each(&wanted_facts(&message.words.wanted), |(name, said)| json!({ *name: said })),
        "virksomhed": message.words.company,
        "mailadresse": message.words.email,
        "skrevet": message.created,
        "bekræftet": message.confirmed,
        "sendt til": each(recipients, |recipient| {
            json!({ "virksomhed": recipient.slug, "status": recipient.state.slug(), "sendt": recipient.sent })
        }),
    })
}

fn mail(job: &JobState) -> Value {
    json!({ "formål": purpose(&job.kind), "tidspunkt": job.at, "sendt": job.done })
}

fn changed(change: &Change) -> Value {
    json!({
        "virksomhed": change.slug,
        "tidspunkt": change.made,
        "som redaktør": change.author.editor,
        "før": change.before,
        "efter": change.after,
        "taget tilbage": change.taken_back,
    })
}

fn done(Deed { verb, about, done, .. }: &Deed) -> Value {
    json!({ "hvad": sentence(*verb), "om": about, "tidspunkt": done })
}
