//! How long fair division takes: prints, and judges nothing.
//!
//! On a concave game of shared services, on a hard random game (type 1 of Benedek, Fliege and Nguyen 2021), and on an option
//! of eight partners, eight services and ten years. A division is timed with its stand-alone test.

use crate::measure::{calibrate, measure, say};
use deelsom_core::fairness::{
    Game, OptionFairness, core_check, cover, nucleolus, per_capita_nucleolus, shapley,
};
use deelsom_core::{Register, Study, calculate};
use serde_json::Value;

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
pub(crate) fn bench() {
    calibrate();
    for players in [10, 12, 15, 20] {
        for (name, game) in [("shared", shared(players)), ("random", random(players))] {
            let name = |work: &str| format!("{name}, {players} players, {work}");
            measure(&name("Shapley value"), || shapley(&game));
            let shares: Vec<i64> = vec![0; players];
            measure(&name("core check"), || core_check(&game, &shares));
            measure(&name("nucleolus"), || nucleolus(&game));
            measure(&name("per-capita nucleolus"), || per_capita_nucleolus(&game));
            // Beyond this many there is none.
            if players <= 15 {
                measure(&name("cover"), || cover(&game));
            }
        }
    }
    let register = Register::embedded();
    let study = Study::read(&eight_partners().to_string(), &register).expect("a valid study");
    let outcome = calculate(&study, &register);
    say!("eight partners, eight services, three roles, ten years");
    measure("an option judged", || OptionFairness::of(&study, &register, &outcome, 0, &[]));
}

/// The study of the other benchmark with every partner twice.
fn eight_partners() -> Value {
    let mut study: Value = serde_json::from_str(include_str!("four-partners.json")).expect("JSON");
    let twin = |id: &Value| Value::from(format!("{}-too", id.as_str().unwrap_or_default()));
    for (list, field) in [("partners", "id"), ("posts", "unit"), ("running_costs", "unit")] {
        let mut again: Vec<Value> = study[list].as_array().cloned().unwrap_or_default();
        for one in &mut again {
            one[field] = twin(&one[field]);
        }
        study[list].as_array_mut().into_iter().for_each(|list| list.extend(again.clone()));
    }
    for volumes in study["volumes"].as_array_mut().into_iter().flatten() {
        let volumes = volumes["by_partner"].as_object_mut().expect("a table");
        let again = volumes.iter().map(|(id, volume)| (format!("{id}-too"), volume.clone()));
        let again: Vec<(String, Value)> = again.collect();
        volumes.extend(again);
    }
    let options = study["options"].as_array_mut().into_iter().flatten();
    for unit in options.filter_map(|option| option["units"].as_array_mut()).flatten() {
        let members = unit["members"].as_array_mut().expect("members");
        let again: Vec<Value> = members.iter().map(twin).collect();
        members.extend(again);
    }
    study
}

/// Services that are shared: each has a fixed cost, and a cost that grows by the root of the inhabitants
/// served.
fn shared(players: usize) -> Game {
    let mut state = 7;
    let mut draw = |most: u64| {
        state = next(state);
        (state >> 33) % most
    };
    let inhabitants: Vec<u64> = (0..players).map(|_| 5_000 + draw(60_000)).collect();
    let services: Vec<(u64, u64)> =
        (0..6).map(|_| (5_000_000 + draw(20_000_000), 10_000 + draw(90_000))).collect();
    game(players, |coalition| {
        let members = (0..players).filter(|player| coalition >> player & 1 == 1);
        let served: u64 = members.map(|player| inhabitants[player]).sum();
        services.iter().map(|(fixed, each)| fixed + each * (served * 1_000_000).isqrt() / 1_000).sum()
    })
}

/// Costs of 1 to 100 euros for everyone but all together.
fn random(players: usize) -> Game {
    let mut state = 11;
    let all = 1 << players;
    let n = players as u64;
    game(players, |coalition| {
        state = next(state);
        let (least, most) = if coalition + 1 == all { (100 * (n - 2), 100 * n) } else { (1, 100) };
        (least + (state >> 33) % (most - least + 1)) * 100
    })
}

fn game(players: usize, mut cost: impl FnMut(usize) -> u64) -> Game {
    let names = (1..=players).map(|player| player.to_string()).collect();
    let costs = (0..1 << players).map(|coalition| if coalition == 0 { 0 } else { cost(coalition) });
    let costs = costs.map(|cost| i64::try_from(cost).expect("cents of a municipality")).collect();
    Game::of_costs(names, costs).expect("a game within its bounds")
}

/// The next state of a linear congruential generator (Knuth's constants).
fn next(state: u64) -> u64 {
    state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407)
}
