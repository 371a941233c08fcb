//! A study is kept, shared, frozen and printed, and nothing of it is lost or overwritten unasked.

use serde_json::{Value, json};
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::prelude::*;

use crate::native::{agree, example, report, told, typed_over};
use crate::visitor::{Visitor, given};
use crate::{Outcome, accessibility};

const FTE: &str = "/posts/1/fte";

/// Waits until the study that this device keeps has a value at a place.
async fn until_kept(visitor: &Visitor, value: f64) -> Outcome {
    let kept = "JSON.parse(JSON.parse(localStorage['deelsom/study'] ?? 'null')?.study ?? 'null')";
    visitor.until(&format!("{kept}?.posts[1].fte === {value}")).await
}

/// Waits until what is said below every page has these words.
async fn until_told(visitor: &Visitor, words: &str) -> Outcome {
    visitor.until(&format!("document.querySelector('.keeper')?.textContent.includes('{words}')")).await
}

/// Presses the button with these words, by key.
async fn press(visitor: &Visitor, words: &str) -> Outcome {
    let button = By::XPath(format!("//button[starts-with(normalize-space(), '{words}')]"));
    visitor.press_at(button).await
}

/// The address again, as whoever comes back.
async fn come_back(visitor: &Visitor) -> Outcome {
    visitor.driver.refresh().await?;
    visitor.driver.query(By::Id("top")).first().await?;
    visitor.driver.query(By::Css(".keeper")).first().await?;
    visitor.settle().await
}

/// Changes a post on the page with the baseline.
async fn change(visitor: &Visitor, typed: &str) -> Outcome {
    visitor.go("nulmeting").await?;
    visitor.type_over(FTE, typed).await
}

async fn shows(visitor: &Visitor, study: &Value) -> Outcome {
    visitor.go("uitkomst").await?;
    assert!(agree(&visitor.figures().await?, &report(study), "uitkomst") > 0);
    Ok(())
}

