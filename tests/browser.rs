//! A person can use the page: in a real browser, with real keys, under the policy that it is served with.

#[path = "browser/accessibility.rs"]
mod accessibility;
#[path = "browser/comparison.rs"]
mod comparison;
#[path = "browser/council.rs"]
mod council;
#[path = "browser/editing.rs"]
mod editing;
#[path = "browser/files.rs"]
mod files;
#[path = "browser/keep.rs"]
mod keep;
#[path = "browser/native.rs"]
mod native;
#[path = "browser/paste.rs"]
mod paste;
#[path = "browser/sensitivity.rs"]
mod sensitivity;
#[path = "browser/single.rs"]
mod single;
#[path = "browser/spreadsheet.rs"]
mod spreadsheet;
#[path = "browser/start.rs"]
mod start;
#[path = "browser/visitor.rs"]
mod visitor;
#[path = "browser/way.rs"]
mod way;
#[path = "browser/workbook.rs"]
mod workbook;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use accessibility::{accessibility, all_needed, judged};
use native::{agree, changed, chart, example, explained, report, typed_over};
use visitor::Visitor;

const PAGES: [&str; 13] = [
    "start",
    "nulmeting",
    "varianten",
    "uitkomst",
    "verdeling",
    "eerlijke-verdeling",
    "formatie",
    "traject",
    "gevoeligheid",
    "aannamen",
    "raad",
    "bewaren",
    "over",
];
const WIDTHS: [u32; 3] = [360, 768, 1440];

type Outcome = WebDriverResult<()>;

#[tokio::test]
async fn it_opens_with_the_case_of_2010_and_the_figures_of_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let native = report(&example());
    let title = visitor.text_at("main h2").await?;
    assert_eq!(title, "Voorschoten en Wassenaar, 2010");
    let mut figures = 0;
    for page in PAGES {
        visitor.go(page).await?;
        figures += agree(&visitor.figures().await?, &native, page);
    }
    assert!(figures > 200, "only {figures} figures were found");
    visitor.leave().await
}

#[tokio::test]
async fn changing_a_post_changes_the_figures_as_on_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    let pointer = "/posts/1/fte";
    visitor.type_over(pointer, "12,5").await?;
    let native = report(&typed_over(example(), pointer, json!(12.5)));
    let before = report(&example());
    assert_ne!(
        native.pointer("/effects/0/npv"),
        before.pointer("/effects/0/npv"),
        "the change changes something"
    );
    for page in ["nulmeting", "uitkomst", "verdeling", "formatie"] {
        visitor.go(page).await?;
        assert!(agree(&visitor.figures().await?, &native, page) > 0, "{page} shows no figures");
    }
    visitor.leave().await
}

#[tokio::test]
async fn every_kind_of_field_reaches_the_model() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    let mut study = example();
    visitor.type_over("/partners/0/inhabitants", "26.500").await?;
    study = changed(study, "/partners/0/inhabitants", json!(26500));
    visitor.go("varianten").await?;
    visitor.type_over("/options/0/moves/1/month", "oktober 2010").await?;
    study = changed(study, "/options/0/moves/1/month", json!("2010-10"));
    agree(&visitor.figures().await?, &report(&study), "varianten");
    let key = visitor.field("/options/0/keys/default").await?;
    let equal = key.find(By::Css("option[value='equal']")).await?.text().await?;
    visitor.reach(&key).await?;
    visitor.driver.action_chain().send_keys(equal).send_keys(Key::Tab).perform().await?;
    visitor.settle().await?;
    study = changed(study, "/options/0/keys/default", json!({ "key": "equal" }));
    visitor.go("verdeling").await?;
    agree(&visitor.figures().await?, &report(&study), "verdeling");
    visitor.leave().await
}

