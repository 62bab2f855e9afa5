//! The table of columns: what is in the file, its first values, and what it becomes.

use yew::prelude::*;

use super::session::{Choice, NEW_KINDS, OpenFile, Session, Turn};
use crate::people::import::{ColumnMapping, Delimiter};
use crate::text::Lang;
use crate::text::import::{Import, becomes, delimiter, new_kind, standard_attribute};
use crate::ui::widgets::select::{Select, choice};
use crate::ui::widgets::table::{Heading, head, row};

/// How many values of each column are shown.
const VALUES: usize = 3;

/// The table.
pub(super) fn mapping_table(
    lang: Lang,
    words: &Import,
    session: &Session,
    file: &OpenFile,
    take_turn: &Callback<Turn>,
) -> Html {
    let headings = words.mapping_columns.map(|label| Heading { label, field: "", is_number: false });
    let choices = Choice::all();
    let rows = file.mapping.iter().enumerate().map(|(place, column)| {
        let contents = vec![
            html! { <strong class="file-column">{ column.header.clone() }</strong> },
            values(file, place),
            target(lang, words, column, (place, session.is_twice(place)), &choices, take_turn),
        ];
        row(place as u64, &headings, contents)
    });
    html! {
        <section class="mapping">
            <h3 id="mapping-heading">{ words.mapping }</h3>
            <div class="table-box">
                <table role="table" class="stacking" aria-labelledby="mapping-heading">
                    { head(&headings) }
                    <tbody role="rowgroup">{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}

/// What stands between values, as a choice.
pub(super) fn delimiters(lang: Lang, words: &Import, file: &OpenFile, take_turn: &Callback<Turn>) -> Html {
    let chosen = Delimiter::ALL.iter().position(|&one| one == file.table.delimiter).unwrap_or_default();
    let on_choose = take_turn
        .reform(|place| Turn::SetDelimiter(Delimiter::ALL.get(place).copied().unwrap_or(Delimiter::Comma)));
    html! {
        <Select label={words.delimiter} {chosen} {on_choose}>
            { for Delimiter::ALL.into_iter().enumerate().map(|(at, one)| choice(at, at == chosen, delimiter(lang, one))) }
        </Select>
    }
}

/// The first values that are there.
fn values(file: &OpenFile, place: usize) -> Html {
    let values = file.table.samples.iter().filter_map(|row| row.get(place));
    let values = values.filter(|value| !value.is_empty()).take(VALUES);
    html! {
        <span class="values">
            { for values.enumerate().map(|(at, value)| html! { <span key={at} class="value">{ value.clone() }</span> }) }
        </span>
    }
}

fn target(
    lang: Lang,
    words: &Import,
    column: &ColumnMapping,
    (place, is_twice): (usize, bool),
    choices: &[Choice],
    take_turn: &Callback<Turn>,
) -> Html {
    let now = Choice::of(&column.target);
    let chosen = choices.iter().position(|one| *one == now).unwrap_or_default();
    let on_choose = {
        let (take_turn, choices) = (take_turn.clone(), choices.to_vec());
        Callback::from(move |at: usize| {
            if let Some(choice) = choices.get(at) {
                take_turn.emit(Turn::SetTarget(place, choice.clone()));
            }
        })
    };
    let name = |one: &Choice| match one {
        Choice::Standard(name) => standard_attribute(lang, name),
        Choice::New(kind) => new_kind(lang, *kind),
        Choice::LeaveOut => words.leave_out.to_owned(),
    };
    let options = choices.iter().enumerate().map(|(at, one)| choice(at, at == chosen, name(one)));
    let options: Vec<Html> = options.collect();
    let new = choices.len().saturating_sub(NEW_KINDS.len() + 1);
    let last = choices.len().saturating_sub(1);
    html! {
        <Select label={becomes(lang, &column.header)} {chosen} is_wrong={is_twice} {on_choose}
            class={classes!((now == Choice::LeaveOut).then_some("is-left-out"))}>
            <optgroup label={words.standard}>{ for options[..new].iter().cloned() }</optgroup>
            <optgroup label={words.new}>{ for options[new..last].iter().cloned() }</optgroup>
            { for options[last..].iter().cloned() }
        </Select>
    }
}
