//! Those a message goes to, those it cannot go to, and those it may go to instead.

use content::Listing;
use leptos::prelude::*;

use crate::model::{InvalidReceivers, MAX_RECEIVERS, MessageForm, Obstacle, Receiver, Receivers};
use crate::parts::notice::notice;
use crate::{links, text};

impl Receivers {
    /// The one whose page the form belongs to.
    #[must_use]
    pub fn single(&self) -> Option<&Listing> {
        let open = self.open.first().map(|receiver| &*receiver.listing);
        open.or_else(|| self.blocked.first().map(|(listing, _)| &**listing)).filter(|_| !self.several)
    }
}

/// Says how many are not in the catalogue, that none were chosen, or that there are more than can be written to.
pub fn left_out(receivers: &Receivers) -> impl IntoView + use<> {
    let unknown = (receivers.unknown > 0).then(|| {
        let many = text::companies(receivers.unknown);
        notice("info", format!("{many} findes ikke i kataloget og er ikke med."))
    });
    let none = (receivers.open.is_empty() && receivers.blocked.is_empty()).then(|| {
        notice(
            "info",
            view! { <p>"Vælg først nogle virksomheder på " <a href=links::LIST>"listen"</a> "."</p> },
        )
    });
    let many = receivers.open.len();
    let more = (many > MAX_RECEIVERS).then(|| {
        notice(
            "info",
            format!("Der er {many} at vælge imellem, og man kan skrive til højst {MAX_RECEIVERS} ad gangen. Sæt hak ved dem, der passer bedst."),
        )
    });
    view! { {unknown} {none} {more} }
}

/// Those who cannot be written to, each with why.
pub fn blocked(receivers: &Receivers) -> impl IntoView + use<> {
    let lines: Vec<_> = receivers.blocked.iter().map(|(listing, why)| line(listing, *why)).collect();
    let title = if receivers.open.is_empty() {
        "Lige nu kan I ikke skrive til:"
    } else {
        "I kan skrive til de andre, men ikke til:"
    };
    (!lines.is_empty()).then(|| notice("circle-pause", view! { <p><b>{title}</b></p> <ul>{lines}</ul> }))
}

fn line(listing: &Listing, why: Obstacle) -> impl IntoView + use<> {
    // Only who is not known to want no messages is shown another way to reach them.
    let phone = listing.phone.clone().filter(|_| why == Obstacle::NoAddress);
    let phone = phone.map(|phone| view! { " Ring på " {phone} "." });
    let website = listing.website.as_ref().filter(|_| why == Obstacle::NoAddress).map(|site| {
        view! { " Se " <a href=site.href().to_owned() rel="external noopener nofollow">{site.shown().to_owned()}</a> "." }
    });
    view! {
        <li>
            <a href=links::listing(listing)>{listing.name.clone()}</a> ": " {text::obstacle(why)} {phone} {website}
        </li>
    }
}

/// Whom it goes to: said where it is one, else to be ticked.
pub fn choices(
    receivers: &Receivers,
    form: &MessageForm,
    refused: Option<InvalidReceivers>,
) -> impl IntoView + use<> {
    let words = refused.map(text::invalid_receivers);
    let error = words.map(|words| view! { <p class="error" id="modtagere-fejl">{words}</p> });
    if receivers.single().is_some() && receivers.blocked.is_empty() {
        let pauses: Vec<_> = receivers.open.iter().filter_map(pause).collect();
        return view! { <div id="modtagere">{error} {pauses}</div> }.into_any();
    }
    let known = receivers
        .open
        .iter()
        .map(|receiver| &receiver.listing)
        .chain(receivers.blocked.iter().map(|(listing, _)| listing));
    let among: Vec<_> =
        known.map(|listing| view! { <input type="hidden" name="af" value=listing.slug.clone() /> }).collect();
    let open: Vec<_> = receivers
        .open
        .iter()
        .map(|receiver| view! { {choice(&receiver.listing, form)} {pause(receiver)} })
        .collect();
    let instead: Vec<_> = receivers.instead.iter().map(|listing| choice(listing, form)).collect();
    let like = (!instead.is_empty()).then(|| {
        view! { <p class="help">"De her ligner og kan få beskeden i stedet:"</p> {instead} }
    });
    view! {
        {among}
        <fieldset id="modtagere" class="form-field wide" data-refused=refused.map(|_| "") aria-describedby=refused.map(|_| "modtagere-fejl")>
            <legend>{format!("Hvem skal have beskeden? (højst {MAX_RECEIVERS})")}</legend>
            {error} {open} {like}
        </fieldset>
    }
    .into_any()
}

fn choice(listing: &Listing, form: &MessageForm) -> impl IntoView + use<> {
    let slug = listing.slug.clone();
    let place = listing.main_address().map(|address| format!(", {}", address.town));
    let chosen = form.v.contains(&slug);
    view! {
        <label class="choice">
            <input type="checkbox" name="v" value=slug checked=chosen />
            <span>{listing.name.clone()} {place}</span>
        </label>
    }
}

/// That it takes no newcomers for now; about anything else it can be written to.
fn pause(receiver: &Receiver) -> Option<impl IntoView + use<>> {
    let day = text::date(receiver.no_newcomers_before?);
    let name = receiver.listing.name.clone();
    Some(
        view! { <p class="help">{format!("{name} tager ikke imod nye før {day}. I kan skrive om alt andet.")}</p> },
    )
}
