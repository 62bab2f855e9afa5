//! Sets a whole form at once, and has transitions and answers follow its outputs.

use super::{Refusal, find};
use crate::base::rest::Rest;
use crate::scenario::Scenario;
use crate::scenario::activity::ports::{Output, Port};
use crate::scenario::activity::{Activity, IncrementalQuerySettings, Settings, Transition};
use crate::scenario::intervention::Stimulus;

/// Links and contracts have no place on the form of an Incremental query.
pub(super) fn make_incremental(activity: &mut Activity) -> Result<(), Refusal> {
    let Settings::Query(query) = &activity.settings else { return Err(Refusal::NotForThisActivity) };
    if !query.links.is_empty() || !query.dimension.is_recipients() {
        return Err(Refusal::NotForThisActivity);
    }
    activity.settings = Settings::IncrementalQuery(IncrementalQuerySettings {
        condition: query.condition.clone(),
        schedule: None,
        history_days: 0,
        keep_history: true,
        rest: Rest::new(),
    });
    Ok(())
}

pub(super) fn set(scenario: &mut Scenario, name: &str, settings: Settings) -> Result<(), Refusal> {
    let activity = find(scenario, name)?;
    if activity.settings.kind() != settings.kind() {
        return Err(Refusal::NotForThisActivity);
    }
    let (before, after) = (activity.settings.outputs(), settings.outputs());
    activity.settings = settings;
    if before == after {
        return Ok(());
    }
    lead_on(&mut scenario.workflow.transitions, name, &before, &after);
    for intervention in &mut scenario.interventions {
        if let Stimulus::Answer { activity, answer } = &mut intervention.what
            && activity.as_str() == name
            && let Some(left) = before.iter().find(|output| output.name == *answer)
            && let Some(next) = follow(left, &before, &after)
        {
            answer.clone_from(&next.name);
        }
    }
    Ok(())
}

/// Has the transitions that leave an activity follow its outputs; those of an output that is no more go.
pub(super) fn lead_on(transitions: &mut Vec<Transition>, name: &str, before: &[Output], after: &[Output]) {
    // The one that a transition without a name leaves by.
    let first = after.iter().find(|output| output.port == Port::Main).or(after.first());
    transitions.retain_mut(|one| {
        if one.from != name {
            return true;
        }
        let is_it = |output: &&Output| one.output.as_deref().is_none_or(|name| output.name == name);
        match before.iter().find(is_it).map(|left| follow(left, before, after)) {
            // An output that never was is no fault of this edit: the findings tell of it.
            None => true,
            Some(None) => false,
            Some(Some(next)) => {
                if one.output.is_some() || first != Some(next) {
                    one.output = Some(next.name.clone());
                }
                true
            }
        }
    });
}

/// Where a transition that left by an output leaves now: by that of the same name, else by the one in its place
/// if that is new there.
fn follow<'o>(left: &Output, before: &[Output], after: &'o [Output]) -> Option<&'o Output> {
    let is_new = |output: &&Output| before.iter().all(|earlier| earlier.name != output.name);
    let same_name = after.iter().find(|output| output.name == left.name);
    same_name.or_else(|| after.iter().find(|output| output.port == left.port).filter(is_new))
}
