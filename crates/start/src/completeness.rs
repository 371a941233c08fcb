//! How much of a baseline a study has: what is asked, what is there, and where the rest is filled in.
//!
//! What is asked follows from the scope of a study alone: its partners, services and options. So filling something in
//! never lowers the score, however many rows that takes; a wider scope asks for more.

use std::collections::BTreeSet;

use serde_json::Value;

/// A part of a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Inhabitants of every partner.
    Inhabitants,
    /// The general grant of every partner.
    GeneralGrant,
    /// The budget of every partner.
    Budget,
    /// Posts of every service, wherever a partner has them.
    Posts,
    /// People in those posts.
    InPost,
    /// Costs other than staff, of every partner.
    RunningCosts,
    /// What every partner uses of a service.
    Volumes,
    /// A key for every option.
    Keys,
    /// What making every option costs.
    OneOffs,
    /// A source of all that is filled in.
    Sources,
}

impl Part {
    /// All of them, in the order in which they are filled in.
    pub const ALL: [Self; 10] = [
        Self::Inhabitants,
        Self::GeneralGrant,
        Self::Budget,
        Self::Posts,
        Self::InPost,
        Self::RunningCosts,
        Self::Volumes,
        Self::Keys,
        Self::OneOffs,
        Self::Sources,
    ];

    /// How many times it counts: what costs rest on most counts most.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Posts => 3,
            Self::InPost | Self::RunningCosts => 2,
            _ => 1,
        }
    }
}

/// A figure that is not there, or not the study's own: of what, and where it is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// A JSON pointer into the study.
    pub pointer: String,
    /// The names of what it is a figure of: a partner, a service, an option.
    pub of: Vec<String>,
}

/// What is there of one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The part.
    pub part: Part,
    /// How many figures are asked.
    pub asked: usize,
    /// How many of them are there and the study's own.
    pub own: usize,
    /// Those that are not there.
    pub missing: Vec<Gap>,
    /// Those that are there and illustrative.
    pub illustrative: Vec<Gap>,
}

/// What is there of a study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// Every part of which something is asked.
    pub rows: Vec<Row>,
    /// How many rows of figures the study has.
    pub figures: usize,
    /// How many of them are illustrative.
    pub illustrative: usize,
}

impl Completeness {
    /// The share of what is asked that is the study's own, by weight: whole percents, 100 only when nothing is left.
    pub fn percent(&self) -> u32 {
        let (mut reached, mut whole) = (0.0, 0.0);
        for row in &self.rows {
            let weight = f64::from(row.part.weight());
            reached += weight * row.own as f64 / row.asked as f64;
            whole += weight;
        }
        let percent = if whole > 0.0 { (100.0 * reached / whole + 1e-9).floor() } else { 0.0 };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
        let percent = percent as u32;
        percent
    }
}

/// How complete a study is. It may have problems: what cannot be read is not there.
pub fn completeness(file: &Value) -> Completeness {
    let asking = Asking::of(file);
    let rows = Part::ALL.into_iter().map(|part| asking.row(part)).filter(|row| row.asked > 0).collect();
    let mut figures: Vec<&Value> = Vec::new();
    for name in ["partners", "posts", "running_costs", "volumes"] {
        figures.extend(items(file, name));
    }
    for option in items(file, "options") {
        figures.extend(items(option, "one_offs").iter().chain(items(option, "recurring")));
    }
    let illustrative = figures.iter().filter(|row| is_illustrative(row)).count();
    Completeness { rows, figures: figures.len(), illustrative }
}

/// Whether something asked for is there.
#[derive(Clone, Copy, PartialEq)]
enum There {
    Missing,
    Illustrative,
    Own,
}

fn items<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of[name].as_str().unwrap_or_default()
}

fn is_illustrative(row: &Value) -> bool {
    row["status"] == "illustrative"
}

fn one_offs(option: &Value) -> There {
    match items(option, "one_offs") {
        [] => There::Missing,
        costs if costs.iter().any(is_illustrative) => There::Illustrative,
        _ => There::Own,
    }
}

/// A list of the study, with the place of each row.
type Rows<'a> = Vec<(usize, &'a Value)>;

/// A study, and what is asked of it.
struct Asking<'a> {
    file: &'a Value,
    partners: &'a [Value],
    services: &'a [Value],
    /// Options in which something moves, with their places.
    options: Rows<'a>,
    sources: BTreeSet<&'a str>,
}

impl<'a> Asking<'a> {
    fn of(file: &'a Value) -> Self {
        let options = items(file, "options").iter().enumerate();
        Self {
            file,
            partners: items(file, "partners"),
            services: items(file, "services"),
            options: options.filter(|(_, option)| !items(option, "moves").is_empty()).collect(),
            sources: items(file, "sources").iter().filter_map(|source| source["id"].as_str()).collect(),
        }
    }

