//! What can be done to the catalogue; one verb a file.

mod add_second_factor;
mod ask_to_sign_in;
mod claim_listing;
mod close_report;
mod confirm_claim;
mod confirm_listing;
mod count_gaps;
mod decide_claim;
mod end_session;
mod export_listings;
mod import_listings;
mod invite_editor;
mod prove_session;
mod report_error;
mod save_listings;
mod seed_catalogue;
mod sign_in;
mod sign_out;

pub use add_second_factor::{Added, add_second_factor};
pub use ask_to_sign_in::ask_to_sign_in;
pub use claim_listing::claim_listing;
pub use close_report::close_report;
pub use confirm_claim::confirm_claim;
pub use confirm_listing::confirm_listing;
pub use count_gaps::count_gaps;
pub use decide_claim::decide_claim;
pub use end_session::end_session;
pub use export_listings::{ExportError, export_listings};
pub use import_listings::{BadLine, CHUNK, ImportError, ImportReport, import_listings};
pub use invite_editor::invite_editor;
pub use prove_session::prove_session;
pub use report_error::report_error;
pub use save_listings::save_listings;
pub use seed_catalogue::{SeedError, seed_catalogue};
pub use sign_in::sign_in;
pub use sign_out::sign_out;
