//! The fan of seeds as a chart for files: both edges of the band, its median, and the present line.

use crate::base::time::{SimSpan, SimTime};
use crate::log::fan::{Band, FanMeasure};
use crate::scene::chart::shape::Tint;
use crate::scene::chart::{Body, Chart, Line, Lines, Measure, Stroke};
use crate::text::Lang;
use crate::text::fan as words;

/// What the fan has come to.
#[derive(Clone, Copy, Debug)]
pub struct FanSource<'f> {
    /// When the run begins.
    pub start: SimTime,
    /// How many weeks it has.
    pub weeks: u32,
    /// After how many weeks it was read.
    pub points: &'f [u32],
    /// The band at each of them.
    pub bands: &'f [Band],
    /// What the present seed has at each of them.
    pub present: &'f [u64],
    /// How many seeds there are.
    pub seeds: u64,
    /// What is counted.
    pub measure: FanMeasure,
    /// The language.
    pub lang: Lang,
}

/// The chart; its table has a row for each point.
pub fn chart(source: &FanSource) -> Chart {
    let (lang, words) = (source.lang, words::of(source.lang));
    let week = |weeks: u32| source.start + SimSpan::from_days(7 * i64::from(weeks));
    let line = |at: usize, stroke, tint, values: &mut dyn Iterator<Item = u64>| Line {
        name: words.columns[at].to_owned(),
        tint,
        stroke,
        values: values.map(Some).collect(),
    };
    let bands = || source.bands.iter();
    let lines = vec![
        line(0, Stroke::Dashed, Tint::Neutral, &mut bands().map(|band| band.low)),
        line(1, Stroke::Solid, Tint::Neutral, &mut bands().map(|band| band.median)),
        line(2, Stroke::Dashed, Tint::Neutral, &mut bands().map(|band| band.high)),
        line(3, Stroke::Solid, Tint::Recurring, &mut source.present.iter().copied()),
    ];
    let moments = source.points.iter().map(|&weeks| (week(weeks).secs(), weeks.to_string())).collect();
    let last = source.bands.last().zip(source.present.last());
    let takeaway =
        last.map(|(band, present)| words::take_away(lang, source.weeks, source.seeds, band, *present));
    let name = words.measures[source.measure.place()];
    Chart {
        title: format!("{} {name}", words.heading),
        takeaway: takeaway.unwrap_or_default(),
        unit: name.to_owned(),
        across: words.week.to_owned(),
        body: Body::Lines(Lines {
            span: super::span(lang, source.start, source.weeks, week(source.weeks)),
            moments,
            measure: Measure::Count,
            is_stepped: false,
            lines,
        }),
        lang,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::chart::standalone;
    use crate::scene::picture::Tone;

    #[test]
    fn the_file_has_the_numbers_of_the_fan() {
        let band = |low, median, high| Band { low, median, high };
        for lang in Lang::WRITTEN {
            let source = FanSource {
                start: SimTime::from_secs(1_767_571_200),
                weeks: 2,
                points: &[0, 1, 2],
                bands: &[band(0, 0, 0), band(10, 12, 15), band(21, 25, 31)],
                present: &[0, 11, 22],
                seeds: 50,
                measure: FanMeasure::Opens,
                lang,
            };
            let chart = chart(&source);
            let rows = chart.table().rows;
            assert_eq!(
                rows,
                [["0", "0", "0", "0", "0"], ["1", "10", "12", "15", "11"], ["2", "21", "25", "31", "22"]]
            );
            let (svg, _) = standalone(&chart, 960.0, Tone::Light, None);
            assert!(svg.contains(words::of(lang).heading) && svg.contains("22") && !svg.contains("NaN"));
        }
    }
}
