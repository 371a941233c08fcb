//! What people paste and open: how it is read, what is wrong with it, and the study that it makes.

use deelsom_core::Register;
use deelsom_language::Language::{self, Dutch, English};
use deelsom_tables::{Fault, Note, Subject, Table, Wish, read, said, text_of};
use serde_json::{Value, json};

fn study() -> Value {
    json!({
        "format": "deelsom/study", "version": 1, "title": "Two",
        "period": { "first_year": 2026, "years": 5 },
        "sources": [{ "id": "budget", "title": "Begroting 2026" }],
        "partners": [
            { "id": "voorschoten", "name": "Voorschoten", "inhabitants": 25914 },
            { "id": "wassenaar", "name": "Wassenaar", "inhabitants": 27534 },
        ],
        "services": [{ "id": "hr", "name": "P&O" }, { "id": "finance", "name": "Financiën" }],
        "posts": [
            { "unit": "voorschoten", "service": "hr", "role": "Hoofd P&O", "scale": "12", "fte": 1 },
            { "unit": "wassenaar", "service": "hr", "role": "Adviseur", "scale": "10", "fte": 2.5 },
        ],
        "ranges": [{ "path": "/posts/1/fte", "low": 2, "high": 3 }],
    })
}

const APPEND: Wish = Wish { subject: Subject::Posts, replace: false, new_services: false, language: Dutch };

fn table(text: &str, wish: Wish) -> Table {
    read(text, &wish, &study(), &Register::embedded()).expect("a table")
}

/// Reads rows without faults, and gives the list that the study then has.
#[track_caller]
fn rows(text: &str, wish: Wish) -> Value {
    let table = table(text, wish);
    assert_eq!(faults(&table, English), Vec::<String>::new());
    table.study.expect("no faults, so a study")[wish.subject.code()].clone()
}

fn faults(table: &Table, language: Language) -> Vec<String> {
    let told = |fault: &Fault| {
        let row = fault.row.map(|row| table.rows[row].number.to_string()).unwrap_or_default();
        let column = fault.column.and_then(|column| table.columns.get(column));
        let column = column.map(|column| column.heading(language, &table.known)).unwrap_or_default();
        format!("{row} {column}: {}", fault.sentence(language))
    };
    table.faults.iter().map(told).collect()
}

#[test]
fn rows_of_excel_are_read_by_their_headings() {
    let pasted = "Gemeente\tAfdeling\tFunctie\tSchaal\tFormatie (fte)\tOpmerking\tBezetting\r\n\
                  voorschoten\tfinanciën\tControleur\tschaal 10a\t1,5\tvoorlopig\t1\r\n\
                  Wassenaar\tP & O\tHOOFD P&O\t12\t1\t\t\r\n";
    let table = table(pasted, APPEND);
    assert_eq!(faults(&table, English), Vec::<String>::new());
    let posts = table.study.as_ref().expect("a study")["posts"].as_array().expect("posts").clone();
    assert_eq!(posts.len(), 4);
    assert_eq!(
        posts[2],
        json!({ "unit": "voorschoten", "service": "finance", "role": "Controleur", "scale": "10A", "fte": 1.5, "in_post": 1 })
    );
    // The role is spelled as the study spells it: in a joint unit they are one.
    assert_eq!(
        posts[3],
        json!({ "unit": "wassenaar", "service": "hr", "role": "Hoofd P&O", "scale": "12", "fte": 1 })
    );
    let words = |row: usize, column: usize| {
        let holds = table.columns[column].holds().expect("a column that is read");
        said(Dutch, &table.known, holds, table.rows[row].cells[column].value.as_ref().expect("a value"))
    };
    assert_eq!((words(0, 0).as_str(), words(1, 1).as_str()), ("Voorschoten", "P&O"));
    assert_eq!(words(0, 4).replace('\u{a0}', " "), "1,5 fte");
}

#[test]
fn a_post_with_a_scale_and_a_cost_is_taken_at_the_cost() {
    let pasted = "Gemeente\tDienst\tFunctie\tSchaal\tKosten per fte\tFte\n\
                  Voorschoten\tP&O\tAdviseur\t10\t€ 71.500\t1\n\
                  Voorschoten\tP&O\tSecretaris\t8\t\t1\n";
    let table = table(pasted, APPEND);
    assert_eq!(faults(&table, English), Vec::<String>::new());
    let posts = table.study.as_ref().expect("a study")["posts"].as_array().expect("posts").clone();
    let (both, scale) = (&posts[posts.len() - 2], &posts[posts.len() - 1]);
    assert_eq!((&both["scale"], &both["cost_per_fte"]), (&json!(null), &json!(71_500)));
    assert_eq!((&scale["scale"], &scale["cost_per_fte"]), (&json!("8"), &json!(null)));
    assert!(table.notes.contains(&Note::ScalesLeftOut(1)), "{:?}", table.notes);
}

