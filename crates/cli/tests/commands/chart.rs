//! `deelsom chart`: what the page draws.

use deelsom_core::study::ServiceId;
use deelsom_core::{Outcome, Register, Study, calculate};
use deelsom_language::Language;
use deelsom_views::split::under_keys;
use deelsom_views::staffing::BothStaffs;
use deelsom_views::{Seen, cumulative, keys, waterfall, yearly};

use crate::run::{run, study};

const EXAMPLE: &str = "../../../../examples/voorschoten-wassenaar-2010.json";

/// The example as the page has it at a desk.
struct Page {
    register: Register,
    study: Study,
    outcome: Outcome,
}

impl Page {
    fn of(text: &str) -> Self {
        let register = Register::embedded();
        let study = Study::read(text, &register).expect("a valid study");
        let outcome = calculate(&study, &register);
        Self { register, study, outcome }
    }

    fn seen(&self, language: Language, width: u32) -> Seen<'_> {
        Seen { study: &self.study, register: &self.register, outcome: &self.outcome, language, width }
    }
}

#[track_caller]
fn check(arguments: &[&str], expected: &str) {
    let found = run(&[&["chart"], arguments].concat());
    assert_eq!((found.code, found.stderr.as_str()), (0, ""), "{arguments:?}");
    assert!(found.stdout == expected, "{arguments:?} is not what the page draws");
}

#[test]
fn every_chart_is_that_of_the_page() {
    let text =
        std::fs::read_to_string(std::path::Path::new("tests/studies").join(EXAMPLE)).expect("the example");
    let page = Page::of(&text);
    let seen = page.seen(Language::Dutch, 1000);
    let (place, option) = (1, &page.study.options[1]);
    let course = page.outcome.option(place);
    let last = page.study.period.years - 1;
    let service = &page.study.services[0];

    check(&[EXAMPLE, "--kind", "cumulative"], &cumulative::draw(seen).chart.svg);
    let chosen = ["--option", &option.id];
    check(
        &[&[EXAMPLE, "--kind", "yearly"], &chosen[..]].concat(),
        &yearly::draw(seen, place, option).chart.svg,
    );
    let rows = under_keys(&page.study, &page.register, option, course, last);
    let drawn = keys::draw(seen, page.study.period.last_year(), &rows).expect("a drawing");
    check(&[&[EXAMPLE, "--kind", "keys"], &chosen[..]].concat(), &drawn.chart.svg);
    let lines = waterfall::lines(seen, place, last);
    let drawn = waterfall::draw(seen, option, page.study.period.last_year(), &lines);
    check(&[&[EXAMPLE, "--kind", "waterfall"], &chosen[..]].concat(), &drawn.chart.svg);
    let staffs = BothStaffs::of(seen, place, &page.outcome.effects[place], ServiceId(0));
    let drawn = staffs.draw(seen, option, &service.name);
    check(
        &[&[EXAMPLE, "--kind", "staffing", "--service", &service.id], &chosen[..]].concat(),
        &drawn.chart.svg,
    );
}

#[test]
fn width_language_and_year_can_be_chosen() {
    let page = Page::of(&study("small.json"));
    let seen = page.seen(Language::English, 340);
    let rows = under_keys(&page.study, &page.register, &page.study.options[0], page.outcome.option(0), 0);
    let drawn = keys::draw(seen, page.study.period.first_year, &rows).expect("a drawing");
    check(
        &["small.json", "--kind", "keys", "--year", "2026", "--width", "340", "--lang", "en"],
        &drawn.chart.svg,
    );
    assert!(drawn.chart.svg.contains(" 2026"), "{}", drawn.chart.svg);
}

#[test]
fn what_is_not_in_the_study_is_refused_with_what_is() {
    let of = |arguments: &[&str]| run(&[&["chart", "small.json", "--kind"], arguments].concat());
    let stderr = "fout: Deze variant staat niet in de studie. (x) Kies uit: joint of licences.\n";
    of(&["yearly", "--option", "x"]).check(2, "", stderr);
    let stderr = "fout: Deze dienst staat niet in de studie. (x) Kies uit: ict.\n";
    of(&["staffing", "--service", "x"]).check(2, "", stderr);
    let stderr = "fout: Dit jaar valt buiten de studie. (2030) Kies uit: 2026 of 2027.\n";
    of(&["keys", "--year", "2030"]).check(2, "", stderr);
    assert_eq!(of(&["pie"]).code, 2);
    assert_eq!(of(&["keys", "--width", "100"]).code, 2);
    assert_eq!(run(&["chart", "plain.json", "--kind", "cumulative"]).code, 2);
    assert_eq!(run(&["chart", "invalid.json", "--kind", "cumulative"]).code, 3);
}
