//! The canvas: the drawing in its author's coordinates, with what lies over it while it is worked on.

use std::rc::Rc;

use web_sys::{DragEvent, HtmlElement};
use yew::prelude::*;

use super::card::{Verdict, shapes};
use super::connect::{Aim, on_grid, verdicts};
use super::desk::{Desk, Mode, Now, Setters};
use super::face::Faces;
use super::keyboard::ZOOM;
use super::layers::{self, Cards, Links, Notes};
use super::{drop, field, minimap, pad, relink};
use crate::app::action::Action;
use crate::app::looking::{Look, Looking};
use crate::app::selection::Selection;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;
use crate::scene::branch::Place;
use crate::scene::canvas::{CARD, Canvas};
use crate::scene::route::Point;
use crate::text::builder::canvas as words;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::workflow::room::use_room;

/// Props of the canvas.
#[derive(Clone, PartialEq, Properties)]
pub struct BoardProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// What is wrong or doubtful.
    pub findings: Shared<[Finding]>,
    /// What is chosen.
    pub selection: Selection,
    /// What the drawing was asked to show.
    pub looking: Looking,
    /// Whether keys without a modifier are commands.
    pub has_single_keys: bool,
    /// Whether nothing may be changed.
    pub readonly: bool,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The canvas.
#[component]
pub fn Board(props: &BoardProps) -> Html {
    let lang = props.lang;
    let canvas = use_memo(props.scenario.clone(), |scenario| Canvas::of(&scenario.workflow));
    let faces =
        use_memo((props.scenario.clone(), props.findings.clone(), lang), |(scenario, findings, lang)| {
            Faces::of(*lang, scenario, findings, &canvas)
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
        move |_| desk.open()
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
    use_effect_with((Shared::of(&faces), props.scenario.clone()), {
        let desk = desk.clone();
        move |_| desk.take_stock()
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
    let chosen_link = props.selection.only_transition();
    // Each has its place whether it is there or not: a child more or less would have all before it made anew, and
    // with that the focus lost.
    let ports = ports_of.map(|place| layers::ports(lang, &canvas, place)).unwrap_or_default();
    let gripped = chosen_link.filter(|_| *mode == Mode::Rest && !props.readonly);
    let grips = gripped.map(|link| relink::grips(lang, &canvas, link)).unwrap_or_default();
    let banner = drawn.as_ref().map(|drawn| layers::banner(&desk, drawn)).unwrap_or_default();
    html! {
        <div class={classes!("b-stage", drawn.is_some().then_some("is-connecting"))} ref={desk.nodes.stage.clone()}
            onkeydown={on_key(&desk, props.has_single_keys)} onfocusout={on(&desk, |desk, event: FocusEvent| desk.left(&event))} onkeyup={on(&desk, |desk, event: KeyboardEvent| desk.key_up(&event))}>
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
                    { ports }
                    { grips }
                </g>
            </svg>
            // What moves is drawn on a sheet of its own, so that the drawing below it need not be painted again.
            <svg class="b-lift" aria-hidden="true">
                <g ref={desk.nodes.lift.clone()}>
                    <path class="b-rubber" ref={desk.nodes.rubber.clone()} />
                    <path class="b-guides" ref={desk.nodes.guides.clone()} />
                    <rect class="b-lasso" ref={desk.nodes.lasso.clone()} width="0" height="0" />
                </g>
            </svg>
            if is_empty {
                { layers::empty(&desk) }
            }
            if !is_empty && !props.readonly {
                { layers::drawing_bar(&desk, words) }
            }
            <div class="b-corner">
                if !is_empty {
                    { minimap::view(&desk, &canvas, words.minimap) }
                }
                { layers::zoom_bar(&desk, words) }
            </div>
            { banner }
            { pad::view(&desk, &mode) }
            { field::view(&desk, &mode, lang) }
            if let Some(aim) = &*aim {
                <p class={classes!("b-tip", (aim.verdict == Verdict::Refused).then_some("is-refused"),
                    (aim.verdict == Verdict::Doubtful).then_some("is-doubtful"))} ref={desk.nodes.tip.clone()} aria-hidden="true">
                    { &aim.told }
                </p>
            }
            <p class="visually-hidden" aria-live="polite">
                { aim.as_ref().map(|aim| aim.told.clone()).or_else(|| chosen_link.map(|link| layers::link_name(&desk, link))).unwrap_or_default() }
            </p>
        </div>
    }
}

pub(super) fn on<E: 'static>(desk: &Rc<Desk>, act: impl Fn(&Rc<Desk>, E) + 'static) -> Callback<E> {
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
        // What is dragged is chosen by that, and must not run away.
        if self.is_busy() {
            return;
        }
        self.reveal_chosen();
        if matches!(mode, Mode::Shifting | Mode::Sizing) {
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
