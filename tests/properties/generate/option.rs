//! Options: what moves where, what that costs besides, and who pays.

use serde_json::{Map, Value, json};

use super::keys::{write_key, write_service_key};
use super::sketch::{
    MoveSketch, OneOffSketch, OptionSketch, PayerSketch, RecurringSketch, RuleSketch, TargetPostSketch,
};
use super::{
    Context, NAMES, Pick, Place, ROLES, SCALES, VATS, hundredths, members, pick, write_pay, write_unit,
};

const LINES: [&str; 16] = [
    "employment",
    "agency_cover",
    "recruitment",
    "workplace",
    "surplus",
    "running",
    "governance",
    "director",
    "coordination",
    "client_side",
    "harmonisation",
    "stranded",
    "grant_loss",
    "one_off",
    "recurring",
    "employment",
];

pub(super) fn write(place: usize, sketch: &OptionSketch, context: &Context) -> Value {
    let mut option = json!({ "id": format!("o{place}"), "name": format!("Option {place}") });
    let made = sketch.units.iter().enumerate().map(|(unit, sketch)| Place {
        id: format!("o{place}u{unit}"),
        members: members(sketch.members, context.partners.len()),
    });
    let made: Vec<Place> = made.collect();
    let units = made.iter().zip(&sketch.units);
    option["units"] =
        units.map(|(unit, sketch)| write_unit(&unit.id, sketch, &unit.members, context)).collect();
    let places = Places { context, made: &made };
    let moves = write_moves(sketch, &places);
    let moving = !moves.is_empty();
    option["moves"] = moves.into();
    if let Some(month) = sketch.freeze.filter(|month| i32::from(*month) < i32::from(context.years) * 12) {
        option["freeze"] = context.any_month(month.into()).into();
    }
    let one_offs = sketch.one_offs.iter().filter(|_| moving);
    option["one_offs"] = one_offs.map(|cost| write_one_off(cost, &places)).collect();
    let has_payer = |cost: &&RecurringSketch| moving || matches!(cost.payer, PayerSketch::Bearer { .. });
    let recurring = sketch.recurring.iter().filter(has_payer);
    option["recurring"] = recurring.map(|cost| write_recurring(cost, &places)).collect();
    option["keys"] = write_keys(sketch, context);
    write_terms(&mut option, sketch);
    option
}

fn write_terms(option: &mut Value, sketch: &OptionSketch) {
    if let Some(years) = sketch.transition {
        option["transition"] = json!({ "years": years });
    }
    if let Some(most) = sketch.guarantee {
        option["guarantee"] = json!({ "max_disadvantage_per_inhabitant": hundredths(most) });
    }
    if let Some(vat) = sketch.vat {
        option["vat"] = json!(pick(&VATS, vat));
    }
    if let Some(by_damage) = sketch.exit {
        option["exit"] = json!({ "rule": if by_damage { "real_damage" } else { "step_down" } });
    }
}

fn write_keys(sketch: &OptionSketch, context: &Context) -> Value {
    let mut keys = json!({});
    if let Some(key) = &sketch.default_key {
        keys["default"] = write_key(key, context);
    }
    let services = sketch.service_keys.iter().map(|(service, key)| {
        let service = pick(&context.services, *service);
        (service.clone(), write_service_key(key, service, context))
    });
    keys["services"] = services.collect::<Map<_, _>>().into();
    let lines = sketch
        .line_keys
        .iter()
        .map(|(line, key)| ((*pick(&LINES, *line)).to_owned(), write_key(key, context)));
    keys["lines"] = lines.collect::<Map<_, _>>().into();
    keys
}

/// The units of today and those of an option.
struct Places<'a> {
    context: &'a Context,
    made: &'a [Place],
}

impl<'a> Places<'a> {
    fn all(&self) -> Vec<&'a Place> {
        self.context.today.iter().chain(self.made).collect()
    }

    /// What a service can move to: the option's units first, then the partners.
    fn targets(&self) -> Vec<&'a Place> {
        self.made.iter().chain(&self.context.today[..self.context.partners.len()]).collect()
    }
}

