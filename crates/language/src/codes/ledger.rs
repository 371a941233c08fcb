//! Lines of the ledger, who bears them, and what amounts are.

super::codes! {
    /// A line of the ledger.
    line LINES {
        "employment": "Loonkosten", "Staff cost";
        "agency_cover": "Inhuur op vacatures", "Agency cover of vacancies";
        "recruitment": "Werving", "Recruitment";
        "workplace": "Werkplekken", "Workplaces";
        "surplus": "Boventalligheid", "Surplus staff";
        "running": "Overige kosten", "Running costs";
        "governance": "Bestuur en verantwoording", "Governance";
        "director": "Directie", "Director";
        "coordination": "Afstemming", "Coordination";
        "client_side": "Regie bij de gemeente", "Client side";
        "harmonisation": "Gelijktrekken van arbeidsvoorwaarden", "Harmonisation of terms of employment";
        "stranded": "Achterblijvende overhead", "Stranded overhead";
        "grant_loss": "Lagere algemene uitkering", "Loss of general grant";
        "one_off": "Eenmalige kosten", "One-off costs";
        "recurring": "Terugkerende kosten", "Recurring costs";
        "vat": "Btw die niet terugkomt", "VAT not recovered";
        "settlement": "Verrekening door de garantie", "Settlement under the guarantee";
    }

    /// Who bears an entry, where it is not one partner or unit.
    bearer BEARERS {
        "shared": "Deelnemers samen", "Participants together";
    }

    /// How sure a one-off amount is.
    certainty CERTAINTIES {
        "contracted": "vastgelegd", "contracted";
        "estimate": "geschat", "estimated";
    }

    /// Whether amounts move with an index.
    price_mode PRICE_MODES {
        "constant": "vaste prijzen", "constant prices";
        "nominal": "lopende prijzen", "nominal prices";
    }
}