    /// Where a partner has what it has: at itself, and in the joint organisations of today.
    fn units(&self, partner: &'a Value) -> BTreeSet<&'a str> {
        let id = text(partner, "id");
        let joint = items(self.file, "units")
            .iter()
            .filter(|unit| items(unit, "members").iter().any(|one| one == id));
        std::iter::once(id).chain(joint.map(|unit| text(unit, "id"))).collect()
    }

    /// Rows of a list that are of a partner, and of a service where one is given.
    fn rows(&self, list: &str, partner: &'a Value, service: Option<&Value>) -> Rows<'a> {
        let units = self.units(partner);
        let of_service = |row: &Value| service.is_none_or(|service| row["service"] == service["id"]);
        let rows = items(self.file, list).iter().enumerate();
        rows.filter(|(_, row)| units.contains(text(row, "unit")) && of_service(row)).collect()
    }

    fn volumes(&self, partner: &Value) -> Rows<'a> {
        let used =
            |row: &Value| row["by_partner"][text(partner, "id")].as_f64().is_some_and(|used| used > 0.0);
        items(self.file, "volumes").iter().enumerate().filter(|(_, row)| used(row)).collect()
    }

    /// Whether several share at all: then usage, options and keys are asked.
    fn is_shared(&self) -> bool {
        self.partners.len() > 1
    }

    fn row(&self, part: Part) -> Row {
        let mut row = Row { part, asked: 0, own: 0, missing: Vec::new(), illustrative: Vec::new() };
        match part {
            Part::Inhabitants => self.of_partners(&mut row, "inhabitants", 1.0),
            Part::GeneralGrant => self.of_partners(&mut row, "general_grant", 0.0),
            Part::Budget => self.of_partners(&mut row, "budget", 0.0),
            Part::Posts => self.of_posts(&mut row, |_| true),
            Part::InPost => self.of_posts(&mut row, |post| post["in_post"].is_number()),
            Part::RunningCosts => {
                for partner in self.partners {
                    row.ask_list("/running_costs", &self.rows("running_costs", partner, None), &[partner]);
                }
            }
            Part::Volumes if self.is_shared() => {
                for partner in self.partners {
                    row.ask_list("/volumes", &self.volumes(partner), &[partner]);
                }
            }
            Part::Keys if self.is_shared() => self.of_options(&mut row, "keys/default", |option| {
                if option["keys"]["default"].is_null() { There::Missing } else { There::Own }
            }),
            Part::OneOffs if self.is_shared() => self.of_options(&mut row, "one_offs", one_offs),
            Part::Volumes | Part::Keys | Part::OneOffs => {}
            Part::Sources => self.of_sources(&mut row),
        }
        row
    }

    /// A figure of every partner. What is no more than the least that a study can have is not filled in.
    fn of_partners(&self, row: &mut Row, field: &str, least: f64) {
        for (place, partner) in self.partners.iter().enumerate() {
            let there = match partner[field].as_f64() {
                Some(figure) if figure > least && is_illustrative(partner) => There::Illustrative,
                Some(figure) if figure > least => There::Own,
                _ => There::Missing,
            };
            row.ask(there, format!("/partners/{place}/{field}"), &[partner]);
        }
    }

    /// Posts of every service of every partner. Who has none says so with a post of 0 fte.
    fn of_posts(&self, row: &mut Row, says: fn(&Value) -> bool) {
        if self.services.is_empty() {
            row.ask(There::Missing, "/services".to_owned(), &[]);
        }
        for service in self.services {
            for partner in self.partners {
                let posts = self.rows("posts", partner, Some(service));
                match posts.iter().find(|(_, post)| !says(post)) {
                    Some((place, _)) => {
                        row.ask(There::Missing, format!("/posts/{place}/in_post"), &[service, partner]);
                    }
                    None => row.ask_list("/posts", &posts, &[service, partner]),
                }
            }
        }
    }

    fn of_options(&self, row: &mut Row, field: &str, there: fn(&Value) -> There) {
        if self.options.is_empty() {
            row.ask(There::Missing, "/options".to_owned(), &[]);
        }
        for (place, option) in &self.options {
            row.ask(there(option), format!("/options/{place}/{field}"), &[option]);
        }
    }

    /// A source of every figure that is asked; where there is none, neither is its source.
    fn of_sources(&self, row: &mut Row) {
        for (place, partner) in self.partners.iter().enumerate() {
            self.ask_source(row, &format!("/partners/{place}"), &[(place, partner)], &[partner]);
            self.ask_source(row, "/running_costs", &self.rows("running_costs", partner, None), &[partner]);
            for service in self.services {
                self.ask_source(
                    row,
                    "/posts",
                    &self.rows("posts", partner, Some(service)),
                    &[service, partner],
                );
            }
            if self.is_shared() {
                self.ask_source(row, "/volumes", &self.volumes(partner), &[partner]);
            }
        }
        for (place, option) in self.options.iter().filter(|_| self.is_shared()) {
            let costs: Rows<'_> = items(option, "one_offs").iter().enumerate().collect();
            self.ask_source(row, &format!("/options/{place}/one_offs"), &costs, &[option]);
        }
    }

    fn ask_source(&self, row: &mut Row, pointer: &str, figures: &[(usize, &Value)], of: &[&Value]) {
        let known = |figure: &Value| self.sources.contains(text(figure, "source"));
        let all = !figures.is_empty() && figures.iter().all(|(_, figure)| known(figure));
        row.ask(if all { There::Own } else { There::Missing }, pointer.to_owned(), of);
    }
}

impl Row {
    fn ask(&mut self, there: There, pointer: String, of: &[&Value]) {
        self.asked += 1;
        let gap = || Gap { pointer, of: of.iter().map(|one| text(one, "name").to_owned()).collect() };
        match there {
            There::Own => self.own += 1,
            There::Illustrative => self.illustrative.push(gap()),
            There::Missing => self.missing.push(gap()),
        }
    }

    /// Asks for rows of a list; all of them must be the study's own.
    fn ask_list(&mut self, list: &str, rows: &[(usize, &Value)], of: &[&Value]) {
        match rows.iter().find(|(_, row)| is_illustrative(row)) {
            Some((place, _)) => self.ask(There::Illustrative, format!("{list}/{place}"), of),
            None if rows.is_empty() => self.ask(There::Missing, list.to_owned(), of),
            None => self.ask(There::Own, list.to_owned(), of),
        }
    }
}
