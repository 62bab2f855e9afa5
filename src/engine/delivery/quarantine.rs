//! Quarantine of addresses: a hard bounce at once, soft ones by a counter (`quarantines` page).

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::{SimSpan, SimTime};
use crate::engine::fate::FailureReason;
use crate::engine::record::BatchIdx;
use crate::engine::world::World;
use crate::people::Doubles;
use crate::scenario::activity::sending::Channel;

/// How many significant soft errors put an address in quarantine (`delivery-failures-quarantine` page).
const MOST_ERRORS: u8 = 5;
/// Errors less than this apart count as one.
const APART: SimSpan = SimSpan::from_days(1);
/// Without an error for longer than this the counter begins anew.
const FORGOTTEN: SimSpan = SimSpan::from_days(10);
/// For how long an address whose mailbox is full stays in quarantine.
const MAILBOX_FULL: SimSpan = SimSpan::from_days(30);

/// The messages of one sending that bounced.
#[derive(Debug, Default)]
pub(in crate::engine) struct Bounces {
    hard: Vec<RecipientIdx>,
    soft: Vec<SoftBounce>,
}

/// A message that bounced softly.
#[derive(Clone, Copy, Debug)]
struct SoftBounce {
    recipient: RecipientIdx,
    /// For how many hours it was tried again.
    hours: u8,
    is_mailbox_full: bool,
}

/// The bounces of a sending, taken in once a day while it tries again.
#[derive(Debug)]
struct Feedback {
    channel: Channel,
    bounces: Bounces,
}

/// Feedback still to come in, and what it has done to addresses.
///
/// It is taken in when an analysis asks, in order of time: nobody else could tell the difference, and no event
/// is needed for it.
#[derive(Debug, Default)]
pub(super) struct Feedbacks {
    due: BTreeSet<(SimTime, BatchIdx, u32)>,
    open: BTreeMap<BatchIdx, Feedback>,
    email: Quarantine,
    mobile: Quarantine,
}

/// The addresses of one channel.
#[derive(Debug, Default)]
struct Quarantine {
    /// Everyone whose address is in quarantine.
    people: PeopleSet,
    /// The significant errors of each address; empty before the first one.
    errors: Vec<Errors>,
    /// Who is released when, in order of time.
    releases: VecDeque<(SimTime, RecipientIdx)>,
}

/// How many significant errors an address has, and the hour of the last one: in one number, as looking it up
/// for one address after another is what takes the time.
#[derive(Clone, Copy, Debug, Default)]
struct Errors(i32);

impl Errors {
    const COUNTS: i32 = 8;

    fn of(count: u8, hour: i32) -> Self {
        Self(hour.saturating_mul(Self::COUNTS).saturating_add(count.into()))
    }

    fn count(self) -> u8 {
        self.0.rem_euclid(Self::COUNTS) as u8
    }

    fn hour(self) -> i32 {
        self.0.div_euclid(Self::COUNTS)
    }

    /// How long ago the last one was.
    fn since(self, hour: i32) -> SimSpan {
        SimSpan::from_hours(i64::from(hour) - i64::from(self.hour()))
    }

    /// Whether one more at this hour is significant.
    fn counts_at(self, hour: i32) -> bool {
        self.count() == 0 || self.since(hour) >= APART
    }
}

const _: () = assert!((MOST_ERRORS as i32) < Errors::COUNTS);

impl Bounces {
    /// Adds a message that was tried again for so many hours.
    pub(in crate::engine) fn add(&mut self, recipient: RecipientIdx, reason: FailureReason, hours: u32) {
        if reason.is_hard() {
            self.hard.push(recipient);
        } else {
            let hours = u8::try_from(hours).unwrap_or(u8::MAX);
            let is_mailbox_full = reason == FailureReason::MailboxFull;
            self.soft.push(SoftBounce { recipient, hours, is_mailbox_full });
        }
    }

    fn is_empty(&self) -> bool {
        self.hard.is_empty() && self.soft.is_empty()
    }
}

