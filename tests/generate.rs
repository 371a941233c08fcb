//! Makes valid studies that use every part of the format and shrink to something that a person can read.
//!
//! A study is first drawn as a [`Sketch`] of plain choices that do not know of each other, and then written out. A
//! choice out of a list counts modulo its length, and what cannot be is left out, so whatever the choices, the study
//! is valid; and since no choice depends on another, each shrinks by itself.

#[path = "properties/generate/keys.rs"]
mod keys;
#[path = "properties/generate/option.rs"]
mod option;
#[path = "properties/generate/sketch.rs"]
mod sketch;

use std::fmt;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use keys::write_key;
use sketch::{
    AmountSketch, DepartureSketch, DeviationSketch, PartnerSketch, PaySketch, PostSketch, RunningSketch,
    ServiceSketch, Sketch, UnitSketch,
};

/// A choice out of a list, modulo its length.
type Pick = u8;

/// A valid study. A failing test shows it as the file that it is.
#[derive(Clone)]
pub(crate) struct Sample(pub(crate) Value);

impl fmt::Debug for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// Valid studies of two to four partners, at most three services and five years, with one or two options.
pub(crate) fn studies() -> impl Strategy<Value = Sample> {
    sketch::sketches().prop_map(|sketch| Sample(write(&sketch)))
}

fn pick<T>(list: &[T], place: Pick) -> &T {
    &list[usize::from(place) % list.len()]
}

fn hundredths(number: u16) -> f64 {
    f64::from(number) / 100.0
}

/// A unit of today or of an option, as far as others must know it.
#[derive(Clone)]
struct Place {
    id: String,
    /// Partners by place in the study.
    members: Vec<usize>,
}

/// What the parts of a study must know of each other.
struct Context {
    first_year: u16,
    years: u16,
    partners: Vec<String>,
    services: Vec<String>,
    /// Services that have volumes.
    with_volumes: Vec<String>,
    /// The partners by themselves, then today's joint units.
    today: Vec<Place>,
    /// Posts that the study has: unit, service and role.
    posts: Vec<(usize, usize, &'static str)>,
    /// Units that have a service today, by posts or running costs.
    at_work: Vec<(usize, usize)>,
}

impl Context {
    /// A month of the period.
    fn month(&self, choice: Pick) -> String {
        self.any_month(i32::from(choice) % (i32::from(self.years) * 12))
    }

    /// A month counted from the first, also outside the period.
    fn any_month(&self, month: i32) -> String {
        let year = i32::from(self.first_year) + month.div_euclid(12);
        format!("{year:04}-{:02}", month.rem_euclid(12) + 1)
    }

    /// The place in the period of a choice of month.
    fn month_index(&self, choice: Pick) -> u16 {
        u16::from(choice) % (self.years * 12)
    }

    fn year(&self, offset: i8) -> u16 {
        self.first_year.saturating_add_signed(i16::from(offset))
    }

    /// The units of today that have a service.
    fn units_with(&self, service: usize) -> impl Iterator<Item = usize> + '_ {
        let of_service = move |(_, has): &&(usize, usize)| *has == service;
        self.at_work.iter().filter(of_service).map(|(unit, _)| *unit)
    }
}

const ROLES: [&str; 5] = ["Head", "Adviser", "Clerk", "Engineer", "Account manager"];
const SCALES: [&str; 5] = ["10", "4", "7", "12", "15"];
const KINDS: [&str; 5] = ["general", "transactional", "advisory", "ict", "other"];
const VATS: [&str; 4] = ["none", "taxed", "exempt", "transparent"];
const FORMS: [&str; 8] = [
    "public_body",
    "network",
    "host_municipality",
    "joint_body",
    "support_organisation",
    "private_company",
    "merger",
    "standalone",
];
const NAMES: [&str; 3] = ["Contracts", "Licences", "Income"];

