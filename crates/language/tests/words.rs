//! Every code has words in both languages, and every sentence is one.

use deelsom_language::Language::{self, Dutch, English};
use deelsom_language::{
    Fact, Word, codes, messages, noun, number, problem, quantity, warning,
    words::{self, Table},
};

/// Words that are the same in both languages.
const SAME: [&str; 29] = [
    "Register",
    "Volumes",
    "Code",
    "Fte",
    "Partners",
    "P5",
    "P25",
    "P75",
    "P95",
    "Deelsom",
    "Criteria",
    "criteria",
    "scores",
    "Link",
    "Plan",
    "plan",
    "Score",
    "score",
    "Scores",
    "Start",
    "Status",
    "Voorschoten–Wassenaar 2010",
    "Duivenvoorde 2021",
    "Werkorganisatie Duivenvoorde 2013",
    "OVER-gemeenten 2010",
    "Hollands Kroon 2012",
    "Meerinzicht 2015",
    "Servicepunt71 2012",
    "Leidse regio 2022",
];

fn tables() -> Vec<(&'static str, Vec<(&'static str, Word)>)> {
    let mut tables: Vec<(&str, Vec<(&str, Word)>)> = vec![
        ("bands", codes::BANDS.iter().collect()),
        ("bases", codes::BASES.iter().collect()),
        ("columns", codes::COLUMNS.iter().collect()),
        ("spellings", codes::SPELLINGS.iter().collect()),
        ("bearers", codes::BEARERS.iter().collect()),
        ("certainties", codes::CERTAINTIES.iter().collect()),
        ("evidences", codes::EVIDENCES.iter().collect()),
        ("exit rules", codes::EXIT_RULES.iter().collect()),
        ("file parts", codes::FILE_PARTS.iter().collect()),
        ("figures", codes::FIGURES.iter().collect()),
        ("report parts", codes::REPORT_PARTS.iter().collect()),
        ("forms", codes::FORMS.iter().collect()),
        ("form hints", codes::FORM_HINTS.iter().collect()),
        ("json types", codes::JSON_TYPES.iter().collect()),
        ("keys", codes::KEYS.iter().collect()),
        ("key explanations", codes::KEY_EXPLANATIONS.iter().collect()),
        ("kinds", codes::KINDS.iter().collect()),
        ("lines", codes::LINES.iter().collect()),
        ("measures", codes::MEASURES.iter().collect()),
        ("methods", codes::METHODS.iter().collect()),
        ("price modes", codes::PRICE_MODES.iter().collect()),
        ("staffing rules", codes::STAFFING_RULES.iter().collect()),
        ("statuses", codes::STATUSES.iter().collect()),
        ("study fields", codes::STUDY_FIELDS.iter().collect()),
        ("units", codes::UNITS.iter().collect()),
        ("assumptions", codes::ASSUMPTION_LABELS.iter().collect()),
        ("explanations", codes::ASSUMPTION_EXPLANATIONS.iter().collect()),
        ("terms", codes::TERMS.iter().collect()),
        ("vats", codes::VATS.iter().collect()),
        ("file problems", messages::FILE_PROBLEMS.iter().collect()),
        ("study problems", messages::STUDY_PROBLEMS.iter().collect()),
        ("table problems", messages::TABLE_PROBLEMS.iter().collect()),
        ("warnings", messages::WARNINGS.iter().collect()),
    ];
    for (subject, all) in words::SUBJECTS {
        tables.push((subject, all.to_vec()));
    }
    tables
}

#[test]
fn every_word_differs_between_the_languages() {
    for (table, rows) in tables() {
        let mut seen = std::collections::BTreeSet::new();
        for (code, word) in rows {
            let (dutch, english) = (word.text(Dutch), word.text(English));
            assert!(!dutch.is_empty() && !english.is_empty(), "{table} {code}");
            assert!(dutch != english || SAME.contains(&dutch), "{table} {code}: {dutch}");
            assert!(seen.insert(code), "{table}: {code} twice");
            assert_eq!(dutch.trim(), dutch, "{table} {code}");
            assert_eq!(english.trim(), english, "{table} {code}");
        }
    }
}

