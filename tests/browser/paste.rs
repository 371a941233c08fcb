//! Rows come in by the clipboard and by files, tables and parts go out: with the figures of the command line.

use std::process::Command;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::files::written;
use crate::native::{agree, changed, example, report, told};
use crate::visitor::{Visitor, given};
use crate::{Outcome, accessibility};

/// Puts a text on the clipboard as people do: it is shown in another tab, all of it is selected, and copied.
async fn copy(visitor: &Visitor, name: &str, text: &str) -> Outcome {
    let path = written(name, text);
    let page = visitor.driver.window().await?;
    let other = visitor.driver.new_tab().await?;
    visitor.driver.switch_to_window(other).await?;
    visitor.driver.goto(format!("file://{}", path.display())).await?;
    for key in ['a', 'c'] {
        let keys = visitor.driver.action_chain().key_down(Key::Control).send_keys(key.to_string());
        keys.key_up(Key::Control).perform().await?;
    }
    visitor.driver.close_window().await?;
    visitor.driver.switch_to_window(page).await
}

/// Pastes into the box for rows.
async fn paste(visitor: &Visitor) -> Outcome {
    visitor.reach_at(By::Id("paste-rows")).await?;
    visitor.press_with_control('v').await
}

async fn said(visitor: &Visitor, id: &str) -> WebDriverResult<String> {
    Ok(visitor.text_at(&format!("#{id}")).await?.replace('\u{a0}', " "))
}

/// Types over a field that is not of the study.
async fn fill(visitor: &Visitor, id: &str, text: &str) -> Outcome {
    visitor.reach_at(By::Id(id)).await?;
    let keys = visitor.driver.action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
    keys.send_keys(text).perform().await?;
    visitor.settle().await
}

/// Thirty posts as Excel has them: what is pasted, and what the study then holds. Two rows have a fault in their last cell.
fn thirty() -> (String, Vec<Value>) {
    let mut text = "Gemeente\tDienst\tFunctie\tSalarisschaal\tKosten per fte\tFte\r\n".to_owned();
    let mut posts = Vec::new();
    for place in 0..30 {
        let (unit, name) =
            if place % 2 == 0 { ("voorschoten", "Voorschoten") } else { ("wassenaar", "WASSENAAR") };
        let role = format!("Medewerker {place}");
        let fte = match place {
            0 | 29 => "abc".to_owned(),
            _ => format!("{},25", place % 3),
        };
        let cost = format!("€ {}.500,50", 60 + place);
        text += &([name, "Financiën", &role, "", &cost, &fte].join("\t") + "\r\n");
        let fte = if matches!(place, 0 | 29) { json!(1.5) } else { json!(f64::from(place % 3) + 0.25) };
        let cost = f64::from(60_500 + place * 1000) + 0.5;
        posts.push(
            json!({ "unit": unit, "service": "finance", "role": role, "cost_per_fte": cost, "fte": fte }),
        );
    }
    // Excel ends with a line break; the last cell is then the last of the line before.
    (text.trim_end().to_owned(), posts)
}

