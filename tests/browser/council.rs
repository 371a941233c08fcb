//! The pages *Council* and *Fair division*: every figure is that of the command line.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::Outcome;
use crate::native::{agree, changed, example, report, typed_over};
use crate::sensitivity::{asked, choose, figures, same};
use crate::visitor::{Visitor, single_address};

/// Opens a study as a file.
async fn open(visitor: &Visitor, name: &str, study: &Value) -> Outcome {
    visitor.open_study(name, &study.to_string()).await?;
    let title = format!("//main//h2[text()={}]", study["title"]);
    visitor.go("uitkomst").await?;
    visitor.driver.query(By::XPath(title)).first().await?;
    Ok(())
}

/// Holds costs a year against the net present values of a report. Gives how many there were.
async fn same_a_year(visitor: &Visitor, fairness: &Value) -> WebDriverResult<usize> {
    let years = fairness["years"].as_f64().expect("years");
    let shown = figures(visitor, "data-fairness-a-year").await?;
    for (pointer, value) in &shown {
        let told = fairness.pointer(pointer).and_then(Value::as_f64).expect("a figure of the report");
        let away = value.as_f64().expect("a number") - told / years;
        assert!(
            away.abs() <= 0.005_001,
            "{pointer}: {value} a year on the page, {} by the report",
            told / years
        );
    }
    Ok(shown.len())
}

async fn text(visitor: &Visitor) -> WebDriverResult<String> {
    Ok(visitor.text_at("main").await?.replace('\u{a0}', " "))
}