fn write_moves(sketch: &OptionSketch, places: &Places<'_>) -> Vec<Value> {
    let mut gone = Vec::new();
    let mut moves = Vec::new();
    for sketch in &sketch.moves {
        let service = usize::from(sketch.service) % places.context.services.len();
        if !gone.contains(&service) {
            gone.push(service);
            moves.push(write_move(sketch, service, places));
        }
    }
    moves
}

fn write_move(sketch: &MoveSketch, service: usize, places: &Places<'_>) -> Value {
    let context = places.context;
    let targets = house(sketch, service, places);
    let ids: Vec<&str> = targets.iter().map(|target| target.id.as_str()).collect();
    let mut value =
        json!({ "service": context.services[service], "month": context.month(sketch.month), "to": ids });
    let posts = write_target_posts(sketch, service, &targets, context);
    if !matches!(sketch.rule, RuleSketch::Unsaid) || !posts.is_empty() {
        value["staffing"] = write_rule(sketch.rule);
        value["staffing"]["posts"] = posts.into();
    }
    if let Some(percent) = sketch.saving {
        value["running_cost_saving"] = json!(f64::from(percent) / 100.0);
    }
    if let Some(ramp) = &sketch.ramp {
        value["ramp"] = ramp.iter().map(|percent| json!(hundredths((*percent).into()))).collect();
    }
    if let Some(months) = sketch.surplus_after {
        value["surplus_after_months"] = json!(months);
    }
    if let Some(split) = sketch.split.and_then(|weights| split(weights, service, &targets, context)) {
        value["split"] = split;
    }
    value
}

fn write_rule(rule: RuleSketch) -> Value {
    match rule {
        RuleSketch::Unsaid => json!({}),
        RuleSketch::Same => json!({ "rule": "same" }),
        RuleSketch::Scale => json!({ "rule": "scale" }),
        RuleSketch::Percent(percent) => json!({ "rule": "percent", "percent": f64::from(percent) / 100.0 }),
        RuleSketch::Norm(fte) => json!({ "rule": "norm", "fte_per_1000": f64::from(fte) / 1000.0 }),
    }
}

fn meets(one: &[usize], other: &[usize]) -> bool {
    one.iter().any(|member| other.contains(member))
}

/// The sources of a service for a list of members: today's units that have it and share one of them.
fn sources<'a>(
    service: usize,
    members: &'a [usize],
    context: &'a Context,
) -> impl Iterator<Item = &'a Place> {
    context.units_with(service).map(|unit| &context.today[unit]).filter(|unit| meets(&unit.members, members))
}

/// Targets in which every member of every source has one place.
fn house<'a>(sketch: &MoveSketch, service: usize, places: &Places<'a>) -> Vec<&'a Place> {
    let all = places.targets();
    let mut targets: Vec<&Place> = Vec::new();
    let mut housed: Vec<usize> = Vec::new();
    for choice in &sketch.targets {
        let target = *pick(&all, *choice);
        if !meets(&target.members, &housed) {
            housed.extend(&target.members);
            targets.push(target);
        }
    }
    let homeless = |housed: &[usize]| {
        let mut members =
            sources(service, housed, places.context).flat_map(|source| &source.members).copied();
        members.find(|member| !housed.contains(member))
    };
    while let Some(member) = homeless(&housed) {
        let free = |target: &&&Place| target.members.contains(&member) && !meets(&target.members, &housed);
        let target = *all.iter().find(free).expect("a partner by itself is free as long as it is not housed");
        housed.extend(&target.members);
        targets.push(target);
    }
    targets
}

/// The shares of the one source that is divided, adding up to 1.
fn split(weights: [u8; 4], service: usize, targets: &[&Place], context: &Context) -> Option<Value> {
    let housed: Vec<usize> = targets.iter().flat_map(|target| &target.members).copied().collect();
    let is_whole = |source: &&Place| {
        targets.iter().any(|target| source.members.iter().all(|member| target.members.contains(member)))
    };
    let mut divided = sources(service, &housed, context).filter(|source| !is_whole(source));
    let (source, None) = (divided.next()?, divided.next()) else { return None };
    let mut left = 100;
    let mut shares = Map::new();
    for (place, member) in source.members.iter().enumerate() {
        let last = place + 1 == source.members.len();
        let share = if last { left } else { weights[place].min(left) };
        left -= share;
        shares.insert(context.partners[*member].clone(), json!(hundredths(share.into())));
    }
    Some(shares.into())
}

