//! Files with some of their bytes changed: whatever becomes of them is answered, and never with more than may be taken in.

mod files;

use std::io::{Cursor, Read};
use std::panic::{set_hook, take_hook};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

use deelsom_core::Register;
use deelsom_language::Language::English;
use deelsom_spreadsheet::{open, own};
use deelsom_tables::{MOST_COLUMNS, MOST_ROWS};
use deelsom_workbook::import::take;
use rust_xlsxwriter::{Format, Formula, Workbook};
use zip::ZipArchive;

/// Numbers of chance that are the same every time: Steele, Lea and Flood's `SplitMix64`.
struct Chance(u64);

impl Chance {
    fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        let most = u64::try_from(most.max(1)).expect("small");
        usize::try_from(self.number() % most).expect("small")
    }
}

/// Pieces that mean something to a reader.
const PIECES: [&str; 24] = [
    "<",
    ">",
    "/>",
    "\"",
    "&",
    "&amp;",
    "&#x0;",
    "</row>",
    "</sheetData>",
    "</c>",
    "<v>",
    "<f t=\"shared\" si=\"999999999999\"/>",
    "<mergeCell ref=\"B2:A1\"/>",
    " r=\"XFD1048577\"",
    " t=\"s\"",
    " uniqueCount=\"18446744073709551615\"",
    " table:number-columns-repeated=\"4294967295\"",
    " table:number-rows-repeated=\"0\"",
    "</table:table>",
    "<table:table>",
    "<office:annotation>",
    "<!DOCTYPE a>",
    "99999999999999999999",
    "-",
];

fn xlsx() -> Vec<u8> {
    let mut book = Workbook::new();
    let percent = Format::new().set_num_format("0%");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet().set_name("Posten").expect("a name");
    sheet.merge_range(0, 0, 0, 2, "Posten", &Format::new()).expect("a range");
    for row in 1..6 {
        sheet.write(row, 0, "Wassenaar & Voorschoten").expect("a cell");
        sheet.write(row, 1, f64::from(row) * 1.25).expect("a cell");
        sheet.write_with_format(row, 2, 0.07, &percent).expect("a cell");
        sheet.write_with_format(row, 3, 46_000.0, &day).expect("a cell");
        sheet.write(row, 4, Formula::new("=B2*2").set_result("2.5")).expect("a cell");
        sheet.write(row, 5, true).expect("a cell");
    }
    book.add_worksheet().set_hidden(true).write(0, 0, "x").expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

fn ods() -> Vec<u8> {
    let cell = |kind: &str, text: &str| {
        format!("<table:table-cell office:value-type={kind}><text:p>{text}</text:p></table:table-cell>")
    };
    let row = [
        "<table:table-row table:number-rows-repeated=\"2\">",
        &cell("\"string\"", "Was<text:s text:c=\"3\"/>senaar &amp; co"),
        &cell("\"float\" office:value=\"1.25\" table:number-columns-repeated=\"2\"", "1,25"),
        &cell("\"percentage\" office:value=\"0.07\" table:formula=\"of:=1\"", "7%"),
        &cell("\"date\" office:date-value=\"2027-07-31\" table:number-columns-spanned=\"2\"", "31-07-2027"),
        "<table:covered-table-cell/></table:table-row>",
    ];
    let style =
        "<style:style style:name=\"a\"><style:table-properties table:display=\"false\"/></style:style>";
    let hidden = "<table:table table:style-name=\"a\"><table:table-row/></table:table>";
    files::ods_with(
        style,
        &format!("{hidden}<table:table table:name=\"Posten\">{}</table:table>", row.concat()),
    )
}

/// A workbook as Deelsom makes them, of a study with hardly anything in it.
fn of_ours() -> Vec<u8> {
    let text = |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let number = |at: &str, number: u32| format!("<c r=\"{at}\"><v>{number}</v></c>");
    let row = |row: u32, cells: &[String]| format!("<row r=\"{row}\">{}</row>", cells.concat());
    let mapped = |at: u32, pointer: &str, formula: &str| {
        let formula = format!("<c r=\"C{at}\">{formula}<v>1</v></c>");
        let cells = [text(&format!("A{at}"), pointer), text(&format!("B{at}"), "number"), formula];
        row(at, &[&cells[..], &[number(&format!("D{at}"), 1)]].concat())
    };
    let rows = [
        row(1, &["<c r=\"A1\" t=\"s\"><v>1</v></c>".to_owned(), number("B1", 1)]),
        row(4, &[number("B4", 2)]),
        row(5, &[number("B5", 12)]),
        row(6, &[number("B6", 2)]),
        row(9, &[text("A9", "{\"posts\":[{\"fte\":1},")]),
        row(10, &["<c r=\"A10\" t=\"s\"><v>0</v></c>".to_owned()]),
        mapped(12, "/posts/0/fte", "<f t=\"shared\" ref=\"C12:C13\" si=\"0\">N(Posten!A1)</f>"),
        mapped(13, "/posts/1/fte", "<f t=\"shared\" si=\"0\"/>"),
    ];
    let sheet = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let posts = sheet(&[row(1, &[number("A1", 1)]), row(2, &[number("A2", 3)])].concat());
    files::workbook_with(
        &posts,
        &[
            (
                "xl/workbook.xml",
                r#"<workbook><sheets><sheet name="Posten" r:id="rId1"/><sheet name="Bron" r:id="rId2"/></sheets></workbook>"#,
            ),
            (
                "xl/_rels/workbook.xml.rels",
                r#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
            ),
            ("xl/worksheets/sheet2.xml", &sheet(&rows.concat())),
            (
                "xl/sharedStrings.xml",
                "<sst><si><t>{\"fte\":</t><r><t>3}]}</t></r></si><si><t>deelsom/workbook</t></si></sst>",
            ),
        ],
    )
}

fn parts_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let places = 0..zip.len();
    let part = |place: usize| {
        let mut file = zip.by_index(place).expect("a part");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("bytes");
        (file.name().expect("a name").into_owned(), bytes)
    };
    places.map(part).collect()
}

