//! The scenario's own settings, shown where no activity is chosen.

pub mod named;
pub mod population;
pub mod reactions;
#[cfg(test)]
mod tests;

use yew::prelude::*;

use self::named::{lists_section, services_section};
use self::population::population_section;
use self::reactions::reactions_section;
use super::InspectorProps;
use super::field::{Field, Look};
use super::parts::section;
use super::pen::Pen;
use super::reading;
use super::timed::{all, timed_list};
use crate::scenario::edit::Edit;
use crate::scenario::{MAX_SEED, MAX_WEEKS, Scenario};
use crate::text::inspector::scenario as words;

/// The whole panel.
pub fn scenario_form(props: &InspectorProps, pen: &Pen) -> Html {
    let scenario: &Scenario = &props.scenario;
    let words = words::of(pen.lang);
    let entries = all(scenario);
    html! {
        <>
            <header class="ins-head">
                <div>
                    <h2 class="eyebrow">{ words.scenario }</h2>
                    <p class="ins-name">{ &scenario.name }</p>
                </div>
            </header>
            <p class="ins-hint">{ words.choose }</p>
            { section(words.run, run_fields(pen, scenario)) }
            { population_section(pen, scenario) }
            { lists_section(props, pen) }
            { services_section(props, pen) }
            { reactions_section(pen, scenario) }
            { section(words.timed, if entries.is_empty() {
                html! { <p class="ins-hint">{ words.no_timed }</p> }
            } else {
                timed_list(pen, scenario, &entries)
            }) }
        </>
    }
}

fn run_fields(pen: &Pen, scenario: &Scenario) -> Html {
    let words = words::of(pen.lang);
    let weeks = Callback::from(|typed: AttrValue| reading::count(&typed, 1, MAX_WEEKS).map(Edit::SetWeeks));
    let seed = Callback::from(|typed: AttrValue| {
        reading::whole(&typed, 0, MAX_SEED as i64).map(|seed| Edit::SetSeed(seed.unsigned_abs()))
    });
    html! {
        <>
            <p class="ins-hint">{ words::starts(pen.lang, scenario.start) }</p>
            <Field id="ins-run-weeks" label={words.weeks} look={Look::Number} class="is-line"
                applied={scenario.weeks.to_string()} read={weeks} pen={pen.clone()} />
            <Field id="ins-seed" label={words.seed} look={Look::Number} class="is-line"
                applied={scenario.seed.to_string()} read={seed} hint={words.seed_hint} pen={pen.clone()} />
        </>
    }
}
