//! Someone edits a whole study with keys alone, and nothing is lost.

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::native::{agree, example, report};
use crate::visitor::Visitor;
use crate::{Outcome, accessibility};

impl Visitor {
    /// Picks from a list by the beginning of a name, with keys.
    async fn pick(&self, id: &str, name: &str) -> WebDriverResult<()> {
        self.reach_at(By::Id(id)).await?;
        self.driver.action_chain().send_keys(name).send_keys(Key::Tab).perform().await?;
        self.settle().await
    }

    async fn study(&self) -> WebDriverResult<Value> {
        Ok(serde_json::from_str(&self.save().await?).expect("a study"))
    }

    async fn focused(&self) -> WebDriverResult<Value> {
        self.ask("return document.activeElement.id").await
    }
}

#[tokio::test]
async fn an_option_with_a_mix_is_built_from_nothing_by_keys() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("varianten").await?;
    visitor.push("options-add").await?;
    assert_eq!(visitor.focused().await?, json!("options-5-name"), "the reader is in the new option");
    visitor.type_over("/options/5/name", "Alles samen").await?;
    visitor.push("options-5-units-add").await?;
    visitor.type_over("/options/5/units/0/name", "Werkorganisatie").await?;
    visitor.pick("options-5-units-0-form", "openbaar").await?;
    visitor.push("options-5-moves-add").await?;
    visitor.push("options-5-moves-add").await?;
    visitor.type_over("/options/5/moves/1/month", "januari 2011").await?;
    visitor.pick("options-5-moves-1-staffing", "een percentage").await?;
    visitor.type_over("/options/5/moves/1/staffing/percent", "10").await?;
    visitor.push("options-5-moves-1-more").await?;
    visitor.type_over("/options/5/moves/1/running_cost_saving", "5%").await?;
    visitor.pick("options-5-keys-default", "gewogen").await?;
    visitor.type_over("/options/5/keys/default/of/0/weight", "60").await?;
    visitor.type_over("/options/5/keys/default/of/1/weight", "40").await?;
    visitor.pick("options-5-keys-default-of-0-key", "inwoners").await?;
    visitor.pick("options-5-keys-default-of-1-key", "formatie").await?;
    visitor.push("options-5-keys-default-of-add").await?;
    visitor.type_over("/options/5/keys/default/of/2/weight", "20").await?;
    visitor.push("options-5-one_offs").await?;
    visitor.push("options-5-one_offs-add").await?;
    visitor.type_over("/options/5/one_offs/0/amount", "1,25 mln").await?;
    visitor.type_over("/options/5/transition/years", "4").await?;
    let blank =
        "return [...document.querySelectorAll('main select')].filter(one => one.selectedIndex < 0).length";
    assert_eq!(visitor.ask(blank).await?, json!(0), "every list shows what is picked");
    let study = visitor.study().await?;
    let option = &study["options"][5];
    assert_eq!(option["name"], "Alles samen");
    assert_eq!(option["units"][0]["form"], "public_body");
    assert_eq!(option["units"][0]["members"], json!(["voorschoten", "wassenaar"]));
    assert_eq!(option["moves"][1]["staffing"], json!({ "rule": "percent", "percent": 0.1 }));
    assert_eq!(option["moves"][1]["running_cost_saving"], json!(0.05));
    let mix = json!({ "key": "mix", "of": [
        { "weight": 60, "key": { "key": "inhabitants" } },
        { "weight": 40, "key": { "key": "fte" } },
        { "weight": 20, "key": { "key": "equal" } },
    ] });
    assert_eq!(option["keys"]["default"], mix);
    assert_eq!(option["one_offs"][0]["amount"], json!(1_250_000));
    assert_eq!(option["transition"]["years"], json!(4));
    let native = report(&study);
    for page in ["varianten", "uitkomst", "verdeling"] {
        visitor.go(page).await?;
        assert!(agree(&visitor.figures().await?, &native, page) > 0, "{page} shows no figures");
    }
    visitor.go("varianten").await?;
    assert_eq!(accessibility(&visitor).await?, json!([]));
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn what_was_illustrative_is_marked_as_ones_own() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    let mut wanted = example();
    assert_eq!(wanted["posts"][1]["status"], "illustrative");
    visitor.push("posts-1-own").await?;
    let post = wanted["posts"][1].as_object_mut().expect("a post");
    post.remove("status");
    post.remove("source");
    assert_eq!(visitor.study().await?, wanted);
    let own = "return document.getElementById('posts-1-own')";
    assert_eq!(visitor.ask(own).await?, Value::Null, "nothing is left to mark");
    visitor.press_with_control('z').await?;
    assert_eq!(visitor.study().await?, example());
    visitor.leave().await
}

#[tokio::test]
async fn a_key_for_every_period_is_made_by_keys() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("varianten").await?;
    visitor.pick("options-0-keys-default", "sleutel per").await?;
    let from = "options-0-keys-default-from";
    visitor.pick(&format!("{from}-free"), "2014").await?;
    visitor.push(&format!("{from}-year-add")).await?;
    assert_eq!(visitor.focused().await?, json!(format!("{from}-2014")), "to choose its key");
    visitor.pick(&format!("{from}-2014"), "gelijke").await?;
    visitor.pick(&format!("{from}-free"), "2012").await?;
    visitor.push(&format!("{from}-year-add")).await?;
    let study = visitor.study().await?;
    let years = study["options"][0]["keys"]["default"]["from"].as_object().expect("years");
    assert_eq!(years.keys().collect::<Vec<_>>(), ["2010", "2012", "2014"]);
    assert_eq!(years["2012"], years["2010"], "what held before goes on");
    assert_eq!(years["2014"], json!({ "key": "equal" }));
    let native = report(&study);
    visitor.go("verdeling").await?;
    assert!(agree(&visitor.figures().await?, &native, "verdeling") > 0, "the page shows figures");
    visitor.go("varianten").await?;
    visitor.push(&format!("{from}-2012-year-remove")).await?;
    assert_eq!(visitor.focused().await?, json!(format!("{from}-free")));
    assert_eq!(accessibility(&visitor).await?, json!([]));
    let study = visitor.study().await?;
    assert!(study["options"][0]["keys"]["default"]["from"]["2012"].is_null());
    visitor.leave().await
}

