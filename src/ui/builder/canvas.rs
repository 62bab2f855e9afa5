//! The canvas: the drawing in its author's coordinates, with what lies over it while it is worked on.

use std::rc::Rc;

use web_sys::{DragEvent, HtmlElement};
use yew::prelude::*;

use super::card::{CardView, Verdict, shapes};
use super::connect::{Aim, Connecting, named, on_grid, verdicts};
use super::desk::{Desk, Mode, Now, Setters};
use super::face::Faces;
use super::keyboard::ZOOM;
use super::links::LinkView;
use super::note::NoteView;
use super::{drop, field, minimap, pad};
use crate::app::action::Action;
use crate::app::looking::{Look, Looking};
use crate::app::selection::Selection;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;
use crate::scene::branch::Place;
use crate::scene::canvas::{CARD, Canvas};
use crate::scene::route::Point;
use crate::text::activity::ports;
use crate::text::builder::canvas as words;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::workflow::room::use_room;

/// Props of the canvas.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StageProps {
    /// The scenario.
    pub(super) scenario: Shared<Scenario>,
    /// What is wrong or doubtful.
    pub(super) findings: Shared<[Finding]>,
    /// What is chosen.
    pub(super) selection: Selection,
    /// What the drawing was asked to show.
    pub(super) looking: Looking,
    /// Whether keys without a modifier are commands.
    pub(super) has_single_keys: bool,
    /// Whether nothing may be changed.
    pub(super) readonly: bool,
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// The canvas.
#[component]
pub(super) fn Stage(props: &StageProps) -> Html {
    let lang = props.lang;
    let canvas = use_memo(props.scenario.clone(), |scenario| Canvas::of(&scenario.workflow));
    let faces =
        use_memo((props.scenario.clone(), props.findings.clone(), lang), |(scenario, findings, lang)| {
            Faces::of(*lang, scenario, findings, &Canvas::of(&scenario.workflow))
        });
    let mode = use_state_eq(Mode::default);
    let aim = use_state_eq(|| None::<Aim>);
    let over = use_state_eq(|| None::<Place>);
    let now = Now {
        scenario: props.scenario.clone(),
        canvas: canvas.clone(),
        faces: faces.clone(),
        selection: props.selection.clone(),
        lang,
        readonly: props.readonly,
        send: props.send.clone(),
    };
    let setters = Setters { mode: mode.setter(), aim: aim.setter(), over: over.setter() };
    let desk = use_memo((), |()| Desk::new(now.clone(), setters));
    desk.set_now(now);
    let room = use_room(&desk.nodes.stage);
    use_effect_with(room, {
        let desk = desk.clone();
        move |room| desk.set_room(room.size())
    });
    use_effect_with(props.scenario.name.clone(), {
        let desk = desk.clone();
        move |_| desk.fit()
    });
    use_effect_with(props.looking.clone(), {
        let desk = desk.clone();
        move |looking| desk.asked(looking.look.as_ref())
    });
    use_effect_with((props.selection.clone(), mode.clone()), {
        let desk = desk.clone();
        move |(selection, mode)| desk.follow(selection, mode)
    });
    use_effect_with(props.selection.clone(), {
        let desk = desk.clone();
        move |selection| desk.write_new(selection)
    });
    // What is placed by the desk is placed before it is painted.
    use_effect({
        let desk = desk.clone();
        move || desk.write()
    });
    let drawn = match &*mode {
        Mode::Connecting(drawn) => Some(drawn.clone()),
        _ => None,
    };
    let judged = use_memo((props.scenario.clone(), drawn.clone()), |(scenario, drawn)| {
        drawn.as_ref().map(|drawn| verdicts(scenario, drawn))
    });
    let last = use_mut_ref(|| None::<Rc<str>>);
    if let Some(name) = props.selection.activities().last() {
        last.replace(Some(name.clone()));
    }
    let stop = last.borrow().as_ref().and_then(|name| faces.place(name)).unwrap_or(0);
    let words = words::of(lang);
    let is_empty = faces.cards.is_empty() && canvas.notes.is_empty();
    let kinds = faces.cards.iter().map(|card| card.kind);
    let ports_of = (*over).or_else(|| faces.place(props.selection.only_activity()?));
    let ports_of = ports_of.filter(|_| *mode == Mode::Rest && !props.readonly);
    html! {
        <div class={classes!("b-stage", drawn.is_some().then_some("is-connecting"))} ref={desk.nodes.stage.clone()}
            onkeydown={on_key(&desk, props.has_single_keys)} onkeyup={on(&desk, |desk, event: KeyboardEvent| desk.key_up(&event))}>
            <p id="builder-keys" class="visually-hidden">{ if props.readonly { words.reading_keys } else { words.keys } }</p>
            <svg class="b-drawing" ref={desk.nodes.svg.clone()} role="application" aria-label={text::workflow::of(lang).panel}
                aria-describedby="builder-keys" tabindex={if is_empty { "0" } else { "-1" }}
                onpointerdown={on(&desk, |desk, event: PointerEvent| desk.pressed(&event))}
                onpointermove={on(&desk, |desk, event: PointerEvent| desk.moved(&event))}
                onpointerup={on(&desk, |desk, event: PointerEvent| desk.released(&event))}
                onpointercancel={on(&desk, |desk, event: PointerEvent| desk.cancelled(&event))}
                onpointerleave={on(&desk, |desk, _: PointerEvent| desk.set_over(None))}
                ondblclick={on(&desk, |desk, event: MouseEvent| desk.double_clicked(&event))}
                onwheel={on(&desk, |desk, event: WheelEvent| desk.wheeled(&event))}
                ondragover={on(&desk, |desk, event: DragEvent| desk.dragged_over(&event))}
                ondrop={on(&desk, |desk, event: DragEvent| desk.dropped(&event))}>
                { shapes(kinds) }
                <g ref={desk.nodes.world.clone()}>
                    <Notes scenario={props.scenario.clone()} selection={props.selection.clone()} has_stop={faces.cards.is_empty()}
                        readonly={props.readonly} {lang} />
                    <Links faces={Shared::of(&faces)} chosen={props.selection.only_transition()} />
                    <Cards faces={Shared::of(&faces)} selection={props.selection.clone()} {stop}
                        judged={Shared::of(&judged)} aimed={aim.as_ref().and_then(|aim| aim.place)} {lang} />
                    { for ports_of.map(|place| ports_view(lang, &canvas, place)) }
                    <path class="b-rubber" ref={desk.nodes.rubber.clone()} />
                    <path class="b-guides" ref={desk.nodes.guides.clone()} />
                    <rect class="b-lasso" ref={desk.nodes.lasso.clone()} width="0" height="0" />
                </g>
            </svg>
            if is_empty {
                { empty(props) }
            }
            <div class="b-corner">
                if !is_empty {
                    { minimap::view(&desk, &canvas, words.minimap) }
                }
                { zoom_bar(&desk, words) }
            </div>
            { for drawn.as_ref().map(|drawn| banner(&desk, drawn)) }
            { pad::view(&desk, &mode) }
            { field::view(&desk, &mode, lang) }
            if let Some(aim) = &*aim {
                <p class={classes!("b-tip", (aim.verdict == Verdict::Refused).then_some("is-refused"),
                    (aim.verdict == Verdict::Doubtful).then_some("is-doubtful"))} ref={desk.nodes.tip.clone()} aria-hidden="true">
                    { &aim.told }
                </p>
            }
            <p class="visually-hidden" aria-live="polite">
                { aim.as_ref().map(|aim| aim.told.clone()).unwrap_or_default() }
            </p>
        </div>
    }
}

