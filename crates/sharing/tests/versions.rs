//! What any version ever wrote opens for ever: a file of each lies in `versions`, and is never changed.

use deelsom_core::{Register, Study};
use deelsom_sharing::kept::Kept;
use deelsom_sharing::{frozen, link};
use serde_json::Value;

const STUDY_1: &str = include_str!("versions/study-1.json");
const KEPT_1: &str = include_str!("versions/kept-1.json");
const LINK_1: &str = include_str!("versions/link-1.txt");

#[track_caller]
fn opens(text: &str) -> Value {
    let study = Study::read(text, &Register::embedded());
    assert_eq!(study.map(|study| study.title), Ok("A study file of version 1".to_owned()));
    serde_json::from_str(text).expect("JSON")
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
