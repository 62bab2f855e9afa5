//! The gallery: samples and one's own templates, each with a picture and a sentence.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::shell::icon::{Icon, IconView};
use super::widgets::dialog::Dialog;
use super::widgets::kept_focus::click_away;
use crate::app::action::Action;
use crate::app::options::Theme;
use crate::app::other_tabs::OtherWork;
use crate::app::templates::{LONGEST_NAME, MOST, TemplateProblem, Templates};
use crate::scenario::Scenario;
use crate::scenario::samples::Sample;
use crate::scene::picture::{Inside, Tone, draw};
use crate::text::gallery::{self, Gallery};
use crate::text::{self, Lang};

/// Where the focus goes with a button that goes once it is pressed.
const AFTER: &[&str] = &[".gallery-state button", ".gallery-keep input"];

/// Props of the dialog.
#[derive(Clone, PartialEq, Properties)]
pub struct GalleryDialogProps {
    /// One's own templates.
    pub templates: Templates,
    /// The name of the present scenario, offered for a template of it.
    pub name: AttrValue,
    /// The theme, after which the pictures go.
    pub theme: Theme,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The addresses of a picture in the tones it may be needed in.
#[derive(Clone, PartialEq)]
struct Shown {
    light: AttrValue,
    dark: AttrValue,
    alternative: AttrValue,
}

/// The dialog.
#[component]
pub fn GalleryDialog(props: &GalleryDialogProps) -> Html {
    let (lang, words) = (props.lang, gallery::of(props.lang));
    let samples = use_memo(lang, |lang| Sample::ALL.map(|sample| Shown::of(*lang, &sample.scenario())));
    let own = use_memo((lang, props.templates.kept.clone()), |(lang, kept)| {
        kept.iter().map(|template| Shown::of(*lang, &template.scenario)).collect::<Vec<_>>()
    });
    let others = use_memo((lang, props.templates.others.clone()), |(lang, others)| {
        others.iter().map(|work| Shown::of(*lang, &work.scenario)).collect::<Vec<_>>()
    });
    let on_close = props.send.reform(|()| Action::Show(None));
    let names = text::shell::of(lang).samples;
    html! {
        <Dialog heading={words.heading} close_label={words.close} class="gallery" {on_close}>
            <p>{ words.intro }</p>
            <section>
                <h3>{ words.samples }</h3>
                <ul class="gallery-list">
                    { for Sample::ALL.into_iter().zip(names).zip(samples.iter()).map(|((sample, name), shown)| {
                        let open = props.send.reform(move |_: MouseEvent| Action::OpenSample(sample));
                        html! {
                            <li key={sample.name()}>
                                { picture(props.theme, shown) }
                                <h4>{ name }</h4>
                                <p class="small">{ gallery::teaches(lang, sample) }</p>
                                <div class="gallery-doors">{ door(words.open, lang, name, open) }</div>
                            </li>
                        }
                    }) }
                </ul>
            </section>
            <section>
                <h3>{ words.own }</h3>
                <KeepForm name={props.name.clone()} {lang} send={props.send.clone()} />
                { state_of(props, words) }
                if props.templates.kept.is_empty() {
                    <p class="muted">{ words.none }</p>
                }
                <ul class="gallery-list">
                    { for props.templates.kept.iter().zip(own.iter()).map(|(template, shown)| {
                        own_template(props, words, &template.name, shown)
                    }) }
                </ul>
            </section>
            if !props.templates.others.is_empty() {
                <section>
                    <h3>{ words.others }</h3>
                    <p class="small">{ words.others_what }</p>
                    <ul class="gallery-list">
                        { for props.templates.others.iter().zip(others.iter()).map(|(work, shown)| other_work(props, words, work, shown)) }
                    </ul>
                </section>
            }
        </Dialog>
    }
}

fn own_template(props: &GalleryDialogProps, words: &Gallery, name: &Rc<str>, shown: &Shown) -> Html {
    let to_open = name.clone();
    let open = props.send.reform(move |_: MouseEvent| Action::OpenTemplate(to_open.clone()));
    let delete = click_away(&props.send, AFTER, Action::DeleteTemplate(name.clone()));
    own_entry(props, words, (name, name), shown, (open, delete))
}

fn other_work(props: &GalleryDialogProps, words: &Gallery, work: &OtherWork, shown: &Shown) -> Html {
    let to_open = work.tab.clone();
    let open = props.send.reform(move |_: MouseEvent| Action::OpenOther(to_open.clone()));
    let delete = click_away(&props.send, AFTER, Action::DeleteOther(work.tab.clone()));
    own_entry(props, words, (&work.tab, &work.scenario.name), shown, (open, delete))
}

/// Something of one's own, which can be opened and deleted.
fn own_entry(
    props: &GalleryDialogProps,
    words: &Gallery,
    (key, name): (&str, &str),
    shown: &Shown,
    (open, delete): (Callback<MouseEvent>, Callback<MouseEvent>),
) -> Html {
    let label = gallery::with(words.delete, props.lang, name);
    html! {
        <li key={key}>
            { picture(props.theme, shown) }
            <h4>{ name }</h4>
            <div class="gallery-doors">
                { door(words.open, props.lang, name, open) }
                <button type="button" class="quiet tool" aria-label={label.clone()} title={label} onclick={delete}>
                    <IconView icon={Icon::Delete} />
                </button>
            </div>
        </li>
    }
}

fn door(word: &'static str, lang: Lang, name: &str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="outlined" aria-label={gallery::with(word, lang, name)} {onclick}>{ word }</button>
    }
}

