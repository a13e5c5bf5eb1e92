//! What can be done to the catalogue; one verb a file.

mod count_gaps;
mod export_listings;
mod import_listings;
mod save_listings;
mod seed_catalogue;

pub use count_gaps::count_gaps;
pub use export_listings::{ExportError, export_listings};
pub use import_listings::{BadLine, CHUNK, ImportError, ImportReport, import_listings};
pub use save_listings::save_listings;
pub use seed_catalogue::{SeedError, seed_catalogue};
