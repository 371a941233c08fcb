//! How sure the outcome is: answered beside the page, with the figures of the command line.

use serde_json::{Map, Value, json};
use thirtyfour::prelude::*;

use crate::Outcome;
use crate::native::{chart, example, told, typed_over};
use crate::visitor::{Visitor, single_address};

/// Every figure on the page with this attribute: its place in a report and its exact value.
pub(crate) async fn figures(visitor: &Visitor, attribute: &str) -> WebDriverResult<Map<String, Value>> {
    let script = format!(
        "return Object.fromEntries([...document.querySelectorAll('data[{attribute}]')]\
         .map(one => [one.getAttribute('{attribute}'), Number(one.value)]));"
    );
    Ok(visitor.ask(&script).await?.as_object().cloned().expect("figures"))
}

/// Holds the figures on the page against those of the command line. Gives how many there were.
#[track_caller]
pub(crate) fn same(figures: &Map<String, Value>, report: &Value) -> usize {
    let mut differences = Vec::new();
    for (pointer, shown) in figures {
        let told = report.pointer(pointer).and_then(Value::as_f64);
        if shown.as_f64().zip(told).is_none_or(|(shown, told)| (shown - told).abs() > 1e-9) {
            differences.push(format!("{pointer}: {shown:?} on the page, {told:?} on the command line"));
        }
    }
    assert_eq!(differences, Vec::<String>::new());
    figures.len()
}

/// What `deelsom simulate` and its like print of an option of a study.
pub(crate) fn asked(study: &Value, arguments: &[&str]) -> Value {
    let arguments = [&[arguments[0], "-", "--format", "json"], &arguments[1..]].concat();
    serde_json::from_str(&told(study, &arguments)).expect("a report in JSON")
}

/// Chooses in a list with keys, by the place of what is chosen.
pub(crate) async fn choose(visitor: &Visitor, list: &str, place: usize) -> Outcome {
    visitor.reach_at(By::Id(list)).await?;
    let mut keys = visitor.driver.action_chain().send_keys(Key::Home);
    for _ in 0..place {
        keys = keys.send_keys(Key::Down);
    }
    keys.perform().await?;
    let chosen = visitor.ask(&format!("return document.getElementById('{list}').value")).await?;
    assert_eq!(chosen, json!(place.to_string()), "{list}");
    Ok(())
}

const FIGURES: &str = "document.querySelector('[data-simulation]') !== null";
const RUNNING: &str = "document.querySelector('.results[aria-busy=true]') !== null";

#[tokio::test]
async fn it_shows_the_figures_of_the_command_line_for_the_same_seed() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("gevoeligheid").await?;
    visitor.settle().await?;
    let report = asked(&example(), &["simulate", "--option", "light"]);
    assert!(same(&figures(&visitor, "data-simulation").await?, &report) > 70);
    let tornado = asked(&example(), &["tornado", "--option", "light"]);
    assert!(same(&figures(&visitor, "data-tornado").await?, &tornado) > 30);
    let tipping = figures(&visitor, "data-break-even").await?;
    assert!(tipping.len() > 3, "{tipping:?}");
    for (id, value) in tipping {
        let found = asked(&example(), &["break-even", "--option", "light", "--parameter", &id]);
        let away = value.as_f64().unwrap_or(f64::NAN) - found["value"].as_f64().unwrap_or(f64::NAN);
        assert!(away.abs() <= 1e-6, "{id}: {value} on the page, {} on the command line", found["value"]);
    }

    // Another seed, written into the study, and taken back.
    visitor.type_over("/seed", "7").await?;
    let study = with_seed(7);
    let report = asked(&study, &["simulate", "--option", "light"]);
    same(&figures(&visitor, "data-simulation").await?, &report);
    visitor.press_with_control('z').await?;
    let report = asked(&example(), &["simulate", "--option", "light"]);
    same(&figures(&visitor, "data-simulation").await?, &report);

    // Half of the savings, PERT, another option, fewer draws.
    visitor.reach_at(By::Id("half")).await?;
    visitor.press(Key::Space).await?;
    choose(&visitor, "draws", 0).await?;
    choose(&visitor, "shape", 1).await?;
    choose(&visitor, "option", 1).await?;
    visitor.settle().await?;
    let other = example().pointer("/options/1/id").and_then(Value::as_str).map(str::to_owned);
    let other = other.expect("a second option");
    let halved = ["simulate", "--option", &other, "--draws", "1000", "--half-realised"];
    let report = asked(&example(), &[&halved[..], &["--distribution", "pert"]].concat());
    same(&figures(&visitor, "data-simulation").await?, &report);
    let whole = asked(&example(), &["simulate", "--option", &other, "--draws", "1000"]);
    assert_ne!(whole["npv"], report["npv"], "half of the savings is something else");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

fn with_seed(seed: u32) -> Value {
    let mut study = example();
    study["seed"] = json!(seed);
    study
}

