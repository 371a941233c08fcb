//! A workbook that Deelsom wrote comes back as the study that it was made from, with what somebody typed in it.

mod files;

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use deelsom_core::{Register, Study, calculate};
use deelsom_language::Language::{self, Dutch, English};
use deelsom_spreadsheet::{Own, own, unread};
use deelsom_workbook::import::{Fault, Taken, Typed, take};
use deelsom_workbook::{
    At, Book, Cell, Content, Given, Input, Kind, Made, Role, Said, SheetId, Style, build,
};
use deelsom_xlsx::{Look, MonthLocale, write};
use serde_json::{Value, json};
use zip::ZipArchive;

use files::{archive, code};

/// A study of these in the project, such as `examples/leidse-regio-2022.json`.
fn study(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("JSON")
}

/// The golden studies and some worked ones, by name.
fn studies() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/studies");
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder of studies")
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| name.strip_suffix(".json").is_some_and(|stem| !stem.contains(".expected")))
        .map(|name| format!("tests/studies/{name}"))
        .collect();
    names.sort();
    names.push("examples/duivenvoorde-2021.json".to_owned());
    names.push("examples/leidse-regio-2022.json".to_owned());
    names.into_iter().map(|name| (name.clone(), study(&name))).collect()
}

/// The workbook of a study that is valid.
fn book(file: &Value, language: Language) -> Option<Book> {
    let register = Register::embedded();
    let study = Study::from_value(file, &register).ok()?;
    let outcome = calculate(&study, &register);
    let given = Given { file, study: &study, register: &register, outcome: &outcome, warnings: &[] };
    Some(build(given, language, &Made { version: "Deelsom", date: "" }).expect("the model's figures"))
}

fn written(book: &Book) -> Vec<u8> {
    let look = Look { month_locale: MonthLocale::Dutch, title: "T".to_owned(), created: (2026, 11, 22) };
    write(book, &look).expect("a file")
}

fn read(bytes: &[u8]) -> Own {
    own(bytes).expect("in order").expect("one of ours")
}

fn taken(own: &Own) -> Result<Taken, Vec<Fault>> {
    take(&own.study, &own.map, &Register::embedded(), own.language, &|sheet, row, column| {
        own.cells(sheet, row, column)
    })
}

/// An input of a book.
fn input(book: &Book, pointer: &str) -> Input {
    let found = book.inputs.iter().find(|input| input.pointer == pointer);
    found.unwrap_or_else(|| panic!("no input {pointer}")).clone()
}

/// Types something into an input.
fn put(book: &mut Book, pointer: &str, content: Content) {
    let at = input(book, pointer).at;
    let style = book.cell(at).expect("an input").style;
    book.put(at, content, style);
}

/// The names of the parts of a file, with what stands in them.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let text = |name: String| {
        let mut text = String::new();
        zip.by_name(&name).expect("a part").read_to_string(&mut text).expect("text");
        (name, text)
    };
    names.into_iter().map(text).collect()
}

fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    archive(&parts)
}

#[test]
fn a_workbook_that_nobody_changed_is_the_study_that_it_was_made_from() {
    for (name, file) in studies() {
        let languages = if name.starts_with("examples") { &[Dutch, English][..] } else { &[Dutch] };
        for &language in languages {
            let Some(book) = book(&file, language) else { continue };
            let bytes = written(&book);
            let own = read(&bytes);
            assert_eq!((own.language, &own.study), (language, &file), "{name}");
            assert_eq!(unread(&bytes, &own), [], "{name}");
            assert_eq!(own.map.len(), book.inputs.len(), "{name}");
            let taken = taken(&own).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
            assert_eq!(taken.changes, [], "{name}");
            assert_eq!(taken.study, file, "{name}");
        }
    }
}

#[test]
fn what_was_typed_is_what_changed() {
    let mut file = study("tests/studies/mixed.json");
    let mut book = book(&file, Dutch).expect("valid");
    put(&mut book, "/posts/0/fte", Content::Number(7.25));
    put(&mut book, "/partners/0/inhabitants", Content::Number(31_000.0));
    put(&mut book, "/posts/2/scale", Content::Text("10A".into()));
    let own = read(&written(&book));
    let taken = taken(&own).expect("valid");
    file["posts"][0]["fte"] = json!(7.25);
    file["partners"][0]["inhabitants"] = json!(31_000);
    file["posts"][2]["scale"] = json!("10A");
    assert_eq!(taken.study, file);
    let mut pointers: Vec<&str> = taken.changes.iter().map(|change| change.pointer.as_str()).collect();
    pointers.sort_unstable();
    assert_eq!(pointers, ["/partners/0/inhabitants", "/posts/0/fte", "/posts/2/scale"]);
}

