//! Draws messages many at a time: what [`Fate`] says of each, counted without going through its rows.

use super::curve::Reacted;
use super::fate::{Detail, Fate, Fates, LAST_REACTION, Odds};
use crate::base::chance::Key;
use crate::base::people_set::{CHUNK, PeopleSet, RecipientIdx};
use crate::base::time::{SimSpan, SimTime};

/// What a part of the messages of a run comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Drawn {
    /// How many messages there are.
    pub messages: u64,
    /// The last of them.
    pub last: Option<RecipientIdx>,
    /// The sum of the bits of all of them.
    pub digest: u64,
    /// Those whose first attempt did not get through, in rising order.
    pub bounced: Vec<RecipientIdx>,
    /// The clicks on the opt-out link, in the order of the recipients.
    pub opt_outs: Vec<OptOut>,
}

/// A click on the opt-out link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OptOut {
    /// Who clicked.
    pub recipient: RecipientIdx,
    /// How long after the send.
    pub after: SimSpan,
}

/// A power of two, so that an index needs a mask and no branch.
const HOURS: usize = 512;
const _: () = assert!(LAST_REACTION.secs() / 3_600 + 2 <= HOURS as i64);

/// Reactions by the hour after the send in which they are collected.
#[derive(Clone, Debug)]
pub(super) struct Counts {
    /// What is added to seconds after the send, so that hours are counted as `Counting` counts them.
    phase: u32,
    first_opens: [u32; HOURS],
    first_clicks: [u32; HOURS],
    opt_outs: [u32; HOURS],
    repeated: [u32; HOURS],
    /// Messages in text format by their first row, which is never an open and yet counts as one.
    opens_by_click: [u32; HOURS],
}

/// Room for what is found in a chunk.
struct Found {
    openers: [RecipientIdx; CHUNK],
    keys: [Key; CHUNK],
    bounced: [RecipientIdx; CHUNK],
}

/// What a chunk comes to.
struct Sifted {
    digest: u64,
    opened: usize,
    bounced: usize,
}

/// Draws at most `most` messages from `first` on to `people`, and counts their reactions.
///
/// The text format of `fates` must hold nobody else. The few who read in it are drawn as the others are, without a
/// branch for each message, and what their messages do not have is taken back afterwards.
pub(super) fn draw(
    fates: Fates,
    (people, first, most): (&PeopleSet, RecipientIdx, u64),
    counts: &mut Counts,
) -> Drawn {
    let Fates { run_key, odds, text_format } = fates;
    let mut drawn = Drawn::default();
    let mut found = Found { openers: [0; CHUNK], keys: [run_key; CHUNK], bounced: [0; CHUNK] };
    people.for_each_chunk(first, most, |chunk| {
        let sifted = sift(chunk, run_key, odds, &mut found);
        drawn.messages += chunk.len() as u64;
        drawn.last = chunk.last().copied();
        drawn.digest = drawn.digest.wrapping_add(sifted.digest);
        drawn.bounced.extend(found.bounced.iter().take(sifted.bounced));
        let opened = found.openers.iter().zip(&found.keys).take(sifted.opened);
        counts.count(opened, odds, &mut drawn.opt_outs);
    });
    if let Some(last) = drawn.last {
        let in_text = text_format.between(first, last).map(|recipient| fates.of(recipient));
        in_text.filter(|fate| fate.is_read()).for_each(|fate| counts.take_opens_back(fate));
    }
    drawn
}

/// Draws a chunk and writes down who reads. By itself, so that its few numbers stay in registers.
#[inline(never)]
fn sift(chunk: &[RecipientIdx], run_key: Key, odds: Odds, found: &mut Found) -> Sifted {
    let (mut digest, mut opened, mut bounced) = (0_u64, 0, 0);
    for &recipient in chunk {
        let fate = Fate::of(run_key, recipient, odds);
        digest = digest.wrapping_add(fate.bits());
        // Nobody can foresee who reads: whoever does not is written too, and then written over.
        (found.openers[opened % CHUNK], found.keys[opened % CHUNK]) = (recipient, fate.key());
        opened += usize::from(fate.is_read());
        if fate.is_bounced() {
            found.bounced[bounced % CHUNK] = recipient;
            bounced += 1;
        }
    }
    Sifted { digest, opened, bounced }
}

impl Counts {
    /// Nothing counted yet of what is sent at `sent_at`.
    pub(super) fn new(sent_at: SimTime) -> Self {
        let to_hour = (sent_at.next_full_hour() - sent_at).secs();
        Self {
            phase: u32::try_from(3_599 - to_hour).unwrap_or_default(),
            first_opens: [0; HOURS],
            first_clicks: [0; HOURS],
            opt_outs: [0; HOURS],
            repeated: [0; HOURS],
            opens_by_click: [0; HOURS],
        }
    }

