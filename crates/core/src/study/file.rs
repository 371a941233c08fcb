//! The study file as it stands on disk (MODEL 1): what people wrote, not yet checked.

mod keys;
mod project;

pub use keys::{KEY_CODES, KeyFile, KeysFile, PartFile, PayerFile};
pub use project::{
    CriteriaFile, CriterionFile, DecisionFile, DecisionKind, EffortFile, OutOfScopeFile, OutturnFile,
    PhaseFile, ScaleFile, ScoreFile,
};

use serde_json::Value;

use super::json::{At, FromJson, Table, Told, codes, not_a, record};
use crate::calendar::{Month, Year};
use crate::problem::Problem;

codes! {
    /// What kind of work a service is; it decides its economies of scale.
    pub enum Kind {
        /// Unknown: no economies of scale are assumed.
        Other = "other",
        /// Salary administration, payments, records, facility.
        Transactional = "transactional",
        /// HR, finance, procurement.
        General = "general",
        /// Legal advice, communication.
        Advisory = "advisory",
        /// Information technology.
        Ict = "ict",
    }

    /// The forms of cooperation that Dutch law and practice know (Wgr art. 1 and 8; Wet arhi).
    pub enum Form {
        /// A municipality by itself.
        Standalone = "standalone",
        /// Light cooperation without a body of its own.
        Network = "network",
        /// One municipality employs and invoices (*centrumregeling*).
        HostMunicipality = "host_municipality",
        /// A joint board without staff of its own (*gemeenschappelijk orgaan*).
        JointBody = "joint_body",
        /// A support organisation with a single board (*bedrijfsvoeringsorganisatie*).
        SupportOrganisation = "support_organisation",
        /// A public body that employs all staff (*openbaar lichaam*, *ambtelijke fusie*).
        PublicBody = "public_body",
        /// A cooperative, company or foundation.
        PrivateCompany = "private_company",
        /// The municipalities become one (*herindeling*).
        Merger = "merger",
    }

    /// Whether a unit's savings and costs are stated after or before what the form itself costs (MODEL 5).
    pub enum Basis {
        /// Governance, coordination and client side are charged separately.
        Gross = "gross",
        /// They are inside the figures already.
        Net = "net",
    }

    /// How a joint unit's charges meet VAT (MODEL 8).
    pub enum Vat {
        /// No VAT effect: a merger, or costs for common account.
        None = "none",
        /// Charges carry VAT.
        Taxed = "taxed",
        /// The cost-sharing exemption, without passing on input VAT.
        Exempt = "exempt",
        /// The exemption with input VAT passed on to the partners.
        Transparent = "transparent",
    }

    /// How sure a one-off amount is.
    pub enum Certainty {
        /// Agreed: taken as it is.
        Contracted = "contracted",
        /// Estimated: raised by the usual overrun.
        Estimate = "estimate",
    }

    /// Whether amounts move with an index.
    pub enum PriceMode {
        /// Prices of the base year throughout.
        Constant = "constant",
        /// Prices of each year.
        Nominal = "nominal",
    }

    /// What a figure of the study rests on.
    pub enum Status {
        /// Named in a document.
        Documented = "documented",
        /// Filled in from general figures, until someone overwrites it.
        Illustrative = "illustrative",
        /// A what-if of the study's own.
        Hypothetical = "hypothetical",
    }

    /// How the establishment after a move is set (MODEL 3).
    pub enum RuleName {
        /// The same posts as before.
        Same = "same",
        /// A share fewer.
        Percent = "percent",
        /// By economies of scale.
        Scale = "scale",
        /// So many fte per thousand inhabitants.
        Norm = "norm",
    }

    /// What the baseline was measured from.
    pub enum Measured {
        /// The budget.
        Budget = "budget",
        /// What was really spent.
        Outturn = "outturn",
    }

    /// How a leaving partner settles (MODEL 8).
    pub enum ExitRule {
        /// Its contribution for five years, falling by a fifth.
        StepDown = "step_down",
        /// The damage that its leaving really does.
        RealDamage = "real_damage",
    }
}

