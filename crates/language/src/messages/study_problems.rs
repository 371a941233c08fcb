//! Problems with what a file says: figures that are missing, double or do not fit together.

super::sentences! {
    /// Problems with what a study says.
    STUDY_PROBLEMS {
        "duplicate_post":
            "De functie ‘{role}’ staat twee keer bij {service} van {unit}. Tel ze op tot één regel.",
            "The post ‘{role}’ occurs twice for {service} of {unit}. Add them up to one row.";
        "duplicate_move":
            "De dienst {service} gaat in deze variant twee keer over. Haal een van de twee weg.",
            "The service {service} moves twice in this option. Remove one of the two.";
        "duplicate_volume":
            "De afname van {service} staat er twee keer. Haal een van de twee weg.",
            "The usage of {service} occurs twice. Remove one of the two.";
        "duplicate_member":
            "De gemeente {partner} staat twee keer bij de deelnemers. Haal een van de twee weg.",
            "The municipality {partner} occurs twice among the participants. Remove one of the two.";
        "not_per_service":
            "De aanname ‘{id:assumption}’ geldt voor alle diensten samen. Haal de dienst weg.",
            "The assumption ‘{id:assumption}’ holds for all services together. Remove the service.";
        "month_outside_period":
            "{month:month} valt buiten de periode van de studie. Kies een maand van {first:month} tot en met {last:month}.",
            "{month:month} is outside the period of the study. Choose a month from {first:month} to {last:month}.";
        "until_before_from":
            "De laatste maand ligt voor de eerste maand. Draai ze om of pas er een aan.",
            "The last month is before the first month. Swap them or change one.";
        "too_few_members":
            "Een samenwerking heeft ten minste twee deelnemers. Voeg een deelnemer toe.",
            "A cooperation has at least two participants. Add a participant.";
        "host_missing":
            "Een centrumregeling heeft een gastheergemeente nodig. Kies een van de deelnemers.",
            "A host-municipality arrangement needs a host. Choose one of the participants.";
        "host_not_member":
            "De gastheergemeente {host} is geen deelnemer. Kies een van de deelnemers of voeg haar toe.",
            "The host municipality {host} is not a participant. Choose one of the participants or add it.";
        "cost_missing":
            "De kosten van deze functie ontbreken. Vul een salarisschaal of de kosten per fte in.",
            "The cost of this post is missing. Enter a salary scale or the cost per fte.";
        "cost_ambiguous":
            "Deze functie heeft een salarisschaal én kosten per fte. Haal een van de twee weg.",
            "This post has both a salary scale and a cost per fte. Remove one of the two.";
        "amount_missing":
            "Het bedrag ontbreekt. Vul één bedrag in of bedragen per jaar.",
            "The amount is missing. Enter one amount or amounts by year.";
        "amount_ambiguous":
            "Er staan één bedrag en bedragen per jaar. Haal een van de twee weg.",
            "There are both one amount and amounts by year. Remove one of the two.";
        "split_incomplete":
            "De delen van {unit} zijn samen {sum:percent}. Maak er samen 100% van.",
            "The parts of {unit} add up to {sum:percent}. Make them 100% together.";
        "member_without_target":
            "{partner} doet nu mee in {unit}, maar gaat nergens naartoe. Kies voor {partner} een bestemming.",
            "{partner} now takes part in {unit}, but goes nowhere. Choose a destination for {partner}.";
        "member_in_two_targets":
            "{partner} uit {unit} gaat naar twee bestemmingen. Kies er één.",
            "{partner} of {unit} goes to two destinations. Choose one.";
        "target_not_in_option":
            "‘{id}’ is geen organisatie van deze variant en geen gemeente. Voeg haar toe of kies een andere bestemming.",
            "‘{id}’ is neither an organisation of this option nor a municipality. Add it or choose another destination.";
        "unknown_option":
            "De variant ‘{id}’ staat niet in deze studie. Voeg haar toe of kies een andere.",
            "The option ‘{id}’ is not in this study. Add it or choose another.";
        "unknown_criterion":
            "Het criterium ‘{id}’ staat niet in deze studie. Voeg het toe of kies een ander.",
            "The criterion ‘{id}’ is not in this study. Add it or choose another.";
        "money_scored":
            "‘{criterion}’ gaat over geld. Geef er geen gewicht of score aan: het model rekent het uit.",
            "‘{criterion}’ is about money. Give it no weight or score: the model calculates it.";
        "duplicate_score":
            "{by} geeft hiervoor twee keer een score. Haal een van de twee weg.",
            "{by} gives a score for this twice. Remove one of the two.";
        "scale_reversed":
            "De hoogste score ({high}) ligt niet boven de laagste ({low}). Pas er een aan.",
            "The highest score ({high}) is not above the lowest ({low}). Change one of them.";
        "year_outside_period":
            "Het jaar {year} valt buiten de studie, die loopt van {first} tot en met {last}. Kies een ander jaar.",
            "The year {year} is outside the study, which runs from {first} to {last}. Choose another year.";
        "party_ambiguous":
            "Deze realisatie is van een organisatie én van een gemeente. Kies een van de twee.",
            "This outturn is of an organisation and of a municipality. Choose one of the two.";
        "amount_or_fte":
            "Een realisatie is een bedrag of een aantal fte. Vul een van de twee in.",
            "An outturn is an amount or a number of fte. Enter one of the two.";
        "range_of_nothing":
            "Op ‘{path}’ staat in de studie geen getal dat een bandbreedte kan hebben. Verbeter het pad.",
            "At ‘{path}’ the study has no number that can have a range. Correct the path.";
        "range_misses_value":
            "De waarde {value} ligt niet tussen {low} en {high}. Maak de bandbreedte ruimer.",
            "The value {value} is not between {low} and {high}. Make the range wider.";
        "one_off_without_move":
            "Deze variant heeft eenmalige kosten, maar er gaat geen dienst over. Voeg een overgang toe of haal de kosten weg.",
            "This option has one-off costs, but no service moves. Add a move or remove the costs.";
        "no_participants":
            "Aan deze variant doet niemand mee. Laat een dienst overgaan of wijs een betaler aan.",
            "Nobody takes part in this option. Let a service move or name a payer.";
        "per_partner_with_bearer":
            "Een bedrag per deelnemer kan niet door één worden betaald. Kies een van de twee.",
            "An amount per participant cannot be paid by one of them. Choose one of the two.";
        "usage_needs_service":
            "De sleutel afname heeft bij ‘{line:line}’ een dienst nodig. Noem de dienst of kies een andere sleutel.",
            "The key usage needs a service for ‘{line:line}’. Name the service or choose another key.";
        "usage_without_volumes":
            "De afname van {service} is niet ingevuld. Vul de afname in of kies een andere sleutel.",
            "The usage of {service} has not been entered. Enter the usage or choose another key.";
        "partner_lacks_figure":
            "Bij {partner} ontbreekt ‘{figure:part}’. Vul het in of kies een andere sleutel.",
            "{partner} lacks ‘{figure:part}’. Enter it or choose another key.";
        "game_key_today":
            "Een eerlijke verdeelsleutel hoort bij een variant: zonder variant is er niets om te vergelijken. Kies hier een andere sleutel.",
            "A key of fair division belongs to an option: without one there is nothing to compare. Choose another key here.";
        "game_key_members":
            "Een eerlijke verdeelsleutel kan met ten hoogste 16 gemeenten; hier zijn het er {count:number}. Kies een andere sleutel.",
            "A key of fair division works with at most 16 municipalities; here there are {count:number}. Choose another key.";
        "shares_missing":
            "De aandelen ontbreken. Vul voor ten minste één deelnemer een aandeel in.",
            "The shares are missing. Enter a share for at least one participant.";
        "role_unknown":
            "De functie ‘{role}’ bestaat niet bij deze dienst van {unit}. Controleer de naam of voeg de functie toe.",
            "There is no post ‘{role}’ for this service of {unit}. Check the name or add the post.";
        "new_role_needs_cost":
            "De functie ‘{role}’ is nieuw. Vul een salarisschaal of de kosten per fte in.",
            "The post ‘{role}’ is new. Enter a salary scale or the cost per fte.";
    }
}
