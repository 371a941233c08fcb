//! Advantage and disadvantage: the ways in which Dutch budgets write a sign.

use crate::{Language, amount};

/// How an advantage (*voordeel*) and a disadvantage (*nadeel*) are told apart in a table.
///
/// Partners of one study use opposite signs, so a table always carries its [`legend`](Self::legend).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SignConvention {
    /// An advantage is positive, as in Voorschoten; the model's own sign.
    #[default]
    AdvantagePlus,
    /// Costs are positive, so an advantage is negative, as in Leiden.
    CostsPlus,
    /// Amounts without sign and a letter, as in Capelle.
    Letter,
}

impl SignConvention {
    /// All conventions, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::AdvantagePlus, Self::CostsPlus, Self::Letter];

    /// A saving (positive is an advantage) in whole euros for a column.
    pub fn whole(self, language: Language, saving: i64) -> String {
        match self {
            Self::AdvantagePlus => amount::whole(language, saving),
            Self::CostsPlus => amount::whole(language, saving.saturating_neg()),
            Self::Letter => {
                let text = amount::whole(language, saving.saturating_abs());
                if text == "0" {
                    return text;
                }
                format!("{text}\u{a0}{}", letter(language, saving))
            }
        }
    }

    /// The sentence under or above the table.
    pub const fn legend(self, language: Language) -> &'static str {
        match self {
            Self::AdvantagePlus => language.pick(
                "Een plus is een voordeel, een min is een nadeel.",
                "A plus is an advantage, a minus is a disadvantage.",
            ),
            Self::CostsPlus => language.pick(
                "Een plus is een nadeel (meer kosten), een min is een voordeel.",
                "A plus is a disadvantage (more cost), a minus is an advantage.",
            ),
            Self::Letter => language
                .pick("V is een voordeel, N is een nadeel.", "A is an advantage, D is a disadvantage."),
        }
    }
}

/// `voordeel`, `nadeel`, or neither for zero: `geen verschil`.
pub const fn word(language: Language, saving: i64) -> &'static str {
    if saving > 0 {
        language.pick("voordeel", "advantage")
    } else if saving < 0 {
        language.pick("nadeel", "disadvantage")
    } else {
        language.pick("geen verschil", "no difference")
    }
}

/// A saving in whole euros with its sign, for a column: `+1.235`, `−1.235`, `0`.
pub fn whole(language: Language, saving: i64) -> String {
    plus(saving, amount::whole(language, saving))
}

/// A saving to the cent with its sign, for a column: `+12,35`.
pub fn exact(language: Language, saving: i64) -> String {
    let text = amount::exact(language, saving);
    if saving > 0 { format!("+{text}") } else { text }
}

/// A saving in whole euros with both signs: `€ +1.235`, `€ −1.235`; English `+€1,235`.
///
/// ```
/// use deelsom_language::{Language::{Dutch, English}, sign::euros};
/// assert_eq!(euros(Dutch, 123_450), "€\u{a0}+1.235");
/// assert_eq!(euros(English, -123_450), "\u{2212}€1,235");
/// assert_eq!(euros(English, 20), "€0");
/// ```
pub fn euros(language: Language, saving: i64) -> String {
    match language {
        Language::Dutch => format!("€\u{a0}{}", whole(language, saving)),
        Language::English => plus(saving, amount::euros(language, saving)),
    }
}

/// A saving to the cent with both signs: `€ +12,35`; English `+€12.35`.
pub fn euros_exact(language: Language, saving: i64) -> String {
    let text = match language {
        Language::Dutch => return format!("€\u{a0}{}", exact(language, saving)),
        Language::English => amount::euros_exact(language, saving),
    };
    if saving > 0 { format!("+{text}") } else { text }
}

/// A plus before an advantage that does not round to nothing.
fn plus(saving: i64, text: String) -> String {
    if saving >= 50 { format!("+{text}") } else { text }
}

/// `V` or `N` (English `A` or `D`); nothing for zero.
pub const fn letter(language: Language, saving: i64) -> &'static str {
    if saving > 0 {
        language.pick("V", "A")
    } else if saving < 0 {
        language.pick("N", "D")
    } else {
        ""
    }
}

/// A saving in words, without a sign to misread: `€ 1,2 mln voordeel`.
pub fn in_words(language: Language, saving: i64) -> String {
    if saving == 0 {
        return word(language, saving).to_owned();
    }
    let text = amount::compact(language, saving.saturating_abs());
    format!("{text} {}", word(language, saving))
}