fn on<E: 'static>(desk: &Rc<Desk>, act: impl Fn(&Rc<Desk>, E) + 'static) -> Callback<E> {
    let desk = desk.clone();
    Callback::from(move |event| act(&desk, event))
}

fn on_key(desk: &Rc<Desk>, has_single_keys: bool) -> Callback<KeyboardEvent> {
    on(desk, move |desk, event: KeyboardEvent| desk.key(&event, has_single_keys))
}

impl Desk {
    /// Does what the drawing was asked to show.
    fn asked(self: &Rc<Self>, look: Option<&Look>) {
        match look {
            Some(Look::Fit) => self.fit(),
            Some(Look::Nearer) => self.zoom(ZOOM),
            Some(Look::Farther) => self.zoom(1.0 / ZOOM),
            Some(Look::FullSize) => self.full_size(),
            Some(Look::At(_)) => self.reveal_chosen(),
            None => {}
        }
    }

    /// What is chosen anew comes into view, and has the focus where the canvas had it.
    fn follow(self: &Rc<Self>, selection: &Selection, mode: &Mode) {
        self.reveal_chosen();
        if *mode == Mode::Shifting {
            self.focus_pad();
        } else if *mode == Mode::Rest && self.has_focus() && !self.has_focus_in_tools() {
            let place = selection.only_activity().and_then(|name| self.now().faces.place(name));
            if let Some(place) = place {
                self.focus_card(place);
            } else if let [note] = selection.notes() {
                self.focus_note(*note);
            }
        }
    }

