//! The report page: files that learners saved, redrawn one by one and as a class.

use std::rc::Rc;

use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

use super::report_tables as tables;
use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::learning::Book;
use crate::lesson::report::{Learner, MAX_BYTES, items};
use crate::text::Lang;
use crate::text::format::quoted;
use crate::text::instructor::{self as says, Say};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::file::read_file;
use crate::ui::widgets::kept_focus::click_away;

/// Where the focus goes once a learner is gone with the button: to the next, or to the heading.
const PLACES: &[&str] = &[".class-learner button", ".course h2"];

/// Props of the page.
#[derive(Clone, Properties)]
pub(in crate::ui) struct ReportProps {
    /// The learners.
    pub(in crate::ui) learners: Shared<Vec<Learner>>,
    /// The names of files that held no progress.
    pub(in crate::ui) refused: Shared<Vec<String>>,
    /// The course, for the names of its items; none while it is not here.
    pub(in crate::ui) book: Option<Rc<Book>>,
    /// The language.
    pub(in crate::ui) lang: Lang,
    /// Takes actions.
    pub(in crate::ui) send: Callback<Action>,
}

impl PartialEq for ReportProps {
    fn eq(&self, other: &Self) -> bool {
        self.learners == other.learners
            && self.refused == other.refused
            && self.book.as_ref().map(Rc::as_ptr) == other.book.as_ref().map(Rc::as_ptr)
            && self.lang == other.lang
    }
}

impl ReportProps {
    pub(super) fn say(&self, say: Say) -> &'static str {
        say.within(self.lang)
    }
}

/// The page.
#[component]
pub(in crate::ui) fn ReportPage(props: &ReportProps) -> Html {
    let on =
        |action: InstructorAction| props.send.reform(move |_: MouseEvent| Action::Instructor(action.clone()));
    let forget = |place| click_away(&props.send, PLACES, Action::Instructor(InstructorAction::Forget(place)));
    let has_any = !props.learners.is_empty();
    let print = |_: MouseEvent| {
        let _ = web_sys::window().map(|window| window.print());
    };
    let course = props.book.as_ref().map(|book| &book.course);
    let is_strange = items(course, &props.learners).iter().any(|key| tables::item_name(props, key).is_none());
    let ondrop = {
        let send = props.send.clone();
        move |event: DragEvent| {
            let Some(files) =
                event.data_transfer().and_then(|data| data.files()).filter(|files| files.length() > 0)
            else {
                return;
            };
            event.prevent_default();
            for file in (0..files.length()).filter_map(|place| files.get(place)) {
                read(&file, &send);
            }
        }
    };
    html! {
        <section class="course class-report" aria-label={props.say(Say::Report)} {ondrop}>
            <header class="course-head">
                <div>
                    <h2 tabindex="-1">{ props.say(Say::Report) }</h2>
                    <p>{ props.say(Say::ReportSays) }</p>
                </div>
                <div class="course-ways">
                    { open_button(props, !has_any) }
                    if has_any {
                        <button type="button" class="outlined" onclick={on(InstructorAction::Csv)}>{ props.say(Say::Csv) }</button>
                        <button type="button" class="outlined" onclick={print}>{ props.say(Say::Print) }</button>
                    }
                    <button type="button" class="outlined" onclick={on(InstructorAction::Pieces)}>{ props.say(Say::CloseReport) }</button>
                </div>
            </header>
            <div role="status">
                { for props.refused.iter().map(|name| html! {
                    <p class="problem" key={name.clone()}><IconView icon={Icon::Warning} /><span>{ format!("{} {}", quoted(props.lang, name), props.say(Say::BadProgress)) }</span></p>
                }) }
                if has_any {
                    <p class="muted">{ says::learners(props.lang, props.learners.len()) }</p>
                } else {
                    <p class="muted">{ props.say(Say::NoReport) }</p>
                }
            </div>
            if is_strange {
                <p class="small muted">{ props.say(Say::OtherCourse) }</p>
            }
            if props.learners.len() > 1 {
                <h3>{ props.say(Say::Class) }</h3>
                { tables::class(props) }
            }
            { for props.learners.iter().enumerate().map(|(place, learner)| html! {
                <article key={learner.name.clone()} class="class-learner" aria-label={learner.name.clone()}>
                    <div class="bench-row bench-head">
                        <h3 translate="no">{ &learner.name }</h3>
                        <button type="button" class="quiet tool" aria-label={format!("{}: {}", props.say(Say::ForgetLearner), learner.name)}
                            title={props.say(Say::ForgetLearner)} onclick={forget(place)}><IconView icon={Icon::Close} /></button>
                    </div>
                    { tables::learner(props, learner) }
                </article>
            }) }
        </section>
    }
}

fn open_button(props: &ReportProps, is_first: bool) -> Html {
    let send = props.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Some(files) = input.files() {
            for file in (0..files.length()).filter_map(|place| files.get(place)) {
                read(&file, &send);
            }
        }
        input.set_value("");
    });
    html! {
        <label class={classes!("outlined", "button-like", is_first.then_some("primary"))}>{ props.say(Say::OpenProgress) }<input type="file" multiple=true accept="application/json,.json" class="visually-hidden" {onchange} /></label>
    }
}

fn read(file: &File, send: &Callback<Action>) {
    let (name, send) = (file.name(), send.clone());
    read_file(file, MAX_BYTES, move |bytes| {
        let bytes = bytes.unwrap_or_default().into();
        send.emit(Action::Instructor(InstructorAction::ProgressCame { name, bytes }));
    });
}
