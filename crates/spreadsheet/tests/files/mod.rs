//! Files made by hand, part by part, as no program would write them.
#![allow(dead_code, reason = "every test takes what it needs")]

use std::io::{Cursor, Write};

use deelsom_language::Language::{self, Dutch};
use deelsom_tables::{Fault, Grid, GridCell, GridValue};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of these parts.
pub(crate) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let quick = SimpleFileOptions::default().compression_level(Some(1));
        zip.start_file(*name, quick).expect("a part");
        zip.write_all(bytes).expect("memory takes it");
    }
    zip.finish().expect("an archive").into_inner()
}

const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

/// A workbook of one sheet with this XML, and of these further parts or others in their place.
pub(crate) fn workbook_with(sheet: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = vec![
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="Posten" r:id="rId1"/></sheets></workbook>"#),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    for (name, text) in others {
        parts.retain(|(known, _)| known != name);
        parts.push((name, text));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    archive(&parts)
}

/// A workbook of one sheet with these rows of XML.
pub(crate) fn workbook(rows: &str) -> Vec<u8> {
    workbook_with(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"), &[])
}

/// A file of `OpenDocument` with this content.
pub(crate) fn ods_of(content: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A file of `OpenDocument` with these styles and tables.
pub(crate) fn ods_with(styles: &str, tables: &str) -> Vec<u8> {
    ods_of(&format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:automatic-styles>{styles}\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>\
         </office:document-content>"
    ))
}

/// A file of `OpenDocument` with one table of these rows.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    ods_with("", &format!("<table:table table:name=\"Posten\"><table:table-column/>{rows}</table:table>"))
}

pub(crate) fn text(text: &str) -> GridCell {
    GridCell::from(text.to_owned())
}

pub(crate) fn number(number: f64) -> GridCell {
    GridCell::from(GridValue::Number(number))
}

/// The rows of the only sheet of a file.
#[track_caller]
pub(crate) fn only(bytes: &[u8]) -> Grid {
    let mut grids = deelsom_spreadsheet::open(bytes).expect("a sheet");
    assert_eq!(grids.len(), 1);
    grids.remove(0)
}

/// Why a file is refused.
#[track_caller]
pub(crate) fn refused(bytes: &[u8]) -> &'static str {
    match deelsom_spreadsheet::open(bytes) {
        Ok(grids) => panic!("taken: {:?}", grids.iter().map(|grid| grid.rows.len()).collect::<Vec<_>>()),
        Err(fault) => code(&fault),
    }
}

#[track_caller]
pub(crate) fn code(fault: &Fault) -> &'static str {
    for language in Language::ALL {
        let sentence = fault.sentence(language);
        assert!(sentence.ends_with('.') && !sentence.contains('…') && !sentence.contains('='), "{sentence}");
    }
    match &fault.what {
        deelsom_tables::What::Remark(remark) => remark.code,
        deelsom_tables::What::Unreadable(..) => panic!("{}", fault.sentence(Dutch)),
    }
}
