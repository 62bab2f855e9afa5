//! What a subset of a Split asks: a filter, an enriched column, a limit.

use yew::prelude::*;

use super::doubles::COLUMNS;
use super::sheet::Sheet;
use crate::people::Condition;
use crate::scenario::activity::targeting::{
    Comparator, EnrichedTest, SplitSettings, Subset, SubsetLimit, SubsetSelection, SubsetSize,
};
use crate::text::activity::words::column;
use crate::text::format::capitalized;
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::targeting as words;
use crate::ui::inspector::field::Look;
use crate::ui::inspector::reading;

/// The most records a limit may name.
const MOST_RECORDS: u32 = 10_000_000;
/// The largest number a column is compared with.
const LARGEST: i64 = 1_000_000_000;
/// How two numbers can be compared.
pub const COMPARATORS: [Comparator; 6] = [
    Comparator::Equals,
    Comparator::NotEquals,
    Comparator::Greater,
    Comparator::AtLeast,
    Comparator::Less,
    Comparator::AtMost,
];

/// Everything a subset asks, below its name.
pub fn subset_body(sheet: &Sheet<'_, SplitSettings>, place: usize, subset: &Subset) -> Html {
    let words = words::of(sheet.pen.lang);
    let id = |part: &str| format!("ins-subset-{place}-{part}");
    let (filter, enriched, limit) = (&subset.filter, &subset.enriched, &subset.limit);
    html! {
        <>
            { sheet.tick(id("filter"), words.filter, filter.is_some(), "", change(place, |subset| {
                subset.filter = match subset.filter { None => Some(Condition::everyone()), Some(_) => None };
            })) }
            if let Some(filter) = filter {
                { sheet.condition(id("c"), words.filter, filter, move |split, condition| {
                    change(place, |subset| subset.filter = Some(condition))(split);
                }) }
            }
            { sheet.tick(id("enriched"), words.enriched, enriched.is_some(), "", change(place, |subset| {
                subset.enriched = match subset.enriched { None => Some(fresh_test()), Some(_) => None };
            })) }
            if let Some(test) = enriched {
                { enriched_fields(sheet, place, test) }
            }
            { sheet.tick(id("limit"), words.limit, limit.is_some(), "", change(place, |subset| {
                subset.limit = match subset.limit { None => Some(fresh_limit()), Some(_) => None };
            })) }
            if let Some(limit) = limit {
                { limit_fields(sheet, place, limit) }
            }
        </>
    }
}

/// A change of one subset.
fn change(place: usize, change: impl FnOnce(&mut Subset)) -> impl FnOnce(&mut SplitSettings) {
    move |split| {
        if let Some(subset) = split.subsets.get_mut(place) {
            change(subset);
        }
    }
}

fn fresh_test() -> EnrichedTest {
    EnrichedTest { column: COLUMNS[0], operator: Comparator::AtLeast, value: 1 }
}

fn fresh_limit() -> SubsetLimit {
    SubsetLimit { size: SubsetSize::ShareOfTenThousand(1_000), selection: SubsetSelection::Random }
}

fn enriched_fields(sheet: &Sheet<'_, SplitSettings>, place: usize, test: &EnrichedTest) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let id = |part: &str| format!("ins-subset-{place}-{part}");
    let columns = COLUMNS.map(|one| (one, capitalized(column(lang, one))));
    let operators = COMPARATORS.map(|one| (one, shared::comparator(lang, one)));
    let set = move |split: &mut SplitSettings, with: &dyn Fn(&mut EnrichedTest)| {
        let subset = split.subsets.get_mut(place);
        if let Some(test) = subset.and_then(|subset| subset.enriched.as_mut()) {
            with(test);
        }
    };
    let read = sheet.reader(move |split, typed| {
        let value = reading::whole(typed, -LARGEST, LARGEST)?;
        set(split, &|test| test.value = value);
        Ok(())
    });
    html! {
        <div class="ins-inner">
            { sheet.one_of(id("column"), words.column, test.column, &columns, move |split, column| {
                set(split, &|test| test.column = column);
            }) }
            <div class="ins-compare">
                { sheet.one_of(id("operator"), shared::of(lang).operator, test.operator, &operators, move |split, operator| {
                    set(split, &|test| test.operator = operator);
                }) }
                { sheet.field(id("value"), shared::of(lang).value, Look::Number, test.value.to_string(), read) }
            </div>
            <p class="ins-hint">{ words.enriched_hint }</p>
        </div>
    }
}

fn limit_fields(sheet: &Sheet<'_, SplitSettings>, place: usize, limit: &SubsetLimit) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let set = move |split: &mut SplitSettings, with: &dyn Fn(&mut SubsetLimit)| {
        let subset = split.subsets.get_mut(place);
        if let Some(limit) = subset.and_then(|subset| subset.limit.as_mut()) {
            with(limit);
        }
    };
    let selections = [
        (SubsetSelection::Random, words.random.to_owned()),
        (SubsetSelection::First, words.first.to_owned()),
    ];
    let is_share = matches!(limit.size, SubsetSize::ShareOfTenThousand(_));
    let by = [(false, words.by_records), (true, words.by_share)];
    let size_id = format!("ins-subset-{place}-size");
    let size = match limit.size {
        SubsetSize::Records(records) => {
            sheet.number(size_id, words.records, records, (1, MOST_RECORDS), move |split, records| {
                set(split, &|limit| limit.size = SubsetSize::Records(records));
            })
        }
        SubsetSize::ShareOfTenThousand(share) => {
            let read = sheet.reader(move |split, typed| {
                let share = reading::percentage(typed)?;
                set(split, &|limit| limit.size = SubsetSize::ShareOfTenThousand(share));
                Ok(())
            });
            let applied = reading::percentage_shown(lang, share);
            sheet.told(size_id, words.share, Look::Number, applied, read, words.share_hint.into())
        }
    };
    html! {
        <div class="ins-inner">
            { sheet.one_of(format!("ins-subset-{place}-selection"), words.selection, limit.selection, &selections, move |split, selection| {
                set(split, &|limit| limit.selection = selection);
            }) }
            { sheet.sides(words.limited_by, is_share, &by, |split, is_share| {
                let size = if is_share { fresh_limit().size } else { SubsetSize::Records(1_000) };
                set(split, &|limit| limit.size = size.clone());
            }) }
            { size }
        </div>
    }
}
