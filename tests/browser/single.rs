//! The site as one file does from disk what the site does from a host.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::native::{agree, example, report, typed_over};
use crate::visitor::{Visitor, given, single_address};
use crate::{Outcome, PAGES};

#[tokio::test]
async fn opened_from_disk_it_shows_and_changes_the_same_figures_and_asks_nobody() -> Outcome {
    let served = Visitor::open(1440, 1000).await?;
    let single = Visitor::open_at(&single_address(), 1440, 1000).await?;
    let title = single.text_at("main h2").await?;
    assert_eq!(title, "Voorschoten en Wassenaar, 2010");
    let before = same_on_every_page(&single, &served).await?;
    assert!(before > 200, "only {before} figures were found");

    let pointer = "/posts/1/fte";
    for visitor in [&single, &served] {
        visitor.go("nulmeting").await?;
        visitor.type_over(pointer, "12,5").await?;
    }
    same_on_every_page(&single, &served).await?;
    single.go("uitkomst").await?;
    let figures = single.figures().await?;
    agree(&figures, &report(&typed_over(example(), pointer, json!(12.5))), "uitkomst");
    let native = report(&example());
    let moved = figures.iter().any(|(place, value)| {
        native.pointer(place).and_then(serde_json::Value::as_f64)
            != value.as_str().and_then(|text| text.parse().ok())
    });
    assert!(moved, "another number of posts, the same figures");

    single.press_at(By::Css("main [data-figure='/effects/0/npv']")).await?;
    single.driver.query(By::Css("dialog[open] .tree")).first().await?;
    single.press(Key::Escape).await?;
    assert_eq!(single.ask("return location.protocol").await?, json!("file:"));
    let asked = "return performance.getEntriesByType('resource').map(one => one.name)\
                 .filter(name => !name.startsWith('data:'))";
    assert_eq!(single.ask(asked).await?, json!([]));
    assert_eq!(single.console().await?, Vec::<String>::new());
    served.leave().await?;
    single.leave().await
}

/// Holds every figure of one page against the other's. Gives how many there were.
async fn same_on_every_page(one: &Visitor, other: &Visitor) -> WebDriverResult<usize> {
    let mut figures = 0;
    for page in PAGES {
        one.go(page).await?;
        other.go(page).await?;
        let shown = one.figures().await?;
        assert_eq!(shown, other.figures().await?, "{page}");
        figures += shown.len();
    }
    Ok(figures)
}

#[tokio::test]
async fn the_policy_in_the_file_is_in_force() -> Outcome {
    let single = Visitor::open_at(&single_address(), 768, 1000).await?;
    let refused = single
        .driver
        .execute_async(
            "const [site, done] = arguments;
             const refused = new Set();
             const all = () => refused.size === 4 && done([...refused].sort());
             document.addEventListener('securitypolicyviolation', event => {
               refused.add(event.effectiveDirective);
               all();
             });
             const add = (name, rest) => document.head.append(Object.assign(document.createElement(name), rest));
             add('script', { textContent: 'document.title = 1' });
             add('style', { textContent: 'p { color: red }' });
             add('img', { src: site + 'picture.png' });
             fetch(site).catch(() => {});",
            vec![json!(given("DEELSOM_URL"))],
        )
        .await?;
    assert_eq!(*refused.json(), json!(["connect-src", "img-src", "script-src-elem", "style-src-elem"]));
    single.leave().await
}
