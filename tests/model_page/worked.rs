//! The worked figures of the page, computed by the model itself or from the register's values.

use acceptance::{golden, report};
use deelsom_core::fairness::{Coalition, Exact, Game, analyse};
use deelsom_core::study::Value;
use deelsom_core::uncertainty::{BreakEven, Model, Target, Tipping};
use deelsom_core::{MonthOfStaff, Register, Study, staffing_by_month};
use deelsom_language::{Language, number};
use serde_json::{Value as Json, json};

/// A number of a worked example, as precise as the page writes it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figure {
    value: f64,
    decimals: u8,
}

impl Figure {
    pub(crate) fn text(self, language: Language) -> String {
        number::decimal(language, self.value, self.decimals)
    }
}

fn of<const N: usize>(figures: [(f64, u8); N]) -> Vec<Figure> {
    figures.into_iter().map(|(value, decimals)| Figure { value, decimals }).collect()
}

/// The numbers of the worked example of a section, in the order in which the page has them.
pub(crate) fn figures(section: &str, register: &Register) -> Vec<Figure> {
    match section {
        "3" => staffing(register),
        "4" => staff_costs(register),
        "5" => form(register),
        "6" => rounding(),
        "7" => allocation(),
        "8" => vat_and_exit(register),
        "9" => comparison(register),
        "10" => fairness(),
        "11" => uncertainty(register),
        "15" => way_there(),
        _ => Vec::new(),
    }
}

/// The numbers of a text as they are written, those in the target of a link left out.
pub(crate) fn numbers(text: &str) -> Vec<String> {
    let mut parts = text.split("](");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shown.push(' ');
        shown.push_str(part.split_once(')').map_or("", |(_, rest)| rest));
    }
    let letters: Vec<char> = shown.chars().collect();
    let is_digit = |place: usize| letters.get(place).is_some_and(char::is_ascii_digit);
    let mut numbers: Vec<String> = Vec::new();
    let mut open = false;
    for (place, letter) in letters.iter().enumerate() {
        let goes_on = open && matches!(letter, '.' | ',') && is_digit(place + 1);
        let is_sign = *letter == number::MINUS && is_digit(place + 1);
        if !open && (is_sign || is_digit(place)) {
            numbers.push(String::new());
            open = true;
        } else if !is_digit(place) && !goes_on {
            open = false;
        }
        if let (true, Some(last)) = (open, numbers.last_mut()) {
            last.push(*letter);
        }
    }
    numbers
}

fn value(register: &Register, id: &str) -> f64 {
    match register.entry(id).map(|entry| &entry.value) {
        Some(Value::Number(value)) => *value,
        other => panic!("{id} is {other:?}"),
    }
}

/// A study of so many partners of 10,000 inhabitants (`a`, `b`, …), with one service and these fields.
fn study(partners: usize, years: usize, fields: &Json) -> String {
    let partners: Vec<Json> = ["a", "b", "c"]
        .into_iter()
        .take(partners)
        .map(|id| json!({ "id": id, "name": id, "inhabitants": 10_000 }))
        .collect();
    let mut study = json!({
        "format": "deelsom/study",
        "version": 1,
        "title": "Worked",
        "period": { "first_year": 2026, "years": years },
        "partners": partners,
        "services": [{ "id": "hr", "name": "HR" }],
    });
    for (name, field) in fields.as_object().expect("fields") {
        study[name] = field.clone();
    }
    study.to_string()
}

fn outcome(partners: usize, years: usize, fields: &Json) -> Json {
    serde_json::from_str(&report(&study(partners, years, fields))).expect("a report")
}

/// The months of the first post group of today.
fn months(register: &Register, study: &str) -> Vec<MonthOfStaff> {
    let study = Study::read(study, register).expect("a valid study");
    staffing_by_month(&study, register, None).swap_remove(0).months
}

