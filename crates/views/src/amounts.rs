//! How a chart writes amounts.

use deelsom_language::{Language, amount};

/// How a chart writes amounts: by the thousand where they are large enough.
pub(crate) struct Amounts {
    language: Language,
    by_thousand: bool,
}

impl Amounts {
    pub(crate) fn new(language: Language) -> Self {
        Self { language, by_thousand: false }
    }

    /// These values, in euros, will be written.
    pub(crate) fn hold(&mut self, values: &[f64]) {
        self.by_thousand |= values.iter().any(|value| value.abs() >= 20_000.0);
    }

    /// What stands above the axis.
    pub(crate) fn unit(&self) -> &'static str {
        if self.by_thousand { self.language.pick("€ × 1.000", "€ × 1,000") } else { "€" }
    }

    /// An amount in euros.
    #[expect(clippy::cast_possible_truncation, reason = "for an axis; too large becomes the largest")]
    pub(crate) fn write(&self, euros: f64) -> String {
        let cents = (euros * 100.0).round() as i64;
        if self.by_thousand {
            amount::thousands(self.language, cents)
        } else {
            amount::whole(self.language, cents)
        }
    }
}