#[test]
fn without_headings_columns_stand_in_order() {
    let pasted = "Voorschoten;Financiën;Controleur;;85.000;1,5\n";
    assert_eq!(
        rows(pasted, APPEND)[2],
        json!({ "unit": "voorschoten", "service": "finance", "role": "Controleur", "cost_per_fte": 85000, "fte": 1.5 })
    );
    let partners = Wish { subject: Subject::Partners, ..APPEND };
    assert_eq!(
        rows("Oegstgeest\t25.500\nDe Bilt\t43.000", partners)[2],
        json!({ "id": "oegstgeest", "name": "Oegstgeest", "inhabitants": 25500 })
    );
}

#[test]
fn every_kind_of_table_is_read() {
    let costs = Wish { subject: Subject::RunningCosts, ..APPEND };
    assert_eq!(
        rows(
            "Gemeente,Naam,Bedrag,2027,2028,Btw,Bron\nWassenaar,Licences,,\"1,000.50\",2000,ja,begroting 2026",
            costs
        )[0],
        json!({ "unit": "wassenaar", "name": "Licences", "amounts": { "2027": 1000.5, "2028": 2000 }, "carries_vat": true, "source": "budget" })
    );
    let volumes = Wish { subject: Subject::Volumes, ..APPEND };
    assert_eq!(
        rows("Dienst\tOmschrijving\tVoorschoten\tWassenaar\nP&O\tsalarisstroken\t310\t290,5", volumes)[0],
        json!({ "service": "hr", "name": "salarisstroken", "by_partner": { "voorschoten": 310, "wassenaar": 290.5 } })
    );
    let departures = Wish { subject: Subject::Departures, ..APPEND };
    assert_eq!(
        rows("Wassenaar\tP&O\tadviseur\t31-07-2027\t0,5", departures)[0],
        json!({ "unit": "wassenaar", "service": "hr", "role": "Adviseur", "month": "2027-07", "fte": 0.5 })
    );
    let partners = Wish { subject: Subject::Partners, replace: true, ..APPEND };
    assert_eq!(
        rows(
            "Gemeente;Inwoners;Groei;Algemene uitkering\nVoorschoten;26.000;0,5%;39,4 mln\nWassenaar;27.600;-;",
            partners
        ),
        json!([
            { "id": "voorschoten", "name": "Voorschoten", "inhabitants": 26000, "growth": 0.005, "general_grant": 39_400_000 },
            { "id": "wassenaar", "name": "Wassenaar", "inhabitants": 27600 },
        ])
    );
}

#[test]
fn a_column_tells_how_its_numbers_are_meant() {
    let pasted = "Gemeente\tDienst\tFunctie\tKosten per fte\tFte\n\
                  Voorschoten\tP&O\ta\t81.234\t1.5\nVoorschoten\tP&O\tb\t81,234.50\t1.125";
    let posts = rows(pasted, APPEND);
    assert_eq!((&posts[2]["cost_per_fte"], &posts[2]["fte"]), (&json!(81.234), &json!(1.5)));
    assert_eq!((&posts[3]["cost_per_fte"], &posts[3]["fte"]), (&json!(81234.5), &json!(1.125)));
}

#[test]
fn every_fault_is_told_at_its_cell() {
    let pasted = "Gemeente;Dienst;Functie;Schaal;Fte;Bezetting\n\
                  Leiden;P&O;Adviseur;10;1;1\n\
                  Wassenaar;ICT;Beheerder;99;abc;-1\n\
                  Wassenaar;P&O;;8;;1\n\
                  Voorschoten;P&O;Hoofd P&O;12;=1+1;\n\
                  ;;;;1;\n";
    let table = table(pasted, APPEND);
    assert_eq!(table.study, None);
    let told = faults(&table, English);
    let expected = [
        ("2 Organisation", "The organisation ‘Leiden’ is not in this study. Add it or choose another."),
        ("3 Service", "The service ‘ICT’ is not in this study. Add it or choose another."),
        (
            "3 Salary scale",
            "There is no salary scale ‘99’. Choose a scale from 4 to 15 or enter the cost per fte.",
        ),
        ("3 FTE", "Enter a number of fte, for example 12.5."),
        ("3 In post", "The value -1 does not fit here. Enter at least 0. Enter at most 1,000,000."),
        ("4 Role", "This cell is empty. Fill it in."),
        ("4 FTE", "Enter a number of fte, for example 12.5."),
        ("5 FTE", "This is a formula. Paste the value instead."),
        ("6 Organisation", "This cell is empty. Fill it in."),
        ("6 Service", "This cell is empty. Fill it in."),
        ("6 Role", "This cell is empty. Fill it in."),
    ];
    for (place, sentence) in expected {
        let said = format!("{place}: {sentence}").replace('\u{2212}', "-");
        assert!(told.iter().any(|one| one.replace('\u{2212}', "-") == said), "{said}\n{told:#?}");
    }
    let beyond = faults(&table_without_headings(), English);
    assert_eq!(
        beyond,
        ["1 : ‘extra’ belongs to no column. Empty the cell or put a row of headings above the table."]
    );
}

