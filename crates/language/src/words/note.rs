//! Sentences that stand under figures and forms.

super::words! {
    ROUNDING: "Door afronding kunnen totalen afwijken.", "Totals may differ because of rounding.";
    PRIVACY: "Gegevens blijven in uw browser.", "Your data stay in your browser.";
    PRIVACY_MORE: "Deze pagina verstuurt niets en bewaart niets op een server. Wie een link deelt, deelt de studie die erin zit.", "This page sends nothing and stores nothing on a server. Whoever shares a link, shares the study inside it.";
    NOMINAL_PRICES: "Bedragen zijn in prijzen van het jaar zelf.", "Amounts are in prices of the year itself.";
    EXCLUDING_VAT: "Bedragen zijn zonder btw, behalve op de regel btw.", "Amounts exclude VAT, except on the VAT line.";
    AGAINST_BASELINE: "Elk voordeel is een verschil met de nulvariant: alles blijft zoals het is.", "Every advantage is a difference from the baseline: everything stays as it is.";
    STRUCTURAL: "Structureel is wat in het laatste jaar blijft terugkomen.", "Structural is what keeps coming back in the last year.";
    TWO_READINGS: "Begroting en realisatie zijn twee manieren om hetzelfde voordeel te lezen. Tel ze niet op.", "Budget and outturn are two readings of the same advantage. Do not add them up.";
    EFFICIENCY: "Minder meerkosten: vacatures die niemand meer hoeft te vervullen, ten hoogste het voordeel van dat jaar; bij een nadeel 0. De rest is efficiency: een min is een verlies.", "Avoided extra cost: vacancies that nobody has to fill any more, at most the advantage of that year; with a disadvantage 0. The rest is efficiency: a minus is a loss.";
    POOLING: "Meer mensen helpt alleen als zij elkaars werk kunnen doen.", "More people only helps if they can do each other's work.";
    EXIT: "Dit is wat uittreding zou kosten. Het telt niet mee in de uitkomst.", "This is what leaving would cost. It is not part of the outcome.";
    EXAMPLE: "U ziet een voorbeeld. Pas de cijfers aan of open uw eigen studie.", "You are looking at an example. Change the figures or open your own study.";
    ILLUSTRATIVE: "Deze studie bevat illustratieve cijfers. Gebruik ze niet als feit.", "This study contains illustrative figures. Do not use them as fact.";
    NOT_ADVICE: "De uitkomst is zo goed als de cijfers die u invult.", "The outcome is as good as the figures that you enter.";
    SIMULATION: "Elke trekking kiest voor elke onzekere waarde een getal binnen de bandbreedte.", "Every draw picks a number within the range for every uncertain value.";
    TORNADO: "Elke balk laat zien wat één waarde doet, terwijl de rest gelijk blijft.", "Every bar shows what one value does while the rest stays the same.";
    CORE: "Een verdeling is stabiel als geen enkele groep apart beter af is.", "A division is stable if no group is better off apart.";
    SAME_SEED: "Hetzelfde startgetal geeft dezelfde uitkomst.", "The same seed gives the same outcome.";
    ZERO_ADVANTAGE: "Nul betekent: evenveel kosten als in de nulvariant.", "Zero means: the same cost as in the baseline.";
    FIELDS: "Alle velden zijn nodig, behalve waar ‘niet verplicht’ staat.", "All fields are needed, except where it says ‘optional’.";
    FIRST_COLUMNS: "De eerste vier jaren zijn de begroting en de meerjarenraming.", "The first four years are the budget and the multi-year estimate.";
    OPEN_SOURCE: "Deelsom is vrije software onder de EUPL 1.2.", "Deelsom is free software under the EUPL 1.2.";
    STAYS: "Deze dienst gaat in deze variant niet over.", "This service does not move in this option.";
    BRIDGE: "De brug sluit: formatie vandaag, min wat vervalt, plus wat erbij komt, is de formatie daarna.", "The bridge closes: establishment today, minus what goes, plus what is added, is the establishment afterwards.";
    REDISTRIBUTION: "Herverdeeleffect: wat een gemeente wint (plus) of verliest (min) als een andere sleutel geldt.", "Redistribution effect: what a municipality gains (plus) or loses (minus) under another key.";
    KEYS_IN_CHART: "Alleen de sleutels met het grootste verschil staan in de grafiek; de tabel toont ze alle.", "Only the keys that differ most are in the chart; the table has them all.";
    SUMS_TO_ZERO: "Samen is het nul: het geld verschuift, het wordt niet meer of minder.", "Together it is zero: money moves, there is no more or less of it.";
    VAT_MOVES: "Samen is het niet overal nul, omdat de btw mee verandert.", "Together it is not zero everywhere, because VAT changes along.";
    OWN_KEY_STAYS: "Bedragen met een eigen afspraak, zoals eenmalige kosten, houden die. De garantie telt hier niet mee.", "Amounts with an agreement of their own, such as one-off costs, keep it. The guarantee is left out here.";
    WHAT_IT_DOES: "Deelsom rekent uit wat het gemeenten kost en oplevert om hun bedrijfsvoering te delen, en wie wat betaalt. De nulvariant en elke variant gaan door hetzelfde model: formatie per maand, kosten per jaar, verdeling over de gemeenten. Een voordeel is altijd het verschil tussen die twee.", "Deelsom works out what it costs and brings municipalities to share their back office, and who pays what. The baseline and every option go through the same model: staffing by month, costs by year, division over the municipalities. An advantage is always the difference between the two.";
    PRIVACY_NOTHING: "Deze pagina verstuurt niets. Uw studie wordt alleen op dit apparaat bewaard. Bij ‘Bewaren en delen’ kunt u haar daar wissen.", "This page sends nothing. Your study is kept on this device only. Under ‘Keep and share’ you can erase it there.";
    DATA_CREDIT: "Inwoners, begrotingen en algemene uitkeringen van gemeenten: CBS en BZK, open data (CC BY 4.0).", "Inhabitants, budgets and general grants of municipalities: CBS and BZK, open data (CC BY 4.0).";
}
