//! Problems and warnings, as sentences want them.

use deelsom_core::{Fact, Remark, Study};
use deelsom_language as words;
use deelsom_language::{Language, codes, sentences};

/// What a sentence needs to know.
pub fn facts(remark: &Remark) -> Vec<(&str, words::Fact)> {
    let facts = remark.facts.0.iter().map(|(name, fact)| {
        let fact = match fact {
            Fact::Number(number) => words::Fact::Number(*number),
            Fact::Text(text) => words::Fact::Text(text.clone()),
            Fact::List(list) => words::Fact::List(list.clone()),
        };
        (*name, fact)
    });
    facts.collect()
}

/// The place of the option that a remark is about.
#[inline(never)]
pub fn option_of(remark: &Remark) -> Option<usize> {
    remark.path.strip_prefix("/options/")?.split('/').next()?.parse().ok()
}

/// What a reader should know, in a sentence. Where only its place says which option it is about, that is said too.
pub fn warning(language: Language, study: &Study, remark: &Remark) -> String {
    let mut facts = facts(remark);
    let option = option_of(remark).and_then(|place| study.options.get(place));
    // A remark that says so itself comes first.
    if let Some(option) = option {
        facts.push(("option", words::Fact::Text(option.name.clone())));
    }
    words::warning(language, remark.code, &facts)
}

/// What is wrong, for someone who sees fields by their names and not the codes of a file.
pub fn problem(language: Language, remark: &Remark, mut facts: Vec<(&str, words::Fact)>) -> String {
    for (name, fact) in &mut facts {
        match fact {
            words::Fact::Text(field) if remark.code == "missing_field" && *name == "field" => {
                if let Some(field) = codes::field_name(language, field) {
                    return sentences::editing::enter(language, field);
                }
            }
            words::Fact::List(codes) if *name == "allowed" => {
                if let Some(words) = codes::picks(language, codes) {
                    *codes = words.into_iter().map(str::to_owned).collect();
                }
            }
            _ => {}
        }
    }
    words::problem(language, remark.code, &facts)
}

#[cfg(test)]
mod tests {
    use deelsom_core::Problem;
    use deelsom_language::Language::{Dutch, English};

    use super::*;

    fn said(language: Language, remark: &Remark) -> String {
        problem(language, remark, facts(remark))
    }

    #[test]
    fn fields_and_codes_go_by_their_names() {
        let missing = Problem::new("missing_field", "/partners/0/inhabitants").with("field", "inhabitants");
        assert_eq!(said(Dutch, &missing), "Vul ‘Inwoners’ in.");
        assert_eq!(said(English, &missing), "Enter ‘Inhabitants’.");
        let codes = ["documented", "illustrative"].map(str::to_owned).to_vec();
        let unknown =
            Problem::new("unknown_value", "/posts/0/status").with("value", "eigen").with("allowed", codes);
        assert_eq!(
            said(Dutch, &unknown),
            "De waarde ‘eigen’ kan hier niet. Kies uit: gedocumenteerd of illustratief."
        );
    }

    #[test]
    fn what_has_no_name_keeps_its_code() {
        let missing = Problem::new("missing_field", "/x").with("field", "x");
        assert_eq!(said(Dutch, &missing), "Het veld ‘x’ ontbreekt. Voeg het toe.");
        let unknown =
            Problem::new("unknown_value", "/format").with("value", "y").with("allowed", vec!["x".to_owned()]);
        assert_eq!(said(English, &unknown), "The value ‘y’ cannot be used here. Choose from: x.");
    }
}
