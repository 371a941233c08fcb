//! Words about how sure an outcome is.

super::words! {
    NPV_OF: "Netto contante waarde van", "Net present value of";
    CUMULATIVE_AT_END: "Opgeteld voordeel aan het eind van het jaar", "Cumulative saving at the end of the year";
    MEAN: "Gemiddeld", "Mean";
    GIVE_OR_TAKE: "Steekproeffout van de mediaan", "Sampling error of the median";
    HALF_REALISED: "In elke trekking lukt maar de helft van de besparing.", "In every draw only half of the saving works out.";
    ERRORS: "De steekproeffout zegt hoever een cijfer verschuift bij een nieuwe trekking.", "The sampling error says how far a figure moves with new draws.";
    NO_CORRELATION: "Samenhang tussen aannamen is niet meegenomen.", "Correlation between assumptions is left out.";
    CENTRAL: "Met elk getal zoals het er staat", "With every number as it stands";
    SKEWED: "Wijkt de mediaan daarvan af, dan lopen bandbreedten naar één kant verder door.", "Where the median differs from that, ranges reach further to one side.";
    NO_OPTION: "De studie heeft geen varianten.", "The study has no options.";
    NO_DRAWS: "Trek ten minste één keer.", "Draw at least once.";
    UNKNOWN_PARAMETER: "Deze aanname is niet in gebruik en dit getal staat niet in de studie of kan niet anders uitvallen.", "This assumption is not in use, and this number is not in the study or cannot turn out otherwise.";
    UNKNOWN_TARGET: "Kies npv, of npv: met een gemeente van de studie.", "Choose npv, or npv: with a municipality of the study.";
    MORE_TIPPING_POINTS: "Er is nog een andere waarde waarbij de uitkomst omslaat; dit is de dichtstbijzijnde.", "There is another value at which the outcome tips; this is the nearest.";
    JUMPS: "De uitkomst springt hier van nadeel naar voordeel.", "The outcome jumps from disadvantage to advantage here.";
}
