//! The recipients: invented ones with their size, imported ones with their file, and what happens in a week.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::state::Sheet;
use crate::people::spec::{MAX_PEOPLE, MAX_PER_WEEK};
use crate::people::{GeneratedPeople, PopulationSpec};
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::text::inspector::scenario as words;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::field::{Field, Look};
use crate::ui::inspector::parts::section;
use crate::ui::inspector::pen::{Pen, Reader};
use crate::ui::inspector::reading;

/// One of the counts of what happens in a week.
#[derive(Clone, Copy)]
enum Rate {
    Joins,
    Moves,
    Edits,
    Unsubscribes,
}

/// The section.
pub fn population_section(pen: &Pen, scenario: &Scenario) -> Html {
    let words = words::of(pen.lang);
    let spec = &scenario.population;
    let rate = |id: &'static str, label: &'static str, which: Rate| {
        let now = rate_of(spec, which);
        let read = reader(spec, move |spec, typed| {
            *now_mut(spec, which) = reading::count(typed, 0, MAX_PER_WEEK)?;
            Ok(())
        });
        line(pen, id, label, now.to_string(), read)
    };
    section(
        words.recipients,
        html! {
            <>
                { source(pen, spec) }
                <p class="ins-label">{ words.each_week }</p>
                { rate("ins-joins", words.joins, Rate::Joins) }
                { rate("ins-moves", words.moves, Rate::Moves) }
                { rate("ins-edits", words.edits, Rate::Edits) }
                { rate("ins-unsubscribes", words.unsubscribes, Rate::Unsubscribes) }
                <div class="ins-buttons">
                    <button type="button" class="outlined" disabled={pen.readonly}
                        onclick={pen.send.reform(|_| Action::Show(Some(Sheet::Import)))}>{ words.import }</button>
                    if matches!(spec, PopulationSpec::Imported(_)) {
                        <button type="button" class="outlined" disabled={pen.readonly}
                            onclick={pen.click(Edit::SetPopulation(PopulationSpec::default()))}>{ words.invent }</button>
                    }
                </div>
            </>
        },
    )
}

fn source(pen: &Pen, spec: &PopulationSpec) -> Html {
    let words = words::of(pen.lang);
    match spec {
        PopulationSpec::Imported(people) => {
            html! { <p>{ words::imported(pen.lang, people.rows, &people.name) }</p> }
        }
        PopulationSpec::Generated(people) => {
            let missing = reading::percentage_shown(pen.lang, people.missing_email_per_ten_thousand);
            let size = reader(spec, |spec, typed| {
                let size = reading::count(typed, 0, MAX_PEOPLE)?;
                generated(spec, |people| people.size = size);
                Ok(())
            });
            let without = reader(spec, |spec, typed| {
                let share = reading::percentage(typed)?;
                generated(spec, |people| people.missing_email_per_ten_thousand = share);
                Ok(())
            });
            html! {
                <>
                    { line(pen, "ins-size", words.size, people.size.to_string(), size) }
                    { line(pen, "ins-without", words.without_address, missing, without) }
                </>
            }
        }
    }
}

fn line(pen: &Pen, id: &'static str, label: &'static str, applied: String, read: Reader) -> Html {
    html! { <Field {id} {label} look={Look::Number} class="is-line" {applied} {read} pen={pen.clone()} /> }
}

/// Reads a field into an edit of the population.
fn reader(
    spec: &PopulationSpec,
    change: impl Fn(&mut PopulationSpec, &str) -> Result<(), Wrong> + 'static,
) -> Reader {
    let spec = spec.clone();
    Callback::from(move |typed: AttrValue| {
        let mut next = spec.clone();
        change(&mut next, &typed)?;
        Ok(Edit::SetPopulation(next))
    })
}

fn generated(spec: &mut PopulationSpec, change: impl FnOnce(&mut GeneratedPeople)) {
    if let PopulationSpec::Generated(people) = spec {
        change(people);
    }
}

fn rate_of(spec: &PopulationSpec, which: Rate) -> u32 {
    *now_mut(&mut spec.clone(), which)
}

fn now_mut(spec: &mut PopulationSpec, which: Rate) -> &mut u32 {
    match (spec, which) {
        (PopulationSpec::Generated(people), Rate::Joins) => &mut people.joins_per_week,
        (PopulationSpec::Generated(people), Rate::Moves) => &mut people.moves_per_week,
        (PopulationSpec::Generated(people), Rate::Edits) => &mut people.edits_per_week,
        (PopulationSpec::Generated(people), Rate::Unsubscribes) => &mut people.unsubscribes_per_week,
        (PopulationSpec::Imported(people), Rate::Joins) => &mut people.joins_per_week,
        (PopulationSpec::Imported(people), Rate::Moves) => &mut people.moves_per_week,
        (PopulationSpec::Imported(people), Rate::Edits) => &mut people.edits_per_week,
        (PopulationSpec::Imported(people), Rate::Unsubscribes) => &mut people.unsubscribes_per_week,
    }
}
