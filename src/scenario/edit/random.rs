//! Edits of all sorts for tests that try random ones.

use proptest::prelude::*;

use super::*;
use crate::base::rest::Rest;
use crate::base::time::SimSpan;
use crate::people::{GeneratedPeople, Operator};
use crate::scenario::activity::advanced::Execution;
use crate::scenario::intervention::Stimulus;
use crate::schedule::{MonthDay, TimeOfDay, Weekday, Zone, ZoneName};

/// Small numbers that choose an edit, and what it edits among what is there.
pub(crate) type Numbers = (usize, usize, usize, i32);

/// Any such numbers.
pub(crate) fn any_numbers() -> impl Strategy<Value = Numbers> {
    (0_usize..64, 0_usize..64, 0_usize..64, -500_i32..500)
}

/// The name of an activity that is there; an empty one where none is.
pub(crate) fn name_of(scenario: &Scenario, at: usize) -> String {
    let activities = &scenario.workflow.activities;
    activities.get(at % activities.len().max(1)).map(|one| one.name.clone()).unwrap_or_default()
}

/// An edit of the drawing: no setting of an activity that is there changes.
pub(crate) fn of_drawing(scenario: &Scenario, (which, a, b, by): Numbers) -> Edit {
    let name = |at| name_of(scenario, at);
    let sort = Sort::Kind(ActivityKind::ALL[a % ActivityKind::ALL.len()]);
    match which % 12 {
        0 => Edit::Add { sort, label: "New".into(), x: by, y: -by, after: None },
        1 => Edit::Add { sort, label: String::new(), x: by, y: by, after: Some((name(b), None)) },
        2 => Edit::Remove { activities: vec![name(a)] },
        3 => Edit::Move { activities: vec![name(a), name(b)], notes: Vec::new(), by_x: by, by_y: by * 3 },
        4 => Edit::Connect(Transition::new(&name(a), &name(b))),
        5 => Edit::Disconnect { transition: a },
        6 => Edit::Paste { clipping: Clipping::of(scenario, &[&name(a), &name(b)], &[]), by_x: by, by_y: 0 },
        7 => Edit::AddNote(Note::new("Look", (by, by))),
        8 => Edit::Reconnect { transition: a % 8, to: Transition::new(&name(a), &name(b)) },
        9 => Edit::SetNote { number: a % 4, note: Note::new("Look again", (by, 0)) },
        10 => Edit::RemoveNote { number: a % 4 },
        _ => Edit::Arrange(vec![(name(a), by, by)]),
    }
}

