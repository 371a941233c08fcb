//! Cells that are more than text: what they mean, where the table is, and which way round costs are written.

use deelsom_core::Register;
use deelsom_language::Language::{Dutch, English};
use deelsom_tables::{
    Fault, Grid, GridCell, GridValue, Note, Sign, Subject, Table, Wish, best_sheet, read, read_grid,
    read_sheets, text_grid,
};
use serde_json::{Value, json};

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

fn wish(subject: Subject) -> Wish {
    Wish { subject, replace: subject == Subject::Partners, new_services: false, language: Dutch }
}

fn cell(value: &Value) -> GridCell {
    match value {
        Value::Null => GridCell::default(),
        Value::Number(number) => GridValue::Number(number.as_f64().expect("a number")).into(),
        Value::Bool(yes) => GridValue::Flag(*yes).into(),
        other => other.as_str().expect("a text").to_owned().into(),
    }
}

/// A sheet of rows, the first of which has this number.
fn sheet(first: usize, rows: &Value) -> Grid {
    let rows = rows.as_array().expect("rows").iter().enumerate();
    let cells = |row: &Value| row.as_array().expect("cells").iter().map(cell).collect();
    Grid {
        sheet: "Blad1".to_owned(),
        rows: rows.map(|(place, row)| (first + place, cells(row))).collect(),
        ..Grid::default()
    }
}

fn table(grid: &Grid, subject: Subject, sign: Sign) -> Table {
    read_grid(grid, &wish(subject), sign, &study(), &Register::embedded()).expect("a table")
}

#[track_caller]
fn list(grid: &Grid, subject: Subject, sign: Sign) -> Value {
    let table = table(grid, subject, sign);
    assert_eq!(table.faults, []);
    table.study.expect("no faults, so a study")[subject.code()].clone()
}

fn told(table: &Table) -> Vec<(&str, String)> {
    let told = |fault: &Fault| fault.sentence(English).replace('\u{2212}', "-");
    table.faults.iter().map(|fault| (fault.address.as_deref().unwrap_or_default(), told(fault))).collect()
}

#[test]
fn numbers_are_what_they_are() {
    // As texts these would be told apart by points and commas.
    let grid = sheet(
        1,
        &json!([
            ["Gemeente", "Dienst", "Functie", "Schaal", "Kosten per fte", "Fte", "Bezetting"],
            ["Wassenaar", "P&O", "Adviseur", null, 81234.5, 1.125, "1,5"],
            ["Wassenaar", "P&O", "Beheerder", 10, null, 2, "-"],
        ]),
    );
    assert_eq!(
        list(&grid, Subject::Posts, Sign::default()),
        json!([
            { "unit": "wassenaar", "service": "hr", "role": "Adviseur", "cost_per_fte": 81234.5, "fte": 1.125, "in_post": 1.5 },
            { "unit": "wassenaar", "service": "hr", "role": "Beheerder", "scale": "10", "fte": 2 },
        ])
    );
    let mut grid = sheet(
        1,
        &json!([
            ["Gemeente", "Inwoners", "Groei", "Terug te vorderen btw", "Begroting"],
            ["Voorschoten", 26000, "0,5%", 7, 1e8],
            ["Wassenaar", 27_600.000_000_01, null, null, null],
        ]),
    );
    grid.rows[2].1[2] = GridValue::Percent(0.0125).into();
    assert_eq!(
        list(&grid, Subject::Partners, Sign::default()),
        json!([
            { "id": "voorschoten", "name": "Voorschoten", "inhabitants": 26000, "growth": 0.005, "recoverable_vat": 0.07, "budget": 100_000_000 },
            { "id": "wassenaar", "name": "Wassenaar", "inhabitants": 27600, "growth": 0.0125 },
        ])
    );
}

