//! Worlds at random, for laws that must hold in all of them.

use super::World;
use proptest::prelude::*;
use serde_json::json;

/// A world of up to eight figures in which any two worlds share most identifiers.
pub(crate) fn worlds() -> impl Strategy<Value = World> {
    let figure = (0..6_u8, 0..2_u8, 0..2_u8, 0..3_u8, phrase(), any::<bool>());
    let position = (0..6_u8, prop::sample::select(vec!["confirms", "denies", "corrects", "withdraws"]));
    (prop::collection::vec(figure, 0..8), prop::collection::vec(position, 0..3), 0..3_u8).prop_map(build)
}

/// Plain numbers, the same numbers in other words, and ways of not giving one.
fn phrase() -> impl Strategy<Value = String> {
    const WORDS: [&str; 9] = [
        "about 65",
        "nearly 70",
        "more than 60",
        "65%",
        "between 60 and 70",
        "65.0",
        "[c]",
        "[x]",
        "not held",
    ];
    prop_oneof![
        (60..70_i64).prop_map(|number| number.to_string()),
        prop::sample::select(&WORDS[..]).prop_map(str::to_owned)
    ]
}

type Row = (u8, u8, u8, u8, String, bool);

fn build((rows, positions, title): (Vec<Row>, Vec<(u8, &'static str)>, u8)) -> World {
    let mut world = World::new().measure("posts", json!({ "title": format!("Title {title}") }));
    world.figures.clear();
    for (id, measure, source, month, value, missing) in rows {
        let (id, measure) = (format!("f{id}"), ["staff", "posts"][usize::from(measure)]);
        if world.figures.iter().any(|figure| figure.id.as_str() == id) {
            continue;
        }
        let (source, date) = (["release", "paper"][usize::from(source)], format!("2024-0{}-01", month + 1));
        world = world.figure(&id, measure, source, &date, &value);
        if missing {
            world = world
                .change(&id, |figure| figure.missing = serde_json::from_value(json!("not_held")).unwrap());
        }
    }
    for (index, (on, stance)) in positions.into_iter().enumerate() {
        let on = format!("f{on}");
        if world.figures.iter().any(|figure| figure.id.as_str() == on) {
            world = world.position(&format!("p{index}"), "release", stance, &[&on], json!({}));
        }
    }
    world
}
