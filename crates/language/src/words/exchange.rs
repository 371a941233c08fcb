//! Bringing in and taking out: tables from a spreadsheet, the parts of partners.

super::words! {
    PASTE: "Plakken uit Excel", "Paste from Excel";
    PASTE_EXPLAINED: "Kopieer de regels in Excel, zet de cursor in het vak hieronder en plak ze met Ctrl+V. Een bestand openen kan ook. U ziet eerst hoe elke cel gelezen wordt; er verandert pas iets als u de regels overneemt.", "Copy the rows in Excel, put the cursor in the box below and paste them with Ctrl+V. You can open a file too. You first see how each cell is read; nothing changes until you take the rows over.";
    ROWS_ARE: "De regels zijn", "The rows are";
    WHERE_TO: "Wat er al staat", "What is there already";
    APPEND: "blijft staan", "stays";
    REPLACE: "wordt vervangen", "is replaced";
    NEW_SERVICES: "Voeg diensten toe die nog niet in de studie staan", "Add services that are not in the study yet";
    ROWS: "Regels uit Excel", "Rows from Excel";
    COLUMNS_ARE: "Kolommen, in deze volgorde of met een kop erboven:", "Columns, in this order or with a heading above them:";
    OPEN_TABLE: "Tabel openen (.csv of .txt)", "Open a table (.csv or .txt)";
    OPEN_SPREADSHEET: "Bestand openen (.xlsx, .ods of .csv)", "Open a file (.xlsx, .ods or .csv)";
    READING: "Het bestand wordt gelezen.", "The file is being read.";
    NOT_OPENED: "Het bestand is door een fout niet gelezen. Uw studie is niet veranderd. Probeer het opnieuw.", "The file was not read because of an error. Your study has not changed. Try again.";
    OPENED_FILE: "Geopend bestand:", "Opened file:";
    CLOSE_FILE: "Bestand wegleggen", "Set the file aside";
    MEND_IN_FILE: "Verbeter de fouten in uw bestand en open het opnieuw. Daarna kunt u de regels overnemen.", "Mend the faults in your file and open it again. Then you can take the rows over.";
    OWN_WORKBOOK: "Dit is een rekenmap van Deelsom. U neemt hem terug op de pagina ‘Bewaren en delen’.", "This is a workbook of Deelsom. You take it back on the page ‘Keep and share’.";
    ONLY_TEXT: "In dit ene bestand leest Deelsom geen Excel. Open het op de website, of kopieer de regels en plak ze hier.", "In this one file Deelsom does not read Excel. Open it on the website, or copy the rows and paste them here.";
    TEMPLATE: "Leeg invulbestand voor Excel", "Empty workbook to fill in";
    TEMPLATE_IS: "Moet een collega de gegevens nog verzamelen? Geef een leeg bestand met de goede kolommen mee, en open het hierboven als het gevuld is.", "Is a colleague still to gather the figures? Hand out an empty file with the right columns, and open it above once it is filled in.";
    TEMPLATE_MADE: "Het invulbestand is gemaakt en gedownload.", "The workbook to fill in was made and downloaded.";
    TEMPLATE_FAILED: "Het invulbestand is door een fout niet gemaakt. Probeer het opnieuw.", "The workbook to fill in was not made because of an error. Try again.";
    PREVIEW: "Zo wordt de tabel gelezen", "How the table is read";
    SEVERAL_CELLS: "Dit zijn meer cellen. Plak ze op de pagina ‘Nulmeting’ bij ‘Plakken uit Excel’.", "These are several cells. Paste them on the page ‘Baseline’ under ‘Paste from Excel’.";
    NOT_READ: "niet gelezen", "not read";
    WITHOUT_HEADING: "zonder kop", "without a heading";
    EMPTY_CELL: "leeg", "empty";
    ROW: "Regel", "Row";
    FAULT: "Fout:", "Fault:";
    FAULTS: "Fouten in de tabel", "Faults in the table";
    TAKE_OVER: "Regels overnemen", "Take the rows over";
    MEND_FIRST: "U kunt de regels overnemen als er geen fouten meer zijn.", "You can take the rows over when there are no more faults.";
    NO_MORE: "Er zijn meer fouten dan hier staan.", "There are more faults than are shown here.";

    TAKE_OUT: "Tabellen downloaden", "Download the tables";
    TAKE_OUT_EXPLAINED: "Elke tabel van de studie, voor Excel of voor andere programma’s. U kunt de tabel daarna wijzigen en hierboven weer plakken.", "Each table of the study, for Excel or for other programs. You can change the table and paste it again above.";
    FOR_EXCEL: "voor Excel (NL)", "for Excel (NL)";
    FOR_DATA: "als data (CSV)", "as data (CSV)";

    PARTS: "Nulmeting per gemeente", "Baseline of each municipality";
    PARTS_EXPLAINED: "Elke gemeente kan haar eigen nulmeting als bestand aanleveren. Wie de studie maakt, voegt de bestanden samen en ziet wat er verandert. Van de andere gemeenten verandert niets.", "Each municipality can supply its own baseline as a file. Whoever makes the study merges the files and sees what changes. Nothing changes for the other municipalities.";
    MAKE_PART: "Eigen nulmeting downloaden", "Download your own baseline";
    MUNICIPALITY: "Gemeente", "Municipality";
    SUPPLIED_BY: "Aangeleverd door", "Supplied by";
    SUPPLY_DATE: "Datum van aanlevering", "Date of supply";
    DOWNLOAD_PART: "Nulmeting downloaden", "Download the baseline";
    PART_INCOMPLETE: "Vul eerst in wie de nulmeting aanlevert, en een datum als 2026-11-22.", "First enter who supplies the baseline, and a date such as 2026-11-22.";
    MERGE_PARTS: "Nulmetingen samenvoegen", "Merge baselines";
    OPEN_PARTS: "Nulmetingen openen", "Open baselines";
    ACCEPT_PARTS: "Nulmetingen overnemen", "Take the baselines over";
    PARTS_ACCEPTED: "De nulmetingen zijn overgenomen. U kunt dit ongedaan maken.", "The baselines were taken over. You can undo this.";
    PARTS_REFUSED: "Deze nulmetingen kunnen niet worden overgenomen. Uw studie is niet veranderd.", "These baselines cannot be taken over. Your study has not changed.";
    SET_ASIDE: "Nulmetingen wegleggen", "Set the baselines aside";
    NOTHING_CHANGES: "Er verandert niets.", "Nothing changes.";
    WHOLE_STUDY: "de studie als geheel", "the study as a whole";
    WHAT: "Wat", "What";
    FIGURE: "Gegeven", "Figure";
    WAS: "Nu in de studie", "Now in the study";
    BECOMES: "Wordt", "Becomes";
    BY_YEAR: "bedragen per jaar", "amounts by year";
    CHANGE: "Wijziging", "Change";
    ADDED: "nieuw", "new";
    REMOVED: "vervallen", "removed";
    CHANGED: "gewijzigd", "changed";
    CHANGES_OF: "Wat verandert bij", "What changes for";
    FILE_TOO_LARGE: "Dit bestand is te groot. Kies een bestand van ten hoogste 2 MB.", "This file is too large. Choose a file of at most 2 MB.";

    SIGN: "Hoe kosten zijn geschreven", "How costs are written";
    SIGN_COST_POSITIVE: "kosten zijn positief", "costs are positive";
    SIGN_INCOME_NEGATIVE: "kosten zijn positief, inkomsten negatief", "costs are positive, income is negative";
    SIGN_COST_NEGATIVE: "kosten zijn negatief, inkomsten positief", "costs are negative, income is positive";
    SIGN_LETTERS: "met een V (voordeel) of een N (nadeel)", "with a V (advantage) or an N (disadvantage)";
    SHEET: "Blad", "Sheet";
    NOTES: "Goed om te weten", "Good to know";

    // What tables say, in small letters: several with `|` between them.
    TOTALS: "totaal|totalen|subtotaal|eindtotaal", "total|totals|subtotal|grand total";
    ADVANTAGE_LETTERS: "v|voordeel", "a|advantage";
    DISADVANTAGE_LETTERS: "n|nadeel", "d|disadvantage";
    LETTERS_HEADINGS: "v n|n v|voordeel nadeel|voordeel of nadeel", "a d|d a|advantage disadvantage|advantage or disadvantage";
}
