//! The conclusions above tables and charts, in both languages.

use deelsom_language::Language::{Dutch, English};
use deelsom_language::number::plain;
use deelsom_language::sentences as say;
use deelsom_language::{alternatives, list};

#[track_caller]
fn says(found: &str, expected: &str) {
    assert_eq!(plain(found), expected);
    assert!(found.ends_with('.'));
}

#[test]
fn payback() {
    says(
        &say::payback(Dutch, Some(6.5), Some(2016), false),
        "Deze variant verdient zich terug na 6,5 jaar, in 2016.",
    );
    says(&say::payback(English, Some(1.0), None, false), "This option pays back after 1 year.");
    says(&say::payback(Dutch, None, None, false), "Deze variant verdient zich in de periode niet terug.");
    says(
        &say::payback(English, Some(0.0), Some(2010), true),
        "This option brings an advantage from the first year.",
    );
    assert_eq!(plain(&say::payback_short(Dutch, Some(6.5), false)), "6,5 jaar");
    assert_eq!(say::payback_short(Dutch, None, false), "niet");
    assert_eq!(say::payback_short(English, Some(0.0), true), "immediate");
}

#[test]
fn takeaways() {
    says(
        &say::takeaway_cumulative(Dutch, "Eén afdeling", (2012, -80_000_000), (2019, 240_000_000)),
        "Eén afdeling: eerst tot € 800.000 nadeel (2012), eind 2019 in totaal € 2,4 mln voordeel.",
    );
    says(
        &say::takeaway_cumulative(Dutch, "Eén afdeling", (2010, 5_000_000), (2019, 240_000_000)),
        "Eén afdeling: eind 2019 in totaal € 2,4 mln voordeel.",
    );
    says(
        &say::takeaway_structural(Dutch, "Netwerk", 31_000_000, 2019),
        "Netwerk: structureel € 310.000 voordeel per jaar (stand 2019).",
    );
    says(
        &say::takeaway_npv(English, "Network", -31_000_000, 2010, 2019),
        "Network: €310,000 disadvantage over 2010-2019, discounted to 2010.",
    );
    says(
        &say::vacancies_avoided(Dutch, 1.0, 12_470_000, 13_093_500),
        "1,0 fte aan vacatures hoeft niet meer vervuld te worden. Dat scheelt € 125.000 per jaar ten opzichte van \
         de begroting, of € 131.000 ten opzichte van de realisatie.",
    );
    says(
        &say::vacancies_avoided(English, 0.0, 0, 0),
        "There are no vacancies that need not be filled any more.",
    );
    says(&say::takeaway_bridge(Dutch, "P&O", 12.0, 10.5, 2014), "P&O: van 12,0 fte naar 10,5 fte eind 2014.");
    says(
        &say::takeaway_bridge(English, "HR", 12.0, 12.01, 2014),
        "HR: the establishment stays 12.0 fte until 2014.",
    );
    says(
        &say::takeaway_partners(Dutch, 1, 2, Some(("Wassenaar", -5_000_000))),
        "Van de 2 gemeenten heeft er 1 voordeel. Wassenaar heeft het grootste nadeel: € 50.000.",
    );
    says(
        &say::takeaway_partners(English, 2, 2, Some(("Wassenaar", 5))),
        "Every municipality has an advantage.",
    );
    says(
        &say::takeaway_partners(Dutch, 0, 2, Some(("Wassenaar", 0))),
        "Geen van de 2 gemeenten heeft voordeel.",
    );
    says(&say::in_prices_of(Dutch, 2026), "Bedragen zijn in prijzen van 2026.");
    says(
        &say::takeaway_allocation(Dutch, "Wassenaar", 0.524, 410_000_000),
        "Wassenaar betaalt het meest: 52% van € 4,1 mln.",
    );
    says(
        &say::takeaway_tornado(Dutch, "Verloop", 90_000_000, -10_000_000),
        "‘Verloop’ telt het zwaarst: de uitkomst loopt van € 100.000 nadeel tot € 900.000 voordeel.",
    );
    says(
        &say::takeaway_simulation(English, 0.68, -10_000_000, 90_000_000),
        "The chance that this option pays back is 68%. Nine in ten outcomes lie between €100,000 disadvantage and \
         €900,000 advantage.",
    );
    says(&say::takeaway_vulnerability(Dutch, 1, 0), "Vandaag hangt 1 functie af van één persoon; daarna 0.");
    says(
        &say::takeaway_methods(English, "Wassenaar", 120_000_000, 150_000_000),
        "Wassenaar pays between €1.2 million and €1.5 million a year, depending on the method.",
    );
}

