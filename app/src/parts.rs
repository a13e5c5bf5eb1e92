//! The parts that pages are made of. Plain functions: a part costs what its HTML costs.

pub mod card;
pub mod chips;
pub mod counted;
pub mod crumbs;
pub mod csr_paragraph;
pub mod difference;
pub mod ending;
pub mod facets;
pub mod form;
pub mod free_places;
pub mod icon;
pub mod keep;
pub mod label;
pub mod leaves;
pub mod map;
pub mod mark;
pub mod notice;
pub mod own_nav;
pub mod pager;
pub mod panel;
pub mod picture;
pub mod print;
pub mod reported;
pub mod search_form;
pub mod snippet;
pub mod soft_warning;
