//! A workbook says what the model says, whatever the study.

use deelsom_language::Language;
use deelsom_workbook::{Given, Made, build};
use proptest::prelude::*;

use crate::generate::studies;
use crate::harness::{REGISTER, law, run};

#[test]
fn a_workbook_of_any_study_is_worth_what_the_model_says() {
    law(96, &studies(), |sample| {
        let made = run(&sample.0)?;
        let given = Given {
            file: &sample.0,
            study: &made.study,
            register: &REGISTER,
            outcome: &made.outcome,
            warnings: &[],
        };
        let book = build(given, Language::English, &Made { version: "", date: "" });
        let differs = book.err().unwrap_or_default();
        prop_assert!(differs.is_empty(), "{} figures, such as {:?}", differs.len(), differs.first());
        Ok(())
    });
}