#[tokio::test]
async fn the_council_of_every_municipality_reads_the_figures_of_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let study = example();
    let native = report(&study);
    let simulation = asked(&study, &["simulate", "--option", "light"]);
    let halved = asked(&study, &["simulate", "--option", "light", "--half-realised"]);
    let fairness = asked(&study, &["fairness", "--option", "light"]);
    visitor.go("raad").await?;
    for (place, partner) in study["partners"].as_array().expect("partners").iter().enumerate() {
        choose(&visitor, "partner", place).await?;
        visitor.settle().await?;
        let name = partner["name"].as_str().expect("a name");
        let shown = visitor.figures().await?;
        assert!(agree(&shown, &native, name) > 20, "{name}");
        for field in ["npv", "structural", "structural_per_inhabitant"] {
            let at = format!("/effects/0/partners/{place}/{field}");
            assert!(shown.contains_key(&at), "{name} misses {at}");
        }
        assert!(shown.contains_key(&format!("/courses/0/partners/{place}/years/0/total")), "{name}");
        assert!(shown.contains_key(&format!("/effects/0/exit/{place}/years/9/real_damage")), "{name}");
        assert!(same(&figures(&visitor, "data-simulation").await?, &simulation) >= 4, "{name}");
        let differs = halved["partners"][place] != simulation["partners"][place];
        assert_eq!(
            same(&figures(&visitor, "data-half").await?, &halved),
            if differs { 4 } else { 0 },
            "{name}"
        );
        assert_eq!(same_a_year(&visitor, &fairness).await?, 2, "{name}");

        // What is said in words is what the figures say.
        let said = text(&visitor).await?;
        assert!(
            said.contains(&format!("Alles hieronder gaat over {name} en de variant ‘")),
            "{name}: {said}"
        );
        let of_hundred = |report: &Value| {
            let share = report["partners"][place]["gains"]["share"].as_f64().expect("a share");
            match share {
                0.0 => "In geen enkele berekening".to_owned(),
                1.0 => "In alle berekeningen".to_owned(),
                share if share < 0.005 => "In bijna geen enkele berekening".to_owned(),
                share if share >= 0.995 => "In bijna alle berekeningen".to_owned(),
                share => format!("In {:.0} van de 100 berekeningen", share * 100.0),
            }
        };
        for report in [&simulation, &halved] {
            assert!(said.contains(&format!("{} is {name} beter af.", of_hundred(report))), "{name}: {said}");
        }
        let structural = native["effects"][0]["partners"][place]["structural"].as_f64().expect("euros");
        let word = if structural > 0.0 { "goedkoper uit" } else { "duurder uit" };
        assert!(structural == 0.0 || said.contains(word), "{name}: {said}");
    }
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn a_change_reaches_the_council_and_a_figure_there_tells_how_it_was_made() -> Outcome {
    let visitor = Visitor::open(768, 1000).await?;
    visitor.go("nulmeting").await?;
    visitor.type_over("/posts/1/fte", "12,5").await?;
    let study = typed_over(example(), "/posts/1/fte", json!(12.5));
    visitor.go("raad").await?;
    visitor.settle().await?;
    agree(&visitor.figures().await?, &report(&study), "raad");
    same(&figures(&visitor, "data-simulation").await?, &asked(&study, &["simulate", "--option", "light"]));
    same_a_year(&visitor, &asked(&study, &["fairness", "--option", "light"])).await?;

    visitor.press_at(By::Css("main data[data-figure='/effects/0/partners/0/npv']")).await?;
    visitor.driver.query(By::Css("dialog[open] .tree")).first().await?;
    visitor.press(Key::Escape).await?;

    // From here on to the page that shows all of it, where nothing need be worked out again.
    visitor.go("gevoeligheid").await?;
    visitor.settle().await?;
    same(&figures(&visitor, "data-simulation").await?, &asked(&study, &["simulate", "--option", "light"]));
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn fair_division_shows_the_figures_of_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    for name in ["voorschoten-wassenaar-2010", "leidse-regio-2022", "four-municipalities-2006"] {
        let path = format!("{}/../examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let study: Value = serde_json::from_str(&std::fs::read_to_string(path)?).expect("a study");
        open(&visitor, &format!("fairness-{name}.json"), &study).await?;
        visitor.go("eerlijke-verdeling").await?;
        for (place, option) in study["options"].as_array().expect("options").iter().enumerate() {
            choose(&visitor, "option", place).await?;
            visitor.settle().await?;
            let option = option["id"].as_str().expect("an id");
            let native = asked(&study, &["fairness", "--option", option]);
            let players = native["game"]["players"].as_array().expect("players").len();
            let shown = same(&figures(&visitor, "data-fairness").await?, &native);
            assert!(shown > 10 * players, "{name} {option}: {shown} figures");
            assert!(same_a_year(&visitor, &native).await? > 10 * players, "{name} {option}");
            let named = figures(&visitor, "data-fairness").await?;
            let groups = named.keys().filter(|at| at.starts_with("/keys/0/blocking/")).count();
            let blocking = native["keys"][0]["blocking_count"].as_u64().expect("a count");
            assert_eq!(groups as u64, blocking.min(10), "{name} {option}");
            let said = text(&visitor).await?;
            assert_eq!(
                said.contains("Geen enkele groep gemeenten is apart beter af."),
                native["keys"][0]["in_core"] == true,
                "{name} {option}: {said}"
            );
        }
    }
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn its_chart_stands_beside_a_table_and_an_option_without_a_game_says_so() -> Outcome {
    let visitor = Visitor::open(360, 800).await?;
    visitor.go("eerlijke-verdeling").await?;
    visitor.settle().await?;
    assert_eq!(visitor.driver.find_all(By::Css("main figure svg.chart")).await?.len(), 1);
    assert!(visitor.driver.find_all(By::Css("main table")).await?.len() >= 2);
    let mut study = changed(example(), "/options", json!([{ "id": "same", "name": "Alles blijft" }]));
    study["phases"] = json!([]);
    open(&visitor, "no-game.json", &study).await?;
    visitor.go("eerlijke-verdeling").await?;
    visitor.settle().await?;
    assert!(text(&visitor).await?.contains("het aantal deelnemers past niet"));
    assert_eq!(figures(&visitor, "data-fairness").await?.len(), 0);
    visitor.go("raad").await?;
    visitor.settle().await?;
    agree(&visitor.figures().await?, &report(&study), "raad");
    assert!(text(&visitor).await?.contains("Uw gemeente doet in deze variant niet mee."));
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn in_one_file_the_page_works_out_both_by_itself() -> Outcome {
    let single = Visitor::open_at(&single_address(), 1440, 1000).await?;
    single.driver.set_script_timeout(std::time::Duration::from_mins(2)).await?;
    single.go("gevoeligheid").await?;
    choose(&single, "draws", 0).await?;
    single.go("raad").await?;
    single.settle().await?;
    let report = asked(&example(), &["simulate", "--option", "light", "--draws", "1000"]);
    assert!(same(&figures(&single, "data-simulation").await?, &report) >= 4);
    let fairness = asked(&example(), &["fairness", "--option", "light"]);
    assert_eq!(same_a_year(&single, &fairness).await?, 2);
    single.go("eerlijke-verdeling").await?;
    single.settle().await?;
    assert!(same(&figures(&single, "data-fairness").await?, &fairness) > 20);
    assert_eq!(single.console().await?, Vec::<String>::new());
    single.leave().await
}
