//! What came of a file: how many recipients, which lines cannot be taken, or why nothing can.

use yew::prelude::*;

use super::session::{OpenFile, Refused};
use crate::people::import::Imported;
use crate::text::format::number;
use crate::text::import::Import;
use crate::text::told::Told;
use crate::text::{self, Lang};
use crate::ui::shell::icon::{Icon, IconView};

/// How many bad lines are shown.
pub(super) const BAD_LINES_SHOWN: usize = 100;

/// Why a file was refused.
pub(super) fn refusal(lang: Lang, refused: &Refused) -> Html {
    let words = text::import::of(lang);
    let told = match &refused.error {
        Some(error) => text::import::told(lang, error),
        None => pair(words.unreadable),
    };
    problem(Some(text::import::refused(lang, &refused.name)), &told)
}

/// How many recipients can be taken, or why none can.
pub(super) fn result(lang: Lang, words: &Import, file: &OpenFile) -> Html {
    let content = match &file.outcome {
        None => html! { <p>{ words.counting }</p> },
        Some(Err(error)) => problem(None, &text::import::told(lang, error)),
        Some(Ok(imported)) => match (imported.good_rows, imported.bad_total) {
            (0, 0) => problem(None, &pair(words.only_header)),
            (0, _) => problem(None, &pair(words.all_bad)),
            (good, bad) => html! {
                <p class="import-result"><IconView icon={Icon::Tick} />{ text::import::outcome(lang, good.into(), bad) }</p>
            },
        },
    };
    html! {
        <div class={classes!("outcome", file.is_due.then_some("is-due"))} role="status" aria-busy={file.is_due.to_string()}>
            { content }
        </div>
    }
}

/// The lines that cannot be taken, with reason and remedy.
pub(super) fn bad_lines(lang: Lang, words: &Import, file: &OpenFile) -> Html {
    let imported = file.outcome.as_ref().and_then(|outcome| outcome.as_ref().ok());
    let Some(imported) = imported.filter(|imported| imported.bad_total > 0) else { return Html::default() };
    let shown = imported.bad_rows.len().min(BAD_LINES_SHOWN) as u64;
    let is_cut = shown < imported.bad_total;
    html! {
        <section class="bad-lines">
            <h3 id="bad-heading">
                { words.bad_lines }
                if is_cut {
                    <span class="count">{ ": " }{ text::import::first_of(lang, shown, imported.bad_total) }</span>
                }
            </h3>
            <div class="table-box" role="region" aria-labelledby="bad-heading" tabindex="0">
                <table aria-labelledby="bad-heading">
                    <thead><tr>{ for words.bad_columns.map(|name| html! { <th key={name} scope="col">{ name }</th> }) }</tr></thead>
                    <tbody>{ for bad_rows(lang, imported) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn bad_rows(lang: Lang, imported: &Imported) -> impl Iterator<Item = Html> {
    imported.bad_rows.iter().take(BAD_LINES_SHOWN).map(move |bad| {
        let told = text::import::row(lang, &bad.reason);
        html! {
            <tr key={bad.line}>
                <td class="number">{ number(lang, bad.line) }</td>
                <td class="reason">{ told.what }{ " " }<span class="muted">{ told.remedy }</span></td>
            </tr>
        }
    })
}

fn problem(heading: Option<String>, told: &Told) -> Html {
    html! {
        <div class="import-problem" role={heading.is_some().then_some("alert")}>
            <IconView icon={Icon::Warning} />
            <div>
                if let Some(heading) = heading {
                    <p><strong>{ heading }</strong></p>
                }
                <p>{ told.what.clone() }{ " " }{ told.remedy.clone() }</p>
            </div>
        </div>
    }
}

fn pair((what, remedy): (&'static str, &'static str)) -> Told {
    Told::new(what, remedy)
}
