//! From a state to what pages show of assumptions and remarks. No Yew here; what outcomes show is in `deelsom-views`.

pub(crate) mod assumptions;
pub(crate) mod remarks;
