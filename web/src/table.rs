//! Tables: a caption, headings for every column and row, and a region of its own to scroll in.

use yew::{Html, html};

/// A row: its heading and its cells.
pub(crate) struct Row {
    pub(crate) head: Html,
    pub(crate) cells: Vec<Html>,
}

impl Row {
    pub(crate) fn new(head: impl Into<String>, cells: Vec<Html>) -> Self {
        let head: String = head.into();
        Self { head: html! { head }, cells }
    }
}

/// A table; the first heading is that of the rows.
pub(crate) fn table(id: &'static str, caption: &str, heads: Vec<String>, rows: Vec<Row>) -> Html {
    titled(id.to_owned(), caption, heads, rows)
}

/// A table of which there may be several, so that its id is made.
pub(crate) fn titled(id: String, caption: &str, heads: Vec<String>, rows: Vec<Row>) -> Html {
    let heads = heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> });
    let rows = rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().map(|cell| html! { <td>{ cell }</td> });
        html! { <tr><th scope="row">{ row.head }</th>{ for cells }</tr> }
    });
    html! {
        <div class="scroll" role="region" tabindex="0" aria-labelledby={id.clone()}>
            <table>
                <caption id={id}>{ caption }</caption>
                <thead><tr>{ for heads }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
