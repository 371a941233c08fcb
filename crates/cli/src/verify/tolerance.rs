//! How closely a number of a report must agree with what was expected.

use serde_json::Value;

/// How closely a number of a report must agree with what was expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tolerance {
    /// Euros.
    pub amount: f64,
    /// Fte, and other quantities with decimals.
    pub fte: f64,
}

impl Default for Tolerance {
    /// What rounding may do: half a cent, a millionth of an fte.
    fn default() -> Self {
        Self { amount: 0.005, fte: 1e-6 }
    }
}

/// Fields in euros.
const AMOUNTS: [&str; 22] = [
    "amount",
    "avoided_increase",
    "budget_value",
    "contribution",
    "cumulative",
    "deepest",
    "efficiency",
    "left",
    "npv",
    "one_off",
    "outturn_value",
    "own",
    "per_inhabitant",
    "real_damage",
    "recurring",
    "saving",
    "settlement",
    "step_down",
    "structural",
    "structural_per_inhabitant",
    "total",
    "vat",
];

/// Fields in fte, persons, years with decimals, or parts of one.
const QUANTITIES: [&str; 18] = [
    "added",
    "end",
    "establishment",
    "fte",
    "hires",
    "hires_avoided",
    "in_post",
    "leavers",
    "payback_years",
    "persons",
    "share",
    "start",
    "surplus",
    "surplus_exits",
    "turnover",
    "uncovered",
    "vacancies",
    "vacant_not_filled",
];

/// What binary fractions may do to numbers that were written in decimals.
const HAIR: f64 = 1e-9;

impl Tolerance {
    /// Reads the field `tolerance` of an expectation: a number for amounts, or an object with `amount` and `fte`.
    ///
    /// # Errors
    /// Why it is not a tolerance, in English.
    pub fn read(value: &Value) -> Result<Self, String> {
        let number = |value: &Value| {
            let number = value.as_f64().filter(|number| *number >= 0.0);
            number.ok_or_else(|| format!("tolerance must be a number of at least 0, not {value}"))
        };
        let mut tolerance = Self::default();
        let Value::Object(fields) = value else {
            tolerance.amount = number(value)?;
            return Ok(tolerance);
        };
        for (name, value) in fields {
            match name.as_str() {
                "amount" => tolerance.amount = number(value)?,
                "fte" => tolerance.fte = number(value)?,
                _ => return Err(format!("tolerance has amount and fte, not {name}")),
            }
        }
        Ok(tolerance)
    }

    /// Whether two values of a field agree. Other numbers than amounts and quantities must be the same.
    pub(super) fn agrees(self, field: &str, expected: f64, found: f64) -> bool {
        let most = if AMOUNTS.contains(&field) {
            self.amount
        } else if QUANTITIES.contains(&field) {
            self.fte
        } else {
            0.0
        };
        (expected - found).abs() <= most + HAIR + expected.abs() * f64::EPSILON
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_a_number_or_an_object() {
        assert_eq!(Tolerance::read(&json!(1)), Ok(Tolerance { amount: 1.0, fte: 1e-6 }));
        assert_eq!(Tolerance::read(&json!({ "fte": 0.1 })), Ok(Tolerance { amount: 0.005, fte: 0.1 }));
        assert_eq!(
            Tolerance::read(&json!({ "amount": 2, "fte": 0 })),
            Ok(Tolerance { amount: 2.0, fte: 0.0 })
        );
    }

    #[test]
    fn refuses_what_is_not_a_tolerance() {
        assert!(Tolerance::read(&json!("much")).is_err());
        assert!(Tolerance::read(&json!(-1)).is_err());
        assert!(Tolerance::read(&json!({ "amounts": 1 })).is_err());
    }

    #[test]
    fn each_field_has_the_tolerance_of_its_unit() {
        let default = Tolerance::default();
        assert!(default.agrees("npv", 1.0, 1.005));
        assert!(!default.agrees("npv", 1.0, 1.0051));
        assert!(default.agrees("total", 56_800_000.0, 56_800_000.005));
        assert!(default.agrees("surplus_exits", 1.0, 1.000_001));
        assert!(!default.agrees("surplus_exits", 1.0, 1.000_002));
        assert!(!default.agrees("year", 1.0, 1.000_001));
    }
}
