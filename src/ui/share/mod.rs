//! The share dialog: the link with its code, and the files.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::shared::Shared;
use super::shell::icon::{Icon, IconView};
use super::widgets::dialog::Dialog;
use crate::app::action::Action;
use crate::app::files::PictureForm;
use crate::scenario::Scenario;
use crate::scenario::link::{self, LinkProblem};
use crate::scene::qr::{self, Code};
use crate::text::share::Share;
use crate::text::{self, Lang};

/// Props of the dialog.
#[derive(Clone, PartialEq, Properties)]
pub struct ShareDialogProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The address of the page that the link leads to.
    pub site: AttrValue,
    /// Whether the link was put on the clipboard; none before that is asked for.
    pub copied: Option<bool>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The link to a scenario, and its code if there is one.
type Made = Result<(AttrValue, Option<Code>), LinkProblem>;

/// The dialog.
#[component]
pub fn ShareDialog(props: &ShareDialogProps) -> Html {
    let words = text::share::of(props.lang);
    let made = use_memo((props.scenario.clone(), props.site.clone()), |(scenario, site)| -> Made {
        let link = format!("{site}#{}", link::fragment(scenario)?);
        let code = qr::code(&link);
        Ok((link.into(), code))
    });
    let on_close = props.send.reform(|()| Action::Show(None));
    html! {
        <Dialog heading={words.heading} close_label={words.close} class="share" {on_close}>
            { match &*made {
                Ok((link, code)) => html! {
                    <>
                        <LinkField link={link.clone()} copied={props.copied} lang={props.lang} send={props.send.clone()} />
                        { code_of(words, code.as_ref()) }
                    </>
                },
                Err(problem) => {
                    let told = text::share::told_of_link(props.lang, problem);
                    html! {
                        <section>
                            <h3>{ words.link }</h3>
                            <p role="status" class="share-problem"><IconView icon={Icon::Warning} /><span><strong>{ told.what }</strong>{ " " }{ told.remedy }</span></p>
                        </section>
                    }
                }
            } }
            { files(props, words) }
        </Dialog>
    }
}

/// Props of the field.
#[derive(Clone, PartialEq, Properties)]
struct LinkFieldProps {
    link: AttrValue,
    copied: Option<bool>,
    lang: Lang,
    send: Callback<Action>,
}

/// The link, to be copied by its button or by hand.
#[component]
fn LinkField(props: &LinkFieldProps) -> Html {
    let words = text::share::of(props.lang);
    let field = use_node_ref();
    // Where the browser refuses to copy, the person can: the link is selected for them.
    use_effect_with(props.copied, {
        let field = field.clone();
        move |copied| {
            if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| *copied == Some(false)) {
                let _ = field.focus();
                field.select();
            }
        }
    });
    let onfocus = |event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select();
    let onclick = {
        let (send, link) = (props.send.clone(), props.link.clone());
        move |_: MouseEvent| send.emit(Action::CopyLink((&*link).into()))
    };
    html! {
        <section>
            <h3>{ words.link }</h3>
            <div class="share-link">
                <input ref={field} type="text" readonly=true value={props.link.clone()} aria-label={words.link} {onfocus} />
                <button type="button" class="primary" {onclick}>{ words.copy }</button>
            </div>
            <p class="small" role="status">
                { match props.copied {
                    Some(true) => words.copied,
                    Some(false) => words.not_copied,
                    None => "",
                } }
            </p>
            <p class="small muted">{ text::share::length(props.lang, props.link.chars().count()) }{ " · " }{ words.what_is_in_it }</p>
        </section>
    }
}

/// The code: dark on white whatever the theme, as readers of codes want it.
fn code_of(words: &Share, code: Option<&Code>) -> Html {
    html! {
        <section>
            <h3>{ words.code }</h3>
            if let Some(Code { side, path, is_fine }) = code {
                <svg class={classes!("share-code", is_fine.then_some("is-fine"))} viewBox={format!("0 0 {side} {side}")}
                    role="img" aria-label={words.code_what} shape-rendering="crispEdges">
                    <rect class="code-light" width={side.to_string()} height={side.to_string()} />
                    <path class="code-dark" d={path.clone()} />
                </svg>
                if *is_fine {
                    <p class="small muted">{ words.code_is_fine }</p>
                }
            } else {
                <p class="muted">{ words.no_code }</p>
            }
        </section>
    }
}

fn files(props: &ShareDialogProps, words: &Share) -> Html {
    let button = |label: &'static str, action: Action| {
        let onclick = props.send.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="outlined" {onclick}><IconView icon={Icon::Save} />{ label }</button>
        }
    };
    html! {
        <section>
            <h3>{ words.files }</h3>
            <div class="share-files">
                { button(words.save, Action::SaveFile) }
                { button(words.svg, Action::SavePicture(PictureForm::Svg)) }
                { button(words.png, Action::SavePicture(PictureForm::Png)) }
            </div>
            <p class="small muted">{ words.files_what }</p>
        </section>
    }
}

#[cfg(test)]
mod tests;