#[test]
fn every_kind_of_input_is_read_as_it_is_typed() {
    for (name, file) in studies().into_iter().step_by(4) {
        let Some(mut book) = book(&file, Dutch) else { continue };
        // Of every kind one, and what excludes each other is left as it is.
        let mut typed_in: Vec<(Input, Typed)> = Vec::new();
        for input in book.inputs.clone() {
            let kind = std::mem::discriminant(&input.said);
            if typed_in.iter().any(|(other, _)| std::mem::discriminant(&other.said) == kind) {
                continue;
            }
            let content = match (&input.said, book.number(input.at)) {
                (Said::Certainty, _) => Content::Text("raming & <b>\"".into()),
                (Said::Scale | Said::Reason(_), _) => Content::Text("_x0041_ é\n".into()),
                (_, Some(number)) => Content::Number(number + 1.0),
                (_, None) => Content::Blank,
            };
            let typed = match &content {
                Content::Text(text) => Typed::Text(text.to_string()),
                Content::Number(number) => Typed::Number(*number),
                _ => Typed::Blank,
            };
            let style = book.cell(input.at).expect("an input").style;
            book.put(input.at, content, style);
            typed_in.push((input, typed));
        }
        let own = read(&written(&book));
        for (input, typed) in typed_in {
            let sheet = &book.sheet(input.at.sheet).name;
            assert_eq!(own.cells(sheet, input.at.row, input.at.column), typed, "{name} {}", input.pointer);
        }
    }
}

/// What was written beside the inputs, each as its code and its place.
fn beside(bytes: &[u8], own: &Own) -> Vec<(&'static str, String)> {
    let told = unread(bytes, own).into_iter();
    told.map(|fault| (code(&fault), fault.address.unwrap_or_default())).collect()
}

#[test]
fn what_was_typed_outside_the_inputs_is_told() {
    let file = study("tests/studies/mixed.json");
    let mut book = book(&file, Dutch).expect("valid");
    let post = input(&book, "/posts/0/fte").at;
    let sheet = |book: &Book, name: &str| {
        let place = book.sheets.iter().position(|sheet| sheet.name == name).expect("a sheet");
        SheetId(place)
    };
    let find = |book: &Book, name: &str, is: &dyn Fn(&Cell) -> bool| {
        let id = sheet(book, name);
        let (row, column, _) = book.sheet(id).cells().find(|(_, _, cell)| is(cell)).expect("such a cell");
        At { sheet: id, row, column }
    };
    let formula = find(&book, "Grootboek", &|cell| matches!(cell.content, Content::Formula(..)));
    let fixed = find(&book, "Varianten", &|cell| {
        cell.style.0 == Role::Frozen && matches!(cell.content, Content::Number(_))
    });
    let (rows, columns) = book.sheet(post.sheet).size();
    let role = file["posts"][0]["role"].as_str().expect("a role");
    let name = find(&book, "Nu", &|cell| matches!(&cell.content, Content::Text(text) if &**text == role));
    let look = Style(Role::Label, Kind::Text);
    // An input is read; nothing, and an empty text, say nothing.
    put(&mut book, "/posts/0/fte", Content::Number(7.25));
    book.put(At { column: columns + 3, ..post }, Content::Text("".into()), look);
    book.put(name, Content::Text("Een andere naam".into()), look);
    book.put(formula, Content::Number(1.0), look);
    let was = book.number(fixed).expect("a number");
    book.put(fixed, Content::Number(was + 1.0), look);
    book.put(At { row: rows + 1, column: 0, ..post }, Content::Text("Nieuwe functie".into()), look);
    book.put(At { row: rows + 1, column: 1, ..post }, Content::Number(3.0), look);
    book.put(At { row: rows + 1, column: 3, ..post }, Content::Number(1.0), look);
    let bytes = written(&book);
    let own = read(&bytes);
    assert_eq!(taken(&own).expect("valid").changes.len(), 1);
    let row = rows + 2;
    assert_eq!(
        beside(&bytes, &own),
        [
            ("own_text_changed", format!("Nu!{name}")),
            ("own_cell_added", format!("Nu!A{row}:B{row}")),
            ("own_cell_added", format!("Nu!D{row}")),
            ("own_fixed_changed", format!("Varianten!{fixed}")),
            ("own_formula_gone", format!("Grootboek!{formula}")),
        ]
    );
}