/// What the ledger of a course has on a line, entry by entry.
fn amounts(report: &Json, course: usize, line: &str) -> Vec<f64> {
    let ledger = report["courses"][course]["ledger"].as_array().expect("a ledger");
    let entries = ledger.iter().filter(|entry| entry["line"] == line);
    entries.map(|entry| entry["amount"].as_f64().expect("an amount")).collect()
}

/// A figure of every partner in a year, in an option.
fn by_partner(report: &Json, course: usize, year: usize, figure: &str) -> Vec<f64> {
    let partners = report["courses"][course]["partners"].as_array().expect("partners");
    partners.iter().map(|one| one["years"][year][figure].as_f64().expect("an amount")).collect()
}

fn staffing(register: &Register) -> Vec<Figure> {
    let no_turnover = json!([{ "id": "turnover", "value": 0, "reason": "worked" }]);
    let post = |fte: u32, in_post: u32| json!([{ "unit": "a", "service": "hr", "role": "Head", "scale": "12", "fte": fte, "in_post": in_post }]);
    let vacant = json!({ "posts": post(1, 0), "assumptions": no_turnover });
    let vacant = months(register, &study(1, 1, &vacant));
    let filled = months(register, &study(1, 1, &json!({ "posts": post(10, 10) })));
    let (january, february) = (vacant[0], vacant[1]);
    let fill = january.hires.get() / (january.establishment - january.in_post).get();
    let hazard = filled[0].leavers.get() / filled[0].in_post.get();
    let days = value(register, "time_to_fill_days");
    let turnover = value(register, "turnover");
    of([
        (january.establishment.get(), 0),
        (days, 0),
        (365.0, 0),
        (12.0 * days, 0),
        (fill, 6),
        (january.hires.get(), 6),
        ((february.establishment - february.in_post).get(), 6),
        (fill, 6),
        (february.hires.get(), 6),
        (filled[0].establishment.get(), 0),
        (turnover, 3),
        (1.0, 0),
        (1.0 - turnover, 3),
        (1.0, 0),
        (12.0, 0),
        (hazard, 6),
        (filled[0].leavers.get(), 6),
        (filled[0].hires.get(), 6),
        (filled[1].in_post.get(), 6),
    ])
}

fn staff_costs(register: &Register) -> Vec<Figure> {
    let fields = json!({
        "posts": [{ "unit": "a", "service": "hr", "role": "Head", "scale": "12", "fte": 1, "in_post": 0 }],
        "assumptions": [{ "id": "turnover", "value": 0, "reason": "worked" }],
    });
    let months = months(register, &study(1, 1, &fields));
    let [cost, share, price] =
        ["cost_per_fte.12", "cover_share", "cover_price"].map(|id| value(register, id));
    let [recruitment, workplace] =
        ["recruitment_cost", "workplace_cost_per_fte"].map(|id| value(register, id));
    let vacant = |month: &MonthOfStaff| (month.establishment - month.in_post).get();
    let cover = |month: &MonthOfStaff| vacant(month) * share * price * cost / 12.0;
    let found = |month: &MonthOfStaff| month.hires.get() * recruitment;

    // The year in the ledger is the sum of months made like the first.
    let report = outcome(1, 1, &fields);
    let year: [(&str, f64); 3] = [
        ("agency_cover", months.iter().map(cover).sum()),
        ("recruitment", months.iter().map(found).sum()),
        ("workplace", workplace),
    ];
    for (line, sum) in year {
        let posted: f64 = amounts(&report, 0, line).iter().sum();
        assert!((posted - sum).abs() < 0.005_001, "{line}: {posted} posted, {sum} by month");
    }
    of([
        (12.0, 0),
        (vacant(&months[0]), 0),
        (share, 2),
        (price, 2),
        (cost, 0),
        (12.0, 0),
        (cover(&months[0]), 2),
        (months[0].hires.get(), 6),
        (recruitment, 0),
        (found(&months[0]), 2),
        (workplace, 0),
        (12.0, 0),
        (workplace / 12.0, 2),
    ])
}

