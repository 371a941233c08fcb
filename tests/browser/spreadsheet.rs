//! Files of spreadsheets come in: rows of a municipality's own, and a workbook of Deelsom that someone typed in.

use std::path::Path;
use std::process::{Command, Output};

use deelsom_core::{Register, Study, calculate};
use deelsom_language::Language;
use deelsom_workbook::{At, Content, Given, Kind, Made, Role, Style, build};
use deelsom_xlsx::{Look, MonthLocale, write};
use rust_xlsxwriter::{Workbook, XlsxError};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::files::{archive, written};
use crate::native::{agree, changed, example, report, typed_over};
use crate::visitor::{Visitor, given, single_address};
use crate::{Outcome, accessibility};

/// A workbook as a personnel department has it: a sheet of remarks, then a list below its title.
fn personnel(fte: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let remarks = book.add_worksheet().set_name("Toelichting")?;
    remarks.write(0, 0, "Stand per 1 januari")?;
    let list = book.add_worksheet().set_name("Formatie")?;
    list.write(0, 0, "Formatieoverzicht")?;
    for (column, heading) in (0..).zip(["Gemeente", "Dienst", "Functie", "Schaal", "Fte", "Leeftijd"]) {
        list.write(2, column, heading)?;
    }
    for (row, role) in (3..).zip(["Adviseur", "Medewerker", "Coördinator"]) {
        for (column, text) in (0..).zip(["Voorschoten", "Financiën", role, "schaal 10"]) {
            list.write(row, column, text)?;
        }
        list.write(row, 4, 1.25)?;
        list.write(row, 5, 50)?;
    }
    match fte.parse::<f64>() {
        Ok(number) => list.write(4, 4, number)?,
        Err(_) => list.write(4, 4, fte)?,
    };
    book.save_to_buffer()
}

/// What the command line answers to a file with these arguments, after the study or without one.
fn imported(study: Option<&Value>, file: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(given("DEELSOM_BIN"));
    command.arg("import");
    if let Some(study) = study {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        command.arg(written(&format!("{name}.study.json"), study.to_string()));
    }
    command.arg(file).args(arguments).output().expect("the program starts")
}

/// The study that the command line makes of a file.
fn study_of(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("a study")
}

/// Gives a file to the field with this id.
async fn open(visitor: &Visitor, id: &str, file: &Path) -> Outcome {
    visitor.pick_files(id, &file.to_string_lossy()).await
}

/// Waits until it is said at a place, and gives all that is said there.
async fn until_told(visitor: &Visitor, selector: &str, words: &str) -> WebDriverResult<String> {
    let wait = "const [selector, words, done] = arguments;
         const look = () => {
           const told = document.querySelector(selector)?.textContent.replaceAll('\\u00a0', ' ');
           told?.includes(words) ? done(told) : setTimeout(look, 5);
         };
         look();";
    let told = visitor.driver.execute_async(wait, vec![json!(selector), json!(words)]).await?;
    Ok(told.json().as_str().unwrap_or_default().to_owned())
}

async fn main_text(visitor: &Visitor) -> WebDriverResult<String> {
    Ok(visitor.text_at("main").await?.replace('\u{a0}', " "))
}

/// The study as the page saves it.
async fn saved(visitor: &Visitor) -> WebDriverResult<Value> {
    Ok(serde_json::from_str(&visitor.save().await?).expect("a study"))
}

#[tokio::test]
async fn posts_of_a_workbook_are_seen_by_cell_and_taken_over_in_one_step() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    let before = visitor.figures().await?;
    let faulty = written("faulty.xlsx", personnel("veel").expect("a workbook"));
    open(&visitor, "open-table", &faulty).await?;
    until_told(&visitor, "#paste-told", "3 regels, 1 fout.").await?;
    let shown = main_text(&visitor).await?;
    for expected in ["Formatie!E5: ", "Geopend bestand: faulty.xlsx", "Leeftijd (niet gelezen)"] {
        assert!(shown.contains(expected), "{expected}: {shown}");
    }
    let told = String::from_utf8_lossy(&imported(Some(&example()), &faulty, &[]).stderr).into_owned();
    assert!(told.starts_with("Formatie!E5: "), "{told}");
    assert_eq!(accessibility(&visitor).await?, json!([]));
    visitor.push("paste-take-over").await?;
    assert_eq!(visitor.figures().await?, before, "nothing is taken over while there are faults");

    // Another sheet has nothing of the kind; the likeliest was chosen at first.
    visitor.reach_at(By::Id("paste-sheet")).await?;
    visitor.press(Key::Up).await?;
    until_told(&visitor, "#paste-told", "fouten.").await?;
    visitor.push("paste-close").await?;
    assert!(!main_text(&visitor).await?.contains("Geopend bestand"));

    let mended = written("mended.xlsx", personnel("0,5").expect("a workbook"));
    open(&visitor, "open-table", &mended).await?;
    until_told(&visitor, "#paste-told", "3 regels, 0 fouten.").await?;
    for width in [360, 768, 1440] {
        visitor.resize(width, 1000).await?;
        let wide = visitor.number("return document.documentElement.scrollWidth").await?;
        assert!(wide <= width, "the page is {wide} px wide");
    }
    visitor.push("paste-take-over").await?;
    until_told(&visitor, "#paste-told", "Toegevoegd: 3 regels.").await?;
    let study = study_of(&imported(Some(&example()), &mended, &[]));
    assert_eq!(saved(&visitor).await?, study, "the page and the command line make the same study");
    assert!(agree(&visitor.figures().await?, &report(&study), "nulmeting") > 0);
    visitor.press_with_control('z').await?;
    assert_eq!(visitor.figures().await?, before, "one step back");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