#[tokio::test]
async fn what_was_changed_is_gone_on_with_also_where_it_is_half_done() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    until_told(&visitor, "nog niets veranderd").await?;
    change(&visitor, "12,5").await?;
    until_kept(&visitor, 12.5).await?;
    until_told(&visitor, "Laatst bewaard op dit apparaat").await?;
    come_back(&visitor).await?;
    until_told(&visitor, "gaat verder met de studie").await?;
    let study = typed_over(example(), FTE, json!(12.5));
    shows(&visitor, &study).await?;

    // A number that the model refuses is kept too, beside the last study without problems.
    visitor.go("nulmeting").await?;
    visitor.type_over("/partners/0/inhabitants", "0").await?;
    visitor.until("JSON.parse(localStorage['deelsom/study']).draft?.partners[0].inhabitants === 0").await?;
    come_back(&visitor).await?;
    visitor.go("nulmeting").await?;
    let field = visitor.field("/partners/0/inhabitants").await?;
    assert_eq!(field.prop("value").await?.as_deref(), Some("0"));
    assert_eq!(field.attr("aria-invalid").await?.as_deref(), Some("true"));
    visitor.press_with_control('z').await?;
    shows(&visitor, &study).await?;
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn a_study_is_saved_erased_and_opened_again() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.remember_files().await?;
    change(&visitor, "12,5").await?;
    until_kept(&visitor, 12.5).await?;
    let saved = visitor.save().await?;
    let study = typed_over(example(), FTE, json!(12.5));
    assert_eq!(serde_json::from_str::<Value>(&saved).ok(), Some(study.clone()));

    visitor.go("bewaren").await?;
    press(&visitor, "Rapport downloaden").await?;
    let given_report: Value = serde_json::from_str(&visitor.last_file().await?).expect("a report");
    assert_eq!(given_report, report(&study));

    press(&visitor, "Wis gegevens op dit apparaat").await?;
    assert_ne!(visitor.ask("return localStorage.length").await?, json!(0), "it asks first");
    assert_eq!(accessibility(&visitor).await?, json!([]));
    press(&visitor, "Ja, wis alles").await?;
    visitor.until("localStorage.length === 0").await?;
    come_back(&visitor).await?;
    shows(&visitor, &example()).await?;

    visitor.open_study("saved.json", &saved).await?;
    shows(&visitor, &study).await?;
    visitor.press_with_control('z').await?;
    shows(&visitor, &example()).await?;
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn what_cannot_be_read_is_set_aside_and_never_lost() -> Outcome {
    let visitor = Visitor::open(768, 1000).await?;
    visitor.remember_files().await?;
    let newer = r#"{"format":"deelsom/kept","version":2,"study":"?"}"#;
    for (place, (torn, why)) in [
        (r#"{"format":"deelsom/kept","version":1,"study":"{\"form"#, "Onleesbaar of afgebroken"),
        ("{}", "Niet van Deelsom"),
        (newer, "Van een nieuwere versie"),
        (
            r#"{"format":"deelsom/kept","version":1,"saved":"x","study":"{}","draft":null}"#,
            "Een studie met fouten",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        visitor.driver.execute("localStorage['deelsom/study'] = arguments[0]", vec![json!(torn)]).await?;
        come_back(&visitor).await?;
        until_told(&visitor, "kon niet worden geopend").await?;
        until_told(&visitor, why).await?;
        shows(&visitor, &example()).await?;
        visitor.remember_files().await?;
        visitor.go("bewaren").await?;
        let rows = visitor.driver.find_all(By::Css("main tbody tr:has(td .tools)")).await?;
        assert_eq!(rows.len(), place + 1);
        assert_eq!(accessibility(&visitor).await?, json!([]));
    }
    // Exactly as it was.
    let downloads = visitor.driver.find_all(By::XPath("//button[starts-with(., 'Downloaden')]")).await?;
    visitor.reach(downloads.get(1).expect("a button for each copy")).await?;
    visitor.press(Key::Enter).await?;
    assert_eq!(visitor.last_file().await?, "{}");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn two_windows_do_not_overwrite_each_other_unasked() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    change(&visitor, "2").await?;
    until_kept(&visitor, 2.0).await?;
    let first = visitor.driver.window().await?;
    let second = visitor.driver.new_tab().await?;
    visitor.driver.switch_to_window(second.clone()).await?;
    visitor.driver.goto(given("DEELSOM_URL")).await?;
    visitor.driver.query(By::Css(".keeper")).first().await?;
    until_told(&visitor, "gaat verder met de studie").await?;
    change(&visitor, "3").await?;
    until_kept(&visitor, 3.0).await?;

    visitor.driver.switch_to_window(first.clone()).await?;
    until_told(&visitor, "intussen in een ander venster").await?;
    visitor.type_over(FTE, "4").await?;
    until_told(&visitor, "Met welke versie gaat u verder?").await?;
    until_kept(&visitor, 3.0).await?;
    assert_eq!(accessibility(&visitor).await?, json!([]));
    press(&visitor, "Verder met de versie in dit venster").await?;
    until_kept(&visitor, 4.0).await?;

    visitor.driver.switch_to_window(second).await?;
    until_told(&visitor, "intussen in een ander venster").await?;
    press(&visitor, "Verder met de versie uit het andere venster").await?;
    shows(&visitor, &typed_over(example(), FTE, json!(4))).await?;
    // What gave way is a copy, and can be opened.
    visitor.go("bewaren").await?;
    press(&visitor, "Openen").await?;
    shows(&visitor, &typed_over(example(), FTE, json!(3))).await?;
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

/// A study small enough for a link, with a single person who is known to leave.
fn small() -> Value {
    let post = |unit: &str, role: &str, fte: f64| json!({ "unit": unit, "service": "hr", "role": role, "cost_per_fte": 80000, "fte": fte });
    json!({
        "format": "deelsom/study", "version": 1, "title": "Two and a department",
        "period": { "first_year": 2026, "years": 5 },
        "partners": [
            { "id": "a", "name": "A <b>", "inhabitants": 20000 }, { "id": "b", "name": "B", "inhabitants": 30000 },
        ],
        "services": [{ "id": "hr", "name": "HR", "kind": "general" }],
        "posts": [post("a", "Head of HR", 1.0), post("a", "Adviser", 3.0), post("b", "Adviser", 4.0)],
        "departures": [{ "unit": "a", "service": "hr", "role": "Head of HR", "month": "2027-03", "fte": 1 }],
        "options": [{
            "id": "one", "name": "One department",
            "units": [{ "id": "joint", "name": "Joint", "form": "network", "members": ["a", "b"] }],
            "moves": [{
                "service": "hr", "month": "2027-01", "to": ["joint"],
                "staffing": { "rule": "percent", "percent": 0.1 },
            }],
            "keys": { "default": { "key": "inhabitants" } },
        }],
    })
}

#[tokio::test]
async fn a_shared_study_is_shown_beside_ones_own() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.open_study("small.json", &small().to_string()).await?;
    visitor.go("bewaren").await?;
    let warning = visitor.text_at("main .desk").await?;
    assert!(warning.contains("Dat is een persoonsgegeven"), "{warning}");
    let mut links = Vec::new();
    for button in ["Maak een link zonder", "Maak een link"] {
        press(&visitor, button).await?;
        let field = visitor.driver.query(By::Id("shared-link")).first().await?;
        let at = visitor.ask("return document.activeElement.id").await?;
        assert_eq!(at, json!("shared-link"), "the reader is at the link");
        links.push(field.prop("value").await?.unwrap_or_default());
    }
    assert_ne!(links[0], links[1]);
    assert_eq!(accessibility(&visitor).await?, json!([]));

    // The own work of whoever gets the link.
    visitor.press_with_control('z').await?;
    change(&visitor, "12,5").await?;
    until_kept(&visitor, 12.5).await?;
    let own = typed_over(example(), FTE, json!(12.5));
    for link in &links {
        visitor.driver.goto(link).await?;
        visitor.until("document.querySelector('.annex') !== null").await?;
        let shared = visitor.text_at("main").await?;
        assert!(
            shared.contains("U bekijkt een gedeelde studie. Uw eigen studie blijft bewaard."),
            "{shared}"
        );
        assert!(shared.contains("Two and a department") && shared.contains("A <b>"), "{shared}");
        assert_eq!(accessibility(&visitor).await?, json!([]));
        visitor.press_at(By::LinkText("Terug naar mijn eigen studie")).await?;
        shows(&visitor, &own).await?;
    }
    until_kept(&visitor, 12.5).await?;

    visitor.driver.goto(&links[1]).await?;
    press(&visitor, "Neem deze studie over").await?;
    shows(&visitor, &small()).await?;
    visitor.go("bewaren").await?;
    press(&visitor, "Openen").await?;
    shows(&visitor, &own).await?;

    // Links that hold no study say so, and change nothing.
    let page = given("DEELSOM_URL");
    for (end, said) in [
        ("s1.AAAA".to_owned(), "afgebroken of veranderd"),
        ("s9.AAAA".to_owned(), "niet van deze versie"),
        (
            links[1].split("/s1.").nth(1).map(|packed| format!("s1.{}", &packed[..40])).unwrap_or_default(),
            "afgebroken",
        ),
    ] {
        visitor.driver.goto(format!("{}/#/bewaren/{end}", page.trim_end_matches('/'))).await?;
        let alert = format!("document.querySelector('main [role=alert]')?.textContent.includes('{said}')");
        visitor.until(&alert).await?;
    }
    shows(&visitor, &own).await?;
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn a_frozen_version_stays_what_it_was() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("bewaren").await?;
    press(&visitor, "Bevries deze versie").await?;
    let field = visitor.driver.find(By::Id("freeze-label")).await?;
    assert_eq!(field.attr("aria-invalid").await?.as_deref(), Some("true"), "it needs a name");
    visitor.reach(&field).await?;
    visitor.driver.action_chain().send_keys("Raad van 12 maart").perform().await?;
    press(&visitor, "Bevries deze versie").await?;
    until_told(&visitor, "U bekijkt een bevroren versie").await?;
    let annex = visitor.text_at(".annex").await?;
    assert!(annex.contains("Bevroren als ‘Raad van 12 maart’ op"), "{annex}");
    let page = told(&example(), &["annex", "-", "--option", "light"]);
    let print = visitor.text_at(".desk code").await?;
    assert!(print.len() == 64 && page.contains(&print), "the command line has the same fingerprint: {print}");

    change(&visitor, "12,5").await?;
    visitor.until("!document.querySelector('.keeper').textContent.includes('bevroren')").await?;
    visitor.go("bewaren").await?;
    let copies = visitor.text_at("[aria-labelledby=copies]").await?;
    assert!(copies.contains("‘Raad van 12 maart’"), "frozen versions are told apart: {copies}");
    press(&visitor, "Openen").await?;
    until_told(&visitor, "U bekijkt een bevroren versie").await?;
    shows(&visitor, &example()).await?;
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

/// A text without blanks, which a printed page has where lines end.
fn joined(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace()).collect()
}

#[tokio::test]
async fn the_annex_is_printed_with_the_figures_of_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.remember_files().await?;
    visitor.go("bewaren").await?;
    let figures = visitor.figures().await?;
    assert!(agree(&figures, &report(&example()), "bewaren") > 100);
    let sheet = PrintPage { width: 21.0, height: 29.7 };
    let printed = visitor.driver.print_page(PrintParameters { page: sheet, ..PrintParameters::default() });
    let document = lopdf::Document::load_mem(&printed.await?).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    assert!((2..=6).contains(&pages.len()), "{} pages", pages.len());
    let text = joined(&document.extract_text(&pages).expect("text in the PDF"));
    assert!(text.contains(&joined("Bijlage bij het raadsvoorstel")), "{text}");
    let shown = "return [...document.querySelectorAll('.annex data')].map(one => one.textContent)";
    for figure in visitor.ask(shown).await?.as_array().expect("figures") {
        let figure = joined(figure.as_str().unwrap_or_default());
        assert!(text.contains(&figure), "{figure} was not printed");
    }
    for control in ["Bevries deze versie", "Opslaan als bestand", "Nulmeting"] {
        assert!(!text.contains(&joined(control)), "{control} was printed");
    }
    let catalog = document.catalog().expect("a catalogue");
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo"), "headings and tables are tagged");
    assert_eq!(catalog.get(b"Lang").and_then(|one| one.as_str()).ok(), Some(&b"nl"[..]));

    press(&visitor, "Download de bijlage als HTML").await?;
    let today = "const day = new Date(); return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
                 .map(part => String(part).padStart(2, '0')).join('-')";
    let today = visitor.ask(today).await?;
    let today = today.as_str().unwrap_or_default();
    let native = told(&example(), &["annex", "-", "--option", "light", "--date", today]);
    assert_eq!(visitor.last_file().await?, native, "the file is that of the command line");
    visitor.leave().await
}