record! {
    /// A whole study.
    pub struct StudyFile {
        /// `deelsom/study`.
        #[cfg_attr(feature = "schema", schemars(extend("const" = "deelsom/study")))]
        pub format: String,
        /// The version of the format: 2. Files of version 1 are read too.
        #[cfg_attr(feature = "schema", schemars(extend("enum" = [1, 2])))]
        pub version: u32,
        /// A name for people.
        pub title: String,
        /// What the study is about, in a few sentences.
        pub summary: Told,
        /// Where figures come from.
        pub sources: Vec<SourceFile>,
        /// The years looked at.
        pub period: PeriodFile,
        /// How prices move.
        pub prices: Option<PricesFile>,
        /// What the baseline was measured from.
        pub nulmeting: Option<NulmetingFile>,
        /// The municipalities.
        pub partners: Vec<PartnerFile>,
        /// The services.
        pub services: Vec<ServiceFile>,
        /// Services that stay out, and why.
        pub out_of_scope: Vec<OutOfScopeFile>,
        /// Today's joint organisations.
        pub units: Vec<UnitFile>,
        /// Posts of today.
        pub posts: Vec<PostFile>,
        /// People known to leave.
        pub departures: Vec<DepartureFile>,
        /// Costs other than staff.
        pub running_costs: Vec<RunningCostFile>,
        /// What each partner uses of a service.
        pub volumes: Vec<VolumeFile>,
        /// Deviations from the register.
        pub assumptions: Vec<DeviationFile>,
        /// Ranges of the study's own numbers (MODEL 11).
        pub ranges: Vec<RangeFile>,
        /// The seed of a simulation: the same seed gives the same draws; 1 where not given (MODEL 11).
        pub seed: Option<u32>,
        /// The options beside the baseline.
        pub options: Vec<OptionFile>,
        /// How options are weighed besides money.
        pub criteria: Option<CriteriaFile>,
        /// The way there, with what is decided on it.
        pub phases: Vec<PhaseFile>,
        /// How years turned out, to stand beside the plan.
        pub outturn: Vec<OutturnFile>,
        /// The seal of a version frozen for a council; it changes nothing.
        pub frozen: Option<FrozenFile>,
    }

    /// The seal of a frozen version.
    pub struct FrozenFile {
        /// What it was frozen as, for people.
        pub label: String,
        /// When: `YYYY-MM-DD`.
        pub date: String,
        /// SHA-256, in hexadecimal, of the study without this field: of its JSON without blanks, with the fields of every
        /// object in order of their names.
        pub fingerprint: String,
    }

    /// Where figures come from.
    pub struct SourceFile {
        /// An id that figures refer to.
        pub id: String,
        /// A title for people.
        pub title: String,
        /// When it was published or read.
        pub date: Told,
        /// Where it can be read.
        pub url: Told,
    }

    /// The years looked at.
    pub struct PeriodFile {
        /// The first calendar year.
        pub first_year: Year,
        /// How many.
        pub years: u32,
    }

    /// How prices move.
    pub struct PricesFile {
        /// Constant or nominal.
        pub mode: Option<PriceMode>,
        /// The year whose prices the amounts are in; the first year where not given.
        pub base_year: Option<Year>,
    }

    /// What the baseline was measured from.
    pub struct NulmetingFile {
        /// Budget or outturn.
        pub basis: Option<Measured>,
        /// Whether hired staff is in the figures.
        pub external_hire_included: Option<bool>,
    }

    /// A municipality.
    pub struct PartnerFile {
        /// An id.
        pub id: String,
        /// A name for people.
        pub name: String,
        /// Inhabitants in the first year.
        pub inhabitants: f64,
        /// Growth of inhabitants a year, a fraction.
        pub growth: Option<f64>,
        /// General grant (*algemene uitkering*), euros a year.
        pub general_grant: Option<f64>,
        /// The whole budget, euros a year.
        pub budget: Option<f64>,
        /// Share of VAT that it recovers.
        pub recoverable_vat: Option<f64>,
        /// Source id.
        pub source: Told,
        /// What the figures rest on.
        pub status: Option<Status>,
    }

    /// A service.
    pub struct ServiceFile {
        /// An id.
        pub id: String,
        /// A name for people.
        pub name: String,
        /// What kind of work it is.
        pub kind: Option<Kind>,
    }