    /// A new note is written at once.
    fn write_new(&self, selection: &Selection) {
        let now = self.now();
        if let ([], [note]) = (selection.activities(), selection.notes())
            && !now.readonly
            && now.scenario.workflow.notes.get(*note).is_some_and(|note| note.text.is_empty())
        {
            self.set_mode(Mode::Writing(*note));
        }
    }

    /// What is dragged from the palette may be dropped here.
    fn dragged_over(&self, event: &DragEvent) {
        if !self.now().readonly {
            drop::over(event);
        }
    }

    /// Takes up what was dragged here from the palette.
    fn dropped(&self, event: &DragEvent) {
        let at = self.at(event);
        let now = self.now();
        let camera = self.camera();
        let corner = |_, _| {
            let at = camera.world_from_screen(at);
            on_grid(Point { x: at.x - CARD.width / 2.0, y: at.y - CARD.height / 2.0 })
        };
        if let Some(edit) = drop::dropped(event, now.lang, corner).filter(|_| !now.readonly) {
            self.edit(edit);
        }
    }

    fn focus_pad(&self) {
        let pad = self.nodes.pad.cast::<HtmlElement>();
        let button = pad.and_then(|pad| pad.query_selector("button").ok().flatten());
        if let Some(button) =
            button.and_then(|found| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(found).ok())
        {
            let _ = button.focus();
        }
    }
}

/// Props of all cards.
#[derive(Clone, PartialEq, Properties)]
struct CardsProps {
    faces: Shared<Faces>,
    selection: Selection,
    stop: usize,
    judged: Shared<Option<Vec<Verdict>>>,
    aimed: Option<Place>,
    lang: Lang,
}

#[component]
fn Cards(props: &CardsProps) -> Html {
    let card = |(place, face): (usize, &Rc<super::face::Face>)| {
        let verdict = props.judged.as_ref().and_then(|all| all.get(place).copied());
        html! {
            <CardView key={&*face.name} {place} face={face.clone()} is_chosen={props.selection.has(&face.name)}
                is_stop={place == props.stop} {verdict} is_aimed={props.aimed == Some(place)} lang={props.lang} />
        }
    };
    props.faces.cards.iter().enumerate().map(card).collect()
}

/// Props of all transitions.
#[derive(Clone, PartialEq, Properties)]
struct LinksProps {
    faces: Shared<Faces>,
    chosen: Option<usize>,
}

#[component]
fn Links(props: &LinksProps) -> Html {
    let link = |(link, face): (usize, &Option<Rc<super::face::LinkFace>>)| {
        let face = face.as_ref()?.clone();
        Some(html! { <LinkView key={link} {link} {face} is_chosen={props.chosen == Some(link)} /> })
    };
    props.faces.links.iter().enumerate().filter_map(link).collect()
}

/// Props of all notes.
#[derive(Clone, PartialEq, Properties)]
struct NotesProps {
    scenario: Shared<Scenario>,
    selection: Selection,
    has_stop: bool,
    readonly: bool,
    lang: Lang,
}