#[test]
fn sentences_end_with_a_full_stop_in_both_languages() {
    let sentences = [
        "file problems",
        "study problems",
        "table problems",
        "warnings",
        "explanations",
        "key explanations",
        "form hints",
        "note",
    ];
    for (table, rows) in tables() {
        for (code, word) in rows {
            let dutch = word.text(Dutch).trim_end_matches(']');
            let english = word.text(English).trim_end_matches(']');
            assert_eq!(dutch.ends_with('.'), english.ends_with('.'), "{table} {code}");
            if sentences.contains(&table) {
                assert!(dutch.ends_with('.'), "{table} {code}: {dutch}");
            }
        }
    }
}

/// The places of a sentence, sorted.
fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
    places.sort_unstable();
    places.dedup();
    places
}

#[test]
fn both_languages_use_the_same_facts() {
    let all = [messages::FILE_PROBLEMS, messages::STUDY_PROBLEMS, messages::WARNINGS];
    for (code, word) in all.into_iter().flat_map(Table::iter) {
        let (dutch, english) = (word.text(Dutch), word.text(English));
        assert_eq!(places(dutch), places(english), "{code}");
        for text in [dutch, english] {
            assert_eq!(text.matches('[').count(), text.matches(']').count(), "{code}");
            // With no facts at all it is still a sentence.
            let bare = if messages::WARNINGS.find(code).is_some() {
                warning(Dutch, code, &[])
            } else {
                problem(Dutch, code, &[])
            };
            assert!(bare.ends_with('.') && !bare.contains(['{', '[', ']']), "{bare}");
        }
    }
}

fn codes_of(list: &str) -> impl Iterator<Item = &str> {
    list.split_whitespace()
}

#[track_caller]
fn all_known(lookup: fn(&str) -> Option<Word>, list: &str) {
    for code in codes_of(list) {
        assert!(lookup(code).is_some(), "{code}");
    }
    assert_eq!(lookup("no such code"), None);
}

#[test]
fn every_code_of_the_model_has_a_word() {
    all_known(
        codes::line,
        "employment agency_cover recruitment workplace surplus running governance director coordination client_side \
         harmonisation stranded grant_loss one_off recurring vat settlement",
    );
    let forms = "standalone network host_municipality joint_body support_organisation public_body private_company merger";
    all_known(codes::form, forms);
    all_known(codes::form_hint, forms);
    all_known(
        codes::key,
        "equal inhabitants fte historic usage general_grant budget fixed mix schedule keep_within shapley nucleolus",
    );
    let kinds = "transactional general advisory ict other";
    all_known(codes::kind, kinds);
    all_known(codes::basis, "gross net");
    all_known(codes::vat, "none taxed exempt transparent");
    all_known(codes::staffing_rule, "same percent scale norm");
    all_known(codes::band, "single vulnerable robust");
    all_known(codes::evidence, "sourced derived assumed");
    all_known(codes::status, "documented illustrative hypothetical");
    all_known(codes::certainty, "contracted estimate");
    all_known(codes::price_mode, "constant nominal");
    all_known(codes::measured, "budget outturn");
    all_known(codes::exit_rule, "step_down real_damage");
    let single = "turnover time_to_fill_days cover_share cover_price recruitment_cost steerable_turnover structural_vacancy \
        workplace_cost_per_fte wage_index price_index discount_rate part_time_factor realisation_net realisation_gross \
        scale_saturation one_off_uplift unavailability harmonisation_degree harmonisation_cost stranded_share \
        stranded_years surplus_cost_per_fte vat_rate recoverable_vat fixed_grant_per_municipality";
    let mut ids: Vec<String> = codes_of(single).map(str::to_owned).collect();
    for table in codes_of("governance director_scale client_side_share coordination form_reach") {
        ids.extend(codes_of(forms).map(|form| format!("{table}.{form}")));
    }
    ids.extend(codes_of(kinds).map(|kind| format!("elasticity.{kind}")));
    ids.extend(codes_of("4 5 10A 11A 15").map(|scale| format!("cost_per_fte.{scale}")));
    for id in ids {
        for language in Language::ALL {
            let label = codes::assumption_label(language, &id).unwrap_or_default();
            assert!(!label.is_empty() && !label.contains('_'), "{id}: {label}");
            assert!(codes::assumption_explanation(language, &id).is_some(), "{id}");
        }
    }
}

