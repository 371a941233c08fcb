//! Problems with tables and parts that people bring in.

super::sentences! {
    /// Problems with tables and parts.
    TABLE_PROBLEMS {
        "table_empty":
            "Er staan nog geen regels in. Plak de regels uit Excel of kies een bestand.",
            "There are no rows yet. Paste the rows from Excel or choose a file.";
        "table_bytes":
            "Deze tekst is te lang[: er past ten hoogste {limit} MB in]. Deel de tabel op.",
            "This text is too long[: at most {limit} MB fits]. Divide the table.";
        "table_rows":
            "Dit zijn te veel regels[: ten hoogste {limit}]. Deel de tabel op.",
            "These are too many rows[: at most {limit}]. Divide the table.";
        "table_columns":
            "Dit zijn te veel kolommen[: ten hoogste {limit}]. Haal kolommen weg.",
            "These are too many columns[: at most {limit}]. Remove columns.";
        "heading_twice":
            "De kolom ‘{column}’ komt twee keer voor. Haal een van de twee weg.",
            "The column ‘{column}’ occurs twice. Remove one of the two.";
        "heading_missing":
            "De kolom ‘{column}’ ontbreekt. Voeg de kolom toe.",
            "The column ‘{column}’ is missing. Add the column.";
        "cell_without_column":
            "‘{value}’ hoort bij geen kolom. Haal de cel leeg of zet een rij met koppen boven de tabel.",
            "‘{value}’ belongs to no column. Empty the cell or put a row of headings above the table.";
        "cell_empty":
            "Deze cel is leeg. Vul de cel in.",
            "This cell is empty. Fill it in.";
        "cell_formula":
            "Hier staat een formule. Plak in plaats daarvan de waarde.",
            "This is a formula. Paste the value instead.";
        "cell_control":
            "In deze cel staat een teken dat niet te zien is. Typ de tekst opnieuw.",
            "This cell has a character that cannot be seen. Type the text again.";
        "cell_long":
            "Deze tekst is te lang[: ten hoogste {limit} tekens]. Maak de tekst korter.",
            "This text is too long[: at most {limit} characters]. Make it shorter.";
        "cell_not_yes_or_no":
            "Vul hier ja of nee in.",
            "Enter yes or no here.";
        "number_two_ways":
            "Dit kan {first} of {second} zijn. Schrijf alle getallen in deze kolom op dezelfde manier.",
            "This can be {first} or {second}. Write all numbers in this column in the same way.";
        "cell_error":
            "In deze cel staat de foutwaarde {value}. Herstel de formule of vul een waarde in.",
            "This cell shows the error {value}. Mend the formula or enter a value.";
        "cell_formula_without_result":
            "Hier staat een formule zonder uitkomst. Open het bestand in uw spreadsheetprogramma en bewaar het opnieuw.",
            "This is a formula without a result. Open the file in your spreadsheet program and save it again.";
        "letter_missing":
            "Bij dit bedrag staat geen V of N. Zet er een V (voordeel) of een N (nadeel) achter.",
            "There is no V or N by this amount. Put a V (advantage) or an N (disadvantage) behind it.";
        "table_not_found":
            "Op geen van de bladen staan koppen die hier bekend zijn. Zet een rij met koppen boven de tabel.",
            "None of the sheets has headings that are known here. Put a row of headings above the table.";
        "sheet_cells":
            "Er staan te veel cellen in[: ten hoogste {limit}]. Bewaar de tabel in een eigen bestand.",
            "There are too many cells[: at most {limit}]. Save the table in a file of its own.";
        "sheet_text":
            "Er staat te veel tekst in[: ten hoogste {limit} MB]. Bewaar de tabel in een eigen bestand.",
            "There is too much text[: at most {limit} MB]. Save the table in a file of its own.";
        "sheets_hidden":
            "Alle bladen van dit bestand zijn verborgen. Maak het blad met de tabel zichtbaar.",
            "All sheets of this file are hidden. Make the sheet with the table visible.";
        "file_bytes":
            "Dit bestand is te groot[: ten hoogste {limit} MB]. Bewaar de tabel in een eigen bestand.",
            "This file is too large[: at most {limit} MB]. Save the table in a file of its own.";
        "file_inflated":
            "Dit bestand is uitgepakt te groot[: ten hoogste {limit} MB]. Bewaar de tabel in een eigen bestand.",
            "This file is too large when unpacked[: at most {limit} MB]. Save the table in a file of its own.";
        "file_elements":
            "In dit bestand staat te veel om te bekijken. Bewaar de tabel in een eigen bestand.",
            "There is too much in this file to look at. Save the table in a file of its own.";
        "file_parts":
            "Dit bestand bestaat uit te veel onderdelen[: ten hoogste {limit}]. Bewaar de tabel in een eigen bestand.",
            "This file has too many parts[: at most {limit}]. Save the table in a file of its own.";
        "file_broken":
            "Dit bestand is beschadigd en kan niet worden gelezen. Open het in uw spreadsheetprogramma en bewaar het opnieuw.",
            "This file is damaged and cannot be read. Open it in your spreadsheet program and save it again.";
        "file_declares":
            "In dit bestand staan definities die niet in een spreadsheet horen. Kopieer de tabel naar een nieuw bestand.",
            "This file has definitions that do not belong in a spreadsheet. Copy the table to a new file.";
        "file_locked":
            "Dit bestand heeft een wachtwoord of is een oud bestand van Excel. Bewaar het als .xlsx zonder wachtwoord.",
            "This file has a password or is an old file of Excel. Save it as .xlsx without a password.";
        "file_kind":
            "Een bestand van deze soort kan hier niet worden gelezen. Kies een bestand dat eindigt op .xlsx, .ods, .csv of .txt.",
            "A file of this kind cannot be read here. Choose a file that ends in .xlsx, .ods, .csv or .txt.";
        "own_damaged":
            "Dit blad van de rekenmap is gewijzigd of beschadigd, en daardoor kan de rekenmap niet worden ingelezen. Maak een nieuwe rekenmap en vul uw wijzigingen daarin in.",
            "This sheet of the workbook was changed or is damaged, so the workbook cannot be read. Make a new workbook and enter your changes in it.";
        "own_version":
            "Deze rekenmap is gemaakt door een nieuwere versie van Deelsom. Open hem in die versie.",
            "This workbook was made by a newer version of Deelsom. Open it in that version.";
        "own_cell_gone":
            "De cel van het getal {value} is uit de rekenmap verdwenen. Zet de rij of het blad terug, of maak een nieuwe rekenmap.",
            "The cell of the figure {value} is gone from the workbook. Put the row or the sheet back, or make a new workbook.";
        "own_ods":
            "Een rekenmap van Deelsom kan alleen als .xlsx worden ingelezen. Bewaar hem als .xlsx.",
            "A workbook of Deelsom can be read as .xlsx only. Save it as .xlsx.";
        "own_text_changed":
            "Deze tekst is gewijzigd. Dat wordt niet overgenomen: wijzig namen in Deelsom.",
            "This text was changed. That is not taken over: change names in Deelsom.";
        "own_fixed_changed":
            "Dit vaste getal is gewijzigd. Dat wordt niet overgenomen: wijzig het in Deelsom.",
            "This fixed number was changed. That is not taken over: change it in Deelsom.";
        "own_formula_gone":
            "Hier is over een formule heen getypt. Dat wordt niet overgenomen: wijzig de gele cellen waar de uitkomst uit volgt.",
            "A formula was typed over here. That is not taken over: change the yellow cells that the outcome follows from.";
        "own_cell_added":
            "Dit staat naast de cellen van de rekenmap en wordt niet overgenomen. Voeg een regel toe in Deelsom.",
            "This stands beside the cells of the workbook and is not taken over. Add a row in Deelsom.";
        "own_moved":
            "Op dit blad zijn rijen of kolommen ingevoegd of verplaatst. De gele cellen zijn gelezen waar ze nu staan; wat erbij kwam, wordt niet overgenomen. Voeg een regel toe in Deelsom.",
            "Rows or columns were inserted or moved on this sheet. The yellow cells were read where they stand now; what was added is not taken over. Add a row in Deelsom.";
        "own_not_compared":
            "Alleen de gele cellen zijn gelezen. Of er ook namen, formules of regels zijn gewijzigd, is bij deze rekenmap niet na te gaan.",
            "Only the yellow cells were read. Whether names, formulas or rows were changed too cannot be found out for this workbook.";
        "cell_not_a_number":
            "Hier hoort een getal te staan. Vul een getal in.",
            "A number belongs here. Enter a number.";
        "cell_not_a_month":
            "Hier hoort een maand te staan. Vul een datum in die maand in.",
            "A month belongs here. Enter a date in that month.";
        "cell_not_a_word":
            "Dit woord is hier niet bekend. Kies een woord uit de lijst van de cel.",
            "This word is not known here. Choose a word from the list of the cell.";
        "cell_scale_and_cost":
            "Bij deze functie staan ook kosten per fte. Maak een van de twee leeg.",
            "This post has a cost per fte as well. Empty one of the two.";
        "cell_between_is_blank":
            "Deze cel is leeg, en verder in de rij staan nog getallen. Vul de cel in.",
            "This cell is empty, and there are numbers further on in the row. Fill it in.";
        "supplier_missing":
            "Er staat niet in wie deze nulmeting heeft aangeleverd. Vul een naam in.",
            "It does not say who supplied this baseline. Enter a name.";
        "date_invalid":
            "‘{value}’ is geen datum. Schrijf een datum als 2026-11-22.",
            "‘{value}’ is not a date. Write a date as 2026-11-22.";
        "part_twice":
            "Er zijn twee nulmetingen van ‘{id}’. Kies er één.",
            "There are two baselines of ‘{id}’. Choose one.";
    }
}
