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
    let referred = settings.and_then(Settings::referred_template);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::activity::sending::{DeliverySettings, WhichDelivery};
    use crate::scenario::creative::Creative;
    use crate::scenario::samples::Sample;

    #[test]
    fn an_edit_of_a_template_is_found_at_whatever_refers_to_it() {
        let mut scenario = Sample::SideBySide.scenario();
        let settings = &scenario.workflow.activity("continuous").unwrap().settings;
        let template = settings.template().unwrap().to_owned();
        let what = Stimulus::EditTemplate { template: template.clone(), creative: Creative::default() };
        let at = scenario.start_time();
        scenario.interventions = vec![Intervention { at, what, rest: Default::default() }];
        assert_eq!(of_activity(&scenario, "continuous").len(), 1);
        assert!(of_activity(&scenario, "recurring").is_empty());
        let new = DeliverySettings {
            delivery: WhichDelivery::New { template },
            recipients: Default::default(),
            content: Default::default(),
            action: Default::default(),
            outbound: false,
            without_target: false,
            process_errors: false,
        };
        let mut activities = scenario.workflow.activities.iter_mut();
        let continuous = activities.find(|one| one.name == "continuous").unwrap();
        continuous.settings = Settings::Delivery(new);
        assert_eq!(of_activity(&scenario, "continuous").len(), 1, "a Delivery made from the template");
    }
}
