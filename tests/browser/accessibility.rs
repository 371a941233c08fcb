//! The rules for accessibility: what breaks one, and what no machine can decide and nobody explained.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::visitor::{Visitor, given};

/// Something that the rules leave to people, and why it is right.
struct Explained {
    rule: &'static str,
    /// The elements that it is about, as a style sheet would choose them.
    about: &'static str,
    because: &'static str,
}

/// All that is explained. What is not here must be decided, by a page that is made otherwise.
const EXPLAINED: [Explained; 1] = [Explained {
    rule: "color-contrast",
    about: "svg.chart text",
    because: "No drawn shape is looked at. Text in a chart stands on its white ground or has a white edge, and a test of \
              the charts holds every colour of a text against white.",
}];

/// Judges the page as it stands. Done with what is wrong, what is left open, and which explanations were needed.
const JUDGE: &str = "
const [explained, done] = arguments;
const explains = (rule, node) => explained.findIndex(([id, about]) => id === rule.id && node.element.matches(about));
const told = (rule, node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`;
// What was gone through by keys is put back to the left: half out of its box, nothing can be said of it.
for (const one of document.querySelectorAll('.scroll, .strip')) one.scrollLeft = 0;
requestAnimationFrame(() => requestAnimationFrame(() => axe.run(document, {
  elementRef: true,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'target-size': { enabled: true } },
}).then(found => {
  const open = found.incomplete.flatMap(rule => rule.nodes.map(node => [rule, node, explains(rule, node)]));
  done([
    found.violations.flatMap(rule => rule.nodes.map(node => told(rule, node))),
    open.filter(one => one[2] < 0).map(([rule, node]) => `undecided: ${told(rule, node)}`),
    open.filter(one => one[2] >= 0).map(one => one[2]),
  ]);
})));
";

/// What is wrong with the page as it stands, and what cannot be decided, by the rules for accessibility.
pub(crate) async fn accessibility(visitor: &Visitor) -> WebDriverResult<Value> {
    Ok(judged(visitor).await?.0)
}

/// The same, and which explanations it took.
pub(crate) async fn judged(visitor: &Visitor) -> WebDriverResult<(Value, BTreeSet<u64>)> {
    // In a window as high as the page: there nothing lies under what stays in sight, and everything can be judged.
    let height = "scrollTo(0, 0); return document.documentElement.scrollHeight";
    let window = json!({ "width": 0, "height": visitor.number(height).await?, "deviceScaleFactor": 0, "mobile": false });
    visitor.command("Emulation.setDeviceMetricsOverride", window).await?;
    let axe = std::fs::read_to_string(given("DEELSOM_AXE")).expect("the accessibility rules");
    let explained: Vec<_> = EXPLAINED.iter().map(|one| [one.rule, one.about]).collect();
    let found = visitor.driver.execute_async(format!("{axe};\n{JUDGE}"), vec![json!(explained)]).await?;
    visitor.command("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    let list = |place: usize| found.json()[place].as_array().cloned().expect("a list");
    let used = list(2).iter().filter_map(Value::as_u64).collect();
    Ok((Value::from([list(0), list(1)].concat()), used))
}

/// Holds that every explanation is needed: one that explains nothing any more would hide what comes.
pub(crate) fn all_needed(used: &BTreeSet<u64>) {
    for (place, one) in (0..).zip(&EXPLAINED) {
        assert!(used.contains(&place), "{} of {} needs no explanation: {}", one.rule, one.about, one.because);
    }
}
