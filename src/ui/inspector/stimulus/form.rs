//! The form for one thing done during the run; nothing is taken before it is saved.

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::draft::{Draft, Spot, answers, fitting, is_about_activity};
use crate::app::action::Action;
use crate::base::time::SimTime;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scenario::intervention::{StimulusKind as Kind, TaskError};
use crate::text::Lang;
use crate::text::format::plain_date;
use crate::text::inspector::stimuli::{self as words, StimulusForm as Words};
use crate::text::inspector::wrong::{self, Wrong};
use crate::text::label;
use crate::ui::inspector::choice::{Choice, Entry};
use crate::ui::inspector::parts::row;
use crate::ui::inspector::pen::Pen;
use crate::ui::inspector::schedule::{Planning, schedule_fields};
use crate::ui::shared::Shared;
use crate::ui::widgets::kept_focus::keep_focus;

/// Where the focus goes when the form is closed: to the buttons of its entry, else to the one that adds another.
const AROUND: [(&str, &[&str]); 2] =
    [("li", &["button:not(:disabled)"]), (".ins-section", &[".ins-buttons button:not(:disabled)"])];

/// Props of the form.
#[derive(Clone, PartialEq, Properties)]
pub struct StimulusFormProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The moment shown.
    pub shown: SimTime,
    /// The place of the entry that is edited; none makes a new one.
    pub number: Option<usize>,
    /// Closes the form.
    pub close: Callback<()>,
    /// Where edits go.
    pub pen: Pen,
}

struct Form<'a> {
    props: &'a StimulusFormProps,
    words: &'static Words,
    draft: UseStateHandle<Draft>,
    wrongs: Vec<(Spot, Wrong)>,
}

/// The form.
#[component]
pub fn StimulusForm(props: &StimulusFormProps) -> Html {
    let draft = use_state_eq(|| {
        let one = props.number.and_then(|number| props.scenario.interventions.get(number));
        match one {
            Some(one) => Draft::of(&props.scenario, one),
            None => Draft::fresh(&props.scenario, props.shown),
        }
    });
    let node = use_node_ref();
    let close = {
        let (node, close) = (node.clone(), props.close.clone());
        Callback::from(move |()| {
            if let Some(form) = node.cast::<Element>() {
                stay_near(&form);
            }
            close.emit(());
        })
    };
    let made = draft.made(&props.scenario);
    let save = {
        let (made, pen, close, number) = (made.clone().ok(), props.pen.clone(), close.clone(), props.number);
        Callback::from(move |()| {
            let Some(one) = made.clone() else { return };
            let add = Edit::AddIntervention(one);
            pen.edit(match number {
                Some(number) => Edit::All(vec![Edit::RemoveIntervention { number }, add]),
                None => add,
            });
            close.emit(());
        })
    };
    let form =
        Form { props, words: words::of(props.pen.lang), draft, wrongs: made.err().unwrap_or_default() };
    let is_off = props.pen.readonly || !form.wrongs.is_empty();
    let onkeydown = {
        let (close, save) = (close.clone(), save.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                close.emit(());
            }
            "Enter" if event.target_dyn_into::<HtmlInputElement>().is_some() && !is_off => {
                event.prevent_default();
                save.emit(());
            }
            _ => {}
        })
    };
    html! {
        <div class="ins-stimulus" role="group" aria-label={form.words.add} ref={node} {onkeydown}>
            { what(&form) }
            { when(&form) }
            { activity(&form) }
            { details(&form) }
            <div class="ins-buttons">
                <button type="button" class="primary" disabled={is_off} onclick={save.reform(|_| ())}>{ form.words.save }</button>
                <button type="button" class="outlined" onclick={close.reform(|_| ())}>{ form.words.cancel }</button>
            </div>
        </div>
    }
}

fn stay_near(form: &Element) {
    for (room, places) in AROUND {
        if let Some(room) = form.closest(room).ok().flatten() {
            keep_focus(&room, places);
        }
    }
}

impl Form<'_> {
    fn lang(&self) -> Lang {
        self.props.pen.lang
    }

    fn choosing(&self, change: impl Fn(Draft, &str) -> Draft + 'static) -> Callback<AttrValue> {
        let draft = self.draft.clone();
        Callback::from(move |chosen: AttrValue| draft.set(change(Draft::clone(&draft), &chosen)))
    }

    fn choice(
        &self,
        id: &'static str,
        label: &'static str,
        applied: impl Into<AttrValue>,
        entries: Vec<Entry>,
        change: impl Fn(Draft, &str) -> Draft + 'static,
    ) -> Html {
        html! {
            <Choice {id} {label} applied={applied.into()} {entries} choose={self.choosing(change)} pen={self.props.pen.clone()} />
        }
    }

    /// A field that says at once what is wrong with it.
    fn field(
        &self,
        (id, label): (&'static str, &'static str),
        spot: Spot,
        (value, hint): (&str, Option<String>),
        change: fn(&mut Draft, String),
    ) -> Html {
        let wrong = self.wrongs.iter().find(|(at, _)| *at == spot);
        let wrong = wrong.map(|(_, wrong)| wrong::told(self.lang(), wrong).line());
        let about = format!("{id}-about");
        let oninput = {
            let draft = self.draft.clone();
            Callback::from(move |event: InputEvent| {
                let mut next = Draft::clone(&draft);
                change(&mut next, event.target_unchecked_into::<HtmlInputElement>().value());
                draft.set(next);
            })
        };
        html! {
            <div class="ins-field">
                <label for={id}>{ label }</label>
                <input {id} type={if spot == Spot::Date { "date" } else { "text" }} autocomplete="off" value={value.to_owned()}
                    disabled={self.props.pen.readonly} aria-invalid={wrong.is_some().then_some("true")}
                    aria-describedby={about.clone()} {oninput} />
                if let Some(wrong) = wrong {
                    <p class="ins-wrong" id={about} role="alert">{ wrong }</p>
                } else {
                    <p class="ins-hint" id={about}>{ hint.unwrap_or_default() }</p>
                }
            </div>
        }
    }
}