/// What was deleted and how to bring it back, what went wrong, and whether the device keeps anything.
fn state_of(props: &GalleryDialogProps, words: &Gallery) -> Html {
    let (lang, templates) = (props.lang, &props.templates);
    let problem = templates.problem.map(|problem| match problem {
        TemplateProblem::NameMissing => gallery::name_missing(lang).to_owned(),
        TemplateProblem::TooMany => gallery::too_many(lang, MOST),
        TemplateProblem::TooLarge => gallery::too_large(lang).to_owned(),
        TemplateProblem::Unreadable => gallery::unreadable(lang).to_owned(),
    });
    let restore = click_away(&props.send, AFTER, Action::RestoreTemplate);
    html! {
        <div class="gallery-state" role="status">
            if let Some(problem) = problem {
                <p class="gallery-problem"><IconView icon={Icon::Warning} /><span>{ problem }</span></p>
            }
            if let Some(deleted) = &templates.deleted {
                <p>
                    { gallery::deleted(lang, &deleted.name) }{ " " }
                    <button type="button" class="outlined" onclick={restore}>{ words.undo }</button>
                </p>
            }
            if templates.is_fleeting {
                <p class="small muted">{ words.fleeting }</p>
            }
        </div>
    }
}

/// Props of the form.
#[derive(Clone, PartialEq, Properties)]
struct KeepFormProps {
    name: AttrValue,
    lang: Lang,
    send: Callback<Action>,
}

/// A name and a button: keeps the present scenario as a template.
#[component]
fn KeepForm(props: &KeepFormProps) -> Html {
    let words = gallery::of(props.lang);
    let field = use_node_ref();
    let keep = {
        let (send, field) = (props.send.clone(), field.clone());
        move || {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                send.emit(Action::KeepTemplate(field.value().into()));
            }
        }
    };
    let onkeydown = {
        let keep = keep.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.prevent_default();
                keep();
            }
        }
    };
    let onclick = move |_: MouseEvent| keep();
    html! {
        <div class="gallery-keep">
            <input ref={field} type="text" value={props.name.clone()} maxlength={LONGEST_NAME.to_string()}
                aria-label={words.name} {onkeydown} />
            <button type="button" class="primary" {onclick}>{ words.keep }</button>
        </div>
    }
}

/// A picture in the tone of the theme; where the theme is the device's, the browser knows which.
fn picture(theme: Theme, shown: &Shown) -> Html {
    let Shown { light, dark, alternative } = shown;
    let image = |address: &AttrValue| {
        html! { <img src={address.clone()} alt={alternative.clone()} loading="lazy" draggable="false" /> }
    };
    match theme {
        Theme::Light => html! { <div class="gallery-picture">{ image(light) }</div> },
        Theme::Dark => html! { <div class="gallery-picture">{ image(dark) }</div> },
        Theme::Auto | Theme::Contrast => html! {
            <picture class="gallery-picture">
                <source media="(prefers-color-scheme: dark)" srcset={dark.clone()} />
                { image(light) }
            </picture>
        },
    }
}

impl Shown {
    fn of(lang: Lang, scenario: &Scenario) -> Self {
        let address = |tone| address(&draw(lang, scenario, tone, Inside::Nothing).svg).into();
        let alternative = gallery::picture(lang, scenario.workflow.activities.len()).into();
        Self { light: address(Tone::Light), dark: address(Tone::Dark), alternative }
    }
}

/// An SVG as an address that holds it whole, so that nothing is fetched.
fn address(svg: &str) -> String {
    use std::fmt::Write as _;
    let mut address = String::from("data:image/svg+xml,");
    for byte in svg.trim().bytes() {
        match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'-'
            | b'_'
            | b'.'
            | b'~'
            | b'/'
            | b':'
            | b'='
            | b';' => {
                address.push(char::from(byte));
            }
            _ => {
                let _ = write!(address, "%{byte:02X}");
            }
        }
    }
    address
}

#[cfg(test)]
mod tests;
