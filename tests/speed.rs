//! How fast the page is. Prints, and judges nothing.

#[path = "browser/files.rs"]
mod files;
#[path = "browser/visitor.rs"]
#[allow(dead_code, reason = "shared with the journeys")]
mod visitor;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use files::{archive, written};
use visitor::Visitor;

/// Types digits into a post's field and times, for every one, the way from the event to the page laid out again, and
/// to the next frame.
const SCRIPT: &str = "
const done = arguments[0];
const field = document.getElementById('posts-0-fte');
const laid_out = [], painted = [];
const once = round => {
  if (round === 220) {
    return done({ laid_out: laid_out.slice(20), painted: painted.slice(20) });
  }
  const start = performance.now();
  field.value = String(1 + round % 7) + (document.documentElement.lang === 'nl' ? ',' : '.') + String(round % 10);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    document.body.getBoundingClientRect();
    laid_out.push(performance.now() - start);
    requestAnimationFrame(() => {
      const next = new MessageChannel();
      next.port1.onmessage = () => { painted.push(performance.now() - start); once(round + 1); };
      next.port2.postMessage(0);
    });
  };
  channel.port2.postMessage(0);
};
once(0);
";

/// The machine's own pace: how much a fixed piece of work differs from one time to the next.
const PACE: &str = "
const times = [];
for (let round = 0; round < 220; round += 1) {
  const start = performance.now();
  let sum = 0;
  for (let n = 0; n < 3_000_000; n += 1) sum += n * 0.5;
  times.push(performance.now() - start + (sum < 0 ? 1 : 0));
}
return times.slice(20);
";

#[tokio::test]
async fn how_fast_the_page_is() -> WebDriverResult<()> {
    let visitor = Visitor::open(1440, 1000).await?;
    visitor.driver.set_script_timeout(std::time::Duration::from_mins(2)).await?;
    first_view(&visitor).await?;
    visitor.go("nulmeting").await?;
    println!("the page with the case of 2010, every change typed into a post's field");
    measure(&visitor).await?;

    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/core/benches/four-partners.json");
    let file = std::fs::canonicalize(file).expect("the study of the benchmark");
    visitor.driver.find(By::Css("input[type=file]")).await?.send_keys(file.to_string_lossy()).await?;
    visitor.driver.query(By::Id("posts-95-fte")).first().await?;
    println!("the page with the study of the benchmark: 96 posts, 3 options");
    measure(&visitor).await?;
    draws(&visitor).await?;
    workbook(&visitor).await?;
    hostile(&visitor).await?;
    visitor.leave().await
}

