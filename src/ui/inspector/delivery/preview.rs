//! The preview of a creative for one recipient: as a calm e-mail, or as plain text. All of it is text, never markup.

use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::draft::Draft;
use super::reader::{MOST_SEARCHED, PeopleNow, found, next_in, reached};
use crate::base::kept_set::KeptSet;
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::people::personal::{Piece, pieces};
use crate::people::{AttributeIdx, People, Schema, Value};
use crate::scenario::block::Block;
use crate::text::Lang;
use crate::text::activity::words::yes_or_no;
use crate::text::condition::attribute;
use crate::text::format::plain_date;
use crate::text::inspector::content as words;
use crate::ui::inspector::parts::fold;
use crate::ui::shared::Shared;

/// Props of the preview.
#[derive(Clone, PartialEq, Properties)]
pub struct PreviewProps {
    /// What is typed.
    pub draft: Draft,
    /// The delivery activity.
    pub activity: Rc<str>,
    /// The run, which has the people.
    pub run: Option<Shared<RunLog>>,
    /// The attributes a recipient has.
    pub schema: Schema,
    /// The moment shown.
    pub shown: SimTime,
    /// The language.
    pub lang: Lang,
}

/// Whom and how it shows.
#[derive(Clone, Debug, Default, PartialEq)]
struct Looked {
    typed: String,
    chosen: Option<RecipientIdx>,
    as_text: bool,
}

/// What fields give: values by attribute; none where there is no recipient.
struct Filling<'a> {
    schema: &'a Schema,
    values: Option<BTreeMap<AttributeIdx, Value>>,
    lang: Lang,
}

/// The preview.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let looked = use_state_eq(Looked::default);
    let now = use_mut_ref(PeopleNow::default);
    let words = words::of(props.lang);
    let people = props.run.as_ref().map(|run| run.plan().people.clone());
    let set = props.run.as_ref().and_then(|run| reached(run, &props.activity, props.shown));
    let total = people.as_ref().map_or(0, |people| people.total());
    let first = set.and_then(|set| set.nth(0)).or((total > 0).then_some(0));
    let reader = looked.chosen.filter(|chosen| *chosen < total).or(first);
    let values = people.as_ref().zip(reader).map(|(people, reader)| {
        let mut now = now.borrow_mut();
        let now = now.at(people, props.shown);
        used(props).into_iter().map(|field| (field, now.value(reader, field))).collect()
    });
    let filling = Filling { schema: &props.schema, values, lang: props.lang };
    let sides = [(false, words.mail), (true, words.text)];
    fold(
        words.preview,
        true,
        html! {
            <>
                if let (Some(people), Some(reader)) = (&people, reader) {
                    { reader_fields(props, &looked, people, reader, set) }
                } else {
                    <p class="ins-hint">{ words.no_run }</p>
                }
                <div class="ins-field" role="group" aria-label={words.as_mail}>
                    <div class="segments ins-segments">
                        { for sides.into_iter().map(|(as_text, text)| html! {
                            <button key={text} type="button" aria-pressed={(looked.as_text == as_text).to_string()}
                                onclick={looking(&looked, move |next| next.as_text = as_text)}>{ text }</button>
                        }) }
                    </div>
                </div>
                { if looked.as_text { as_text(props, &filling) } else { as_mail(props, &filling) } }
                { remarks(props, &filling) }
            </>
        },
    )
}

fn looking(looked: &UseStateHandle<Looked>, change: impl Fn(&mut Looked) + 'static) -> Callback<MouseEvent> {
    let looked = looked.clone();
    Callback::from(move |_| {
        let mut next = Looked::clone(&looked);
        change(&mut next);
        looked.set(next);
    })
}

fn who(lang: Lang, people: &People, recipient: RecipientIdx) -> String {
    let who = people.identity(recipient);
    let name = format!("{} {}", who.first_name, who.last_name);
    words::who(lang, recipient + 1, name.trim(), who.email.as_deref())
}

