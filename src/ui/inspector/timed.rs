//! The list of what is done during the run, each with a button that takes it out.

use yew::prelude::*;

use super::pen::Pen;
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::edit::Edit;
use crate::scenario::intervention::{Intervention, Stimulus};
use crate::text::inspector::scenario as words;
use crate::ui::shell::icon::{Icon, IconView};

/// Everything that is done, each with its place in the scenario's list.
pub fn all(scenario: &Scenario) -> Vec<(usize, &Intervention)> {
    scenario.interventions.iter().enumerate().collect()
}

/// What is done to one delivery activity, or to the template it refers to.
pub fn of_activity<'s>(scenario: &'s Scenario, name: &str) -> Vec<(usize, &'s Intervention)> {
    let settings = scenario.workflow.activity(name).map(|activity| &activity.settings);
    let referred = match settings {
        Some(Settings::ContinuousDelivery(delivery)) => Some(delivery.template.as_str()),
        _ => None,
    };
    let concerns = |what: &Stimulus| match what {
        Stimulus::EditTemplate { template, .. } => Some(template.as_str()) == referred,
        other => other.activity() == Some(name),
    };
    all(scenario).into_iter().filter(|(_, one)| concerns(&one.what)).collect()
}

/// The list.
pub fn timed_list(pen: &Pen, scenario: &Scenario, entries: &[(usize, &Intervention)]) -> Html {
    let lang = pen.lang;
    let remove = words::of(lang).remove;
    html! {
        <ul class="ins-timed">
            { for entries.iter().map(|&(number, one)| {
                let when = words::moment(lang, one);
                html! {
                    <li key={format!("{number}-{}", one.at)}>
                        <span><b>{ when.clone() }</b><br />{ words::done(lang, scenario, &one.what) }</span>
                        <button type="button" class="quiet tool" disabled={pen.readonly} title={remove}
                            aria-label={format!("{remove}: {when}")}
                            onclick={pen.click(Edit::RemoveIntervention { number })}>
                            <IconView icon={Icon::Close} />
                        </button>
                    </li>
                }
            }) }
        </ul>
    }
}
