//! Parts of a page.
//!
//! Everywhere the same few functions and no macros: what `html!` writes out in place for every element, stands here
//! once, and there is that much less for people to load.

use yew::virtual_dom::{VList, VTag, VText};
use yew::{Callback, Html, MouseEvent};

/// A text.
#[inline(never)]
pub(crate) fn text(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

/// Parts one after the other.
#[inline(never)]
pub(crate) fn join(parts: Vec<Html>) -> Html {
    VList::with_children(parts, None).into()
}

/// An element with its attributes and what is in it; an attribute without a value is left out.
#[inline(never)]
pub(crate) fn element(name: &'static str, attributes: &[(&'static str, &str)], parts: Vec<Html>) -> Html {
    tag(name, attributes, parts).into()
}

fn tag(name: &'static str, attributes: &[(&'static str, &str)], parts: Vec<Html>) -> VTag {
    let mut tag = VTag::new(name);
    for (name, value) in attributes {
        if *name == "value" {
            tag.set_value(Some((*value).to_owned()));
        }
        // An item without a value still has one: nothing.
        if !value.is_empty() || *name == "value" {
            tag.add_attribute(name, (*value).to_owned());
        }
    }
    tag.add_children(parts);
    tag
}

/// An element with nothing but a text.
#[inline(never)]
pub(crate) fn line(name: &'static str, class: &str, content: &str) -> Html {
    element(name, &[("class", class)], vec![text(content)])
}

/// A name, and below it what it is one of.
#[inline(never)]
pub(crate) fn named(name: &str, of: &str) -> Html {
    join(vec![text(name), text(" "), line("small", "", of)])
}

/// A list of points.
#[inline(never)]
pub(crate) fn list(class: &str, points: Vec<Html>) -> Html {
    let mut items = Vec::with_capacity(points.len());
    for point in points {
        items.push(element("li", &[], vec![point]));
    }
    element("ul", &[("class", class)], items)
}

/// Something to press.
#[inline(never)]
pub(crate) fn press(attributes: &[(&'static str, &str)], parts: Vec<Html>, then: Callback<MouseEvent>) -> Html {
    let mut tag = tag("button", attributes, parts);
    tag.add_attribute("type", "button");
    listen(tag, then)
}

/// A link that does something besides.
#[inline(never)]
pub(crate) fn link(address: &str, content: &str, then: Callback<MouseEvent>) -> Html {
    listen(tag("a", &[("href", address)], vec![text(content)]), then)
}

fn listen(mut tag: VTag, then: Callback<MouseEvent>) -> Html {
    tag.add_listener(std::rc::Rc::new(yew::html::onclick::Wrapper::new(then)));
    tag.into()
}