/// Prints how long it takes until the first figures stand, on a processor of a quarter of the speed.
async fn first_view(visitor: &Visitor) -> WebDriverResult<()> {
    let slow = |rate: u32| visitor.command("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
    slow(4).await?;
    let mut times = Vec::new();
    for _ in 0..5 {
        visitor.driver.refresh().await?;
        visitor.driver.query(By::Css("[data-figure]")).first().await?;
        times.push(visitor.ask("return performance.getEntriesByName('first-view')[0].startTime").await?);
    }
    slow(1).await?;
    print("from the address to the first view, four times slowed down", &Value::from(times));
    Ok(())
}

/// Prints how long ten thousand draws take, from going to the page until the last figures, and with another seed; and
/// what kept the page for over 50 ms meanwhile, its first drawing included.
async fn draws(visitor: &Visitor) -> WebDriverResult<()> {
    let watch = "window.long = [];
         new PerformanceObserver(list => window.long.push(...list.getEntries().map(one => one.duration)))
             .observe({ entryTypes: ['longtask'] });";
    visitor.ask(watch).await?;
    let wait = "const done = arguments[0];
         const field = document.getElementById('seed');
         const start = performance.now();
         if (field) {
           field.value = '2';
           field.dispatchEvent(new InputEvent('input', { bubbles: true }));
         } else {
           location.hash = '#/gevoeligheid';
         }
         const look = () => {
           const results = document.querySelector('.results:not(.old):not([aria-busy])');
           const made = document.querySelector('progress');
           if (results && made && made.value === made.max) done(performance.now() - start); else setTimeout(look, 2);
         };
         setTimeout(look, 20);";
    for what in ["the worker started for it", "another seed"] {
        let took = visitor.driver.execute_async(wait, vec![]).await?;
        let long = visitor.ask("return window.long.splice(0)").await?;
        let took = took.json().as_f64().unwrap_or(f64::NAN);
        println!(
            "10,000 draws in the browser, {what}: {took:.0} ms; tasks over 50 ms on the page, in ms: {long}"
        );
    }
    visitor.go("nulmeting").await
}

/// Prints how long it takes from pressing the button until the workbook is there, the start of its worker included.
async fn workbook(visitor: &Visitor) -> WebDriverResult<()> {
    visitor.go("bewaren").await?;
    visitor.remember_files().await?;
    visitor.driver.query(By::Id("workbook")).first().await?;
    let wait = "const done = arguments[0];
         const start = performance.now(), before = window.files.length;
         document.getElementById('workbook').click();
         const look = () => window.files.length > before ? done(performance.now() - start) : setTimeout(look, 2);
         look();";
    let mut times = Vec::new();
    for _ in 0..7 {
        times.push(visitor.driver.execute_async(wait, vec![]).await?.json().clone());
        visitor.settle().await?;
    }
    let size = visitor.ask("return window.files.at(-1).size").await?;
    println!("a workbook of {size} bytes, in the order of the runs, in ms: {}", Value::from(times.clone()));
    print("a workbook, from the button to the file", &Value::from(times));
    Ok(())
}

/// Prints how long files that are made to keep a reader busy take, from when they are picked until it is told what they
/// are, the start of the worker included.
async fn hostile(visitor: &Visitor) -> WebDriverResult<()> {
    visitor.go("nulmeting").await?;
    let relations = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let workbook =
        r#"<workbook><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId2"/></sheets></workbook>"#;
    let sheets = r#"<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="a.xml"/><Relationship Id="rId2" Type="http://x/worksheet" Target="b.xml"/></Relationships>"#;
    // As many elements as are looked at, in two sheets.
    let cells = r#"<c r="A1" s="1"/>"#.repeat(1_230_000);
    let sheet = format!("<worksheet><sheetData><row><c><v>1</v></c>{cells}</row></sheetData></worksheet>");
    let rows = format!("<worksheet><sheetData>{}</sheetData></worksheet>", "<row/>".repeat(1_040_000));
    let zeros = vec![0; 65_000_000];
    // As many filled cells as are read, and something wrong with each.
    let row = format!("<row>{}</row>", r#"<c t="str"><v>no figure</v></c>"#.repeat(40));
    let wrong = format!("<worksheet><sheetData>{}</sheetData></worksheet>", row.repeat(5_000));
    let spreadsheet = |one: &[u8], other: &[u8]| {
        archive(&[
            ("_rels/.rels", relations.as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", sheets.as_bytes()),
            ("xl/a.xml", one),
            ("xl/b.xml", other),
        ])
    };
    for (name, file) in [
        ("cells.xlsx", spreadsheet(sheet.as_bytes(), sheet.as_bytes())),
        ("rows.xlsx", spreadsheet(rows.as_bytes(), rows.as_bytes())),
        ("zeros.xlsx", spreadsheet(&zeros, b"")),
        ("wrong.xlsx", spreadsheet(wrong.as_bytes(), b"<worksheet/>")),
    ] {
        let bytes = file.len();
        let field = visitor.driver.query(By::Id("open-table")).first().await?;
        let clock = "window.picked = new Promise(told => {
             // The page keeps what is picked here from whoever listens further on.
             window.addEventListener('change', () => {
               const start = performance.now();
               let reading = false;
               const look = () => {
                 // First it is said that it is being read: what was told of the file before is gone by then.
                 reading ||= document.getElementById('paste-told').textContent !== '';
                 const answered = reading && document.querySelector('main .error');
                 if (answered) told(performance.now() - start); else setTimeout(look, 2);
               };
               look();
             }, { capture: true, once: true });
           });";
        visitor.ask(clock).await?;
        field.send_keys(written(name, file).to_string_lossy()).await?;
        let told = "const done = arguments[0]; window.picked.then(done);";
        let took = visitor.driver.execute_async(told, vec![]).await?;
        let took = took.json().as_f64().unwrap_or(f64::NAN);
        println!("{name}, {bytes} bytes, made to keep a reader busy: answered after {took:.0} ms");
    }
    Ok(())
}

/// Prints how long changes of the study in view take.
async fn measure(visitor: &Visitor) -> WebDriverResult<()> {
    print("three million additions in JavaScript", &visitor.ask(PACE).await?);
    let times = visitor.driver.execute_async(SCRIPT, vec![]).await?;
    let times = times.json();
    print("from the event to the page laid out", &times["laid_out"]);
    print("from the event to the next frame", &times["painted"]);
    Ok(())
}

/// Prints the median and the 95th percentile of times in milliseconds.
fn print(name: &str, times: &Value) {
    let mut times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    let at =
        |share: usize| times.get(times.len().saturating_sub(1) * share / 100).copied().unwrap_or(f64::NAN);
    println!("{name}: median {:.2} ms, 95th percentile {:.2} ms ({} times)", at(50), at(95), times.len());
}
