//! The panel of one activity: its header, what is wrong with it, and the sections of its kind.

use std::rc::Rc;

use yew::prelude::*;

use super::InspectorProps;
use super::advanced::advanced_fold;
use super::delivery::Delivering;
use super::delivery::channel::channel_sections;
use super::delivery::continuous::continuous_sections;
use super::delivery::control::control_section;
use super::delivery::plain::plain_sections;
use super::delivery::recurring::recurring_sections;
use super::delivery::script::script_section;
use super::field::Field;
use super::forms;
use super::parts::{check_box, section};
use super::pen::Pen;
use super::query::ConditionForm;
use super::query::history::history_section;
use super::reading;
use super::schedule::launches::LaunchList;
use super::schedule::month::MonthCalendar;
use super::schedule::{Planning, schedule_form};
use crate::app::action::Action;
use crate::base::time::SimSpan;
use crate::people::Condition;
use crate::scenario::activity::{Activity, IncrementalQuerySettings, Settings};
use crate::scenario::check::notes;
use crate::scenario::edit::Edit;
use crate::scenario::finding::{Finding, Severity};
use crate::schedule::{Frequency, FrequencyKind, Schedule};
use crate::text;
use crate::text::activity::settings::Setting;
use crate::ui::shell::icon::{Icon, IconView};

/// The panel.
pub fn activity_form(props: &InspectorProps, pen: &Pen, activity: &Activity) -> Html {
    let name: Rc<str> = activity.name.as_str().into();
    let forms = sections(props, pen, &name, &activity.settings);
    html! {
        <>
            { head(pen, activity) }
            <p class="ins-hint">{ text::activity::explained(pen.lang, activity.settings.kind()) }</p>
            { findings(props, activity) }
            { forms.clone() }
            { in_words(props, activity, forms.is_some()) }
            { advanced_fold(props, pen, activity) }
        </>
    }
}

fn head(pen: &Pen, activity: &Activity) -> Html {
    let words = text::inspector::of(pen.lang);
    let kind = activity.settings.kind();
    let name = activity.name.clone();
    let read = Callback::from(move |typed: AttrValue| {
        Ok(Edit::Relabel { activity: name.clone(), label: reading::required(&typed)? })
    });
    let hint = kind.is_delivery().then_some(AttrValue::from(words.label_of_delivery));
    html! {
        <>
            <header class="ins-head">
                <h2 class="eyebrow">{ text::activity::name(pen.lang, kind) }</h2>
                <button type="button" class="quiet tool" aria-label={words.close} title={words.close}
                    onclick={pen.send.reform(|_| Action::ChooseActivity(None))}>
                    <IconView icon={Icon::Close} />
                </button>
            </header>
            <Field id="ins-label" label={words.label} has_hidden_label=true class="ins-title" applied={activity.label.clone()}
                {read} {hint} pen={pen.clone()} />
        </>
    }
}

/// What is wrong or doubtful about this activity, and what is worth knowing; the place is plain, so only the
/// sentences are said.
fn findings(props: &InspectorProps, activity: &Activity) -> Html {
    let is_about = |finding: &&Finding| finding.activity.as_ref() == Some(&activity.name);
    let about: Vec<&Finding> = props.findings.iter().filter(is_about).collect();
    let notes = notes(&props.scenario);
    let notes: Vec<&Finding> = notes.iter().filter(is_about).collect();
    let words = text::inspector::of(props.lang);
    let is_error = about.iter().any(|finding| finding.severity == Severity::Error);
    html! {
        <>
            { listed(props, &about, words.findings, if is_error { "is-error" } else { "" }) }
            { listed(props, &notes, words.notes, "is-note") }
        </>
    }
}

fn listed(props: &InspectorProps, findings: &[&Finding], label: &'static str, class: &'static str) -> Html {
    if findings.is_empty() {
        return Html::default();
    }
    let page = |finding: &Finding| finding.problem.page().map(|page| text::finding::page(props.lang, page));
    html! {
        <ul class={classes!("ins-findings", class)} aria-label={label}>
            { for findings.iter().enumerate().map(|(place, finding)| html! {
                <li key={place}>
                    <IconView icon={if class == "is-note" { Icon::Help } else { Icon::Warning }} />
                    <span>
                        { text::finding::told(props.lang, &props.scenario, &finding.problem).line() }
                        if let Some(page) = page(finding) { <small>{ " " }{ page }</small> }
                    </span>
                </li>
            }) }
        </ul>
    }
}

