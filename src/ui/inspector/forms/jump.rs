//! The forms of End, Jump start, Jump end and Sub-workflow.

use yew::prelude::*;

use super::lookup::with_set;
use super::sheet::Sheet;
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::activity::flow::{EndSettings, JumpSettings, SubWorkflowSettings};
use crate::text::activity::words::label_of;
use crate::text::inspector::forms::flow as words;
use crate::ui::inspector::choice::Entry;
use crate::ui::inspector::field::Look;
use crate::ui::inspector::reading;

/// The largest number of a jump.
const MOST: u32 = 999;

/// The End: whether it stops everything else.
pub fn end(sheet: &Sheet<'_, EndSettings>) -> Html {
    let words = words::of(sheet.pen.lang);
    let on = sheet.now.stops_all;
    let means = if on { words.stopped } else { words.not_stopped };
    sheet.tick("ins-stops", words.stops_all, on, means, |end| end.stops_all = !on)
}

/// A Jump start or a Jump end: its number, and what the number joins it to.
pub fn jump(sheet: &Sheet<'_, JumpSettings>, is_start: bool) -> Html {
    let words = words::of(sheet.pen.lang);
    let number = sheet.now.number;
    let hint = joined(sheet, is_start)
        .unwrap_or_else(|| if is_start { words.no_jump_end } else { words.no_jump_start }.to_owned());
    let read = sheet.reader(|jump, typed| {
        jump.number = reading::count(typed, 1, MOST)?;
        Ok(())
    });
    sheet.told("ins-jump", words.number, Look::Number, number.to_string(), read, hint.into())
}

/// What the number joins it to, in words.
fn joined(sheet: &Sheet<'_, JumpSettings>, is_start: bool) -> Option<String> {
    let (lang, scenario): (_, &Scenario) = (sheet.pen.lang, &sheet.props.scenario);
    let is_other = |settings: &Settings| match settings {
        Settings::JumpEnd(end) => is_start && end.number == sheet.now.number,
        Settings::JumpStart(start) => !is_start && start.number == sheet.now.number,
        _ => false,
    };
    let other = scenario.workflow.activities.iter().find(|one| is_other(&one.settings))?;
    let label = label_of(scenario, &other.name);
    Some(if is_start { words::goes_on_at(lang, label) } else { words::comes_from(lang, label) })
}

/// The Sub-workflow: which workflow is run.
pub fn sub_workflow(sheet: &Sheet<'_, SubWorkflowSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let (set, subs) = (&sheet.now.workflow, &sheet.props.scenario.sub_workflows);
    let entries = subs.iter().map(|one| {
        let label = if one.label.trim().is_empty() { &one.name } else { &one.label };
        Entry::new(one.name.clone(), label.clone())
    });
    html! {
        <>
            { sheet.choice("ins-workflow", words.workflow, set.clone(), with_set(lang, entries.collect(), set), |sub, chosen| {
                chosen.clone_into(&mut sub.workflow);
            }) }
            if subs.is_empty() {
                <p class="ins-hint">{ words.no_workflow }</p>
            }
        </>
    }
}
