//! What came in by hours since the send.

use super::Source;
use crate::log::hours::Hour;
use crate::scene::chart::shape::Tint;
use crate::scene::chart::{Bars, Body, Chart, Part};
use crate::text::reports::charts;

/// More bars than this are taken together by two, three, six, twelve or more hours.
const MOST_BARS: usize = 40;
const TOGETHER: [usize; 6] = [1, 2, 3, 6, 12, 24];

pub(super) fn opens(source: &Source) -> Chart {
    let hours = source.run.by_hour(source.scope, source.shown);
    let opens: u64 = hours.iter().map(|hour| hour.opens).sum();
    let mut before = 0;
    let half = hours.iter().position(|hour| {
        before += hour.opens;
        before * 2 >= opens
    });
    let takeaway = charts::hours_takeaway(source.lang, opens, half.unwrap_or_default() as u64 + 1);
    let body = bars(
        &hours,
        charts::hour_parts(source.lang),
        [(source.scope_tint(), |hour| hour.opens), (source.scope_tint(), |hour| hour.clicks)],
    );
    source.chart(charts::hours(source.lang), takeaway, body)
}

pub(super) fn throughput(source: &Source) -> Chart {
    let hours = source.run.by_hour(source.scope, source.shown);
    let all: u64 = hours.iter().map(Hour::processed).sum();
    let first = hours.first().map(Hour::processed).unwrap_or_default();
    let last = hours.iter().rposition(|hour| hour.processed() > 0);
    let takeaway = charts::throughput_takeaway(source.lang, first, all, last.unwrap_or_default() as u64 + 1);
    let until = &hours[..last.map_or(0, |last| last + 1)];
    let body = bars(
        until,
        charts::throughput_parts(source.lang),
        [(source.scope_tint(), |hour| hour.success), (Tint::Bad, |hour| hour.failed)],
    );
    source.chart(charts::throughput(source.lang), takeaway, body)
}

type Count = (Tint, fn(&Hour) -> u64);

fn bars(hours: &[Hour], names: [&str; 2], counts: [Count; 2]) -> Body {
    let fits = |size: &&usize| hours.len().div_ceil(**size) <= MOST_BARS;
    let size = TOGETHER.iter().find(fits).copied().unwrap_or(24);
    let together = || (0..).step_by(size).zip(hours.chunks(size));
    let parts = names.into_iter().zip(counts).zip([false, true]);
    let part = |((name, (tint, count)), is_hollow): ((&str, Count), bool)| Part {
        name: name.into(),
        tint,
        is_hollow,
        values: together().map(|(_, hours)| hours.iter().map(count).sum()).collect(),
    };
    Body::Bars(Bars {
        names: together().map(|(from, _): (usize, _)| format!("{from}–{}", from + size)).collect(),
        parts: parts.map(part).collect(),
    })
}
