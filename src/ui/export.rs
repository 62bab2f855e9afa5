//! The band of a CSV file that is being written: how far it is, how to stop it, what came of it.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::rows::{Exporting, RowsAction};
use crate::text::{self, Lang};

/// Props of the band.
#[derive(Clone, PartialEq, Properties)]
pub struct ExportBandProps {
    /// The file; none where none was asked for.
    pub export: Option<Exporting>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The band, and what is said to those who listen at the end.
#[component]
pub fn ExportBand(props: &ExportBandProps) -> Html {
    let words = text::rows::of(props.lang);
    let said = match props.export {
        Some(Exporting { table, rows, ended: Some(true), .. }) => {
            text::rows::written(props.lang, table, rows)
        }
        Some(Exporting { ended: Some(false), .. }) => words.not_saved.to_owned(),
        _ => String::new(),
    };
    let close = props.send.reform(|_: MouseEvent| Action::Rows(RowsAction::CloseExport));
    let shown = props.export.map(|export| {
        let text = || text::rows::writing(props.lang, export.table, export.permille, export.rows);
        let going = export.ended.is_none().then(|| (text(), export.permille));
        band(props.lang, words.exporting, going, &said, close)
    });
    html! {
        <>
            { shown.unwrap_or_default() }
            <p class="visually-hidden" role="status">{ said }</p>
        </>
    }
}

/// A band with how far something goes on, and how to stop it; or with what came of it.
pub(super) fn band(
    lang: Lang,
    name: &'static str,
    going: Option<(String, u32)>,
    said: &str,
    close: Callback<MouseEvent>,
) -> Html {
    let label = if going.is_some() { text::rows::of(lang).cancel } else { text::shell::of(lang).close };
    html! {
        <section class="run-band export-band" aria-label={name}>
            if let Some((text, permille)) = going {
                <div class="run-meter">
                    <p>{ text.clone() }</p>
                    <div class="run-track" role="progressbar" aria-label={name} aria-valuemin="0" aria-valuemax="100"
                        aria-valuenow={(permille / 10).to_string()} aria-valuetext={text}>
                        <div class="run-bar" style={format!("--done: {:.3}", f64::from(permille) / 1_000.0)}></div>
                    </div>
                </div>
            } else {
                <p>{ said.to_owned() }</p>
            }
            <button type="button" onclick={close}>{ label }</button>
        </section>
    }
}
