//! The top bar: modes, samples, file, undo, language, theme, help.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Icon, IconView};
use crate::app::action::Action;
use crate::app::options::{Keeping, Mode, Theme};
use crate::app::state::Sheet;
use crate::scenario::samples::Sample;
use crate::text::shell::Shell;
use crate::text::{self, Lang};
use crate::ui::drop::take;
use crate::ui::widgets::kept_focus::click_away;
use crate::ui::widgets::select::{taken, use_list};

/// What has the focus once nothing more can be undone, or done again.
const AFTER_UNDOING: &[&str] = &[".tools button:not(:disabled)"];

/// Props of the top bar.
#[derive(Clone, PartialEq, Properties)]
pub struct HeaderProps {
    /// The mode shown.
    pub mode: Mode,
    /// The language shown.
    pub lang: Lang,
    /// The theme shown.
    pub theme: Theme,
    /// The sample that is open, if it is one.
    pub sample: Option<Sample>,
    /// The scenario's name.
    pub name: AttrValue,
    /// Whether nothing may be changed.
    pub readonly: bool,
    /// The language that was chosen and has not come yet.
    pub coming: Option<Lang>,
    /// Whether the work is kept on this device.
    pub keeping: Keeping,
    /// Whether the scenario came by a link and was not changed since.
    pub is_borrowed: bool,
    /// Whether something can be undone.
    pub can_undo: bool,
    /// Whether something can be done again.
    pub can_redo: bool,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The top bar.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let words = text::shell::of(props.lang);
    let on = |action: Action| {
        let send = props.send.clone();
        Callback::from(move |_: MouseEvent| send.emit(action.clone()))
    };
    let change = |action: Action| click_away(&props.send, AFTER_UNDOING, action);
    let sample_list = use_list(shown_sample(props));
    let lang_list = use_list(shown_lang(props).code());
    let at = Theme::ALL.iter().position(|theme| *theme == props.theme).unwrap_or(0);
    let next_theme = Theme::ALL[(at + 1) % Theme::ALL.len()];
    let theme_label = format!("{}: {}", words.theme, words.themes[at]);
    let more = use_state(|| false);
    let toggle = {
        let more = more.clone();
        Callback::from(move |_: MouseEvent| more.set(!*more))
    };
    html! {
        <header class="top">
            <h1 class="brand">{ mark() }<span>{ "Delivery Lab" }</span></h1>
            { tabs(props, words) }
            <span class="spacer"></span>
            if !props.readonly {
                { kept(props, words) }
                { samples(props, words, sample_list) }
            }
            <button type="button" class="quiet tool more" aria-label={words.more} title={words.more}
                aria-expanded={more.to_string()} onclick={toggle}><IconView icon={Icon::More} /></button>
            <div class={classes!("tools", more.then_some("is-open"))}>
                if !props.readonly {
                    <div class="cluster">
                        { tool(Icon::Undo, words.undo, !props.can_undo, change(Action::Undo)) }
                        { tool(Icon::Redo, words.redo, !props.can_redo, change(Action::Redo)) }
                    </div>
                    <div class="cluster">
                        { tool(Icon::People, words.recipients, false, on(Action::Show(Some(Sheet::Import)))) }
                        { open_button(props, words) }
                        { tool(Icon::Save, words.save, false, on(Action::SaveFile)) }
                        { tool(Icon::Gallery, text::gallery::of(props.lang).heading, false, on(Action::Show(Some(Sheet::Gallery)))) }
                    </div>
                }
                <div class="cluster">
                    { tool(Icon::Share, text::share::of(props.lang).heading, false, on(Action::Show(Some(Sheet::Share)))) }
                    { languages(props, words, lang_list) }
                    { tool(Icon::Theme, theme_label, false, on(Action::SetTheme(next_theme))) }
                    { tool(Icon::Help, words.help, false, on(Action::Show(Some(Sheet::About)))) }
                </div>
            </div>
        </header>
    }
}

/// Whether the work is kept on this device: a word where there is room, else a sign that says it when asked.
fn kept(props: &HeaderProps, words: &Shell) -> Html {
    let ([short, long], icon) = match (props.keeping, props.is_borrowed) {
        (Keeping::On, false) => (words.kept, Icon::Tick),
        (Keeping::On, true) => (words.borrowed, Icon::Save),
        (Keeping::Off, _) => (words.not_kept, Icon::Save),
        // Whoever keeps it says so itself; that it is not kept here would only alarm.
        (Keeping::Elsewhere, _) => return Html::default(),
        (Keeping::Refused, _) => (words.refused, Icon::Warning),
    };
    html! {
        <span class={classes!("kept", (props.keeping == Keeping::Refused).then_some("is-refused"))} role="status" title={long}>
            <IconView {icon} /><span>{ short }</span>
        </span>
    }
}