fn table_without_headings() -> Table {
    table("Wassenaar\tP&O\tControleur\t10\t\t1\t\t\t\textra", APPEND)
}

#[test]
fn what_a_heading_lacks_or_says_twice_is_told() {
    let told = faults(&table("Gemeente;Dienst;Fte;Formatie\nWassenaar;P&O;1;1", APPEND), English);
    assert_eq!(
        told,
        [
            " : The column ‘Functie’ is missing. Add the column.",
            " FTE: The column ‘Fte’ occurs twice. Remove one of the two.",
        ]
    );
}

#[test]
fn services_are_added_only_where_that_is_wanted() {
    let pasted =
        "Wassenaar\tInformatie & ICT\tBeheerder\t9\t\t2\nVoorschoten\tinformatie en ict\tBeheerder\t9\t\t2";
    assert_eq!(table(pasted, APPEND).faults.len(), 2);
    let table = table(pasted, Wish { new_services: true, ..APPEND });
    assert_eq!(faults(&table, English), Vec::<String>::new());
    let study = table.study.expect("a study");
    assert_eq!(study["services"][2], json!({ "id": "informatie-ict", "name": "Informatie & ICT" }));
    assert_eq!(study["posts"][2]["service"], "informatie-ict");
    assert_eq!(table.news.len(), 2, "the two are spelled differently, and both are told");
}

#[test]
fn rows_that_take_the_place_of_others_take_ranges_along() {
    let replace = Wish { replace: true, ..APPEND };
    let posts =
        |fte: &str| format!("Wassenaar\tP&O\tAdviseur\t10\t\t{fte}\nVoorschoten\tP&O\tHoofd P&O\t12\t\t1");
    let table_of = |fte| table(&posts(fte), replace);
    let moved = table_of("2,8");
    assert_eq!(moved.lost_ranges, 0);
    assert_eq!(moved.study.expect("a study")["ranges"][0]["path"], "/posts/0/fte");
    let lost = table_of("4");
    assert_eq!((lost.lost_ranges, &lost.study.expect("a study")["ranges"]), (1, &json!([])));
}

#[test]
fn what_follows_for_the_rest_of_the_study_is_told() {
    let mut study = study();
    study["departures"] =
        json!([{ "unit": "wassenaar", "service": "hr", "role": "Adviseur", "month": "2027-01", "fte": 1 }]);
    let replace = Wish { replace: true, ..APPEND };
    let table =
        read("Wassenaar\tP&O\tSenior\t10\t\t2", &replace, &study, &Register::embedded()).expect("a table");
    assert_eq!(table.study, None);
    assert_eq!(table.faults.len(), 1);
    assert_eq!(table.faults[0].row, None);
    // What was wrong before keeps nobody from pasting.
    study["posts"][0]["fte"] = json!(-5);
    let table =
        read("Wassenaar\tP&O\tSenior\t10\t\t2", &APPEND, &study, &Register::embedded()).expect("a table");
    assert!(table.study.is_some(), "{:?}", table.faults);
}

#[test]
fn rows_that_are_there_already_are_told() {
    let told = faults(&table("Wassenaar\tP&O\tAdviseur\t10\t\t1", APPEND), English);
    assert_eq!(told, ["1 : The post ‘Adviseur’ occurs twice for P&O of Wassenaar. Add them up to one row."]);
}

#[test]
fn hostile_texts_are_answered() {
    let register = Register::embedded();
    let long = "x".repeat(100_000);
    let wide = "a\t".repeat(100);
    for text in [
        "\0\0\t\u{7}\n",
        "\"never closed\t\n\n",
        "=cmd|' /C calc'!A0\t@x\t+1\t-1",
        "<script>alert(1)</script>\t\u{202e}\t😀",
        "1e999\t1e999\t1e999\t1e999\t1e999\t1e999",
        "99999999999999999999999999\t9.9.9\t(-1)\tNaN\tinf\t-0",
        &long,
        &wide,
        "\u{feff}\u{feff}a;b;c;d;e;f",
    ] {
        for subject in Subject::ALL {
            for replace in [false, true] {
                let wish = Wish { subject, replace, new_services: true, language: Dutch };
                if let Ok(table) = read(text, &wish, &study(), &register) {
                    assert!(table.study.is_none(), "{subject:?}: {text:.40}");
                    assert!(faults(&table, Dutch).iter().all(|told| told.ends_with('.')));
                }
            }
        }
    }
    for text in ["", "\n\n;;\n", &"x".repeat(2_000_001), &"x\ty\n".repeat(6000), "Gemeente\tDienst\tFunctie"]
    {
        let fault = read(text, &APPEND, &study(), &register).expect_err("no table");
        assert!(fault.sentence(Dutch).ends_with('.'));
    }
}

#[test]
fn what_excel_saves_in_the_encoding_of_windows_is_read() {
    let saved = b"Gemeente;Dienst;Functie;Schaal;Fte\r\nWassenaar;Financi\xebn;Controleur;9;1,5\r\n";
    assert_eq!(rows(&text_of(saved), APPEND)[2]["service"], "finance");
}