impl World {
    /// Feedback on a sending will come in from its first full hour on.
    pub(in crate::engine) fn expect_feedback(&mut self, batch: BatchIdx, bounces: Bounces) {
        let row = &self.record.batches[batch];
        let Some(first) = row.processed_at() else { return };
        if !bounces.is_empty() {
            let feedback = Feedback { channel: row.channel, bounces };
            self.sending.feedback.open.insert(batch, feedback);
            self.sending.feedback.due.insert((first, batch, 0));
        }
    }

    /// No feedback on a sending that was taken back.
    pub(super) fn forget_feedback(&mut self, batch: BatchIdx) {
        let feedback = &mut self.sending.feedback;
        if feedback.open.remove(&batch).is_some() {
            feedback.due.retain(|(_, of, _)| *of != batch);
        }
    }

    /// Everyone whose address of this channel is in quarantine; none where addresses of the channel never are.
    pub(super) fn quarantined(&mut self, now: SimTime, channel: Channel) -> Option<&PeopleSet> {
        let feedbacks = &mut self.sending.feedback;
        while let Some((at, batch, round)) = feedbacks.due.first().copied()
            && at <= now
        {
            feedbacks.due.pop_first();
            let Some(mut feedback) = feedbacks.open.remove(&batch) else { continue };
            let people = self.people.people();
            let doubles = people.doubles(feedback.channel == Channel::Sms);
            let quarantine =
                if feedback.channel == Channel::Sms { &mut feedbacks.mobile } else { &mut feedbacks.email };
            quarantine.release(at, &doubles);
            for recipient in std::mem::take(&mut feedback.bounces.hard) {
                quarantine.put_for_good(recipient, &doubles);
            }
            quarantine.count_all(at, &feedback.bounces.soft, &doubles, people.total());
            let tried = i64::from(round + 1) * APART.secs() / 3_600;
            feedback.bounces.soft.retain(|soft| i64::from(soft.hours) > tried);
            if !feedback.bounces.soft.is_empty() {
                feedbacks.due.insert((at + APART, batch, round + 1));
                feedbacks.open.insert(batch, feedback);
            }
        }
        let quarantine = match channel {
            Channel::Email => &mut feedbacks.email,
            Channel::Sms => &mut feedbacks.mobile,
            Channel::DirectMail => return None,
        };
        let doubles = self.people.people().doubles(channel == Channel::Sms);
        quarantine.release(now, &doubles);
        Some(&quarantine.people)
    }
}

impl Quarantine {
    /// Puts an address in quarantine, and with it everyone who has it.
    fn put(&mut self, recipient: RecipientIdx, doubles: &Doubles) {
        self.people.insert(recipient);
        for other in doubles.with(recipient).unwrap_or_default() {
            self.people.insert(*other);
        }
    }

    /// A hard error: the address stays, even if it was to be released because its mailbox was full.
    fn put_for_good(&mut self, recipient: RecipientIdx, doubles: &Doubles) {
        if self.people.contains(recipient) {
            let address = doubles.first(recipient);
            self.releases.retain(|(_, released)| *released != address);
        }
        self.put(recipient, doubles);
    }

    /// Counts soft errors at a moment, in their order.
    ///
    /// Most of the time goes into fetching what is known of each address from all over the memory. So that is done for
    /// many of them at once, with nothing to decide in between: the processor then fetches them side by side.
    fn count_all(&mut self, at: SimTime, soft: &[SoftBounce], doubles: &Doubles, everyone: u32) {
        const AT_ONCE: usize = 64;
        if self.errors.is_empty() && !soft.is_empty() {
            let everyone = usize::try_from(everyone).unwrap_or(usize::MAX);
            self.errors.resize(everyone, Errors::default());
        }
        let hour = i32::try_from(at.secs().div_euclid(3_600)).unwrap_or(i32::MAX);
        let mut known = [Errors::default(); AT_ONCE];
        for soft in soft.chunks(AT_ONCE) {
            for (known, soft) in known.iter_mut().zip(soft) {
                *known = self.errors_of(doubles.first(soft.recipient));
            }
            for (known, soft) in known.iter().zip(soft) {
                if known.counts_at(hour) {
                    self.count(at, *soft, doubles);
                }
            }
        }
    }

    fn errors_of(&self, address: RecipientIdx) -> Errors {
        usize::try_from(address).ok().and_then(|place| self.errors.get(place)).copied().unwrap_or_default()
    }

