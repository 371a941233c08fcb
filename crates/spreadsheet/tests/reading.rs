//! Files of spreadsheet programs: what stands in their cells, and the study that they make.

mod files;

use deelsom_core::Register;
use deelsom_language::Language::{self, Dutch, English};
use deelsom_spreadsheet::open;
use deelsom_tables::{GridCell, GridValue, Note, Sign, Subject, Table, Wish, read_sheets};
use files::{number, ods, ods_with, only, text};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use serde_json::{Value, json};

fn xlsx(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().expect("a workbook")
}

fn sheet_of(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    xlsx(|book| fill(book.add_worksheet().set_name("Posten").expect("a name")))
}

fn made(value: GridValue) -> GridCell {
    GridCell { value, formula: true }
}

#[test]
fn cells_of_excel_are_what_they_are() {
    let percent = Format::new().set_num_format("0.0%");
    let literal = Format::new().set_num_format("0.0\"%\"");
    let day = Format::new().set_num_format("dd-mm-yyyy");
    let bytes = sheet_of(|sheet| {
        sheet.write(0, 0, "Naam").expect("a cell");
        sheet.write(0, 1, 1.5).expect("a cell");
        sheet.write(0, 2, true).expect("a cell");
        sheet.write_with_format(0, 3, 0.07, &percent).expect("a cell");
        let date = ExcelDateTime::from_ymd(2027, 7, 31).expect("a day");
        sheet.write_with_format(0, 4, &date, &day).expect("a cell");
        sheet.write_with_format(0, 5, 7, &literal).expect("a cell");
        sheet.write(2, 0, Formula::new("=1+1").set_result("2")).expect("a cell");
        sheet.write(2, 1, Formula::new("=\"a\"&\"b\"").set_result("ab")).expect("a cell");
        sheet.write(2, 2, Formula::new("=1/0").set_result("#DIV/0!")).expect("a cell");
        sheet.write(2, 4, "=1+1 is a text").expect("a cell");
        sheet.write(2, 5, "regel\neen").expect("a cell");
    });
    let grid = only(&bytes);
    assert_eq!(grid.sheet, "Posten");
    let first = vec![
        text("Naam"),
        number(1.5),
        GridValue::Flag(true).into(),
        GridValue::Percent(0.07).into(),
        GridValue::Date { year: 2027, month: 7, day: 31 }.into(),
        number(7.0),
    ];
    assert_eq!(grid.rows[0], (1, first));
    let (row, cells) = &grid.rows[1];
    assert_eq!(*row, 3);
    assert_eq!(cells[0], made(GridValue::Number(2.0)));
    assert_eq!(cells[1], made(GridValue::Text("ab".to_owned())));
    assert_eq!(cells[2], made(GridValue::Error("#DIV/0!".to_owned())));
    assert_eq!(cells[4..], [text("=1+1 is a text"), text("regel\neen")]);
}

#[test]
fn a_formula_that_was_never_worked_out_is_no_empty_cell() {
    let grid = only(&files::workbook("<row><c><f>A1+1</f></c><c><f>B1</f><v></v></c></row>"));
    assert_eq!(grid.rows[0].1, [made(GridValue::Empty), made(GridValue::Empty)]);
    // One whose result shows nothing is.
    let shown = "<row><c t=\"str\"><f>A2</f><v></v></c><c><v>1</v></c></row>";
    assert_eq!(only(&files::workbook(shown)).rows[0].1, [GridCell::default(), number(1.0)]);
    let grid =
        only(&ods("<table:table-row><table:table-cell table:formula=\"of:=[.A2]\"/></table:table-row>"));
    assert_eq!(grid.rows[0].1, [made(GridValue::Empty)]);
}

