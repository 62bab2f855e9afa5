//! The scenario's own settings, shown where no activity is chosen.

pub mod instance;
pub mod named;
pub mod population;
pub mod reactions;
#[cfg(test)]
mod tests;

use yew::prelude::*;

use self::instance::{approvals_fold, technical_fold, workflow_fold};
use self::named::{lists_section, services_section};
use self::population::population_section;
use self::reactions::reactions_section;
use super::InspectorProps;
use super::field::{Field, Look};
use super::parts::section;
use super::pen::Pen;
use super::reading;
use super::stimulus::StimulusList;
use crate::scenario::edit::Edit;
use crate::scenario::{MAX_SEED, MAX_WEEKS, Scenario};
use crate::text::inspector::scenario as words;

/// The whole panel.
pub fn scenario_form(props: &InspectorProps, pen: &Pen) -> Html {
    let words = words::of(pen.lang);
    let scenario = &props.scenario;
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
            <StimulusList scenario={scenario.clone()} shown={props.shown} pen={pen.clone()} />
            { workflow_fold(props, pen) }
            { approvals_fold(props, pen) }
            { technical_fold(props, pen) }
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
