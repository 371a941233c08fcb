//! XML, piece by piece. Whoever looks at a part sees the whole of it: what is not well-formed or ends too early is refused.

use std::borrow::Cow;
use std::io::BufRead;

use deelsom_tables::Fault;
use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;

use crate::broken;

/// So many elements of all parts are looked at: cells that are empty but styled are elements too.
const MOST_ELEMENTS: usize = 2_500_000;

/// So long may a piece be: readers copy it more than once, bytes.
const MOST_OF_A_PIECE: usize = 16_000_000;

/// Who looks at what stands in a part.
pub(crate) trait Visitor {
    /// An element begins; one without anything in it ends at once.
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Fault>;

    /// The element that began last ends.
    fn end(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    /// A piece of text.
    fn text(&mut self, _: &str) -> Result<(), Fault> {
        Ok(())
    }
}

/// Shows a visitor every element and every text, and counts the elements with those of other parts.
pub(crate) fn walk(
    reader: impl BufRead,
    visitor: &mut impl Visitor,
    elements: &mut usize,
) -> Result<(), Fault> {
    let mut reader = Reader::from_reader(reader);
    // As calamine reads, but for the names of ends: readers that wait for an end must not wait for ever.
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut open = 0_usize;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|_| broken())?;
        if event.len() > MOST_OF_A_PIECE {
            return Err(too_much());
        }
        match event {
            Event::Start(element) => {
                open += 1;
                *elements += 1;
                if *elements > MOST_ELEMENTS {
                    return Err(too_much());
                }
                visitor.start(&element)?;
            }
            Event::End(_) => {
                open = open.checked_sub(1).ok_or_else(broken)?;
                visitor.end()?;
            }
            Event::Text(text) => visitor.text(&text.xml10_content())?,
            Event::CData(text) => visitor.text(&text.xml10_content())?,
            Event::GeneralRef(entity) => visitor.text(character(&entity)?.encode_utf8(&mut [0; 4]))?,
            // Nothing here expands entities, but no spreadsheet declares any.
            Event::DocType(_) => return Err(Fault::table("file_declares")),
            Event::Eof if open == 0 => return Ok(()),
            Event::Eof => return Err(broken()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn too_much() -> Fault {
    Fault::table("file_elements")
}

/// The character that an entity stands for: one by its number, or one of the five that XML has.
fn character(entity: &BytesRef<'_>) -> Result<char, Fault> {
    Ok(match entity.as_ref() {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => entity.resolve_char_ref().ok().flatten().ok_or_else(broken)?,
    })
}

/// An attribute as it is written, by its whole name; not one that is there twice.
pub(crate) fn raw<'e>(element: &'e BytesStart<'_>, name: &str) -> Result<Option<&'e str>, Fault> {
    let mut found = None;
    for attribute in attributes(element) {
        let (key, value) = attribute?;
        if key.as_ref() == name && found.replace(value).is_some() {
            return Err(broken());
        }
    }
    Ok(found)
}

/// The attributes of an element as they are written. Whether any are there twice is not looked into: of a million that takes
/// for ever.
pub(crate) fn attributes<'e>(
    element: &'e BytesStart<'_>,
) -> impl Iterator<Item = Result<(QName<'e>, &'e str), Fault>> {
    let mut attributes = element.attributes();
    attributes.with_checks(false);
    attributes.map(|attribute| match attribute {
        Ok(Attribute { key, value: Cow::Borrowed(value) }) => Ok((key, value)),
        _ => Err(broken()),
    })
}

/// An attribute with its entities resolved.
pub(crate) fn value(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Fault> {
    let Some(raw) = raw(element, name)? else { return Ok(None) };
    let resolved = quick_xml::escape::unescape(raw).map_err(|_| broken())?;
    Ok(Some(resolved.into_owned()))
}
