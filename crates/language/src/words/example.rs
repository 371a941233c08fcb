//! Titles of the worked studies.

super::words! {
    VOORSCHOTEN_WASSENAAR_2010: "Voorschoten en Wassenaar, 2010", "Voorschoten and Wassenaar, 2010";
    DUIVENVOORDE_2021: "Werkorganisatie Duivenvoorde, 2021", "Duivenvoorde joint organisation, 2021";
    LEIDSE_REGIO_2022: "Leidse regio, 2022", "Leiden region, 2022";
    FOUR_MUNICIPALITIES_2006: "Vier gemeenten, 2006", "Four municipalities, 2006";
}
