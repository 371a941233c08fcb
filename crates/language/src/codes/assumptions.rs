//! The assumptions of the register: a label, one line of explanation, and their units.

use crate::Language;
use crate::codes::{form, kind};
use crate::words::{Table, Word, rows};

macro_rules! assumptions {
    ($($id:literal: $dutch:literal, $english:literal; $dutch_line:literal, $english_line:literal;)*) => {
        /// The ids of the register with their names; a table of the register stands here once.
        pub const ASSUMPTION_LABELS: Table = rows! { $($id: $dutch, $english;)* };

        /// The same ids with one line on what they mean.
        pub const ASSUMPTION_EXPLANATIONS: Table = rows! { $($id: $dutch_line, $english_line;)* };
    };
}

assumptions! {
    "turnover": "Verloop", "Turnover";
        "Het deel van de medewerkers dat in een jaar vertrekt.", "The share of staff that leaves in a year.";
    "time_to_fill_days": "Duur van een vacature", "Time to fill";
        "Het aantal dagen dat een functie leeg is voordat er iemand begint.", "The number of days that a post is empty before someone starts.";
    "cover_share": "Deel van de vacature dat wordt ingehuurd", "Share of vacancies covered";
        "Het deel van de lege uren waarvoor de gemeente iemand inhuurt.", "The share of vacant hours for which an agency worker is hired.";
    "cover_price": "Prijs van inhuur", "Price of cover";
        "Wat een uur inhuur kost, vergeleken met een uur van een eigen medewerker.", "What an hour of hired staff costs, compared with an hour of own staff.";
    "recruitment_cost": "Wervingskosten", "Recruitment cost";
        "Wat het kost om één nieuwe medewerker te vinden.", "What it costs to find one new colleague.";
    "steerable_turnover": "Stuurbaar verloop", "Steerable turnover";
        "Het deel van het verloop dat helpt om boventalligheid te verkleinen.", "The share of turnover that helps to bring down surplus staff.";
    "structural_vacancy": "Structureel onvervulde formatie", "Posts that are never filled";
        "Het deel van de formatie waarvoor nooit iemand wordt gevonden of geworven.", "The share of posts that nobody is ever found or sought for.";
    "workplace_cost_per_fte": "Kosten van een werkplek", "Workplace cost";
        "Wat een werkplek per fte en per jaar kost.", "What a workplace costs per fte and year.";
    "wage_index": "Loonindex", "Wage index";
        "Hoeveel de lonen per jaar stijgen.", "How much wages rise a year.";
    "price_index": "Prijsindex", "Price index";
        "Hoeveel de andere prijzen per jaar stijgen.", "How much other prices rise a year.";
    "discount_rate": "Discontovoet", "Discount rate";
        "Hoeveel minder een euro waard is als hij een jaar later komt, zonder inflatie.", "How much less a euro is worth when it comes a year later, without inflation.";
    "part_time_factor": "Deeltijdfactor", "Part-time factor";
        "Hoeveel fte een medewerker gemiddeld werkt.", "How many fte a person works on average.";
    "realisation_net": "Haalbaar deel van een netto besparing", "Achievable part of a net saving";
        "Het deel van een netto besparing dat in de praktijk lukt.", "The part of a net saving that works out in practice.";
    "realisation_gross": "Haalbaar deel van een bruto besparing", "Achievable part of a gross saving";
        "Het deel van een bruto besparing dat in de praktijk lukt.", "The part of a gross saving that works out in practice.";
    "scale_saturation": "Grens van het schaalvoordeel", "Limit of economies of scale";
        "Het aantal inwoners waarboven groter niet meer goedkoper is.", "The number of inhabitants beyond which larger is no longer cheaper.";
    "one_off_uplift": "Opslag op geschatte eenmalige kosten", "Uplift of estimated one-off costs";
        "Eenmalige kosten vallen vaak hoger uit dan geschat.", "One-off costs often turn out higher than estimated.";
    "unavailability": "Kans dat iemand er niet is", "Chance of being away";
        "Door verlof, ziekte of andere afwezigheid.", "Through leave, illness or other absence.";
    "harmonisation_degree": "Mate van gelijke werkwijze", "Degree of common working";
        "Hoe goed mensen elkaars werk kunnen overnemen.", "How well people can take over each other's work.";
    "harmonisation_cost": "Kosten van gelijke arbeidsvoorwaarden", "Cost of common terms of employment";
        "De extra loonkosten als mensen van werkgever wisselen.", "The extra staff cost when people change employer.";
    "stranded_share": "Achterblijvende overhead", "Stranded overhead";
        "Het deel van de overhead dat bij de gemeente blijft als het werk weggaat.", "The share of overhead that stays with the municipality when the work leaves.";
    "stranded_years": "Duur van achterblijvende overhead", "Duration of stranded overhead";
        "In hoeveel jaar de achterblijvende overhead is verdwenen.", "In how many years the stranded overhead is gone.";
    "surplus_cost_per_fte": "Kosten van boventalligheid", "Cost of surplus staff";
        "Wat het eenmalig kost als een boventallige medewerker vertrekt, per fte.", "What it costs once when surplus staff leaves, per fte.";
    "vat_rate": "Btw-tarief", "VAT rate";
        "Het tarief op diensten die met btw worden doorbelast.", "The rate on services charged with VAT.";
    "recoverable_vat": "Deel van de btw dat terugkomt", "Share of VAT recovered";
        "Het deel dat het btw-compensatiefonds of de aftrek vergoedt.", "The share that the VAT compensation fund or deduction returns.";
    "fixed_grant_per_municipality": "Vast bedrag per gemeente", "Fixed grant per municipality";
        "Het deel van de algemene uitkering dat bij een herindeling per gemeente vervalt.", "The part of the general grant that a merger loses per municipality.";
    "elasticity": "Schaalvoordeel", "Economies of scale";
        "Hoe de formatie per inwoner verandert als de schaal groter wordt.", "How posts per inhabitant change as scale grows.";
    "cost_per_fte": "Loonkosten per fte", "Staff cost per fte";
        "Wat een fte in deze schaal de werkgever per jaar kost.", "What an fte in this scale costs the employer a year.";
    "governance": "Bestuur en verantwoording", "Governance";
        "Wat bestuur, controle en verantwoording van deze vorm per jaar kosten.", "What board, audit and accountability of this form cost a year.";
    "director_scale": "Schaal van de directeur", "Director’s scale";
        "De salarisschaal van de directeur die deze vorm nodig heeft.", "The salary scale of the director that this form needs.";
    "client_side_share": "Regie bij de gemeente", "Client side";
        "Wat de gemeente nodig heeft om opdrachtgever te zijn, als deel van de kosten.", "What the municipality needs to act as client, as a share of cost.";
    "coordination": "Afstemming", "Coordination";
        "Wat afstemming per extra deelnemer kost, als deel van de kosten.", "What coordination costs per extra participant, as a share of cost.";
    "form_reach": "Bereik van de vorm", "Reach of the form";
        "Het deel van het schaalvoordeel dat deze vorm kan halen.", "The part of economies of scale that this form can reach.";
}

