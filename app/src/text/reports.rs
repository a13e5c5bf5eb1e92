//! What can be wrong with a listing.

use crate::model::ReportReason;

/// As the one who reports it says it.
#[must_use]
pub fn report_reason(reason: ReportReason) -> &'static str {
    match reason {
        ReportReason::Closed => "Virksomheden er lukket",
        ReportReason::Contact => "Adresse, telefon, mail eller hjemmeside er forkert",
        ReportReason::Offers => "Det, de sælger, eller hvor de leverer, er forkert",
        ReportReason::Placement => "Pladser til mennesker er forkert",
        ReportReason::Person => "En person er nævnt ved navn",
        ReportReason::Other => "Noget andet",
    }
}