#[test]
fn fairness_and_counts() {
    says(
        &say::cheaper_apart(Dutch, &["Alkmaar", "Bergen"], &["Castricum"], 8_400_000),
        "Alkmaar en Bergen samen zijn € 84.000 per jaar goedkoper uit zonder Castricum.",
    );
    says(
        &say::cheaper_apart(English, &["Wassenaar"], &["Voorschoten"], 12_000_000),
        "Wassenaar alone pays €120,000 a year less, without Voorschoten.",
    );
    says(
        &say::better_off_apart(Dutch, &["a", "b"], &["c"], 2_333),
        "a en b samen zijn € 23,33 beter af zonder c.",
    );
    says(
        &say::cheaper_split_up(English, &[vec!["A", "B"], vec!["C"]], 1_200_000),
        "All together pay €12,000 a year less if they split up: A and B | C.",
    );
    says(&say::keys_that_hold(Dutch, &["inwoners"]), "De groep blijft bijeen met: inwoners.");
    says(&say::keys_that_hold::<&str>(English, &[]), "None of the usual keys holds the group together.");
    says(say::stable(Dutch), "Geen enkele groep gemeenten is apart beter af.");
    says(
        say::no_stable_division(English),
        "Whatever the division, there is a group of municipalities that is better off apart.",
    );
    says(
        &say::break_even(Dutch, "Verloop", Some("9,1%")),
        "Bij 9,1% voor ‘Verloop’ is er voordeel noch nadeel.",
    );
    says(&say::break_even(English, "Turnover", None), "‘Turnover’ has no break-even point within the range.");
    says(&say::assumed_count(Dutch, 31, 83), "Van de 83 gebruikte aannamen hebben er 31 nog geen bron.");
    says(&say::problem_count(Dutch, 1), "Er is 1 punt om te herstellen.");
    says(&say::problem_count(English, 3), "There are 3 points to mend.");
    assert_eq!(plain(&say::understood(Dutch, 125_000_000)), "= € 1.250.000");
    assert_eq!(plain(&say::understood(Dutch, 150)), "= € 1,50");
    assert_eq!(list(Dutch, &["A", "B", "C"]), "A, B en C");
    assert_eq!(alternatives(English, &["A", "B"]), "A or B");
    assert_eq!(list::<&str>(Dutch, &[]), "");
}

#[test]
fn what_was_done_to_a_list() {
    says(&say::editing::added(Dutch, "Recruiter"), "Recruiter is toegevoegd.");
    says(&say::editing::copied(English, "Recruiter (copy)"), "Recruiter (copy) was made as a copy.");
    says(&say::editing::moved(Dutch, "Wassenaar", 2, 4), "Wassenaar staat nu op plaats 2 van 4.");
    says(&say::editing::removed(English, "HR", &[("posts", 3)]), "HR was removed. With it went: posts (3).");
    says(&say::editing::removed(Dutch, "P&O", &[]), "P&O is verwijderd.");
}