#[test]
fn merged_and_hidden_is_said() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet().set_name("Posten").expect("a name");
        sheet.merge_range(0, 0, 1, 2, "Posten 2027", &Format::new()).expect("a range");
        sheet.write(2, 0, "x").expect("a cell");
        let hidden = book.add_worksheet().set_name("Salarissen").expect("a name");
        hidden.write(0, 0, "secret").expect("a cell");
        hidden.set_hidden(true);
        book.add_worksheet().set_name("Leeg").expect("a name");
    });
    let grids = open(&bytes).expect("sheets");
    let names: Vec<&str> = grids.iter().map(|grid| grid.sheet.as_str()).collect();
    assert_eq!(names, ["Posten", "Salarissen", "Leeg"]);
    assert_eq!(grids[0].rows, [(1, vec![text("Posten 2027")]), (3, vec![text("x")])]);
    assert_eq!(grids[0].notes, [Note::Merged(vec!["A1:C2".to_owned()])]);
    assert_eq!(grids[1].notes, [Note::HiddenSheet("Salarissen".to_owned())]);
    assert!(grids[1].rows.is_empty() && grids[2].rows.is_empty());
}

#[test]
fn cells_of_open_document_are_what_they_are() {
    let cell = |attributes: &str, inside: &str| {
        format!("<table:table-cell {attributes}>{inside}</table:table-cell>")
    };
    let rows = [
        "<table:table-header-rows><table:table-row>".to_owned(),
        cell("office:value-type=\"string\"", "<text:p>Naam <text:span>en</text:span><text:s text:c=\"2\"/>rol</text:p><text:p>A&amp;B &#233;</text:p>"),
        cell("office:value-type=\"float\" office:value=\"1.5\"", "<text:p>1,5</text:p>"),
        cell("office:value-type=\"boolean\" office:boolean-value=\"true\"", "<text:p>WAAR</text:p>"),
        cell("office:value-type=\"percentage\" office:value=\"0.07\"", "<text:p>7%</text:p>"),
        cell("office:value-type=\"date\" office:date-value=\"2027-07-31\"", "<text:p>31-07-2027</text:p>"),
        cell("office:value-type=\"currency\" office:value=\"12\" table:number-columns-repeated=\"2\"", "<text:p>€ 12</text:p>"),
        "<table:table-cell table:number-columns-repeated=\"16377\"/></table:table-row></table:table-header-rows>".to_owned(),
        "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>".to_owned(),
        "<table:table-row table:number-rows-repeated=\"2\">".to_owned(),
        cell("table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\" office:value-type=\"string\"", "<office:annotation><text:p>a remark</text:p></office:annotation><text:p>samen</text:p>"),
        "<table:covered-table-cell office:value-type=\"string\"><text:p>onder</text:p></table:covered-table-cell>".to_owned(),
        cell("table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"", "<text:p>2</text:p>"),
        cell("table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"", "<text:p>#DEEL/0!</text:p>"),
        "</table:table-row>".to_owned(),
        "<table:table-row table:number-rows-repeated=\"1048569\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned(),
    ];
    let grid = only(&ods(&rows.concat()));
    let first = vec![
        text("Naam en  rol\nA&B é"),
        number(1.5),
        GridValue::Flag(true).into(),
        GridValue::Percent(0.07).into(),
        GridValue::Date { year: 2027, month: 7, day: 31 }.into(),
        number(12.0),
        number(12.0),
    ];
    assert_eq!(grid.rows[0], (1, first));
    let second = vec![
        text("samen"),
        GridCell::default(),
        made(GridValue::Number(2.0)),
        made(GridValue::Error("#DEEL/0!".to_owned())),
    ];
    assert_eq!(grid.rows[1..], [(5, second.clone()), (6, second)]);
    assert_eq!(grid.notes, [Note::Merged(vec!["A5:B5".to_owned()])]);
}

#[test]
fn hidden_tables_of_open_document_are_said() {
    let styles = "<style:style style:name=\"ta1\"><style:table-properties table:display=\"false\"/></style:style>\
                  <style:style style:name=\"ta2\"><style:table-properties table:display=\"true\"/></style:style>";
    let row = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>";
    let tables = format!(
        "<table:table table:name=\"Geheim\" table:style-name=\"ta1\">{row}</table:table>\
         <table:table table:name=\"Open &amp; bloot\" table:style-name=\"ta2\"><table:shapes><table:table>{row}</table:table></table:shapes>{row}</table:table>"
    );
    let grids = open(&ods_with(styles, &tables)).expect("sheets");
    assert_eq!(grids[0].notes, [Note::HiddenSheet("Geheim".to_owned())]);
    assert_eq!((grids[1].sheet.as_str(), &grids[1].rows), ("Open & bloot", &vec![(1, vec![text("x")])]));
}

#[test]
fn texts_are_opened_in_every_encoding() {
    let rows = "Gemeente;Dienst\r\nWassenaar;Financiën €\r\n";
    let mut unicode = vec![0xff, 0xfe];
    unicode.extend(rows.encode_utf16().flat_map(u16::to_le_bytes));
    let windows: Vec<u8> = b"Gemeente;Dienst\r\nWassenaar;Financi\xebn \x80\r\n".to_vec();
    for bytes in [rows.as_bytes().to_vec(), ["\u{feff}", rows].concat().into_bytes(), unicode, windows] {
        let grid = only(&bytes);
        assert_eq!(grid.rows[1], (2, vec![text("Wassenaar"), text("Financiën €")]));
        assert_eq!(grid.language, Some(Dutch));
    }
}

fn study() -> Value {
    json!({
        "format": "deelsom/study", "version": 1, "title": "Two",
        "period": { "first_year": 2026, "years": 5 },
        "partners": [
            { "id": "voorschoten", "name": "Voorschoten", "inhabitants": 25914 },
            { "id": "wassenaar", "name": "Wassenaar", "inhabitants": 27534 },
        ],
        "services": [{ "id": "hr", "name": "P&O" }, { "id": "finance", "name": "Financiën" }],
        "posts": [],
    })
}

fn table(bytes: &[u8], subject: Subject, sign: Sign) -> Table {
    let wish = Wish { subject, replace: false, new_services: false, language: Dutch };
    let grids = open(bytes).expect("sheets");
    read_sheets(&grids, &wish, sign, &study(), &Register::embedded()).expect("a table")
}

fn notes(table: &Table, language: Language) -> Vec<String> {
    table.notes.iter().map(|note| note.sentence(language).replace('\u{a0}', " ")).collect()
}

#[test]
fn a_workbook_of_a_municipality_becomes_posts() {
    let bytes = xlsx(|book| {
        book.add_worksheet()
            .set_name("Toelichting")
            .expect("a name")
            .write(0, 0, "Lees dit")
            .expect("a cell");
        let sheet = book.add_worksheet().set_name("Posten 2027").expect("a name");
        sheet.write(0, 1, "Formatie gemeente Wassenaar").expect("a cell");
        for (column, heading) in
            ["Gemeente", "Afdeling", "Functie", "Schaal", "Fte", "Opmerking"].iter().enumerate()
        {
            sheet.write(3, u16::try_from(column + 1).expect("few"), *heading).expect("a cell");
        }
        for (row, role) in [(4, "Adviseur"), (5, "Beheerder")] {
            sheet.write(row, 1, "wassenaar").expect("a cell");
            sheet.write(row, 2, "financiën").expect("a cell");
            sheet.write(row, 3, role).expect("a cell");
            sheet.write(row, 4, 10).expect("a cell");
            sheet.write(row, 5, 1.5).expect("a cell");
        }
        sheet.write(6, 3, "Totaal").expect("a cell");
        sheet.write(6, 5, Formula::new("=SUM(F5:F6)").set_result("3")).expect("a cell");
        let hidden = book.add_worksheet().set_name("Verborgen").expect("a name");
        hidden.write(0, 0, "Gemeente").expect("a cell");
        hidden.set_hidden(true);
    });
    let read = table(&bytes, Subject::Posts, Sign::default());
    assert_eq!(read.faults, []);
    assert_eq!(
        read.study.as_ref().expect("a study")["posts"],
        json!([
            { "unit": "wassenaar", "service": "finance", "role": "Adviseur", "scale": "10", "fte": 1.5 },
            { "unit": "wassenaar", "service": "finance", "role": "Beheerder", "scale": "10", "fte": 1.5 },
        ])
    );
    assert_eq!(
        notes(&read, English),
        [
            "Not read above the headings: 1 row.",
            "Row 7 is a total and is not read.",
            "The sheet ‘Verborgen’ is hidden and is not read.",
        ]
    );
}

#[test]
fn faults_are_told_by_the_address_of_the_cell() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet().set_name("Posten 2027").expect("a name");
        for (column, heading) in ["Gemeente", "Dienst", "Functie", "Schaal", "Fte", "Fte"].iter().enumerate()
        {
            sheet.write(1, u16::try_from(column).expect("few"), *heading).expect("a cell");
        }
        sheet.write(2, 0, "Leiden").expect("a cell");
        sheet.write(2, 1, "P&O").expect("a cell");
        sheet.write(2, 2, "Adviseur").expect("a cell");
        sheet.write(2, 3, Formula::new("=B9").set_result("#REF!")).expect("a cell");
        sheet.write(2, 4, "veel").expect("a cell");
    });
    let read = table(&bytes, Subject::Posts, Sign::default());
    assert_eq!(read.study, None);
    let told: Vec<(Option<&str>, String)> =
        read.faults.iter().map(|fault| (fault.address.as_deref(), fault.sentence(English))).collect();
    let at = |address: &str| {
        told.iter().find(|(told, _)| *told == Some(address)).map(|(_, sentence)| sentence.as_str())
    };
    assert_eq!(at("'Posten 2027'!F2"), Some("The column ‘Fte’ occurs twice. Remove one of the two."));
    assert_eq!(
        at("'Posten 2027'!D3"),
        Some("This cell shows the error #REF!. Mend the formula or enter a value.")
    );
    assert_eq!(at("'Posten 2027'!E3"), Some("Enter a number of fte, for example 12.5."));
}

