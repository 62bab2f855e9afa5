//! The panels of the page: what is beside the work, the work itself, and its inspector.

use std::rc::Rc;

use yew::prelude::*;

use super::outcome::outcome;
use super::shape::Shape;
use crate::app::action::Action;
use crate::app::instructor::Page;
use crate::app::options::Mode;
use crate::app::placing;
use crate::app::state::AppState;
use crate::lesson::prediction::Counted;
use crate::text;
use crate::ui::builder::board::Board;
use crate::ui::builder::palette::Palette;
use crate::ui::builder::stage::Stage;
use crate::ui::coach::Coach;
use crate::ui::course::cover::waiting;
use crate::ui::course::home::CourseHome;
use crate::ui::course::panel::{LessonPanel, away};
use crate::ui::course::props::LessonProps;
use crate::ui::export::ExportBand;
use crate::ui::filming::FilmBand;
use crate::ui::inspector::Inspector;
use crate::ui::instructor::bench::BenchPanel;
use crate::ui::instructor::home::{entries, previewing};
use crate::ui::instructor::lessons::Lessons;
use crate::ui::instructor::overview::Overview;
use crate::ui::instructor::project;
use crate::ui::instructor::report::ReportPage;
use crate::ui::opening::Step;
use crate::ui::running::RunBand;
use crate::ui::shared::Shared;
use crate::ui::shell::findings::FindingList;
use crate::ui::workflow::WorkflowPanel;

/// The panels, as far as they have been put up.
pub(super) fn panels(state: &AppState, shape: &Shape, step: Step, send: &Callback<Action>) -> Html {
    let view = &state.view;
    html! {
        <section class={shape.panel_classes()} aria-label={text::shell::of(view.lang).page}>
            { beside(state, shape, send) }
            <div class="work">
                if state.learning.study.as_ref().is_some_and(|study| study.is_away) {
                    { away(view.lang, send) }
                }
                { waiting(view.lang, &state.learning, send) }
                if state.learning.guest.as_ref().is_some_and(|guest| guest.is_preview) {
                    { previewing(view.lang, send) }
                }
                if shape.is_home {
                    { home(state, shape, send) }
                } else {
                    { work(state, shape, step, send) }
                }
            </div>
            if step.is_whole() && !shape.is_home {
                <Inspector scenario={Shared::of(state.scenario())} run={state.outcome.log.as_ref().map(Shared::of)}
                    findings={Shared::of(&state.outcome.findings)} shown={state.player.shown} chosen={view.selection.only_activity().cloned()} lang={view.lang}
                    readonly={view.readonly} send={send.clone()} />
            }
        </section>
    }
}

/// What helps with the work: a palette, a lesson, a trainer's tools or the tour.
fn beside(state: &AppState, shape: &Shape, send: &Callback<Action>) -> Html {
    html! {
        <>
            if shape.has_palette {
                { palette(state, send) }
            }
            if let Some(projected) = shape.projected {
                { project::panel(state, projected, send) }
            } else if let Some(bench) = &shape.bench {
                <BenchPanel ..bench.clone() />
            } else if shape.in_lesson {
                <LessonPanel ..LessonProps::of(state, send) />
            } else if shape.has_coach {
                { coach(state, send) }
            }
        </>
    }
}

/// The course, or a trainer's pages.
fn home(state: &AppState, shape: &Shape, send: &Callback<Action>) -> Html {
    let view = &state.view;
    if let Some(bench) = &shape.bench {
        return html! { <Overview ..bench.clone() /> };
    }
    if state.learning.study.is_none() && state.instructor.page != Page::Pieces {
        return page_of(state, send);
    }
    html! {
        <>
            <CourseHome learning={Rc::new(state.learning.at_home())} lang={view.lang} send={send.clone()} />
            { entries(view.lang, view.readonly, send) }
        </>
    }
}

/// The workflow with what is said about it, and what it came to.
fn work(state: &AppState, shape: &Shape, step: Step, send: &Callback<Action>) -> Html {
    let view = &state.view;
    html! {
        <>
            <ExportBand export={view.rows.export} lang={view.lang} send={send.clone()} />
            <FilmBand film={view.films.now} lang={view.lang} send={send.clone()} />
            <RunBand running={state.running} is_stale={state.is_stale()} is_cancelled={state.is_cancelled()}
                scenario={Shared::of(state.scenario())} population={state.outcome.population().map(Shared::of)}
                lang={view.lang} send={send.clone()} />
            if !shape.is_covered() {
                <FindingList findings={Shared::of(&state.outcome.findings)}
                    scenario={Shared::of(state.scenario())} lang={view.lang} readonly={view.readonly} send={send.clone()} />
            }
            if view.mode == Mode::Build {
                { stage(state, send) }
            } else if view.mode != Mode::Compare {
                { workflow(state, send) }
            }
            if step.is_whole() && view.mode != Mode::Build {
                { outcome(state, shape.covers, send) }
            }
        </>
    }
}

/// The trainer's page in Learn mode.
fn page_of(state: &AppState, send: &Callback<Action>) -> Html {
    let lang = state.view.lang;
    match state.instructor.page {
        Page::Report => html! {
            <ReportPage learners={Shared::of(&state.instructor.learners)} refused={Shared::of(&state.instructor.refused)}
                book={state.learning.own_book().cloned()} {lang} send={send.clone()} />
        },
        _ => html! { <Lessons drafts={state.instructor.drafts.clone()} {lang} send={send.clone()} /> },
    }
}

fn palette(state: &AppState, send: &Callback<Action>) -> Html {
    let view = &state.view;
    html! {
        <Palette scenario={Shared::of(state.scenario())} selection={view.selection.clone()} preferences={view.preferences}
            lang={view.lang} send={send.clone()} />
    }
}

/// The workflow where it is built.
fn stage(state: &AppState, send: &Callback<Action>) -> Html {
    let view = &state.view;
    html! {
        <Stage scenario={Shared::of(state.scenario())} findings={Shared::of(&state.outcome.findings)}
            selection={view.selection.clone()} adding={placing::beside(state.scenario(), &view.selection)}
            preferences={view.preferences} readonly={view.readonly} lang={view.lang} send={send.clone()}>
            <Board scenario={Shared::of(state.scenario())} findings={Shared::of(&state.outcome.findings)}
                selection={view.selection.clone()} looking={view.looking.clone()}
                has_single_keys={view.preferences.single_keys} readonly={view.readonly} lang={view.lang} send={send.clone()} />
        </Stage>
    }
}

fn workflow(state: &AppState, send: &Callback<Action>) -> Html {
    html! {
        <WorkflowPanel scenario={Shared::of(state.scenario())} run={state.outcome.log.as_ref().map(Shared::of)}
            findings={Shared::of(&state.outcome.findings)} player={state.player}
            chosen={state.view.selection.only_activity().cloned()} preferences={state.view.preferences}
            stepping={state.view.stepping.clone()} lang={state.view.lang} send={send.clone()} />
    }
}

fn coach(state: &AppState, send: &Callback<Action>) -> Html {
    // While the run is under way the coach keeps to what it knew: it would else say that nothing can run.
    let counted = match &state.outcome.log {
        Some(log) if state.running.is_some() => Counted::of(log),
        _ => state.counted(),
    };
    html! {
        <Coach tour={state.tour} counted={counted} may_go_on={state.tour.may_go_on(state.facts())}
            scenario={Shared::of(state.scenario())} is_playing={state.player.head.is_playing()}
            readonly={state.view.readonly} lang={state.view.lang} send={send.clone()} />
    }
}
