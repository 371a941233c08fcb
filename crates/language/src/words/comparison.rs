//! Options side by side, what changed, and where costs go.

super::words! {
    BY_MUNICIPALITY: "De varianten per gemeente", "The options by municipality";
    SHARE_OF_BUDGET: "Structureel als deel van de begroting", "Structural as a share of the budget";
    ONE_OFF: "Eenmalig, over alle jaren", "One-off, over all years";
    AT_YEAR: "De stand in één jaar", "Where things stand in one year";
    WATERFALL: "Van de kosten nu naar de kosten daarna", "From the cost now to the cost afterwards";
    WATERFALL_NOTE: "Elke regel laat zien wat er in dat jaar minder of meer wordt uitgegeven, alle gemeenten samen.", "Every line shows what is spent less or more in that year, all municipalities together.";
    COSTS_LESS: "minder kosten", "less cost";
    COSTS_MORE: "meer kosten", "more cost";
    BASELINE_COST: "Kosten in de nulvariant", "Cost in the baseline";
    CHANGED: "Wat is er veranderd?", "What has changed?";
    COMPARE_WITH: "Vergelijk", "Compare";
    SINCE_SAVED: "met hoe het begon", "with how it began";
    LAST_FILE: "Dit is veranderd sinds de studie is gemaakt, geopend of als bestand opgeslagen.", "This has changed since the study was made, opened or saved as a file.";
    BETWEEN: "twee varianten", "two options";
    ONE: "Van variant", "From option";
    OTHER: "Naar variant", "To option";
    NOTHING: "Er is niets veranderd.", "Nothing has changed.";
    SAME: "Deze varianten zijn gelijk.", "These options are the same.";
    NOT_YET: "Herstel eerst wat er nog niet klopt.", "First mend what is still wrong.";
    INPUTS: "Gegevens die verschillen", "Data that differ";
    RESULTS: "Uitkomsten die verschillen", "Outcomes that differ";
    INPUT: "Gegeven", "Datum";
    WAS: "Was eerst", "Was";
    IS: "Is nu", "Is now";
    DIFFERENCE: "Verschil", "Difference";
    EFFECT: "Effect op de netto contante waarde", "Effect on the net present value";
    RESULT: "Uitkomst", "Outcome";
    NOT_THERE: "niet aanwezig", "not there";
    YES: "ja", "yes";
    NO: "nee", "no";
    CANNOT: "niet los te berekenen", "cannot be calculated alone";
    ONE_BY_ONE: "Het effect is dat van deze verandering alleen, bij de variant met het grootste verschil. Het geldt alle gemeenten samen: een andere verdeelsleutel verschuift alleen kosten tussen gemeenten. Samen kunnen veranderingen elkaar versterken of opheffen.", "The effect is that of this change alone, on the option with the largest difference. It is for all municipalities together: another key only shifts costs between them. Together, changes may add to each other or cancel out.";
    MORE_CHANGES: "Alleen de eerste veertig veranderingen zijn los doorgerekend.", "Only the first forty changes have been calculated one by one.";
    BY_MONTH: "Formatie en bezetting per maand", "Establishment and people in post by month";
    MONTH: "Maand", "Month";
    AVOIDED_HERE: "Vacatures van deze dienst die niet vervuld hoeven te worden", "Vacancies of this service that need not be filled";
    NO_VACANCIES: "Bij deze dienst zijn er geen vacatures die niet meer vervuld hoeven te worden.", "This service has no vacancies that need not be filled any more.";
    SINGLE: "Functies die van één persoon afhangen", "Roles that depend on one person";
    PERSONS_COUNTED: "Personen zijn hier berekend en niet geteld: de bezetting in fte, gedeeld door de grootte van een gemiddelde baan. Daarom komt er ook bij één medewerker vaak geen heel getal uit. In een gezamenlijke organisatie telt het eigen deel van de gemeente, naar inwoners, helemaal mee en de rest voor zover de gemeenten op dezelfde manier werken.", "Persons here are worked out, not counted: people in post in fte, divided by the size of an average job. So even for one employee it is often no whole number. In a joint organisation the municipality's own part, by inhabitants, counts in full and the rest as far as the municipalities work in the same way.";
    SINGLE_NONE: "Geen functie hangt af van één persoon, nu niet en daarna niet.", "No role depends on one person, now or afterwards.";
    WHOSE: "Van wie", "Whose";
    VACANT: "onbezet", "vacant";
}