    /// The reactions by hour.
    pub(super) fn by_hour(&self) -> impl Iterator<Item = Reacted> {
        (0..HOURS).map(|hour| {
            let (first_opens, clicks) = (self.first_opens[hour], self.first_clicks[hour]);
            let unsubscriptions = self.opt_outs[hour];
            let rows = first_opens + clicks + unsubscriptions + self.repeated[hour];
            let opens = first_opens + self.opens_by_click[hour];
            Reacted { opens, clicks, unsubscriptions, rows, ..Reacted::default() }
        })
    }

    /// How many tracking rows the reactions are.
    pub(super) fn rows(&self) -> u64 {
        self.by_hour().map(|hour| u64::from(hour.rows)).sum()
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

    /// Takes the rows of the open pixel of a message in text format back, which it does not have.
    fn take_opens_back(&mut self, fate: Fate) {
        let detail = fate.detail();
        self.first_opens[self.hour(detail.open())] -= 1;
        self.repeated[self.hour(detail.open_again())] -= u32::from(detail.opens_again());
        let rows = fate.reactions().filter_map(|row| u32::try_from(row.after.secs()).ok());
        if let Some(first) = rows.min() {
            self.opens_by_click[self.hour(first)] += 1;
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
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::curve::{Counting, Curve};
    use crate::engine::fate::{MOST_RETRY_HOURS, UrlType};
    use crate::scenario::activity::sending::Channel;
    use crate::scenario::reactions::Reactions;

    /// The plain meaning: one message after the other, one row after the other.
    fn one_by_one(fates: Fates, people: &PeopleSet, sent_at: SimTime) -> (Drawn, u64, Curve) {
        let (mut drawn, mut rows, mut counting) = (Drawn::default(), 0, Counting::new(sent_at));
        for recipient in people.iter() {
            let fate = fates.of(recipient);
            drawn.messages += 1;
            drawn.last = Some(recipient);
            drawn.digest = drawn.digest.wrapping_add(fate.bits());
            drawn.bounced.extend(fate.is_bounced().then_some(recipient));
            rows += u64::from(counting.count(fate.reactions()));
            let opt_outs = fate.reactions().filter(|reaction| reaction.url_type == UrlType::OptOut);
            drawn.opt_outs.extend(opt_outs.map(|reaction| OptOut { recipient, after: reaction.after }));
        }
        (drawn, rows, counting.cumulate())
    }

    #[test]
    fn all_at_once_come_to_what_they_come_to_one_by_one() {
        let people: PeopleSet = (0..20_000).filter(|recipient| recipient % 7 != 0).collect();
        let all = Reactions { opens: 10_000, clicks: 10_000, unsubscribes: 10_000, ..Reactions::default() };
        let eager = Reactions { fails: 0, ..all.clone() };
        let bouncing = Reactions { fails: 5_000, ..all };
        let silent = Reactions { fails: 10_000, ..Reactions::default() };
        let readers: PeopleSet = people.iter().filter(|recipient| recipient % 5 < 2).collect();
        let nobody = PeopleSet::new();
        let reactions = [Reactions::default(), eager, bouncing, silent];
        let cases =
            reactions.iter().flat_map(|one| [&nobody, &readers, &people].map(|readers| (one, readers)));
        for (reactions, text_format) in cases {
            for secs in [0, 1, 1_799, 3_599, 3_600, -1] {
                let odds = Odds::of(reactions, Channel::Email, MOST_RETRY_HOURS);
                let at = SimTime::from_secs(1_780_000_000 * 3 / 5 + secs);
                let run_key = Key::of_seed(5).with(secs.unsigned_abs());
                let fates = Fates { run_key, odds, text_format };
                let (drawn, rows, curve) = one_by_one(fates, &people, at);
                let (mut counts, mut counting) = (Counts::new(at), Counting::new(at));
                assert_eq!(draw(fates, (&people, 0, u64::MAX), &mut counts), drawn);
                counting.add(counts.by_hour());
                assert_eq!((counts.rows(), counting.cumulate()), (rows, curve));
            }
        }
    }

    #[test]
    fn a_part_goes_on_where_the_one_before_ended() {
        let people: PeopleSet = (0..9_000).filter(|recipient| recipient % 3 != 0).collect();
        let readers: PeopleSet = people.iter().filter(|recipient| recipient % 4 == 0).collect();
        let odds = Odds::of(&Reactions::default(), Channel::Email, MOST_RETRY_HOURS);
        let at = SimTime::from_secs(1_780_000_000);
        let fates = Fates { run_key: Key::of_seed(5), odds, text_format: &readers };
        let (mut whole, mut parts) = (Counts::new(at), Counts::new(at));
        let all = draw(fates, (&people, 0, u64::MAX), &mut whole);
        let (mut next, mut messages, mut bounced) = (0, 0, Vec::new());
        for most in [1, 511, 512, 513, 2_000, 9_000] {
            let part = draw(fates, (&people, next, most), &mut parts);
            messages += part.messages;
            bounced.extend(part.bounced);
            next = part.last.unwrap_or(next) + 1;
        }
        assert_eq!((messages, bounced), (all.messages, all.bounced));
        assert!(parts.by_hour().eq(whole.by_hour()));
    }
}
