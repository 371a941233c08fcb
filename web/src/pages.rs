//! The pages, each at a fragment of its own: `#/uitkomst`.

pub(crate) mod about;
pub(crate) mod assumptions;
pub(crate) mod baseline;
pub(crate) mod comparison;
pub(crate) mod council;
pub(crate) mod fairness;
pub(crate) mod keep;
mod mixing;
pub(crate) mod options;
pub(crate) mod outcome;
pub(crate) mod sensitivity;
mod sharing;
pub(crate) mod split;
pub(crate) mod staffing;
pub(crate) mod start;
pub(crate) mod way;

use deelsom_language::{Word, words::page};

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Page {
    /// Where one begins: with municipalities, an example or a file.
    Start,
    /// The partners and what they have today.
    Baseline,
    /// The options: what is shared, how and when.
    Options,
    /// What the options bring.
    #[default]
    Outcome,
    /// Who pays what.
    Split,
    /// Who is better off together.
    Fairness,
    /// Posts and people.
    Staffing,
    /// The way there.
    Way,
    /// How sure the outcome is.
    Sensitivity,
    /// What the model assumes.
    Assumptions,
    /// The outcome for one municipality, without jargon.
    Council,
    /// Keeping, sharing and printing.
    Keep,
    /// What this is.
    About,
}

impl Page {
    pub(crate) const ALL: [Self; 13] = [
        Self::Start,
        Self::Baseline,
        Self::Options,
        Self::Outcome,
        Self::Split,
        Self::Fairness,
        Self::Staffing,
        Self::Way,
        Self::Sensitivity,
        Self::Assumptions,
        Self::Council,
        Self::Keep,
        Self::About,
    ];

    /// Its name in the address; the same in both languages, so that a link stays good.
    const fn fragment(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Baseline => "nulmeting",
            Self::Options => "varianten",
            Self::Outcome => "uitkomst",
            Self::Split => "verdeling",
            Self::Fairness => "eerlijke-verdeling",
            Self::Staffing => "formatie",
            Self::Way => "traject",
            Self::Sensitivity => "gevoeligheid",
            Self::Assumptions => "aannamen",
            Self::Council => "raad",
            Self::Keep => "bewaren",
            Self::About => "over",
        }
    }

    /// Its name.
    pub(crate) const fn name(self) -> Word {
        match self {
            Self::Start => page::START,
            Self::Baseline => page::BASELINE,
            Self::Options => page::OPTIONS,
            Self::Outcome => page::RESULT,
            Self::Split => page::ALLOCATION,
            Self::Fairness => page::FAIRNESS,
            Self::Staffing => page::STAFFING,
            Self::Way => page::WAY,
            Self::Sensitivity => page::SENSITIVITY,
            Self::Assumptions => page::ASSUMPTIONS,
            Self::Council => page::COUNCIL,
            Self::Keep => page::KEEP,
            Self::About => page::ABOUT,
        }
    }

    /// Its address.
    pub(crate) fn link(self) -> String {
        format!("#/{}", self.fragment())
    }

    /// The page of an address, and the field in it that the address points at, if any: `#/nulmeting/posts-3-fte`.
    pub(crate) fn of_link(link: &str) -> Option<(Self, Option<&str>)> {
        let link = link.strip_prefix("#/")?;
        let (fragment, field) =
            link.split_once('/').map_or((link, None), |(fragment, field)| (fragment, Some(field)));
        let page = Self::ALL.into_iter().find(|page| page.fragment() == fragment)?;
        Some((page, field))
    }
}