#[test]
fn every_problem_and_warning_has_a_sentence() {
    let problems = "not_json unknown_field missing_field wrong_type wrong_format unsupported_version \
        out_of_range empty_list invalid_id duplicate_id duplicate_post duplicate_move \
        duplicate_volume duplicate_score duplicate_member unknown_partner unknown_service unknown_unit unknown_assumption \
        unknown_scale unknown_line unknown_value not_per_service \
        missing_reason month_outside_period month_invalid until_before_from unknown_option unknown_criterion money_scored scale_reversed year_outside_period \
        party_ambiguous amount_or_fte too_few_members host_missing \
        host_not_member cost_missing cost_ambiguous amount_missing amount_ambiguous split_incomplete \
        member_without_target member_in_two_targets target_not_in_option one_off_without_move \
        no_participants per_partner_with_bearer usage_needs_service usage_without_volumes partner_lacks_figure \
        shares_missing role_unknown new_role_needs_cost too_large";
    for code in codes_of(problems) {
        let file = messages::FILE_PROBLEMS.find(code);
        assert!(file.or(messages::STUDY_PROBLEMS.find(code)).is_some(), "{code}");
    }
    let warnings = "baseline_from_budget external_hire_missing saving_optimistic no_one_off no_payback saving_stacked \
        key_not_usage_with_exemption large_unspecified_amount target_without_posts real_and_nominal_mixed \
        no_client_side partner_worse_off staffing_out_of_range no_exit_rule assumed_values_in_use \
        scale_beyond_saturation vacancy_counted_twice net_and_gross_mixed price_level_differs key_without_weights \
        guarantee_not_met merger_without_governance_saving single_person_role live_before_consent";
    for code in codes_of(warnings) {
        assert!(messages::WARNINGS.find(code).is_some(), "{code}");
    }
}

fn text(value: &str) -> Fact {
    Fact::Text(value.to_owned())
}

