//! The Advanced tab, which every activity has.

use std::rc::Rc;

use yew::prelude::*;

use super::InspectorProps;
use super::forms::area::Area;
use super::forms::duration::duration_fields;
use super::forms::rows::Row;
use super::forms::sheet::{RowsOf, Sheet};
use super::parts::fold;
use super::pen::Pen;
use super::{reading, zone};
use crate::scenario::activity::Activity;
use crate::scenario::activity::advanced::{Advanced, Behavior, Execution, OnError};
use crate::scenario::activity::flow::{Duration, DurationUnit};
use crate::scenario::edit::Edit;
use crate::scenario::variables::{Assigned, Assignment, Scope, VarValue};
use crate::text::activity::settings::on_error;
use crate::text::activity::words::assignment;
use crate::text::inspector::{advanced as words, forms};

/// The largest whole number a form takes.
const LARGEST: i64 = 1_000_000_000;

/// What a line of the initialization script does.
#[derive(Clone, Copy, PartialEq)]
enum Does {
    Flag,
    Number,
    Text,
    Add,
}

/// The tab, folded away where nothing is set on it.
pub fn advanced_fold(props: &InspectorProps, pen: &Pen, activity: &Activity) -> Html {
    let name = activity.name.clone();
    let sheet = Sheet::new(props, pen, &activity.advanced, move |advanced| Edit::SetAdvanced {
        activity: name.clone(),
        advanced,
    });
    let (lang, now) = (pen.lang, &activity.advanced);
    let words = words::of(lang);
    let executions = [Execution::Normal, Execution::EnableButDoNotExecute, Execution::DoNotEnable];
    let executions = executions.map(|one| (one, words::execution(lang, one).to_owned()));
    let behaviors = [
        (Behavior::SeveralTasksAuthorized, words.several.to_owned()),
        (Behavior::CurrentTaskHasPriority, words.priority.to_owned()),
    ];
    let means = match now.behavior {
        Behavior::SeveralTasksAuthorized => words.several_means,
        Behavior::CurrentTaskHasPriority => words.priority_means,
    };
    let zones = zone::entries(words.zone_by_default, now.time_zone.as_ref());
    let errors = [None, Some(OnError::Suspend), Some(OnError::Ignore), Some(OnError::Abort)];
    let errors =
        errors.map(|one| (one, one.map_or(words.error_of_workflow, |one| on_error(lang, one)).to_owned()));
    let comment = sheet.making(|next, text: AttrValue| next.comment = text.to_string());
    let body = html! {
        <>
            { sheet.one_of("ins-execution", words.execution, now.execution, &executions, |next, one| next.execution = one) }
            <p class="ins-hint">{ words::execution_means(lang, now.execution) }</p>
            { sheet.one_of("ins-behavior", words.behavior, now.behavior, &behaviors, |next, one| next.behavior = one) }
            <p class="ins-hint">{ means }</p>
            { sheet.choice("ins-zone", words.time_zone, zone::applied(now.time_zone.as_ref()), zones, |next, value| {
                next.time_zone = zone::chosen(value);
            }) }
            { sheet.one_of("ins-on-error", words.on_error, now.on_error, &errors, |next, one| next.on_error = one) }
            if let Some(error) = now.on_error {
                <p class="ins-hint">{ words::on_error_means(lang, error) }</p>
            }
            { longest(&sheet) }
            { initialization(&sheet) }
            <Area id="ins-comment" label={words.comment} applied={now.comment.clone()} change={comment} pen={pen.clone()} />
        </>
    };
    fold(words.advanced, !now.is_default(), body)
}

fn longest(sheet: &Sheet<'_, Advanced>) -> Html {
    let words = words::of(sheet.pen.lang);
    let longest = sheet.now.max_execution;
    let means = if longest.is_some() { words.max_on } else { words.max_off };
    html! {
        <>
            { sheet.tick("ins-max-execution", words.max_execution, longest.is_some(), means, |next| {
                next.max_execution = match next.max_execution {
                    None => Some(Duration { count: 1, unit: DurationUnit::Hours }),
                    Some(_) => None,
                };
            }) }
            if let Some(longest) = longest {
                { duration_fields(sheet, "ins-longest", words.period, longest, |next| next.max_execution.as_mut()) }
            }
        </>
    }
}

