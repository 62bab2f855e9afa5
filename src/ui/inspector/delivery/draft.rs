//! A creative as it is typed: three texts, and the content they make.

use chrono::{Days, NaiveDate};

use crate::base::time::SimTime;
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::creative::Creative;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::reading;

/// A part of a creative, with a field of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The subject.
    Subject,
    /// The text.
    Body,
    /// The links, one a line.
    Links,
}

/// What is typed in the editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// The links, one a line.
    pub links: String,
}

impl Draft {
    /// A creative as the editor shows it.
    pub fn of(creative: &Creative) -> Self {
        let Creative { subject, body, links, .. } = creative;
        Self { subject: subject.clone(), body: body.clone(), links: links.join("\n") }
    }

    /// The text of a part.
    pub fn get(&self, part: Part) -> &str {
        match part {
            Part::Subject => &self.subject,
            Part::Body => &self.body,
            Part::Links => &self.links,
        }
    }

    /// With another text in a part; a subject stays one line.
    #[must_use]
    pub fn with(&self, part: Part, text: &str) -> Self {
        let mut next = self.clone();
        match part {
            Part::Subject => next.subject = text.replace('\n', " "),
            Part::Body => next.body = text.to_owned(),
            Part::Links => next.links = text.to_owned(),
        }
        next
    }

    /// The content, keeping what `from` has beyond the editor's fields.
    ///
    /// # Errors
    /// A line of the links is no web address.
    pub fn creative(&self, from: &Creative) -> Result<Creative, Wrong> {
        let links = reading::links(&self.links)?;
        Ok(Creative { subject: self.subject.clone(), body: self.body.clone(), links, ..from.clone() })
    }
}

/// The creative that a delivery starts the run with, and whether it may be modified; none where the
/// activity is no delivery or its template does not exist.
pub fn creative_of<'s>(scenario: &'s Scenario, activity: &str) -> Option<(&'s Creative, bool)> {
    match &scenario.workflow.activity(activity)?.settings {
        Settings::RecurringDelivery(delivery) => Some((&delivery.creative, true)),
        Settings::ContinuousDelivery(delivery) => {
            let template = scenario.template(&delivery.template)?;
            Some((&template.creative, !template.built_in))
        }
        _ => None,
    }
}

/// The first and the last day on which an edit falls inside the run and after its beginning.
pub fn days_to_edit(scenario: &Scenario) -> (NaiveDate, NaiveDate) {
    let first = scenario.start.checked_add_days(Days::new(1)).unwrap_or(scenario.start);
    let end = scenario.end_time().date();
    (first, end.checked_sub_days(Days::new(1)).unwrap_or(end).max(first))
}

/// The day to offer: the one shown if the run is under way there, else the middle of the run.
pub fn day_to_edit(scenario: &Scenario, shown: SimTime) -> NaiveDate {
    let (first, last) = days_to_edit(scenario);
    let half = u64::from(scenario.weeks) * 7 / 2;
    let middle = scenario.start.checked_add_days(Days::new(half)).unwrap_or(first).clamp(first, last);
    let is_under_way = scenario.start_time() < shown && shown < scenario.end_time();
    Some(shown.date()).filter(|day| is_under_way && (first..=last).contains(day)).unwrap_or(middle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::SimSpan;
    use crate::scenario::samples::Sample;

    #[test]
    fn a_draft_of_a_creative_makes_the_same_creative() {
        let scenario = Sample::SideBySide.scenario();
        let (creative, may_edit) = creative_of(&scenario, "continuous").unwrap();
        assert!(may_edit && creative.links.len() == 2);
        assert_eq!(Draft::of(creative).creative(creative).as_ref(), Ok(creative));
        assert!(creative_of(&scenario, "query").is_none());
    }

    #[test]
    fn the_day_offered_is_the_one_shown_or_the_middle() {
        let scenario = Sample::SideBySide.scenario();
        let (start, end) = (scenario.start_time(), scenario.end_time());
        let middle = NaiveDate::from_ymd_opt(2026, 7, 6).unwrap();
        assert_eq!(day_to_edit(&scenario, start), middle);
        assert_eq!(day_to_edit(&scenario, end), middle);
        let shown = start + SimSpan::from_days(21) + SimSpan::from_hours(9);
        assert_eq!(day_to_edit(&scenario, shown), shown.date());
        assert_eq!(days_to_edit(&scenario).1, (end - SimSpan::from_days(1)).date());
    }
}
