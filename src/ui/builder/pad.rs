//! The context pad: what is likely to be done next with what is chosen, beside it.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::connect::{likely_output, named};
use super::desk::{Desk, Mode};
use super::relink::Relink;
use super::{drag, layers, suggest};
use crate::app::action::Action;
use crate::app::adding::{Adding, Leading};
use crate::scenario::activity::ActivityKind;
use crate::scenario::edit::Edit;
use crate::scenario::fresh::Sort;
use crate::scene::spot;
use crate::text::activity;
use crate::text::builder::canvas as words;
use crate::ui::shell::icon::{Icon, IconView};

/// The pad for what is chosen; nothing where nothing is, or where nothing may be changed.
pub(super) fn view(desk: &Rc<Desk>, mode: &Mode) -> Html {
    let now = desk.now();
    if now.readonly || now.selection.is_empty() || !matches!(mode, Mode::Rest | Mode::Shifting | Mode::Sizing)
    {
        return Html::default();
    }
    let selection = &now.selection;
    let tools = Tools { desk, words: words::of(now.lang) };
    let only = selection.only_activity().and_then(|name| now.faces.place(name));
    let (count, note) = (selection.activities().len() + selection.notes().len(), selection.notes().first());
    let (name, content) = if *mode == Mode::Shifting {
        (tools.words.shift.to_owned(), tools.shifting())
    } else if *mode == Mode::Sizing {
        (tools.words.size.to_owned(), tools.sizing())
    } else if let Some(face) = only.and_then(|place| now.faces.cards.get(place)) {
        (words::pad(now.lang, &face.title), tools.activity(only.unwrap_or_default(), face.kind))
    } else if let Some(link) = selection.only_transition() {
        (layers::link_name(desk, link).to_string(), tools.transition(link))
    } else {
        let edit = note.filter(|_| count == 1).map(|note| tools.write(*note));
        let size = note.filter(|_| count == 1).map(|_| tools.size());
        let content =
            html! { <>{ for edit }{ tools.shift() }{ for size }{ tools.duplicate() }{ tools.remove() }</> };
        (words::chosen(now.lang, count), content)
    };
    let shown = (count > 1).then(|| html! { <span class="b-pad-count">{ &name }</span> });
    html! {
        <div class="b-pad" ref={desk.nodes.pad.clone()} role="toolbar" aria-label={name.clone()} onkeydown={on_key(desk)}>
            { for shown }{ content }
        </div>
    }
}

struct Tools<'d> {
    desk: &'d Rc<Desk>,
    words: &'static words::Canvas,
}