#[tokio::test]
async fn what_cannot_be_read_is_said_at_the_field_and_loses_nothing() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    let pointer = "/posts/1/fte";
    let before = visitor.figures().await?;
    for nonsense in ["abc", "-5", "😀", "<script>alert(1)</script>", "=1+1", "1.25.0", "1e999"] {
        visitor.type_over(pointer, nonsense).await?;
        let field = visitor.field(pointer).await?;
        assert_eq!(field.attr("aria-invalid").await?.as_deref(), Some("true"), "{nonsense}");
        let described = field.attr("aria-describedby").await?.unwrap_or_default();
        assert!(described.contains("posts-1-fte-error"), "{nonsense}: {described}");
        let message = visitor.text_at("#posts-1-fte-error").await?;
        assert!(message.ends_with('.'), "{nonsense}: {message}");
        assert_eq!(visitor.figures().await?, before, "{nonsense}: the last result stays");
    }
    visitor.type_over(pointer, "3").await?;
    let field = visitor.field(pointer).await?;
    assert_eq!(field.attr("aria-invalid").await?, None);
    agree(&visitor.figures().await?, &report(&typed_over(example(), pointer, json!(3))), "mended");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn a_change_can_be_undone_and_done_again_by_keys() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("nulmeting").await?;
    let before = visitor.figures().await?;
    visitor.type_over("/posts/1/fte", "9").await?;
    let after = visitor.figures().await?;
    assert_ne!(before, after);
    for (key, expected) in [('z', &before), ('y', &after)] {
        visitor.press_with_control(key).await?;
        assert_eq!(&visitor.figures().await?, expected);
    }
    visitor.leave().await
}

#[tokio::test]
async fn it_speaks_dutch_first_and_english_at_once() -> Outcome {
    let visitor = Visitor::open(768, 1000).await?;
    assert_eq!(visitor.ask("return document.documentElement.lang").await?, json!("nl"));
    // Then all of the page stands, what is loaded later too.
    visitor.driver.query(By::Css(".keeper")).first().await?;
    let dutch = visitor.figures().await?;
    visitor.speak("en").await?;
    assert_eq!(visitor.ask("return document.documentElement.lang").await?, json!("en"));
    assert_eq!(visitor.figures().await?, dutch, "another language, the same figures");
    let text = visitor.text_at("main").await?;
    assert!(text.contains("Net present value"), "{text}");
    visitor.leave().await
}

/// Keeps every text that the page hands to the browser as a drawing.
const KEEP_DRAWINGS: &str = "
const own = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
window.drawings = [];
Object.defineProperty(Element.prototype, 'innerHTML', {
  ...own,
  set(text) { window.drawings.push(String(text)); own.set.call(this, text); },
});
";

#[tokio::test]
async fn its_charts_are_those_of_the_command_line_byte_by_byte() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.ask(KEEP_DRAWINGS).await?;
    for language in ["en", "nl"] {
        visitor.speak(language).await?;
        for (window, width) in [(360, 340), (768, 720), (1440, 1000)] {
            visitor.go("over").await?;
            visitor.resize(window, 1000).await?;
            for (page, kinds) in [
                ("uitkomst", &["cumulative", "waterfall"][..]),
                ("verdeling", &["yearly", "keys"]),
                ("formatie", &["staffing"]),
            ] {
                visitor.ask("window.drawings.length = 0").await?;
                visitor.go(page).await?;
                let drawings = visitor.ask("return window.drawings").await?;
                for kind in kinds {
                    let native = json!(chart(&example(), kind, width, language));
                    let here = drawings.as_array().is_some_and(|all| all.contains(&native));
                    assert!(here, "{kind} on {page} in {language} at {window} px");
                }
            }
        }
    }
    visitor.leave().await
}

#[tokio::test]
async fn everyone_can_use_it_at_every_width_in_both_languages() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let mut explained = BTreeSet::new();
    for language in ["nl", "en"] {
        visitor.speak(language).await?;
        for page in PAGES {
            visitor.go(page).await?;
            for width in WIDTHS {
                visitor.resize(width, 1000).await?;
                visitor.settle().await?;
                let place = format!("{page} in {language} at {width} px");
                let wide = visitor.number("return document.documentElement.scrollWidth").await?;
                assert!(wide <= width, "{place} is {wide} px wide");
            }
            let (found, used) = judged(&visitor).await?;
            assert_eq!(found, json!([]), "{page} in {language}");
            explained.extend(used);
        }
    }
    all_needed(&explained);
    visitor.leave().await
}

