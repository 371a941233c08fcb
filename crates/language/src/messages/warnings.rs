//! Warnings: what a reader of the outcome should know. Facts in brackets may be left out.

super::sentences! {
    /// Warnings by their codes.
    WARNINGS {
        "baseline_from_budget":
            "De nulmeting komt uit de begroting. Vergelijk haar met de jaarrekening: wat is er echt uitgegeven.",
            "The baseline comes from the budget. Compare it with the accounts: what was really spent.";
        "external_hire_missing":
            "De inhuur zit niet in de nulmeting. Vul haar aan, want anders zijn de kosten van vandaag te laag.",
            "External hire is not in the baseline. Add it, or the cost of today is too low.";
        "saving_optimistic":
            "De besparing is hoog ingeschat[ in ‘{option}’][: {share:percent}][ ({id:assumption})]. In de praktijk lukt zelden alles.",
            "The saving is set high[ in ‘{option}’][: {share:percent}][ ({id:assumption})]. In practice it rarely all works out.";
        "no_one_off":
            "Bij de variant[ ‘{option}’] zijn geen eenmalige kosten ingevuld. De kosten gaan bijna altijd voor de baat uit.",
            "No one-off costs were entered for the option[ ‘{option}’]. Costs nearly always come before benefits.";
        "no_payback":
            "De variant[ ‘{option}’] verdient zich[ in {years} jaar] niet terug.[ Het diepste punt is {deepest:saving}.]",
            "The option[ ‘{option}’] does not pay back[ in {years} years].[ The deepest point is {deepest:saving}.]";
        "saving_stacked":
            "Het bedrag[ ‘{name}’] kan dubbel tellen[ in ‘{option}’]: er is ook een besparing op formatie of overige kosten. Controleer of beide nodig zijn.",
            "The amount[ ‘{name}’] may count twice[ in ‘{option}’]: there is a saving on posts or running costs as well. Check whether both are needed.";
        "key_not_usage_with_exemption":
            "De verdeelsleutel[ van ‘{option}’] volgt de afname niet. Bij de koepelvrijstelling is dan een fiscale toets nodig.",
            "The distribution key[ of ‘{option}’] does not follow usage. Under the cost-sharing exemption this needs a tax review.";
        "large_unspecified_amount":
            "De stelpost[ ‘{name}’] is groot[: {share:percent} van de kosten]. Leg uit waar het bedrag vandaan komt.",
            "The unallocated amount[ ‘{name}’] is large[: {share:percent} of cost]. Explain where it comes from.";
        "target_without_posts":
            "De taakstelling[ ‘{name}’] noemt geen functies. Zij is nog niet onderbouwd.",
            "The savings target[ ‘{name}’] names no posts. It has no foundation yet.";
        "real_and_nominal_mixed":
            "Vaste en lopende prijzen staan door elkaar[ ({name})]. Vergelijk deze bedragen voorzichtig.",
            "Constant and nominal prices are mixed[ ({name})]. Compare these amounts with care.";
        "no_client_side":
            "Er is geen geld voor regie bij de gemeenten[ naast ‘{unit}’]. Ook een opdrachtgever heeft tijd nodig.",
            "There is no money for the client side[ beside ‘{unit}’]. A client needs time as well.";
        "partner_worse_off":
            "[Voor {partner} is ‘{option}’ nadelig: {npv:saving} over de hele periode. ][Structureel is het {structural:saving} per jaar. ]Bespreek of dit aanvaardbaar is.",
            "[For {partner} ‘{option}’ is worse: {npv:saving} over the whole period. ][Structurally it is {structural:saving} a year. ]Discuss whether this is acceptable.";
        "staffing_out_of_range":
            "De formatie[ van {partner}] is ongewoon groot[: {fte_per_1000} fte per 1.000 inwoners][, meer dan {most}]. Controleer de gegevens.",
            "The establishment[ of {partner}] is unusually large[: {fte_per_1000} fte per 1,000 inhabitants][, more than {most}]. Check the data.";
        "no_exit_rule":
            "Er is geen afspraak over uittreding[ in ‘{option}’]. Spreek af wat een gemeente betaalt die vertrekt.",
            "There is no rule on exit[ in ‘{option}’]. Agree on what a municipality pays when it leaves.";
        "assumed_values_in_use":
            "[Van de {of} gebruikte aannamen hebben er {count} geen bron. ]Vervang de belangrijkste aannamen zonder bron door eigen cijfers.",
            "[Of the {of} assumptions in use, {count} have no source. ]Replace the most important assumptions without a source by your own figures.";
        "scale_beyond_saturation":
            "[‘{unit}’ heeft al {inhabitants} inwoners. ][Boven {saturation} inwoners is groter niet meer goedkoper. ]Onderbouw deze besparing apart.",
            "[‘{unit}’ already has {inhabitants} inhabitants. ][Beyond {saturation} inhabitants larger is no longer cheaper. ]Give this saving a foundation of its own.";
        "vacancy_counted_twice":
            "Het bedrag[ ‘{name}’] kan vacatures dubbel tellen[: {fte:fte} wordt al niet meer vervuld]. Controleer of het voordeel maar op één plaats staat.",
            "The amount[ ‘{name}’] may count vacancies twice[: {fte:fte} is no longer filled already]. Check that the advantage is in one place only.";
        "net_and_gross_mixed":
            "Netto en bruto staan door elkaar[: ‘{unit}’ en vandaag ‘{today}’]. Kies voor beide dezelfde manier, anders tellen kosten van de vorm dubbel of niet.",
            "Net and gross are mixed[: ‘{unit}’ and, today, ‘{today}’]. Choose the same for both, or costs of the form count twice or not at all.";
        "price_level_differs":
            "De bedragen van het register hebben prijspeil {register_year:year}[ en de studie {base_year:year}]. Pas de aannamen aan het prijspeil aan.",
            "Amounts of the register are in prices of {register_year:year}[ and the study in those of {base_year:year}]. Bring the assumptions to the same price level.";
        "key_without_weights":
            "De verdeelsleutel[ van ‘{line:line}’] heeft alleen nullen. Daarom is in gelijke delen verdeeld.",
            "The distribution key[ of ‘{line:line}’] has only zeros. So the cost was divided in equal shares.";
        "guarantee_not_met":
            "De garantie[ van ‘{option}’] is niet helemaal haalbaar[ in {years}].[ Er blijft {left:euros} nadeel over.]",
            "The guarantee[ of ‘{option}’] cannot be met in full[ in {years}].[ A disadvantage of {left:euros} is left.]";
        "merger_without_governance_saving":
            "De herindeling[ ‘{option}’] rekent geen besparing op raden en colleges. Voeg die toe als terugkerend bedrag.",
            "The merger[ ‘{option}’] counts no saving on councils and executives. Add it as a recurring amount.";
        "live_before_consent":
            "{unit} begint in {month:month}. In deze studie staat dan nog geen toestemming van de raad: {partners}. Zet het besluit in een fase, of begin later.",
            "{unit} goes live in {month:month}. By then this study has no consent of the council: {partners}. Put the decision in a phase, or start later.";
        "single_person_role":
            "Eén persoon doet al het werk[ van ‘{role}’][ bij {unit}]. Bij afwezigheid ligt dat werk stil.",
            "One person does all the work[ of ‘{role}’][ at {unit}]. When that person is away, the work stops.";
    }
}
