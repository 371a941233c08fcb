//! Options, keys and budgets side by side, with the figures of the command line.

use std::path::PathBuf;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::Outcome;
use crate::native::{agree, changed, chart, example, report, told, typed_over};
use crate::visitor::Visitor;

/// Waits until something is on the page.
async fn there(visitor: &Visitor, selector: &str) -> WebDriverResult<WebElement> {
    visitor.driver.query(By::Css(selector)).first().await
}

/// What an element says.
async fn says(visitor: &Visitor, selector: &str) -> WebDriverResult<String> {
    Ok(visitor.text_at(selector).await?.replace('\u{a0}', " "))
}

/// Chooses in a list with keys, by the place of what is chosen.
async fn choose(visitor: &Visitor, list: &str, place: usize) -> Outcome {
    visitor.reach_at(By::Id(list)).await?;
    let mut keys = visitor.driver.action_chain().send_keys(Key::Home);
    for _ in 0..place {
        keys = keys.send_keys(Key::Down);
    }
    keys.perform().await?;
    visitor.settle().await
}

/// The example with a mix of two keys as the key for everything.
fn with_mix(first: &str, second: &str, share: f64) -> Value {
    let part = |weight: f64, key: &str| json!({ "weight": weight, "key": { "key": key } });
    let mix =
        json!({ "key": "mix", "of": [part(100.0 - share * 100.0, first), part(share * 100.0, second)] });
    changed(example(), "/options/0/keys/default", mix)
}

/// The place in a list of what has this value.
async fn place_of(visitor: &Visitor, list: &str, value: &str) -> WebDriverResult<usize> {
    let script = format!(
        "return [...document.getElementById('{list}').options].findIndex(one => one.value === '{value}')"
    );
    Ok(usize::try_from(visitor.number(&script).await?).expect("a place"))
}

#[tokio::test]
async fn a_key_is_mixed_by_keyboard_and_at_its_tipping_point_nothing_is_gained() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("verdeling").await?;
    there(&visitor, "#mix-slider").await?;
    let mut found = 0;
    for pair in
        [["inhabitants", "equal"], ["historic", "equal"], ["fte", "inhabitants"], ["historic", "inhabitants"]]
    {
        for (list, code) in ["mix-first", "mix-second"].into_iter().zip(pair) {
            let place = place_of(&visitor, list, code).await?;
            choose(&visitor, list, place).await?;
        }
        // The slider by its own keys: from one end, thirty steps.
        visitor.reach_at(By::Id("mix-slider")).await?;
        let mut keys = visitor.driver.action_chain().send_keys(Key::Home);
        for _ in 0..30 {
            keys = keys.send_keys(Key::Right);
        }
        keys.perform().await?;
        visitor.settle().await?;
        assert_eq!(visitor.ask("return document.getElementById('mix-slider').value").await?, json!("30"));
        assert_eq!(visitor.ask("return document.getElementById('mix-typed').value").await?, json!("30"));

        // What is said of each municipality is so on the command line.
        let npv = |share: f64, partner: usize| {
            let report = report(&with_mix(pair[0], pair[1], share));
            report
                .pointer(&format!("/effects/0/partners/{partner}/npv"))
                .and_then(Value::as_f64)
                .expect("a figure")
        };
        let shown = visitor
            .ask(
                "return [...document.querySelectorAll('table:has(#mix-table) tbody tr')].map(row =>
                  [row.cells[3].textContent, row.querySelector('[data-share]')?.dataset.share ?? null])",
            )
            .await?;
        for (partner, row) in shown.as_array().expect("rows").iter().enumerate() {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let here = npv(0.3, partner).round().abs().to_string();
            assert_eq!(digits(row[0].as_str().unwrap_or_default()), here, "{pair:?}");
            if let Some(share) = row[1].as_str() {
                let share: f64 = share.parse().expect("a share");
                let left = npv(share, partner).abs();
                assert!(left < 0.5, "{left} is left at {share} of {pair:?}");
                found += 1;
            }
        }
    }
    assert!(found > 0, "nobody tips");
    visitor.leave().await
}

