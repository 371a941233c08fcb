//! Words about fair division.

super::words! {
    HOLDS: "Houdt stand", "Holds";
    YES: "ja", "yes";
    NO: "nee", "no";
    APART_TODAY: "De gemeenten zijn vandaag ieder op zichzelf. Een groep betaalt apart wat deze variant haar zou kosten zonder de anderen.", "The municipalities are on their own today. A group apart pays what this option would cost it without the others.";
    TOGETHER_TODAY: "De gemeenten werken vandaag al samen. Een groep apart heeft de organisatie van vandaag verlaten; de anderen gaan door als nu.", "The municipalities work together already. A group apart has left today's organisation; the others go on as they are.";
    NOT_SUBADDITIVE: "Sommige groepen zijn goedkoper uit als zij zich splitsen. De methoden rekenen met de waarden zoals gegeven.", "Some groups are cheaper off if they split up. The methods work with the values as given.";
    NO_GAME: "Voor deze variant is de verdeling niet te toetsen: het aantal deelnemers past niet.", "The split of this option cannot be judged: the number of participants does not fit.";
}