fn form(register: &Register) -> Vec<Figure> {
    let option = |members: Json| {
        json!([{
            "id": "joint",
            "name": "Joint",
            "units": [{ "id": "work", "name": "Work", "form": "public_body", "members": members }],
            "moves": [{ "service": "hr", "month": "2026-01", "to": ["work"] }],
        }])
    };
    let base = 1_000_000.0;
    let cost = |unit: &str| json!({ "unit": unit, "service": "hr", "name": "Costs", "amount": base });
    let three = json!({
        "running_costs": [cost("a"), cost("b"), cost("c")],
        "options": option(json!(["a", "b", "c"])),
    });
    let three = outcome(3, 1, &three);
    let posted = |line: &str| amounts(&three, 1, line);
    assert_eq!(posted("client_side").len(), 3);
    let moved = json!({
        "posts": [{ "unit": "a", "service": "hr", "role": "Adviser", "cost_per_fte": 0, "fte": 1 }],
        "options": option(json!(["a", "b"])),
    });
    let left_behind = amounts(&outcome(2, 2, &moved), 1, "stranded");
    let row = |table: &str| value(register, &format!("{table}.public_body"));
    let scale = register.entry("director_scale.public_body").map(|entry| entry.value.clone());
    let Some(Value::Scale(Some(scale))) = scale else { panic!("a public body has a director") };
    of([
        (base, 0),
        (posted("governance")[0], 0),
        (scale.parse().expect("a scale of digits"), 0),
        (posted("director")[0], 0),
        (row("coordination"), 2),
        (2.0, 0),
        (1.0 - value(register, "harmonisation_degree"), 1),
        (3.0 * base, 0),
        (posted("coordination")[0], 0),
        (posted("client_side")[0], 0),
        (value(register, "stranded_share"), 1),
        (value(register, "workplace_cost_per_fte"), 0),
        (left_behind[0], 0),
        (1.0 - 1.0 / value(register, "stranded_years"), 1),
        (left_behind[1], 0),
    ])
}

/// The costs of the Tennessee Valley Authority, and two divisions of them.
fn fairness() -> Vec<Figure> {
    let game = Game::read(include_str!("../games/tva.json")).expect("a game");
    let cost = |coalition| game.value(Coalition(coalition)) as f64 / 100.0;
    let analysis = analyse(&game);
    let nucleolus = analysis.nucleolus.expect("exact").division;
    let shares = analysis.shapley.shares.into_iter().chain(nucleolus.shares);
    let costs = [0b001, 0b010, 0b100, 0b011, 0b101, 0b110, 0b111].map(cost);
    let figures = costs.into_iter().chain(shares.map(Exact::to_f64));
    let decimals = |value: f64| u8::from(value.fract() != 0.0);
    figures.map(|value| Figure { value, decimals: decimals(value) }).collect()
}

fn uncertainty(register: &Register) -> Vec<Figure> {
    let (saving, low, central, high): (f64, f64, f64, f64) = (16_000.0, 8_000.0, 10_000.0, 20_000.0);
    let amount = "/options/0/one_offs/0/amount";
    let study = json!({
        "format": "deelsom/study", "version": 1, "title": "Two towns",
        "period": { "first_year": 2026, "years": 1 },
        "partners": [
            { "id": "a", "name": "A", "inhabitants": 25000 }, { "id": "b", "name": "B", "inhabitants": 15000 }
        ],
        "services": [{ "id": "ict", "name": "ICT" }],
        "running_costs": [{ "unit": "a", "service": "ict", "name": "Licences", "amount": 160_000 }],
        "assumptions": [{ "id": "realisation_net", "value": 1, "reason": "agreed" }],
        "ranges": [{ "path": amount, "low": low, "high": high }],
        "options": [{
            "id": "joint", "name": "Joint",
            "units": [{ "id": "j", "name": "J", "form": "network", "members": ["a", "b"], "basis": "net" }],
            "moves": [{ "service": "ict", "month": "2026-01", "to": ["j"], "running_cost_saving": 0.1 }],
            "one_offs": [{ "name": "Programme", "month": "2026-01", "amount": central }]
        }]
    });
    let model = Model::of(&study, register, 0).expect("a valid study");
    let parameter = model.parameter(amount).expect("a number with a range");
    let npv = |amount: f64| model.with(&parameter, amount).npv.euros();
    let Tipping::At { value, .. } = BreakEven::of(&model, &parameter, Target::Total).tipping else {
        panic!("an amount of 16,000 takes the saving")
    };
    // On paper; the tests of uncertainty hold the draws against it.
    let largest = high - (0.05 * (high - low) * (high - central)).sqrt();
    let chance = 1.0 - (high - saving) * (high - saving) / ((high - low) * (high - central));
    of([
        (npv(0.0), 0),
        (central, 0),
        (low, 0),
        (high, 0),
        (npv(low), 0),
        (npv(high), 0),
        (npv(0.0) - (low + central + high) / 3.0, 2),
        (npv(largest), 2),
        (chance * 100.0, 2),
        (value, 0),
    ])
}