#[tokio::test]
async fn a_mix_is_typed_stepped_used_and_taken_back() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.go("verdeling").await?;
    for (list, code) in [("mix-first", "inhabitants"), ("mix-second", "equal")] {
        there(&visitor, &format!("#{list}")).await?;
        let place = place_of(&visitor, list, code).await?;
        choose(&visitor, list, place).await?;
    }
    let type_share = async |text: &str| {
        visitor.reach_at(By::Id("mix-typed")).await?;
        let keys = visitor.driver.action_chain().key_down(Key::Control).send_keys("a").key_up(Key::Control);
        keys.send_keys(text).perform().await?;
        visitor.settle().await
    };
    type_share("140").await?;
    assert_eq!(says(&visitor, "#mix-error").await?, "Vul een percentage van 0 tot en met 100 in.");
    type_share("41,5").await?;
    assert_eq!(says(&visitor, "#mix-error").await?, "");
    assert!(says(&visitor, "#mix-said").await?.starts_with("Met 41,5%"));
    visitor.push("mix-more").await?;
    assert!(says(&visitor, "#mix-said").await?.starts_with("Met 42,5%"));
    assert_eq!(visitor.ask("return document.activeElement.id").await?, json!("mix-more"), "one can go on");
    visitor.push("mix-use").await?;
    let native = report(&with_mix("inhabitants", "equal", 0.425));
    assert_ne!(
        native.pointer("/effects/0/partners/0/npv"),
        report(&example()).pointer("/effects/0/partners/0/npv")
    );
    agree(&visitor.figures().await?, &native, "verdeling");
    assert!(says(&visitor, "#mix-told").await?.starts_with("Deze mix is nu de verdeelsleutel van"));
    assert!(
        says(&visitor, "#mix-said").await?.starts_with("Met 0,0%"),
        "what was used is not mixed in again"
    );
    visitor.press_with_control('z').await?;
    agree(&visitor.figures().await?, &report(&example()), "verdeling");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

/// A new folder for what is downloaded, and the browser told of it.
async fn downloads(visitor: &Visitor, name: &str) -> WebDriverResult<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    let where_to = json!({ "behavior": "allow", "downloadPath": folder });
    visitor.command("Browser.setDownloadBehavior", where_to).await?;
    Ok(folder)
}

/// The text of a file, once it is there.
async fn downloaded(visitor: &Visitor, path: PathBuf) -> WebDriverResult<String> {
    for _ in 0..500 {
        if path.exists() {
            break;
        }
        visitor.settle().await?;
    }
    Ok(std::fs::read_to_string(path)?)
}