/// Writes a sketch out as a study file.
fn write(sketch: &Sketch) -> Value {
    let mut study = json!({ "format": "deelsom/study", "version": 1, "title": "A study" });
    study["period"] = json!({ "first_year": sketch.first_year, "years": sketch.years });
    if let Some((nominal, base)) = sketch.prices {
        study["prices"] = json!({ "mode": if nominal { "nominal" } else { "constant" } });
        if let Some(offset) = base {
            study["prices"]["base_year"] = json!(sketch.first_year.saturating_add_signed(offset.into()));
        }
    }
    let partners: Vec<Value> = sketch.partners.iter().enumerate().map(write_partner).collect();
    let services: Vec<Value> = sketch.services.iter().enumerate().map(write_service).collect();
    study["partners"] = partners.into();
    study["services"] = services.into();
    let mut context = context(sketch);
    study["volumes"] = write_volumes(sketch, &context).into();
    study["posts"] = write_posts(sketch, &mut context).into();
    study["running_costs"] = write_running(sketch, &mut context).into();
    study["units"] = write_today(sketch, &context).into();
    study["departures"] = write_departures(&sketch.departures, &context).into();
    study["assumptions"] = write_deviations(&sketch.deviations, &context).into();
    let options = sketch.options.iter().enumerate();
    study["options"] = options.map(|(place, option)| option::write(place, option, &context)).collect();
    study
}

fn context(sketch: &Sketch) -> Context {
    let partners: Vec<String> = (0..sketch.partners.len()).map(|place| format!("p{place}")).collect();
    let services: Vec<String> = (0..sketch.services.len()).map(|place| format!("s{place}")).collect();
    let alone = partners.iter().enumerate().map(|(place, id)| Place { id: id.clone(), members: vec![place] });
    let joint = sketch.today.iter().enumerate().map(|(place, unit)| Place {
        id: format!("today{place}"),
        members: members(unit.members, partners.len()),
    });
    let today = alone.chain(joint).collect();
    let volumes = sketch.services.iter().zip(&services).filter(|(service, _)| service.volumes.is_some());
    Context {
        first_year: sketch.first_year,
        years: sketch.years,
        with_volumes: volumes.map(|(_, id)| id.clone()).collect(),
        partners,
        services,
        today,
        posts: Vec::new(),
        at_work: Vec::new(),
    }
}

/// The partners of a mask, at least two.
fn members(mask: u8, partners: usize) -> Vec<usize> {
    let chosen: Vec<usize> = (0..partners).filter(|place| mask & (1 << place) != 0).collect();
    if chosen.len() > 1 { chosen } else { vec![0, 1] }
}

fn write_partner((place, partner): (usize, &PartnerSketch)) -> Value {
    let mut value = json!({
        "id": format!("p{place}"),
        "name": format!("Partner {place}"),
        "inhabitants": partner.inhabitants,
        "general_grant": partner.general_grant,
        "budget": partner.budget,
    });
    if let Some(growth) = partner.growth {
        value["growth"] = json!(f64::from(growth) / 1000.0);
    }
    if let Some(recoverable) = partner.recoverable_vat {
        value["recoverable_vat"] = json!(hundredths(recoverable.into()));
    }
    value
}

fn write_service((place, service): (usize, &ServiceSketch)) -> Value {
    let mut value = json!({ "id": format!("s{place}"), "name": format!("Service {place}") });
    if let Some(kind) = service.kind {
        value["kind"] = json!(pick(&KINDS, kind));
    }
    value
}

fn write_volumes(sketch: &Sketch, context: &Context) -> Vec<Value> {
    let services = sketch.services.iter().zip(&context.services);
    let with = services.filter_map(|(service, id)| Some((service.volumes?, id)));
    with.map(|(volumes, id)| json!({ "service": id, "name": "Volume", "by_partner": by_partner(volumes, context) }))
        .collect()
}

fn by_partner<N: Into<Value>>(numbers: [N; 4], context: &Context) -> Value {
    context.partners.iter().cloned().zip(numbers.map(Into::into)).collect::<Map<_, _>>().into()
}