/// An edit of settings: of an activity, of the workflow or of the frame around it.
pub(crate) fn of_settings(scenario: &Scenario, (which, a, b, by): Numbers) -> Edit {
    let activity = name_of(scenario, a);
    let there = scenario.workflow.activity(&activity);
    let text = format!("Text {b} \"å\" {by}");
    let part = u32::try_from(b).unwrap();
    let at = scenario.start_time() + SimSpan::from_days(i64::from(by / 12));
    let creative = Creative { subject: text.clone(), body: "Hello\n".repeat(b % 3), ..Creative::default() };
    let row = scenario.templates.get(b % scenario.templates.len().max(1));
    let template = row.map(|row| row.name.clone()).unwrap_or_default();
    match which % 30 {
        0 => Edit::Relabel { activity, label: text },
        1 | 2 => {
            // As new, or as another one of its kind.
            let kind = there.map_or(ActivityKind::End, |one| one.settings.kind());
            let others = scenario.workflow.activities.iter().filter(|one| one.settings.kind() == kind);
            let other = others.cycle().nth(b % 5).filter(|_| which % 2 == 0);
            let fresh = Sort::Kind(kind).settings(scenario);
            let settings = Box::new(other.map_or(fresh, |one| one.settings.clone()));
            Edit::SetSettings { activity, settings }
        }
        3 => {
            let execution = if b % 4 == 0 { Execution::DoNotEnable } else { Execution::Normal };
            let advanced = Advanced { execution, time_zone: zone(b), comment: text, ..Advanced::default() };
            Edit::SetAdvanced { activity, advanced }
        }
        4 => {
            let properties = scenario.workflow.properties.clone();
            Edit::SetWorkflowProperties(WorkflowProperties { time_zone: zone(b), ..properties })
        }
        5 => Edit::SetApprovals(CampaignApprovals { content: b % 2 == 0, ..scenario.approvals.clone() }),
        6 => Edit::SetTechnical(TechnicalWorkflows { tracking: b % 2 == 0, ..scenario.technical.clone() }),
        7 => {
            let row = row.cloned().map(|row| DeliveryTemplate { label: text, ..row });
            row.map_or(Edit::All(Vec::new()), |row| Edit::SetTemplateRow(Box::new(row)))
        }
        8 => Edit::Rename(text),
        9 => {
            let what = match b % 3 {
                0 => Stimulus::PauseWorkflow,
                1 => Stimulus::StartWorkflow,
                _ => Stimulus::Relabel { activity, label: text },
            };
            Edit::AddIntervention(Intervention { at, what, rest: Rest::new() })
        }
        10 => {
            let moved = Edit::Arrange(vec![(activity.clone(), by, b as i32)]);
            Edit::All(vec![moved, Edit::Relabel { activity, label: text }, Edit::SetSeed(b as u64)])
        }
        11..=14 => Edit::SetSchedule { activity, schedule: schedule(scenario, b, by) },
        15 => {
            let condition = match b % 3 {
                0 => Condition::everyone(),
                1 => Condition::is("email", Operator::IsNotEmpty),
                _ => Condition::any(vec![Condition::is("city", Operator::IsEmpty), Condition::everyone()]),
            };
            Edit::SetCondition { activity, condition }
        }
        16 => Edit::SetHistory { activity, days: part * 7, keep: b % 2 == 0 },
        17 => {
            let kinds = [ActivityKind::RecurringDelivery, ActivityKind::ContinuousDelivery];
            Edit::SetDeliveryKind { activity, kind: kinds[b % 2] }
        }
        18 => Edit::MakeIncremental { activity },
        19 => Edit::SetDeliveryCode { activity, code: text },
        20 => Edit::SetTemplate { activity, template },
        21 => Edit::DuplicateTemplate { activity, label: text },
        22 => Edit::SetComputedLabel { template, pattern: text },
        23 => Edit::SetCreative { activity, creative },
        24 => Edit::EditCreativeAt { activity, at, creative },
        25 => Edit::RemoveIntervention { number: b % 4 },
        26 => Edit::SetWeeks(part % 4 + 1),
        27 => Edit::SetReactions(Reactions { opens: part * 100, ..scenario.reactions.clone() }),
        28 => {
            let size = part * 3;
            Edit::SetPopulation(PopulationSpec::Generated(GeneratedPeople { size, ..Default::default() }))
        }
        _ => {
            let list = NamedPeople { name: format!("list{b}"), label: text, members: None };
            if a % 2 == 0 { Edit::SetLists(vec![list]) } else { Edit::SetServices(vec![list]) }
        }
    }
}

fn zone(at: usize) -> Option<ZoneName> {
    let named = Zone::ALL.into_iter().cycle().nth(at);
    named.filter(|_| !at.is_multiple_of(3)).map(ZoneName::from)
}

fn schedule(scenario: &Scenario, b: usize, by: i32) -> Option<Schedule> {
    let time = TimeOfDay::new(b as u8 % 24, by.unsigned_abs() as u8 % 60);
    Some(match b % 5 {
        0 => Schedule::daily(time),
        1 => Schedule::weekly(Weekday::ALL[b % 7], time),
        2 => Schedule::monthly(MonthDay::On(b as u8 % 28 + 1), time),
        3 => Schedule::once(scenario.start_time() + SimSpan::from_days(b as i64)),
        _ => return None,
    })
}
