//! Words about fair division.

super::words! {
    HOLDS: "Houdt stand", "Holds";
    YES: "ja", "yes";
    NO: "nee", "no";
    APART_TODAY: "De gemeenten zijn vandaag ieder op zichzelf. Een groep betaalt apart wat deze variant haar zou kosten zonder de anderen.", "The municipalities are on their own today. A group apart pays what this option would cost it without the others.";
    TOGETHER_TODAY: "De gemeenten werken vandaag al samen. Een groep apart heeft de organisatie van vandaag verlaten; de anderen gaan door als nu.", "The municipalities work together already. A group apart has left today's organisation; the others go on as they are.";
    NOT_SUBADDITIVE: "Sommige groepen zijn goedkoper uit als zij zich splitsen. De methoden rekenen met de waarden zoals gegeven.", "Some groups pay less if they split up. The methods work with the values as given.";
    NO_GAME: "Voor deze variant is de verdeling niet te toetsen: het aantal deelnemers past niet.", "The split of this option cannot be judged: the number of participants does not fit.";
    WHAT_IT_TESTS: "Deze pagina toetst of de verdeling standhoudt. Is een gemeente of een groep apart goedkoper uit, dan is er een reden om weg te gaan.", "This page tests whether the split holds. If a municipality or a group pays less apart, there is a reason to leave.";
    OWN_KEYS_HOLD: "Met de gekozen verdeelsleutels", "Under the keys chosen";
    OTHER_KEYS: "Met andere verdeelsleutels", "Under other keys";
    NET_PRESENT: "over de hele periode", "over the whole period";
    NPV_TABLE: "Dezelfde bedragen over de hele periode, netto contant", "The same amounts over the whole period, net present value";
    ALONE: "Apart, zonder de anderen", "Apart, without the others";
    ALONE_MEANS: "De eerste regel is wat elke gemeente zou betalen zonder de anderen. Wie onder een sleutel meer betaalt dan daar, is alleen beter af.", "The first row is what each municipality would pay without the others. Whoever pays more than that under a key is better off alone.";
    EXIT_LEFT_OUT: "Wat een gemeente bij vertrek aan de anderen betaalt, telt hier niet mee.", "What a municipality pays the others when it leaves does not count here.";
    ANYONE_MISSING: "Gemeenten die niet meedoen, staan er niet bij.", "Municipalities that do not take part are not listed.";
    COMES: "De toets wordt nog berekend.", "The test is still being calculated.";
    RENEWED: "U ziet nog de vorige toets. De nieuwe verschijnt zodra die er is.", "You still see the previous test. The new one appears as soon as it is there.";
}
