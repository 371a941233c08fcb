//! What a partner pays: its own costs, its share by the key, VAT and the guarantee (MODEL 7 and 8).

use super::explainer::{Explainer, Traced};
use super::{Explanation, Formula, Measure};
use crate::allocation::{Place, Places, shares_of};
use crate::ledger::{Bearer, Entry, Line};
use crate::study::{Key, PartnerId, ServiceId, UnitId, Vat};

/// A key, where it stands in the study, and where it is used.
struct Use<'a> {
    key: &'a Key,
    at: String,
    members: &'a [PartnerId],
    services: &'a [ServiceId],
    year: usize,
}

impl Explainer<'_> {
    fn year_of(&self, entry: &Entry) -> usize {
        self.study.period.index_of(entry.year)
    }

    /// An entry as a figure to ask for.
    pub(super) fn entry_figure(&self, traced: Traced<'_>, nth: usize, entry: &Entry) -> Explanation {
        let pointer = format!("/courses/{}/ledger/{nth}/amount", traced.place);
        let mut figure =
            Explanation::figure(entry.line.code(), entry.amount.euros(), Measure::Euros, pointer);
        figure.facts = self.entry_facts(traced, entry);
        figure
    }

    /// A figure of what a partner pays in a year.
    pub(super) fn paid(
        &self,
        traced: Traced<'_>,
        partner: usize,
        year: usize,
        field: &str,
    ) -> Option<Explanation> {
        let paid = traced.course.partners.get(partner)?.get(year)?;
        let pointer =
            |field: &str| format!("/courses/{}/partners/{partner}/years/{year}/{field}", traced.place);
        let of_year =
            |term: &'static str, value: f64| Explanation::figure(term, value, Measure::Euros, pointer(term));
        let entries = || {
            let all = traced.course.ledger.iter().enumerate();
            all.filter(move |(_, entry)| self.year_of(entry) == year)
        };
        let own = Bearer::Unit(UnitId(partner));
        let of_line =
            |line: Line| entries().filter(move |(_, entry)| entry.bearer == own && entry.line == line);
        let mut figure = match field {
            "own" => {
                let own = entries().filter(|(_, entry)| entry.bearer == own && entry.line.is_posted());
                Explanation::sum(
                    "own",
                    Measure::Euros,
                    own.map(|(nth, entry)| self.entry_figure(traced, nth, entry)),
                )
            }
            "contribution" => self.contribution(traced, partner, year, |_| true),
            "vat" | "settlement" => {
                let (term, line) =
                    if field == "vat" { ("vat", Line::Vat) } else { ("settlement", Line::Settlement) };
                let here = of_line(line).map(|(nth, entry)| self.entry_figure(traced, nth, entry));
                Explanation::sum(term, Measure::Euros, here)
            }
            "total" => Explanation::sum(
                "total",
                Measure::Euros,
                [
                    of_year("own", paid.own.euros()),
                    of_year("contribution", paid.contribution.euros()),
                    of_year("vat", paid.vat.euros()),
                    of_year("settlement", paid.settlement.euros()),
                ],
            ),
            _ => return None,
        };
        figure.pointer = Some(pointer(field));
        Some(
            figure
                .with("partner", self.study.partners[partner].name.as_str())
                .with("year", f64::from(self.study.period.year(year).0)),
        )
    }

    /// The total that a partner pays in a year, as a figure to ask for.
    pub(super) fn total_figure(&self, traced: Traced<'_>, partner: usize, year: usize) -> Explanation {
        let pointer = format!("/courses/{}/partners/{partner}/years/{year}/total", traced.place);
        let total = traced.course.partners[partner][year].total().euros();
        let option = traced.run.option.map_or("baseline", |option| option.name.as_str());
        Explanation::figure("total", total, Measure::Euros, pointer)
            .with("course", option)
            .with("partner", self.study.partners[partner].name.as_str())
    }

    /// A partner's shares in the entries of a year that are shared.
    pub(super) fn contribution(
        &self,
        traced: Traced<'_>,
        partner: usize,
        year: usize,
        counts: impl Fn(&Entry) -> bool,
    ) -> Explanation {
        let places = Places::of(traced.run);
        let shares = traced.course.ledger.iter().enumerate().filter_map(|(nth, entry)| {
            if self.year_of(entry) != year || !counts(entry) {
                return None;
            }
            self.share(traced, places.of_bearer(entry.bearer)?, (nth, entry), partner)
        });
        Explanation::sum("contribution", Measure::Euros, shares)
    }

    /// A partner's share in one entry.
    fn share(
        &self,
        traced: Traced<'_>,
        place: &Place<'_>,
        (nth, entry): (usize, &Entry),
        partner: usize,
    ) -> Option<Explanation> {
        let own = place.members().iter().position(|member| member.0 == partner)?;
        let year = self.year_of(entry);
        let (key, is_own) = place.key(&entry.account());
        let alpha = place.transition(&entry.account(), year, is_own).filter(|alpha| *alpha < 1.0);
        let of_entry: Vec<ServiceId> = entry.service.into_iter().collect();
        let services = if of_entry.is_empty() { place.services() } else { &of_entry };
        let members = place.members();
        let used = Use { key, at: self.key_at(traced, entry, key), members, services, year };
        let shares = match alpha {
            None => self.weights_as_shared(traced, &used, entry),
            Some(alpha) => self.grown(traced, &used, self.shares(traced, &used), (alpha, entry)),
        };
        let parts = divided(entry, &shares);
        let all = std::iter::once(self.entry_figure(traced, nth, entry)).chain(shares);
        let share = Explanation::of("share", parts[own].euros(), Measure::Euros, Formula::Share(own), all);
        Some(share.with("key", crate::allocation::key_code(key)))
    }

    /// Weights as they are, where dividing by them is the same to the cent as by what they are of all.
    fn weights_as_shared(&self, traced: Traced<'_>, used: &Use<'_>, entry: &Entry) -> Vec<Explanation> {
        let weights = self.weights(traced, used);
        let mut parts = Vec::new();
        let shares = shares_of(traced.run, used.key, used.members, used.services, used.year);
        crate::allocation::largest_remainder(entry.amount, &shares, &mut parts);
        if divided(entry, &weights) == parts { weights } else { self.shares(traced, used) }
    }

    /// Shares on their way from historic ones to the key's: (1 − α)·historic + α·key.
    fn grown(
        &self,
        traced: Traced<'_>,
        used: &Use<'_>,
        shares: Vec<Explanation>,
        (alpha, entry): (f64, &Entry),
    ) -> Vec<Explanation> {
        let Some((nth, option)) = self.option(traced) else { return shares };
        let historic = Use { key: &Key::Historic, at: String::new(), ..*used };
        let start = match entry.bearer {
            Bearer::Unit(unit) => traced.run.first_go_live(Some(unit)),
            Bearer::Shared => traced.run.first_go_live(None),
        };
        let since = used.year as f64 - (start.unwrap_or(0) / 12) as f64 + 1.0;
        let years = option.transition_years.unwrap_or(0.0);
        let grown = || {
            let since = Explanation::model("years_since", since.max(0.0), Measure::Years);
            let pointer = format!("/options/{nth}/transition/years");
            let years_of = Self::given("transition", years, Measure::Years, pointer);
            if years > 0.0 {
                let mut traced = Explanation::quotient("alpha", Measure::Rate, [since, years_of]);
                traced.value = alpha;
                traced
            } else {
                Explanation::model("alpha", alpha, Measure::Rate)
            }
        };
        self.shares(traced, &historic)
            .into_iter()
            .zip(shares)
            .map(|(historic, share)| {
                let one = Explanation::one();
                let rest = Explanation::difference("rest", Measure::Rate, [one, grown()]);
                let old = Explanation::product("historic", Measure::Rate, [rest, historic]);
                let new = Explanation::product("key", Measure::Rate, [grown(), share]);
                Explanation::sum("share", Measure::Rate, [old, new])
            })
            .collect()
    }

    /// Where a key stands in the study; nothing where the model chose it.
    fn key_at(&self, traced: Traced<'_>, entry: &Entry, key: &Key) -> String {
        if let Bearer::Unit(unit) = entry.bearer
            && let Some(today) = self.study.units.get(unit.0)
        {
            let is_it = today.key.as_ref().is_some_and(|own| std::ptr::eq(own, key));
            return if is_it {
                format!("/units/{}/key", unit.0 - self.study.partners.len())
            } else {
                String::new()
            };
        }
        let Some((nth, option)) = self.option(traced) else { return String::new() };
        let of_payer = |payer: &crate::study::Payer| match payer {
            crate::study::Payer::Key(own) => std::ptr::eq(own, key),
            _ => false,
        };
        let one_offs = option.one_offs.iter().position(|cost| of_payer(&cost.payer));
        let recurring = option.recurring.iter().position(|cost| of_payer(&cost.payer));
        let line = option.keys.lines.iter().find(|(_, own)| std::ptr::eq(own, key));
        let service = option.keys.services.iter().find(|(_, own)| std::ptr::eq(own, key));
        let is_default = option.keys.default.as_ref().is_some_and(|own| std::ptr::eq(own, key));
        let place = one_offs
            .map(|place| format!("one_offs/{place}/key"))
            .or_else(|| recurring.map(|place| format!("recurring/{place}/key")))
            .or_else(|| line.map(|(line, _)| format!("keys/lines/{}", line.code())))
            .or_else(|| service.map(|(one, _)| format!("keys/services/{}", self.study.services[one.0].id)))
            .or_else(|| is_default.then(|| "keys/default".to_owned()));
        place.map_or_else(String::new, |place| format!("/options/{nth}/{place}"))
    }

    /// The shares that a key gives, one for each member.
    fn shares(&self, traced: Traced<'_>, used: &Use<'_>) -> Vec<Explanation> {
        let weights = self.weights(traced, used);
        let values = shares_of(traced.run, used.key, used.members, used.services, used.year);
        values
            .into_iter()
            .enumerate()
            .map(|(own, value)| {
                let formula = Formula::Normalised(own);
                Explanation::of("share", value, Measure::Rate, formula, weights.clone())
                    .with("partner", self.study.partners[used.members[own].0].name.as_str())
            })
            .collect()
    }

    /// What a key weighs each member by.
    fn weights(&self, traced: Traced<'_>, used: &Use<'_>) -> Vec<Explanation> {
        let each = |weight: &dyn Fn(usize) -> Explanation| -> Vec<Explanation> {
            let weights = used.members.iter().map(|member| weight(member.0));
            weights.map(|one| if one.value < 0.0 { one.or_nothing("weight") } else { one }).collect()
        };
        let over = |unit: Measure, of: &dyn Fn(ServiceId) -> Explanation| {
            Explanation::sum("weight", unit, used.services.iter().map(|service| of(*service)))
        };
        match used.key {
            Key::Equal => each(&|_| Explanation::one()),
            Key::Inhabitants => each(&|member| self.inhabitants_in(member, used.year)),
            Key::Fte => each(&|member| over(Measure::Fte, &|service| self.posts_today(service, member))),
            Key::Historic => {
                each(&|member| over(Measure::Euros, &|service| self.cost_today(service, member)))
            }
            Key::Usage(None) => {
                each(&|member| over(Measure::Factor, &|service| self.volume(service, member)))
            }
            Key::Usage(Some(service)) => each(&|member| self.volume(*service, member)),
            Key::GeneralGrant => each(&|member| {
                let grant = self.study.partners[member].general_grant.unwrap_or(0.0);
                let pointer = format!("/partners/{member}/general_grant");
                Self::given("general_grant", grant, Measure::Euros, pointer)
            }),
            Key::Budget => each(&|member| {
                let budget = self.study.partners[member].budget.unwrap_or(0.0);
                Self::given("budget", budget, Measure::Euros, format!("/partners/{member}/budget"))
            }),
            Key::Game(_, weights) => each(&|member| {
                let weight = weights.get(member).copied().unwrap_or(0.0);
                Explanation::model("game_share", weight, Measure::Euros)
                    .with("key", crate::allocation::key_code(used.key))
            }),
            Key::Fixed(shares) => each(&|member| self.stated(shares, &used.at, "shares", member)),
            Key::Mix(parts) => self.mixed(traced, used, parts),
            Key::Schedule(keys) => {
                let year = self.study.period.year(used.year);
                let in_force = keys.iter().rev().find(|(from, _)| *from <= year).or(keys.first());
                let Some((from, key)) = in_force else { return Vec::new() };
                self.weights(traced, &Use { key, at: format!("{}/from/{from}", used.at), ..*used })
            }
            Key::KeepWithin { of, previous, .. } => {
                let inner = Use { key: of, at: format!("{}/of", used.at), ..*used };
                let now = self.shares(traced, &inner);
                let kept: Vec<f64> = used.members.iter().map(|member| previous[member.0].max(0.0)).collect();
                let all: f64 = kept.iter().sum();
                let shares = shares_of(traced.run, used.key, used.members, used.services, used.year);
                let stays = all > 0.0
                    && shares.iter().zip(&kept).all(|(share, kept)| (share - kept / all).abs() < 1e-12);
                if stays {
                    return each(&|member| self.stated(previous, &used.at, "previous", member));
                }
                let percents = now.into_iter().map(|share| {
                    let value = ((share.value * 100.0 + 0.5 + 1e-9).floor()) / 100.0;
                    Explanation::of("percent", value, Measure::Rate, Formula::WholePercent(0), [share])
                });
                percents.collect()
            }
        }
    }

    fn stated(&self, shares: &[f64], at: &str, field: &str, member: usize) -> Explanation {
        let partner = &self.study.partners[member];
        if shares[member] == 0.0 {
            // A partner that is not named has nothing.
            return Explanation::model("none", 0.0, Measure::Rate);
        }
        let pointer = format!("{at}/{field}/{}", partner.id);
        Self::given("share", shares[member], Measure::Rate, pointer).with("partner", partner.name.as_str())
    }

    fn mixed(&self, traced: Traced<'_>, used: &Use<'_>, parts: &[(f64, Key)]) -> Vec<Explanation> {
        let parts = parts.iter().enumerate().filter(|(_, (weight, _))| *weight > 0.0);
        let each: Vec<(usize, f64, Vec<Explanation>)> = parts
            .map(|(nth, (weight, key))| {
                let at = format!("{}/of/{nth}/key", used.at);
                (nth, *weight, self.shares(traced, &Use { key, at, ..*used }))
            })
            .collect();
        (0..used.members.len())
            .map(|member| {
                let sum = each.iter().map(|(nth, weight, shares)| {
                    let pointer = format!("{}/of/{nth}/weight", used.at);
                    let weight = Self::given("weight", *weight, Measure::Factor, pointer);
                    Explanation::product("share", Measure::Rate, [weight, shares[member].clone()])
                });
                Explanation::sum("weight", Measure::Rate, sum)
            })
            .collect()
    }

    /// Inhabitants of a partner in a year: N·(1 + growth)^(y − first year).
    fn inhabitants_in(&self, partner: usize, year: usize) -> Explanation {
        let growth = self.study.partners[partner].growth.get();
        let now = self.inhabitants(partner);
        if growth == 0.0 || year == 0 {
            return now;
        }
        let pointer = format!("/partners/{partner}/growth");
        let rate = Self::given("growth", growth, Measure::Rate, pointer);
        let base = Explanation::sum("growth", Measure::Factor, [Explanation::one(), rate]);
        let years = Explanation::model("years_since", year as f64, Measure::Years);
        let power = libm::pow(base.value, year as f64);
        let grown = Explanation::of("growth", power, Measure::Factor, Formula::Power, [base, years]);
        Explanation::product("inhabitants", Measure::Inhabitants, [now, grown])
    }

    fn volume(&self, service: ServiceId, partner: usize) -> Explanation {
        let volumes = self.study.volumes[service.0].as_ref();
        let given = volumes.map(|volumes| (volumes.place, volumes.by_partner[partner]));
        let Some((place, volume)) = given.filter(|(_, volume)| *volume != 0.0) else {
            return Explanation::model("none", 0.0, Measure::Factor);
        };
        let pointer = format!("/volumes/{place}/by_partner/{}", self.study.partners[partner].id);
        Self::given("volume", volume, Measure::Factor, pointer)
            .with("service", self.study.services[service.0].name.as_str())
            .with("partner", self.study.partners[partner].name.as_str())
    }

    /// VAT of a partner and year that it cannot recover.
    pub(super) fn vat(&self, traced: Traced<'_>, vat: &Entry, year: usize) -> Explanation {
        let Bearer::Unit(UnitId(partner)) = vat.bearer else {
            return Explanation::model("vat", vat.amount.euros(), Measure::Euros);
        };
        let places = Places::of(traced.run);
        let taxed = traced.course.ledger.iter().enumerate().filter_map(|(nth, entry)| {
            let place = places.of_bearer(entry.bearer).filter(|_| self.year_of(entry) == year)?;
            let own = place.members().iter().position(|member| member.0 == partner)?;
            let base = place.vat_base(&entry.basis)?;
            if place.vat_rate(own) == 0.0 {
                return None;
            }
            let rate = self.assumed("vat_rate", None, Measure::Rate);
            let recovered = match self.study.partners[partner].recoverable_vat {
                Some(own) => Self::given(
                    "recoverable_vat",
                    own.get(),
                    Measure::Rate,
                    format!("/partners/{partner}/recoverable_vat"),
                ),
                None => self.assumed("recoverable_vat", None, Measure::Rate),
            };
            let lost = if place.vat() == Vat::Taxed { recovered.rest("lost") } else { recovered };
            let share = self.share(traced, place, (nth, entry), partner)?;
            let base =
                ((base - 1.0).abs() > 0.0).then(|| Explanation::model("vat_base", base, Measure::Rate));
            let parts = [rate, lost, share].into_iter().chain(base);
            Some(Explanation::product("vat", Measure::Euros, parts))
        });
        let exact = Explanation::sum("exact", Measure::Euros, taxed);
        Explanation::of("vat", vat.amount.euros(), Measure::Euros, Formula::Cents, [exact])
    }

    /// What the guarantee gives a partner or asks of it.
    pub(super) fn settlement(&self, traced: Traced<'_>, entry: &Entry, year: usize) -> Explanation {
        let none = || Explanation::model("settlement", entry.amount.euros(), Measure::Euros);
        let Bearer::Unit(UnitId(partner)) = entry.bearer else { return none() };
        let (Some((nth, option)), Some(baseline)) = (self.option(traced), self.course(0)) else {
            return none();
        };
        let Some(own) = option.participants.iter().position(|one| one.0 == partner) else { return none() };
        let per_inhabitant = option.guarantee.unwrap_or(0.0);
        let room = |partner: usize| {
            let pointer = format!("/options/{nth}/guarantee/max_disadvantage_per_inhabitant");
            let most = Self::given("max_disadvantage", per_inhabitant, Measure::Euros, pointer);
            let most = [most, self.inhabitants(partner)];
            let most = Explanation::cents("most", Explanation::product("most", Measure::Euros, most));
            let paid = &traced.course.partners[partner][year];
            let figure = |term: &'static str, value: f64| {
                let pointer = format!("/courses/{}/partners/{partner}/years/{year}/{term}", traced.place);
                Explanation::figure(term, value, Measure::Euros, pointer)
            };
            let before = Explanation::sum(
                "before",
                Measure::Euros,
                [
                    figure("own", paid.own.euros()),
                    figure("contribution", paid.contribution.euros()),
                    figure("vat", paid.vat.euros()),
                ],
            );
            let worse = [before, self.total_figure(baseline, partner, year)];
            let worse = Explanation::difference("disadvantage", Measure::Euros, worse);
            Explanation::difference("room", Measure::Euros, [most, worse])
        };
        let above = |partner: usize| room(partner).or_nothing("room");
        let below = |partner: usize| {
            let short = [Explanation::model("none", 0.0, Measure::Euros), room(partner)];
            Explanation::difference("excess", Measure::Euros, short).or_nothing("excess")
        };
        let each = |of: &dyn Fn(usize) -> Explanation| -> Vec<Explanation> {
            option.participants.iter().map(|one| of(one.0)).collect()
        };
        let (rooms, excesses) = (each(&above), each(&below));
        let all = [
            Explanation::sum("room", Measure::Euros, rooms.clone()),
            Explanation::sum("excess", Measure::Euros, excesses.clone()),
        ];
        let relief = Explanation::least("relief", Measure::Euros, all);
        let share = |term: &'static str, weights: Vec<Explanation>| {
            let values: Vec<f64> = weights.iter().map(|weight| weight.value).collect();
            let mut parts = Vec::new();
            let amount = crate::money::Money::round(relief.value);
            crate::allocation::largest_remainder(amount, &values, &mut parts);
            let value = parts.get(own).map_or(0.0, |part| part.euros());
            let weights = std::iter::once(relief.clone()).chain(weights);
            Explanation::of(term, value, Measure::Euros, Formula::Share(own), weights)
        };
        let (paid, given) = (share("paid", rooms), share("given", excesses));
        Explanation::difference("settlement", Measure::Euros, [paid, given])
    }
}

/// An entry divided by what its shares or weights are worth.
fn divided(entry: &Entry, weights: &[Explanation]) -> Vec<crate::money::Money> {
    let weights: Vec<f64> = weights.iter().map(|weight| weight.value).collect();
    let mut parts = Vec::new();
    crate::allocation::largest_remainder(entry.amount, &weights, &mut parts);
    parts
}