fn write_target_posts(
    sketch: &MoveSketch,
    service: usize,
    targets: &[&Place],
    context: &Context,
) -> Vec<Value> {
    let mut posts: Vec<Value> = Vec::new();
    for post in &sketch.posts {
        let role = *pick(&ROLES, post.role);
        let unit = post.unit.map(|unit| *pick(targets, unit));
        let value = write_target_post(post, role, unit, is_new(role, service, unit, targets, context));
        if posts.iter().all(|other| (&other["role"], &other["unit"]) != (&value["role"], &value["unit"])) {
            posts.push(value);
        }
    }
    posts
}

/// Whether nobody has the role today in the sources of one of the targets.
fn is_new(role: &str, service: usize, unit: Option<&Place>, targets: &[&Place], context: &Context) -> bool {
    let comes_along = |target: &Place| {
        context.posts.iter().any(|(source, of, name)| {
            (*of, *name) == (service, role) && meets(&context.today[*source].members, &target.members)
        })
    };
    let concerned = targets.iter().filter(|target| unit.is_none_or(|unit| unit.id == target.id));
    concerned.into_iter().any(|target| !comes_along(target))
}

fn write_target_post(post: &TargetPostSketch, role: &str, unit: Option<&Place>, is_new: bool) -> Value {
    let mut value = json!({ "role": role, "fte": hundredths(post.fte) });
    match post.pay {
        Some(pay) => write_pay(&mut value, pay),
        None if is_new => value["scale"] = SCALES[0].into(),
        None => {}
    }
    if let Some(unit) = unit {
        value["unit"] = json!(unit.id);
    }
    if let Some(fixed) = post.fixed {
        value["fixed"] = fixed.into();
    }
    value
}

/// Writes who pays. Gives whether that is one bearer.
fn write_payer(value: &mut Value, payer: &PayerSketch, places: &Places<'_>) -> bool {
    match payer {
        PayerSketch::Unsaid => false,
        PayerSketch::Key(key) => {
            value["key"] = write_key(key, places.context);
            false
        }
        PayerSketch::Bearer { unit, prefixed } => {
            let id = &pick(&places.all(), *unit).id;
            value["key"] = json!({ "bearer": if *prefixed { format!("unit:{id}") } else { id.clone() } });
            true
        }
    }
}

fn write_marks(value: &mut Value, alone: bool, marks: [(&str, Option<bool>); 3]) {
    for (name, mark) in marks {
        if let Some(mark) = mark.filter(|_| !(alone && name == "per_partner")) {
            value[name] = mark.into();
        }
    }
}

fn write_one_off(cost: &OneOffSketch, places: &Places<'_>) -> Value {
    let name = *pick(&NAMES, cost.name);
    let mut value = json!({ "name": name, "month": places.context.month(cost.month), "amount": cost.amount });
    if let Some(months) = cost.months {
        value["months"] = json!(months);
    }
    if let Some(estimate) = cost.estimate {
        value["certainty"] = json!(if estimate { "estimate" } else { "contracted" });
    }
    let alone = write_payer(&mut value, &cost.payer, places);
    let marks = [("per_partner", cost.per_partner), ("carries_vat", cost.carries_vat), ("", None)];
    write_marks(&mut value, alone, marks);
    value
}

fn write_recurring(cost: &RecurringSketch, places: &Places<'_>) -> Value {
    let name = *pick(&NAMES, cost.name);
    let context = places.context;
    let mut value = json!({ "name": name, "from": context.month(cost.from), "amount": cost.amount });
    if let Some(months) = cost.lasts {
        value["until"] = until(cost.from, months, context).into();
    }
    let alone = write_payer(&mut value, &cost.payer, places);
    let marks = [
        ("per_partner", cost.per_partner),
        ("carries_vat", cost.carries_vat),
        ("unspecified", cost.unspecified),
    ];
    write_marks(&mut value, alone, marks);
    value
}

fn until(from: Pick, months: u8, context: &Context) -> String {
    context.any_month(i32::from(context.month_index(from)) + i32::from(months))
}
