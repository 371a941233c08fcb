//! A study to go on with: municipalities with their public figures, first posts and costs, and one option.

use deelsom_core::Register;
use deelsom_language::words::start as words;
use deelsom_language::{Language, list, sentences};
use serde_json::Value;

use crate::distribution::{ICT, SERVICES, in_post, workplaces};
use crate::search::without_accent;
use crate::{Municipality, Support, support};

/// How many years a study looks at.
const YEARS: u32 = 10;
/// The source of the figures of municipalities.
const FIGURES: &str = "nl-municipalities-2025";
/// The source of what ICT costs.
pub(crate) const ICT_COST: &str = "mi-ict-2022";
/// The source of what training costs.
pub(crate) const TRAINING_COST: &str = "personeelsmonitor";
/// What has no source.
const ASSUMED: &str = "deelsom-assumed";
/// The joint department of the option.
const JOINT: &str = "joint-support";

/// A study of these municipalities: what is published of them, and the rest illustrative until overwritten. Of two or
/// more, with an option to begin with.
pub fn study(chosen: &[&Municipality], register: &Register, language: Language) -> Value {
    let of = Making { chosen, register, language };
    let names: Vec<&str> = chosen.iter().map(|one| one.name.as_str()).collect();
    let mut fields = of.head(&list(language, &names));
    fields.extend([
        ("summary", of.summary().into()),
        ("sources", of.sources()),
        ("partners", chosen.iter().map(|one| partner(one)).collect()),
        ("posts", of.posts()),
        ("running_costs", of.running_costs()),
    ]);
    if chosen.len() > 1 {
        fields.push(("volumes", of.volumes()));
        fields.push(("options", Value::Array(vec![of.option()])));
    }
    object(fields)
}

/// A study in which nothing is filled in but what support services there are: two municipalities without figures.
pub fn empty(register: &Register, language: Language) -> Value {
    let of = Making { chosen: &[], register, language };
    let mut fields = of.head(words::NEW_STUDY.text(language));
    let partner = |(id, name): (&str, &str)| {
        let name = [words::MUNICIPALITY.text(language), " ", name].concat();
        // A study cannot do without inhabitants: one stands for not known yet.
        object([("id", id.into()), ("name", name.into()), ("inhabitants", 1.into())])
    };
    fields.push(("partners", [("a", "A"), ("b", "B")].into_iter().map(partner).collect()));
    object(fields)
}

/// The id of a municipality in a study: letters and digits of its name, with hyphens between the words.
fn id(name: &str) -> String {
    let mut id = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            id.push(without_accent(letter));
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.trim_end_matches('-').to_owned()
}

fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// A number as people write it: whole where it is.
#[expect(clippy::cast_possible_truncation, reason = "figures of municipalities are far below 2^52")]
fn number(number: f64) -> Value {
    if number.fract() == 0.0 { Value::from(number as i64) } else { Value::from(number) }
}

fn partner(one: &Municipality) -> Value {
    let mut fields = vec![
        ("id", id(&one.name).into()),
        ("name", one.name.as_str().into()),
        ("inhabitants", number(one.inhabitants)),
        ("source", FIGURES.into()),
        ("status", "documented".into()),
    ];
    for (name, euros) in [("general_grant", one.general_grant), ("budget", one.budget)] {
        if let Some(euros) = euros {
            fields.push((name, number(euros)));
        }
    }
    object(fields)
}

/// What a study is made from.
struct Making<'a> {
    chosen: &'a [&'a Municipality],
    register: &'a Register,
    language: Language,
}

impl<'a> Making<'a> {
    fn say(&self, word: deelsom_language::Word) -> Value {
        word.text(self.language).into()
    }

    fn first_year(&self) -> u16 {
        self.register.price_year.0
    }

    /// A month of a year, counted from the first year.
    fn month(&self, year: u16, month: u8) -> Value {
        format!("{}-{month:02}", self.first_year() + year).into()
    }

    /// What every study has: constant prices of the year whose prices the register has, from that year on.
    fn head(&self, title: &str) -> Vec<(&'static str, Value)> {
        let year = Value::from(self.first_year());
        let services = SERVICES.iter().map(|service| {
            object([
                ("id", service.id.into()),
                ("name", self.say(service.name)),
                ("kind", service.kind.code().into()),
            ])
        });
        vec![
            ("format", "deelsom/study".into()),
            ("version", 1.into()),
            ("title", title.into()),
            ("period", object([("first_year", year.clone()), ("years", YEARS.into())])),
            ("prices", object([("mode", "constant".into()), ("base_year", year)])),
            ("services", services.collect()),
        ]
    }

    /// Where the figures are from, and whose budget misleads.
    fn summary(&self) -> String {
        let mut summary = words::SUMMARY.text(self.language).to_owned();
        let elsewhere: Vec<&str> = self
            .chosen
            .iter()
            .filter(|one| matches!(support(one), Support::Elsewhere(_)))
            .map(|one| one.name.as_str())
            .collect();
        if !elsewhere.is_empty() {
            summary.push(' ');
            summary.push_str(&sentences::support_elsewhere_of(self.language, &elsewhere));
        }
        summary
    }

