//! What is loaded when it is needed: the pages but the first, what explains figures, what asks a worker how sure they
//! are, and what solves games for keys that follow a method of fair division.
//!
//! With the feature `later` this is a split point: what only [`parts`] leads to is cut out of the WebAssembly by
//! `cargo xtask` and fetched by [`load`]. Without it, as in the site in one file, everything is there from the start.

use std::error::Error;
use std::rc::Rc;

use deelsom_core::fairness::weigh_keys;
use yew::Html;

use crate::explain;
use crate::keeper;
use crate::pages::{
    Page, about, assumptions, baseline, comparison, council, fairness, keep, options, outcome, sensitivity,
    split, staffing, start, way,
};
use crate::shown::Shown;
use crate::state::{State, Weigh};
use crate::view::remarks::Say;

/// The ways into what is loaded later.
#[derive(Clone, Copy)]
pub(crate) struct Later {
    /// Draws a page.
    pub(crate) draw: fn(Page, Shown<'_>) -> Html,
    /// Draws what follows on the first page, which stands before it is there.
    pub(crate) more: fn(Shown<'_>) -> Html,
    /// Explains the figure at a pointer into the report.
    pub(crate) explain: fn(&Rc<State>, &str),
    /// Keeps the study on this device, and says so below every page.
    pub(crate) keeper: fn(Shown<'_>) -> Html,
    /// Gives keys that follow a method of fair division their weights.
    pub(crate) weigh: Weigh,
    /// Says what is wrong, with fields and codes by their names.
    pub(crate) problem: Say,
}

#[allow(clippy::unnecessary_wraps, reason = "where it is cut out, loading it may fail")]
#[cfg_attr(feature = "later", wasm_split_helpers::wasm_split(later, fallible))]
fn parts() -> Result<Later, Box<dyn Error>> {
    Ok(Later {
        draw,
        more: comparison::show,
        explain: explain::open,
        keeper: keeper::show,
        weigh: weigh_keys,
        problem: deelsom_views::remarks::problem,
    })
}

/// Loads it; nothing where it could not be fetched. It can be tried again.
pub(crate) async fn load() -> Option<Later> {
    #[cfg(feature = "later")]
    let loaded = parts().await;
    #[cfg(not(feature = "later"))]
    let loaded = std::future::ready(parts()).await;
    loaded.ok()
}

fn draw(page: Page, shown: Shown<'_>) -> Html {
    match page {
        Page::Start => start::show(shown),
        Page::Baseline => baseline::show(shown),
        Page::Options => options::show(shown),
        Page::Outcome => outcome::show(shown),
        Page::Split => split::show(shown),
        Page::Fairness => fairness::show(shown),
        Page::Staffing => staffing::show(shown),
        Page::Way => way::show(shown),
        Page::Sensitivity => sensitivity::show(shown),
        Page::Assumptions => assumptions::show(shown),
        Page::Council => council::show(shown),
        Page::Keep => keep::show(shown),
        Page::About => about::show(shown),
    }
}
