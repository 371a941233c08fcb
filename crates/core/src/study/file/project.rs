//! What a study file says besides figures to calculate with: how the partners get there, how options were weighed, and
//! how it turned out. Since version 2 of the format.

use super::super::json::{Told, codes, record};
use super::Status;
use crate::calendar::{Month, Year};

codes! {
    /// Who decides something, or is asked about it.
    pub enum DecisionKind {
        /// The council consents to an arrangement (Wgr, article 1).
        CouncilConsent = "council_consent",
        /// The council gives its views (*zienswijze*, *wensen en bedenkingen*).
        CouncilViews = "council_views",
        /// The council decides otherwise, such as whether to go on after a phase.
        CouncilDecision = "council_decision",
        /// The executive decides.
        BoardDecision = "board_decision",
        /// The works council advises (*Wet op de ondernemingsraden*, article 25).
        WorksCouncilAdvice = "works_council_advice",
        /// The unions are consulted (*georganiseerd overleg*).
        UnionConsultation = "union_consultation",
        /// Someone reports.
        Report = "report",
    }
}

record! {
    /// A service that stays out.
    pub struct OutOfScopeFile {
        /// A name for people.
        pub name: String,
        /// Why it stays out.
        pub reason: String,
        /// Source id.
        pub source: Told,
        /// What it rests on.
        pub status: Option<Status>,
    }

    /// How options are weighed. Money stays outside the score.
    pub struct CriteriaFile {
        /// What a score can be; 1 to 5 where not given. Higher is better.
        pub scale: Option<ScaleFile>,
        /// The criteria.
        pub list: Vec<CriterionFile>,
        /// The scores.
        pub scores: Vec<ScoreFile>,
    }

    /// What a score can be.
    pub struct ScaleFile {
        /// The lowest.
        pub low: f64,
        /// The highest.
        pub high: f64,
    }

    /// Something that options are weighed on.
    pub struct CriterionFile {
        /// An id.
        pub id: String,
        /// A name for people.
        pub name: String,
        /// How much it counts beside the others; 1 where not given.
        pub weight: Option<f64>,
        /// It is about money: nobody scores it, since the model calculates it.
        pub money: Option<bool>,
        /// Source id.
        pub source: Told,
        /// What it rests on.
        pub status: Option<Status>,
    }

    /// What someone thinks of an option on a criterion.
    pub struct ScoreFile {
        /// The option; today where not given.
        pub option: Option<String>,
        /// The service; the option as a whole where not given.
        pub service: Option<String>,
        /// The criterion.
        pub criterion: String,
        /// The score, on the scale.
        pub score: f64,
        /// Who gave it.
        pub by: String,
        /// When, for people.
        pub date: String,
        /// Why.
        pub reason: Told,
        /// Source id.
        pub source: Told,
        /// What it rests on.
        pub status: Option<Status>,
    }

    /// A stretch of the way, with what is decided in it. It may lie outside the years looked at.
    pub struct PhaseFile {
        /// An id.
        pub id: String,
        /// A name for people.
        pub name: String,
        /// The option that it belongs to; all of them where not given.
        pub option: Option<String>,
        /// Its first month.
        pub from: Month,
        /// Its last month.
        pub until: Month,
        /// What it delivers.
        pub summary: Told,
        /// What is decided.
        pub decisions: Vec<DecisionFile>,
        /// Source id.
        pub source: Told,
        /// What it rests on.
        pub status: Option<Status>,
    }

    /// Something that is decided, or asked.
    pub struct DecisionFile {
        /// By whom, and how.
        pub kind: DecisionKind,
        /// A name for people.
        pub name: String,
        /// When.
        pub month: Month,
        /// The partners concerned; all of them where not given.
        pub by: Vec<String>,
        /// Source id.
        pub source: Told,
        /// What it rests on.
        pub status: Option<Status>,
    }

    /// Work that a partner's own staff puts into an option: a memo beside the costs, since it is paid for already.
    pub struct EffortFile {
        /// The partner.
        pub partner: String,
        /// A name for people.
        pub name: String,
        /// Its first month.
        pub from: Month,
        /// Its last month.
        pub until: Month,
        /// Hours in all.
        pub hours: f64,
        /// What an hour is worth, euros.
        pub tariff: Option<f64>,
        /// Source id.
        pub source: Told,
        /// What it rests on.
        pub status: Option<Status>,
    }

    /// How a year turned out (*realisatie*), to stand beside the plan: an amount or posts.
    pub struct OutturnFile {
        /// The option that was carried out; today where not given.
        pub option: Option<String>,
        /// The year.
        pub year: Year,
        /// Of this unit alone: its costs, or its posts.
        pub unit: Option<String>,
        /// Of this partner alone: what it contributes to joint units, or its own posts.
        pub partner: Option<String>,
        /// Euros of that year.
        pub amount: Option<f64>,
        /// Posts at the year's end, fte.
        pub fte: Option<f64>,
        /// Source id.
        pub source: Told,
        /// What a reader should know.
        pub note: Told,
    }
}
