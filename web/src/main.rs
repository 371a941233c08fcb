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

use deelsom_language::words::{example, status};
use deelsom_language::{Language, Word};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

/// The worked studies by file and title; the application opens with the first.
const EXAMPLES: [(&str, Word); 4] = [
    ("examples/voorschoten-wassenaar-2010.json", example::VOORSCHOTEN_WASSENAAR_2010),
    ("examples/duivenvoorde-2021.json", example::DUIVENVOORDE_2021),
    ("examples/leidse-regio-2022.json", example::LEIDSE_REGIO_2022),
    ("examples/four-municipalities-2006.json", example::FOUR_MUNICIPALITIES_2006),
];

/// Half the code of the usual allocator, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen]
extern "C" {
    /// Listens for who asks how a figure was calculated; with what to say where no answer can be loaded, in Dutch and in
    /// English.
    #[wasm_bindgen(catch, js_namespace = window, js_name = listenToQuestions)]
    fn listen(dutch: &str, english: &str) -> Result<(), JsValue>;
}

/// The study as it stands, as text: what figures are explained from.
#[wasm_bindgen]
pub fn study() -> String {
    dom::last()
}

fn main() {
    dom::guard();
    // Where nobody listens, as in the single file, figures keep to themselves how they came about.
    let _ = listen(status::BROKEN.text(Language::Dutch), status::BROKEN.text(Language::English));
    spawn_local(async {
        // Without it the page opens too, with a study that has next to nothing in it, and says so.
        let example = dom::fetch(EXAMPLES[0].0).await.unwrap_or_default();
        yew::Renderer::<app::App>::with_props(app::Opening { example }).render();
    });
}