#[test]
fn days_and_flags_are_what_they_are() {
    let mut grid = sheet(
        1,
        &json!([
            ["Gemeente", "Dienst", "Functie", "Datum vertrek", "Fte"],
            ["Wassenaar", "P&O", "Adviseur", null, 1],
            ["Wassenaar", "P&O", "Adviseur", "31-08-2027", 1],
        ]),
    );
    grid.rows[1].1[3] = GridValue::Date { year: 2027, month: 7, day: 31 }.into();
    let departures = table(&grid, Subject::Departures, Sign::default());
    let months: Vec<&Value> = departures.rows.iter().filter_map(|row| row.cells[3].value.as_ref()).collect();
    assert_eq!(months, [&json!("2027-07"), &json!("2027-08")]);
    assert_eq!(departures.rows[0].cells[3].text, "31-07-2027");
    let costs = sheet(
        1,
        &json!([
            ["Gemeente", "Naam", 2027, "Begroting 2028", "Btw"],
            ["Wassenaar", "Licenties", 10, 20.5, true],
        ]),
    );
    assert_eq!(
        list(&costs, Subject::RunningCosts, Sign::default()),
        json!([{ "unit": "wassenaar", "name": "Licenties", "amounts": { "2027": 10, "2028": 20.5 }, "carries_vat": true }])
    );
}

#[test]
fn formulas_give_their_result_and_it_is_said() {
    let mut grid = sheet(
        3,
        &json!([
            ["Gemeente", "Dienst", "Functie", "Schaal", "Fte"],
            ["Wassenaar", "P&O", "Adviseur", "10", 1],
            ["Wassenaar", "P&O", "Beheerder", "10", null],
            ["Wassenaar", "P&O", "=1+1", "10", 1],
        ]),
    );
    grid.rows[1].1[4].formula = true;
    grid.rows[2].1[4].formula = true;
    grid.rows[3].1[3].value = GridValue::Error("#REF!".to_owned());
    let table = table(&grid, Subject::Posts, Sign::default());
    assert_eq!(table.notes, [Note::Formulas(1)]);
    assert_eq!(
        told(&table)[..3],
        [
            (
                "Blad1!E5",
                "This is a formula without a result. Open the file in your spreadsheet program and save it again."
                    .to_owned()
            ),
            ("Blad1!C6", "This is a formula. Paste the value instead.".to_owned()),
            ("Blad1!D6", "This cell shows the error #REF!. Mend the formula or enter a value.".to_owned()),
        ]
    );
}

#[test]
fn what_does_not_fit_a_column_is_told() {
    let mut grid = sheet(
        1,
        &json!([
            ["Gemeente", "Inwoners", "Groei"],
            ["Voorschoten", 26000.5, 1],
            ["Wassenaar", true, 1],
            ["Leiden", 1, 1],
        ]),
    );
    grid.rows[3].1[2] = GridValue::Number(f64::NAN).into();
    let table = table(&grid, Subject::Partners, Sign::default());
    assert_eq!(
        told(&table),
        [
            ("Blad1!B2", "Enter a whole number, for example 25,885.".to_owned()),
            ("Blad1!B3", "Enter a whole number, for example 25,885.".to_owned()),
            ("Blad1!C4", "Enter a percentage, for example 12.5%.".to_owned()),
        ]
    );
}

#[test]
fn texts_have_addresses_too() {
    let text = "Gemeente;Dienst;Functie;Schaal;Fte;Fte\nWassenaar;P&O;Adviseur;10;veel;1";
    let table = read(text, &wish(Subject::Posts), &study(), &Register::embedded()).expect("a table");
    let addresses: Vec<&str> = told(&table).iter().map(|(address, _)| *address).collect();
    assert_eq!(addresses, ["F1", "E2"]);
}