#[tokio::test]
async fn the_multi_year_estimate_is_that_of_the_report_and_so_is_its_file() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    let folder = downloads(&visitor, "budget").await?;
    there(&visitor, "#budget-from").await?;
    let id =
        example().pointer("/options/1/id").and_then(Value::as_str).map(str::to_owned).expect("an option");
    choose(&visitor, "option", 1).await?;
    choose(&visitor, "budget-from", 1).await?;
    let figures = visitor.figures().await?;
    for field in ["saving", "one_off", "recurring"] {
        for year in 1..5 {
            let pointer = format!("/effects/1/partners/1/years/{year}/{field}");
            assert!(figures.contains_key(&pointer), "{pointer} is not shown");
        }
    }
    assert!(agree(&figures, &report(&example()), "uitkomst") > 100);
    let from = example().pointer("/period/first_year").and_then(Value::as_u64).expect("a year") + 1;
    for (place, signs) in ["plus", "costs", "letters"].into_iter().enumerate() {
        choose(&visitor, "budget-signs", place).await?;
        let table = "table:has(#budget-effects-1-partners-0)";
        let cells = visitor
            .ask(&format!("return [...document.querySelectorAll('{table} tbody tr')].map(row => [...row.cells].slice(1).map(cell => cell.textContent))"))
            .await?;
        visitor.push("budget-excel").await?;
        let file = folder.join(format!("meerjarenraming-{id}.csv"));
        let text = downloaded(&visitor, file.clone()).await?;
        std::fs::remove_file(file)?;
        let arguments = ["budget", "-", "--option", &id, "--from", &from.to_string(), "--signs", signs];
        let native =
            told(&example(), &[&arguments[..], &["--format", "csv", "--profile", "excel-nl"]].concat());
        assert_eq!(text, native, "{signs}");
        // Every amount of the file is the one in the table, to the euro.
        for (row, line) in cells.as_array().expect("rows").iter().zip(text.lines().skip(1)) {
            for (cell, amount) in row.as_array().expect("cells").iter().zip(line.split(';').skip(5)) {
                let amount = amount.replace(',', ".");
                let (number, letter) = amount.split_once(' ').unwrap_or((&amount, ""));
                let euros = number.parse::<f64>().expect("an amount").abs().round();
                let shown = cell.as_str().unwrap_or_default();
                let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
                assert_eq!(digits, euros.to_string(), "{signs}: {shown} and {amount}");
                assert!(euros == 0.0 || shown.ends_with(letter), "{signs}: {shown} and {amount}");
                assert_eq!(
                    shown.starts_with('\u{2212}'),
                    number.starts_with('-') && euros > 0.0,
                    "{signs}: {shown}"
                );
            }
        }
    }
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn what_changed_since_the_file_was_saved_is_told_with_the_largest_first() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    there(&visitor, "#budget-from").await?;
    assert_eq!(visitor.driver.find_all(By::Id("changed-inputs")).await?.len(), 0, "nothing has changed yet");
    visitor.go("nulmeting").await?;
    visitor.type_over("/posts/1/fte", "9").await?;
    visitor.type_over("/partners/0/inhabitants", "26.500").await?;
    visitor.go("uitkomst").await?;
    there(&visitor, "#changed-inputs").await?;
    let mut study = typed_over(example(), "/posts/1/fte", json!(9));
    study = changed(study, "/partners/0/inhabitants", json!(26500));
    let (before, after) = (report(&example()), report(&study));
    agree(&visitor.figures().await?, &after, "uitkomst");
    let differences = visitor
        .ask("return [...document.querySelectorAll('table:has(#changed-results) tbody tr')].map(row => row.cells[3].textContent)")
        .await?;
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let told: Vec<u64> = differences
        .as_array()
        .expect("differences")
        .iter()
        .filter_map(|text| digits(text.as_str()?).parse().ok())
        .collect();
    assert!(told.windows(2).all(|pair| pair[0] >= pair[1]), "{told:?}");
    let npv = |report: &Value| report.pointer("/effects/0/npv").and_then(Value::as_f64).expect("a figure");
    let difference = (npv(&after) - npv(&before)).abs().round();
    assert!(told.iter().any(|told| (*told as f64 - difference).abs() < 0.5), "{difference} in {told:?}");
    assert_eq!(visitor.driver.find_all(By::Css("table:has(#changed-inputs) tbody tr")).await?.len(), 2);

    // Saving makes it the file to compare with.
    let _ = downloads(&visitor, "saved").await?;
    visitor.press_at(By::XPath("//button[text()='Opslaan als bestand']")).await?;
    assert_eq!(visitor.driver.find_all(By::Id("changed-inputs")).await?.len(), 0, "all is saved");
    choose(&visitor, "changed-mode", 1).await?;
    there(&visitor, "#changed-results").await?;
    agree(&visitor.figures().await?, &after, "between two options");
    visitor.leave().await
}

#[tokio::test]
async fn one_year_can_be_read_by_keyboard_and_its_costs_fall_as_on_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    there(&visitor, "#standing").await?;
    let last = says(&visitor, "#standing").await?;
    visitor.reach_at(By::Id("year-slider")).await?;
    visitor.press(Key::Home).await?;
    let first = says(&visitor, "#standing").await?;
    let year = example().pointer("/period/first_year").cloned().expect("a year");
    assert!(first.starts_with(&format!("Eind {year}: ")) && first != last, "{first}");
    assert!(agree(&visitor.figures().await?, &report(&example()), "uitkomst") > 100);
    visitor.press(Key::End).await?;
    let drawn = visitor.ask("return document.querySelector('#waterfall-title').textContent").await?;
    let native = chart(&example(), "waterfall", 1000, "nl");
    assert!(native.contains(&format!(">{}</title>", drawn.as_str().unwrap_or_default())), "{drawn}");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}