#[tokio::test]
async fn its_charts_are_those_of_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.ask(crate::KEEP_DRAWINGS).await?;
    visitor.go("gevoeligheid").await?;
    visitor.settle().await?;
    for language in ["nl", "en"] {
        visitor.speak(language).await?;
        let drawings = visitor.ask("return window.drawings").await?;
        for kind in ["fan", "tornado"] {
            let native = json!(chart(&example(), kind, 1000, language));
            let here = drawings.as_array().is_some_and(|all| all.contains(&native));
            assert!(here, "{kind} in {language}");
        }
    }
    visitor.leave().await
}

#[tokio::test]
async fn one_can_stop_it_and_go_on_working_meanwhile() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("gevoeligheid").await?;
    choose(&visitor, "draws", 2).await?;
    visitor.until(&format!("{RUNNING} && {FIGURES}")).await?;
    let study = typed_over(example(), "/posts/1/fte", json!(11.5));
    work_elsewhere(&visitor, &study).await?;

    let made =
        |text: String| text.chars().take_while(|one| *one != 'v').filter(char::is_ascii_digit).collect();
    visitor.reach_at(By::Id("stop")).await?;
    visitor.driver.action_chain().send_keys(Key::Enter).perform().await?;
    visitor.until(&format!("!({RUNNING})")).await?;
    let stopped: String = made(visitor.text_at(".progress span").await?);
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    let later: String = made(visitor.text_at(".progress span").await?);
    assert_eq!(stopped, later, "it goes on");
    assert!(stopped.parse::<u32>().is_ok_and(|draws| draws < 100_000), "{stopped}");

    // On again, with fewer.
    choose(&visitor, "draws", 0).await?;
    visitor.settle().await?;
    let report = asked(&study, &["simulate", "--option", "light", "--draws", "1000"]);
    same(&figures(&visitor, "data-simulation").await?, &report);
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

/// Changes a post on another page while draws are made, and comes back to figures of the changed study.
async fn work_elsewhere(visitor: &Visitor, changed: &Value) -> Outcome {
    visitor.go("nulmeting").await?;
    let fte = changed.pointer("/posts/1/fte").map_or_else(String::new, Value::to_string);
    visitor.type_over("/posts/1/fte", &fte.replace('.', ",")).await?;
    crate::native::agree(&visitor.figures().await?, &crate::native::report(changed), "nulmeting");
    visitor.reach_at(By::Css("nav a[href='#/gevoeligheid']")).await?;
    visitor.driver.action_chain().send_keys(Key::Enter).perform().await?;
    // The outcome of before the change is said to be that, until there is another.
    visitor.until("document.querySelector('.results:not(.old) [data-simulation]') !== null").await
}

#[tokio::test]
async fn a_worker_that_does_not_start_is_said_and_can_be_tried_again() -> Outcome {
    let visitor = Visitor::open(768, 1000).await?;
    visitor
        .ask(
            "const start = document.getElementById('start');
             window.worker = start.dataset.worker;
             start.dataset.worker = './nowhere.js';",
        )
        .await?;
    visitor.go("gevoeligheid").await?;
    let told = visitor.driver.query(By::Css("main [role=alert]")).first().await?;
    assert!(told.text().await?.contains("Uw studie is er nog"));
    assert_eq!(crate::accessibility(&visitor).await?, json!([]));
    visitor.ask("document.getElementById('start').dataset.worker = window.worker").await?;
    visitor.push("again").await?;
    visitor.until(FIGURES).await?;
    assert_eq!(visitor.driver.find_all(By::Css("main [role=alert]")).await?.len(), 0);
    visitor.leave().await
}

#[tokio::test]
async fn ranges_that_do_not_fit_are_said() -> Outcome {
    let visitor = Visitor::open(768, 1000).await?;
    let mut study = example();
    study["ranges"] = json!([{ "path": "/posts/1/fte", "low": 0.0, "high": 0.001 }]);
    visitor.open_study("ranges.json", &study.to_string()).await?;
    visitor.go("gevoeligheid").await?;
    let told = visitor.driver.query(By::Css("main [role=alert] + ul")).first().await?;
    assert!(!told.text().await?.is_empty());
    visitor.leave().await
}

#[tokio::test]
async fn in_one_file_the_page_draws_by_itself() -> Outcome {
    let single = Visitor::open_at(&single_address(), 1440, 1000).await?;
    single.driver.set_script_timeout(std::time::Duration::from_mins(2)).await?;
    single.go("gevoeligheid").await?;
    choose(&single, "draws", 0).await?;
    single.settle().await?;
    let report = asked(&example(), &["simulate", "--option", "light", "--draws", "1000"]);
    assert!(same(&figures(&single, "data-simulation").await?, &report) > 70);
    assert_eq!(single.console().await?, Vec::<String>::new());
    single.leave().await
}
