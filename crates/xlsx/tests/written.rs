//! What is written can be read back.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use deelsom_workbook::{Allowed, Area, At, Book, Content, Kind, Role, SheetId, Style, Worth};
use deelsom_xlsx::{Look, MonthLocale, WriteError, write};

const FIRST: SheetId = SheetId(0);
const LABEL: Style = Style(Role::Label, Kind::Text);

fn look() -> Look {
    Look {
        month_locale: MonthLocale::Dutch,
        title: "Samen <beter> & goedkoper".to_owned(),
        created: (2026, 11, 1),
    }
}

fn file(book: &Book) -> Vec<u8> {
    write(book, &look()).expect("the book can be written")
}

fn read(file: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(file)).expect("a readable book")
}

/// A file inside the file.
fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap_or_else(|error| panic!("{name}: {error}"))
        .read_to_string(&mut text)
        .expect("a text");
    text
}

fn assert_has(text: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(text.contains(piece), "no {piece} in {text}");
    }
}

fn at(row: u32, column: u16) -> At {
    At { sheet: FIRST, row, column }
}

/// A book with a bit of everything.
fn book() -> Book {
    let mut book = Book::default();
    let (now, costs) = (book.add("Nu"), book.add("Kosten"));
    book.put(at(0, 0), Content::Text("Nu".into()), Style(Role::Title, Kind::Text));
    book.put(at(2, 0), Content::Text("Functie".into()), Style(Role::Heading, Kind::Text));
    book.put(at(2, 1), Content::Number(2027.0), Style(Role::Heading, Kind::Year));
    book.put(at(3, 0), Content::Text("Jurist".into()), LABEL);
    book.put(at(3, 1), Content::Number(4.5), Style(Role::Input, Kind::Fte));
    book.put(at(3, 2), Content::Blank, Style(Role::Input, Kind::Fte));
    book.put(at(3, 3), Content::Text("10a".into()), Style(Role::Input, Kind::Text));
    book.put(at(3, 4), Content::Number(46_082.0), Style(Role::Input, Kind::Month));
    book.put(at(3, 5), Content::Number(-0.0), Style(Role::Frozen, Kind::Cents));
    let formula = Content::Formula("IF(ISNUMBER(C4),C4,B4)".into(), Worth::Number(4.5));
    book.put(at(3, 6), formula, Style(Role::Figure, Kind::Fte));
    book.put(
        at(3, 7),
        Content::Formula("IF(B4<5,\"\",1)".into(), Worth::Nothing),
        Style(Role::Figure, Kind::Whole),
    );
    for row in 0..3 {
        let place = At { sheet: costs, row, column: 1 };
        book.put(
            place,
            Content::Formula("IF(Nu!G4=4.5,1,0)".into(), Worth::Number(1.0)),
            Style(Role::Check, Kind::Whole),
        );
        let sum = Content::Formula("SUM(prijs,2)*1000".into(), Worth::Number(0.1 + 0.2));
        book.put(place.right(1), sum, Style(Role::Total, Kind::Cents));
    }
    let apart = At { sheet: costs, row: 1, column: 4 };
    book.put(apart, Content::Number(0.0), Style(Role::Check, Kind::Whole));
    book.names.push(("prijs".to_owned(), Area::of(at(3, 1))));
    book.names.push(("bedragen".to_owned(), Area { from: at(3, 1), rows: 2, columns: 3 }));
    let sheet = book.sheet_mut(now);
    sheet.in_sight = (3, 1);
    sheet.widths = vec![(0, 0, 30.0), (1, 7, 12.0)];
    sheet.printed_columns = Some(5);
    sheet.allowed = vec![
        (Area::across(at(3, 1), 2), Allowed::Between(0.0, 10_000.0)),
        (Area::of(at(3, 3)), Allowed::OneOf(vec!["10".to_owned(), "10a".to_owned()])),
        (Area::of(at(3, 4)), Allowed::Between(1.0, f64::INFINITY)),
    ];
    book
}

/// A book of texts under each other.
fn book_of(texts: &[&str]) -> Book {
    let mut book = Book::default();
    book.add("Namen");
    for (row, text) in texts.iter().enumerate() {
        book.put(at(0, 0).down(row), Content::Text((*text).into()), LABEL);
    }
    book
}

