//! What can be chosen of a plan.

use chrono::{Days, Months, NaiveDate};

/// How long after the first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A week.
    OneWeek,
    /// Two weeks.
    TwoWeeks,
    /// A month.
    OneMonth,
    /// Three months.
    ThreeMonths,
    /// Half a year.
    SixMonths,
    /// A year.
    TwelveMonths,
}

impl Step {
    /// All, the first first.
    pub const ALL: [Self; 6] = [
        Self::OneWeek,
        Self::TwoWeeks,
        Self::OneMonth,
        Self::ThreeMonths,
        Self::SixMonths,
        Self::TwelveMonths,
    ];
    /// The rhythm of aftercare in small jobs (Jobcenter Herning, 2018–2020).
    pub const USUAL: [Self; 3] = [Self::OneWeek, Self::OneMonth, Self::ThreeMonths];

    /// Its name in addresses.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::OneWeek => "1-uge",
            Self::TwoWeeks => "2-uger",
            Self::OneMonth => "1-maaned",
            Self::ThreeMonths => "3-maaneder",
            Self::SixMonths => "6-maaneder",
            Self::TwelveMonths => "12-maaneder",
        }
    }

    /// The step of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.slug() == slug)
    }

    /// Its day, counted from the first day. Where a month is too short, it is the last of that month.
    #[must_use]
    pub fn after(self, start: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::OneWeek => start.checked_add_days(Days::new(7)),
            Self::TwoWeeks => start.checked_add_days(Days::new(14)),
            Self::OneMonth => start.checked_add_months(Months::new(1)),
            Self::ThreeMonths => start.checked_add_months(Months::new(3)),
            Self::SixMonths => start.checked_add_months(Months::new(6)),
            Self::TwelveMonths => start.checked_add_months(Months::new(12)),
        }
    }
}

/// With whom one talks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum With {
    /// Whoever has begun.
    Citizen,
    /// The company.
    Company,
    /// Both.
    #[default]
    Both,
}

impl With {
    /// All.
    pub const ALL: [Self; 3] = [Self::Both, Self::Citizen, Self::Company];

    /// Its name in addresses.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Citizen => "borger",
            Self::Company => "virksomhed",
            Self::Both => "begge",
        }
    }

    /// The choice of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|with| with.slug() == slug)
    }

    /// Whether whoever has begun is there.
    #[must_use]
    pub fn citizen(self) -> bool {
        self != Self::Company
    }

    /// Whether the company is there.
    #[must_use]
    pub fn company(self) -> bool {
        self != Self::Citizen
    }
}

/// Who takes a talk: a function, never a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Taker {
    /// The contact in the municipality.
    #[default]
    Municipality,
    /// The job consultant.
    Consultant,
    /// The mentor.
    Mentor,
    /// The contact at the workplace.
    Workplace,
    /// The contact in the social enterprise.
    Enterprise,
}

impl Taker {
    /// All.
    pub const ALL: [Self; 5] =
        [Self::Municipality, Self::Consultant, Self::Mentor, Self::Workplace, Self::Enterprise];

    /// Its name in addresses.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Municipality => "kommune",
            Self::Consultant => "virksomhedskonsulent",
            Self::Mentor => "mentor",
            Self::Workplace => "arbejdsplads",
            Self::Enterprise => "soev",
        }
    }

    /// The function of that name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|taker| taker.slug() == slug)
    }
}
