//! Where one begins: with municipalities, an example or a file.

use deelsom_language::words::page;
use yew::Html;

use crate::flow::Flow;
use crate::shown::Shown;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    flow.heading(page::START);
    flow.show()
}
