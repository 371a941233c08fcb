//! Parts of a page.
//!
//! Everywhere the same few functions and no `html!`: what that writes out in place for every element, stands here once,
//! and there is that much less for people to load.

use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Html, MouseEvent};

/// The attributes of an element. Their names never change, so that only values are compared when a page is drawn anew.
#[derive(Clone, Copy)]
pub(crate) struct Named<'a> {
    pub(crate) names: &'static [&'static str],
    pub(crate) values: &'a [&'a str],
}

/// Attributes, each a name and a value; one without a value is left out.
macro_rules! with {
    ($($name:literal: $value:expr),* $(,)?) => {
        $crate::part::Named { names: &[$($name),*], values: &[$($value),*] }
    };
}
pub(crate) use with;

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

/// An element with its attributes and what is in it.
#[inline(never)]
pub(crate) fn element(name: &'static str, attributes: Named<'_>, parts: Vec<Html>) -> Html {
    tag(name, attributes, parts).into()
}

fn tag(name: &'static str, Named { names, values }: Named<'_>, parts: Vec<Html>) -> VTag {
    let mut tag = VTag::new(name);
    let mut given = Vec::with_capacity(values.len());
    for (name, value) in names.iter().zip(values) {
        let value_of = AttrValue::from((*value).to_owned());
        if *name == "value" {
            tag.set_value(Some(value_of.clone()));
        }
        // An item without a value still has one: nothing.
        given.push(
            (!value.is_empty() || *name == "value").then_some(AttributeOrProperty::Attribute(value_of)),
        );
    }
    tag.set_attributes(Attributes::Dynamic { keys: names, values: given.into() });
    tag.add_children(parts);
    tag
}

/// A list to pick from, with its items; `picked` is the value of one of them.
#[inline(never)]
pub(crate) fn select(attributes: Named<'_>, items: &[(String, String)], picked: &str) -> Html {
    let mut options = Vec::with_capacity(items.len());
    for (value, name) in items {
        let mut option = tag("option", with!("value": value, "selected": "true"), vec![text(name)]);
        // Of the item and not of the list: a list is told what is picked before its items are what they will be. And a
        // property: the attribute says only what is picked at first.
        if let Attributes::Dynamic { values, .. } = &mut option.attributes
            && let Some(selected) = values.last_mut()
        {
            *selected = Some(AttributeOrProperty::Property((value == picked).into()));
        }
        options.push(option.into());
    }
    element("select", attributes, options)
}

/// An element with nothing but a text.
#[inline(never)]
pub(crate) fn line(name: &'static str, class: &str, content: &str) -> Html {
    element(name, with!("class": class), vec![text(content)])
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
        items.push(element("li", with!(), vec![point]));
    }
    element("ul", with!("class": class), items)
}

/// Something to press.
#[inline(never)]
pub(crate) fn press(attributes: Named<'_>, parts: Vec<Html>, then: Callback<MouseEvent>) -> Html {
    listen(tag("button", attributes, parts), then)
}

/// A link that does something besides.
#[inline(never)]
pub(crate) fn link(address: &str, content: &str, then: Callback<MouseEvent>) -> Html {
    listen(tag("a", with!("href": address), vec![text(content)]), then)
}

/// An area in which one listener hears whatever is pressed.
pub(crate) fn area(attributes: Named<'_>, parts: Vec<Html>, then: Callback<MouseEvent>) -> Html {
    listen(tag("div", attributes, parts), then)
}

/// A box to tick.
pub(crate) fn tick(attributes: Named<'_>, ticked: bool) -> Html {
    let mut tag = tag("input", attributes, Vec::new());
    tag.set_checked(ticked);
    tag.into()
}

fn listen(mut tag: VTag, then: Callback<MouseEvent>) -> Html {
    tag.add_listener(Rc::new(yew::html::onclick::Wrapper::new(then)));
    tag.into()
}

/// An element that hears of something besides being pressed.
pub(crate) fn hear(mut part: Html, listener: Rc<dyn Listener>) -> Html {
    if let VNode::VTag(tag) = &mut part {
        Rc::make_mut(tag).add_listener(listener);
    }
    part
}