#[test]
fn a_table_begins_at_its_headings() {
    let heads = json!(["Gemeente", "Dienst", "Functie", "Schaal", "Fte"]);
    let post = json!(["Wassenaar", "P&O", "Adviseur", 10, 1]);
    let above = |rows: usize| {
        let mut all = vec![json!(["Formatie van de gemeente"]); rows];
        all.extend([heads.clone(), post.clone()]);
        sheet(1, &Value::from(all))
    };
    let table_of = |grid: &Grid| table(grid, Subject::Posts, Sign::default());
    for rows in [1, 29] {
        let table = table_of(&above(rows));
        assert_eq!((&table.faults, &table.notes), (&vec![], &vec![Note::Above(rows)]));
        assert_eq!(table.rows[0].number, rows + 2);
    }
    assert!(!table_of(&above(30)).faults.is_empty());
    // In a text as well.
    let text = "Formatie 2027\n\nGemeente;Dienst;Functie;Schaal;Fte\nWassenaar;P&O;Adviseur;10;1";
    let table = read(text, &wish(Subject::Posts), &study(), &Register::embedded()).expect("a table");
    assert_eq!((table.faults, table.notes), (vec![], vec![Note::Above(1)]));
}

#[test]
fn the_likeliest_sheet_is_read() {
    let words = sheet(1, &json!([["Toelichting"], ["Gemeente", "Functie"]]));
    let costs = sheet(1, &json!([["Gemeente", "Naam", "Bedrag"], ["Wassenaar", "Licenties", 10]]));
    let posts = sheet(
        1,
        &json!([["Gemeente", "Dienst", "Functie", "Schaal", "Fte"], ["Wassenaar", "P&O", "Adviseur", 10, 1]]),
    );
    let mut hidden = sheet(1, &json!([]));
    hidden.notes.push(Note::HiddenSheet("Oud".to_owned()));
    let grids = [words.clone(), costs, hidden.clone(), posts.clone()];
    for (subject, best) in [(Subject::Posts, 3), (Subject::RunningCosts, 1), (Subject::Departures, 3)] {
        assert_eq!(best_sheet(&grids, subject, &study()).ok(), Some(best), "{subject:?}");
    }
    let register = Register::embedded();
    let table =
        read_sheets(&grids, &wish(Subject::Posts), Sign::default(), &study(), &register).expect("a table");
    assert_eq!((table.faults, table.notes), (vec![], hidden.notes.clone()));
    let none = [sheet(1, &json!([["a"], ["b"]])), sheet(1, &json!([["c"]]))];
    let fault = best_sheet(&none, Subject::Posts, &study()).expect_err("no headings");
    assert_eq!(
        fault.sentence(English),
        "None of the sheets has headings that are known here. Put a row of headings above the table."
    );
    assert_eq!(best_sheet(&none[..1], Subject::Posts, &study()).ok(), Some(0));
    assert!(best_sheet(&[hidden], Subject::Posts, &study()).is_err());
    assert!(best_sheet(&[], Subject::Posts, &study()).is_err());
}

#[test]
fn totals_are_left_out() {
    let grid = sheet(
        1,
        &json!([
            ["Gemeente", "Dienst", "Functie", "Schaal", "Fte"],
            ["Wassenaar", "P&O", "Totaalbeheerder", 10, 1],
            [null, null, "Subtotaal P&O", null, 1],
            ["Voorschoten", "P&O", "Totaal", 10, 1],
            ["Totaal", null, null, null, 2],
        ]),
    );
    let table = table(&grid, Subject::Posts, Sign::default());
    assert_eq!((&table.faults, &table.notes), (&vec![], &vec![Note::Totals(vec![3, 5])]));
    let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [2, 4]);
    let only = sheet(1, &json!([["Gemeente", "Naam", "Bedrag"], ["Totaal", null, 5]]));
    let wish = wish(Subject::RunningCosts);
    assert!(read_grid(&only, &wish, Sign::default(), &study(), &Register::embedded()).is_err());
}

