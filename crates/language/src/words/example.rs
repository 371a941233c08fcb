//! Titles of the worked studies.

super::words! {
    VOORSCHOTEN_WASSENAAR_2010: "Voorschoten–Wassenaar 2010", "Voorschoten–Wassenaar 2010";
    DUIVENVOORDE_2021: "Duivenvoorde 2021", "Duivenvoorde 2021";
    LEIDSE_REGIO_2022: "Leidse regio 2022", "Leidse regio 2022";
    FOUR_MUNICIPALITIES_2006: "Vier gemeenten 2006", "Four municipalities 2006";
}
