//! What one can filter by: nine facets, each with a closed list of values.

use std::sync::LazyLock;

use content::Listing;
use content::taxonomy::{
    Consideration, Cooperation, Entry, Municipality, Ref, Scheme, Service, Task, Term, Trade,
};

/// A filter of the search page. Values of one facet are OR, different facets are AND.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The municipality it lies in.
    Located,
    /// A municipality it delivers to.
    Delivers,
    /// Line of business.
    Trade,
    /// Goods or service.
    Service,
    /// Form of cooperation.
    Cooperation,
    /// Scheme for placements.
    Scheme,
    /// Task one can do there.
    Task,
    /// Consideration it can make.
    Consideration,
    /// In the state register of social enterprises.
    Rsv,
}

/// The single value of [`Facet::Rsv`].
struct Registered;

impl Entry for Registered {
    fn slug(&self) -> &'static str {
        "1"
    }
    fn label(&self) -> &'static str {
        "Registreret (RSV)"
    }
    fn help(&self) -> &'static str {
        "Står i statens register ifølge vores opslag eller en kilde. På hver virksomhed står, hvad det bygger på."
    }
    fn search(&self) -> &[String] {
        &[]
    }
}

impl Facet {
    /// All facets in the order the page shows them.
    pub const ALL: [Self; 9] = [
        Self::Located,
        Self::Delivers,
        Self::Trade,
        Self::Service,
        Self::Cooperation,
        Self::Scheme,
        Self::Task,
        Self::Consideration,
        Self::Rsv,
    ];

    /// Its name in the address.
    #[must_use]
    pub fn param(self) -> &'static str {
        match self {
            Self::Located => "kommune",
            Self::Delivers => "leverer",
            Self::Trade => "branche",
            Self::Service => "ydelse",
            Self::Cooperation => "samarbejde",
            Self::Scheme => "ordning",
            Self::Task => "opgave",
            Self::Consideration => "hensyn",
            Self::Rsv => "rsv",
        }
    }

    /// The facet with this name in the address.
    #[must_use]
    pub fn from_param(param: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.param() == param)
    }

    /// Its values in the order of the vocabulary.
    #[must_use]
    pub fn values(self) -> &'static [&'static dyn Entry] {
        static VALUES: LazyLock<[Vec<&'static dyn Entry>; 9]> = LazyLock::new(|| {
            [
                entries::<Municipality>(),
                entries::<Municipality>(),
                entries::<Trade>(),
                entries::<Service>(),
                entries::<Cooperation>(),
                entries::<Scheme>(),
                entries::<Task>(),
                entries::<Consideration>(),
                vec![&Registered],
            ]
        });
        &VALUES[self as usize]
    }

    /// Every filter of this facet.
    #[must_use]
    pub fn filters(self) -> impl ExactSizeIterator<Item = Filter> {
        (0..self.values().len()).map(move |index| Filter::new(self, index))
    }
}

fn entries<T: Term>() -> Vec<&'static dyn Entry> {
    T::all().iter().map(|term| term as &dyn Entry).collect()
}

/// One value of one facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Filter {
    facet: Facet,
    value: u16,
}

impl Filter {
    fn new(facet: Facet, index: usize) -> Self {
        Self { facet, value: u16::try_from(index).unwrap_or(u16::MAX) }
    }

    /// The filter as it stands in an address; none when there is no such value.
    #[must_use]
    pub fn parse(facet: Facet, slug: &str) -> Option<Self> {
        facet.values().iter().position(|entry| entry.slug() == slug).map(|index| Self::new(facet, index))
    }

    /// Lies in the municipality.
    #[must_use]
    pub fn located(municipality: Ref<Municipality>) -> Self {
        Self::new(Facet::Located, municipality.index())
    }

    /// Delivers to the municipality.
    #[must_use]
    pub fn delivers(municipality: Ref<Municipality>) -> Self {
        Self::new(Facet::Delivers, municipality.index())
    }

    /// Is of the trade.
    #[must_use]
    pub fn trade(trade: Ref<Trade>) -> Self {
        Self::new(Facet::Trade, trade.index())
    }

    /// Sells the service.
    #[must_use]
    pub fn service(service: Ref<Service>) -> Self {
        Self::new(Facet::Service, service.index())
    }

    /// Which facet.
    #[must_use]
    pub fn facet(self) -> Facet {
        self.facet
    }

    /// Place of the value in its vocabulary, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.value)
    }

    /// The value.
    #[must_use]
    pub fn entry(self) -> &'static dyn Entry {
        self.facet.values()[self.index()]
    }

    /// Every filter the listing meets, without repeats.
    #[must_use]
    pub fn met_by(listing: &Listing) -> Vec<Self> {
        let mut met: Vec<Self> = Vec::new();
        met.extend(listing.municipality.map(Self::located));
        met.extend(
            Ref::<Municipality>::every().filter(|place| listing.delivers_to(*place)).map(Self::delivers),
        );
        met.extend(listing.trades.iter().copied().map(Self::trade));
        met.extend(listing.offers.iter().flat_map(|offer| &offer.services).copied().map(Self::service));
        met.extend(listing.cooperation.iter().map(|form| Self::new(Facet::Cooperation, form.index())));
        if let Some(placement) = &listing.placement {
            met.extend(placement.schemes.iter().map(|scheme| Self::new(Facet::Scheme, scheme.index())));
            met.extend(placement.tasks.iter().map(|task| Self::new(Facet::Task, task.index())));
            let considerations = placement.considerations.iter();
            met.extend(considerations.map(|value| Self::new(Facet::Consideration, value.index())));
        }
        met.extend(listing.is_rsv().then(|| Self::new(Facet::Rsv, 0)));
        met.sort_unstable();
        met.dedup();
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facets_know_their_own_place_and_name() {
        for (index, facet) in Facet::ALL.into_iter().enumerate() {
            assert_eq!(facet as usize, index);
            assert_eq!(Facet::from_param(facet.param()), Some(facet));
            for filter in facet.filters() {
                assert_eq!(Filter::parse(facet, filter.entry().slug()), Some(filter));
            }
        }
        assert_eq!(Filter::parse(Facet::Trade, "nope"), None);
    }
}
