//! A study is downloaded as a workbook: the same file as that of the command line.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::native::{example, report, told, typed_over};
use crate::visitor::{Visitor, single_address};
use crate::{Outcome, accessibility};

/// Remembers every worker that is started, and every one that is ended; messages to them take half a second, so that
/// nobody has to be quick to see what is shown meanwhile.
const REMEMBER_WORKERS: &str = "
window.begun = 0;
window.ended = 0;
window.Worker = class extends Worker {
  constructor(...how) { super(...how); window.begun += 1; }
  postMessage(...what) { setTimeout(() => super.postMessage(...what), 500); }
  terminate() { window.ended += 1; super.terminate(); }
};
";

/// Waits until it is said of the workbook.
async fn until_told(visitor: &Visitor, words: &str) -> Outcome {
    let wait = "const [words, done] = arguments;
         const look = () => document.getElementById('workbook-told')?.textContent.includes(words)
           ? done(true) : setTimeout(look, 5);
         look();";
    visitor.driver.execute_async(wait, vec![json!(words)]).await.map(drop)
}

/// What stands on the button, and whether it cannot be pressed.
async fn button(visitor: &Visitor) -> WebDriverResult<(String, bool)> {
    let button = visitor.driver.query(By::Id("workbook")).first().await?;
    Ok((button.text().await?, button.attr("aria-disabled").await?.is_some()))
}

/// The file that `deelsom export` writes of a study.
fn exported(study: &Value, name: &str, arguments: &[&str]) -> Vec<u8> {
    let path: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    told(study, &[&["export", "-", &path.to_string_lossy()], arguments].concat());
    std::fs::read(path).expect("a file that was written")
}

async fn today(visitor: &Visitor) -> WebDriverResult<String> {
    let today = "const day = new Date(); return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
                 .map(part => String(part).padStart(2, '0')).join('-')";
    Ok(visitor.ask(today).await?.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn the_study_is_downloaded_as_the_workbook_of_the_command_line() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.remember_files().await?;
    visitor.ask(REMEMBER_WORKERS).await?;
    let pointer = "/posts/1/fte";
    visitor.go("nulmeting").await?;
    visitor.type_over(pointer, "12,5").await?;
    let study = typed_over(example(), pointer, json!(12.5));
    visitor.go("bewaren").await?;
    assert_eq!(button(&visitor).await?, ("Download als Excel".to_owned(), false));
    assert_eq!(accessibility(&visitor).await?, json!([]));

    visitor.push("workbook").await?;
    visitor.press(Key::Enter).await?;
    assert_eq!(button(&visitor).await?, ("De rekenmap wordt gemaakt".to_owned(), true));
    assert_eq!(accessibility(&visitor).await?, json!([]));
    until_told(&visitor, "De rekenmap is gemaakt en gedownload.").await?;
    assert_eq!(button(&visitor).await?, ("Download als Excel".to_owned(), false));
    let workers = visitor.ask("return [window.begun, window.ended, window.files.length]").await?;
    assert_eq!(workers, json!([1, 1, 1]), "one worker for one file, and it has ended");
    let kind = visitor.ask("return window.files[0].type").await?;
    assert_eq!(kind, json!("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    let file = visitor.last_bytes().await?;
    let native = exported(&study, "native.xlsx", &["--date", &today(&visitor).await?]);
    assert!(file == native, "{} bytes, and {} from the command line", file.len(), native.len());
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(file)).expect("a workbook");
    let names = book.sheet_names().clone();
    assert_eq!(names[..3], ["LeesMij", "Partners", "Nu"]);
    let comparison = book.worksheet_range("Vergelijking").expect("a sheet");
    let saved = report(&study)["effects"][0]["npv"].as_f64().expect("an amount");
    // Amounts that lie on half a cent may fall the other way there.
    let is_it = |cell: &Data| matches!(cell, Data::Float(worth) if (worth - saved).abs() < 1.0);
    assert!(comparison.used_cells().any(|(_, _, cell)| is_it(cell)), "{saved} is not there");
    assert_eq!(visitor.console().await?, Vec::<String>::new());
    visitor.leave().await
}

#[tokio::test]
async fn it_speaks_the_language_of_the_page_and_comes_also_where_one_goes_on() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.remember_files().await?;
    visitor.ask(REMEMBER_WORKERS).await?;
    visitor.speak("en").await?;
    visitor.go("bewaren").await?;
    assert_eq!(button(&visitor).await?, ("Download as Excel".to_owned(), false));
    visitor.push("workbook").await?;
    visitor.go("uitkomst").await?;
    let given = "const done = arguments[0];
                 const look = () => window.files.length ? done(true) : setTimeout(look, 5); look();";
    visitor.driver.execute_async(given, vec![]).await?;
    let native = exported(&example(), "english.xlsx", &["--lang", "en", "--date", &today(&visitor).await?]);
    assert!(visitor.last_bytes().await? == native, "the file is that of the command line");
    visitor.leave().await
}

#[tokio::test]
async fn what_goes_wrong_is_said_and_can_be_tried_again() -> Outcome {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.remember_files().await?;
    visitor.go("bewaren").await?;
    let elsewhere = "const start = document.getElementById('start'); const here = start.dataset.workbook;
                     start.dataset.workbook = './nowhere.js'; return here;";
    let here = visitor.ask(elsewhere).await?;
    visitor.push("workbook").await?;
    until_told(&visitor, "door een fout niet gemaakt").await?;
    assert_eq!(accessibility(&visitor).await?, json!([]));
    let back = "document.getElementById('start').dataset.workbook = arguments[0]";
    visitor.driver.execute(back, vec![here]).await?;
    visitor.push("workbook").await?;
    until_told(&visitor, "De rekenmap is gemaakt en gedownload.").await?;
    assert!(visitor.last_bytes().await?.starts_with(b"PK"));

    // A study with problems is not exported.
    visitor.go("nulmeting").await?;
    visitor.type_over("/partners/0/inhabitants", "0").await?;
    visitor.go("bewaren").await?;
    let desk = visitor.text_at("main .desk").await?;
    assert!(desk.contains("Daarna kunt u het rapport en de rekenmap downloaden."), "{desk}");
    assert!(visitor.driver.find_all(By::Id("workbook")).await?.is_empty());
    visitor.leave().await
}

#[tokio::test]
async fn the_page_in_one_file_says_where_to_make_it() -> Outcome {
    let single = Visitor::open_at(&single_address(), 1440, 1000).await?;
    single.go("bewaren").await?;
    let desk = single.text_at("main .desk").await?;
    assert!(desk.contains("maak de rekenmap op de website of met de opdracht hierboven"), "{desk}");
    assert!(desk.contains("deelsom export studie.deelsom.json studie.xlsx"), "{desk}");
    assert!(single.driver.find_all(By::Id("workbook")).await?.is_empty());
    assert_eq!(single.console().await?, Vec::<String>::new());
    single.leave().await
}