#[tokio::test]
async fn it_asks_nobody_else_and_the_console_stays_silent() -> Outcome {
    let visitor = Visitor::open(768, 1000).await?;
    for page in PAGES {
        visitor.go(page).await?;
    }
    let hosts = visitor
        .ask("return [...new Set(performance.getEntriesByType('resource').map(one => new URL(one.name).origin))]")
        .await?;
    let own = visitor.ask("return location.origin").await?;
    assert_eq!(hosts, json!([own]));
    let policy = visitor
        .driver
        .execute_async(
            "const done = arguments[0]; fetch(location.href).then(answer => done(answer.headers.get('content-security-policy')));",
            vec![],
        )
        .await?;
    let policy = policy.json().as_str().unwrap_or_default().to_owned();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), "{policy}");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn every_figure_tells_by_keys_how_it_was_calculated() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.press_at(By::Css("main data[data-figure='/effects/0/structural']")).await?;
    let dialog = visitor.driver.query(By::Css("dialog[open]")).first().await?;
    let tree = dialog.find(By::Css(".tree")).await?.text().await?;
    let native = explained(&example(), "/effects/0/structural");
    let line =
        |text: &str| text.lines().next().unwrap_or_default().replace('\u{a0}', " ").replace('\u{2212}', "-");
    assert_eq!(line(&tree), line(&native), "{tree}");
    let axe = accessibility(&visitor).await?;
    assert_eq!(axe, json!([]));
    let further = dialog.query(By::Css(".tree p button")).first().await?;
    visitor.reach(&further).await?;
    visitor.press(Key::Enter).await?;
    let deeper = visitor.text_at("dialog[open] .tree").await?;
    assert_ne!(deeper, tree, "a figure within it can be gone on to");
    visitor.press(Key::Escape).await?;
    let back = visitor.ask("return document.activeElement.dataset.figure").await?;
    assert_eq!(back, json!("/effects/0/structural"), "the reader is where the question was asked");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn figures_under_another_key_tell_how_they_were_calculated() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("verdeling").await?;
    let line = |text: &str| text.lines().next().unwrap_or_default().replace('\u{a0}', " ");
    let effect = "main [data-figure^='/courses/1/partners/0/'][data-figure$='redistribution?0/equal']";
    let place = visitor.driver.find(By::Css(effect)).await?.attr("data-figure").await?.unwrap_or_default();
    visitor.press_at(By::Css(effect)).await?;
    let dialog = visitor.driver.query(By::Css("dialog[open]")).first().await?;
    let shown = visitor.text_at(effect).await?;
    let tree = dialog.find(By::Css(".tree")).await?.text().await?;
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    assert!(digits(&line(&tree)).contains(&digits(&shown)), "{shown} in {tree}");

    // On to what is paid under the other key: there the study with that key says the same.
    let further = dialog.find_all(By::Css(".tree p button")).await?;
    let other = further.get(1).expect("the option's own keys, then the other");
    visitor.reach(other).await?;
    visitor.press(Key::Enter).await?;
    let tree = visitor.text_at("dialog[open] .tree").await?;
    let mut study = changed(example(), "/options/0/keys", json!({ "default": { "key": "equal" } }));
    study["options"][0].as_object_mut().expect("an option").remove("guarantee");
    let native = explained(&study, &place.replace("redistribution?0/equal", "total"));
    let plain = |text: &str| line(text).replace('\u{2212}', "-");
    assert_eq!(plain(&tree), plain(&native), "{tree}");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    // What there is nothing of says so itself.
    let unasked = "return [...document.querySelectorAll('main data:not([data-figure])')]
                   .filter(one => Number(one.value) !== 0).length";
    visitor.press(Key::Escape).await?;
    for page in ["uitkomst", "verdeling", "formatie"] {
        visitor.go(page).await?;
        assert_eq!(visitor.ask(unasked).await?, json!(0), "{page} has figures that tell nothing");
    }
    visitor.leave().await
}

