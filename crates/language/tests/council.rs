//! What an option means for one municipality: for gain, loss and neither, in both languages.

use deelsom_language::Language::{Dutch, English};
use deelsom_language::number::plain;
use deelsom_language::sentences::council as say;

#[track_caller]
fn says(found: &str, expected: &str) {
    assert_eq!(plain(found), expected);
    assert!(found.ends_with('.'));
}

const HERE: &str = "Voorschoten";

#[test]
fn what_it_costs_now() {
    says(
        &say::about(Dutch, HERE, "Gastheer Leiden"),
        "Alles hieronder gaat over Voorschoten en de variant ‘Gastheer Leiden’.",
    );
    says(
        &say::costs_now(Dutch, HERE, 2010, 321_000_000, 12_540),
        "In 2010 betaalt Voorschoten € 3,2 mln voor het werk in deze studie. Dat is € 125,40 per inwoner.",
    );
    says(
        &say::services(Dutch, &["P&O", "ICT"], &["Financiën"]),
        "Dit werk gaat over: P&O en ICT. Dit blijft zoals het is: Financiën.",
    );
    says(&say::services(English, &["HR"], &[]), "All of this work moves: HR.");
    says(&say::services(Dutch, &[], &["P&O"]), "In deze variant gaat geen werk over.");
    says(
        &say::goes(Dutch, HERE, Some("Duivenvoorde"), None, false),
        "Voor Voorschoten gaat het werk dat overgaat van ‘Duivenvoorde’ naar de gemeente zelf.",
    );
    says(
        &say::goes(English, HERE, None, Some("Duivenvoorde"), false),
        "For Voorschoten the work that moves goes from the municipality itself to ‘Duivenvoorde’.",
    );
    says(
        &say::goes(Dutch, HERE, None, Some("Duivenvoorde"), true),
        "Voor Voorschoten zelf blijft het werk in dezelfde organisatie: Voorschoten is gastheer van de anderen.",
    );
}

#[test]
fn what_changes_is_a_gain_a_loss_or_nothing() {
    says(
        &say::structural(Dutch, HERE, 2019, 4_512_300, 180),
        "In 2019, het laatste jaar van de studie, is Voorschoten € 45.000 goedkoper uit dan wanneer alles blijft \
         zoals het is: € 1,80 per inwoner. In eerdere jaren kan dat anders zijn.",
    );
    says(
        &say::structural(English, HERE, 2019, -4_512_300, -180),
        "In 2019, the last year of the study, Voorschoten pays €45,000 more than if everything stayed as it is: \
         €1.80 per inhabitant. In earlier years it may differ.",
    );
    says(
        &say::structural(Dutch, HERE, 2019, 0, 0),
        "In 2019 betaalt Voorschoten evenveel als wanneer alles blijft zoals het is.",
    );
    says(
        &say::whole_period(Dutch, HERE, -30_000_000, (2010, 2019)),
        "Over 2010-2019 bij elkaar, ook met de eenmalige kosten, heeft Voorschoten € 300.000 nadeel.",
    );
    says(
        &say::whole_period(English, HERE, -9_000_000, (2010, 2019)),
        "Over 2010-2019 in all, one-off costs too, Voorschoten has a disadvantage of €90,000.",
    );
    says(
        &say::whole_period(English, HERE, 0, (2010, 2019)),
        "Over 2010-2019 in all it makes no difference to Voorschoten.",
    );
    says(&say::once(Dutch, HERE, -10_000_000), "Eenmalig kost het Voorschoten € 100.000.");
    says(&say::once(Dutch, HERE, 10_000_000), "Eenmalig scheelt het Voorschoten € 100.000.");
    says(&say::once(English, HERE, 0), "There are no one-off costs for Voorschoten.");
    says(&say::once(English, HERE, -52_300_000), "One-off costs for Voorschoten are €523,000.");
}