#[test]
fn costs_are_positive_whichever_way_round_they_were_written() {
    let costs = |licences: Value, fees: Value| {
        sheet(
            1,
            &json!([
                ["Gemeente", "Naam", "Bedrag"],
                ["Wassenaar", "Licenties", licences],
                ["Wassenaar", "Leges", fees],
                ["Wassenaar", "Porto", 0],
            ]),
        )
    };
    let amounts = |grid: &Grid, sign| {
        let list = list(grid, Subject::RunningCosts, sign);
        list.as_array().expect("costs").iter().map(|cost| cost["amount"].clone()).collect::<Vec<_>>()
    };
    let (plain, turned) = (costs(json!(1200), json!(-300)), costs(json!("-1.200"), json!("300")));
    let letters = costs(json!("€ 1.200 N"), json!("300 voordeel"));
    let right = [json!(1200), json!(-300), json!(0)];
    assert_eq!(amounts(&plain, Sign::CostPositive), right);
    assert_eq!(amounts(&plain, Sign::IncomeNegative), right);
    assert_eq!(amounts(&turned, Sign::CostNegative), right);
    for sign in Sign::ALL {
        assert_eq!(amounts(&letters, sign), right, "{sign:?}");
    }
    let missing = table(&costs(json!("1.200 N"), json!(300)), Subject::RunningCosts, Sign::Letters);
    assert_eq!(
        told(&missing),
        [(
            "Blad1!C3",
            "There is no V or N by this amount. Put a V (advantage) or an N (disadvantage) behind it."
                .to_owned()
        )]
    );
    // Other figures have no way round.
    let posts = sheet(
        1,
        &json!([
            ["Gemeente", "Dienst", "Functie", "Kosten per fte", "Fte"],
            ["Wassenaar", "P&O", "Adviseur", 80_000, 1]
        ]),
    );
    assert_eq!(list(&posts, Subject::Posts, Sign::CostNegative)[0]["cost_per_fte"], 80_000);
}

#[test]
fn letters_may_stand_in_a_column_of_their_own() {
    let grid = sheet(
        1,
        &json!([
            ["Gemeente", "Naam", "2027", "V/N", "2028", "V/N"],
            ["Wassenaar", "Licenties", 1200, "N", 1300, "N"],
            ["Wassenaar", "Leges", 300, "V", 50, "n"],
        ]),
    );
    let read = list(&grid, Subject::RunningCosts, Sign::Letters);
    assert_eq!(read[0]["amounts"], json!({ "2027": 1200, "2028": 1300 }));
    assert_eq!(read[1]["amounts"], json!({ "2027": -300, "2028": 50 }));
    let grid = sheet(
        1,
        &json!([
            ["Gemeente", "Naam", "V/N", "2027", "V/N", "2028"],
            ["Wassenaar", "Licenties", "N", 1200, "V", 300],
        ]),
    );
    let read = list(&grid, Subject::RunningCosts, Sign::Letters);
    assert_eq!(read[0]["amounts"], json!({ "2027": 1200, "2028": -300 }));
    let grid = sheet(
        1,
        &json!([
            ["V/N", "Gemeente", "Naam", "Bedrag"],
            ["N", "Wassenaar", "Licenties", 1200],
            ["V", "Wassenaar", "Leges", -300],
        ]),
    );
    let read = table(&grid, Subject::RunningCosts, Sign::Letters);
    assert_eq!(
        told(&read),
        [("Blad1!D3", "Use one mark for a disadvantage: a minus, brackets or a D.".to_owned())]
    );
}

#[test]
fn volumes_are_read_either_way_round() {
    let straight = sheet(
        1,
        &json!([["Dienst", "Naam", "Voorschoten", "Wassenaar"], ["P&O", "salarisstroken", 310, 290]]),
    );
    let turned = sheet(
        4,
        &json!([
            [null, "Volumes 2027"],
            [null, "Gemeente", "P&O (salarisstroken)", "Financiën", "Totaal"],
            [null, "Voorschoten", 310, 1000, 1310],
            [null, "wassenaar", 290, "1.200", 1490],
            [null, "Totaal", 600, 2200, 2800],
        ]),
    );
    let salaries = json!({ "service": "hr", "name": "salarisstroken", "by_partner": { "voorschoten": 310, "wassenaar": 290 } });
    assert_eq!(list(&straight, Subject::Volumes, Sign::default()), json!([salaries]));
    let invoices = json!({ "service": "finance", "name": "Financiën", "by_partner": { "voorschoten": 1000, "wassenaar": 1200 } });
    assert_eq!(list(&turned, Subject::Volumes, Sign::default()), json!([salaries, invoices]));
    assert_eq!(table(&turned, Subject::Volumes, Sign::default()).notes, [Note::Turned]);
    let mut wrong = turned;
    wrong.rows[2].1[2] = GridCell::from("veel".to_owned());
    wrong.rows[1].1[4] = GridCell::from("ICT".to_owned());
    let wrong = table(&wrong, Subject::Volumes, Sign::default());
    assert_eq!(
        told(&wrong),
        [
            ("Blad1!C6", "Enter a number, for example 0.75.".to_owned()),
            ("Blad1!E5", "The service ‘ICT’ is not in this study. Add it or choose another.".to_owned()),
        ]
    );
}

