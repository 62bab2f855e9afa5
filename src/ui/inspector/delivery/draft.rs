//! A creative as it is typed: subject, preheader and blocks, and the content they make.

use std::mem::discriminant;

use chrono::{Days, NaiveDate};

use crate::base::time::SimTime;
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::activity::sending::WhichDelivery;
use crate::scenario::block::Block;
use crate::scenario::creative::Creative;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::reading;

/// A text of a creative, with a field of its own; blocks by their places from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The subject.
    #[default]
    Subject,
    /// The preheader.
    Preheader,
    /// The text of a heading or a paragraph, or what stands on a button.
    Text(usize),
    /// Where a button leads.
    Link(usize),
}

/// What is typed in the editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The subject.
    pub subject: String,
    /// The preheader.
    pub preheader: String,
    /// The blocks.
    pub blocks: Vec<Block>,
}

/// Where a creative is held, which decides what an edit of it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// In the copy of a Recurring delivery.
    Copy,
    /// In a delivery of its own, which is made once.
    Own,
    /// In a template that others may refer to; a built-in one must not be modified.
    Template {
        /// Whether it is built in.
        built_in: bool,
    },
}

impl Draft {
    /// A creative as the editor shows it.
    pub fn of(creative: &Creative) -> Self {
        let Creative { subject, preheader, .. } = creative;
        Self { subject: subject.clone(), preheader: preheader.clone(), blocks: creative.as_blocks() }
    }

    /// The text of a part; empty where there is no such block.
    pub fn get(&self, part: Part) -> &str {
        let block = |at: usize| self.blocks.get(at);
        match part {
            Part::Subject => &self.subject,
            Part::Preheader => &self.preheader,
            Part::Text(at) => block(at).and_then(Block::text).unwrap_or_default(),
            Part::Link(at) => block(at).and_then(Block::link).unwrap_or_default(),
        }
    }

    /// With another text in a part; all but headings and paragraphs stay one line.
    #[must_use]
    pub fn with(&self, part: Part, text: &str) -> Self {
        let mut next = self.clone();
        let line = text.replace('\n', " ");
        match part {
            Part::Subject => next.subject = line,
            Part::Preheader => next.preheader = line,
            Part::Text(at) => match next.blocks.get_mut(at) {
                Some(Block::Heading { text: old } | Block::Paragraph { text: old }) => *old = text.to_owned(),
                Some(Block::Button { label, .. }) => *label = line,
                _ => {}
            },
            Part::Link(at) => {
                if let Some(Block::Button { link, .. }) = next.blocks.get_mut(at) {
                    *link = line.trim().to_owned();
                }
            }
        }
        next
    }

    /// With what is applied in a part; none where that part may be another's, because blocks were moved, added or
    /// taken out.
    pub fn given_back(&self, part: Part, applied: &Self) -> Option<Self> {
        let (now, then) = (&self.blocks, &applied.blocks);
        let is_same_place = match part {
            Part::Subject | Part::Preheader => true,
            Part::Text(at) | Part::Link(at) => {
                let is_same_kind = |one: usize| discriminant(&now[one]) == discriminant(&then[one]);
                let is_same = |one: usize| if one == at { is_same_kind(one) } else { now[one] == then[one] };
                now.len() == then.len() && (0..now.len()).all(is_same)
            }
        };
        is_same_place.then(|| self.with(part, applied.get(part)))
    }

    /// With a block more at the end.
    #[must_use]
    pub fn with_block(&self, block: Block) -> Self {
        let mut next = self.clone();
        next.blocks.push(block);
        next
    }

    /// Without the block at a place.
    #[must_use]
    pub fn without(&self, at: usize) -> Self {
        let mut next = self.clone();
        if at < next.blocks.len() {
            next.blocks.remove(at);
        }
        next
    }

    /// With the block at a place and the one before it the other way round.
    #[must_use]
    pub fn raised(&self, at: usize) -> Self {
        let mut next = self.clone();
        if 0 < at && at < next.blocks.len() {
            next.blocks.swap(at - 1, at);
        }
        next
    }

