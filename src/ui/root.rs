//! The root component: the store, and the panels each with the slices it shows.

use std::rc::Rc;

use yew::prelude::*;

use super::about::AboutBox;
use super::activities::ActivityList;
use super::builder::announcer::Announcer;
use super::builder::board::Board;
use super::builder::clipboard::Handlers;
use super::builder::commands::{CommandList, action_of_key, offered};
use super::builder::connect_to::ConnectTo;
use super::builder::keys::KeyList;
use super::builder::palette::Palette;
use super::builder::quick_add::QuickAdd;
use super::builder::rename::Rename;
use super::builder::stage::Stage;
use super::coach::Coach;
use super::comparison::Comparison;
use super::course::cover::{cover, waiting};
use super::course::home::CourseHome;
use super::course::panel::{LessonPanel, LessonProps, away};
use super::deliveries::DeliveryList;
use super::drop::{self, FileDrop, use_drop};
use super::explain::PersonPanel;
use super::export::ExportBand;
use super::filming::FilmBand;
use super::gallery::GalleryDialog;
use super::import::ImportDialog;
use super::inspector::Inspector;
use super::instructor::bench::{BenchPanel, BenchProps};
use super::instructor::home::{entries, previewing};
use super::instructor::lessons::Lessons;
use super::instructor::overview::Overview;
use super::instructor::report::ReportPage;
use super::instructor::{offered as offered_lesson, project};
use super::logs::LogPanel;
use super::logs::marked::MarkedNote;
use super::narration::Narration;
use super::narration::journal::Journal;
use super::notices::NoticeList;
use super::reports::Reports;
use super::running::RunBand;
use super::sections::sections;
use super::share::ShareDialog;
use super::shared::Shared;
use super::shell::findings::FindingList;
use super::shell::header::Header;
use super::store::{Store, use_store};
use super::transport::breakpoints::BreakpointDialog;
use super::transport::clockwork::Clockwork;
use super::transport::{Transport, keys};
use super::variants::VariantPanel;
use super::workflow::WorkflowPanel;
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::instructor::project::ProjectAction;
use crate::app::instructor::{InstructorAction, Page};
use crate::app::learning::Cover;
use crate::app::options::{Mode, Options};
use crate::app::placing;
use crate::app::predicted;
use crate::app::section::Section;
use crate::app::state::{AppState, Sheet};
use crate::lesson::prediction::Counted;
use crate::lesson::tour::Status;
use crate::text;

/// What the host gives the root.
#[derive(Clone, PartialEq, Properties)]
pub struct RootProps {
    /// The options at the beginning.
    pub options: Options,
    /// What was kept on this device.
    #[prop_or_default]
    pub stored: Option<AttrValue>,
    /// Takes requests to the outside.
    #[prop_or_default]
    pub outlet: Callback<(Effect, Rc<Store>)>,
    /// Is given the way to send actions, and each new state.
    #[prop_or_default]
    pub bind: Callback<(Callback<Action>, Rc<Store>)>,
}

/// Delivery Lab.
#[component]
pub fn Root(props: &RootProps) -> Html {
    let first = {
        let (options, stored) = (props.options.clone(), props.stored.clone());
        move || AppState::new(&options, stored.as_deref())
    };
    let store = use_store(first, props.outlet.clone());
    let send = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let state = &store.state;
    {
        let (bind, send) = (props.bind.clone(), send.clone());
        let bound = Rc::new(Store::clone(&store));
        use_effect(move || bind.emit((send, bound)));
    }
    let drop = use_drop(state.view.readonly, &send);
    page(state, &send, &drop)
}

