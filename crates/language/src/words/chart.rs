//! Titles, axes and legends of charts.

super::words! {
    CUMULATIVE: "Voordeel of nadeel, opgeteld over de jaren", "Advantage or disadvantage, added up over the years";
    YEARLY: "Voordeel of nadeel per jaar", "Advantage or disadvantage a year";
    COSTS: "Kosten per jaar", "Costs a year";
    BRIDGE: "Van de formatie vandaag naar de formatie daarna", "From the establishment today to afterwards";
    ALLOCATION: "Wie betaalt wat", "Who pays what";
    PARTNERS: "Voordeel of nadeel per gemeente", "Advantage or disadvantage by municipality";
    VULNERABILITY: "Kwetsbaarheid per functie", "Vulnerability by role";
    TORNADO: "Invloed van elke aanname op de uitkomst", "Effect of every assumption on the outcome";
    FAN: "Bandbreedte van de uitkomst", "Range of the outcome";
    METHODS: "Kosten per gemeente bij elke methode", "Cost by municipality under every method";
    AGAINST_OWN_KEYS: "Wat elke methode scheelt ten opzichte van de gekozen verdeelsleutels, per jaar", "What every method changes against the keys chosen, a year";
    STAFFING: "Formatie en bezetting", "Establishment and people in post";
    AXIS_YEAR: "Jaar", "Year";
    AXIS_EUROS: "Euro", "Euros";
    AXIS_MILLIONS: "Miljoen euro", "Millions of euros";
    AXIS_THOUSANDS: "Duizend euro", "Thousands of euros";
    AXIS_FTE: "Fte", "FTE";
    ZERO_LINE: "Geen verschil met de nulvariant", "No difference from the baseline";
    DEEPEST: "Diepste punt", "Deepest point";
    PAID_BACK: "Terugverdiend", "Paid back";
    MIDDLE_HALF: "Helft van de uitkomsten", "Half of the outcomes";
    NINE_IN_TEN: "Negen op de tien uitkomsten", "Nine in ten outcomes";
    AT_LOW: "Bij een lage waarde", "At a low value";
    AT_HIGH: "Bij een hoge waarde", "At a high value";
    DESCRIPTION: "Beschrijving van de grafiek", "Description of the chart";
    TABLE_BELOW: "De cijfers staan in de tabel hieronder.", "The figures are in the table below.";
    ESTABLISHMENT_BASELINE: "Formatie in de nulvariant", "Establishment in the baseline";
    IN_POST_BASELINE: "Bezetting in de nulvariant", "In post in the baseline";
    AVOIDED: "Vacatures niet vervuld", "Vacancies not filled";
}
