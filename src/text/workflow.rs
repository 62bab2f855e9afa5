//! Words of the workflow drawing: summaries on cards, counts on transitions, what a card is called when read out.

use super::format::{counted, number, plural};
use super::{Lang, activity};
use crate::log::traffic::Traffic;
use crate::scenario::Scenario;
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::finding::Severity;
use crate::text::lang::words;

words! {
    /// The fixed words.
    #[derive(Debug)]
    pub struct Workflow {
        /// Names the panel and its drawing.
        pub panel: &'static str,
        /// Names the choice between drawing and outline.
        pub views: &'static str,
        /// The drawing.
        pub drawing: &'static str,
        /// The outline.
        pub outline: &'static str,
        /// Where there is no activity.
        pub empty: &'static str,
        /// Names the outputs of an activity in the outline.
        pub outputs: &'static str,
        /// Beside an output without a transition.
        pub nowhere: &'static str,
        /// Switch: whether what happens is heard.
        pub sound: &'static str,
        /// How to move about, read out with the drawing.
        pub keys: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Workflow {
    lang.words(&EN, &SV)
}

const EN: Workflow = Workflow {
    panel: "Workflow",
    views: "View of the workflow",
    drawing: "Drawing",
    outline: "Outline",
    empty: "This workflow has no activities. Open a sample to begin.",
    outputs: "Outputs",
    nowhere: "leads nowhere",
    sound: "Sounds for what happens",
    keys: "Arrow keys follow the transitions, Enter opens an activity.",
};

const SV: Workflow = Workflow {
    panel: "Arbetsflöde",
    views: "Vy av arbetsflödet",
    drawing: "Ritning",
    outline: "Översikt",
    empty: "Arbetsflödet har inga aktiviteter. Öppna ett exempel för att börja.",
    outputs: "Utgångar",
    nowhere: "leder ingenstans",
    sound: "Ljud för det som händer",
    keys: "Piltangenterna följer övergångarna, Enter öppnar en aktivitet.",
};

/// What stands on a card in bold: the kind of a delivery, the label of any other activity.
///
/// A label that only repeats the kind in some language gives way to the kind in this one.
pub fn title(lang: Lang, one: &Activity) -> String {
    let kind = one.settings.kind();
    let repeats = |lang| one.label.trim().eq_ignore_ascii_case(activity::name(lang, kind));
    match &one.settings {
        // Pairs are found by their number.
        Settings::JumpStart(jump) | Settings::JumpEnd(jump) => {
            format!("{} {}", activity::name(lang, kind), number(lang, jump.number.into()))
        }
        _ if kind.is_delivery() || one.label.trim().is_empty() || Lang::known().any(repeats) => {
            activity::name(lang, kind).to_owned()
        }
        _ => one.label.trim().to_owned(),
    }
}

/// The line below it: when it launches, whom it selects, or a delivery's label.
pub fn summary(lang: Lang, scenario: &Scenario, one: &Activity) -> String {
    let text = activity::summary(lang, scenario, one);
    // What stands above it already need not stand there again.
    if text == title(lang, one) { String::new() } else { text }
}

/// The count on a transition: `launch 23` where it only passed on an activation, else `4,092 - Ok`, the way
/// the product writes it. None before the first crossing.
pub fn count(lang: Lang, traffic: &Traffic) -> Option<String> {
    if traffic.times == 0 {
        return None;
    }
    Some(match traffic.last {
        Some(people) => format!("{} - Ok", number(lang, people)),
        None => format!("{} {}", lang.pick("launch", "start"), number(lang, traffic.times)),
    })
}

/// The name of an output on its transition, cut where it is long.
pub fn on_transition(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let mut cut: String = name.chars().take(most.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

/// What a card is called when it is read out: kind, label, summary, what is wrong, where it leads by which output,
/// and which outputs lead nowhere.
pub fn described(
    lang: Lang,
    scenario: &Scenario,
    one: &Activity,
    findings: &[Severity],
    (leads_to, open): (&[String], &[String]),
) -> String {
    let kind = activity::name(lang, one.settings.kind());
    let mut parts = vec![kind.to_owned()];
    parts.extend([title(lang, one), summary(lang, scenario, one)].into_iter().filter(|part| part != kind));
    parts.retain(|part| !part.is_empty());
    let errors = findings.iter().filter(|severity| **severity == Severity::Error).count() as u64;
    let warnings = findings.len() as u64 - errors;
    if errors > 0 {
        parts.push(counted(lang, errors, lang.either("error", "fel"), lang.either("errors", "fel")));
    }
    if warnings > 0 {
        parts.push(counted(
            lang,
            warnings,
            lang.either("warning", "varning"),
            lang.either("warnings", "varningar"),
        ));
    }
    if !leads_to.is_empty() {
        let to = super::format::and_list(lang, leads_to);
        parts.push(format!("{} {to}", lang.pick("leads to", "leder till")));
    }
    parts.extend(open.iter().map(|name| activity::ports::unterminated(lang, name)));
    parts.join(", ")
}

/// Names a branch of the outline.
pub fn branch(lang: Lang, number: usize, activities: usize) -> String {
    let noun = plural(
        lang,
        activities as u64,
        lang.either("activity", "aktivitet"),
        lang.either("activities", "aktiviteter"),
    );
    format!("{} {number}, {activities} {noun}", lang.pick("Branch", "Gren"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    fn summaries(lang: Lang, sample: Sample) -> Vec<String> {
        let scenario = sample.scenario();
        let on_card = |one| format!("{}: {}", title(lang, one), summary(lang, &scenario, one));
        scenario.workflow.activities.iter().map(on_card).collect()
    }

    #[test]
    fn cards_say_what_their_activity_does() {
        assert_eq!(
            summaries(Lang::En, Sample::SideBySide),
            [
                "Scheduler: Mondays 09:00",
                "Query: Newsletter is yes and e-mail is not empty",
                "Recurring delivery: Weekly newsletter",
                "Incremental query: Mondays 09:00, nobody twice",
                "Continuous delivery: Welcome e-mail",
            ]
        );
        assert!(summaries(Lang::Sv, Sample::SeasonalList)[0].ends_with("inte igen på 270 dagar"));
    }

    #[test]
    fn transitions_count_as_the_product_does() {
        let crossed = |times, last| Traffic { times, last, ..Traffic::default() };
        assert_eq!(count(Lang::En, &crossed(0, None)), None);
        assert_eq!(count(Lang::En, &crossed(23, None)).as_deref(), Some("launch 23"));
        assert_eq!(count(Lang::En, &crossed(23, Some(4_092))).as_deref(), Some("4,092 - Ok"));
        assert_eq!(count(Lang::Sv, &crossed(23, None)).as_deref(), Some("start 23"));
    }

    #[test]
    fn a_card_is_read_out_whole() {
        let scenario = Sample::SideBySide.scenario();
        let delivery = &scenario.workflow.activities[2];
        assert_eq!(
            described(Lang::En, &scenario, delivery, &[Severity::Warning, Severity::Error], (&[], &[])),
            "Recurring delivery, Weekly newsletter, 1 error, 1 warning"
        );
        let query = &scenario.workflow.activities[3];
        assert_eq!(
            described(Lang::Sv, &scenario, query, &[], (&["Kontinuerlig leverans".into()], &[])),
            "Inkrementell fråga, Måndagar 09:00, ingen två gånger, leder till Kontinuerlig leverans"
        );
    }
}
