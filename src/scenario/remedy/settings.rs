//! Remedies that set something on an activity's form.

use std::collections::BTreeSet;

use super::{Cure, Remedy};
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::activity::flow::{Duration, DurationUnit};
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::sending::WhichDelivery;
use crate::scenario::edit::Edit;
use crate::scenario::fresh::free_name;
use crate::schedule::Days;

/// The first template of one's own, else the first there is.
pub(super) fn use_template(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let own = scenario.templates.iter().find(|row| !row.built_in);
    let row = own.or(scenario.templates.first())?;
    let cure = Cure::UseTemplate { template: row.label.clone() };
    let template = row.name.clone();
    let edit = match scenario.workflow.activity(name)?.settings.clone() {
        // A copy of the content stays as it is.
        Settings::RecurringDelivery(mut delivery) => {
            delivery.template = template;
            set(name, Settings::RecurringDelivery(delivery))
        }
        Settings::ChannelDelivery(mut delivery) => {
            delivery.template = template;
            set(name, Settings::ChannelDelivery(delivery))
        }
        Settings::Delivery(mut delivery) => {
            match &mut delivery.delivery {
                WhichDelivery::New { template: used } | WhichDelivery::Computed { template: used, .. } => {
                    *used = template;
                }
                _ => return None,
            }
            set(name, Settings::Delivery(delivery))
        }
        _ => Edit::SetTemplate { activity: name.to_owned(), template },
    };
    Some(Remedy { cure, edit })
}

/// The first list there is.
pub(super) fn use_list(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let list = (*scenario.list_names().first()?).to_owned();
    let mut settings = scenario.workflow.activity(name)?.settings.clone();
    match &mut settings {
        Settings::ReadList(read) => read.list.clone_from(&list),
        Settings::ListUpdate(update) => update.list.clone_from(&list),
        _ => return None,
    }
    Some(Remedy { cure: Cure::UseList { list }, edit: set(name, settings) })
}

/// The first information service there is.
pub(super) fn use_service(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let service = scenario.services.first()?.name.clone();
    let Settings::Subscription(mut update) = scenario.workflow.activity(name)?.settings.clone() else {
        return None;
    };
    update.service.clone_from(&service);
    Some(Remedy { cure: Cure::UseService { service }, edit: set(name, Settings::Subscription(update)) })
}

/// A name for each output that has none or that of another.
pub(super) fn name_outputs(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let mut settings = scenario.workflow.activity(name)?.settings.clone();
    // The names of outputs that no form sets are taken.
    let fixed = settings.outputs().into_iter();
    let fixed = fixed.filter(|output| !matches!(output.port, Port::Named(_) | Port::Expired(_)));
    let mut taken: BTreeSet<String> = fixed.map(|output| output.name).collect();
    let (stem, names): (&str, Vec<&mut String>) = match &mut settings {
        Settings::Split(split) => ("subset", split.subsets.iter_mut().map(|one| &mut one.name).collect()),
        Settings::Cells(cells) => ("cell", cells.cells.iter_mut().map(|one| &mut one.name).collect()),
        Settings::Test(test) => ("branch", test.branches.iter_mut().map(|one| &mut one.name).collect()),
        Settings::Approval(approval) => {
            let answers = approval.answers.iter_mut().map(|one| &mut one.name);
            ("answer", answers.chain(approval.expirations.iter_mut().map(|one| &mut one.name)).collect())
        }
        Settings::ExternalSignal(signal) => {
            ("expired", signal.expirations.iter_mut().map(|one| &mut one.name).collect())
        }
        _ => return None,
    };
    // Names that can stay do so, whichever stands first.
    let kept: Vec<bool> =
        names.iter().map(|name| !name.trim().is_empty() && taken.insert((**name).clone())).collect();
    for (name, _) in names.into_iter().zip(kept).filter(|(_, is_kept)| !is_kept) {
        let stem = if name.trim().is_empty() { stem } else { name.as_str() };
        let free = free_name(stem, |name| taken.contains(name));
        taken.insert(free.clone());
        *name = free;
    }
    Some(Remedy { cure: Cure::NameOutputs, edit: set(name, settings) })
}

/// The first activity that leads here as the main set.
pub(super) fn choose_main_set(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let first = scenario.workflow.transitions.iter().find(|one| one.to == name);
    let activity = first?.from.clone();
    let mut settings = scenario.workflow.activity(name)?.settings.clone();
    match &mut settings {
        Settings::Exclusion(exclusion) => exclusion.main_set = Some(activity.clone()),
        Settings::AndJoin(join) => join.main_set = Some(activity.clone()),
        _ => return None,
    }
    Some(Remedy { cure: Cure::ChooseMainSet { activity }, edit: set(name, settings) })
}

/// A Wait of a day.
pub(super) fn wait_a_day(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let Settings::Wait(mut wait) = scenario.workflow.activity(name)?.settings.clone() else { return None };
    wait.duration = Duration { count: 1, unit: DurationUnit::Days };
    Some(Remedy { cure: Cure::WaitADay, edit: set(name, Settings::Wait(wait)) })
}

/// A Time constraint that opens on every day.
pub(super) fn every_day(scenario: &Scenario, name: &str) -> Option<Remedy> {
    let settings = scenario.workflow.activity(name)?.settings.clone();
    let Settings::TimeConstraint(mut window) = settings else { return None };
    window.days = Days::default();
    Some(Remedy { cure: Cure::EveryDay, edit: set(name, Settings::TimeConstraint(window)) })
}

fn set(name: &str, settings: Settings) -> Edit {
    Edit::SetSettings { activity: name.to_owned(), settings: Box::new(settings) }
}