/// A file of `OpenDocument` with running costs, costs negative as in Voorschoten.
fn costs() -> Vec<u8> {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let amount =
        |amount: i32| format!("<table:table-cell office:value-type=\"float\" office:value=\"{amount}\"/>");
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let rows = [
        row(&["Gemeente", "Naam", "Bedrag"].map(text)),
        row(&[text("Wassenaar"), text("Licenties"), amount(-1200)]),
        row(&[text("Wassenaar"), text("Leges"), amount(300)]),
    ];
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"Kosten\">{}</table:table></office:spreadsheet></office:body>\
         </office:document-content>",
        rows.concat()
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ])
}

#[tokio::test]
async fn costs_are_read_the_way_round_that_is_chosen() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    let file = written("costs.ods", costs());
    visitor.reach_at(By::Id("paste-subject")).await?;
    visitor.driver.action_chain().send_keys("overige").perform().await?;
    visitor.settle().await?;
    open(&visitor, "open-table", &file).await?;
    until_told(&visitor, "main", "‘Licenties’ is gelezen als € 1.200 aan inkomsten. Klopt dat?").await?;
    visitor.reach_at(By::Id("paste-sign")).await?;
    visitor.press(Key::Down).await?;
    visitor.press(Key::Down).await?;
    until_told(&visitor, "main", "‘Licenties’ is gelezen als € 1.200 aan kosten. Klopt dat?").await?;
    assert_eq!(accessibility(&visitor).await?, json!([]));
    visitor.push("paste-take-over").await?;
    let how = ["--subject", "running-costs", "--signs", "cost-negative"];
    let study = study_of(&imported(Some(&example()), &file, &how));
    assert_eq!(study["running_costs"].as_array().and_then(|all| all.last()).expect("a row")["amount"], -300);
    assert_eq!(saved(&visitor).await?, study, "the page and the command line make the same study");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

/// The workbook of a study in which someone typed something in the cell of a figure, and a remark under the table; and both
/// cells.
fn typed_in(file: &Value, pointer: &str, content: Content) -> (Vec<u8>, [String; 2]) {
    let register = Register::embedded();
    let study = Study::from_value(file, &register).expect("valid");
    let outcome = calculate(&study, &register);
    let given = Given { file, study: &study, register: &register, outcome: &outcome, warnings: &[] };
    let mut book = build(given, Language::Dutch, &Made { version: "", date: "" }).expect("a workbook");
    let at = book.inputs.iter().find(|input| input.pointer == pointer).expect("an input").at;
    let style = book.cell(at).expect("a cell").style;
    book.put(at, content, style);
    let under = At { row: book.sheet(at.sheet).size().0 + 1, column: 0, ..at };
    book.put(under, Content::Text("Nog een functie".into()), Style(Role::Note, Kind::Text));
    let look = Look { month_locale: MonthLocale::Dutch, title: String::new(), created: (2026, 11, 22) };
    let cells = [at, under].map(|at| format!("{}!{at}", book.sheet(at.sheet).name));
    (write(&book, &look).expect("a file"), cells)
}

const FTE: &str = "/posts/0/fte";
const TOLD: &str = "#workbook-back-told";

