//! The outcome for one municipality, without jargon.

use deelsom_language::words::page;
use yew::Html;

use crate::flow::Flow;
use crate::shown::Shown;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    flow.heading(page::COUNCIL);
    flow.show()
}
