//! Deelsom in the browser: a study in, its outcome beside it, and figures to change.
//!
//! ```text
//! event ─ dom ─► Action ─ state ─► study, outcome, problems ─ views ─► rows, charts ─ pages ─► page
//! ```
//!
//! [`state`] is pure: it knows no page and no browser. [`pages`] lay out what `deelsom-views` makes of an outcome, and
//! [`app`] holds it all together. What the first page does without comes [`later`]. Words come from `deelsom-language`.

mod app;
mod asking;
mod chart;
mod choose;
mod dom;
mod edit;
mod explain;
mod figure;
mod flow;
mod keeper;
mod kept;
mod later;
mod mark;
mod own;
mod pages;
mod part;
mod parts;
mod paste;
mod picked;
mod record;
mod run;
mod sheet;
mod shown;
mod sight;
mod state;
mod view;
mod workbook;
mod wrong;

use deelsom_language::Word;
use deelsom_language::words::example;
use wasm_bindgen_futures::spawn_local;

use crate::state::State;

/// The worked studies by file and title; the application opens with the first where nothing was kept.
const EXAMPLES: [(&str, Word); 10] = [
    ("examples/voorschoten-wassenaar-2010.json", example::VOORSCHOTEN_WASSENAAR_2010),
    ("examples/duivenvoorde-2013.json", example::DUIVENVOORDE_2013),
    ("examples/duivenvoorde-2021.json", example::DUIVENVOORDE_2021),
    ("examples/bar-2014.json", example::BAR_2014),
    ("examples/over-2010.json", example::OVER_2010),
    ("examples/hollands-kroon.json", example::HOLLANDS_KROON_2012),
    ("examples/meerinzicht.json", example::MEERINZICHT_2015),
    ("examples/servicepunt71-2012.json", example::SERVICEPUNT71_2012),
    ("examples/leidse-regio-2022.json", example::LEIDSE_REGIO_2022),
    ("examples/four-municipalities-2006.json", example::FOUR_MUNICIPALITIES_2006),
];

/// Half the code of the usual allocator, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    dom::guard();
    spawn_local(async {
        let state = match dom::kept() {
            Some(state) => state,
            // Without it the page opens too, with a study that has next to nothing in it, and says so.
            None => State::new(&dom::fetch(EXAMPLES[0].0).await.unwrap_or_default()),
        };
        yew::Renderer::<app::App>::with_props(app::Opening { state }).render();
    });
}