    /// A joint organisation: of today, or of an option.
    pub struct UnitFile {
        /// An id.
        pub id: String,
        /// A name for people.
        pub name: String,
        /// The form of cooperation.
        pub form: Form,
        /// Partner ids, two or more.
        pub members: Vec<String>,
        /// The host's partner id, for a host municipality.
        pub host: Option<String>,
        /// Gross or net.
        pub basis: Option<Basis>,
        /// The key of a joint organisation of today.
        pub key: Option<KeyFile>,
        /// The VAT treatment of a joint organisation of today.
        pub vat: Option<Vat>,
    }

    /// Posts of one role.
    pub struct PostFile {
        /// Where they work.
        pub unit: String,
        /// What they work on.
        pub service: String,
        /// What they do.
        pub role: String,
        /// Salary scale.
        pub scale: Option<String>,
        /// Cost per fte, euros a year, instead of a scale.
        pub cost_per_fte: Option<f64>,
        /// Budgeted posts, fte.
        pub fte: f64,
        /// People in post at the start, fte; as many as posts where not given.
        pub in_post: Option<f64>,
        /// Source id.
        pub source: Told,
        /// What the figures rest on.
        pub status: Option<Status>,
    }

    /// Someone known to leave.
    pub struct DepartureFile {
        /// Where they work.
        pub unit: String,
        /// What they work on.
        pub service: String,
        /// What they do.
        pub role: String,
        /// The month at whose end they leave.
        pub month: Month,
        /// How much of a post, fte.
        pub fte: f64,
        /// Source id.
        pub source: Told,
        /// What the figures rest on.
        pub status: Option<Status>,
    }

    /// A cost other than staff, or an income below zero.
    pub struct RunningCostFile {
        /// Whose cost it is.
        pub unit: String,
        /// What it is for; a cost of the unit as a whole where not given.
        pub service: Option<String>,
        /// A name for people.
        pub name: String,
        /// Euros a year, prices of the base year.
        pub amount: Option<f64>,
        /// Euros by year, prices of that year.
        pub amounts: Option<Table<f64>>,
        /// Whether the amount already carried VAT.
        pub carries_vat: Option<bool>,
        /// Source id.
        pub source: Told,
        /// What the figures rest on.
        pub status: Option<Status>,
    }

    /// What each partner uses of a service.
    pub struct VolumeFile {
        /// The service.
        pub service: String,
        /// A name for people.
        pub name: String,
        /// Volume by partner id.
        pub by_partner: Table<f64>,
        /// Source id.
        pub source: Told,
        /// What the figures rest on.
        pub status: Option<Status>,
    }

    /// A deviation from the register.
    pub struct DeviationFile {
        /// Which assumption.
        pub id: String,
        /// For one service only.
        pub service: Option<String>,
        /// The value instead.
        pub value: ValueFile,
        /// Why.
        pub reason: String,
    }

    /// A range of one number of the study.
    pub struct RangeFile {
        /// JSON pointer of the number.
        pub path: String,
        /// The low end.
        pub low: f64,
        /// The high end.
        pub high: f64,
    }

    /// A way to organise, beside the baseline.
    pub struct OptionFile {
        /// An id.
        pub id: String,
        /// A name for people.
        pub name: String,
        /// The joint units it makes.
        pub units: Vec<UnitFile>,
        /// From when vacancies of moving services are held back.
        pub freeze: Option<Month>,
        /// The services that move.
        pub moves: Vec<MoveFile>,
        /// Costs made once.
        pub one_offs: Vec<OneOffFile>,
        /// Costs or income that recur.
        pub recurring: Vec<RecurringFile>,
        /// Who pays which share.
        pub keys: Option<KeysFile>,
        /// Growing from historic shares into the key.
        pub transition: Option<TransitionFile>,
        /// A ceiling on anyone's disadvantage.
        pub guarantee: Option<GuaranteeFile>,
        /// VAT treatment of its units.
        pub vat: Option<Vat>,
        /// What is agreed about leaving.
        pub exit: Option<ExitFile>,
        /// Work of the partners' own staff: a memo.
        pub effort: Vec<EffortFile>,
        /// Source id.
        pub source: Told,
        /// What the option rests on.
        pub status: Option<Status>,
    }