fn reader_fields(
    props: &PreviewProps,
    looked: &UseStateHandle<Looked>,
    people: &People,
    reader: RecipientIdx,
    set: Option<&KeptSet>,
) -> Html {
    let words = words::of(props.lang);
    let hits = found(people, &looked.typed);
    let nobody = !looked.typed.trim().is_empty() && hits.is_empty();
    let oninput = {
        let looked = looked.clone();
        Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            looked.set(Looked { typed, ..Looked::clone(&looked) });
        })
    };
    let onkeydown = {
        let (looked, first) = (looked.clone(), hits.first().copied());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if first.is_some() => {
                looked.set(Looked { typed: String::new(), chosen: first, ..Looked::clone(&looked) });
            }
            "Escape" if !looked.typed.is_empty() => {
                event.prevent_default();
                event.stop_propagation();
                looked.set(Looked { typed: String::new(), ..Looked::clone(&looked) });
            }
            _ => {}
        })
    };
    let standing = match set {
        None => words.not_run,
        Some(set) if set.contains(reader) => words.reached,
        Some(_) => words.not_reached,
    };
    let next = set.and_then(|set| next_in(set, reader));
    html! {
        <>
            <div class="ins-field">
                <label for="ins-reader">{ words.recipient }</label>
                // Looking is allowed where nothing may be changed, but a field that is off says so to everyone.
                <input id="ins-reader" type="search" autocomplete="off" value={looked.typed.clone()} {oninput} {onkeydown}
                    aria-describedby="ins-reader-hint" />
                <p class="ins-hint" id="ins-reader-hint">{ words.recipient_hint }</p>
            </div>
            if !hits.is_empty() {
                <ul class="ins-found" aria-label={words.found}>
                    { for hits.into_iter().map(|hit| html! {
                        <li key={hit}>
                            <button type="button" class="quiet" onclick={looking(looked, move |next| {
                                (next.typed, next.chosen) = (String::new(), Some(hit));
                            })}>{ who(props.lang, people, hit) }</button>
                        </li>
                    }) }
                </ul>
            }
            if nobody {
                <p class="ins-hint" role="status">
                    { words.none_found }
                    if people.total() > MOST_SEARCHED { { " " }{ words.not_all_searched } }
                </p>
            }
            <p class="ins-reader" role="status"><b>{ who(props.lang, people, reader) }</b></p>
            <p class="ins-hint">
                if let Some(set) = set { { words::newest(props.lang, set.len()) }{ " " } }
                { standing }
            </p>
            if let Some(next) = next {
                <div class="ins-buttons">
                    <button type="button" class="outlined" onclick={looking(looked, move |looked| looked.chosen = Some(next))}>
                        { words.next }
                    </button>
                </div>
            }
        </>
    }
}

fn texts(draft: &Draft) -> impl Iterator<Item = &str> {
    let blocks = draft.blocks.iter().flat_map(|block| [block.text(), block.link()].into_iter().flatten());
    [draft.subject.as_str(), draft.preheader.as_str()].into_iter().chain(blocks)
}

/// The attributes whose values are needed.
fn used(props: &PreviewProps) -> Vec<AttributeIdx> {
    let all = texts(&props.draft).flat_map(|text| pieces(text, &props.schema));
    all.filter_map(|piece| if let Piece::Field(field) = piece { Some(field) } else { None }).collect()
}

