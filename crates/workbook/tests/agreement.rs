//! Every study that the project has, as a workbook: what its formulas are worth is what the model says.

mod studies;

#[test]
fn every_study_is_worth_what_the_model_says() {
    let mut written = 0;
    for (name, file) in studies::all() {
        let made = studies::made(&file).unwrap_or_else(|| panic!("{name} is not valid"));
        match made {
            Ok(book) => {
                let cells: usize = book.sheets.iter().map(|sheet| sheet.cells().count()).sum();
                assert!(cells > 1_000, "{name} has {cells} cells");
                written += 1;
            }
            Err(differences) => panic!("{name}: {:#?}", &differences[..differences.len().min(6)]),
        }
    }
    assert!(written > 30, "{written} studies were found");
}