#[test]
fn rows_that_were_moved_are_told_by_their_sheet() {
    let book = book(&study("tests/studies/mixed.json"), Dutch).expect("valid");
    let bytes = written(&book);
    let mut own = read(&bytes);
    let at = input(&book, "/posts/1/fte").at;
    let moved = own.map.iter_mut().find(|row| row.pointer == "/posts/1/fte").expect("its row");
    moved.now = format!("N(Nu!{})", at.down(1));
    assert_eq!(beside(&bytes, &own), [("own_moved", "Nu".to_owned())]);
    // Of a book that is not made this way any more only the inputs are known.
    own.map.pop();
    assert_eq!(beside(&bytes, &own), [("own_not_compared", String::new())]);
}

/// A workbook in which every piece of this is replaced by that, in the part in which it stands.
fn with(file: &[u8], replaced: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = parts(file);
    for (this, that) in replaced {
        assert!(parts.iter().any(|(_, text)| text.contains(this)), "{this}");
        for (_, text) in &mut parts {
            *text = text.replace(this, that);
        }
    }
    packed(&parts)
}

#[test]
fn a_damaged_workbook_is_told_by_its_cell() {
    let file = study("tests/studies/mixed.json");
    let book = book(&file, Dutch).expect("valid");
    let bytes = written(&book);
    let whole = read(&bytes);
    let origin = parts(&bytes).into_iter().find(|(_, text)| text.contains("<f>N(Nu!")).expect("the sheet").1;
    let element = |address: &str| {
        let from = origin.find(&format!("<c r=\"{address}\"")).expect("a cell");
        let length = origin[from..].find("</c>").expect("its end") + 4;
        origin[from..from + length].to_owned()
    };
    let number = |address: &str, number: &str| format!("<c r=\"{address}\"><v>{number}</v></c>");
    let first = origin.find("<f>N(").expect("a formula");
    let place = origin[..first].rfind("<c r=\"").expect("its cell") + 6;
    let place = &origin[place..place + origin[place..].find('"').expect("its end")];
    let row: usize = place[1..].parse().expect("a row");
    let formula = &origin[first..first + origin[first..].find("</f>").expect("its end") + 4];
    let map = format!("Bron!C{row}");
    let text =
        |address: &str, text: &str| format!("<c r=\"{address}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    for (at, that, reason, told) in [
        ("B1", number("B1", "2"), "own_version", "Bron!B1"),
        ("B1", text("B1", "1"), "own_damaged", "Bron!B1"),
        ("B1", number("B1", "-1"), "own_damaged", "Bron!B1"),
        ("B4", number("B4", "999999999999"), "own_damaged", "Bron!B4"),
        ("B4", number("B4", "0"), "own_damaged", "Bron!B4"),
        ("B4", number("B4", "1.5"), "own_damaged", "Bron!B4"),
        ("B4", number("B4", "900"), "own_damaged", "Bron!A"),
        ("B5", number("B5", "1"), "own_damaged", "Bron!"),
        ("B5", number("B5", "1e300"), "own_damaged", "Bron!B5"),
        ("B5", number("B5", "1048576"), "own_damaged", "Bron!"),
        ("B6", number("B6", "200000"), "own_damaged", "Bron!"),
        ("B6", number("B6", "-3"), "own_damaged", "Bron!B6"),
        ("B6", String::new(), "own_damaged", "Bron!B6"),
        ("A9", String::new(), "own_damaged", "Bron!A9"),
        ("A9", text("A9", "{\"posts\": [1,"), "own_damaged", "Bron!A9"),
        ("A9", text("A9", "[]"), "own_damaged", "Bron!A9"),
        ("A9", text("A9", &"[".repeat(100_000)), "own_damaged", "Bron!A9"),
        ("A9", "<c r=\"A9\" t=\"s\"><v>99999</v></c>".to_owned(), "own_damaged", "Bron!A9"),
        ("A9", "<c r=\"A9\" t=\"s\"><v>-1</v></c>".to_owned(), "file_broken", ""),
        ("A9", "<c r=\"XFE9\"/>".to_owned(), "file_broken", ""),
        ("A9", "<c r=\"A9\"><v>".to_owned(), "file_broken", ""),
        (place, number(place, "5"), "own_damaged", &map),
        (place, format!("<c r=\"{place}\"><f>N(Nu!#REF!)</f><v>5</v></c>"), "own_cell_gone", &map),
        (place, format!("<c r=\"{place}\"><f>N(Elders!K8)</f><v>5</v></c>"), "own_cell_gone", &map),
        (place, format!("<c r=\"{place}\"><f>N(Nu!ZZZZZZZZ99999999)</f></c>"), "own_cell_gone", &map),
        (place, format!("<c r=\"{place}\"><f t=\"shared\" si=\"7\"/></c>"), "own_damaged", &map),
    ] {
        let damaged = with(&bytes, &[(&element(at), &that)]);
        let fault = own(&damaged).expect_err("damaged");
        assert_eq!(code(&fault), reason, "{at} {that}");
        let address = fault.address.unwrap_or_default();
        assert!(address.starts_with(told) && address.is_empty() == told.is_empty(), "{at} {that}: {address}");
    }
    // What says nothing of Deelsom is any other file.
    let other = with(&bytes, &[(&element("A1"), &text("A1", "deelsom/study"))]);
    assert_eq!(own(&other), Ok(None));
    assert_eq!(own(&with(&bytes, &[("name=\"Bron\"", "name=\"Herkomst\"")])), Ok(None));
    // A figure that is said in no way that we know is not passed by.
    let mut unknown = read(&bytes);
    unknown.map[0].said = "otherwise".to_owned();
    let faults = taken(&unknown).expect_err("damaged");
    assert_eq!(faults[0].code, "own_damaged");
    // A formula may be shared with others, or refer to a sheet that was given another name.
    let shared = format!("<f t=\"shared\" ref=\"{place}:C{}\" si=\"0\">{}", row + 1, &formula[3..]);
    let again = with(&bytes, &[(formula, &shared)]);
    let next = origin[first + 3..].find("<f>N(").expect("another") + first + 3;
    let second = &origin[next..next + origin[next..].find("</f>").expect("its end") + 4];
    let again = with(&again, &[(second, "<f t=\"shared\" si=\"0\"/>")]);
    let (one, two) = (&whole.map[0], &read(&again).map[1]);
    let at = |now: &str| deelsom_workbook::origin::place_of(now).map(|(_, row, column)| (row, column));
    let from = at(&one.now).expect("a place");
    assert_eq!(at(&two.now), Some((from.0 + 1, from.1)));
    let renamed = with(
        &bytes,
        &[("name=\"Nu\"", "name=\"Nu &amp; 's nachts\""), ("N(Nu!", "N('Nu &amp; ''s nachts'!")],
    );
    let renamed = read(&renamed);
    assert_eq!(taken(&renamed).expect("valid").changes, []);
}

