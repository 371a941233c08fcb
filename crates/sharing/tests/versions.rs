//! What any version ever wrote opens for ever: a file of each lies in `versions`, and is never changed.

use deelsom_core::{Register, Study, study};
use deelsom_sharing::kept::Kept;
use deelsom_sharing::{frozen, link};
use serde_json::Value;

const STUDY_1: &str = include_str!("versions/study-1.json");
const STUDY_2: &str = include_str!("versions/study-2.json");
const KEPT_1: &str = include_str!("versions/kept-1.json");
const LINK_1: &str = include_str!("versions/link-1.txt");

#[track_caller]
fn opens(text: &str) -> Value {
    let study = Study::read(text, &Register::embedded());
    assert_eq!(study.map(|study| study.title), Ok("A study file of version 1".to_owned()));
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_study_file_of_version_2_opens_and_is_what_one_of_version_1_is_raised_to() {
    let register = Register::embedded();
    assert!(Study::read(STUDY_2, &register).is_ok());
    let second: Value = serde_json::from_str(STUDY_2).expect("JSON");
    let mut sealed = opens(STUDY_1);
    study::migrate(&mut sealed);
    assert_eq!(sealed, opens(STUDY_1), "a frozen version stays what it was");
    sealed.as_object_mut().expect("a study").remove("frozen");
    let mut raised = sealed.clone();
    study::migrate(&mut raised);
    assert_eq!(raised["version"], second["version"]);
    let [one, other] = [&sealed, &raised].map(|file| Study::from_value(file, &register));
    assert_eq!(one, other, "it says the same");
}

#[test]
fn a_study_file_of_version_1_opens() {
    let file = opens(STUDY_1);
    let seal = frozen::seal(&file).expect("a seal");
    assert_eq!((seal.label, seal.date, seal.intact), ("Council, 12 March", "2026-03-12", true));
}

#[test]
fn a_study_kept_in_version_1_opens() {
    let kept = Kept::read(KEPT_1, &Register::embedded()).expect("an envelope");
    assert_eq!(opens(&kept.study), opens(STUDY_1));
    assert_eq!(kept.file(), Some(opens(STUDY_1)));
}

#[test]
fn a_link_of_version_1_opens() {
    let text = link::unpack(LINK_1.trim()).expect("a study");
    assert_eq!(opens(&text), opens(STUDY_1));
}