#[test]
fn how_sure_it_is() {
    let often = |share| say::gains_in_hundreds(Dutch, HERE, share);
    says(&often(0.834), "In 83 van de 100 berekeningen is Voorschoten beter af.");
    says(&often(1.0), "In alle berekeningen is Voorschoten beter af.");
    says(&often(0.0), "In geen enkele berekening is Voorschoten beter af.");
    says(&often(0.997), "In bijna alle berekeningen is Voorschoten beter af.");
    says(&often(0.003), "In bijna geen enkele berekening is Voorschoten beter af.");
    says(
        &say::gains_in_hundreds(English, HERE, 0.834),
        "In 83 of 100 calculations Voorschoten is better off.",
    );
    says(
        &say::range(Dutch, HERE, -120_000_000, 30_000_000),
        "Voor Voorschoten liggen negen van de tien uitkomsten tussen € 1,2 mln nadeel en € 300.000 voordeel.",
    );
    says(&say::range(English, HERE, 0, 0), "For Voorschoten the outcome is always no difference.");
    says(
        &say::half(Dutch, HERE, -2_000_000, 30_000_000),
        "Lukt maar de helft van de besparing, dan is de uitkomst voor Voorschoten € 20.000 nadeel in plaats van \
         € 300.000 voordeel.",
    );
    says(
        &say::half(English, HERE, 30_000_000, 30_000_000),
        "With the figures as entered nothing changes for Voorschoten: €300,000 advantage.",
    );
    says(
        &say::nothing_to_halve(Dutch, HERE, -1_320_000_000),
        "In deze variant hangt niets af van een besparing die nog moet lukken. Voor Voorschoten blijft het \
         € 13,2 mln nadeel.",
    );
    says(
        &say::nothing_to_halve(English, HERE, 160_000_000),
        "Nothing in this option depends on a saving still to be made. The outcome for Voorschoten stays the same: \
         €1.6 million advantage.",
    );
}

#[test]
fn it_pays_back_at_once_in_time_or_never() {
    let back = |years, immediate, saving| say::pays_back(Dutch, HERE, years, immediate, saving);
    says(
        &back(Some((6.5, 2016)), false, 1),
        "Voorschoten heeft de kosten na 6,5 jaar terugverdiend, in 2016.",
    );
    says(&back(Some((0.0, 2010)), true, 5), "Voorschoten heeft vanaf het eerste jaar voordeel.");
    says(
        &back(Some((0.0, 2010)), true, 0),
        "Voor Voorschoten verandert er niets, dus er is niets terug te verdienen.",
    );
    says(&back(None, false, -5), "Voorschoten verdient de kosten binnen deze periode niet terug.");
    says(
        &say::pays_back(English, HERE, None, false, -5),
        "Voorschoten does not get its costs back within this period.",
    );
    assert_eq!(say::deepest(Dutch, HERE, 2012, 0), None);
    says(
        &say::deepest(Dutch, HERE, 2012, -12_000_000).unwrap_or_default(),
        "Eind 2012 heeft Voorschoten er het meest in zitten: € 120.000 bij elkaar.",
    );
    says(
        &say::all_pay_back(Dutch, 0.62, Some((4.0, 8.25))),
        "In 62 van de 100 berekeningen verdienen alle gemeenten samen de kosten binnen deze periode terug. \
         Als dat lukt, is het meestal na 4 tot 8,3 jaar.",
    );
    says(
        &say::all_pay_back(English, 0.651, Some((0.0, 8.6))),
        "In 65 of 100 calculations the municipalities together have their costs back within this period. \
         If so, it is mostly within 8.6 years.",
    );
    assert!(say::all_pay_back(English, 1.0, Some((0.0, 0.0))).ends_with("If so, it is mostly at once."));
    says(
        &say::all_pay_back(English, 0.0, None),
        "In none of the calculations the municipalities together have their costs back within this period.",
    );
}

