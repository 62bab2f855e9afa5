//! Where an activity leads, in words, for whoever hears a card read out.

use super::branch::{Graph, Place};
use super::ports::Stub;
use crate::scenario::activity::ports::Output;
use crate::text::Lang;
use crate::text::activity::ports;

/// The titles of what an activity leads to, each with the output it leads there by. `outputs` are those of the
/// transitions, in their order.
pub fn leads_to(
    lang: Lang,
    graph: &Graph,
    outputs: &[Option<Output>],
    titles: &[String],
    place: Place,
) -> Vec<String> {
    let told = graph.ends().iter().zip(outputs).filter_map(|(ends, output)| {
        let (_, to) = (*ends).filter(|(from, _)| *from == place)?;
        let title = titles.get(to)?;
        let name = output.as_ref().map(|output| ports::output(lang, output));
        Some(match name.filter(|name| !name.is_empty()) {
            Some(name) => format!("{name}: {title}"),
            None => title.clone(),
        })
    });
    told.collect()
}

/// The names of an activity's outputs that are required and lead nowhere.
pub fn open_outputs(lang: Lang, stubs: &[Stub], place: Place) -> Vec<String> {
    let own = stubs.iter().filter(|stub| stub.place == place);
    own.map(|stub| ports::output(lang, &stub.output)).collect()
}