fn initialization(sheet: &Sheet<'_, Advanced>) -> Html {
    let lang = sheet.pen.lang;
    let words = words::of(lang);
    html! {
        <>
            <p class="ins-label">{ words.initialization }</p>
            { sheet.rows(RowsOf {
                id: "ins-initialization".to_owned(),
                label: words.initialization,
                none: words.no_assignment,
                add: words.add_assignment,
                is_ordered: true,
                list: |next, _| Some(&mut next.initialization),
                of: 0,
                fresh: Rc::new(|_| Assignment {
                    scope: Scope::Instance,
                    name: "isRunning".to_owned(),
                    value: Assigned::Set(VarValue::Flag(true)),
                }),
                row: &|place, one: &Assignment| line(sheet, place, one),
            }) }
        </>
    }
}

fn line(sheet: &Sheet<'_, Advanced>, place: usize, one: &Assignment) -> Row {
    let lang = sheet.pen.lang;
    let words = words::of(lang);
    let id = |part: &str| format!("ins-initial-{place}-{part}");
    let scopes = [(Scope::Instance, words.instance), (Scope::Task, words.task), (Scope::Event, words.event)];
    let scopes = scopes.map(|(scope, text)| (scope, text.to_owned()));
    let does = [
        (Does::Flag, words.set_flag),
        (Does::Number, words.set_number),
        (Does::Text, words.set_text),
        (Does::Add, words.add),
    ];
    let does = does.map(|(one, text)| (one, text.to_owned()));
    let now = match &one.value {
        Assigned::Set(VarValue::Flag(_)) => Does::Flag,
        Assigned::Set(VarValue::Integer(_)) => Does::Number,
        Assigned::Set(VarValue::Text(_)) => Does::Text,
        Assigned::Add(_) => Does::Add,
    };
    let read_name = sheet.reader(move |next, typed| {
        let typed = reading::required(typed)?;
        next.initialization.get_mut(place).into_iter().for_each(|one| one.name = typed.clone());
        Ok(())
    });
    Row {
        name: assignment(lang, one).into(),
        head: sheet.text(id("name"), words.variable, &one.name, read_name),
        body: html! {
            <>
                { sheet.one_of(id("scope"), words.scope, one.scope, &scopes, move |next, scope| {
                    next.initialization.get_mut(place).into_iter().for_each(|one| one.scope = scope);
                }) }
                { sheet.one_of(id("does"), words.does, now, &does, move |next, does| {
                    let value = match does {
                        Does::Flag => Assigned::Set(VarValue::Flag(true)),
                        Does::Number => Assigned::Set(VarValue::Integer(0)),
                        Does::Text => Assigned::Set(VarValue::Text(String::new())),
                        Does::Add => Assigned::Add(1),
                    };
                    next.initialization.get_mut(place).into_iter().for_each(|one| one.value = value.clone());
                }) }
                { value(sheet, id("value"), place, one) }
            </>
        },
    }
}

fn value(sheet: &Sheet<'_, Advanced>, id: String, place: usize, one: &Assignment) -> Html {
    let forms = forms::of(sheet.pen.lang);
    let put = move |next: &mut Advanced, value: Assigned| {
        next.initialization.get_mut(place).into_iter().for_each(|one| one.value = value.clone());
    };
    match &one.value {
        Assigned::Set(VarValue::Flag(on)) => {
            let values = [(true, forms.yes.to_owned()), (false, forms.no.to_owned())];
            sheet.one_of(id, forms.value, *on, &values, move |next, on| {
                put(next, Assigned::Set(VarValue::Flag(on)))
            })
        }
        Assigned::Set(VarValue::Text(text)) => {
            let read = sheet.reader(move |next, typed| {
                put(next, Assigned::Set(VarValue::Text(typed.to_owned())));
                Ok(())
            });
            sheet.text(id, forms.value, text, read)
        }
        Assigned::Set(VarValue::Integer(number)) | Assigned::Add(number) => {
            let is_added = matches!(one.value, Assigned::Add(_));
            let read = sheet.reader(move |next, typed| {
                let number = reading::whole(typed, -LARGEST, LARGEST)?;
                put(
                    next,
                    if is_added { Assigned::Add(number) } else { Assigned::Set(VarValue::Integer(number)) },
                );
                Ok(())
            });
            sheet.text(id, forms.value, &number.to_string(), read)
        }
    }
}