#[test]
fn sheets_can_be_sent() {
    let mut grid = sheet(1, &json!([["a", 1.5, true, null]]));
    grid.rows[0].1[1].formula = true;
    grid.notes = vec![
        Note::HiddenSheet("b".to_owned()),
        Note::LeftOut { sheet: "c".to_owned(), code: "table_rows".to_owned(), limit: 5000.0 },
        Note::Merged(vec!["A1:B2".to_owned()]),
    ];
    for grid in [grid, text_grid("a;b\nc;d").expect("a grid"), text_grid("a").expect("a grid")] {
        let sent = serde_json::to_string(&grid).expect("JSON");
        assert_eq!(serde_json::from_str::<Grid>(&sent).expect("a grid"), grid);
    }
}

#[test]
fn notes_are_sentences() {
    let ranges = |many: usize| (0..many).map(|row| format!("A{row}:B{row}")).collect();
    for note in [
        Note::HiddenSheet("a".to_owned()),
        Note::LeftOut { sheet: "c".to_owned(), code: "table_rows".to_owned(), limit: 5000.0 },
        Note::Merged(ranges(1)),
        Note::Merged(ranges(9)),
        Note::Formulas(1),
        Note::Formulas(2),
        Note::Above(1),
        Note::Totals(vec![1]),
        Note::Totals((1..20).collect()),
        Note::Turned,
        Note::ScalesLeftOut(3),
    ] {
        let sentences = [Dutch, English].map(|language| note.sentence(language));
        assert_ne!(sentences[0], sentences[1]);
        assert!(
            sentences.iter().all(|said| said.ends_with('.') && !said.contains(['{', '['])),
            "{sentences:?}"
        );
    }
}

#[test]
fn odd_grids_are_answered() {
    let register = Register::embedded();
    let values = [
        GridValue::Empty,
        GridValue::Number(f64::INFINITY),
        GridValue::Number(-1e308),
        GridValue::Percent(f64::NAN),
        GridValue::Date { year: -5, month: 99, day: 0 },
        GridValue::Error(String::new()),
        GridValue::Text("\u{0}".to_owned()),
        GridValue::Text("Gemeente".to_owned()),
        GridValue::Flag(false),
    ];
    let row = |from: usize| values.iter().cycle().skip(from).take(12).cloned().map(GridCell::from).collect();
    let rows: Vec<(usize, Vec<GridCell>)> =
        (0..40).map(|place| (usize::MAX - 40 + place, row(place))).collect();
    let empty = Grid { rows: vec![(1, Vec::new())], ..Grid::default() };
    let head = text_grid("Gemeente;Naam;Dienst;Functie;Fte;Inwoners;Bedrag;Maand").expect("a row");
    let mut headed = Grid { rows: head.rows, ..Grid::default() };
    headed.rows.extend(rows.clone());
    for grid in [Grid::default(), empty, Grid { rows, ..Grid::default() }, headed] {
        for subject in Subject::ALL {
            for sign in Sign::ALL {
                if let Ok(table) = read_grid(&grid, &wish(subject), sign, &study(), &register) {
                    assert!(table.study.is_none());
                    assert!(table.faults.iter().all(|fault| fault.sentence(Dutch).ends_with('.')));
                }
            }
        }
    }
}