fn page(state: &AppState, send: &Callback<Action>, drop: &FileDrop) -> Html {
    let view = &state.view;
    let mode = view.mode;
    let is_lesson = mode == Mode::Lesson;
    let in_lesson = state.learning.is_in_lesson() && !is_lesson;
    let is_home = is_lesson && !state.learning.is_touring;
    let projected = state.instructor.project;
    let bench =
        bench_of(state, send).filter(|_| !in_lesson && projected.is_none() && state.learning.study.is_none());
    let has_tour = !in_lesson && state.learning.study.is_none();
    let has_coach = in_lesson
        || bench.is_some()
        || projected.is_some()
        || !is_home && has_tour && (is_lesson || mode == Mode::Play && state.tour.status == Status::Running);
    let covers = state.learning.cover();
    let is_covered = covers.is_some() && !is_home;
    let has_palette =
        mode == Mode::Build && !view.readonly && !in_lesson && bench.is_none() && projected.is_none();
    let onkeydown = on_key(send, state);
    let words = text::shell::of(view.lang);
    let clipboard = (mode == Mode::Build)
        .then(|| Handlers::new(&Shared::of(state.scenario()), &view.selection, view.readonly, send));
    html! {
        <div oncopy={clipboard.as_ref().map(|on| on.copy.clone())} oncut={clipboard.as_ref().map(|on| on.cut.clone())}
            onpaste={clipboard.as_ref().map(|on| on.paste.clone())} class={classes!("lab", format!("mode-{}", mode.name()), view.selection.only_activity().is_some().then_some("has-choice"),
            bench.is_some().then_some("has-bench"), projected.map(|project| if project.is_below { "is-projected is-below" } else { "is-projected" }))}
            lang={view.lang.code()} dir={view.lang.direction()} data-theme={view.theme.name()} tabindex="-1" {onkeydown}
            ondragenter={&drop.on_over} ondragover={&drop.on_over} ondragleave={&drop.on_leave} ondrop={&drop.on_drop}>
            <Header mode={mode} lang={view.lang} coming={view.coming} theme={view.theme} sample={view.sample} readonly={view.readonly}
                name={AttrValue::from(state.scenario().name.clone())}
                keeping={state.keeping} is_borrowed={view.is_borrowed}
                can_undo={state.history.can_undo()} can_redo={state.history.can_redo()} send={send.clone()} />
            <section class={classes!("panels", has_coach.then_some("has-coach"), in_lesson.then_some("has-lesson"), is_home.then_some("is-home"), has_palette.then_some("has-palette"))}
                aria-label={words.page}>
                if has_palette {
                    { palette(state, send) }
                }
                if let Some(projected) = projected {
                    { project::panel(state, projected, send) }
                } else if let Some(bench) = &bench {
                    <BenchPanel ..bench.clone() />
                } else if in_lesson {
                    <LessonPanel ..LessonProps::of(state, send) />
                } else if has_coach {
                    { coach(state, send) }
                }
                <div class="work">
                    if state.learning.study.as_ref().is_some_and(|study| study.is_away) {
                        { away(view.lang, send) }
                    }
                    { waiting(view.lang, &state.learning, send) }
                    if state.learning.guest.as_ref().is_some_and(|guest| guest.is_preview) {
                        { previewing(view.lang, send) }
                    }
                    if let (true, Some(bench)) = (is_home, bench) {
                        <Overview ..bench />
                    } else if is_home && state.learning.study.is_none() && state.instructor.page != Page::Pieces {
                        { page_of(state, send) }
                    } else if is_home {
                        <CourseHome learning={Rc::new(state.learning.at_home())} lang={view.lang} send={send.clone()} />
                        { entries(view.lang, view.readonly, send) }
                    } else {
                    <>
                    <ExportBand export={view.rows.export} lang={view.lang} send={send.clone()} />
                    <FilmBand film={view.films.now} lang={view.lang} send={send.clone()} />
                    <RunBand running={state.running} is_stale={state.is_stale()} is_cancelled={state.is_cancelled()}
                        scenario={Shared::of(state.scenario())} population={state.outcome.population().map(Shared::of)}
                        lang={view.lang} send={send.clone()} />
                    if !is_covered {
                    <FindingList findings={Shared::of(&state.outcome.findings)}
                        scenario={Shared::of(state.scenario())} lang={view.lang} readonly={view.readonly} send={send.clone()} />
                    }
                    if mode == Mode::Build {
                        { stage(state, send) }
                    } else if mode != Mode::Compare {
                        { workflow(state, send) }
                    }
                    if mode != Mode::Build {
                        { outcome(state, send) }
                    }
                    </>
                    }
                </div>
                if !is_home {
                <Inspector scenario={Shared::of(state.scenario())} run={state.outcome.log.as_ref().map(Shared::of)}
                    findings={Shared::of(&state.outcome.findings)} shown={state.player.shown} chosen={view.selection.only_activity().cloned()} lang={view.lang}
                    readonly={view.readonly} send={send.clone()} />
                }
            </section>
            if view.controls && !is_home {
                <Transport scenario={Shared::of(state.scenario())} run={state.outcome.log.as_ref().map(Shared::of)}
                    player={state.player} stepping={view.stepping.clone()} said={predicted::said(state)} cover={covers}
                    lang={view.lang} send={send.clone()} />
            }
            <Clockwork run={state.outcome.log.as_ref().map(Shared::of)} player={state.player} stepping={view.stepping.clone()} lang={view.lang}
                send={send.clone()} />
            <Announcer scenario={Shared::of(state.scenario())} course={state.history.course()} lang={view.lang} />
            <NoticeList notices={state.notices.clone()} lang={view.lang} send={send.clone()} />
            { dialog(state, send) }
            if drop.is_over {
                { drop::target(view.lang) }
            }
        </div>
    }
}