#[tokio::test]
async fn a_workbook_of_deelsom_comes_back_with_what_was_typed_in_it() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let (file, [cell, under]) = typed_in(&example(), FTE, Content::Number(7.25));
    let file = written("typed.xlsx", file);
    let study = changed(example(), FTE, json!(7.25));
    assert_eq!(study_of(&imported(None, &file, &[])), study);

    visitor.go("bewaren").await?;
    open(&visitor, "open-workbook", &file).await?;
    until_told(&visitor, TOLD, "Hieronder staat wat er in de studie verandert.").await?;
    let table = visitor.text_at("[aria-labelledby=workbook-changes]").await?;
    assert!(table.contains(&cell) && table.contains("7,25"), "{table}");
    let unread = visitor.text_at("#workbook-unread").await?;
    assert!(unread.contains("Wat niet wordt overgenomen") && unread.contains(&under), "{unread}");
    assert_eq!(accessibility(&visitor).await?, json!([]));
    visitor.push("workbook-aside").await?;
    assert_eq!(saved(&visitor).await?, example(), "what is set aside changes nothing");

    // A study that went on meanwhile: what is different there changes too, and that is said.
    visitor.go("nulmeting").await?;
    visitor.type_over("/posts/1/fte", "12,5").await?;
    visitor.go("bewaren").await?;
    open(&visitor, "open-workbook", &file).await?;
    until_told(&visitor, "main", "de rekenmap is niet van de studie zoals die nu op het scherm staat")
        .await?;
    let table = visitor.text_at("[aria-labelledby=workbook-changes]").await?;
    assert!(table.contains("12,5"), "{table}");
    visitor.push("workbook-accept").await?;
    until_told(&visitor, TOLD, "De rekenmap is overgenomen.").await?;
    assert_eq!(saved(&visitor).await?, study);
    open(&visitor, "open-workbook", &file).await?;
    until_told(&visitor, TOLD, "Er verandert niets.").await?;
    visitor.press_with_control('z').await?;
    assert_eq!(saved(&visitor).await?, typed_over(example(), "/posts/1/fte", json!(12.5)), "one step back");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn a_file_that_cannot_be_taken_says_why_and_nothing_is_lost() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let (wrong, [cell, _]) = typed_in(&example(), FTE, Content::Text("veel".into()));
    let wrong = written("wrong.xlsx", wrong);
    visitor.go("bewaren").await?;
    open(&visitor, "open-workbook", &wrong).await?;
    until_told(&visitor, TOLD, "Dit bestand kan niet worden overgenomen.").await?;
    until_told(&visitor, "main .problems", &format!("{cell}: ")).await?;
    assert_eq!(accessibility(&visitor).await?, json!([]));
    visitor.speak("en").await?;
    until_told(&visitor, TOLD, "This file cannot be taken over.").await?;
    visitor.speak("nl").await?;
    let other = written("other.xlsx", personnel("1").expect("a workbook"));
    open(&visitor, "open-workbook", &other).await?;
    until_told(&visitor, TOLD, "Dit is geen rekenmap van Deelsom.").await?;

    visitor.go("nulmeting").await?;
    open(&visitor, "open-table", &wrong).await?;
    until_told(&visitor, "main .error", "Dit is een rekenmap van Deelsom.").await?;
    let zeros = vec![0; 65_000_000];
    for (name, bytes, told) in [
        ("broken.xlsx", b"PK\x03\x04 and nothing more".to_vec(), "beschadigd"),
        ("locked.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "wachtwoord"),
        ("letter.docx", archive(&[("letter.txt", b"Dear council")]), "."),
        ("bomb.xlsx", archive(&[("_rels/.rels", b"<Relationships/>"), ("1.xml", &zeros)]), "."),
    ] {
        // Emptied first, so that what is told is of this file.
        visitor.reach_at(By::Id("paste-rows")).await?;
        visitor.driver.action_chain().send_keys("x").send_keys(Key::Backspace).perform().await?;
        open(&visitor, "open-table", &written(name, bytes)).await?;
        let wrong = until_told(&visitor, "main .error", told).await?;
        assert!(wrong.ends_with('.'), "{name}: {wrong}");
    }
    assert_eq!(saved(&visitor).await?, example());
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn an_empty_workbook_is_downloaded_as_that_of_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.remember_files().await?;
    visitor.go("nulmeting").await?;
    visitor.push("template").await?;
    until_told(&visitor, "#template-told", "Het invulbestand is gemaakt en gedownload.").await?;
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("template.xlsx");
    let made = Command::new(given("DEELSOM_BIN")).arg("template").arg(&path).status()?;
    assert!(made.success());
    assert!(visitor.last_bytes().await? == std::fs::read(path)?, "the same file");
    assert_eq!(accessibility(&visitor).await?, json!([]));

    // In one file there is nobody to read or make them.
    let single = Visitor::open_at(&single_address(), 1440, 1000).await?;
    single.go("nulmeting").await?;
    assert!(single.driver.find_all(By::Id("template")).await?.is_empty());
    open(&single, "open-table", &written("single.xlsx", personnel("1").expect("a workbook"))).await?;
    until_told(&single, "main .error", "In dit ene bestand leest Deelsom geen Excel.").await?;
    single.leave().await?;
    visitor.leave().await
}