impl Filling<'_> {
    fn name(&self, field: AttributeIdx) -> &str {
        self.schema.get(field).map_or("", |one| attribute(self.lang, &one.name))
    }

    /// What a field gives; none where there is no recipient.
    fn value(&self, field: AttributeIdx) -> Option<String> {
        Some(match self.values.as_ref()?.get(&field)? {
            Value::Empty => String::new(),
            Value::Text(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            Value::Date(day) => plain_date(self.lang, *day),
            Value::Flag(on) => yes_or_no(self.lang, *on).to_owned(),
        })
    }

    /// A text for the recipient, with what is unknown marked.
    fn shown(&self, text: &str) -> Html {
        let piece = |piece: Piece<'_>| match piece {
            Piece::Text(text) => html! { text },
            Piece::Field(field) => match self.value(field) {
                Some(value) => html! { <span class="mail-field">{ value }</span> },
                None => html! { <span class="mail-field">{ "‹" }{ self.name(field) }{ "›" }</span> },
            },
            Piece::Unknown(marked) => html! { <mark class="mail-unknown">{ marked }</mark> },
        };
        html! { { for pieces(text, self.schema).into_iter().map(piece) } }
    }
}

fn as_mail(props: &PreviewProps, filling: &Filling<'_>) -> Html {
    let words = words::of(props.lang);
    let draft = &props.draft;
    let block = |(at, block): (usize, &Block)| {
        let body = match block {
            Block::Heading { text } => html! { <p class="mail-heading">{ filling.shown(text) }</p> },
            Block::Paragraph { text } => html! { <p class="mail-text">{ filling.shown(text) }</p> },
            Block::Button { label, link } => html! {
                <p class="mail-link">
                    <span class="mail-button">{ filling.shown(if label.is_empty() { link } else { label }) }</span>
                    if !label.is_empty() { <small>{ filling.shown(link) }</small> }
                </p>
            },
            Block::Divider => html! { <hr /> },
        };
        html! { <div key={at}>{ body }</div> }
    };
    html! {
        <article class="mail" aria-label={words.preview}>
            <header>
                <p class="mail-subject">
                    { if draft.subject.is_empty() { html! { words.no_subject } } else { filling.shown(&draft.subject) } }
                </p>
                if !draft.preheader.is_empty() {
                    <p class="mail-preheader">{ filling.shown(&draft.preheader) }</p>
                }
            </header>
            { for draft.blocks.iter().enumerate().map(block) }
        </article>
    }
}

fn as_text(props: &PreviewProps, filling: &Filling<'_>) -> Html {
    let words = words::of(props.lang);
    let draft = &props.draft;
    let block = |(at, block): (usize, &Block)| {
        let body = match block {
            Block::Heading { text } | Block::Paragraph { text } => filling.shown(text),
            Block::Button { label, link } if label.is_empty() => filling.shown(link),
            Block::Button { label, link } => {
                html! { <>{ filling.shown(label) }{ ": " }{ filling.shown(link) }</> }
            }
            Block::Divider => html! { "- - -" },
        };
        html! { <p key={at}>{ body }</p> }
    };
    html! {
        <div class="mail-plain">
            <p>{ words.subject }{ ": " }{ filling.shown(&draft.subject) }</p>
            if !draft.preheader.is_empty() {
                <p>{ filling.shown(&draft.preheader) }</p>
            }
            { for draft.blocks.iter().enumerate().map(block) }
        </div>
    }
}

/// What is unknown or empty, in words and not by a colour alone.
fn remarks(props: &PreviewProps, filling: &Filling<'_>) -> Html {
    let mut unknown: Vec<String> = Vec::new();
    let mut empty: Vec<String> = Vec::new();
    for piece in texts(&props.draft).flat_map(|text| pieces(text, &props.schema)) {
        let (list, name) = match piece {
            Piece::Unknown(marked) => (&mut unknown, marked.to_owned()),
            Piece::Field(field) if filling.value(field).is_some_and(|value| value.is_empty()) => {
                (&mut empty, filling.name(field).to_owned())
            }
            _ => continue,
        };
        if !list.contains(&name) {
            list.push(name);
        }
    }
    html! {
        <>
            if !unknown.is_empty() {
                <p class="ins-refusal">{ words::unknown(props.lang, &unknown) }</p>
            }
            if !empty.is_empty() {
                <p class="ins-hint">{ words::empty(props.lang, &empty) }</p>
            }
        </>
    }
}
