//! The counts that all indicators follow from, in one pass over the messages.

use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::fate::FailureReason;
use crate::engine::record::Batch;
use crate::engine::retention::LogTable;
use crate::log::RunLog;
use crate::log::figures::Figures;
use crate::log::indicators::Scope;
use crate::log::rows::MessageStatus;

/// What some deliveries have come to together.
///
/// Counts are summed over the deliveries, as a cumulated report does: a person who opens five messages is five
/// opens. [`Tally::people`] counts the same person once. Sums are what the deliveries keep of themselves and outlive
/// the cleanup; people are looked up in the rows that are left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// How many deliveries there are.
    pub deliveries: u64,
    /// How many runs wrote into them.
    pub runs: u64,
    /// The sums of the delivery list.
    pub figures: Figures,
    /// Messages failed as *User unknown*.
    pub hard_bounces: u64,
    /// Messages failed as *Unreachable*, *Mailbox full*, *Invalid domain*, *Account disabled* or *Refused*.
    pub soft_bounces: u64,
    /// Tracking rows of type 1.
    pub cumulated_clicks: u64,
    /// People who clicked, counted once in each delivery.
    pub clickers: u64,
    /// Messages in text format, to people whose `iEmailFormat` was 1: no image is loaded, so that an open does not
    /// show.
    pub text: u64,
    /// Different people.
    pub people: Reach,
}

/// Different people over several deliveries, found in the log rows that are left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reach {
    /// Who has a broadLog row with the status *Sent*.
    pub reached: PeopleSet,
    /// Who of them has a tracking row for such a message.
    pub opened: PeopleSet,
    /// Who of them has one of type 1.
    pub clicked: PeopleSet,
}

impl RunLog {
    /// Counts everything that the indicators of a scope are made of at a moment.
    pub fn tally(&self, scope: &Scope, moment: SimTime) -> Tally {
        let batches = scope.batches(self, moment);
        let mut tally = Tally::default();
        for of_delivery in batches.chunk_by(|one, other| one.delivery == other.delivery) {
            let mut clickers = PeopleSet::new();
            for batch in of_delivery {
                tally.runs += 1;
                tally.figures = tally.figures + self.figures_of_batch(batch, moment);
                tally.text += batch.text_messages();
                self.count_messages(batch, moment, &mut tally, &mut clickers);
            }
            tally.deliveries += 1;
            tally.clickers += clickers.len();
        }
        tally
    }

    fn count_messages(&self, batch: &Batch, moment: SimTime, tally: &mut Tally, clickers: &mut PeopleSet) {
        let technical = &self.plan().technical;
        let oldest_message = self.oldest_kept(LogTable::BroadLog, moment);
        let oldest_reaction = self.oldest_kept(LogTable::TrackingLog, moment);
        let is_refreshed = technical.delivery_indicators;
        let [mut reached, mut opened, mut clicked, mut all_clicked] = [const { Vec::new() }; 4];
        for message in self.messages(batch, moment) {
            let recipient = message.row.recipient;
            match message.row.status {
                MessageStatus::Failed(FailureReason::UserUnknown) => {
                    tally.hard_bounces += u64::from(is_refreshed);
                }
                MessageStatus::Failed(_) => tally.soft_bounces += u64::from(is_refreshed),
                _ => {}
            }
            let is_kept = oldest_message.is_none_or(|oldest| message.row.last_modified >= oldest);
            let is_reached = is_kept && message.is_sent();
            if is_reached {
                reached.push(recipient);
            }
            if !technical.tracking {
                continue;
            }
            let responses = message.responses(moment, None);
            if is_refreshed && responses.clicks > 0 {
                tally.cumulated_clicks += responses.clicks;
                all_clicked.push(recipient);
            }
            if is_reached && responses.rows > 0 {
                let left = if oldest_reaction.is_some() {
                    message.responses(moment, oldest_reaction)
                } else {
                    responses
                };
                if left.rows > 0 {
                    opened.push(recipient);
                }
                if left.clicks > 0 {
                    clicked.push(recipient);
                }
            }
        }
        for (set, found) in [
            (&mut tally.people.reached, reached),
            (&mut tally.people.opened, opened),
            (&mut tally.people.clicked, clicked),
            (clickers, all_clicked),
        ] {
            *set |= &found.into_iter().rev().collect();
        }
    }
}

impl Tally {
    /// *Initial population*: who was targeted, before the rules of the analysis.
    pub fn initial_population(&self) -> u64 {
        self.figures.to_deliver + self.figures.ignored
    }

    /// *Estimated distinct opens*: opens × messages to deliver ÷ those that are not in text format, rounded half up;
    /// 0 if all are in text format.
    ///
    /// The formula takes the opens for those of the messages in HTML. A message in text format in which a link is
    /// clicked is one of them too, so the estimate is somewhat high where many click in text.
    ///
    /// Assumption: over several deliveries the formula is applied to the sums, and the estimate is never more than
    /// the messages with success, which the formula alone does not ensure.
    pub fn estimated_opens(&self) -> u64 {
        let all = u128::from(self.figures.to_deliver);
        let html = all.saturating_sub(self.text.into());
        let estimate = (u128::from(self.figures.opens) * all * 2 + html).checked_div(html * 2).unwrap_or(0);
        u64::try_from(estimate).unwrap_or(u64::MAX).min(self.figures.success.max(self.figures.opens))
    }
}
