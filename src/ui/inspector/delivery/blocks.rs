//! The blocks of a creative in the editor: fields for each, buttons to move, take out and add them.

use yew::prelude::*;

use super::draft::{Draft, Part};
use super::editing::Editing;
use super::fields::{area, dropping, leaving_line, typing_line};
use crate::scenario::block::Block;
use crate::text::inspector::content::{self as words, Content};
use crate::text::inspector::wrong;
use crate::ui::inspector::reading;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::kept_focus::keep_focus_after;

/// The most blocks a creative takes in the editor.
const MOST_BLOCKS: usize = 100;

/// The list with its buttons.
pub(super) fn block_list(editing: &Editing<'_>) -> Html {
    let words = words::of(editing.props.pen.lang);
    let blocks = &editing.draft.blocks;
    html! {
        <div class="ins-blocks" role="group" aria-label={words.blocks}>
            <p class="ins-label" aria-hidden="true">{ words.blocks }</p>
            if blocks.is_empty() {
                <p class="ins-hint">{ words.no_blocks }</p>
            } else {
                <ol>{ for blocks.iter().enumerate().map(|(at, block)| block_row(editing, words, at, block)) }</ol>
            }
            <div class="ins-buttons" role="group" aria-label={words.add}>
                { for fresh(words).into_iter().map(|(name, block)| html! {
                    <button type="button" class="outlined" key={name} disabled={!editing.may_edit || blocks.len() >= MOST_BLOCKS}
                        onclick={taking(editing, editing.draft.with_block(block))}>{ "+ " }{ name }</button>
                }) }
            </div>
        </div>
    }
}

/// What can be added.
fn fresh(words: &Content) -> [(&'static str, Block); 4] {
    [
        (words.heading, Block::Heading { text: String::new() }),
        (words.paragraph, Block::Paragraph { text: String::new() }),
        (words.button, Block::Button { label: String::new(), link: "https://".to_owned() }),
        (words.divider, Block::Divider),
    ]
}

fn taking(editing: &Editing<'_>, draft: Draft) -> Callback<MouseEvent> {
    let keep = editing.keep();
    Callback::from(move |_| keep.emit(draft.clone()))
}

/// The same where blocks change their places.
fn placing(editing: &Editing<'_>, draft: Draft) -> Callback<MouseEvent> {
    let (keep, forget) = (editing.keep(), editing.forget());
    Callback::from(move |event: MouseEvent| {
        keep_focus_after(&event, &[".ins-blocks .ins-buttons button:not(:disabled)"]);
        forget();
        keep.emit(draft.clone());
    })
}

fn block_row(editing: &Editing<'_>, words: &'static Content, at: usize, block: &Block) -> Html {
    let name = match block {
        Block::Heading { .. } => words.heading,
        Block::Paragraph { .. } => words.paragraph,
        Block::Button { .. } => words.button,
        Block::Divider => words.divider,
    };
    let called = format!("{name} {}", at + 1);
    let draft = &editing.draft;
    let tool = |text: &str, icon: Icon, is_off: bool, next: Draft| {
        html! {
            <button type="button" class="quiet tool" title={text.to_owned()} aria-label={format!("{text}: {called}")}
                disabled={!editing.may_edit || is_off} onclick={placing(editing, next)}><IconView {icon} /></button>
        }
    };
    let id = format!("ins-block-{at}");
    let fields = match block {
        Block::Heading { .. } => area(editing, (id, &called), 1, Part::Text(at), "ins-creative-about"),
        Block::Paragraph { .. } => area(editing, (id, &called), 4, Part::Text(at), "ins-creative-about"),
        Block::Button { link, .. } => html! {
            <>
                { line(editing, &id, words.button_label, Part::Text(at)) }
                { link_field(editing, words, at, link) }
            </>
        },
        Block::Divider => html! { <hr aria-hidden="true" /> },
    };
    html! {
        <li key={at} aria-label={called.clone()}>
            <div class="ins-block-head">
                <span aria-hidden="true">{ name }</span>
                { tool(words.up, Icon::Ascending, at == 0, draft.raised(at)) }
                { tool(words.down, Icon::Descending, at + 1 >= draft.blocks.len(), draft.raised(at + 1)) }
                { tool(words.remove, Icon::Close, false, draft.without(at)) }
            </div>
            { fields }
        </li>
    }
}

fn line(editing: &Editing<'_>, id: &str, label: &'static str, part: Part) -> Html {
    html! {
        <div class="ins-field">
            <label for={id.to_owned()}>{ label }</label>
            <input id={id.to_owned()} type="text" autocomplete="off" value={editing.draft.get(part).to_owned()}
                disabled={!editing.may_edit} oninput={typing_line(editing, part)} onkeydown={dropping(editing, part)}
                onblur={leaving_line(editing, part)} />
        </div>
    }
}

fn link_field(editing: &Editing<'_>, words: &'static Content, at: usize, link: &str) -> Html {
    let (id, part) = (format!("ins-link-{at}"), Part::Link(at));
    // What a new button begins with is not yet a fault of anybody's.
    let wrong = reading::address(link).err().filter(|_| link != "https://");
    let wrong = wrong.map(|wrong| wrong::told(editing.props.pen.lang, &wrong).line());
    let about = format!("{id}-about");
    html! {
        <div class="ins-field">
            <label for={id.clone()}>{ words.button_link }</label>
            <input {id} type="text" inputmode="url" class="is-code" autocomplete="off" spellcheck="false" value={link.to_owned()}
                disabled={!editing.may_edit} aria-invalid={wrong.is_some().then_some("true")} aria-describedby={about.clone()}
                oninput={typing_line(editing, part)} onkeydown={dropping(editing, part)} onblur={leaving_line(editing, part)} />
            if let Some(wrong) = wrong {
                <p class="ins-wrong" id={about} role="alert">{ wrong }</p>
            } else {
                <p class="ins-hint" id={about}>{ words.link_hint }</p>
            }
        </div>
    }
}
