//! Draws every message of a run: what [`Fate`] says of each, counted without going through its rows.

use super::curve::{Curve, Reacted};
use super::fate::{Detail, Fate, LAST_REACTION, Odds};
use crate::base::chance::Key;
use crate::base::people_set::{CHUNK, PeopleSet, RecipientIdx};
use crate::base::time::{SimSpan, SimTime};

/// What the messages of a run come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// How many could not be delivered.
    pub failed: u64,
    /// How many tracking rows there are.
    pub rows: u64,
    /// The sum of the bits of all messages.
    pub digest: u64,
    /// The clicks on the opt-out link, in the order of the recipients.
    pub opt_outs: Vec<OptOut>,
}

/// A click on the opt-out link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptOut {
    /// Who clicked.
    pub recipient: RecipientIdx,
    /// How long after the send.
    pub after: SimSpan,
}

/// A power of two, so that an index needs a mask and no branch.
const HOURS: usize = 256;
const _: () = assert!(LAST_REACTION.secs() / 3_600 + 2 <= HOURS as i64);

/// Reactions by the hour after the send in which they are collected.
struct Counts {
    /// What is added to seconds after the send, so that hours are counted as `Curve` counts them.
    phase: u32,
    first_opens: [u32; HOURS],
    first_clicks: [u32; HOURS],
    opt_outs: [u32; HOURS],
    repeated: [u32; HOURS],
}

/// What a chunk comes to.
struct Sifted {
    digest: u64,
    failed: u64,
    opened: usize,
}

/// Draws the messages to `people` of the run that `run_key` belongs to, sent at `sent_at`, and adds their reactions
/// to `curve`, which is not yet cumulated.
pub fn draw(run_key: Key, people: &PeopleSet, odds: Odds, sent_at: SimTime, curve: &mut Curve) -> Drawn {
    let mut drawn = Drawn::default();
    let mut counts = Counts::new(sent_at);
    let (mut openers, mut keys) = ([0; CHUNK], [run_key; CHUNK]);
    people.for_each_chunk(|chunk| {
        let sifted = sift(chunk, run_key, odds, &mut openers, &mut keys);
        drawn.digest = drawn.digest.wrapping_add(sifted.digest);
        drawn.failed += sifted.failed;
        let opened = openers.iter().zip(&keys).take(sifted.opened);
        counts.count(opened, odds, &mut drawn.opt_outs);
    });
    drawn.rows = counts.by_hour().map(|hour| u64::from(hour.rows)).sum();
    curve.add(counts.by_hour());
    drawn
}

/// Draws a chunk and writes down who opens. By itself, so that its few numbers stay in registers.
#[inline(never)]
fn sift(
    chunk: &[RecipientIdx],
    run_key: Key,
    odds: Odds,
    openers: &mut [RecipientIdx; CHUNK],
    keys: &mut [Key; CHUNK],
) -> Sifted {
    let (mut digest, mut failed, mut opened) = (0_u64, 0, 0);
    for &recipient in chunk {
        let fate = Fate::of(run_key, recipient, odds);
        digest = digest.wrapping_add(fate.bits());
        failed += u64::from(fate.is_failed());
        // Nobody can foresee who opens: whoever does not is written too, and then written over.
        (openers[opened % CHUNK], keys[opened % CHUNK]) = (recipient, fate.key());
        opened += usize::from(fate.is_opened());
    }
    Sifted { digest, failed, opened }
}

impl Counts {
    fn new(sent_at: SimTime) -> Self {
        let to_hour = (sent_at.next_full_hour() - sent_at).secs();
        Self {
            phase: u32::try_from(3_599 - to_hour).unwrap_or_default(),
            first_opens: [0; HOURS],
            first_clicks: [0; HOURS],
            opt_outs: [0; HOURS],
            repeated: [0; HOURS],
        }
    }

