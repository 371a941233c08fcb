//! Deelsom in the browser: a study in, its outcome beside it, and figures to change.
//!
//! ```text
//! event ─ dom ─► Action ─ state ─► study, outcome, problems ─ views ─► rows, charts ─ pages ─► page
//! ```
//!
//! [`state`] is pure: it knows no page and no browser. [`pages`] lay out what `deelsom-views` makes of an outcome, and
//! [`app`] holds it all together. Words come from `deelsom-language`.

mod app;
mod chart;
mod choose;
mod dom;
mod edit;
mod figure;
mod flow;
mod kept;
mod mark;
mod pages;
mod part;
mod sheet;
mod shown;
mod state;
mod view;

use wasm_bindgen_futures::spawn_local;

/// The study that the application opens with.
const EXAMPLE: &str = "examples/voorschoten-wassenaar-2010.json";

/// Half the code of the usual allocator, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    dom::guard();
    spawn_local(async {
        // Without it the page opens too, with a study that has next to nothing in it, and says so.
        let example = dom::fetch(EXAMPLE).await.unwrap_or_default();
        yew::Renderer::<app::App>::with_props(app::Opening { example }).render();
    });
}
