//! Words of the player: its buttons, the timeline, the clock, and what is spoken while it plays.

use super::format::{self, counted, number};
use super::{Lang, label, stimulus};
use crate::base::time::{DAY_SECS, SimSpan, SimTime};
use crate::engine::record::Batch;
use crate::log::RunLog;
use crate::log::series::Series;
use crate::plan::StepIdx;
use crate::scenario::Scenario;
use crate::scenario::intervention::Intervention;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Transport {
        /// Names the landmark.
        pub player: &'static str,
        /// Button: back to the start.
        pub to_start: &'static str,
        /// Button: play.
        pub play: &'static str,
        /// Button: pause.
        pub pause: &'static str,
        /// Label of the choice of speed.
        pub speed: &'static str,
        /// Label of the timeline.
        pub timeline: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Transport {
    lang.words(&EN, &SV)
}

const EN: Transport = Transport {
    player: "Player",
    to_start: "Back to the start",
    play: "Play",
    pause: "Pause",
    speed: "Speed",
    timeline: "Simulated weeks",
};

const SV: Transport = Transport {
    player: "Spelare",
    to_start: "Till början",
    play: "Spela",
    pause: "Pausa",
    speed: "Hastighet",
    timeline: "Simulerade veckor",
};

/// A speed: `2 weeks/s`.
pub fn speed(lang: Lang, weeks_per_second: u32) -> String {
    let (one, many) = lang.either(("week/s", "weeks/s"), ("vecka/s", "veckor/s"));
    counted(lang, weeks_per_second.into(), one, many)
}

/// Where the player is: `week 23 of 52`.
pub fn place(lang: Lang, week: u32, weeks: u32) -> String {
    let (week, weeks) = (number(lang, week.into()), number(lang, weeks.into()));
    match lang.wording() {
        Wording::En => say!(lang, "week {week} of {weeks}", week, weeks),
        Wording::Sv => format!("vecka {week} av {weeks}"),
    }
}

/// The clock. While it runs the time of day would only flicker, so it shows the date alone.
pub fn clock(lang: Lang, moment: SimTime, is_running: bool) -> String {
    if is_running { format::date(lang, moment.date()) } else { format::date_time(lang, moment) }
}

/// The timeline's value in words: `Week 23 of 52, Mon 8 Jun 2026`.
pub fn value(lang: Lang, moment: SimTime, week: u32, weeks: u32) -> String {
    format!("{}, {}", format::capitalized(&place(lang, week, weeks)), format::date(lang, moment.date()))
}

/// A flag on the timeline: when something is done during the run, and what.
pub fn flag(lang: Lang, scenario: &Scenario, done: &Intervention) -> String {
    let what = stimulus::clause(lang, scenario, &done.what);
    format!("{}: {what}", format::date_time(lang, done.at))
}

/// What one week brought, for those who listen: `Week 3: Weekly newsletter made delivery 4, 6,102 messages;
/// Welcome e-mail added 25 messages to delivery 1.` Weeks count from 1.
pub fn week_told(lang: Lang, run: &RunLog, week: u32) -> String {
    let from = run.plan().start + SimSpan::from_secs((i64::from(week) - 1) * 7 * DAY_SECS);
    let until = from + SimSpan::from_days(7);
    let steps = run.plan().steps.iter().enumerate().filter(|(_, step)| step.work.kind().is_delivery());
    let told: Vec<String> =
        steps.filter_map(|(step, _)| told_of_step(lang, run, step, from, until)).collect();
    let told = match (told.is_empty(), lang.wording()) {
        (true, Wording::En) => say!(lang, "nothing was sent").to_owned(),
        (true, Wording::Sv) => "inget skickades".to_owned(),
        (false, _) => told.join("; "),
    };
    format!("{} {}: {told}.", lang.pick("Week", "Vecka"), number(lang, week.into()))
}

fn told_of_step(lang: Lang, run: &RunLog, step: StepIdx, from: SimTime, until: SimTime) -> Option<String> {
    let sent = |batch: &&Batch| batch.step == step && batch.at >= from && batch.at < until;
    let batches: Vec<&Batch> = run.record().batches.iter().filter(sent).collect();
    let last = run.record().deliveries.get(batches.last()?.delivery)?;
    let number_of_last = RunLog::delivery_number(batches.last()?.delivery);
    let made = run.record().deliveries.iter();
    let made =
        made.filter(|row| row.step == step && row.created_at >= from && row.created_at < until).count();
    let messages = batches.iter().map(|batch| batch.to_deliver.len()).sum();
    let messages =
        counted(lang, messages, lang.either("message", "meddelande"), lang.either("messages", "meddelanden"));
    let label = &last.label;
    Some(match (lang.wording(), made) {
        (Wording::En, 0) => say!(
            lang,
            "{label} added {messages} to delivery {delivery}",
            label,
            messages,
            delivery = number_of_last
        ),
        (Wording::En, 1) => {
            say!(
                lang,
                "{label} made delivery {delivery}, {messages}",
                label,
                delivery = number_of_last,
                messages
            )
        }
        (Wording::En, _) => say!(lang, "{label} made {made} deliveries, {messages}", label, made, messages),
        (Wording::Sv, 0) => format!("{label} lade till {messages} i leverans {number_of_last}"),
        (Wording::Sv, 1) => format!("{label} skapade leverans {number_of_last}, {messages}"),
        (Wording::Sv, _) => format!("{label} skapade {made} leveranser, {messages}"),
    })
}

/// Where the player rests and what there is by then: `Week 23 of 52, Mon 8 Jun 2026: Weekly newsletter has 23
/// deliveries, 140,231 messages; Welcome e-mail has 1 delivery, 6,402 messages.`
pub fn rest_told(lang: Lang, run: &RunLog, moment: SimTime, week: u32) -> String {
    let (one, many) = lang.either(("delivery", "deliveries"), ("leverans", "leveranser"));
    let (message, messages) = lang.either(("message", "messages"), ("meddelande", "meddelanden"));
    let series = Series::all(run, moment);
    let told: Vec<String> = series
        .iter()
        .map(|series| {
            let label = label::of_step(run.plan(), series.step);
            let has = lang.pick("has", "har");
            let rows = run.figures_of_step(series.step, moment).broad_logs;
            let made = counted(lang, series.made as u64, one, many);
            format!("{label} {has} {made}, {}", counted(lang, rows, message, messages))
        })
        .collect();
    format!("{}: {}.", value(lang, moment, week, run.plan().weeks), told.join("; "))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    fn run() -> RunLog {
        RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan))
    }

    #[test]
    fn a_week_is_told_with_the_numbers_of_the_engine() {
        let run = run();
        let batches = &run.record().batches;
        let expected = format!(
            "Week 3: Weekly newsletter made delivery 4, {}; Welcome e-mail added {} to delivery 1.",
            counted(Lang::En, batches[5].to_deliver.len(), "message", "messages"),
            counted(Lang::En, batches[4].to_deliver.len(), "message", "messages"),
        );
        assert_eq!(week_told(Lang::En, &run, 3), expected);
        assert_eq!(week_told(Lang::Sv, &run, 60), "Vecka 60: inget skickades.");
    }

    #[test]
    fn a_rest_is_told_as_a_sum() {
        let run = run();
        let told = rest_told(Lang::En, &run, run.end(), 52);
        assert!(told.starts_with("Week 52 of 52, Mon "), "{told}");
        assert!(told.contains("Weekly newsletter has 52 deliveries, "), "{told}");
        assert!(told.contains("Welcome e-mail has 1 delivery, "), "{told}");
    }

    #[test]
    fn a_running_clock_leaves_the_time_of_day_out() {
        let moment = SimTime::parse("2026-06-08T09:00").unwrap();
        assert_eq!(clock(Lang::En, moment, false), "Mon 8 Jun 2026, 09:00");
        assert_eq!(clock(Lang::En, moment, true), "Mon 8 Jun 2026");
        assert_eq!(value(Lang::Sv, moment, 23, 52), "Vecka 23 av 52, mån 8 juni 2026");
    }
}
