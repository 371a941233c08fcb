//! The figures of municipalities once they are there, and which were chosen: kept while someone is on another page.

use std::cell::RefCell;
use std::rc::Rc;

use deelsom_start::Municipality;

/// Where the figures are, beside the application.
pub(super) const FILE: &str = "data/nl-municipalities.csv";

thread_local! {
    static ALL: RefCell<Option<Rc<[Municipality]>>> = RefCell::default();
    static CHOSEN: RefCell<Vec<usize>> = RefCell::default();
}

/// Every municipality, if they are there.
pub(super) fn all() -> Option<Rc<[Municipality]>> {
    ALL.with_borrow(Clone::clone)
}

/// Keeps them. Says whether the text had any.
pub(super) fn keep(text: &str) -> bool {
    let all = deelsom_start::municipalities(text);
    let known = all.is_some();
    ALL.set(all.map(Into::into));
    known
}

/// The places of those chosen, in order.
pub(super) fn chosen() -> Vec<usize> {
    CHOSEN.with_borrow(Clone::clone)
}

/// Chooses these instead.
pub(super) fn choose(places: Vec<usize>) {
    CHOSEN.set(places);
}