#[tokio::test]
async fn thirty_posts_are_pasted_mended_and_taken_over_in_one_step() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.remember_files().await?;
    visitor.go("nulmeting").await?;
    let before = visitor.figures().await?;
    let (text, posts) = thirty();
    copy(&visitor, "posts.txt", &text).await?;
    paste(&visitor).await?;
    assert_eq!(said(&visitor, "paste-told").await?, "30 regels, 2 fouten.");
    assert_eq!(accessibility(&visitor).await?, json!([]));
    let region = visitor.text_at("[aria-labelledby=paste-preview]").await?;
    assert!(region.contains("Fout: Vul een aantal fte in") && region.contains("€ 61.500,50"), "{region}");
    visitor.push("paste-take-over").await?;
    assert_eq!(visitor.figures().await?, before, "nothing is taken over while there are faults");

    // The last cell of the first row, then that of the last.
    visitor.reach_at(By::Id("paste-rows")).await?;
    for (at, below) in [(Key::Home, true), (Key::End, false)] {
        let chain = visitor.driver.action_chain().key_down(Key::Control).send_keys(at).key_up(Key::Control);
        let chain = if below { chain.send_keys(Key::Down).send_keys(Key::End) } else { chain };
        let erase = chain.send_keys(Key::Backspace).send_keys(Key::Backspace).send_keys(Key::Backspace);
        erase.send_keys("1,5").perform().await?;
        visitor.settle().await?;
    }
    assert_eq!(said(&visitor, "paste-told").await?, "30 regels, 0 fouten.");
    visitor.push("paste-take-over").await?;
    assert!(said(&visitor, "paste-told").await?.starts_with("Toegevoegd: 30 regels."));

    let mut study = example();
    study["posts"].as_array_mut().expect("posts").extend(posts);
    let native = report(&study);
    for page in ["nulmeting", "uitkomst", "verdeling", "formatie"] {
        visitor.go(page).await?;
        assert!(agree(&visitor.figures().await?, &native, page) > 0, "{page} shows no figures");
    }
    let saved: Value = serde_json::from_str(&visitor.save().await?).expect("a study");
    assert_eq!(saved, study, "what is saved is what was pasted");
    visitor.press_with_control('z').await?;
    visitor.go("nulmeting").await?;
    assert_eq!(visitor.figures().await?, before, "one step back");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn a_table_goes_out_to_excel_and_comes_back_changed() -> Outcome {
    let visitor = Visitor::open(360, 1000).await?;
    visitor.remember_files().await?;
    visitor.go("nulmeting").await?;
    visitor.push("posts-excel-csv").await?;
    let table = visitor.last_file().await?;
    assert!(table.starts_with("\u{feff}Organisatie;Dienst;Functie;"), "{table}");
    visitor.push("posts-csv").await?;
    assert!(visitor.last_file().await?.starts_with("unit,service,role,"));

    // The first row says how many fte there are; another number comes back.
    let fte = example()["posts"][0]["fte"].as_f64().expect("a number");
    let (old, new) = (format!(";;{fte};"), ";;3,75;");
    assert!(table.contains(&old), "{table}");
    let path = written("posts.csv", table.replacen(&old, new, 1));
    visitor.reach_at(By::Id("paste-place")).await?;
    visitor.press(Key::Down).await?;
    visitor.pick_files("open-table", &path.to_string_lossy()).await?;
    visitor.driver.query(By::Id("paste-take-over")).first().await?;
    let count = example()["posts"].as_array().expect("posts").len();
    assert_eq!(said(&visitor, "paste-told").await?, format!("{count} regels, 0 fouten."));
    let wide = visitor.number("return document.documentElement.scrollWidth").await?;
    assert!(wide <= 360, "the page is {wide} px wide");
    visitor.push("paste-take-over").await?;
    let native = report(&changed(example(), "/posts/0/fte", json!(3.75)));
    assert!(agree(&visitor.figures().await?, &native, "nulmeting") > 0);
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn what_is_no_table_is_answered() -> Outcome {
    let visitor = Visitor::open(768, 1000).await?;
    visitor.go("nulmeting").await?;
    let before = visitor.figures().await?;
    let hostile = "<script>alert(1)</script>\t=1+1\t\u{7}\n".repeat(300);
    let mut last = String::new();
    for (name, text) in [
        ("hostile.txt", hostile),
        ("large.txt", "x;y\n".repeat(600_000)),
        ("long.csv", "x;y\n".repeat(9_000)),
    ] {
        let path = written(name, text);
        visitor.pick_files("open-table", &path.to_string_lossy()).await?;
        // Until then it may be what was told of the file before.
        visitor
            .until(&format!(
                "![undefined, {}].includes(document.querySelector('main .error')?.innerText)",
                json!(last)
            ))
            .await?;
        let wrong = visitor.text_at("main .error").await?;
        assert!(wrong.ends_with('.'), "{name}: {wrong}");
        last = wrong;
        let button = visitor.driver.find(By::Id("paste-take-over")).await?;
        assert_eq!(button.attr("aria-disabled").await?.as_deref(), Some("true"), "{name}");
    }
    assert_eq!(visitor.figures().await?, before);
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn two_baselines_are_merged_once_it_is_seen_what_changes() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.remember_files().await?;
    visitor.go("nulmeting").await?;
    fill(&visitor, "part-by", "A. Controller").await?;
    fill(&visitor, "part-date", "2026-11-22").await?;
    visitor.push("part-download").await?;
    let own: Value = serde_json::from_str(&visitor.last_file().await?).expect("a part");
    let supply = |partner: &str| -> Value {
        let arguments = ["part", "-", "--partner", partner, "--by", "A. Controller", "--date", "2026-11-22"];
        serde_json::from_str(&told(&example(), &arguments)).expect("a part")
    };
    assert_eq!(own, supply("voorschoten"), "the page and the command line give the same part");

    let parts = [
        written("voorschoten.part.json", changed(own, "/posts/0/fte", json!(4.5)).to_string()),
        written(
            "wassenaar.part.json",
            changed(supply("wassenaar"), "/partner/inhabitants", json!(28_000)).to_string(),
        ),
    ];
    let picked = parts.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join("\n");
    visitor.pick_files("open-parts", &picked).await?;
    visitor.driver.query(By::Id("parts-accept")).first().await?;
    let main = visitor.text_at("main").await?.replace('\u{a0}', " ");
    for expected in ["Aangeleverd door A. Controller, 22 november 2026.", "4,5 fte", "28.000"] {
        assert!(main.contains(expected), "{expected}: {main}");
    }
    assert_eq!(accessibility(&visitor).await?, json!([]));
    visitor.push("parts-accept").await?;
    assert!(said(&visitor, "parts-told").await?.starts_with("De nulmetingen zijn overgenomen."));

    let study = written("study.json", example().to_string());
    let merged = Command::new(given("DEELSOM_BIN")).arg("merge").arg(study).args(&parts).output()?;
    assert!(merged.status.success(), "{}", String::from_utf8_lossy(&merged.stderr));
    let merged: Value = serde_json::from_slice(&merged.stdout).expect("a study");
    let native = report(&merged);
    for page in ["nulmeting", "uitkomst", "verdeling", "formatie"] {
        visitor.go(page).await?;
        assert!(agree(&visitor.figures().await?, &native, page) > 0, "{page} shows no figures");
    }
    let saved: Value = serde_json::from_str(&visitor.save().await?).expect("a study");
    assert_eq!(saved, merged, "the page and the command line make the same study");

    // A part with faults changes nothing.
    visitor.go("nulmeting").await?;
    let wrong = written("wrong.part.json", r#"{ "format": "deelsom/study" }"#);
    visitor.pick_files("open-parts", &wrong.to_string_lossy()).await?;
    visitor.driver.query(By::Id("parts-aside")).first().await?;
    assert!(said(&visitor, "parts-told").await?.contains("Uw studie is niet veranderd"));
    assert_eq!(accessibility(&visitor).await?, json!([]));
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}
