//! Deelsom in the browser.
use yew::prelude::*;
use deelsom_core::*;
use std::rc::Rc;

#[component]
fn App() -> Html {
    let register = Register::embedded();
    let text = include_str!("../../examples/voorschoten-wassenaar-2010.json");
    let value: Rc<serde_json::Value> = Rc::new(serde_json::from_str(text).unwrap());
    let study = Study::from_value(&value, &register).unwrap();
    let outcome = calculate(&study, &register);
    html! { <main><h1>{ format!("{} {:?} {}", study.title, outcome.effects[0].result.npv, value.to_string()) }</h1></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