fn way_there() -> Vec<Figure> {
    let case = golden().find(|case| case.name == "way-there").expect("a golden study");
    let study: Json = serde_json::from_str(case.study).expect("JSON");
    let report: Json = serde_json::from_str(&report(case.study)).expect("a report");
    let number = |value: &Json| value.as_f64().expect("a number");
    let (quality, continuity) = (number(&study["criteria"]["list"][0]["weight"]), 1.0);
    let joint = &report["scores"][1];
    let [hr, finance] = [0, 1].map(|service: usize| number(&joint["services"][service]["total"]));
    let [on_quality, on_continuity] = [0, 1].map(|place: usize| number(&joint["criteria"][place]["score"]));
    of([
        (quality, 0),
        (hr, 0),
        (finance, 0),
        (on_quality, 1),
        (continuity, 0),
        (on_continuity, 0),
        (on_continuity, 0),
        (quality, 0),
        (on_quality, 1),
        (continuity, 0),
        (on_continuity, 0),
        (quality + continuity, 0),
        (number(&joint["total"]), 0),
        (number(&joint["unweighted"]), 2),
    ])
}

fn rounding() -> Vec<Figure> {
    let amount = 1_250.625;
    let cost = |name: &str, amount: f64| json!({ "unit": "a", "name": name, "amount": amount });
    let report = outcome(1, 1, &json!({ "running_costs": [cost("Rent", amount), cost("Income", -amount)] }));
    let posted = amounts(&report, 0, "running");
    let by_month = 12.0 * (amount / 12.0 * 100.0).round() / 100.0;
    of([
        (amount, 3),
        (amount / 12.0, 5),
        (amount, 3),
        (posted[0], 2),
        (-amount, 3),
        (posted[1], 2),
        (by_month, 2),
    ])
}

fn allocation() -> Vec<Figure> {
    let unit = |members: Json| json!([{ "id": "work", "name": "Work", "form": "network", "basis": "net", "members": members }]);
    let moves = json!([{ "service": "hr", "month": "2026-01", "to": ["work"] }]);
    let equal = outcome(
        3,
        1,
        &json!({ "options": [{
            "id": "joint",
            "name": "Joint",
            "units": unit(json!(["a", "b", "c"])),
            "moves": moves,
            "one_offs": [{ "name": "Adviser", "month": "2026-01", "amount": 100 }],
        }] }),
    );
    let thirds = by_partner(&equal, 1, 0, "contribution");
    let cost =
        |unit: &str, amount: u32| json!({ "unit": unit, "service": "hr", "name": "Costs", "amount": amount });
    let years = 4.0;
    let grown = outcome(
        2,
        2,
        &json!({
            "running_costs": [cost("a", 600_000), cost("b", 400_000)],
            "options": [{
                "id": "joint",
                "name": "Joint",
                "units": unit(json!(["a", "b"])),
                "moves": moves,
                "keys": { "default": { "key": "equal" } },
                "transition": { "years": years },
            }],
        }),
    );
    let shares = |course: usize, year: usize, figure: &str| {
        let amounts = by_partner(&grown, course, year, figure);
        let sum: f64 = amounts.iter().sum();
        [amounts[0] / sum, amounts[1] / sum]
    };
    let [one, other] = shares(0, 0, "own");
    let [one_grown, other_grown] = shares(1, 1, "contribution");
    of([
        (thirds.iter().sum(), 2),
        (thirds[0], 2),
        (thirds[1], 2),
        (thirds[2], 2),
        (one, 1),
        (other, 1),
        (years, 0),
        (2.0 / years, 1),
        (one_grown, 2),
        (other_grown, 2),
    ])
}

