//! Calc works out what we write, and takes it as it is meant.

use std::collections::BTreeMap;

use deelsom_workbook::{Area, At, Book, Content, Kind, Role, SheetId, Style, Worth};
use deelsom_xlsx::{Look, MonthLocale, write};

use super::recalculated::{Value, recalculated};

const FIGURE: Style = Style(Role::Figure, Kind::Plain);

fn file(book: &Book) -> Vec<u8> {
    let look = Look { month_locale: MonthLocale::Dutch, title: "Study".to_owned(), created: (2026, 11, 1) };
    write(book, &look).expect("the book can be written")
}

/// Formulas over two sheets and what they are worth; the file says 1 of each.
fn stale() -> (Book, Vec<(At, Value)>) {
    let mut book = Book::default();
    let (inputs, figures) = (book.add("Nu"), book.add("Kosten"));
    let at = |sheet: SheetId, row: u32| At { sheet, row, column: 1 };
    for (row, number) in [2.5, 0.1, 1.0 / 3.0].into_iter().enumerate() {
        let place = at(inputs, 0).down(row);
        book.put(place, Content::Number(number), Style(Role::Input, Kind::Plain));
    }
    book.put(at(inputs, 3), Content::Blank, Style(Role::Input, Kind::Plain));
    book.put(at(inputs, 4), Content::Text("=1+1".into()), Style(Role::Input, Kind::Text));
    book.put(at(inputs, 5), Content::Text("12".into()), Style(Role::Input, Kind::Text));
    book.names.push(("prijs".to_owned(), Area::of(at(inputs, 0))));
    book.names.push(("bedragen".to_owned(), Area::down(at(inputs, 0), 3)));
    let formulas = [
        ("Nu!B1*2", Value::Number(5.0)),
        ("prijs+SUM(bedragen)", Value::Number(2.5 + 2.5 + 0.1 + 1.0 / 3.0)),
        ("B2*$B1", Value::Number((5.0 + 0.1 + 1.0 / 3.0) * 5.0)),
        ("IF(ISNUMBER(Nu!B4),Nu!B4,7)", Value::Number(7.0)),
        ("ROUND(1250.625,2)", Value::Number(1250.63)),
        ("IF(Nu!B5=\"=1+1\",1,0)+IF(Nu!B6=\"12\",1,0)", Value::Number(2.0)),
        ("1/Nu!B4", Value::Error("#DIV/0!".to_owned())),
    ];
    let mut expected = Vec::new();
    for (row, (formula, value)) in formulas.into_iter().enumerate() {
        let place = at(figures, 0).down(row);
        book.put(place, Content::Formula(formula.into(), Worth::Number(1.0)), FIGURE);
        expected.push((place, value));
    }
    (book, expected)
}

#[test]
fn formulas_are_calculated_whatever_the_file_says_they_are_worth() {
    let (book, expected) = stale();
    let mut calm = Book::default();
    let sheet = calm.add("Leeg");
    calm.put(At { sheet, row: 3, column: 2 }, Content::Formula("2+2".into(), Worth::Number(1.0)), FIGURE);
    let nothing = At { sheet, row: 4, column: 2 };
    calm.put(nothing, Content::Formula("IF(C4=4,\"\",1)".into(), Worth::Nothing), FIGURE);
    let read = recalculated(&[("stale", file(&book)), ("calm", file(&calm))]);

    for (at, value) in expected {
        let name = &book.sheet(at.sheet).name;
        let found = &read["stale"][name.as_str()][&(at.row, u32::from(at.column))];
        match (found, &value) {
            (Value::Number(found), Value::Number(value)) => {
                assert!((found - value).abs() <= 1e-14 * value.abs(), "{at}: {found}, not {value}");
            }
            _ => assert_eq!(found, &value, "{at}"),
        }
    }
    assert_eq!(read["stale"]["Nu"][&(4, 1)], Value::Text("=1+1".to_owned()));
    assert_eq!(read["stale"]["Nu"][&(5, 1)], Value::Text("12".to_owned()));
    let calm: BTreeMap<_, _> =
        read["calm"]["Leeg"].iter().filter(|(_, value)| **value != Value::Text(String::new())).collect();
    assert_eq!(calm, BTreeMap::from([(&(3, 2), &Value::Number(4.0))]));
}

#[test]
fn hostile_texts_arrive_as_they_are() {
    let texts =
        ["=1+1", "+31 6", "-", "@SUM(A1)", "<r><t>x</t></r>", "Nan", "12", "_x0041_", "naïef 🏛️", "a\tb\nc"];
    let mut book = Book::default();
    let sheet = book.add("Namen");
    for (row, text) in texts.into_iter().enumerate() {
        let at = At { sheet, row: 0, column: 0 }.down(row);
        book.put(at, Content::Text(text.into()), Style(Role::Label, Kind::Text));
    }
    let read = recalculated(&[("names", file(&book))]);
    let found: Vec<&Value> = read["names"].values().flat_map(BTreeMap::values).collect();
    let expected: Vec<Value> = texts
        .iter()
        .map(|text| {
            Value::Text(if text.starts_with("<r>") { format!("\u{200B}{text}") } else { (*text).to_owned() })
        })
        .collect();
    assert_eq!(found, expected.iter().collect::<Vec<_>>());
}