/// What the bench needs, while a lesson is on it.
fn bench_of(state: &AppState, send: &Callback<Action>) -> Option<BenchProps> {
    let bench = state.instructor.bench.as_ref()?;
    Some(BenchProps {
        bench: Shared::of(bench),
        site: AttrValue::from(state.view.site.clone()),
        copied: state.view.link_copied,
        packing: state.instructor.packing,
        lang: state.view.lang,
        send: send.clone(),
    })
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

/// The dialog that is open.
fn dialog(state: &AppState, send: &Callback<Action>) -> Html {
    let lang = state.view.lang;
    match state.view.dialog {
        Some(Sheet::Import) => html! {
            <ImportDialog scenario={Shared::of(state.scenario())} handed={state.handed.clone()} {lang} send={send.clone()} />
        },
        Some(Sheet::Activities) => html! { <ActivityList {lang} send={send.clone()} /> },
        Some(Sheet::About) => {
            html! { <AboutBox {lang} site={AttrValue::from(state.view.site.clone())} send={send.clone()} /> }
        }
        Some(Sheet::Add) => html! {
            <QuickAdd scenario={Shared::of(state.scenario())} adding={state.view.adding.clone()} {lang} send={send.clone()} />
        },
        Some(Sheet::Commands) => html! {
            <CommandList commands={Shared::of(&Rc::new(offered(state)))} scenario={Shared::of(state.scenario())}
                {lang} send={send.clone()} />
        },
        Some(Sheet::Breakpoints) => html! {
            <BreakpointDialog scenario={Shared::of(state.scenario())} run={state.outcome.log.as_ref().map(Shared::of)}
                stepping={state.view.stepping.clone()} {lang} send={send.clone()} />
        },
        Some(Sheet::Keys) => {
            html! { <KeyList preferences={state.view.preferences} {lang} send={send.clone()} /> }
        }
        Some(Sheet::Connect) => match state.view.leading.clone() {
            Some(leading) => html! {
                <ConnectTo scenario={Shared::of(state.scenario())} {leading} {lang} send={send.clone()} />
            },
            None => Html::default(),
        },
        Some(Sheet::Rename) => rename(state, send),
        Some(Sheet::Share) => html! {
            <ShareDialog scenario={Shared::of(state.scenario())} site={AttrValue::from(state.view.site.clone())}
                copied={state.view.link_copied} {lang} send={send.clone()} />
        },
        Some(Sheet::Gallery) => html! {
            <GalleryDialog templates={state.templates.clone()} name={AttrValue::from(state.scenario().name.clone())}
                theme={state.view.theme} {lang} send={send.clone()} />
        },
        Some(Sheet::Lesson) => state
            .instructor
            .offered
            .as_ref()
            .map(|course| offered_lesson::dialog(course, lang, send))
            .unwrap_or_default(),
        None => Html::default(),
    }
}

/// Keys that mean the same everywhere: Escape lets go of the chosen activity, the space bar plays and pauses.
fn on_key(send: &Callback<Action>, state: &AppState) -> Callback<KeyboardEvent> {
    let (send, state) = (send.clone(), state.clone());
    Callback::from(move |event: KeyboardEvent| {
        let is_escape = event.key() == "Escape" && !event.default_prevented();
        if is_escape && state.instructor.project.is_some() && state.view.dialog.is_none() {
            send.emit(Action::Instructor(InstructorAction::Project(ProjectAction::Leave)));
        } else if is_escape {
            send.emit(Action::ChooseActivity(None));
        } else if let Some(action) = keys::action_of(&event, state.player.head.is_playing()) {
            event.prevent_default();
            send.emit(action);
        } else if let Some(action) = action_of_key(&event, &state) {
            event.prevent_default();
            send.emit(action);
        }
    })
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

/// The dialog for another label of the chosen activity.
fn rename(state: &AppState, send: &Callback<Action>) -> Html {
    let chosen = state.view.selection.only_activity();
    let Some(activity) = chosen.and_then(|name| state.scenario().workflow.activity(name)) else {
        return Html::default();
    };
    html! {
        <Rename activity={activity.name.clone()} label={activity.label.clone()} lang={state.view.lang} send={send.clone()} />
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

/// What the run came to: the comparison, and in Compare mode the section that is shown.
fn outcome(state: &AppState, send: &Callback<Action>) -> Html {
    let Some(log) = &state.outcome.log else { return Html::default() };
    let covers = state.learning.cover();
    if let Some(why) = covers.filter(|why| *why == Cover::Asked || state.view.mode == Mode::Compare) {
        return cover(state.view.lang, why, state.view.mode, send);
    }
    let pointed = state.learning.pointed.as_ref().map(|pointed| AttrValue::from(pointed.activity.clone()));
    let is_compact = state.view.mode == Mode::Compare;
    let comparison = html! {
        <Comparison run={Shared::of(log)} shown={state.player.shown} delivery={state.view.delivery}
            is_compact={is_compact} is_playing={state.player.head.is_playing()} said={predicted::said(state)}
            hides_future={covers.is_some()} pointed={pointed.clone()} lang={state.view.lang} send={send.clone()} />
    };
    if !is_compact {
        return html! {
            <>
                if covers.is_none() {
                    <Narration run={Shared::of(log)} shown={state.player.shown} lang={state.view.lang} send={send.clone()} />
                }
                { comparison }
                { logs(state, send) }
            </>
        };
    }
    let body = match state.view.section {
        Section::Deliveries => html! {
            <>
                { comparison }
                <DeliveryList run={Shared::of(log)} shown={state.player.shown} delivery={state.view.delivery}
                    filter={state.view.rows.list.clone()} pointed={pointed} lang={state.view.lang} send={send.clone()} />
                { logs(state, send) }
            </>
        },
        Section::Variants => html! {
            <VariantPanel scenario={Shared::of(state.scenario())} run={Shared::of(log)} is_current={state.has_figures()}
                population={state.outcome.population().map(Shared::of)} trials={Shared::of(&state.trials)}
                view={state.view.variants.clone()} shown={state.player.shown} is_playing={state.player.head.is_playing()}
                lang={state.view.lang} send={send.clone()} />
        },
        Section::Journal => html! {
            <Journal run={Shared::of(log)} shown={state.player.shown} lang={state.view.lang} send={send.clone()} />
        },
        Section::Reports => html! {
            <Reports scenario={Shared::of(state.scenario())} run={Shared::of(log)} shown={state.player.shown}
                reporting={state.view.reporting.clone()} is_playing={state.player.head.is_playing()}
                lang={state.view.lang} send={send.clone()} />
        },
    };
    sections(state.view.lang, state.view.section, send, body)
}

/// The logs of the delivery or the figure that is chosen, and the recipient who is looked at.
fn logs(state: &AppState, send: &Callback<Action>) -> Html {
    let view = &state.view;
    let Some(log) = &state.outcome.log else { return Html::default() };
    let person = view.rows.person.map(|person| html! {
        <PersonPanel run={Shared::of(log)} scenario={Shared::of(state.outcome.scenario().unwrap_or(state.scenario()))}
            shown={state.player.shown} {person} lang={view.lang} send={send.clone()} />
    });
    let is_open = view.delivery.is_some() || view.rows.traced.is_some();
    html! {
        <>
            <MarkedNote marked={view.rows.marked} shown={state.player.shown} lang={view.lang} send={send.clone()} />
            if is_open {
                <LogPanel run={Shared::of(log)} shown={state.player.shown} delivery={view.delivery} kind={view.log} page={view.page}
                    rows={view.rows.clone()} has_dashboard={view.mode == Mode::Compare} lang={view.lang} send={send.clone()} />
            }
            { person.unwrap_or_default() }
        </>
    }
}