/// The forms of an activity; none where it has none.
fn sections(props: &InspectorProps, pen: &Pen, name: &Rc<str>, settings: &Settings) -> Option<Html> {
    let delivering = || Delivering {
        pen: pen.clone(),
        activity: name.clone(),
        scenario: props.scenario.clone(),
        props,
        shown: props.shown,
    };
    Some(match settings {
        Settings::Scheduler(scheduler) => {
            let planning = planning(props, pen, name, &scheduler.schedule);
            html! {
                <>
                    { section(text::inspector::schedule::of(pen.lang).schedule, schedule_form(&planning)) }
                    { launches(props, &planning) }
                </>
            }
        }
        Settings::Query(query) => html! {
            <>
                { condition(props, pen, name, &query.condition) }
                { forms::form(props, pen, name, settings) }
            </>
        },
        Settings::IncrementalQuery(query) => html! {
            <>
                { condition(props, pen, name, &query.condition) }
                { history_section(pen, name, query) }
                { own_schedule(props, pen, name, query) }
            </>
        },
        Settings::RecurringDelivery(delivery) => recurring_sections(&delivering(), delivery),
        Settings::ContinuousDelivery(delivery) => continuous_sections(&delivering(), delivery),
        Settings::ChannelDelivery(delivery) => channel_sections(&delivering(), delivery),
        Settings::Delivery(delivery) => plain_sections(&delivering(), delivery),
        Settings::DeliveryControl(control) => control_section(&delivering(), control),
        Settings::Script(code) => script_section(&delivering(), code),
        other => return forms::form(props, pen, name, other),
    })
}

/// What is set and stands on no form: read, not changed.
fn in_words(props: &InspectorProps, activity: &Activity, has_form: bool) -> Html {
    let (lang, words) = (props.lang, text::inspector::of(props.lang));
    let mut rows = Vec::new();
    // The forms of these two leave something out.
    if !has_form || matches!(activity.settings, Settings::Scheduler(_) | Settings::IncrementalQuery(_)) {
        rows.extend(text::activity::settings::settings(lang, &props.scenario, activity));
        rows.extend(text::activity::settings::outputs(lang, activity));
    }
    html! {
        <>
            if !rows.is_empty() {
                { section(if has_form { words.also_set } else { words.set }, list(rows)) }
            } else if !has_form {
                <p class="ins-hint">{ words.nothing_to_set }</p>
            }
        </>
    }
}

fn list(rows: Vec<Setting>) -> Html {
    html! {
        <dl class="ins-list">
            { for rows.into_iter().enumerate().map(|(place, (what, how))| html! {
                <div key={place}><dt>{ what }</dt><dd>{ how }</dd></div>
            }) }
        </dl>
    }
}

fn planning(props: &InspectorProps, pen: &Pen, name: &Rc<str>, schedule: &Schedule) -> Planning {
    let (start, end) = (props.scenario.start_time(), props.scenario.end_time());
    Planning { pen: pen.clone(), activity: name.clone(), schedule: schedule.clone(), start, end }
}

fn launches(props: &InspectorProps, planning: &Planning) -> Html {
    let workflow = &props.scenario.workflow;
    let zone = workflow.activity(&planning.activity).and_then(|activity| workflow.zone_of(activity));
    let zone = zone.unwrap_or_default();
    let (schedule, activity, start, end) =
        (planning.schedule.clone(), planning.activity.clone(), planning.start, planning.end);
    html! {
        <>
            <LaunchList schedule={schedule.clone()} activity={activity.clone()} {zone} {start} {end} shown={props.shown}
                run={props.run.clone()} lang={props.lang} />
            <MonthCalendar {schedule} {activity} {zone} {start} {end} shown={props.shown} run={props.run.clone()} lang={props.lang} />
        </>
    }
}

fn condition(props: &InspectorProps, pen: &Pen, name: &Rc<str>, condition: &Condition) -> Html {
    let activity = name.to_string();
    let on_change = move |condition: Condition| Edit::SetCondition { activity: activity.clone(), condition };
    html! {
        <ConditionForm {on_change} condition={condition.clone()} schema={props.scenario.population.schema()}
            run={props.run.clone()} shown={props.shown} pen={pen.clone()} />
    }
}

/// *Schedule execution* with the same wizard as the Scheduler's.
fn own_schedule(props: &InspectorProps, pen: &Pen, name: &Rc<str>, query: &IncrementalQuerySettings) -> Html {
    let words = text::inspector::schedule::of(pen.lang);
    let set = |schedule| Edit::SetSchedule { activity: name.to_string(), schedule };
    let nine = props.scenario.start_time() + SimSpan::from_hours(9);
    let weekly = Schedule::from(Frequency::default_of(FrequencyKind::Weekly, nine));
    let planning = query.schedule.as_ref().map(|schedule| planning(props, pen, name, schedule));
    let (is_on, means, other) = match planning {
        Some(_) => (true, "", None),
        None => (false, words.unplanned, Some(weekly)),
    };
    // The box stays the same element whether it is ticked or not, so that it keeps the focus.
    html! {
        <>
            { section(words.schedule, html! {
                <>
                    { check_box(pen, "ins-planned", words.planned, is_on, means, set(other)) }
                    { planning.as_ref().map(schedule_form).unwrap_or_default() }
                </>
            }) }
            { planning.as_ref().map(|planning| launches(props, planning)).unwrap_or_default() }
        </>
    }
}
