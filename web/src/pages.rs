//! The pages, each at a fragment of its own: `#/uitkomst`.

pub(crate) mod about;
pub(crate) mod assumptions;
pub(crate) mod inputs;
pub(crate) mod outcome;
pub(crate) mod sensitivity;
pub(crate) mod split;
pub(crate) mod staffing;

use deelsom_language::{Word, words::page};

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Page {
    /// What the options bring.
    #[default]
    Outcome,
    /// Who pays what.
    Split,
    /// Posts and people.
    Staffing,
    /// The study's own figures.
    Inputs,
    /// What the model assumes.
    Assumptions,
    /// How sure the outcome is.
    Sensitivity,
    /// What this is.
    About,
}

impl Page {
    pub(crate) const ALL: [Self; 7] = [
        Self::Outcome,
        Self::Split,
        Self::Staffing,
        Self::Inputs,
        Self::Assumptions,
        Self::Sensitivity,
        Self::About,
    ];

    /// Its name in the address; the same in both languages, so that a link stays good.
    const fn fragment(self) -> &'static str {
        match self {
            Self::Outcome => "uitkomst",
            Self::Split => "verdeling",
            Self::Staffing => "formatie",
            Self::Inputs => "gegevens",
            Self::Assumptions => "aannamen",
            Self::Sensitivity => "gevoeligheid",
            Self::About => "over",
        }
    }

    /// Its name.
    pub(crate) const fn name(self) -> Word {
        match self {
            Self::Outcome => page::RESULT,
            Self::Split => page::ALLOCATION,
            Self::Staffing => page::STAFFING,
            Self::Inputs => page::DATA,
            Self::Assumptions => page::ASSUMPTIONS,
            Self::Sensitivity => page::SENSITIVITY,
            Self::About => page::ABOUT,
        }
    }

    /// Its address.
    pub(crate) fn link(self) -> String {
        format!("#/{}", self.fragment())
    }

    /// The page of an address, and the field in it that the address points at, if any: `#/gegevens/posts-3-fte`.
    pub(crate) fn of_link(link: &str) -> Option<(Self, Option<&str>)> {
        let link = link.strip_prefix("#/")?;
        let (fragment, field) =
            link.split_once('/').map_or((link, None), |(fragment, field)| (fragment, Some(field)));
        let page = Self::ALL.into_iter().find(|page| page.fragment() == fragment)?;
        Some((page, field))
    }
}
