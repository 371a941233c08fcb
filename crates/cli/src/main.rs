//! deelsom
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let register = deelsom_core::Register::embedded();
    match deelsom_core::Study::read(&text, &register) {
        Ok(study) => {
            let outcome = deelsom_core::calculate(&study, &register);
            println!("{}", serde_json::to_string_pretty(&deelsom_core::Report::of(&study, &register, &outcome)).unwrap());
        }
        Err(problems) => {
            for p in problems { println!("{}", serde_json::to_string(&p).unwrap()); }
            std::process::exit(3);
        }
    }
}