super::codes! {
    /// A unit of the register.
    unit UNITS {
        "days": "dagen", "days";
        "eur": "euro", "euros";
        "eur_per_fte": "euro per fte", "euros per fte";
        "eur_per_fte_year": "euro per fte per jaar", "euros per fte a year";
        "eur_per_year": "euro per jaar", "euros a year";
        "exponent": "elasticiteit", "elasticity";
        "factor": "keer", "times";
        "fte": "fte (aantal)", "fte (number)";
        "fte_per_person": "fte per persoon", "fte per person";
        "fte_per_1000": "fte per 1.000 inwoners", "fte per 1,000 inhabitants";
        "inhabitants": "inwoners", "inhabitants";
        "rate_per_year": "% per jaar", "% a year";
        "scale": "salarisschaal", "salary scale";
        "share": "deel (%)", "share (%)";
        "years": "jaar", "years";
    }
}

/// The name of an assumption; a row of a table (`governance.public_body`) has that of its table.
pub fn assumption(id: &str) -> Option<Word> {
    ASSUMPTION_LABELS.find(table_of(id))
}

fn table_of(id: &str) -> &str {
    id.split_once('.').map_or(id, |(table, _)| table)
}

/// The name of an assumption with that of its row: `Bestuur en verantwoording: openbaar lichaam`.
///
/// ```
/// use deelsom_language::{Language::Dutch, codes::assumption_label};
/// let label = assumption_label(Dutch, "cost_per_fte.10A");
/// assert_eq!(label.as_deref(), Some("Loonkosten per fte: schaal 10A"));
/// ```
pub fn assumption_label(language: Language, id: &str) -> Option<String> {
    let label = assumption(id)?.text(language);
    let Some((table, row)) = id.split_once('.') else {
        return Some(label.to_owned());
    };
    if table == "cost_per_fte" {
        let scale = language.pick("schaal", "scale");
        return Some(format!("{label}: {scale} {row}"));
    }
    let word = if table == "elasticity" { kind(row) } else { form(row) };
    let row = word.map_or(row, |word| word.text(language));
    Some(format!("{label}: {row}"))
}

/// One line on what an assumption means.
pub fn assumption_explanation(language: Language, id: &str) -> Option<&'static str> {
    Some(ASSUMPTION_EXPLANATIONS.find(table_of(id))?.text(language))
}