#[test]
fn cells_are_read_however_a_program_writes_them() {
    let file = study("tests/studies/mixed.json");
    let book = book(&file, Dutch).expect("valid");
    let bytes = written(&book);
    let at = input(&book, "/posts/0/fte").at;
    let address = at.address();
    let row = |text: &str| -> Option<String> {
        let from = text.find(&format!("<c r=\"{address}\""))?;
        Some(text[from..from + text[from..].find("</c>")? + 4].to_owned())
    };
    let mut all = parts(&bytes);
    // The third sheet is that of today.
    let place = all.iter().position(|(name, _)| name == "xl/worksheets/sheet3.xml").expect("a sheet");
    let old = row(&all[place].1).expect("a cell");
    for (new, typed) in [
        ("<v>2.5</v></c>", Some(Typed::Number(2.5))),
        ("<f>1+1.5</f><v>2.5</v></c>", Some(Typed::Number(2.5))),
        ("</c>", Some(Typed::Blank)),
        ("<f>1+1</f></c>", None),
        (" t=\"b\"><v>1</v></c>", Some(Typed::Number(1.0))),
        (" t=\"d\"><v>2026-11-01</v></c>", Some(Typed::Number(46_327.0))),
        (" t=\"str\"><f>\"a\"</f><v>a_x000A_b</v></c>", Some(Typed::Text("a\nb".to_owned()))),
        (" t=\"str\"><f>\"\"</f><v></v></c>", Some(Typed::Blank)),
        (" t=\"e\"><v>#REF!</v></c>", Some(Typed::Text("#REF!".to_owned()))),
        (
            " t=\"inlineStr\"><is><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r><rPh><t>c</t></rPh></is></c>",
            Some(Typed::Text("a b".to_owned())),
        ),
    ] {
        let start = if new.starts_with(' ') { "" } else { ">" };
        let new = format!("<c r=\"{address}\"{start}{new}");
        let before = all[place].1.clone();
        all[place].1 = before.replace(&old, &new);
        assert_ne!(all[place].1, before);
        let found = own(&packed(&all));
        all[place].1 = before;
        if let Some(typed) = typed {
            let own = found.expect("in order").expect("ours");
            assert_eq!(own.cells("Nu", at.row, at.column), typed, "{new}");
        } else {
            let fault = found.expect_err("no result");
            assert_eq!(code(&fault), "cell_formula_without_result");
            assert_eq!(fault.address, Some(format!("Nu!{address}")));
        }
    }
}