fn tabs(props: &HeaderProps, words: &Shell) -> Html {
    let names = [words.build, words.play, words.compare, words.learn];
    html! {
        <div class="segments modes" role="group" aria-label={words.modes}>
            { for Mode::ALL.into_iter().zip(names).map(|(mode, name)| {
                let send = props.send.clone();
                html! {
                    <button type="button" key={mode.name()} aria-pressed={(mode == props.mode).to_string()}
                        onclick={move |_| send.emit(Action::SetMode(mode))}>{ name }</button>
                }
            }) }
        </div>
    }
}

/// What the list of samples shows: nothing of them where the scenario is one's own.
fn shown_sample(props: &HeaderProps) -> &'static str {
    props.sample.map_or("", Sample::name)
}

/// The language that the menu shows: the one to come, where the menu has it.
fn shown_lang(props: &HeaderProps) -> Lang {
    props.coming.filter(|lang| Lang::OFFERED.contains(lang)).unwrap_or(props.lang)
}

fn samples(props: &HeaderProps, words: &Shell, list: NodeRef) -> Html {
    let (send, shown) = (props.send.clone(), shown_sample(props));
    let onchange = Callback::from(move |event: Event| {
        if let Some(sample) = Sample::named(&taken(&event, shown)) {
            send.emit(Action::OpenSample(sample));
        }
    });
    html! {
        <select ref={list} class="samples" aria-label={words.sample} {onchange}>
            if props.sample.is_none() {
                <option value="" selected=true>{ format!("{} – {}", words.own_scenario, props.name) }</option>
            }
            { for Sample::ALL.into_iter().zip(words.samples).map(|(sample, name)| html! {
                <option key={sample.name()} value={sample.name()} selected={props.sample == Some(sample)}>{ name }</option>
            }) }
        </select>
    }
}

/// The menu of languages, each by its own name, so that it is found by who can read it.
fn languages(props: &HeaderProps, words: &Shell, list: NodeRef) -> Html {
    let (send, shown) = (props.send.clone(), shown_lang(props));
    let onchange = Callback::from(move |event: Event| {
        if let Some(lang) = Lang::from_code(&taken(&event, shown.code())) {
            send.emit(Action::SetLang(lang));
        }
    });
    let is_offered = Lang::OFFERED.contains(&props.lang);
    let all = Lang::OFFERED.into_iter().chain((!is_offered).then_some(props.lang));
    html! {
        <select ref={list} class="quiet lang" aria-label={words.language} title={words.language} {onchange}>
            { for all.map(|lang| html! {
                <option key={lang.code()} value={lang.code()} lang={lang.code()} selected={lang == shown}>{ lang.own_name() }</option>
            }) }
        </select>
    }
}

fn open_button(props: &HeaderProps, words: &Shell) -> Html {
    let send = props.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        take(&file, &send);
        input.set_value("");
    });
    html! {
        <label class="quiet tool" title={words.open}>
            <IconView icon={Icon::Open} />
            <input type="file" class="visually-hidden" accept=".json,.svg,.png,.csv,.tsv,.txt" aria-label={words.open} {onchange} />
        </label>
    }
}

fn tool(icon: Icon, label: impl Into<AttrValue>, disabled: bool, onclick: Callback<MouseEvent>) -> Html {
    let label = label.into();
    html! {
        <button type="button" class="quiet tool" aria-label={label.clone()} title={label} {disabled} {onclick}>
            <IconView {icon} />
        </button>
    }
}

/// The mark: many small cards beside one that grows.
fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">
            <rect class="mark-rec" x="1" y="2" width="8" height="5" rx="1.500" />
            <rect class="mark-rec" x="1" y="9" width="8" height="5" rx="1.500" />
            <rect class="mark-rec" x="1" y="16" width="8" height="5" rx="1.500" />
            <rect class="mark-con" x="12" y="2" width="9" height="19" rx="2" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;

    async fn view((keeping, is_borrowed): (Keeping, bool), readonly: bool) -> String {
        let props = HeaderProps {
            mode: Mode::Build,
            lang: Lang::En,
            coming: None,
            theme: Theme::Auto,
            sample: None,
            name: "Mine".into(),
            readonly,
            keeping,
            is_borrowed,
            can_undo: false,
            can_redo: false,
            send: Callback::noop(),
        };
        LocalServerRenderer::<Header>::with_props(props).hydratable(false).render().await
    }

    #[tokio::test]
    async fn whether_the_work_is_kept_is_said_calmly() {
        assert!(view((Keeping::On, false), false).await.contains("Saved on this device"));
        for state in [(Keeping::On, true), (Keeping::Off, false), (Keeping::Refused, false)] {
            let html = view(state, false).await;
            assert!(html.contains("Not saved here"), "{state:?}");
            assert_eq!(html.contains("is-refused"), state.0 == Keeping::Refused);
        }
        assert!(!view((Keeping::Elsewhere, false), false).await.contains("role=\"status\""));
    }

    #[tokio::test]
    async fn who_may_only_read_may_share_and_not_replace() {
        let html = view((Keeping::Off, false), true).await;
        assert!(
            html.contains("aria-label=\"Share\"")
                && !html.contains("Gallery")
                && !html.contains("class=\"kept")
        );
    }
}
