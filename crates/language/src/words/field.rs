//! Labels of fields, and of the facts that a reader can look up.

super::words! {
    TITLE: "Titel", "Title";
    SUMMARY: "Samenvatting", "Summary";
    NAME: "Naam", "Name";
    DATE: "Datum", "Date";
    LINK: "Link", "Link";
    ID: "Kenmerk", "Identifier";
    REASON: "Reden", "Reason";
    SOURCE: "Bron", "Source";
    STATUS: "Status", "Status";
    EVIDENCE: "Onderbouwing", "Evidence";
    OPTIONAL: "(niet verplicht)", "(optional)";

    FIRST_YEAR: "Eerste jaar", "First year";
    YEARS: "Aantal jaren", "Number of years";
    PRICES: "Prijzen", "Prices";
    BASE_YEAR: "Prijspeil", "Price level";

    PARTNER: "Gemeente", "Municipality";
    INHABITANTS: "Inwoners", "Inhabitants";
    GROWTH: "Groei van het inwoneraantal per jaar", "Growth of inhabitants a year";
    GENERAL_GRANT: "Algemene uitkering per jaar", "General grant a year";
    BUDGET: "Begroting per jaar", "Budget a year";
    RECOVERABLE_VAT: "Deel van de btw dat terugkomt", "Share of VAT recovered";

    SERVICE: "Dienst", "Service";
    KIND: "Soort werk", "Kind of work";
    UNIT: "Organisatie", "Organisation";
    FORM: "Vorm van samenwerking", "Form of cooperation";
    MEMBERS: "Deelnemers", "Participants";
    HOST: "Gastheergemeente", "Host municipality";
    BASIS: "Bedragen zijn", "Amounts are";
    VAT: "Btw", "VAT";

    ROLE: "Functie", "Role";
    SCALE: "Salarisschaal", "Salary scale";
    COST_PER_FTE: "Kosten per fte per jaar", "Cost per fte a year";
    ESTABLISHMENT: "Formatie", "Establishment";
    IN_POST: "Bezetting", "In post";
    VACANCIES: "Vacatures", "Vacancies";
    MONTH: "Maand", "Month";
    DEPARTURE_MONTH: "Maand van vertrek", "Month of departure";
    FTE: "Fte", "FTE";
    AMOUNT: "Bedrag", "Amount";
    AMOUNT_PER_YEAR: "Bedrag per jaar", "Amount a year";
    CARRIES_VAT: "Er zit al btw in", "Already carries VAT";
    VOLUME: "Afname", "Usage";

    OPTION: "Variant", "Option";
    FREEZE: "Vacaturestop vanaf", "Vacancies held back from";
    START_MONTH: "Ingangsmaand", "Start month";
    TO: "Gaat naar", "Moves to";
    STAFFING_RULE: "Formatie na de overgang", "Establishment after the move";
    PERCENT_FEWER: "Hoeveel minder", "How much less";
    FTE_PER_1000: "Fte per 1.000 inwoners", "Fte per 1,000 inhabitants";
    RUNNING_COST_SAVING: "Besparing op overige kosten", "Saving on running costs";
    RAMP: "Ingroei per jaar", "Phasing by year";
    SURPLUS_AFTER: "Boventallig tot en met maand", "Surplus staff until month";
    SPLIT: "Splitsing", "Split";
    MONTHS: "Aantal maanden", "Number of months";
    CERTAINTY: "Zekerheid", "Certainty";
    PER_PARTNER: "Bedrag geldt per deelnemer", "The amount is per participant";
    FROM: "Vanaf", "From";
    UNTIL: "Tot en met", "Until";
    UNSPECIFIED: "Stelpost of taakstelling", "Unallocated amount or savings target";

    KEY: "Verdeelsleutel", "Distribution key";
    DEFAULT_KEY: "Verdeelsleutel voor alles", "Key for everything";
    SERVICE_KEY: "Verdeelsleutel per dienst", "Key by service";
    LINE_KEY: "Verdeelsleutel per kostenregel", "Key by cost line";
    BEARER: "Wie betaalt", "Who pays";
    SHARES: "Aandelen", "Shares";
    WEIGHT: "Gewicht", "Weight";
    TOLERANCE: "Speelruimte", "Tolerance";
    TRANSITION_YEARS: "Ingroei naar de sleutel, in jaren", "Years of growing into the key";
    GUARANTEE: "Hoogste nadeel per inwoner", "Highest disadvantage per inhabitant";
    EXIT_RULE: "Afspraak bij uittreding", "Rule on exit";
    MEASURED: "Nulmeting uit", "Baseline taken from";
    EXTERNAL_HIRE: "Inhuur is meegeteld", "External hire is included";

    VALUE: "Waarde", "Value";
    DEFAULT: "Standaard", "Default";
    LOW: "Laag", "Low";
    CENTRAL: "Midden", "Central";
    HIGH: "Hoog", "High";
    RANGE: "Bandbreedte", "Range";
    CONFIRMED_UNTIL: "Bevestigd tot", "Confirmed until";
    LOCATOR: "Vindplaats", "Place in the source";
    DRAWS: "Aantal trekkingen", "Number of draws";
    SEED: "Startgetal", "Seed";
    DISTRIBUTION: "Verdeling van de kans", "Probability distribution";
    PARAMETER: "Grootheid", "Parameter";
    SIGN_CONVENTION: "Plus en min", "Plus and minus";
    CHANGED_HERE: "Aangepast in de toepassing", "Changed in the application";
    YEAR_SLIDER: "Bekijk jaar", "Look at year";
    AS_FOR_ALL: "zoals voor alles", "as for everything";
    HISTORIC_UNLESS: "kosten van vandaag (standaard)", "historic cost (default)";
}
