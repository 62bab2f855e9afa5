//! The layers of the canvas and the tools over it: cards, transitions, notes, outputs, and the bars at its edges.

use std::rc::Rc;

use yew::prelude::*;

use super::board::on;
use super::card::{CardView, Verdict};
use super::connect::{Connecting, named};
use super::desk::{Desk, Mode};
use super::face::{Face, Faces, LinkFace};
use super::keyboard::ZOOM;
use super::links::LinkView;
use super::note::NoteView;
use crate::app::action::Action;
use crate::app::adding::Adding;
use crate::app::selection::Selection;
use crate::scenario::Scenario;
use crate::scenario::activity::ports::Output;
use crate::scenario::note::Note;
use crate::scene::branch::Place;
use crate::scene::canvas::Canvas;
use crate::scene::route::Point;
use crate::text::Lang;
use crate::text::activity::ports::output as output_name;
use crate::text::builder::canvas as words;
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};

/// Props of all cards.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CardsProps {
    pub(super) faces: Shared<Faces>,
    pub(super) selection: Selection,
    pub(super) stop: usize,
    pub(super) judged: Shared<Option<Vec<Verdict>>>,
    pub(super) aimed: Option<Place>,
    pub(super) lang: Lang,
}

#[component]
pub(super) fn Cards(props: &CardsProps) -> Html {
    let card = |(place, face): (usize, &Rc<Face>)| {
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
pub(super) struct LinksProps {
    pub(super) faces: Shared<Faces>,
    pub(super) chosen: Option<usize>,
}

#[component]
pub(super) fn Links(props: &LinksProps) -> Html {
    let link = |(link, face): (usize, &Option<Rc<LinkFace>>)| {
        let face = face.as_ref()?.clone();
        Some(html! { <LinkView key={link} {link} {face} is_chosen={props.chosen == Some(link)} /> })
    };
    props.faces.links.iter().enumerate().filter_map(link).collect()
}

/// Props of all notes.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct NotesProps {
    pub(super) scenario: Shared<Scenario>,
    pub(super) selection: Selection,
    pub(super) has_stop: bool,
    pub(super) readonly: bool,
    pub(super) lang: Lang,
}

#[component]
pub(super) fn Notes(props: &NotesProps) -> Html {
    let note = |(number, note): (usize, &Note)| {
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
pub(super) fn ports(lang: Lang, canvas: &Canvas, place: Place) -> Html {
    let port = |(output, at): &(Output, Point)| {
        let is_stub = canvas.stubs.iter().any(|stub| stub.place == place && stub.output == *output);
        let name = output_name(lang, output);
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

/// A transition by the names of its ends.
pub(super) fn link_name(desk: &Desk, link: usize) -> AttrValue {
    let now = desk.now();
    let title = |name: &str| {
        now.faces.place(name).map_or_else(|| name.into(), |place| now.faces.cards[place].title.clone())
    };
    let link = now.scenario.workflow.transitions.get(link);
    let name = link.map(|link| words::transition(now.lang, &title(&link.from), &title(&link.to)));
    name.unwrap_or_default().into()
}

/// What is said while a transition is drawn, with a way out for those without a keyboard.
pub(super) fn banner(desk: &Rc<Desk>, drawn: &Connecting) -> Html {
    let now = desk.now();
    let place = now.faces.place(&drawn.from);
    let title = place.map(|place| now.faces.cards[place].title.clone()).unwrap_or_default();
    let all = place.map(|place| now.canvas.ports_of(place)).unwrap_or_default();
    let output = all.iter().find(|(output, _)| named(output) == drawn.output);
    let output = output.map(|(output, _)| output_name(now.lang, output)).unwrap_or_default();
    let stop = words::of(now.lang).stop;
    let told = match drawn.again {
        Some(again) => words::reconnecting(now.lang, &link_name(desk, again.number), again.is_start),
        None => words::connecting(now.lang, &title, &output),
    };
    html! {
        <div class="b-banner">
            <span role="status">{ told }</span>
            <button type="button" class="b-tool" title={stop} aria-label={stop}
                onclick={on(desk, |desk, _: MouseEvent| desk.set_mode(Mode::Rest))}>
                <IconView icon={Icon::Close} />
            </button>
        </div>
    }
}

/// What is added to the drawing as a whole, and what sorts it.
pub(super) fn drawing_bar(desk: &Rc<Desk>, words: &'static words::Canvas) -> Html {
    html! {
        <div class="b-bar" role="group" aria-label={words.tools}>
            <button type="button" class="b-action" title={words.add_note} onclick={on(desk, |desk, _: MouseEvent| desk.add_note())}>
                <IconView icon={Icon::Note} /><span>{ words.add_note }</span>
            </button>
            <button type="button" class="b-action" title={words.tidy_hint} onclick={on(desk, |desk, _: MouseEvent| {
                desk.send(Action::Tidy);
                desk.fit_soon();
            })}><IconView icon={Icon::Tidy} /><span>{ words.tidy }</span></button>
        </div>
    }
}

/// How large the drawing is.
pub(super) fn zoom_bar(desk: &Rc<Desk>, words: &'static words::Canvas) -> Html {
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
pub(super) fn empty(desk: &Rc<Desk>) -> Html {
    let (words, readonly) = (words::of(desk.now().lang), desk.now().readonly);
    let add = on(desk, |desk, _: MouseEvent| desk.send(Action::Add(Adding::default())));
    html! {
        <div class="b-empty">
            if readonly {
                <p class="muted">{ words.empty_reading }</p>
            } else {
                <h3>{ words.empty }</h3>
                <p class="muted">{ words.empty_hint }</p>
                <button type="button" class="primary" onclick={add}>{ words.add }</button>
            }
        </div>
    }
}