#[test]
fn other_files_are_not_ours() {
    assert_eq!(own(b"a;b\n1;2\n"), Ok(None));
    assert_eq!(own(b""), Ok(None));
    assert_eq!(own(b"PK\x03\x04 and nothing more"), Ok(None));
    assert_eq!(own(&files::workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")), Ok(None));
    assert_eq!(own(&files::ods("")), Ok(None));
    let ods = |name: &str, text: &str| {
        files::ods_with(
            "",
            &format!(
                "<table:table table:name=\"{name}\"><table:table-row><table:table-cell><text:p>{text}</text:p>\
                 </table:table-cell></table:table-row></table:table>"
            ),
        )
    };
    assert_eq!(own(&ods("Bron", "iets anders")), Ok(None));
    assert_eq!(own(&ods("Posten", "deelsom/workbook")), Ok(None));
    assert_eq!(code(&own(&ods("Bron", "deelsom/workbook")).expect_err("told")), "own_ods");
}

#[test]
fn a_large_workbook_is_read_whole() {
    let book = book(&study("examples/leidse-regio-2022.json"), Dutch).expect("valid");
    assert_eq!(read(&written(&book)).map.len(), book.inputs.len());
    assert!(book.inputs.len() > 500);
}

#[cfg(feature = "libreoffice")]
mod saved_by_libreoffice {
    use super::*;
    use std::process::Command;

    /// Workbooks as `LibreOffice` saves them.
    fn saved(books: &[(String, Vec<u8>)]) -> Vec<Vec<u8>> {
        let program = std::env::var("DEELSOM_SOFFICE").expect("DEELSOM_SOFFICE says where LibreOffice is");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("own-saved");
        let _ = fs::remove_dir_all(&folder);
        let out = folder.join("out");
        fs::create_dir_all(&out).expect("a folder");
        let paths: Vec<_> = books.iter().map(|(name, _)| folder.join(format!("{name}.xlsx"))).collect();
        for (path, (_, bytes)) in paths.iter().zip(books) {
            fs::write(path, bytes).expect("a file");
        }
        let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
        let ended = Command::new(program)
            .args([profile.as_str(), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
            .arg(&out)
            .args(&paths)
            .output()
            .expect("LibreOffice runs");
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        books.iter().map(|(name, _)| fs::read(out.join(format!("{name}.xlsx"))).expect("saved")).collect()
    }

    #[test]
    fn the_study_is_the_same() {
        let (mut books, mut expected) = (Vec::new(), Vec::new());
        for (number, (name, mut file)) in studies().into_iter().enumerate() {
            let Some(mut book) = book(&file, Dutch) else { continue };
            let changed = book.inputs.iter().any(|input| input.pointer == "/posts/0/fte") && number % 2 == 0;
            if changed {
                put(&mut book, "/posts/0/fte", Content::Number(123.25));
                file["posts"][0]["fte"] = json!(123.25);
            }
            // A change that the model would not take is told, and is no part of this.
            if Study::from_value_unweighed(&file, &Register::embedded()).is_err() {
                continue;
            }
            books.push((format!("{number}"), written(&book)));
            expected.push((name, file, usize::from(changed)));
        }
        for (bytes, (name, file, changes)) in saved(&books).iter().zip(expected) {
            let own = own(bytes).unwrap_or_else(|fault| panic!("{name}: {fault:?}")).expect("ours");
            let taken = taken(&own).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
            assert_eq!(taken.changes.len(), changes, "{name}: {:?}", taken.changes);
            assert_eq!(taken.study, file, "{name}");
            assert_eq!(unread(bytes, &own), [], "{name}");
        }
    }
}