#[tokio::test]
async fn a_key_of_fair_division_is_weighed_before_anything_is_shown() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let study = changed(example(), "/options/1/keys/default", json!({ "key": "shapley" }));
    visitor.open_study("shapley.json", &study.to_string()).await?;
    let loaded = "return performance.getEntriesByType('resource').some(one => one.name.includes('later'))";
    while visitor.ask(loaded).await? != json!(true) {
        visitor.settle().await?;
    }
    visitor.settle().await?;
    let native = report(&study);
    assert_ne!(
        native.pointer("/effects/1/partners/0/npv"),
        report(&example()).pointer("/effects/1/partners/0/npv")
    );
    for page in ["uitkomst", "verdeling"] {
        visitor.go(page).await?;
        assert!(agree(&visitor.figures().await?, &native, page) > 0, "{page} shows no figures");
    }
    visitor.leave().await
}

#[tokio::test]
async fn what_cannot_be_loaded_is_said_and_can_be_tried_again() -> Outcome {
    let visitor = Visitor::open(768, 1000).await?;
    // From before the page opens: what is loaded later is loaded soon.
    let cut = "window.network = fetch;
               window.fetch = (name, ...more) => String(name?.url ?? name).includes('later')
                 ? Promise.reject(new Error('no network')) : window.network(name, ...more);";
    visitor.command("Page.addScriptToEvaluateOnNewDocument", json!({ "source": cut })).await?;
    visitor.driver.refresh().await?;
    visitor.driver.query(By::Id("top")).first().await?;
    visitor.go("verdeling").await?;
    visitor.driver.query(By::Css("main [role=alert]")).first().await?;
    visitor.settle().await?;
    let told = visitor.ask("return document.querySelector('main [role=alert]').textContent").await?;
    assert!(told.as_str().is_some_and(|told| told.contains("Uw studie is er nog")), "{told}");
    assert_eq!(accessibility(&visitor).await?, json!([]));
    let again = By::Css("main [role=alert] + button");
    visitor.press_at(again.clone()).await?;
    let there = "document.activeElement.matches('main [role=alert] + button')";
    visitor.until(there).await?;
    visitor.ask("window.fetch = window.network").await?;
    visitor.press_at(again).await?;
    assert!(agree(&visitor.figures().await?, &report(&example()), "verdeling") > 0, "the page is there");
    assert_eq!(visitor.driver.find_all(By::Css("main [role=alert]")).await?.len(), 0);
    visitor.leave().await
}

#[tokio::test]
async fn every_worked_study_can_be_opened() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    for file in [
        "duivenvoorde-2013",
        "duivenvoorde-2021",
        "bar-2014",
        "over-2010",
        "hollands-kroon",
        "meerinzicht",
        "servicepunt71-2012",
        "leidse-regio-2022",
        "four-municipalities-2006",
        "voorschoten-wassenaar-2010",
    ] {
        visitor.open_example(file).await?;
        let path = format!("{}/../examples/{file}.json", env!("CARGO_MANIFEST_DIR"));
        let study: Value = serde_json::from_str(&std::fs::read_to_string(path)?).expect("a study");
        let heading = By::XPath(format!("//main//h2[text()={}]", study["title"]));
        visitor.driver.query(heading).first().await?;
        assert!(agree(&visitor.figures().await?, &report(&study), file) > 0, "{file} shows no figures");
    }
    visitor.leave().await
}

#[tokio::test]
async fn it_can_be_walked_by_keyboard_alone() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let mut reached = Vec::new();
    for _ in 0..200 {
        visitor.press(Key::Tab).await?;
        let at = visitor
            .ask("const at = document.activeElement; return at === document.body ? null : (at.id || at.getAttribute('href') || at.textContent)")
            .await?;
        let Value::String(at) = at else { break };
        if reached.first() == Some(&at) {
            break;
        }
        reached.push(at);
    }
    assert_eq!(
        reached.first().map(String::as_str),
        Some("#content"),
        "the way past the navigation comes first"
    );
    for page in PAGES {
        assert!(reached.contains(&format!("#/{page}")), "{page} cannot be reached: {reached:?}");
    }
    visitor.go("nulmeting").await?;
    assert_eq!(
        visitor.ask("return document.activeElement.id").await?,
        json!("top"),
        "the reader is at the new page"
    );
    visitor.leave().await
}