    #[inline(never)]
    fn count<'a>(
        &mut self,
        opened: impl Iterator<Item = (&'a RecipientIdx, &'a Key)>,
        odds: Odds,
        opt_outs: &mut Vec<OptOut>,
    ) {
        for (&recipient, &key) in opened {
            let fate = Fate::of_key(key, odds);
            let detail = fate.detail();
            self.first_opens[self.hour(detail.open())] += 1;
            self.repeated[self.hour(detail.open_again())] += u32::from(detail.opens_again());
            if fate.is_clicked() {
                self.count_click(detail);
            }
            if fate.is_opted_out() {
                let after = detail.opt_out();
                self.opt_outs[self.hour(after)] += 1;
                opt_outs.push(OptOut { recipient, after: SimSpan::from_secs(after.into()) });
            }
        }
    }

    #[inline]
    fn count_click(&mut self, detail: Detail) {
        self.first_clicks[self.hour(detail.click())] += 1;
        self.repeated[self.hour(detail.click_again())] += u32::from(detail.clicks_again());
    }

    /// The full hour at which something so many seconds after the send is collected.
    #[inline]
    fn hour(&self, secs: u32) -> usize {
        ((self.phase + secs) / 3_600) as usize % HOURS
    }

    fn by_hour(&self) -> impl Iterator<Item = Reacted> {
        (0..HOURS).map(|hour| {
            let (opens, clicks) = (self.first_opens[hour], self.first_clicks[hour]);
            let unsubscriptions = self.opt_outs[hour];
            let rows = opens + clicks + unsubscriptions + self.repeated[hour];
            Reacted { opens, clicks, unsubscriptions, rows }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::fate::UrlType;
    use crate::scenario::reactions::Reactions;

    /// The plain meaning: one message after the other, one row after the other.
    fn one_by_one(
        key: Key,
        people: &PeopleSet,
        odds: Odds,
        sent_at: SimTime,
        curve: &mut Curve,
    ) -> (Drawn, u64) {
        let (mut drawn, mut opened) = (Drawn::default(), 0);
        for recipient in people.iter() {
            let fate = Fate::of(key, recipient, odds);
            drawn.digest = drawn.digest.wrapping_add(fate.bits());
            drawn.failed += u64::from(fate.is_failed());
            opened += u64::from(fate.is_opened());
            drawn.rows += u64::from(curve.count(sent_at, fate.reactions()));
            let opt_outs = fate.reactions().filter(|reaction| reaction.url_type == UrlType::OptOut);
            drawn.opt_outs.extend(opt_outs.map(|reaction| OptOut { recipient, after: reaction.after }));
        }
        (drawn, opened)
    }

    #[test]
    fn all_at_once_come_to_what_they_come_to_one_by_one() {
        let people: PeopleSet = (0..40_000).filter(|recipient| recipient % 7 != 0).collect();
        let hostile = Reactions {
            fails: 0,
            opens: 10_000,
            clicks: 10_000,
            unsubscribes: 10_000,
            ..Reactions::default()
        };
        let silent = Reactions { fails: 10_000, ..Reactions::default() };
        for reactions in [Reactions::default(), hostile, silent] {
            for secs in [0, 1, 1_799, 3_599, 3_600, -1] {
                let (odds, at) = (Odds::of(&reactions), SimTime::from_secs(1_780_000_000 * 3 / 5 + secs));
                let key = Key::of_seed(5).with(secs.unsigned_abs());
                let (mut fast, mut plain) = (Curve::new(at), Curve::new(at));
                let (drawn, opened) = one_by_one(key, &people, odds, at, &mut plain);
                assert_eq!(draw(key, &people, odds, at, &mut fast), drawn);
                plain.cumulate();
                fast.cumulate();
                let moments = (-1..2_000).map(|quarter| at + SimSpan::from_secs(quarter * 900));
                assert!(moments.clone().all(|moment| fast.at(moment) == plain.at(moment)));
                assert_eq!(u64::from(fast.at(at + SimSpan::from_days(30)).opens), opened);
            }
        }
    }
}
