//! Deelsom in the browser.
use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main><h1>{ "Deelsom" }</h1></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
