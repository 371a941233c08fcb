//! A row of fields in a table.
//!
//! A table may have a hundred of them, and a key stroke changes one: the others are not drawn anew, since all that a row
//! shows can be compared with what it showed before.

use yew::{Component, Context, Html, Properties};

use crate::edit::Filled;
use crate::mark::Origin;
use crate::part::{element, named, with};

/// All that a row shows.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct FieldRow {
    /// What the row is about, and what that is one of.
    pub(crate) name: String,
    pub(crate) of: String,
    pub(crate) fields: Vec<Filled>,
    pub(crate) origin: Origin,
}

/// The row.
pub(crate) struct Row;

impl Component for Row {
    type Message = ();
    type Properties = FieldRow;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let row = context.props();
        let mut cells = vec![element("th", with!("scope": "row"), vec![named(&row.name, &row.of)])];
        for field in &row.fields {
            cells.push(element("td", with!(), vec![field.draw()]));
        }
        cells.push(element("td", with!(), vec![row.origin.draw()]));
        element("tr", with!(), cells)
    }
}
