//! The forms of Deduplication and Enrichment.

use yew::prelude::*;

use super::lookup::attributes;
use super::sheet::Sheet;
use crate::scenario::activity::targeting::{
    DeduplicationSettings, EnrichedColumn, EnrichmentSettings, KeptDouble,
};
use crate::text::activity::words::column;
use crate::text::format::capitalized;
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::targeting as words;

/// The columns an Enrichment can add.
pub const COLUMNS: [EnrichedColumn; 3] =
    [EnrichedColumn::Contracts, EnrichedColumn::MessagesReceived, EnrichedColumn::DaysSinceLastMessage];

/// The Deduplication.
pub fn deduplication(sheet: &Sheet<'_, DeduplicationSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let schema = sheet.props.scenario.population.schema();
    let now = &sheet.now;
    let entries = attributes(lang, &schema, |_| true, &now.attribute);
    let methods = [
        (KeptDouble::ChooseForMe, words.choose_for_me.to_owned()),
        (KeptDouble::NonEmptyEmail, words.non_empty.to_owned()),
    ];
    let on = now.complement;
    html! {
        <>
            { sheet.choice("ins-doubles", words.doubles_in, now.attribute.clone(), entries, |set, chosen| {
                chosen.clone_into(&mut set.attribute);
            }) }
            { sheet.one_of("ins-method", words.method, now.keep, &methods, |set, keep| set.keep = keep) }
            { sheet.tick("ins-complement", shared::of(lang).complement, on, words.complement_of_doubles, |set| {
                set.complement = !on;
            }) }
        </>
    }
}

/// The Enrichment: which columns are added.
pub fn enrichment(sheet: &Sheet<'_, EnrichmentSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let boxes = COLUMNS.into_iter().enumerate().map(|(place, one)| {
        let on = sheet.now.columns.contains(&one);
        let label = capitalized(column(lang, one));
        sheet.tick(format!("ins-column-{place}"), label, on, "", |enrichment| {
            if on {
                enrichment.columns.retain(|other| *other != one);
            } else {
                enrichment.columns.push(one);
            }
        })
    });
    html! { <div class="ins-ticks" role="group" aria-label={words.add_data}>
        <span class="ins-label" aria-hidden="true">{ words.add_data }</span>
        { for boxes }
    </div> }
}