fn vat_and_exit(register: &Register) -> Vec<Figure> {
    let with = |vat: &str| {
        outcome(
            2,
            1,
            &json!({
                "units": [{
                    "id": "joint",
                    "name": "Joint",
                    "form": "support_organisation",
                    "basis": "net",
                    "members": ["a", "b"],
                    "key": { "key": "fixed", "shares": { "a": 1 } },
                    "vat": vat,
                }],
                "running_costs": [
                    { "unit": "joint", "service": "hr", "name": "Own", "amount": 80_000 },
                    { "unit": "joint", "service": "hr", "name": "Bought", "amount": 20_000, "carries_vat": true },
                ],
                "options": [{ "id": "same", "name": "Same" }],
            }),
        )
    };
    let taxed = with("taxed");
    let contribution = by_partner(&taxed, 0, 0, "contribution")[0];
    let carried = 20_000.0;
    let vat = |report: &Json| by_partner(report, 0, 0, "vat")[0];
    let exit = |figure: &str| taxed["effects"][0]["exit"][0]["years"][0][figure].as_f64().expect("an amount");
    let [rate, back, share, years] =
        ["vat_rate", "recoverable_vat", "stranded_share", "stranded_years"].map(|id| value(register, id));
    of([
        (contribution, 0),
        (carried, 0),
        (back, 2),
        (rate, 2),
        (1.0 - back, 2),
        (contribution - carried, 0),
        (vat(&taxed), 0),
        (rate, 2),
        (back, 2),
        (carried, 0),
        (vat(&with("exempt")), 0),
        (exit("step_down"), 0),
        (share, 1),
        (contribution, 0),
        // 1 + (1 − 1/n) + … + 1/n
        (f64::midpoint(years, 1.0), 0),
        (exit("real_damage"), 0),
    ])
}

fn comparison(register: &Register) -> Vec<Figure> {
    let in_year = |year: u32, amount: f64| {
        json!({
            "name": format!("Amount of {year}"),
            "from": format!("{year}-01"),
            "until": format!("{year}-12"),
            "amount": amount,
            "key": { "bearer": "a" },
        })
    };
    let recurring = [in_year(2026, 100_000.0), in_year(2027, -40_000.0), in_year(2028, -80_000.0)];
    let fields = json!({ "options": [{ "id": "joint", "name": "Joint", "recurring": recurring }] });
    let report = outcome(1, 3, &fields);
    let effect = &report["effects"][0];
    let figure = |value: &Json| value.as_f64().expect("a figure");
    let by_year = |name: &str| [0, 1, 2].map(|year| figure(&effect["years"][year][name]));
    let saving = by_year("saving");
    let cumulative = by_year("cumulative");
    assert_eq!((&effect["deepest"]["year"], &effect["payback_year"]), (&json!(2026), &json!(2028)));
    let growth = 1.0 + value(register, "discount_rate");
    of([
        (saving[0], 0),
        (saving[1], 0),
        (saving[2], 0),
        (cumulative[0], 0),
        (cumulative[1], 0),
        (cumulative[2], 0),
        (figure(&effect["deepest"]["amount"]), 0),
        (2.0, 0),
        (-cumulative[1], 0),
        (saving[2], 0),
        (figure(&effect["payback_years"]), 2),
        (growth - 1.0, 4),
        (saving[0], 0),
        (saving[1] / growth, 2),
        (saving[2] / growth / growth, 2),
        (figure(&effect["npv"]), 2),
    ])
}
