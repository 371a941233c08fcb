//! Files that no spreadsheet program writes: each is refused with its reason, and what is odd but harmless is read.

mod files;

use deelsom_language::Language::English;
use deelsom_spreadsheet::open;
use files::{archive, ods, ods_of, ods_with, only, refused, workbook, workbook_with};

const ROW: &str = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;

#[test]
fn what_is_no_spreadsheet_is_refused() {
    for (bytes, reason) in [
        (&b"PK\x03\x04 and nothing more"[..], "file_broken"),
        (&archive(&[("letter.txt", b"Dear council")]), "file_kind"),
        (&archive(&[("_rels/.rels", b"<Relationships/>"), ("xl/workbook.bin", b"")]), "file_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file_locked"),
        (b"\x7fELF\0\0\0\0", "file_kind"),
        (b"", "table_empty"),
        (&[b"PK".to_vec(), vec![0; 10_000_000]].concat(), "file_bytes"),
        (&vec![b'a'; 10_000_001], "table_bytes"),
        (&workbook(ROW)[..400], "file_broken"),
    ] {
        assert_eq!(refused(bytes), reason);
    }
    let parts: Vec<(String, &[u8])> =
        (0..201).map(|number| (format!("{number}.xml"), &b"<a/>"[..])).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    assert_eq!(refused(&archive(&parts)), "file_parts");
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![0; 100_000_000];
    let mut bomb = archive(&[("_rels/.rels", b"<Relationships/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 1_000_000);
    assert_eq!(refused(&bomb), "file_inflated");
    // One that says it is small: sizes stand behind the signatures of the headers.
    for (signature, size) in [(b"PK\x03\x04", 22), (b"PK\x01\x02", 24)] {
        let found = bomb.windows(4).rposition(|bytes| bytes == signature).expect("a header");
        bomb[found + size..found + size + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    assert!(matches!(refused(&bomb), "file_inflated" | "file_broken"));
    let mut zeros = b"<office:document-content>".to_vec();
    zeros.resize(65_000_000, b' ');
    let bomb =
        archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &zeros)]);
    assert_eq!(refused(&bomb), "file_inflated");
}

#[test]
fn a_bomb_of_many_parts_is_not_unpacked() {
    let spaces =
        [b"<a>".to_vec(), [vec![b' '; 1_000_000], b"<b/>".to_vec()].concat().repeat(45), b"</a>".to_vec()];
    let spaces = spaces.concat();
    let parts = [("_rels/.rels", &b"<a/>"[..]), ("1.xml", &spaces), ("2.xml", &spaces), ("3.xml", &spaces)];
    assert_eq!(refused(&archive(&parts)), "file_inflated");
}

#[test]
fn far_cells_do_not_make_a_wide_table() {
    let far =
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(refused(&workbook(far)), "table_columns");
    let low = only(&workbook(&far.replace("XFD", "B")));
    let places: Vec<usize> = low.rows.iter().map(|(row, _)| *row).collect();
    assert_eq!(places, [1, 1_048_576]);
    // Cells in which nothing stands make no table at all.
    assert_eq!(
        only(&workbook(&far.replace("<c r=\"XFD1048576\"><v>1</v></c>", "<c r=\"XFD1048576\" s=\"1\"/>")))
            .rows
            .len(),
        1
    );
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
    let gap = "<table:table-cell table:number-columns-repeated=\"16383\"/>";
    let rows = format!(
        "<table:table-row>{cell}</table:table-row><table:table-row table:number-rows-repeated=\"1048574\">\
         <table:table-cell/></table:table-row><table:table-row>{gap}{cell}</table:table-row>"
    );
    assert_eq!(refused(&ods(&rows)), "table_columns");
    let low = only(&ods(&rows.replace(gap, "")));
    let places: Vec<usize> = low.rows.iter().map(|(row, _)| *row).collect();
    assert_eq!(places, [1, 1_048_576]);
}

#[test]
fn cells_that_are_repeated_without_end_are_refused() {
    let cell = "<table:table-cell table:number-columns-repeated=\"4294967295\" office:value-type=\"float\" office:value=\"1\"/>";
    assert_eq!(refused(&ods(&format!("<table:table-row>{cell}</table:table-row>"))), "table_columns");
    let cell = cell.replace("4294967295", "2");
    let rows = format!("<table:table-row table:number-rows-repeated=\"4294967295\">{cell}</table:table-row>");
    assert_eq!(refused(&ods(&rows)), "table_rows");
    let rows =
        format!("<table:table-row table:number-rows-repeated=\"99999999999\">{cell}</table:table-row>");
    assert_eq!(refused(&ods(&rows)), "file_broken");
    let spaces = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"4000000000\"/>b</text:p></table:table-cell></table:table-row>";
    let read = only(&ods(spaces));
    assert_eq!(read.rows[0].1[0], files::text(&["a", &" ".repeat(100), "b"].concat()));
    let long = format!(
        "<table:table-row table:number-rows-repeated=\"5000\"><table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell></table:table-row>",
        "x".repeat(100_000)
    );
    assert_eq!(refused(&ods(&long)), "sheet_text");
}

#[test]
fn more_rows_columns_and_cells_than_fit_are_refused() {
    let rows = |rows: usize, columns: usize| {
        let cells = "<c><v>1</v></c>".repeat(columns);
        format!("<row>{cells}</row>").repeat(rows)
    };
    assert_eq!(only(&workbook(&rows(5001, 1))).rows.len(), 5001);
    assert_eq!(refused(&workbook(&rows(5002, 1))), "table_rows");
    assert_eq!(only(&workbook(&rows(1, 150))).rows[0].1.len(), 150);
    assert_eq!(refused(&workbook(&rows(1, 151))), "table_columns");
    assert_eq!(refused(&workbook(&rows(2, 1000))), "table_columns");
    assert_eq!(refused(&workbook(&rows(2001, 100))), "sheet_cells");
    let same = format!("<row>{}</row>", r#"<c r="A1"><v>1</v></c>"#.repeat(200_001));
    assert_eq!(refused(&workbook(&same)), "sheet_cells");
    // Of rows that are empty but for their last cell, every place takes room.
    let wide: Vec<String> =
        (1..=4_500).map(|row| format!(r#"<row><c r="ET{row}"><v>1</v></c></row>"#)).collect();
    let wide = wide.concat();
    let grids = open(&two_sheets(&wide, &wide)).expect("the first");
    assert_eq!((grids[0].rows.len(), grids[1].rows.len(), grids[1].notes.len()), (4_500, 0, 1));
    let rows = |rows: usize, columns: usize| {
        let cells = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>".repeat(columns);
        format!("<table:table-row>{cells}</table:table-row>").repeat(rows)
    };
    assert_eq!(refused(&ods(&rows(5002, 1))), "table_rows");
    assert_eq!(refused(&ods(&rows(2, 1000))), "table_columns");
    assert_eq!(refused(&ods(&rows(2001, 100))), "sheet_cells");
}

/// A workbook of two sheets with these rows: Wide and Posten.
fn two_sheets(wide: &str, posts: &str) -> Vec<u8> {
    let sheets = r#"<workbook><sheets><sheet name="Wide" r:id="a"/><sheet name="Posten" r:id="b"/></sheets></workbook>"#;
    let relations = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/wide.xml"/><Relationship Id="b" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let sheet = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let wide = sheet(wide);
    let others = [
        ("xl/workbook.xml", sheets),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/wide.xml", wide.as_str()),
    ];
    workbook_with(&sheet(posts), &others)
}

#[test]
fn a_sheet_that_is_too_large_leaves_the_others_alone() {
    let wide = format!("<row>{}</row>", "<c><v>1</v></c>".repeat(1000));
    let grids = open(&two_sheets(&wide, ROW)).expect("one sheet");
    assert_eq!((grids[0].rows.len(), grids[1].rows.len()), (0, 1));
    assert_eq!(
        grids[0].notes[0].sentence(English),
        "The sheet ‘Wide’ is not read. These are too many columns: at most 150. Remove columns."
    );
}

#[test]
fn a_text_without_end_is_refused() {
    let long = format!("<row><c t=\"str\"><v>{}</v></c></row>", "x".repeat(16_000_001));
    assert_eq!(refused(&workbook(&long)), "file_elements");
}

#[test]
fn attributes_without_end_are_passed_by() {
    let many = " a=\"\" b=\"\"".repeat(200_000);
    let cell = format!("<row><c{many}><v>1</v></c></row>");
    assert_eq!(only(&workbook(&cell)).rows.len(), 1);
    assert_eq!(refused(&workbook("<row><c r=\"A1\" r=\"B1\"><v>1</v></c></row>")), "file_broken");
}

#[test]
fn ten_million_rows_are_refused() {
    let empty = workbook(&"<row/>".repeat(10_000_000));
    assert_eq!(refused(&empty), "table_rows");
}

#[test]
fn texts_that_are_named_again_and_again_do_not_grow() {
    let text = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "x".repeat(1_000_000));
    let rows = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(100));
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    assert_eq!(refused(&workbook_with(&sheet, &[("xl/sharedStrings.xml", &text)])), "sheet_text");
}

#[test]
fn lists_longer_than_they_are_do_not_make_room() {
    let sheet = format!("<worksheet><sheetData>{ROW}</sheetData></worksheet>");
    let with = |name: &str, text: &str| refused(&workbook_with(&sheet, &[(name, text)]));
    for said in ["18446744073709551615", "1000000000", "200001"] {
        let list = format!("<sst uniqueCount=\"{said}\"><si><t>a</t></si></sst>");
        assert_eq!(with("xl/sharedStrings.xml", &list), "sheet_cells");
    }
    assert_eq!(with("xl/sharedStrings.xml", "<sst uniqueCount=\" -1\"/>"), "file_broken");
    assert_eq!(
        with("xl/sharedStrings.xml", &format!("<sst>{}</sst>", "<si/>".repeat(200_001))),
        "sheet_cells"
    );
    let font = format!("<fonts><font><name val=\"{}\"/></font></fonts>", "x".repeat(100_000));
    let styles =
        format!("<styleSheet>{font}<cellXfs>{}</cellXfs></styleSheet>", "<xf fontId=\"0\"/>".repeat(1000));
    assert_eq!(with("xl/styles.xml", &styles), "file_broken");
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(65_537));
    assert_eq!(with("xl/styles.xml", &styles), "file_broken");
    let format = format!(
        "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"{}\"/></numFmts></styleSheet>",
        "[".repeat(300)
    );
    assert_eq!(with("xl/styles.xml", &format), "file_broken");
}

#[test]
fn one_part_is_not_read_as_many_sheets() {
    let sheet = format!("<worksheet><sheetData>{ROW}</sheetData></worksheet>");
    let book = |sheets: &str| format!("<workbook><sheets>{sheets}</sheets></workbook>");
    let relations = |targets: &[&str]| {
        let one = |(place, target): (usize, &&str)| {
            format!("<Relationship Id=\"r{place}\" Type=\"x/worksheet\" Target=\"{target}\"/>")
        };
        format!("<Relationships>{}</Relationships>", targets.iter().enumerate().map(one).collect::<String>())
    };
    for (sheets, targets) in [
        (r#"<sheet name="a" r:id="r0"/><sheet name="b" r:id="r0"/>"#, &["worksheets/sheet1.xml"][..]),
        (
            r#"<sheet name="a" r:id="r0"/><sheet name="b" r:id="r1"/>"#,
            &["worksheets/sheet1.xml", "/xl/worksheets/SHEET1.xml"],
        ),
        (
            r#"<sheet name="a" r:id="r0"/><sheet name="a" r:id="r1"/>"#,
            &["worksheets/sheet1.xml", "worksheets/sheet2.xml"],
        ),
        (r#"<sheet name="a" r:id="r0"/>"#, &["media/image.png"]),
    ] {
        let (sheets, targets) = (book(sheets), relations(targets));
        let others = [
            ("xl/workbook.xml", sheets.as_str()),
            ("xl/_rels/workbook.xml.rels", &targets),
            ("xl/worksheets/sheet2.xml", &sheet),
        ];
        assert_eq!(refused(&workbook_with(&sheet, &others)), "file_broken", "{sheets} {targets}");
    }
}

#[test]
fn xml_that_is_broken_is_refused() {
    for sheet in [
        "",
        "<worksheet>",
        "<worksheet><sheetData>",
        "<worksheet><sheetData><row></sheetData></worksheet>",
        "<worksheet><sheetData/></worksheet></worksheet>",
        "<worksheet><sheetData><row><c r=A1><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c><v>1</v></c>",
        "<worksheet><sheetData><row><c t=\"str\"><v>&nothing;</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c t=\"n\"><v>seven</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c r=\"A99999999999\"><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c r=\"ABCDEFGHIJ1\"><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><sheetData><row><c r=\"A2000000\"><v>1</v></c></row></sheetData></worksheet>",
        "<worksheet><dimension ref=\"B2:A1\"/><sheetData/></worksheet>",
        "<chartsheet/>",
    ] {
        assert_eq!(refused(&workbook_with(sheet, &[])), "file_broken", "{sheet}");
    }
    for content in [
        "",
        "<office:document-content>",
        "<table:table table:name=\"a\"><table:table-row>",
        "<table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"string\"><office:annotation>",
        "<table:table><table:table-row></table:table></table:table-row>",
        "<table:table><table:table-row table:number-rows-repeated=\"many\"/></table:table>",
        "<table:table><table:table-row><table:table-cell><text:p>&nothing;</text:p></table:table-cell></table:table-row></table:table>",
    ] {
        let reason = refused(&ods_of(content));
        assert!(
            reason == "file_broken" || content.is_empty() && reason == "table_empty",
            "{content}: {reason}"
        );
    }
    assert_eq!(
        refused(&workbook_with(
            "<worksheet><sheetData/></worksheet>",
            &[("_rels/.rels", "<Relationships/>")]
        )),
        "file_broken"
    );
}

#[test]
fn entities_are_refused_where_they_are_declared() {
    let lol = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let sheet =
        format!("{lol}<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>");
    assert_eq!(refused(&workbook_with(&sheet, &[])), "file_declares");
    assert_eq!(refused(&ods_of(&format!("{lol}<office:document-content/>"))), "file_declares");
}

#[test]
fn nothing_of_a_locked_file_is_read() {
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let locked = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(refused(&locked), "file_locked");
}

#[test]
fn hidden_sheets_are_not_read() {
    for state in ["hidden", "veryHidden"] {
        let book = format!(
            "<workbook><sheets><sheet name=\"Posten\" state=\"{state}\" r:id=\"rId1\"/></sheets></workbook>"
        );
        let sheet = format!("<worksheet><sheetData>{ROW}</sheetData></worksheet>");
        assert_eq!(refused(&workbook_with(&sheet, &[("xl/workbook.xml", &book)])), "sheets_hidden");
    }
    let styles =
        "<style:style style:name=\"ta1\"><style:table-properties table:display=\"false\"/></style:style>";
    let hidden = "<table:table table:name=\"a\" table:style-name=\"ta1\"><table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>";
    assert_eq!(refused(&ods_with(styles, hidden)), "sheets_hidden");
}
