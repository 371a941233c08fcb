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