#[test]
fn how_sure_it_is() {
    let dutch = |share| say::pays_back_in_hundreds(Dutch, share);
    says(&dutch(0.81), "In 81 van de 100 gevallen verdient de variant zich terug binnen de looptijd.");
    says(&dutch(1.0), "In alle gevallen verdient de variant zich terug binnen de looptijd.");
    says(&dutch(0.997), "In bijna alle gevallen verdient de variant zich terug binnen de looptijd.");
    says(&dutch(0.003), "In bijna geen enkel geval verdient de variant zich terug binnen de looptijd.");
    says(&dutch(0.0), "In geen enkel geval verdient de variant zich terug binnen de looptijd.");
    says(
        &say::pays_back_in_hundreds(English, 0.5),
        "In 50 out of 100 cases the option pays back within the period.",
    );
    says(
        &say::worthwhile_while(Dutch, None, "Verloop", "6,2% per jaar", true),
        "De variant loont zolang ‘Verloop’ boven 6,2% per jaar blijft.",
    );
    says(
        &say::worthwhile_while(English, Some("Berg"), "Turnover", "9%", false),
        "The option is worth while for Berg as long as ‘Turnover’ stays below 9%.",
    );
    says(
        &say::worthwhile_once(Dutch, None, "Verloop", "6,2% per jaar", true),
        "De variant loont nu niet; pas als ‘Verloop’ boven 6,2% per jaar komt.",
    );
    says(
        &say::worthwhile_once(English, Some("Berg"), "Turnover", "9%", false),
        "The option does not pay now for Berg; only if ‘Turnover’ falls below 9%.",
    );
    says(
        &say::chance_of_payback(Dutch, 0.8125, 0.0039),
        "Kans dat de variant zich terugverdient binnen de looptijd: 81,3% (± 0,4 procentpunt).",
    );
    says(
        &say::chance_of_advantage(English, 0.5, 0.02),
        "Chance of an advantage over the whole period, as net present value: 50.0% (± 2.0 percentage points).",
    );
    says(
        &say::payback_between(Dutch, 2.5, 4.0, 9.0),
        "Waar de variant zich terugverdient, is dat in negen van de tien gevallen na 2,5 tot 9 jaar; de helft is er na 4 jaar.",
    );
    says(
        &say::payback_between(English, 0.0, 4.0, 8.6),
        "Where the option pays back, that is within 8.6 years in 95 out of 100 cases; half are there after 4 years.",
    );
    assert_eq!(plain(&say::draws_made(Dutch, 1500, 10_000)), "1.500 van 10.000 trekkingen");
    says(&say::stopped_after(English, 1500, 10_000), "Stopped after 1,500 of 10,000 draws.");
    says(
        &say::no_tipping_point(Dutch, "Verloop", "0%", "100%", false),
        "Bij geen enkele waarde van ‘Verloop’ tussen 0% en 100% is er voordeel.",
    );
    says(&say::no_influence(English, "Turnover"), "‘Turnover’ has no influence on the outcome.");
    says(
        &say::drawn_from(Dutch, 10_000, 31, 7),
        "10.000 trekkingen van 31 aannamen en getallen met een bandbreedte, los van elkaar; startgetal 7.",
    );
    says(
        &say::without_range(English, &["Turnover", "Time to fill"]),
        "Without a range, and so always the same: Turnover and Time to fill.",
    );
}

#[test]
fn where_a_mix_tips() {
    says(
        &say::tips(Dutch, "Leiderdorp", "inwoners", true, &[0.4132]),
        "Leiderdorp heeft voordeel tot 41,3% van ‘inwoners’, en daarboven nadeel.",
    );
    says(
        &say::tips(English, "Leiderdorp", "usage", false, &[0.25, 0.8]),
        "Leiderdorp has a disadvantage up to 25.0% of ‘usage’, and an advantage above it. Above 80.0% there is a \
         disadvantage again.",
    );
    says(&say::always_gains(Dutch, "Leiden"), "Leiden heeft bij elke mix voordeel.");
    says(&say::never_gains(English, "Leiden"), "Leiden has a disadvantage under every mix.");
    says(&say::nothing_tips(Dutch, "Leiden"), "Leiden heeft voordeel noch nadeel.");
    says(
        &say::mixed(Dutch, 0.5, "fte", &[("Leiden", 120_000_000), ("Oegstgeest", 0)]),
        "Met 50,0% ‘fte’: Leiden € 1,2 mln voordeel; Oegstgeest geen verschil.",
    );
    says(
        &say::grows_into_key(English, "4 years"),
        "The division grows from the cost of today into the chosen key in 4 years.",
    );
}