#[tokio::test]
async fn a_post_is_added_copied_moved_and_removed_by_keys() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    let before = example();
    visitor.push("posts-add-hr").await?;
    assert_eq!(visitor.focused().await?, json!("posts-6-role"), "below the other posts of the service");
    visitor.type_over("/posts/6/role", "Recruiter").await?;
    visitor.type_over("/posts/6/fte", "1,5").await?;
    visitor.pick("posts-6-unit", "Wassenaar").await?;
    visitor.push("posts-6-copy").await?;
    visitor.type_over("/posts/7/in_post", "0,5").await?;
    visitor.push("posts-7-up").await?;
    assert_eq!(visitor.focused().await?, json!("posts-6-up"), "the reader goes along");
    let study = visitor.study().await?;
    let post =
        |name: &str| json!({ "unit": "wassenaar", "service": "hr", "role": name, "scale": "10", "fte": 1.5 });
    let mut copied = post("Recruiter (kopie)");
    copied["in_post"] = json!(0.5);
    assert_eq!((&study["posts"][6], &study["posts"][7]), (&copied, &post("Recruiter")));
    agree(&visitor.figures().await?, &report(&study), "nulmeting");
    // An optional figure that is emptied is left out again.
    visitor.type_over("/posts/6/in_post", "\u{e003}").await?;
    assert_eq!(visitor.study().await?["posts"][6], post("Recruiter (kopie)"));
    visitor.push("posts-6-remove").await?;
    visitor.push("posts-6-remove").await?;
    assert_eq!(visitor.study().await?, before);
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn enter_goes_on_below_and_what_was_opened_stays_with_its_row() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    visitor.reach_at(By::Id("posts-0-fte")).await?;
    visitor.press(Key::Enter).await?;
    assert_eq!(visitor.focused().await?, json!("posts-1-fte"));
    // What is typed takes the place of what stood there, as in a spreadsheet.
    visitor.driver.action_chain().send_keys("12,5").perform().await?;
    visitor
        .driver
        .action_chain()
        .key_down(Key::Shift)
        .send_keys(Key::Enter)
        .key_up(Key::Shift)
        .perform()
        .await?;
    assert_eq!(visitor.focused().await?, json!("posts-0-fte"));
    assert_eq!(visitor.study().await?["posts"][1]["fte"], json!(12.5));

    visitor.push("services-0-down").await?;
    let notice = async || visitor.text_at(".notice button").await;
    assert_eq!(notice().await?, "Ongedaan maken");
    visitor.press_at(By::Css(".notice button")).await?;
    assert_eq!(notice().await?, "Opnieuw", "what was taken back can be had again");

    visitor.go("varianten").await?;
    let open = async |id: &str| visitor.driver.find(By::Id(id)).await?.attr("aria-expanded").await;
    visitor.push("options-0-moves-0-more").await?;
    visitor.push("options-0-moves-0-down").await?;
    assert_eq!(open("options-0-moves-0-more").await?.as_deref(), Some("false"));
    assert_eq!(open("options-0-moves-1-more").await?.as_deref(), Some("true"));
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn a_partner_goes_with_all_that_is_its_own_and_comes_back() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    let before = visitor.save().await?;
    visitor.push("partners-1-remove").await?;
    let notice = visitor.text_at(".notice").await?;
    assert!(notice.contains("Wassenaar is verwijderd") && notice.contains("functies (15)"), "{notice}");
    let study = visitor.study().await?;
    assert!(!study.to_string().contains("\"wassenaar\""));
    // What needs two partners is said, with a way to it.
    visitor.press_at(By::Css(".problems a")).await?;
    let at = visitor.focused().await?;
    assert!(at.as_str().is_some_and(|id| id.starts_with("options-") && id.ends_with("-members")), "{at}");
    visitor.press_with_control('z').await?;
    assert_eq!(visitor.save().await?, before);
    assert_eq!(visitor.driver.find_all(By::Css(".problems")).await?.len(), 0);
    visitor.leave().await
}

#[tokio::test]
async fn ten_edits_and_ten_steps_back_leave_the_same_file() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let before = visitor.save().await?;
    visitor.go("nulmeting").await?;
    visitor.push("services-0-remove").await?;
    visitor.push("partners-add").await?;
    visitor.push("partners-0-down").await?;
    visitor.push("sources-0-remove").await?;
    visitor.pick("prices-mode", "lopende").await?;
    visitor.go("varianten").await?;
    visitor.push("options-0-copy").await?;
    visitor.push("options-2-remove").await?;
    visitor.push("options-0-moves-0-remove").await?;
    visitor.pick("options-0-keys-default", "vaste").await?;
    visitor.pick("options-1-vat", "met btw").await?;
    assert_ne!(visitor.save().await?, before);
    for _ in 0..10 {
        visitor.press_with_control('z').await?;
    }
    assert_eq!(visitor.save().await?, before);
    visitor.leave().await
}
