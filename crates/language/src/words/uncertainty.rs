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
    HALF_SWITCH: "Laat maar de helft van de besparing lukken", "Let only half of the saving work out";
    AGREED_STAYS: "Formatie die bij een overgang vast is afgesproken, blijft daarbij zoals die is.", "Posts that were agreed outright for a move stay as they are.";
    TRIANGULAR: "driehoek", "triangle";
    PERT: "PERT: minder bij de uiteinden", "PERT: fewer near the ends";
    P5: "P5", "P5";
    P25: "P25", "P25";
    P50: "Mediaan (P50)", "Median (P50)";
    P75: "P75", "P75";
    P95: "P95", "P95";
    LESS: "Ongunstiger dan nu ingevuld", "Worse than as entered";
    MORE: "Gunstiger dan nu ingevuld", "Better than as entered";
    DASHED: "De streeplijn is de uitkomst met elk getal zoals het er staat.", "The dashed line is the outcome with every number as it stands.";
    ALL_HAVE_RANGES: "Elke aanname in gebruik heeft een bandbreedte; de andere getallen van de studie staan vast, tenzij de studie er een bandbreedte bij geeft.", "Every assumption in use has a range; the other numbers of the study stand still unless the study gives a range.";
    AS_IT_STANDS: "Zoals het er staat", "As it stands";
    PERCENTILES: "Van elke honderd trekkingen liggen er vijf onder P5 en vijf boven P95.", "Of every hundred draws, five lie below P5 and five above P95.";
    AFTER_PLUS_MINUS: "Achter ± staat de steekproeffout.", "After ± stands the sampling error.";
    NEVER: "Verdient zich niet terug", "Does not pay back";
    PAID_BACK_SPREAD: "Terugverdiend, in negen op de tien gevallen waarin dat lukt", "Paid back, in nine in ten of the cases in which it does";
    IF_PAID_BACK: "Terugverdientijd waar het zich terugverdient", "Payback time where it pays back";
    SEED_KEEPS: "Hetzelfde startgetal geeft dezelfde trekkingen. Het wordt in de studie bewaard.", "The same seed gives the same draws. It is kept in the study.";
    NOT_YET: "De cijfers verschijnen zodra de eerste trekkingen er zijn.", "The figures appear as soon as the first draws are there.";
    RENEWED: "U ziet nog de vorige uitkomst; de nieuwe wordt berekend.", "You still see the previous outcome; the new one is being calculated.";
    OF_BEFORE: "U ziet nog de uitkomst van voor de wijziging.", "You still see the outcome of before the change.";
    WAS_STOPPED: "De simulatie is gestopt.", "The simulation was stopped.";
    FAILED: "De berekening is door een fout niet gelukt. Uw studie is er nog.", "The calculation did not work because of an error. Your study is still there.";
    RANGES_WRONG: "Met deze bandbreedten kan niet worden gerekend:", "These ranges cannot be calculated with:";
    STANDS_STILL: "Geen enkel getal met een bandbreedte verandert de uitkomst.", "No number with a range changes the outcome.";
    BEYOND_RANGE: "Dat ligt buiten de bandbreedte.", "That lies outside its range.";
    JUMPS: "De uitkomst springt hier van nadeel naar voordeel.", "The outcome jumps from disadvantage to advantage here.";
}
