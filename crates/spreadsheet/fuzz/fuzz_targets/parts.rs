//! Any bytes as a part of a file that is otherwise in order: what stands in an archive is guarded by a checksum, which
//! changes of bytes would break. The first byte says which part.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const XLSX: [(&str, &str); 6] = [
    (
        "xl/worksheets/sheet1.xml",
        r#"<worksheet><dimension ref="A1:B1"/><sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c><f t="shared" si="0" ref="B1">A1</f><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#,
    ),
    ("xl/sharedStrings.xml", r#"<sst uniqueCount="1"><si><t>a</t></si></sst>"#),
    (
        "xl/styles.xml",
        r#"<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0%"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>"#,
    ),
    ("xl/workbook.xml", r#"<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>"#),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="r1" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
];
const ODS: [(&str, &str); 3] = [
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
    ("META-INF/manifest.xml", "<manifest:manifest/>"),
    ("content.xml", "<office:document-content/>"),
];

fn archive(parts: &[(&str, &str)], changed: usize, bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (place, (name, text)) in parts.iter().enumerate() {
        zip.start_file(*name, stored).expect("a part");
        zip.write_all(if place == changed { bytes } else { text.as_bytes() }).expect("memory takes it");
    }
    zip.finish().expect("an archive").into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let which = usize::from(*which) % 8;
    let file = if which < 6 { archive(&XLSX, which, bytes) } else { archive(&ODS, which - 5, bytes) };
    drop(deelsom_spreadsheet::open(&file));
});