impl Tools<'_> {
    /// The likely next activities, and what is done with this one.
    fn activity(&self, place: usize, kind: ActivityKind) -> Html {
        let now = self.desk.now();
        let output = likely_output(&now.canvas, place);
        let next: &[ActivityKind] = if output.is_some() { suggest::after(kind) } else { &[] };
        let rename = self.tool(Icon::Edit, self.words.rename, move |desk| {
            if let Some(face) = desk.now().faces.cards.get(place) {
                desk.set_mode(Mode::Renaming(face.name.clone()));
            }
        });
        let more = self.act(move |desk| {
            let now = desk.now();
            let output = likely_output(&now.canvas, place).and_then(named);
            let after = now.faces.cards.get(place).map(|face| (face.name.clone(), output));
            desk.send(Action::Add(Adding { at: None, after }));
        });
        html! {
            <>
                if !next.is_empty() {
                    <div class="b-pad-row">
                        { for next.iter().map(|next| self.append(place, *next)) }
                        <button type="button" class="b-next" tabindex="-1" onclick={more}>{ self.words.more }</button>
                    </div>
                }
                <div class="b-pad-row">
                    if output.is_some() {
                        { self.connect(place) }
                    }
                    { rename }{ self.shift() }{ self.duplicate() }{ self.remove() }
                </div>
            </>
        }
    }

    fn connect(&self, place: usize) -> Html {
        let (desk, label) = (self.desk.clone(), self.words.connect);
        let onclick = Callback::from(move |event: MouseEvent| {
            desk.focus_canvas();
            // A button that is pressed by a key was clicked no times.
            desk.connect_from(place, event.detail() == 0);
        });
        html! {
            <button type="button" key={label} class="b-tool" tabindex="-1" title={label} aria-label={label} {onclick}>
                <IconView icon={Icon::Connect} />
            </button>
        }
    }

    fn append(&self, place: usize, next: ActivityKind) -> Html {
        let lang = self.desk.now().lang;
        let name = activity::name(lang, next);
        let told = words::append(lang, name);
        html! {
            <button type="button" key={name} class="b-next" tabindex="-1" title={told.clone()} aria-label={told}
                onclick={self.act(move |desk| desk.append(place, next))}>
                <IconView icon={Icon::Activity(next)} /><span>{ name }</span>
            </button>
        }
    }

    fn shifting(&self) -> Html {
        let [left, up, down, right] = self.words.shifts;
        let way = |icon, label, by| {
            self.tool(icon, label, move |desk| {
                drag::step(desk, by);
                desk.set_mode(Mode::Shifting);
            })
        };
        html! {
            <>
                { way(Icon::Left, left, (-1, 0)) }{ way(Icon::Ascending, up, (0, -1)) }
                { way(Icon::Descending, down, (0, 1)) }{ way(Icon::Right, right, (1, 0)) }
                { self.tool(Icon::Tick, self.words.done, |desk| {
                    desk.focus_canvas();
                    desk.set_mode(Mode::Rest);
                }) }
            </>
        }
    }

    /// The two ends of a transition, each to be drawn anew, and the list of activities it could lead to.
    fn transition(&self, number: usize) -> Html {
        let end = |label: &'static str, is_start: bool| {
            let desk = self.desk.clone();
            let onclick = Callback::from(move |event: MouseEvent| {
                desk.focus_canvas();
                // A button that is pressed by a key was clicked no times.
                desk.begin_relinking(Relink { number, is_start }, event.detail() == 0);
            });
            html! { <button type="button" key={label} class="b-next" tabindex="-1" {onclick}>{ label }</button> }
        };
        let list = self.act(move |desk| {
            let from =
                desk.now().scenario.workflow.transitions.get(number).map(|link| link.from.as_str().into());
            if let Some(from) = from {
                desk.send(Action::ConnectFrom(Leading { from, output: None, again: Some(number) }));
            }
        });
        html! {
            <>
                { end(self.words.begin_elsewhere, true) }{ end(self.words.lead_elsewhere, false) }
                <button type="button" class="b-next" tabindex="-1" onclick={list}>{ self.words.from_list }</button>
                { self.remove() }
            </>
        }
    }

    fn sizing(&self) -> Html {
        let [narrower, shorter, taller, wider] = self.words.sizes;
        let way = |icon, label, by| {
            self.tool(icon, label, move |desk| {
                drag::resize_chosen(desk, by);
                desk.set_mode(Mode::Sizing);
            })
        };
        html! {
            <>
                { way(Icon::Previous, narrower, (-1, 0)) }{ way(Icon::Ascending, shorter, (0, -1)) }
                { way(Icon::Descending, taller, (0, 1)) }{ way(Icon::Next, wider, (1, 0)) }
                { self.tool(Icon::Tick, self.words.done, |desk| desk.set_mode(Mode::Rest)) }
            </>
        }
    }

    fn size(&self) -> Html {
        self.tool(Icon::Resize, self.words.size, |desk| desk.set_mode(Mode::Sizing))
    }

    fn write(&self, note: usize) -> Html {
        self.tool(Icon::Edit, self.words.note_edit, move |desk| desk.set_mode(Mode::Writing(note)))
    }

    fn shift(&self) -> Html {
        self.tool(Icon::Move, self.words.shift, |desk| desk.set_mode(Mode::Shifting))
    }

    fn duplicate(&self) -> Html {
        self.tool(Icon::Duplicate, self.words.duplicate, |desk| desk.send(Action::Duplicate))
    }

    fn remove(&self) -> Html {
        self.tool(Icon::Bin, self.words.remove, |desk| {
            desk.focus_canvas();
            desk.send(Action::Remove);
        })
    }

    fn tool(&self, icon: Icon, label: &'static str, act: impl Fn(&Rc<Desk>) + 'static) -> Html {
        html! {
            <button type="button" key={label} class="b-tool" tabindex="-1" title={label} aria-label={label} onclick={self.act(act)}>
                <IconView {icon} />
            </button>
        }
    }

    fn act(&self, act: impl Fn(&Rc<Desk>) + 'static) -> Callback<MouseEvent> {
        let desk = self.desk.clone();
        Callback::from(move |_| act(&desk))
    }
}

impl Desk {
    /// Draws a new activity after another one, connected to it, where there is room.
    pub(super) fn append(&self, place: usize, next: ActivityKind) {
        let now = self.now();
        let Some(face) = now.faces.cards.get(place) else { return };
        let output = likely_output(&now.canvas, place).and_then(named);
        let (x, y) = spot::after(&now.scenario.workflow, &face.name, output.as_deref());
        self.focus_canvas();
        self.edit(Edit::Add {
            sort: Sort::Kind(next),
            label: activity::name(now.lang, next).to_owned(),
            x,
            y,
            after: Some((face.name.to_string(), output.map(|output| output.to_string()))),
        });
    }
}

/// Arrow keys go from button to button; Escape goes back to the card.
fn on_key(desk: &Rc<Desk>) -> Callback<KeyboardEvent> {
    let desk = desk.clone();
    Callback::from(move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => -1,
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                desk.set_mode(Mode::Rest);
                return desk.focus_canvas();
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let Some(pad) = desk.nodes.pad.cast::<Element>() else { return };
        let Ok(buttons) = pad.query_selector_all("button") else { return };
        let all: Vec<HtmlElement> = (0..buttons.length())
            .filter_map(|at| wasm_bindgen::JsCast::dyn_into(buttons.item(at)?).ok())
            .collect();
        let here = all.iter().position(|button| button.matches(":focus").unwrap_or(false)).unwrap_or(0);
        let there = (here as i32 + by).rem_euclid(all.len().max(1) as i32) as usize;
        if let Some(button) = all.get(there) {
            let _ = button.focus();
        }
    })
}