    fn sources(&self) -> Value {
        let source = |(id, title, date): (&str, _, &str)| {
            object([("id", id.into()), ("title", self.say(title)), ("date", date.into())])
        };
        [
            (FIGURES, words::SOURCE_FIGURES, "2025"),
            (ICT_COST, words::SOURCE_ICT, "2022"),
            (TRAINING_COST, words::SOURCE_TRAINING, "2022"),
            (ASSUMED, words::SOURCE_ASSUMED, "2026-11"),
        ]
        .into_iter()
        .map(source)
        .collect()
    }

    fn posts(&self) -> Value {
        let mut posts = Vec::new();
        for service in &SERVICES {
            for one in self.chosen {
                let fte = service.fte(one.inhabitants);
                posts.push(object([
                    ("unit", id(&one.name).into()),
                    ("service", service.id.into()),
                    ("role", self.say(service.role)),
                    ("scale", service.scale.into()),
                    ("fte", number(fte)),
                    ("in_post", number(in_post(fte))),
                    ("source", ASSUMED.into()),
                    ("status", "illustrative".into()),
                ]));
            }
        }
        Value::Array(posts)
    }

    fn running_costs(&self) -> Value {
        let mut costs = Vec::new();
        for one in self.chosen {
            for service in &SERVICES {
                for cost in service.running_costs(one.inhabitants, self.register) {
                    costs.push(object([
                        ("unit", id(&one.name).into()),
                        ("service", service.id.into()),
                        ("name", self.say(cost.name)),
                        ("amount", number(cost.amount)),
                        ("carries_vat", cost.carries_vat.into()),
                        ("source", cost.source.into()),
                        ("status", "illustrative".into()),
                    ]));
                }
            }
        }
        Value::Array(costs)
    }

    fn volumes(&self) -> Value {
        let by_partner: Vec<(String, Value)> = self
            .chosen
            .iter()
            .map(|one| (id(&one.name), number(workplaces(one.inhabitants, self.register))))
            .collect();
        let volume = object([
            ("service", ICT.into()),
            ("name", self.say(words::WORKPLACES)),
            ("by_partner", object(by_partner.iter().map(|(id, value)| (id.as_str(), value.clone())))),
            ("source", ASSUMED.into()),
            ("status", "illustrative".into()),
        ]);
        Value::Array(vec![volume])
    }

    /// The largest municipality hosts what moves in the second year. A what-if, so that there is an outcome to look at.
    fn option(&self) -> Value {
        let larger = |host: &'a Municipality, one: &'a Municipality| {
            if one.inhabitants > host.inhabitants { one } else { host }
        };
        let host = self.chosen.iter().copied().fold(self.chosen[0], larger);
        let members: Value = self.chosen.iter().map(|one| Value::from(id(&one.name))).collect();
        let unit = object([
            ("id", JOINT.into()),
            ("name", self.say(words::JOINT_DEPARTMENT)),
            ("form", "host_municipality".into()),
            ("members", members),
            ("host", id(&host.name).into()),
            ("basis", "gross".into()),
        ]);
        let moves = SERVICES.iter().filter_map(|service| {
            let rule = service.moves?;
            Some(object([
                ("service", service.id.into()),
                ("month", self.month(1, 1)),
                ("to", Value::Array(vec![JOINT.into()])),
                ("staffing", object([("rule", rule.into())])),
            ]))
        });
        let key = |code: &str| object([("key", code.into())]);
        let keys = object([("default", key("inhabitants")), ("services", object([(ICT, key("usage"))]))]);
        object([
            ("id", "host".into()),
            ("name", sentences::host_option(self.language, &host.name).into()),
            ("status", "hypothetical".into()),
            ("units", Value::Array(vec![unit])),
            ("moves", moves.collect()),
            ("one_offs", self.one_offs()),
            ("keys", keys),
            // The exemption leaves out ICT and financial support (art. 11(1)(u) Wet OB 1968).
            ("vat", "taxed".into()),
        ])
    }

    /// What a host arrangement costs to make: the amounts of `examples/README.md`.
    fn one_offs(&self) -> Value {
        let workplaces: f64 = self.chosen.iter().map(|one| workplaces(one.inhabitants, self.register)).sum();
        let equal = object([("key", "equal".into())]);
        let usage = object([("key", "usage".into()), ("service", ICT.into())]);
        [
            (words::SET_UP_MANAGER, self.month(0, 7), 18, 225_000.0, &equal),
            (words::ADVISER, self.month(0, 7), 6, 60_000.0, &equal),
            (words::COUNSEL, self.month(0, 7), 12, 50_000.0, &equal),
            (words::MIGRATION, self.month(1, 1), 12, 150_000.0 + 1_500.0 * workplaces, &usage),
        ]
        .into_iter()
        .map(|(name, month, months, amount, key)| {
            object([
                ("name", self.say(name)),
                ("month", month),
                ("months", months.into()),
                ("amount", number(amount)),
                ("certainty", "estimate".into()),
                ("carries_vat", true.into()),
                ("key", key.clone()),
                ("source", ASSUMED.into()),
                ("status", "illustrative".into()),
            ])
        })
        .collect()
    }
}