#[test]
fn values_and_formulas_are_read_back() {
    let mut file = read(file(&book()));
    assert_eq!(file.sheet_names(), ["Nu", "Kosten"]);
    let values = file.worksheet_range("Nu").expect("a sheet");
    assert_eq!(values.get_value((3, 0)), Some(&Data::String("Jurist".to_owned())));
    assert_eq!(values.get_value((2, 1)), Some(&Data::Float(2027.0)));
    assert_eq!(values.get_value((3, 1)), Some(&Data::Float(4.5)));
    assert_eq!(values.get_value((3, 2)), Some(&Data::Empty));
    assert_eq!(values.get_value((3, 3)), Some(&Data::String("10a".to_owned())));
    let month = values.get_value((3, 4)).and_then(|data| match data {
        Data::DateTime(month) => Some(month.as_f64()),
        _ => None,
    });
    assert_eq!(month, Some(46_082.0));
    assert_eq!(values.get_value((3, 6)), Some(&Data::Float(4.5)));
    assert_eq!(values.get_value((3, 7)), Some(&Data::String(String::new())));
    let formulas = file.worksheet_formula("Nu").expect("a sheet");
    assert_eq!(formulas.get_value((3, 6)).map(String::as_str), Some("IF(ISNUMBER(C4),C4,B4)"));
    assert_eq!(formulas.get_value((3, 7)).map(String::as_str), Some("IF(B4<5,\"\",1)"));
    let costs = file.worksheet_range("Kosten").expect("a sheet");
    assert_eq!(costs.get_value((0, 2)), Some(&Data::Float(0.1 + 0.2)));
}

#[test]
fn names_stand_for_fixed_places_in_the_whole_book() {
    let file = read(file(&book()));
    let mut names: Vec<_> = file.defined_names().to_vec();
    names.retain(|(name, _)| !name.starts_with("_xlnm"));
    names.sort();
    let expected = [("bedragen", "Nu!$B$4:$D$5"), ("prijs", "Nu!$B$4")];
    assert_eq!(names, expected.map(|(name, place)| (name.to_owned(), place.to_owned())));
}

#[test]
fn hostile_texts_are_texts() {
    let texts = [
        "=1+1",
        "+1",
        "-1",
        "@A1",
        "\tx",
        "\rx",
        "<r><t>x</t></r>",
        "Nan",
        "inf",
        "12",
        "TRUE",
        "_x0041_",
        "naïef 🏛️",
        "{=1}",
        "#REF!",
        "a & \"b\" <c>",
        " spaces ",
        "\u{1}",
    ];
    let mut file = read(file(&book_of(&texts)));
    let range = file.worksheet_range("Namen").expect("a sheet");
    for (row, text) in (0..).zip(texts) {
        let expected = if text.starts_with("<r>") { format!("\u{200B}{text}") } else { text.to_owned() };
        assert_eq!(range.get_value((row, 0)), Some(&Data::String(expected)), "{text}");
    }
    assert!(file.worksheet_formula("Namen").expect("a sheet").is_empty());
}

#[test]
fn what_looks_like_a_formula_stays_text_when_its_cell_is_opened() {
    let file = file(&book_of(&["=1+1", "Jurist", "-1"]));
    assert_eq!(part(&file, "xl/styles.xml").matches("quotePrefix=\"1\"").count(), 1);
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert_has(&sheet, &["<c r=\"A1\" s=\"1\" t=\"s\">", "<c r=\"A3\" s=\"1\" t=\"s\">"]);
    assert!(!sheet.contains("<c r=\"A2\" s=\"1\""), "{sheet}");
}

#[test]
fn a_text_is_as_long_as_a_cell_can_hold() {
    let (long, wide) = ("a".repeat(40_000), format!("a{}", "🏛".repeat(20_000)));
    let raw = format!("<r>{}</r>", "a".repeat(32_760));
    let mut file = read(file(&book_of(&[&long, &wide, &raw])));
    let range = file.worksheet_range("Namen").expect("a sheet");
    let units = |row| match range.get_value((row, 0)) {
        Some(Data::String(text)) => text.encode_utf16().count(),
        _ => 0,
    };
    assert_eq!([0, 1, 2].map(units), [32_767; 3]);
}

#[test]
fn the_same_book_is_the_same_file() {
    assert_eq!(file(&book()), file(&book()));
}

#[test]
fn a_sheet_says_how_it_is_looked_at_and_printed() {
    let file = file(&book());
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert_has(
        &sheet,
        &[
            "<pane xSplit=\"1\" ySplit=\"3\" topLeftCell=\"B4\"",
            "tabSelected=\"1\"",
            "<pageSetUpPr fitToPage=\"1\"/>",
            "paperSize=\"9\"",
            "fitToHeight=\"0\"",
            "orientation=\"landscape\"",
            "<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter>",
            "<col min=\"2\" max=\"8\"",
        ],
    );
    assert_has(
        &part(&file, "xl/workbook.xml"),
        &[
            "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">Nu!$A$1:$E$4</definedName>",
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Nu!$1:$3</definedName>",
        ],
    );
}