fn what(form: &Form<'_>) -> Html {
    let lang = form.lang();
    let now = form.draft.kind;
    let name = |kind: Kind| format!("{kind:?}");
    let is_content = matches!(now, Kind::EditTemplate | Kind::EditDelivery);
    let offered: Vec<Kind> = if is_content { vec![now] } else { Kind::OFFERED.to_vec() };
    let entries = offered.iter().map(|kind| Entry::new(name(*kind), words::kind(lang, *kind))).collect();
    let scenario = form.props.scenario.clone();
    html! {
        <>
            { form.choice("ins-do", form.words.what, name(now), entries, move |draft, chosen| {
                match offered.iter().find(|kind| name(**kind) == chosen) {
                    Some(kind) => draft.with_kind(&scenario, *kind),
                    None => draft,
                }
            }) }
            if is_content {
                <p class="ins-hint">{ form.words.in_content }</p>
            }
        </>
    }
}

fn when(form: &Form<'_>) -> Html {
    let (words, draft, scenario) = (form.words, &form.draft, &form.props.scenario);
    let last = (scenario.end_time() - crate::base::time::SimSpan::from_secs(1)).date();
    let hint =
        words::within(form.lang(), &plain_date(form.lang(), scenario.start), &plain_date(form.lang(), last));
    row(html! {
        <>
            { form.field(("ins-do-date", words.date), Spot::Date, (&draft.date, Some(hint)), |next, typed| next.date = typed) }
            { form.field(("ins-do-time", words.time), Spot::Time, (&draft.time, None), |next, typed| next.time = typed) }
        </>
    })
}

fn activity(form: &Form<'_>) -> Html {
    let (words, draft) = (form.words, &form.draft);
    if !is_about_activity(draft.kind) {
        return Html::default();
    }
    let scenario = form.props.scenario.clone();
    let all = (draft.kind == Kind::ExecutePending).then(|| Entry::new("", words.all_activities));
    let fitting = fitting(&scenario, draft.kind);
    let called = |name: &str| Entry::new(name.to_owned(), label::of_activity(&scenario, name).to_owned());
    let entries: Vec<Entry> = all.into_iter().chain(fitting.iter().map(|one| called(&one.name))).collect();
    if entries.is_empty() {
        return html! { <p class="ins-refusal">{ words.no_activity }</p> };
    }
    form.choice("ins-do-activity", words.activity, draft.activity.clone(), entries, move |draft, chosen| {
        draft.with_activity(&scenario, chosen)
    })
}

fn details(form: &Form<'_>) -> Html {
    let (words, draft) = (form.words, &form.draft);
    let text = |label: &'static str| {
        form.field(("ins-do-text", label), Spot::Text, (&draft.text, None), |next, typed| next.text = typed)
    };
    let count = |label: &'static str| {
        form.field(("ins-do-count", label), Spot::Count, (&draft.count, None), |next, typed| {
            next.count = typed
        })
    };
    match draft.kind {
        Kind::Relabel => text(words.label),
        Kind::Answer => {
            let answers = answers(&form.props.scenario, &draft.activity);
            let entries = answers.into_iter().map(|one| Entry::new(one.clone(), one)).collect();
            form.choice("ins-do-answer", words.answer, draft.text.clone(), entries, |mut draft, chosen| {
                draft.text = chosen.to_owned();
                draft
            })
        }
        Kind::SetVariable => html! {
            <>
                { text(words.variable) }
                { form.field(("ins-do-value", words.value), Spot::Value, (&draft.value, Some(words.value_hint.to_owned())),
                    |next, typed| next.value = typed) }
            </>
        },
        Kind::Unsubscribe => count(words.recipient),
        Kind::ServerDown => count(words.hours),
        Kind::FailTasks => {
            let errors = vec![Entry::new("database", words.database), Entry::new("file", words.file_system)];
            let now = if draft.error == TaskError::FileSystem { "file" } else { "database" };
            html! {
                <>
                    { count(words.times) }
                    { form.choice("ins-do-error", words.error, now, errors, |mut draft, chosen| {
                        draft.error = if chosen == "file" { TaskError::FileSystem } else { TaskError::Database };
                        draft
                    }) }
                </>
            }
        }
        Kind::EditSchedule => schedule(form),
        _ => Html::default(),
    }
}

/// The whole form of a Scheduler. What it asks for goes into the draft, and from there into the scenario once that
/// is saved.
fn schedule(form: &Form<'_>) -> Html {
    let draft = form.draft.clone();
    let send = Callback::from(move |action: Action| {
        if let Action::Edit(Edit::SetSchedule { schedule: Some(schedule), .. }) = action {
            draft.set(Draft { schedule, ..Draft::clone(&draft) });
        }
    });
    let planning = Planning {
        pen: Pen { send, ..form.props.pen.clone() },
        activity: form.draft.activity.as_str().into(),
        schedule: form.draft.schedule.clone(),
        start: form.props.scenario.start_time(),
        end: form.props.scenario.end_time(),
    };
    // There Enter takes what was typed; saving is the next step.
    let onkeydown = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" && event.target_dyn_into::<HtmlInputElement>().is_some() {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    html! {
        <>
            <div class="ins-body" role="group" aria-label={form.words.schedule} {onkeydown}>
                <p class="ins-label">{ form.words.schedule }</p>
                { schedule_fields(&planning) }
            </div>
            <p class="ins-hint">{ form.words.restart_needed }</p>
        </>
    }
}
