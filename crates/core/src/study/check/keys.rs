//! Checking keys: that they can be read, and that they have weights wherever they are used.

use super::super::file::{KeyFile, PayerFile};
use super::super::json::At;
use super::super::{Key, Method, PartnerId, Payer, ServiceId, Study};
use super::{Checker, Ids, UnitId, insert_in_order, limit};
use crate::fairness::MOST_PLAYERS_OF_COVER;
use crate::quantity::Rate;

/// Where a key is used.
pub(super) struct Use<'a> {
    /// Who pays.
    pub(super) members: &'a [PartnerId],
    /// The services whose entries it divides.
    pub(super) services: &'a [ServiceId],
    /// A line without a service that it divides too, if any.
    pub(super) whole: Option<&'a str>,
    /// Whether it is a key of a unit of today, and so of no option.
    pub(super) today: bool,
}

impl Checker<'_> {
    /// Reads a key.
    pub(super) fn check_key(&mut self, key: &KeyFile, at: At<'_>) -> Key {
        match key {
            KeyFile::Equal => Key::Equal,
            KeyFile::Inhabitants => Key::Inhabitants,
            KeyFile::Fte => Key::Fte,
            KeyFile::Historic => Key::Historic,
            KeyFile::GeneralGrant => Key::GeneralGrant,
            KeyFile::Budget => Key::Budget,
            KeyFile::Usage(service) => {
                Key::Usage(service.as_ref().and_then(|id| self.service(id, at.field("service"))))
            }
            KeyFile::Shapley => Key::Game(Method::Shapley, Vec::new()),
            KeyFile::Nucleolus => Key::Game(Method::Nucleolus, Vec::new()),
            KeyFile::Fixed(shares) => {
                if shares.0.is_empty() {
                    self.report("shares_missing", at.field("shares"));
                }
                Key::Fixed(self.by_partner(shares, at.field("shares")))
            }
            KeyFile::Mix(parts) => {
                if parts.is_empty() {
                    self.report("empty_list", at.field("of"));
                }
                let list = at.field("of");
                let parts = parts.iter().enumerate().map(|(index, part)| {
                    let at = list.item(index);
                    let weight = self.within(part.weight, (0.0, limit::WEIGHT.1), at.field("weight"));
                    (weight, self.check_key(&part.key, at.field("key")))
                });
                Key::Mix(parts.collect())
            }
            KeyFile::Schedule(table) => {
                if table.0.is_empty() {
                    self.report("empty_list", at.field("from"));
                }
                let mut keys = Vec::with_capacity(table.0.len());
                let rows = at.field("from");
                for (text, key) in &table.0 {
                    let key = self.check_key(key, rows.field(text));
                    if let Some(year) = self.calendar_year(text, rows.field(text)) {
                        insert_in_order(&mut keys, (year, key), |(year, _)| *year);
                    }
                }
                Key::Schedule(keys)
            }
            KeyFile::KeepWithin { of, previous, tolerance } => {
                if previous.0.is_empty() {
                    self.report("shares_missing", at.field("previous"));
                }
                Key::KeepWithin {
                    of: Box::new(self.check_key(of, at.field("of"))),
                    previous: self.by_partner(previous, at.field("previous")),
                    tolerance: Rate::new(self.within(
                        tolerance.unwrap_or(0.03),
                        limit::SHARE,
                        at.field("tolerance"),
                    )),
                }
            }
        }
    }

    /// Reads who pays an amount.
    pub(super) fn check_payer(&mut self, payer: Option<&PayerFile>, units: &Ids<'_>, at: At<'_>) -> Payer {
        match payer {
            None => Payer::Participants,
            Some(PayerFile::Key(key)) => Payer::Key(self.check_key(key, at)),
            Some(PayerFile::Bearer(id)) => {
                if let Some(unit) = units.get(id.strip_prefix("unit:").unwrap_or(id)) {
                    Payer::Bearer(UnitId(unit))
                } else {
                    self.report("unknown_unit", at.field("bearer")).fact("id", id.as_str());
                    Payer::Participants
                }
            }
        }
    }

    /// Checks that a key has what it needs where it is used: volumes of a service, figures of every partner.
    pub(super) fn check_key_use(&mut self, key: &Key, used: &Use<'_>, study: &Study, at: At<'_>) {
        match key {
            Key::Usage(Some(service)) => self.check_volume(*service, study, at),
            Key::Usage(None) => {
                if let Some(line) = used.whole {
                    self.report("usage_needs_service", at).fact("line", line);
                }
                for service in used.services {
                    self.check_volume(*service, study, at);
                }
            }
            Key::GeneralGrant | Key::Budget => {
                for member in used.members {
                    let Some(partner) = study.partners.get(member.0) else {
                        continue;
                    };
                    let (figure, amount) = match key {
                        Key::Budget => ("budget", partner.budget),
                        _ => ("general_grant", partner.general_grant),
                    };
                    let list = At::Field(&At::Root, "partners");
                    let item = list.item(member.0);
                    let path = item.field(figure).pointer();
                    let told = self
                        .problems
                        .iter()
                        .any(|other| other.code == "partner_lacks_figure" && other.path == path);
                    if amount.is_none() && !told {
                        self.report("partner_lacks_figure", item.field(figure))
                            .fact("partner", partner.id.as_str())
                            .fact("figure", figure);
                    }
                }
            }
            Key::Mix(parts) => parts.iter().for_each(|(_, key)| self.check_key_use(key, used, study, at)),
            Key::Schedule(keys) => keys.iter().for_each(|(_, key)| self.check_key_use(key, used, study, at)),
            Key::KeepWithin { of, .. } => self.check_key_use(of, used, study, at),
            Key::Game(..) => {
                let members = used.members.len();
                if used.today {
                    self.report("game_key_today", at);
                } else if members > MOST_PLAYERS_OF_COVER {
                    self.report("game_key_members", at).fact("count", members as f64);
                }
            }
            Key::Equal | Key::Inhabitants | Key::Fte | Key::Historic | Key::Fixed(_) => {}
        }
    }

    fn check_volume(&mut self, service: ServiceId, study: &Study, at: At<'_>) {
        if study.volumes.get(service.0).is_none_or(Option::is_none) {
            let id = study.services.get(service.0).map_or("", |service| service.id.as_str());
            self.report("usage_without_volumes", at).fact("service", id);
        }
    }
}
