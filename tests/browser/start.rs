//! A study from municipalities by name, with keys, and the figures of the command line.

use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::native::{agree, example, report};
use crate::visitor::{Visitor, given, single_address};
use crate::{Outcome, WIDTHS, accessibility};

/// The study that the page saves.
async fn saved(visitor: &Visitor) -> WebDriverResult<Value> {
    Ok(serde_json::from_str(&visitor.save().await?).expect("a study in JSON"))
}

/// The study that `deelsom start` prints of these municipalities.
fn native_start(names: &[&str]) -> Value {
    let output =
        Command::new(given("DEELSOM_BIN")).arg("start").args(names).output().expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("a study in JSON")
}

/// Types part of a name and chooses what comes `down` below the first that is found.
async fn choose(visitor: &Visitor, typed: &str, down: usize) -> Outcome {
    let mut keys = visitor.driver.action_chain().send_keys(typed);
    for _ in 0..down {
        keys = keys.send_keys(Key::Down);
    }
    keys.send_keys(Key::Enter).perform().await?;
    visitor.settle().await
}

async fn chosen(visitor: &Visitor) -> WebDriverResult<Value> {
    visitor
        .ask("return [...document.querySelectorAll('#chosen ~ tbody th')].map(one => one.firstChild.data)")
        .await
}

#[tokio::test]
async fn a_study_is_made_of_three_municipalities_by_their_names_with_keys() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("start").await?;
    visitor.settle().await?;
    visitor.reach_at(By::Id("municipality")).await?;
    choose(&visitor, "aalsm", 0).await?;
    choose(&visitor, "HOORN", 1).await?;
    choose(&visitor, "ouder a", 0).await?;
    let three = chosen(&visitor).await?;
    assert_eq!(three[0], json!("Aalsmeer"));
    assert_eq!(three[2], json!("Ouder-Amstel"));
    let told = visitor.text_at(".warnings").await?;
    assert!(told.contains("Aalsmeer: Maar 13%"), "{told}");

    // The last goes up, and is taken away with the keys where the reader then is.
    visitor.push("earlier-2").await?;
    assert_eq!(chosen(&visitor).await?[1], json!("Ouder-Amstel"));
    assert_eq!(visitor.ask("return document.activeElement.id").await?, json!("earlier-1"));
    visitor.press(Key::Tab).await?;
    visitor.press(Key::Enter).await?;
    assert_eq!(chosen(&visitor).await?.as_array().map(Vec::len), Some(2));
    choose(&visitor, "uithoorn", 0).await?;

    visitor.push("make").await?;
    assert_eq!(visitor.ask("return document.activeElement.id").await?, json!("complete"));
    let study = saved(&visitor).await?;
    let names = chosen(&visitor).await?;
    let names: Vec<&str> = names.as_array().expect("names").iter().filter_map(Value::as_str).collect();
    assert_eq!(study, native_start(&names), "the command line makes the same study");
    let native = report(&study);
    for page in ["start", "nulmeting", "uitkomst", "verdeling", "formatie"] {
        visitor.go(page).await?;
        assert!(agree(&visitor.figures().await?, &native, page) > 0, "{page} shows no figures");
    }
    visitor.press_with_control('z').await?;
    visitor.go("uitkomst").await?;
    assert!(agree(&visitor.figures().await?, &report(&example()), "taken back in one step") > 0);
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn names_are_found_without_accents_and_the_list_is_for_everyone() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("start").await?;
    visitor.settle().await?;
    let first = "const list = document.getElementById('municipality').getAttribute('aria-activedescendant');
                 return list && document.getElementById(list).firstChild.data";
    for (typed, name) in
        [("sudwest", "Súdwest-Fryslân"), ("s-gravenhage", "'s-Gravenhage"), ("den bosch", "'s-Hertogenbosch")]
    {
        visitor.reach_at(By::Id("municipality")).await?;
        visitor.driver.action_chain().send_keys(typed).perform().await?;
        visitor.settle().await?;
        assert_eq!(visitor.ask(first).await?, json!(name), "{typed}");
        for width in WIDTHS {
            visitor.resize(width, 1000).await?;
            visitor.settle().await?;
            let wide = visitor.number("return document.documentElement.scrollWidth").await?;
            assert!(wide <= width, "{wide} px at {width} px");
        }
        assert_eq!(accessibility(&visitor).await?, json!([]), "{typed}");
        visitor.press(Key::Escape).await?;
        assert_eq!(visitor.ask(first).await?, Value::Null, "the list is closed");
    }
    visitor.driver.action_chain().send_keys("berg").perform().await?;
    visitor.settle().await?;
    visitor.driver.find(By::Css("#municipalities-found li:nth-child(2)")).await?.click().await?;
    visitor.settle().await?;
    assert_eq!(chosen(&visitor).await?.as_array().map(Vec::len), Some(1), "the mouse chooses too");
    assert_eq!(accessibility(&visitor).await?, json!([]));
    visitor.leave().await
}

#[tokio::test]
async fn an_empty_study_and_the_worked_studies_begin_here_too_and_in_one_file_as_well() -> Outcome {
    let visitor = Visitor::open_at(&single_address(), 1440, 1000).await?;
    visitor.go("start").await?;
    visitor.settle().await?;
    let press = |name: &str| By::XPath(format!("//main//button[text()='{name}']"));
    visitor.press_at(press("Begin met een lege studie")).await?;
    let share = "return document.querySelector('meter').value";
    assert_eq!(visitor.ask(share).await?, json!(0));
    visitor.press_at(press("Duivenvoorde 2021")).await?;
    visitor
        .driver
        .query(By::XPath("//main//p[@class='open-study'][contains(., 'Duivenvoorde')]"))
        .first()
        .await?;
    visitor.reach_at(By::Id("municipality")).await?;
    choose(&visitor, "texel", 0).await?;
    visitor.push("make").await?;
    assert_eq!(saved(&visitor).await?, native_start(&["Texel"]));
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}
