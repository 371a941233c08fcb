//! Problems with a game that is given directly: its players and the values of their coalitions.

super::sentences! {
    /// Problems with a game.
    GAME_PROBLEMS {
        "duplicate_coalition":
            "De groep ‘{coalition}’ heeft twee waarden. Haal er een weg.",
            "The group ‘{coalition}’ has two values. Remove one.";
        "missing_coalitions":
            "{count} groepen hebben nog geen waarde, waaronder {coalitions}. Geef elke groep een waarde.",
            "{count} groups have no value yet, among them {coalitions}. Give every group a value.";
        "invalid_player_name":
            "De naam ‘{value}’ kan niet. Gebruik een naam zonder komma.",
            "The name ‘{value}’ cannot be used. Use a name without a comma.";
        "duplicate_player":
            "De deelnemer ‘{player}’ komt twee keer voor. Haal er een weg.",
            "The player ‘{player}’ occurs twice. Remove one.";
        "unknown_player":
            "De deelnemer ‘{player}’ staat niet in de lijst. Voeg hem toe of verbeter de naam.",
            "The player ‘{player}’ is not in the list. Add it or mend the name.";
    }
}