#[test]
fn who_pays_and_whether_together_is_better() {
    says(
        &say::under_keys(
            Dutch,
            HERE,
            2019,
            290_000_000,
            Some((("inwoners", 280_000_000), ("gelijke delen", 310_000_000))),
        ),
        "Met de gekozen verdeelsleutels betaalt Voorschoten in 2019 € 2,9 mln. De voordeligste sleutel voor \
         Voorschoten is ‘inwoners’: € 2,8 mln. De duurste is ‘gelijke delen’: € 3,1 mln.",
    );
    says(
        &say::under_keys(English, HERE, 2019, 100, Some((("a", 100), ("b", 100)))),
        "Under the keys chosen Voorschoten pays €1 in 2019. Another key makes no difference to Voorschoten.",
    );
    says(
        &say::alone(Dutch, HERE, 310_000_000, 290_000_000, false),
        "Gemiddeld per jaar, met de eenmalige kosten erbij, betaalt Voorschoten alleen € 3,1 mln; in deze variant \
         € 2,9 mln. Samen is dus € 200.000 per jaar goedkoper.",
    );
    says(
        &say::alone(Dutch, HERE, 446_337_200, 447_327_100, false),
        "Gemiddeld per jaar, met de eenmalige kosten erbij, betaalt Voorschoten alleen € 4.463.372; in deze variant \
         € 4.473.271. Alleen is dus € 9.899 per jaar goedkoper.",
    );
    says(
        &say::alone(English, HERE, 290_000_000, 310_000_000, true),
        "If Voorschoten alone leaves what is shared today, it pays €2.9 million on average a year, one-off costs \
         included; in this option €3.1 million. So leaving alone is €200,000 a year cheaper than this option.",
    );
    says(
        &say::alone(Dutch, HERE, 1_553_000_000, 1_542_300_000, true),
        "Stapt Voorschoten als enige uit wat er vandaag samen is, dan betaalt zij gemiddeld per jaar, met de \
         eenmalige kosten erbij, € 15,5 mln; in deze variant € 15,4 mln. Deze variant is dus € 107.000 per jaar \
         goedkoper dan als enige eruit stappen.",
    );
    says(
        &say::alone(Dutch, HERE, 100, 100, false),
        "Gemiddeld per jaar, met de eenmalige kosten erbij, betaalt Voorschoten alleen € 1; in deze variant € 1. \
         Dat maakt niet uit.",
    );
    says(
        &say::alone_means(Dutch, HERE, false, true),
        "Alleen betekent hier: Voorschoten doet niet mee, en voor Voorschoten blijft alles zoals het is.",
    );
    says(
        &say::alone_means(Dutch, HERE, true, false),
        "Gerekend is dat Voorschoten het werk dat in deze variant overgaat dan zelf doet, en dat de anderen doorgaan \
         als nu.",
    );
    assert!(say::alone_means(English, HERE, true, true).ends_with("Voorschoten then bears by itself."));
    says(
        &say::nobody_without(Dutch, HERE),
        "Geen van de andere gemeenten is goedkoper uit zonder Voorschoten.",
    );
    says(
        &say::contributes(English, HERE, 2019, 0),
        "In 2019 Voorschoten pays no contribution to what is done together. By the usual rules leaving then costs \
         nothing.",
    );
    says(
        &say::host_leaves(English, HERE),
        "Voorschoten is a host in this option: the work is done in its own organisation, which it cannot simply leave. \
         What it costs to stop as a host is not calculated here.",
    );
    says(&say::nothing_to_leave(Dutch, 2030), "In 2030 is er niets samen om uit te stappen.");
    says(
        &say::exit_agreed(Dutch, "aflopende bijdrage in vijf jaar"),
        "In deze variant is afgesproken: aflopende bijdrage in vijf jaar.",
    );
}

#[test]
fn how_many_people_it_touches() {
    says(
        &say::people(Dutch, HERE, 12.5, 11.0, true),
        "Van Voorschoten gaat 12,5 fte aan functies over. Daarop werkt nu 11,0 fte.",
    );
    says(
        &say::posts_stay(Dutch, HERE, 30.9, 28.0),
        "De functies van Voorschoten voor dit werk (30,9 fte) blijven bij Voorschoten, de gastheer. Daarop werkt nu \
         28,0 fte.",
    );
    says(&say::people(English, HERE, 0.0, 0.0, false), "No posts of Voorschoten itself move.");
    says(
        &say::people(Dutch, HERE, 0.0, 0.0, true),
        "Van Voorschoten zelf gaan geen functies over; de functies zijn nu van de gezamenlijke organisatie.",
    );
    says(
        &say::posts_change(Dutch, 30.0, 27.5, 2019),
        "Bij alle gemeenten samen gaat de formatie van dit werk van 30,0 fte naar 27,5 fte eind 2019.",
    );
    says(
        &say::vacancies(Dutch, HERE, 0.0, 1.0),
        "Bij Voorschoten vervallen geen vacatures; bij alle gemeenten samen 1,0 fte.",
    );
    says(&say::vacancies(English, HERE, 0.0, 0.0), "No vacancies fall away.");
    says(
        &say::surplus(Dutch, 2.0, 0.0),
        "Bij alle gemeenten samen is er voor 2,0 fte geen functie meer; zij zijn met een regeling vertrokken.",
    );
    assert!(say::surplus(Dutch, 0.0, 0.0).contains("raakt niemand"));
    says(
        &say::single_persons(Dutch, HERE, 5, 1),
        "Bij Voorschoten hangen nu 5 functies af van één persoon; daarna 1.",
    );
    says(
        &say::single_persons(English, HERE, 1, 0),
        "At Voorschoten 1 post depends on one person now; afterwards none.",
    );
    says(
        &say::without_ranges(Dutch, 1),
        "1 aanname heeft geen bandbreedte: daarvan is niet bekend hoe zeker zij is.",
    );
}