#[component]
fn Notes(props: &NotesProps) -> Html {
    let note = |(number, note): (usize, &crate::scenario::note::Note)| {
        let is_chosen = props.selection.has_note(number);
        let has_corner = is_chosen && !props.readonly;
        html! {
            <NoteView key={number} {number} note={note.clone()} {is_chosen} {has_corner}
                is_stop={props.has_stop && number == 0} lang={props.lang} />
        }
    };
    props.scenario.workflow.notes.iter().enumerate().map(note).collect()
}

/// The outputs of the card under the pointer, to draw transitions from.
fn ports_view(lang: Lang, canvas: &Canvas, place: Place) -> Html {
    let port = |(output, at): &(crate::scenario::activity::ports::Output, Point)| {
        let is_stub = canvas.stubs.iter().any(|stub| stub.place == place && stub.output == *output);
        let name = ports::output(lang, output);
        let label = words::of(lang).connect;
        (!is_stub).then(|| html! {
            <g key={output.name.clone()} class="b-port" data-of={place.to_string()} data-port={output.name.clone()}
                transform={format!("translate({} {})", at.x, at.y)}>
                <circle class="b-port-reach" r="12" /><circle class="b-port-dot" r="5.5" />
                <title>{ if name.is_empty() { label.to_owned() } else { format!("{label}: {name}") } }</title>
            </g>
        })
    };
    html! { <g>{ for canvas.ports_of(place).iter().filter_map(port) }</g> }
}

/// What is said while a transition is drawn, with a way out for those without a keyboard.
fn banner(desk: &Rc<Desk>, drawn: &Connecting) -> Html {
    let now = desk.now();
    let place = now.faces.place(&drawn.from);
    let title = place.map(|place| now.faces.cards[place].title.clone()).unwrap_or_default();
    let all = place.map(|place| now.canvas.ports_of(place)).unwrap_or_default();
    let output = all.iter().find(|(output, _)| named(output) == drawn.output);
    let output = output.map(|(output, _)| ports::output(now.lang, output)).unwrap_or_default();
    let stop = words::of(now.lang).stop;
    html! {
        <div class="b-banner">
            <span role="status">{ words::connecting(now.lang, &title, &output) }</span>
            <button type="button" class="b-tool" title={stop} aria-label={stop}
                onclick={on(desk, |desk, _: MouseEvent| desk.set_mode(Mode::Rest))}>
                <IconView icon={Icon::Close} />
            </button>
        </div>
    }
}

fn zoom_bar(desk: &Rc<Desk>, words: &'static words::Canvas) -> Html {
    html! {
        <div class="b-zoom" role="group" aria-label={words.zoom}>
            <button type="button" class="b-tool" title={words.zoom_out} aria-label={words.zoom_out}
                onclick={on(desk, |desk, _: MouseEvent| desk.zoom(1.0 / ZOOM))}><IconView icon={Icon::Less} /></button>
            <button type="button" class="b-percent" title={words.full_size}
                onclick={on(desk, |desk, _: MouseEvent| desk.full_size())}>
                <span class="visually-hidden">{ words.full_size }{ ", " }</span><span ref={desk.nodes.percent.clone()}></span>
            </button>
            <button type="button" class="b-tool" title={words.zoom_in} aria-label={words.zoom_in}
                onclick={on(desk, |desk, _: MouseEvent| desk.zoom(ZOOM))}><IconView icon={Icon::Add} /></button>
            <button type="button" title={words.fit_hint} onclick={on(desk, |desk, _: MouseEvent| desk.fit())}>{ words.fit }</button>
        </div>
    }
}

/// What an empty drawing says.
fn empty(props: &StageProps) -> Html {
    let words = words::of(props.lang);
    let add = props.send.reform(|_: MouseEvent| Action::Add(crate::app::adding::Adding::default()));
    html! {
        <div class="b-empty">
            if props.readonly {
                <p class="muted">{ words.empty_reading }</p>
            } else {
                <h3>{ words.empty }</h3>
                <p class="muted">{ words.empty_hint }</p>
                <button type="button" class="primary" onclick={add}>{ words.add }</button>
            }
        </div>
    }
}
