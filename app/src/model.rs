//! The types that search results, pages and forms share.

mod claim;
mod cpr;
mod edit;
mod editors;
mod filter;
mod picture;
mod query;
mod report;
mod results;
mod second_factor;
mod sign_in;
mod suggestion;

pub use claim::{CLAIM_HOURS, ClaimForm, InvalidClaim, InvalidText, ValidClaim, WaitingClaim};
pub use content::Listing;
pub use cpr::without_cpr;
pub use edit::{InvalidSales, MAX_LINE, MAX_LONG_TEXT, Sales, SalesForm};
pub use editors::{ChangeLine, EditorsRoom, Lacking, MailLine, MailState};
pub use filter::{Facet, Filter};
pub use picture::{
    Focus, InvalidFile, InvalidPicture, PictureForm, PictureTextForm, PicturesRefused, WaitingPicture,
};
pub use query::{DISTANCES, MAX_TEXT, SearchQuery, Sort};
pub use report::{InvalidReport, MAX_REPORT, OpenReport, Reason as ReportReason, ReportForm};
pub use results::{
    Corrected, Counts, Field, Hit, Loosened, NEARBY, Overview, PAGE_SIZE, Part, PlaceInText, Reading, Reason,
    Results,
};
pub use second_factor::{CodeForm, Enrolment};
pub use sign_in::{Account, InvalidEmail, LINK_MINUTES, SignInForm, SignedIn};
pub use suggestion::{SUGGESTIONS, Suggested, Suggestion};