    /// A soft error: significant if the last one is a day old, forgotten if it is older than ten.
    fn count(&mut self, at: SimTime, soft: SoftBounce, doubles: &Doubles) {
        let address = doubles.first(soft.recipient);
        let hour = i32::try_from(at.secs().div_euclid(3_600)).unwrap_or(i32::MAX);
        let Ok(place) = usize::try_from(address) else { return };
        let Some(errors) = self.errors.get_mut(place) else { return };
        // Another recipient with the same address may just have been counted.
        if !errors.counts_at(hour) || self.people.contains(address) {
            return;
        }
        let is_forgotten = errors.since(hour) > FORGOTTEN;
        let count = if is_forgotten { 1 } else { errors.count() + 1 };
        let is_enough = count >= MOST_ERRORS;
        *errors = Errors::of(if is_enough { 0 } else { count }, hour);
        if is_enough {
            self.put(address, doubles);
            if soft.is_mailbox_full {
                self.releases.push_back((at + MAILBOX_FULL, address));
            }
        }
    }

    fn release(&mut self, now: SimTime, doubles: &Doubles) {
        while let Some((at, recipient)) = self.releases.front().copied()
            && at <= now
        {
            self.releases.pop_front();
            self.people.remove(recipient);
            for other in doubles.with(recipient).unwrap_or_default() {
                self.people.remove(*other);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(hours: i64) -> SimTime {
        SimTime::from_secs(hours * 3_600)
    }

    fn soft(is_mailbox_full: bool) -> SoftBounce {
        SoftBounce { recipient: 1, hours: 84, is_mailbox_full }
    }

    #[test]
    fn the_fifth_significant_error_puts_an_address_in_quarantine() {
        let (mut quarantine, doubles) = (Quarantine::default(), Doubles::default());
        for day in 0..4 {
            quarantine.count_all(hour(1_000 + 24 * day), &[soft(false)], &doubles, 3);
            quarantine.count_all(hour(1_010 + 24 * day), &[soft(false)], &doubles, 3);
        }
        assert!(quarantine.people.is_empty(), "errors of one day count as one");
        quarantine.count_all(hour(1_000 + 24 * 4), &[soft(false)], &doubles, 3);
        assert_eq!(quarantine.people.iter().collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn errors_keep_their_count_and_their_hour() {
        for (count, hour) in [(0, 0), (4, 490_000), (4, -1), (1, -490_000)] {
            let errors = Errors::of(count, hour);
            assert_eq!((errors.count(), errors.hour()), (count, hour));
        }
    }

    #[test]
    fn ten_quiet_days_begin_the_counter_anew_and_a_full_mailbox_is_released() {
        let (mut quarantine, doubles) = (Quarantine::default(), Doubles::default());
        for day in [0, 1, 2, 3, 14, 15, 16, 17] {
            quarantine.count_all(hour(1_000 + 24 * day), &[soft(true)], &doubles, 3);
        }
        assert!(quarantine.people.is_empty());
        quarantine.count_all(hour(1_000 + 24 * 18), &[soft(true)], &doubles, 3);
        assert!(quarantine.people.contains(1));
        quarantine.release(hour(1_000 + 24 * 48 - 1), &doubles);
        assert!(quarantine.people.contains(1));
        quarantine.release(hour(1_000 + 24 * 48), &doubles);
        assert!(quarantine.people.is_empty());
    }

    #[test]
    fn an_address_that_bounced_hard_meanwhile_is_not_released() {
        let (mut quarantine, doubles) = (Quarantine::default(), Doubles::default());
        let other = SoftBounce { recipient: 2, ..soft(true) };
        for day in 0..5 {
            quarantine.count_all(hour(1_000 + 24 * day), &[soft(true), other], &doubles, 3);
        }
        assert_eq!(quarantine.releases.len(), 2);
        quarantine.put_for_good(1, &doubles);
        quarantine.put_for_good(0, &doubles);
        quarantine.release(hour(1_000 + 24 * 90), &doubles);
        assert_eq!(quarantine.people.iter().collect::<Vec<_>>(), [0, 1], "the other mailbox was only full");
    }
}
