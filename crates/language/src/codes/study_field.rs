//! Fields of a study, as they are called beside what they were and are.

super::codes! {
    /// A field of a study.
    study_field STUDY_FIELDS {
        "title": "titel", "title";
        "summary": "samenvatting", "summary";
        "name": "naam", "name";
        "date": "datum", "date";
        "url": "webadres", "web address";
        "locator": "vindplaats", "place in the source";
        "source": "bron", "source";
        "reason": "reden", "reason";
        "first_year": "eerste jaar", "first year";
        "years": "aantal jaren", "number of years";
        "mode": "soort prijzen", "kind of prices";
        "base_year": "prijspeil", "price level";
        "basis": "soort bedragen", "kind of amounts";
        "measured": "gemeten uit", "measured from";
        "external_hire_included": "inhuur meegeteld", "external hire included";
        "growth": "groei van het inwoneraantal", "growth of inhabitants";
        "recoverable_vat": "deel van de btw dat terugkomt", "share of VAT recovered";
        "kind": "soort werk", "kind of work";
        "form": "vorm van samenwerking", "form of cooperation";
        "host": "gastheergemeente", "host municipality";
        "key": "verdeelsleutel", "distribution key";
        "vat": "btw", "VAT treatment";
        "scale": "salarisschaal", "salary scale";
        "cost_per_fte": "kosten per fte", "cost per fte";
        "fte": "formatie in fte", "establishment in fte";
        "in_post": "bezetting in fte", "in post in fte";
        "cover": "inhuur op vacatures", "agency cover";
        "month": "maand", "month";
        "amount": "bedrag", "amount";
        "carries_vat": "btw inbegrepen", "VAT included";
        "by_partner": "per gemeente", "by municipality";
        "value": "waarde", "value";
        "low": "laagste waarde", "lowest value";
        "high": "hoogste waarde", "highest value";
        "seed": "startgetal", "seed of the draws";
        "freeze": "vacaturestop vanaf", "vacancies held back from";
        "to": "gaat naar", "moves to";
        "staffing": "formatie daarna", "establishment afterwards";
        "rule": "regel", "rule applied";
        "percent": "hoeveel minder", "how much less";
        "fte_per_1000": "fte per 1.000 inwoners", "fte per 1,000 inhabitants";
        "running_cost_saving": "besparing op overige kosten", "saving on running costs";
        "ramp": "ingroei per jaar", "phasing by year";
        "surplus_after_months": "boventallig tot en met maand", "surplus staff until month";
        "split": "splitsing", "division";
        "months": "aantal maanden", "number of months";
        "certainty": "zekerheid", "how certain";
        "per_partner": "bedrag per deelnemer", "amount per participant";
        "from": "vanaf", "starting from";
        "until": "tot en met", "up to and including";
        "default": "sleutel voor alles", "key for everything";
        "lines": "sleutel per kostenregel", "key by cost line";
        "of": "delen van de mix", "parts of the mix";
        "weight": "gewicht", "weight in the mix";
        "shares": "aandelen", "fixed shares";
        "transition": "ingroei naar de sleutel", "growing into the key";
        "guarantee": "garantie", "guaranteed most";
        "per_inhabitant": "per inwoner", "per inhabitant";
        "exit": "afspraak bij uittreding", "rule on leaving";
        "status": "soort cijfer", "kind of figure";
    }
}
