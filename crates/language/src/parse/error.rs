//! Why something typed could not be read, and how to mend it.

use crate::Language;

/// Why something typed has no single meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// Two readings, both written so that they can be typed or clicked: `1,25 mln`, `1250 mln`.
    Ambiguous {
        /// The smaller reading first.
        readings: [String; 2],
    },
    /// Nothing was typed.
    Empty,
    /// Separators that do not stand before every third digit: `1.25.0`.
    Grouping,
    /// Not a month.
    NotAMonth,
    /// Not a number.
    NotANumber,
    /// A fraction where only a whole number will do.
    NotWhole,
    /// More than one sign: `-1.234 N`.
    SignTwice,
    /// More than the calculator can hold.
    TooLarge,
}

/// What a field asks for, so that an error can give an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// An amount of money.
    Amount,
    /// Full-time equivalents.
    Fte,
    /// A month.
    Month,
    /// Any number.
    Number,
    /// A percentage.
    Percent,
    /// A whole number.
    Whole,
    /// A duration in years.
    Years,
}

impl Wanted {
    /// What to type and an example, for under the label of a field.
    pub const fn hint(self, language: Language) -> &'static str {
        match self {
            Self::Amount => language.pick(
                "Vul een bedrag in, bijvoorbeeld 1.250.000 of 1,25 mln.",
                "Enter an amount, for example 1,250,000 or 1.25 million.",
            ),
            Self::Fte => language.pick(
                "Vul een aantal fte in, bijvoorbeeld 12,5.",
                "Enter a number of fte, for example 12.5.",
            ),
            Self::Month => language.pick(
                "Vul een maand in, bijvoorbeeld juli 2010 of 07-2010.",
                "Enter a month, for example July 2010 or 07-2010.",
            ),
            Self::Number => {
                language.pick("Vul een getal in, bijvoorbeeld 0,75.", "Enter a number, for example 0.75.")
            }
            Self::Percent => language
                .pick("Vul een percentage in, bijvoorbeeld 12,5%.", "Enter a percentage, for example 12.5%."),
            Self::Whole => language.pick(
                "Vul een heel getal in, bijvoorbeeld 25.885.",
                "Enter a whole number, for example 25,885.",
            ),
            Self::Years => language.pick(
                "Vul een aantal jaren in, bijvoorbeeld 6,5.",
                "Enter a number of years, for example 6.5.",
            ),
        }
    }
}

impl ParseError {
    /// The sentence by the field: how to mend it.
    pub fn sentence(&self, language: Language, wanted: Wanted) -> String {
        let text = match self {
            Self::Ambiguous { readings: [small, large] } => {
                return match language {
                    Language::Dutch => {
                        format!("Dit kan {small} of {large} zijn. Kies een van de twee.")
                    }
                    Language::English => {
                        format!("This can be {small} or {large}. Choose one of the two.")
                    }
                };
            }
            Self::Empty | Self::NotANumber => wanted.hint(language),
            Self::NotAMonth => Wanted::Month.hint(language),
            Self::NotWhole => Wanted::Whole.hint(language),
            Self::Grouping => language.pick(
                "Zet een punt voor elke drie cijfers, bijvoorbeeld 1.250.000.",
                "Put a comma before every three digits, for example 1,250,000.",
            ),
            Self::SignTwice => language.pick(
                "Gebruik één teken voor een nadeel: een min, haakjes of een N.",
                "Use one mark for a disadvantage: a minus, brackets or a D.",
            ),
            Self::TooLarge => language.pick(
                "Dit getal is te groot. Vul een kleiner getal in.",
                "This number is too large. Enter a smaller number.",
            ),
        };
        text.to_owned()
    }
}