#[test]
fn inputs_say_what_may_be_typed_and_never_refuse_a_blank() {
    let sheet = part(&file(&book()), "xl/worksheets/sheet1.xml");
    assert_has(
        &sheet,
        &[
            "sqref=\"B4:C4\"><formula1>0</formula1><formula2>10000</formula2>",
            "sqref=\"D4\"><formula1>\"10,10a\"</formula1>",
            "operator=\"greaterThanOrEqual\"",
        ],
    );
    assert_eq!(sheet.matches("allowBlank=\"1\"").count(), 3, "{sheet}");
}

#[test]
fn checks_show_signs_in_colours() {
    let file = file(&book());
    let sheet = part(&file, "xl/worksheets/sheet2.xml");
    assert_eq!(sheet.matches("<conditionalFormatting sqref=\"B1:B3 E2\">").count(), 1, "{sheet}");
    assert_eq!(sheet.matches("<cfRule type=\"cellIs\"").count(), 2, "{sheet}");
    assert_has(&part(&file, "xl/styles.xml"), &["[=1]&quot;✓&quot;;[=0]&quot;✗&quot;;0"]);
}

#[test]
fn every_kind_has_its_number_format() {
    let kinds = [
        Kind::Text,
        Kind::Cents,
        Kind::Euros,
        Kind::Fte,
        Kind::Percent,
        Kind::Factor,
        Kind::Whole,
        Kind::Plain,
        Kind::Month,
        Kind::Year,
    ];
    let mut book = Book::default();
    book.add("Soorten");
    for (column, kind) in kinds.into_iter().enumerate() {
        book.put(at(0, 0).right(column), Content::Number(1.0), Style(Role::Input, kind));
    }
    let styles = part(&file(&book), "xl/styles.xml");
    let codes =
        ["#,##0.00;[Red]-#,##0.00;0.00", "#,##0", "0.00", "0.0%", "0.0000", "0", "[$-413]mmm yyyy", "@"];
    for code in codes {
        assert_has(&styles, &[&format!("formatCode=\"{code}\"")]);
    }
    assert_has(&styles, &["<protection locked=\"0\"/>"]);
    let english = Look { month_locale: MonthLocale::English, ..look() };
    let file = write(&book, &english).expect("the book can be written");
    assert_has(&part(&file, "xl/styles.xml"), &["[$-809]mmm yyyy"]);
}

#[test]
fn a_file_holds_no_links_no_macros_and_no_time_of_its_own() {
    let file = file(&book());
    let archive = zip::ZipArchive::new(Cursor::new(&file)).expect("an archive");
    for name in archive.file_names() {
        let name = name.expect("a name");
        for word in ["externalLink", "vba", "custom"] {
            assert!(!name.contains(word), "{name}");
        }
    }
    let properties = part(&file, "docProps/core.xml");
    assert_has(&properties, &["Samen &lt;beter&gt; &amp; goedkoper", "2026-11-01T00:00:00Z"]);
}

#[test]
fn what_a_file_cannot_say_is_refused() {
    for number in [f64::NAN, f64::INFINITY] {
        for content in [Content::Number(number), Content::Formula("1/0".into(), Worth::Number(number))] {
            let mut book = Book::default();
            book.add("Nu");
            book.put(at(7, 10), content, LABEL);
            let fault = WriteError::NotFinite { sheet: "Nu".to_owned(), cell: "K8".to_owned() };
            assert_eq!(write(&book, &look()), Err(fault));
        }
    }
    for words in [vec!["ja, graag".to_owned()], vec!["a".repeat(256)]] {
        let mut book = book_of(&["x"]);
        book.sheet_mut(FIRST).allowed = vec![(Area::of(at(0, 0)), Allowed::OneOf(words))];
        assert!(matches!(write(&book, &look()), Err(WriteError::Words { .. })));
    }
    let mut book = book_of(&["x"]);
    book.names = vec![("A1".to_owned(), Area::of(at(0, 0)))];
    assert!(matches!(write(&book, &look()), Err(WriteError::Format(_))));
    let dateless = Look { created: (2026, 13, 1), ..look() };
    assert!(matches!(write(&book_of(&["x"]), &dateless), Err(WriteError::Format(_))));
}