fn change(bytes: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        match chance.below(5) {
            0 => bytes.truncate(at),
            1 => drop(bytes.splice(at..at, PIECES[chance.below(PIECES.len())].bytes())),
            2 => {
                let end = (at + chance.below(40)).min(bytes.len());
                let piece: Vec<u8> = bytes[at..end].to_vec();
                let to = chance.below(bytes.len());
                drop(bytes.splice(to..to, piece));
            }
            3 => drop(bytes.drain(at..(at + chance.below(40)).min(bytes.len()))),
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(chance.below(256)).expect("a byte");
                }
            }
        }
    }
}

/// Opens a file, and holds what is given to what is promised. Gives whether it was taken.
///
/// What makes a reader crash is known before it is read: that it would be caught is no answer.
fn check(bytes: &[u8]) -> bool {
    static CRASHES: AtomicUsize = AtomicUsize::new(0);
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |crash| {
            CRASHES.fetch_add(1, Ordering::SeqCst);
            before(crash);
        }));
    });
    let opened = open(bytes);
    match own(bytes) {
        Ok(Some(own)) => {
            let cells = |sheet: &str, row, column| own.cells(sheet, row, column);
            let taken = take(&own.study, &own.map, &Register::embedded(), own.language, &cells);
            assert!(taken.is_err(), "a study with nothing but posts");
        }
        Ok(None) => {}
        Err(fault) => assert!(fault.sentence(English).ends_with('.')),
    }
    assert_eq!(CRASHES.load(Ordering::SeqCst), 0, "a reader crashed");
    match opened {
        Ok(grids) => {
            for grid in &grids {
                assert!(grid.rows.len() <= MOST_ROWS + 1);
                assert!(grid.rows.iter().all(|(_, cells)| cells.len() <= MOST_COLUMNS));
                assert!(grid.rows.is_sorted_by(|one, other| one.0 < other.0));
                assert!(grid.notes.iter().all(|note| note.sentence(English).ends_with('.')));
            }
            true
        }
        Err(fault) => {
            assert!(fault.sentence(English).ends_with('.'));
            false
        }
    }
}

#[test]
fn archives_with_changed_bytes_are_answered() {
    let mut chance = Chance(1);
    assert_eq!(own(&of_ours()).expect("in order").expect("ours").map.len(), 2);
    for file in [xlsx(), ods(), of_ours()] {
        assert!(check(&file));
        for _ in 0..1500 {
            let mut bytes = file.clone();
            change(&mut bytes, &mut chance);
            check(&bytes);
        }
    }
}

#[test]
fn parts_with_changed_text_are_answered() {
    let mut chance = Chance(2);
    let mut taken = 0;
    for file in [xlsx(), ods(), of_ours()] {
        let parts = parts_of(&file);
        for _ in 0..1500 {
            let mut parts = parts.clone();
            let at = chance.below(parts.len());
            change(&mut parts[at].1, &mut chance);
            let parts: Vec<(&str, &[u8])> =
                parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            taken += usize::from(check(&files::archive(&parts)));
        }
    }
    assert!(taken > 100, "some changes do no harm: {taken}");
}

#[test]
fn texts_with_changed_bytes_are_answered() {
    let mut chance = Chance(3);
    let text = "\u{feff}sep=;\nGemeente;\"Fu\"\"nctie\";Fte\nWassenaar;Adviseur;1,5\n".as_bytes();
    for _ in 0..2000 {
        let mut bytes = text.to_vec();
        change(&mut bytes, &mut chance);
        check(&bytes);
    }
}