    /// With something put into a part, at a caret counted in UTF-16 units as the browser counts; at its end where
    /// there is none.
    #[must_use]
    pub fn inserted(&self, part: Part, caret: Option<u32>, what: &str) -> Self {
        let text = self.get(part);
        let units: Vec<u16> = text.encode_utf16().collect();
        let at = caret.map_or(units.len(), |caret| (caret as usize).min(units.len()));
        let (before, after) = units.split_at(at);
        let text = format!("{}{what}{}", String::from_utf16_lossy(before), String::from_utf16_lossy(after));
        self.with(part, &text)
    }

    /// The content, keeping what `from` has beyond the editor's fields.
    ///
    /// # Errors
    /// A button leads to no web address.
    pub fn creative(&self, from: &Creative) -> Result<Creative, Wrong> {
        for block in &self.blocks {
            if let Block::Button { link, .. } = block {
                reading::address(link)?;
            }
        }
        let (subject, preheader) = (self.subject.clone(), self.preheader.clone());
        Ok(Creative { subject, preheader, ..from.clone() }.with_blocks(self.blocks.clone()))
    }
}

/// The creative that a delivery starts the run with, and where it is held; none where the activity has none or its
/// template does not exist.
pub fn creative_of<'s>(scenario: &'s Scenario, activity: &str) -> Option<(&'s Creative, Held)> {
    let settings = &scenario.workflow.activity(activity)?.settings;
    let referred = match settings {
        Settings::RecurringDelivery(delivery) => return Some((&delivery.creative, Held::Copy)),
        Settings::ChannelDelivery(delivery) => return Some((&delivery.creative, Held::Own)),
        Settings::Delivery(delivery) => match &delivery.delivery {
            WhichDelivery::Explicit { creative, .. } => return Some((creative, Held::Own)),
            which => which.template()?,
        },
        Settings::ContinuousDelivery(delivery) => &delivery.template,
        _ => return None,
    };
    let template = scenario.template(referred)?;
    Some((&template.creative, Held::Template { built_in: template.built_in }))
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
        let (creative, held) = creative_of(&scenario, "continuous").unwrap();
        assert!(held == Held::Template { built_in: false } && creative.links.len() == 2);
        assert_eq!(Draft::of(creative).creative(creative).as_ref(), Ok(creative));
        assert!(creative_of(&scenario, "query").is_none());
    }

    #[test]
    fn fields_go_where_the_caret_is_and_links_must_lead_somewhere() {
        let draft = Draft::default().with(Part::Subject, "Åh 🙂!").inserted(Part::Subject, Some(5), "X");
        assert_eq!(draft.subject, "Åh 🙂X!");
        let block = Block::Button { label: "Go".into(), link: String::new() };
        let draft = draft.with_block(Block::Divider).with_block(block).raised(1);
        assert_eq!(draft.creative(&Creative::default()), Err(Wrong::NotAnAddress));
        let draft = draft.with(Part::Link(0), " https://a.example ").inserted(Part::Text(0), None, "!");
        let creative = draft.creative(&Creative::default()).unwrap();
        assert_eq!((creative.body.as_str(), creative.links.len()), ("Go!", 1));
        assert_eq!(draft.without(0).blocks, [Block::Divider]);
    }

    #[test]
    fn a_part_is_given_back_only_where_it_was() {
        let block = |text: &str| Block::Paragraph { text: text.into() };
        let applied = Draft { blocks: vec![block("A"), block("B")], ..Draft::default() };
        let typed = applied.with(Part::Text(1), "typed").with(Part::Subject, "typed");
        let given_back = typed.given_back(Part::Text(1), &applied).unwrap();
        assert_eq!((given_back.blocks, given_back.subject.as_str()), (applied.blocks.clone(), "typed"));
        assert_eq!(applied.raised(1).given_back(Part::Text(0), &applied), None, "B would become A");
        assert_eq!(applied.with_block(block("C")).given_back(Part::Text(2), &applied), None);
        let heading = applied.without(1).with_block(Block::Heading { text: "H".into() });
        assert_eq!(heading.given_back(Part::Text(1), &applied), None, "another kind of block");
        assert!(applied.raised(1).with(Part::Preheader, "x").given_back(Part::Preheader, &applied).is_some());
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