/// A joint unit without its key.
fn write_unit(id: &str, unit: &UnitSketch, members: &[usize], context: &Context) -> Value {
    let form = *pick(&FORMS, unit.form);
    let mut ids: Vec<&String> = members.iter().map(|member| &context.partners[*member]).collect();
    let host = (*pick(&ids, unit.host)).clone();
    if unit.reversed {
        ids.reverse();
    }
    let mut value = json!({ "id": id, "name": "A unit", "form": form, "members": ids });
    if form == "host_municipality" {
        value["host"] = host.into();
    }
    if let Some(net) = unit.net {
        value["basis"] = json!(if net { "net" } else { "gross" });
    }
    value
}

fn write_today(sketch: &Sketch, context: &Context) -> Vec<Value> {
    let first = context.partners.len();
    let units = sketch.today.iter().enumerate().map(|(place, unit)| {
        let own = &context.today[first + place];
        let mut value = write_unit(&own.id, unit, &own.members, context);
        if let Some(vat) = unit.vat {
            value["vat"] = json!(pick(&VATS, vat));
        }
        value["key"] = write_key(&unit.key, context);
        value
    });
    units.collect()
}

fn write_posts(sketch: &Sketch, context: &mut Context) -> Vec<Value> {
    let mut posts = Vec::new();
    for post in &sketch.posts {
        let unit = usize::from(post.unit) % context.today.len();
        let service = usize::from(post.service) % context.services.len();
        let role = *pick(&ROLES[..4], post.role);
        if !context.posts.contains(&(unit, service, role)) {
            context.posts.push((unit, service, role));
            begin_work(context, unit, service);
            posts.push(write_post(post, &context.today[unit].id, &context.services[service], role));
        }
    }
    posts
}

fn begin_work(context: &mut Context, unit: usize, service: usize) {
    if !context.at_work.contains(&(unit, service)) {
        context.at_work.push((unit, service));
    }
}

fn write_post(post: &PostSketch, unit: &str, service: &str, role: &str) -> Value {
    let fte = hundredths(post.fte);
    let mut value = json!({ "unit": unit, "service": service, "role": role, "fte": fte });
    if let Some(percent) = post.in_post {
        value["in_post"] = json!((fte * f64::from(percent)).round() / 100.0);
    }
    write_pay(&mut value, post.pay);
    value
}

fn write_pay(value: &mut Value, pay: PaySketch) {
    match pay {
        PaySketch::Scale(scale) => value["scale"] = json!(pick(&SCALES, scale)),
        PaySketch::Cost(thousands) => value["cost_per_fte"] = json!(u32::from(thousands) * 1000),
    }
}

fn write_running(sketch: &Sketch, context: &mut Context) -> Vec<Value> {
    let mut costs = Vec::new();
    for cost in &sketch.running {
        let unit = usize::from(cost.unit) % context.today.len();
        let mut value = json!({ "unit": context.today[unit].id, "name": pick(&NAMES, cost.name) });
        if let Some(service) = cost.service {
            let service = usize::from(service) % context.services.len();
            value["service"] = json!(context.services[service]);
            begin_work(context, unit, service);
        }
        write_amount(&mut value, cost, context);
        costs.push(value);
    }
    costs
}

fn write_amount(value: &mut Value, cost: &RunningSketch, context: &Context) {
    match &cost.amount {
        AmountSketch::Yearly(amount) => value["amount"] = json!(amount),
        AmountSketch::ByYear(amounts) => {
            let rows = amounts.iter().map(|(year, amount)| (context.year(*year).to_string(), json!(amount)));
            value["amounts"] = rows.collect::<Map<_, _>>().into();
        }
    }
    if let Some(carries) = cost.carries_vat {
        value["carries_vat"] = carries.into();
    }
}

fn write_departures(departures: &[DepartureSketch], context: &Context) -> Vec<Value> {
    if context.posts.is_empty() {
        return Vec::new();
    }
    let write = |departure: &DepartureSketch| {
        let (unit, service, role) = *pick(&context.posts, departure.post);
        json!({
            "unit": context.today[unit].id, "service": context.services[service], "role": role,
            "month": context.month(departure.month), "fte": hundredths(departure.fte),
        })
    };
    departures.iter().map(write).collect()
}

