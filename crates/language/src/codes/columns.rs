//! Columns of tables: what they are called, and how else people head them.

super::codes! {
    /// The heading of a column, by the name of its field in files.
    column COLUMNS {
        "unit": "Organisatie", "Organisation";
        "service": "Dienst", "Service";
        "role": "Functie", "Role";
        "scale": "Salarisschaal", "Salary scale";
        "cost_per_fte": "Kosten per fte per jaar", "Cost per fte a year";
        "fte": "Fte", "FTE";
        "in_post": "Bezetting", "In post";
        "name": "Naam", "Name";
        "amount": "Bedrag per jaar", "Amount a year";
        "carries_vat": "Er zit al btw in", "Already carries VAT";
        "inhabitants": "Inwoners", "Inhabitants";
        "general_grant": "Algemene uitkering per jaar", "General grant a year";
        "budget": "Begroting per jaar", "Budget a year";
        "growth": "Groei van het inwoneraantal per jaar", "Growth of inhabitants a year";
        "recoverable_vat": "Deel van de btw dat terugkomt", "Share of VAT recovered";
        "month": "Maand van vertrek", "Month of departure";
        "volume": "Afname", "Usage";
        "source": "Bron", "Source";
        "status": "Status", "Status";
        "id": "Kenmerk", "Identifier";
    }

    /// How else people head a column, in small letters: several with `|` between them.
    spelling SPELLINGS {
        "unit": "gemeente|partner|eenheid|deelnemer", "municipality|unit|organization|participant";
        "service": "taak|afdeling|team|onderdeel|taakveld", "department|task|unit of work";
        "role": "functienaam|rol|functieomschrijving", "job|job title|function|post";
        "scale": "schaal|functieschaal", "grade|pay scale";
        "cost_per_fte": "kosten per fte|loonkosten per fte|loonsom per fte|loonkosten|salaris", "cost per fte|salary|pay";
        "fte": "formatie|begrote fte|fte begroot|aantal fte", "establishment|budgeted fte|number of fte";
        "in_post": "bezet|fte bezet|bezette fte", "filled|fte in post";
        "name": "omschrijving|kostensoort|post|gemeente|partner|eenheid", "description|cost|municipality|measure";
        "amount": "bedrag|kosten|lasten|euro", "cost a year|costs|euros|sum";
        "carries_vat": "btw|inclusief btw|incl btw", "vat|including vat|incl vat";
        "inhabitants": "aantal inwoners|inwonertal|inwoneraantal", "population|number of inhabitants";
        "general_grant": "algemene uitkering", "general grant|grant";
        "budget": "begroting|totale begroting|begrotingstotaal", "total budget|whole budget";
        "growth": "groei|groei per jaar", "growth a year|population growth";
        "recoverable_vat": "terug te vorderen btw|compensabele btw", "recoverable share of vat";
        "month": "maand|vertrek|vertrekdatum|datum|datum vertrek|uit dienst", "departure|date|date of departure|leaves";
        "volume": "aantal", "number";
        "source": "herkomst", "origin";
        "status": "onderbouwing", "evidence";
        "id": "code", "identification";
    }
}

/// Whether a heading in small letters is one of this column, in either language.
pub fn is_heading(column: &str, heading: &str) -> bool {
    let words = [self::column(column), spelling(column)].into_iter().flatten();
    let mut texts = words.flat_map(|word| crate::Language::ALL.map(|language| word.text(language)));
    texts.any(|text| text.split('|').any(|one| one.to_lowercase() == heading))
}
