//! The way there: phases, scores, own effort and outturn are read and changed; the guides are for everyone.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::native::{agree, report};
use crate::visitor::{Visitor, given};
use crate::{Outcome, accessibility};

const WAY_THERE: &str = include_str!("../studies/way-there.json");

impl Visitor {
    /// The texts of a table's rows, cell by cell.
    async fn cells(&self, caption: &str) -> WebDriverResult<Value> {
        self.ask(&format!(
            "return [...document.querySelectorAll('table:has(#{caption}) tbody tr')]\
             .map(row => [...row.cells].map(cell => cell.textContent.trim()))"
        ))
        .await
    }
}

#[tokio::test]
async fn scores_and_outturn_are_those_of_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.open_study("way-there.json", WAY_THERE).await?;
    visitor.go("traject").await?;
    let study: Value = serde_json::from_str(WAY_THERE).expect("JSON");
    assert!(agree(&visitor.figures().await?, &report(&study), "traject") > 20, "figures can be asked about");
    let scores = visitor.cells("scores-table").await?;
    assert_eq!(scores[0], json!(["Quality", "2", "3", "3,5 (3–5)"]));
    assert_eq!(scores[1], json!(["Continuity", "1", "–", "2"]));
    assert_eq!(scores[3], json!(["Gewogen gemiddelde", "–", "3", "3"]));
    assert_eq!(scores[4], json!(["Met gelijke gewichten", "–", "3", "2,75"]));
    let outturn = visitor.cells("outturn-rows").await?;
    assert_eq!(outturn[0], json!(["2027", "One HR department", "HR", "215.000", "200.000", "+15.000"]));
    assert_eq!(outturn[1][2], json!("bijdrage van Aa"));
    let effort = visitor.cells("effort-table").await?;
    assert_eq!(
        effort[0],
        json!(["One HR department", "Aa", "Project group", "2025", "600", "€\u{a0}36.000"])
    );
    assert_eq!(effort[2][5], json!("–"));
    let on = "return document.querySelectorAll('.timeline td.on').length";
    assert_eq!(visitor.ask(on).await?, json!(4), "the phase runs four quarters");
    let marks = "return [...document.querySelectorAll('.timeline tbody td')]\
                 .map(cell => (cell.firstChild.dataset.marks ?? '') + cell.textContent)";
    let cells = visitor.ask(marks).await?;
    assert_eq!(cells[3], json!("◆◆Advice; Consent of Aa"));
    assert_eq!(cells[4], json!("◆Consent of Bee"));
    let told = visitor.text_at("main").await?;
    assert!(told.contains("Consent of Bee, februari 2026 (de raad geeft toestemming: Bee)"), "{told}");
    assert!(told.contains("Social services: In a joint organisation already"), "{told}");
    assert_eq!(accessibility(&visitor).await?, json!([]));
    visitor.go("uitkomst").await?;
    let told = visitor.text_at("main").await?;
    assert!(told.contains("nog geen toestemming van de raad"), "a unit is live before a council consented");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn the_way_there_is_written_by_keys() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.open_example("duivenvoorde-2021").await?;
    visitor.go("traject").await?;
    let before: Value = serde_json::from_str(&visitor.save().await?).expect("a study");
    let phases = before["phases"].as_array().map_or(0, Vec::len);
    visitor.push("phases").await?;
    visitor.push("phases-add").await?;
    visitor.type_over(&format!("/phases/{phases}/name"), "Invoering").await?;
    visitor.type_over(&format!("/phases/{phases}/until"), "december 2021").await?;
    visitor.push(&format!("phases-{phases}-more")).await?;
    visitor.push(&format!("phases-{phases}-decisions-add")).await?;
    visitor.type_over(&format!("/phases/{phases}/decisions/0/name"), "Toestemming").await?;
    visitor.push("criteria-list").await?;
    visitor.push("criteria-list-add").await?;
    visitor.type_over("/criteria/list/0/name", "Kwaliteit").await?;
    visitor.type_over("/criteria/list/0/weight", "2").await?;
    visitor.push("criteria-scores").await?;
    visitor.push("criteria-scores-add").await?;
    visitor.type_over("/criteria/scores/0/score", "4").await?;
    visitor.type_over("/criteria/scores/0/by", "Ondernemingsraad").await?;
    visitor.push("options-0-effort").await?;
    visitor.push("options-0-effort-add").await?;
    visitor.push("outturn").await?;
    visitor.push("outturn-add").await?;
    let study: Value = serde_json::from_str(&visitor.save().await?).expect("a study");
    assert_eq!(study["version"], 2);
    let phase = &study["phases"][phases];
    assert_eq!((&phase["name"], &phase["until"]), (&json!("Invoering"), &json!("2021-12")));
    assert_eq!(phase["decisions"][0]["kind"], "council_consent");
    assert_eq!(study["criteria"]["list"][0]["weight"], 2);
    assert_eq!(study["criteria"]["scores"][0]["score"], 4);
    let native = report(&study);
    assert_eq!(native["scores"][0]["total"], 4.0);
    assert!(agree(&visitor.figures().await?, &native, "traject") > 0, "the page shows figures");
    assert_eq!(accessibility(&visitor).await?, json!([]));
    visitor.leave().await
}

#[tokio::test]
async fn the_guides_are_linked_from_every_page_and_for_everyone() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let links = "return [...document.querySelectorAll('footer nav a')].map(one => one.getAttribute('href'))";
    let guides = visitor.ask(links).await?;
    assert_eq!(guides.as_array().map(Vec::len), Some(4));
    visitor.go("raad").await?;
    assert_eq!(visitor.ask(links).await?, guides, "on every page");
    let names = ["controller", "raadslid", "oefening", "analyst", "model", "model.nl", "toegankelijkheid"];
    for name in names {
        visitor.driver.goto(format!("{}guides/{name}.html", given("DEELSOM_URL"))).await?;
        for width in [360, 768, 1440] {
            visitor.resize(width, 1000).await?;
            let wide = visitor.number("return document.documentElement.scrollWidth").await?;
            assert!(wide <= width, "{name} is {wide} px wide at {width} px");
        }
        assert_eq!(accessibility(&visitor).await?, json!([]), "{name}");
    }
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}