/// Assumptions that a study may change: id, lowest and highest value.
const DEVIATIONS: [(&str, f64, f64); 37] = [
    ("turnover", 0.0, 0.3),
    ("time_to_fill_days", 0.0, 240.0),
    ("cover_share", 0.0, 1.0),
    ("cover_price", 0.5, 2.0),
    ("recruitment_cost", 0.0, 20_000.0),
    ("steerable_turnover", 0.0, 1.0),
    ("structural_vacancy", 0.0, 0.3),
    ("workplace_cost_per_fte", 0.0, 12_000.0),
    ("wage_index", -0.02, 0.08),
    ("price_index", -0.02, 0.08),
    ("discount_rate", 0.0, 0.06),
    ("part_time_factor", 0.5, 1.0),
    ("realisation_net", 0.0, 1.2),
    ("realisation_gross", 0.0, 1.2),
    ("scale_saturation", 5_000.0, 120_000.0),
    ("one_off_uplift", 0.8, 1.6),
    ("unavailability", 0.0, 1.0),
    ("harmonisation_degree", 0.0, 1.0),
    ("harmonisation_cost", 0.0, 0.05),
    ("stranded_share", 0.0, 1.0),
    ("stranded_years", 0.0, 10.0),
    ("surplus_cost_per_fte", 0.0, 200_000.0),
    ("vat_rate", 0.0, 0.3),
    ("recoverable_vat", 0.0, 1.0),
    ("fixed_grant_per_municipality", 0.0, 800_000.0),
    ("elasticity.general", -0.4, 0.2),
    ("elasticity.transactional", -0.4, 0.2),
    ("governance.public_body", 0.0, 300_000.0),
    ("governance.network", 0.0, 300_000.0),
    ("coordination.joint_body", 0.0, 0.05),
    ("coordination.merger", 0.0, 0.05),
    ("client_side_share.host_municipality", 0.0, 0.05),
    ("client_side_share.standalone", 0.0, 0.05),
    ("form_reach.network", 0.0, 1.0),
    ("form_reach.standalone", 0.0, 1.0),
    ("cost_per_fte.10", 0.0, 150_000.0),
    ("cost_per_fte.14", 0.0, 200_000.0),
];
/// The first of these may be changed for one service, and so may the elasticity.
const PER_SERVICE: [(&str, f64, f64); 5] =
    [DEVIATIONS[0], DEVIATIONS[1], DEVIATIONS[4], DEVIATIONS[5], ("elasticity", -0.4, 0.2)];

fn write_deviations(deviations: &[DeviationSketch], context: &Context) -> Vec<Value> {
    let mut written: Vec<Value> = Vec::new();
    for said in deviations {
        let mut value = match said {
            DeviationSketch::General { id, twentieths } => {
                write_deviation(pick(&DEVIATIONS, *id), *twentieths)
            }
            DeviationSketch::OfService { id, twentieths, service } => {
                let mut value = write_deviation(pick(&PER_SERVICE, *id), *twentieths);
                value["service"] = json!(pick(&context.services, *service));
                value
            }
            DeviationSketch::Index { prices, rows } => {
                let rows = rows
                    .iter()
                    .map(|(year, rate)| (context.year(*year).to_string(), json!(f64::from(*rate) / 1000.0)));
                let id = if *prices { "price_index" } else { "wage_index" };
                json!({ "id": id, "value": rows.collect::<Map<_, _>>() })
            }
            DeviationSketch::Director { form, scale } => {
                json!({ "id": format!("director_scale.{}", pick(&FORMS, *form)), "value": scale.map(|scale| *pick(&SCALES, scale)) })
            }
        };
        value["reason"] = "our own figures".into();
        if written.iter().all(|other| (&other["id"], &other["service"]) != (&value["id"], &value["service"]))
        {
            written.push(value);
        }
    }
    written
}

fn write_deviation((id, low, high): &(&str, f64, f64), twentieths: u8) -> Value {
    let value = low + (high - low) * f64::from(twentieths % 21) / 20.0;
    json!({ "id": id, "value": (value * 10_000.0).round() / 10_000.0 })
}