#[test]
fn costs_are_read_whichever_way_round_they_are_written() {
    let costs = |amounts: [&str; 2]| {
        let rows = format!(
            "<row><c t=\"str\"><v>Gemeente</v></c><c t=\"str\"><v>Naam</v></c><c t=\"str\"><v>Bedrag</v></c></row>\
             <row><c t=\"str\"><v>Wassenaar</v></c><c t=\"str\"><v>Licenties</v></c>{}</row>\
             <row><c t=\"str\"><v>Wassenaar</v></c><c t=\"str\"><v>Leges</v></c>{}</row>",
            amounts[0], amounts[1]
        );
        files::workbook(&rows)
    };
    let positive = costs(["<c><v>1200</v></c>", "<c><v>-300</v></c>"]);
    let negative = costs(["<c><v>-1200</v></c>", "<c><v>300</v></c>"]);
    let letters = costs(["<c t=\"str\"><v>1.200 N</v></c>", "<c t=\"str\"><v>300 V</v></c>"]);
    for (bytes, sign) in [
        (&positive, Sign::CostPositive),
        (&positive, Sign::IncomeNegative),
        (&negative, Sign::CostNegative),
        (&letters, Sign::Letters),
        (&letters, Sign::CostPositive),
    ] {
        let read = table(bytes, Subject::RunningCosts, sign);
        assert_eq!(read.faults, [], "{sign:?}");
        let study = read.study.expect("a study");
        assert_eq!(study["running_costs"][0]["amount"], 1200, "{sign:?}");
        assert_eq!(study["running_costs"][1]["amount"], -300, "{sign:?}");
    }
    let read = table(&positive, Subject::RunningCosts, Sign::Letters);
    let addresses: Vec<Option<&str>> = read.faults.iter().map(|fault| fault.address.as_deref()).collect();
    assert_eq!(addresses, [Some("Posten!C2"), Some("Posten!C3")]);
}