    /// A service that moves.
    pub struct MoveFile {
        /// The service.
        pub service: String,
        /// The month of go-live.
        pub month: Month,
        /// The units or partners it moves to.
        pub to: Vec<String>,
        /// The posts afterwards.
        pub staffing: Option<StaffingFile>,
        /// Share of running costs saved.
        pub running_cost_saving: Option<f64>,
        /// How much of the step has been made in each twelve months.
        pub ramp: Option<Vec<f64>>,
        /// After how many months who is left over leaves at a cost.
        pub surplus_after_months: Option<u32>,
        /// How a joint unit is divided, by partner.
        pub split: Option<Table<f64>>,
    }

    /// The posts after a move.
    pub struct StaffingFile {
        /// The rule; `same` where not given.
        pub rule: Option<RuleName>,
        /// For `percent`: the share fewer.
        pub percent: Option<f64>,
        /// For `norm`: fte per thousand inhabitants.
        pub fte_per_1000: Option<f64>,
        /// Roles set outright.
        pub posts: Vec<TargetPostFile>,
    }

    /// A role set outright.
    pub struct TargetPostFile {
        /// The role.
        pub role: String,
        /// Its posts after the move, fte.
        pub fte: f64,
        /// Its scale from then on.
        pub scale: Option<String>,
        /// Its cost per fte from then on, euros a year.
        pub cost_per_fte: Option<f64>,
        /// In this target only.
        pub unit: Option<String>,
        /// Stays whole when a partner is left out (MODEL 10).
        pub fixed: Option<bool>,
    }

    /// A cost made once.
    pub struct OneOffFile {
        /// A name for people.
        pub name: String,
        /// The first month.
        pub month: Month,
        /// Over how many months; 1 where not given.
        pub months: Option<u32>,
        /// Euros in all.
        pub amount: f64,
        /// How sure it is.
        pub certainty: Option<Certainty>,
        /// Who pays which share, or who bears it.
        pub key: Option<PayerFile>,
        /// The amount is each member's.
        pub per_partner: Option<bool>,
        /// Whether it already carries VAT.
        pub carries_vat: Option<bool>,
        /// Source id.
        pub source: Told,
        /// What the figures rest on.
        pub status: Option<Status>,
    }

    /// A cost or income that recurs.
    pub struct RecurringFile {
        /// A name for people.
        pub name: String,
        /// The first month.
        pub from: Month,
        /// The last month; open where not given.
        pub until: Option<Month>,
        /// Euros a year.
        pub amount: f64,
        /// Who pays which share, or who bears it.
        pub key: Option<PayerFile>,
        /// The amount is each member's.
        pub per_partner: Option<bool>,
        /// Whether it already carries VAT.
        pub carries_vat: Option<bool>,
        /// A target or reserve without posts or contracts behind it (*stelpost*, *taakstelling*).
        pub unspecified: Option<bool>,
        /// Source id.
        pub source: Told,
        /// What the figures rest on.
        pub status: Option<Status>,
    }

    /// Growing from historic shares into the key.
    pub struct TransitionFile {
        /// In how many years.
        pub years: f64,
    }

    /// A ceiling on anyone's disadvantage.
    pub struct GuaranteeFile {
        /// Euros per inhabitant a year.
        pub max_disadvantage_per_inhabitant: f64,
    }

    /// What is agreed about leaving.
    pub struct ExitFile {
        /// How a leaver settles.
        pub rule: Option<ExitRule>,
    }
}

/// The value of an assumption, as written.
#[derive(Debug, Clone, PartialEq)]
pub enum ValueFile {
    /// None, for a scale.
    Nothing,
    /// A number in the assumption's unit.
    Number(f64),
    /// A scale.
    Text(String),
    /// A number by year, for an index.
    ByYear(Table<f64>),
}

impl FromJson for ValueFile {
    fn read(value: Option<&Value>, at: At<'_>, problems: &mut Vec<Problem>) -> Self {
        match value {
            Some(Value::Null) => Self::Nothing,
            Some(Value::Number(_)) => Self::Number(f64::read(value, at, problems)),
            Some(Value::String(text)) => Self::Text(text.clone()),
            Some(Value::Object(_)) => Self::ByYear(Table::read(value, at, problems)),
            _ => {
                not_a("number", value, at, problems);
                Self::Nothing
            }
        }
    }
}