#[test]
fn facts_stand_in_their_places() {
    let month = [("month", text("2021-03")), ("first", text("2010-01")), ("last", text("2019-12"))];
    assert_eq!(
        problem(Dutch, "month_outside_period", &month),
        "maart 2021 valt buiten de periode van de studie. Kies een maand van januari 2010 tot en met december 2019."
    );
    let range = [("value", Fact::Number(1.5)), ("min", Fact::Number(0.0)), ("max", Fact::Number(1.0))];
    assert_eq!(
        problem(Dutch, "out_of_range", &range),
        "De waarde 1,5 past hier niet. Vul ten minste 0 in. Vul ten hoogste 1 in."
    );
    let Some(only_min) = range.get(..2) else {
        return;
    };
    assert_eq!(
        problem(English, "out_of_range", only_min),
        "The value 1.5 does not fit here. Enter at least 0."
    );
    let allowed = Fact::List(vec!["gross".to_owned(), "net".to_owned()]);
    assert_eq!(
        problem(English, "unknown_value", &[("value", text("brut")), ("allowed", allowed)]),
        "The value ‘brut’ cannot be used here. Choose from: gross or net."
    );
    assert_eq!(
        problem(Dutch, "wrong_type", &[("expected", text("whole_number")), ("found", text("text"))]),
        "Hier hoort een heel getal, maar er staat een tekst. Pas de waarde aan."
    );
    assert_eq!(
        problem(Dutch, "split_incomplete", &[("sum", Fact::Number(0.95)), ("unit", text("{x}[y]"))]),
        "De delen van {x}[y] zijn samen 95%. Maak er samen 100% van."
    );
    let worse =
        [("option", text("Samen")), ("partner", text("Wassenaar")), ("npv", Fact::Number(-1_234_567.89))];
    assert_eq!(
        number::plain(&warning(Dutch, "partner_worse_off", &worse)),
        "Voor Wassenaar is ‘Samen’ nadelig: € 1,2 mln nadeel over de hele periode. Bespreek of dit aanvaardbaar is."
    );
    assert_eq!(warning(English, "partner_worse_off", &[]), "Discuss whether this is acceptable.");
    let left =
        [("years", Fact::List(vec!["2012".to_owned(), "2013".to_owned()])), ("left", Fact::Number(1_250.4))];
    assert_eq!(
        number::plain(&warning(Dutch, "guarantee_not_met", &left)),
        "De garantie is niet helemaal haalbaar in 2012 en 2013. Er blijft € 1.250 nadeel over."
    );
    let year = [("years", Fact::List(vec!["2027".to_owned()])), ("option", text("Samen"))];
    assert_eq!(
        warning(English, "guarantee_not_met", &year),
        "The guarantee of ‘Samen’ cannot be met in full in 2027."
    );
    let early = [
        ("unit", text("BAR")),
        ("month", text("2014-01")),
        ("partners", Fact::List(vec!["Barendrecht".to_owned(), "Ridderkerk".to_owned()])),
    ];
    assert_eq!(
        warning(Dutch, "live_before_consent", &early),
        "BAR begint in januari 2014. In deze studie staat dan nog geen toestemming van de raad: Barendrecht en \
         Ridderkerk. Zet het besluit in een fase, of begin later."
    );
    assert_eq!(
        problem(Dutch, "not_json", &[("line", Fact::Number(1.0)), ("column", Fact::Number(0.0))]),
        "Dit is geen bestand van Deelsom, of het is beschadigd (regel 1). Kies een ander bestand of herstel dit."
    );
    let prices = [("base_year", Fact::Number(2010.0)), ("register_year", Fact::Year(2026))];
    assert_eq!(
        warning(Dutch, "price_level_differs", &prices),
        "De bedragen van het register hebben prijspeil 2026 en de studie 2010. Pas de aannamen aan het prijspeil aan."
    );
    let many = [("what", text("partners")), ("limit", Fact::Number(16.0))];
    assert_eq!(
        problem(Dutch, "too_large", &many),
        "Dit is te veel: gemeenten. Er kunnen er ten hoogste 16 zijn. Maak het kleiner."
    );
    assert_eq!(
        warning(English, "brand_new", &[("year", Fact::Year(2012)), ("share", Fact::Number(0.5))]),
        "Please note this place in the study: code = brand_new; year = 2012; share = 0.5."
    );
}

#[test]
fn quantities_carry_their_unit() {
    for (unit, value, dutch, english) in [
        ("rate_per_year", 0.083, "8,3% per jaar", "8.3% a year"),
        ("share", 0.75, "75%", "75%"),
        ("eur", -4_494.0, "€ -4.494", "-€4,494"),
        ("eur_per_fte_year", 95_500.0, "€ 95.500 per fte per jaar", "€95,500 per fte a year"),
        ("days", 62.0, "62 dagen", "62 days"),
        ("days", 1.0, "1 dag", "1 day"),
        ("years", 5.0, "5 jaar", "5 years"),
        ("factor", 1.4, "1,4×", "1.4×"),
        ("inhabitants", 60_000.0, "60.000 inwoners", "60,000 inhabitants"),
        ("inhabitants", 1.0, "1 inwoner", "1 inhabitant"),
        ("exponent", -0.15, "-0,15", "-0.15"),
    ] {
        assert_eq!(number::plain(&quantity(Dutch, unit, value)), dutch);
        assert_eq!(number::plain(&quantity(English, unit, value)), english);
    }
}

#[test]
fn plurals_are_right() {
    for (_, noun) in noun::ALL {
        for language in Language::ALL {
            let (one, two) = (noun.counted(language, 1), noun.counted(language, 2));
            assert!(one.starts_with('1') && two.starts_with('2'));
        }
    }
    let said = |count| number::plain(&noun::MUNICIPALITY.counted(Dutch, count));
    assert_eq!(said(1), "1 gemeente");
    assert_eq!(said(2), "2 gemeenten");
    assert_eq!(said(0), "0 gemeenten");
}
