//! What things of a scenario are called in a sentence: their label, or their internal name where they have none.

use crate::base::plain;
use crate::plan::{Plan, StepIdx};
use crate::scenario::Scenario;
use crate::scenario::properties::NamedPeople;

/// The label without the blanks around it, or the internal name where nothing of it can be seen.
pub fn or_name<'s>(label: &'s str, name: &'s str) -> &'s str {
    if plain::is_seen(label) { label.trim() } else { name }
}

/// What an activity is called.
pub fn of_activity<'s>(scenario: &'s Scenario, name: &'s str) -> &'s str {
    or_name(scenario.workflow.activity(name).map_or("", |one| &one.label), name)
}

/// What a delivery template is called.
pub fn of_template<'s>(scenario: &'s Scenario, name: &'s str) -> &'s str {
    or_name(scenario.template(name).map_or("", |one| &one.label), name)
}

/// What a sub-workflow is called.
pub fn of_sub_workflow<'s>(scenario: &'s Scenario, name: &'s str) -> &'s str {
    let found = scenario.sub_workflows.iter().find(|one| one.name == name);
    or_name(found.map_or("", |one| &one.label), name)
}

/// What a list of recipients is called.
pub fn of_list<'s>(scenario: &'s Scenario, name: &'s str) -> &'s str {
    of_people(&scenario.lists, name)
}

/// What an information service is called.
pub fn of_service<'s>(scenario: &'s Scenario, name: &'s str) -> &'s str {
    of_people(&scenario.services, name)
}

/// What the activity of a step is called at the start of a run; empty where there is no such step.
pub fn of_step(plan: &Plan, step: StepIdx) -> &str {
    plan.steps.get(step).map_or("", |row| or_name(&row.label, &row.name))
}

fn of_people<'s>(named: &'s [NamedPeople], name: &'s str) -> &'s str {
    or_name(named.iter().find(|one| one.name == name).map_or("", |one| &one.label), name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn a_name_stands_in_for_a_label_that_is_blank_or_not_there() {
        let mut scenario = Sample::SideBySide.scenario();
        assert_eq!(of_activity(&scenario, "continuous"), "Welcome e-mail");
        for one in &mut scenario.workflow.activities {
            one.label = if one.name == "recurring" { "  Weekly ".into() } else { " \u{200b}".into() };
        }
        assert_eq!(of_activity(&scenario, "recurring"), "Weekly");
        assert_eq!(of_activity(&scenario, "continuous"), "continuous");
        assert_eq!(of_activity(&scenario, "nowhere"), "nowhere");
        let plan = lower(&scenario, None).unwrap().plan;
        let of = |name| of_step(&plan, plan.step_named(name).unwrap());
        assert_eq!((of("recurring"), of("continuous"), of_step(&plan, 99)), ("Weekly", "continuous", ""));
        scenario.templates[0].label = String::new();
        let template = scenario.templates[0].name.clone();
        assert_eq!(of_template(&scenario, &template), template);
        assert_eq!((of_list(&scenario, "none"), of_service(&scenario, "none")), ("none", "none"));
        assert_eq!(of_sub_workflow(&scenario, "none"), "none");
    }
}
