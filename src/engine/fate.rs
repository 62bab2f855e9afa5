//! What becomes of one message, drawn from its key alone; whoever looks at a row later draws it again.

use crate::base::chance::Key;
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimSpan;
use crate::scenario::activity::sending::Channel;
use crate::scenario::reactions::Reactions;

/// For how many hours a soft bounce is tried again at most: three and a half days (`delivery-failures` page).
pub const MOST_RETRY_HOURS: u32 = 84;
/// No tracking row is written later than this after the send, and no message is tried again later.
pub const LAST_REACTION: SimSpan = SimSpan::from_hours(9 * 24 + 3 + MOST_RETRY_HOURS as i64);

/// The chances of a scenario, scaled for comparison with sixteen drawn bits.
#[derive(Clone, Copy, Debug)]
pub struct Odds {
    fails: u64,
    /// Up to this draw a message fails, or bounces at first and gets through.
    bounces: u64,
    retry_hours: u64,
    opens: u64,
    clicks: u64,
    unsubscribes: u64,
}

/// The fates of the messages of one run.
#[derive(Clone, Copy, Debug)]
pub struct Fates<'r> {
    /// The key of the run, which holds the seed, the activity and the occurrence.
    pub(super) run_key: Key,
    /// The chances of its messages.
    pub(super) odds: Odds,
    /// Everyone whose message is in text format, among others.
    pub(super) text_format: &'r PeopleSet,
}

/// Everything that becomes of one message.
#[derive(Clone, Copy, Debug)]
pub struct Fate {
    key: Key,
    odds: Odds,
    /// Whether it is in text format; looked up only where it is read.
    is_text: bool,
}

/// The moments of a message that is read, in seconds after the send.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Detail {
    bits: u64,
    /// How much later it got through than most messages.
    late: u32,
}

/// Why a message could not be delivered (`delivery-failures` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureReason {
    /// The address does not exist; code 1.
    UserUnknown,
    /// The domain does not exist; code 2.
    InvalidDomain,
    /// The server could not be reached; code 3.
    Unreachable,
    /// The account is disabled; code 4.
    AccountDisabled,
    /// The mailbox is full; code 5.
    MailboxFull,
    /// The server refused; code 20.
    Refused,
}

/// The type of a tracked URL (`metrics-calculation` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UrlType {
    /// A link in the message; code 1.
    Click,
    /// The open pixel; code 2.
    Open,
    /// The opt-out link; code 3.
    OptOut,
}

/// One reaction to a message: a row of the tracking log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reaction {
    /// What was opened or clicked.
    pub url_type: UrlType,
    /// How long after the send.
    pub after: SimSpan,
    /// A draw that chooses among the links of the message, where the type is a click.
    pub link_draw: u32,
}

impl Odds {
    /// Scales chances per ten thousand; a soft bounce is tried again for so many hours.
    ///
    /// Assumption: beside two messages that fail there is one that bounces softly and then gets through. An
    /// SMS has no open pixel, so nobody opens or clicks; a letter has no feedback at all.
    pub fn of(reactions: &Reactions, channel: Channel, retry_hours: u32) -> Self {
        let scale = |rate: u32| u64::from(rate.min(10_000)) * 65_536 / 10_000;
        let fails = if channel == Channel::DirectMail { 0 } else { scale(reactions.fails) };
        Self {
            fails,
            bounces: (fails + fails / 2).min(65_536),
            retry_hours: retry_hours.clamp(1, MOST_RETRY_HOURS).into(),
            opens: if channel == Channel::Email { scale(reactions.opens) } else { 0 },
            clicks: scale(reactions.clicks),
            unsubscribes: scale(reactions.unsubscribes),
        }
    }
}

impl Fates<'_> {
    /// The fate of the message to a recipient.
    #[inline]
    pub fn of(&self, recipient: RecipientIdx) -> Fate {
        let fate = Fate::of(self.run_key, recipient, self.odds);
        Fate { is_text: fate.is_read() && self.text_format.contains(recipient), ..fate }
    }
}

impl Fate {
    /// The fate of the message to `recipient` in the run that `run_key` belongs to, if it is not in text format.
    #[inline]
    pub(super) fn of(run_key: Key, recipient: RecipientIdx, odds: Odds) -> Self {
        Self::of_key(run_key.with(recipient.into()), odds)
    }

    /// The fate of the message that has this key, if it is not in text format.
    #[inline]
    pub(super) fn of_key(key: Key, odds: Odds) -> Self {
        Self { key, odds, is_text: false }
    }

    /// The key of the message.
    #[inline]
    pub(super) fn key(self) -> Key {
        self.key
    }

    /// The bits everything is drawn from; their sum over a run identifies it.
    #[inline]
    pub fn bits(self) -> u64 {
        self.key.bits()
    }

    /// Whether the message could not be delivered.
    #[inline]
    pub fn is_failed(self) -> bool {
        self.bits() & 0xffff < self.odds.fails
    }

    /// Whether the first attempt did not get through.
    #[inline]
    pub fn is_bounced(self) -> bool {
        self.bits() & 0xffff < self.odds.bounces
    }

    /// Hours from the first feedback to when the message is sent or has failed; none for most messages.
    ///
    /// A hard bounce fails at once, a soft one when the retries end. Assumption: most of those that get
    /// through do so within the first day.
    pub fn hours_tried(self) -> u32 {
        let hours = self.odds.retry_hours;
        let tried = if !self.is_bounced() || self.is_failed() && self.failure_reason().is_hard() {
            0
        } else if self.is_failed() {
            hours
        } else {
            let draw = self.key.with(3).bits() & 0xffff;
            1 + ((((draw * draw * draw) >> 32) * hours) >> 16)
        };
        u32::try_from(tried).unwrap_or(MOST_RETRY_HOURS)
    }

    /// Whether a delivered message is read. No other writes a tracking row; in text format most that are read do not
    /// either.
    #[inline]
    pub fn is_read(self) -> bool {
        !self.is_failed() && (self.bits() >> 16) & 0xffff < self.odds.opens
    }

    /// Why the message failed, or bounced at first; meaningful where `is_bounced` says so.
    ///
    /// What gets through in the end has bounced softly, so it never has a hard reason.
    pub fn failure_reason(self) -> FailureReason {
        let reason = self.drawn_reason();
        if reason.is_hard() && !self.is_failed() { FailureReason::Unreachable } else { reason }
    }

    fn drawn_reason(self) -> FailureReason {
        match self.key.with(1).below(100) {
            0..35 => FailureReason::UserUnknown,
            35..60 => FailureReason::MailboxFull,
            60..78 => FailureReason::Unreachable,
            78..88 => FailureReason::InvalidDomain,
            88..94 => FailureReason::AccountDisabled,
            _ => FailureReason::Refused,
        }
    }

    /// All reactions to the message, the first open first; none where it was not read.
    ///
    /// An open is the loading of an image, and a message in text format has none: of such a message only clicks are
    /// known (`tracking-logs` page). All else about it is drawn as if it were in HTML.
    ///
    /// Assumption: opens crowd into the first hours and fade over a week; one opener in five opens twice, one
    /// clicker in four clicks twice. A message that got through later is read later.
    #[inline]
    pub fn reactions(self) -> impl Iterator<Item = Reaction> {
        let read = self.is_read();
        let opened = read && !self.is_text;
        let clicked = read && self.is_clicked();
        let opted_out = read && self.is_opted_out();
        let detail = if read { self.detail() } else { Detail::default() };
        let row = |url_type, secs: u32| Reaction {
            url_type,
            after: SimSpan::from_secs(secs.into()),
            link_draw: (detail.bits >> 40) as u32,
        };
        let again = opened && detail.opens_again();
        let click_again = clicked && detail.clicks_again();
        [
            opened.then(|| row(UrlType::Open, detail.open())),
            clicked.then(|| row(UrlType::Click, detail.click())),
            opted_out.then(|| row(UrlType::OptOut, detail.opt_out())),
            again.then(|| row(UrlType::Open, detail.open_again())),
            click_again.then(|| row(UrlType::Click, detail.click_again())),
        ]
        .into_iter()
        .flatten()
    }

    /// Whether a link of a message that is read is clicked.
    #[inline]
    pub(super) fn is_clicked(self) -> bool {
        (self.bits() >> 32) & 0xffff < self.odds.clicks
    }

    /// Whether the opt-out link of a message that is read is clicked.
    #[inline]
    pub(super) fn is_opted_out(self) -> bool {
        self.bits() >> 48 < self.odds.unsubscribes
    }

    /// When what happens to a message that is read happens.
    #[inline]
    pub(super) fn detail(self) -> Detail {
        let late = if self.is_bounced() { self.hours_tried() * 3_600 } else { 0 };
        Detail { bits: self.key.with(2).bits(), late }
    }
}

impl Detail {
    /// The first open.
    #[inline]
    pub(super) fn open(self) -> u32 {
        self.late + first_open(self.bits & 0xffff)
    }

    /// The first click, of a message that is clicked.
    #[inline]
    pub(super) fn click(self) -> u32 {
        self.open() + self.soon(32)
    }

    /// The click on the opt-out link, of a message that has one.
    #[inline]
    pub(super) fn opt_out(self) -> u32 {
        self.open() + self.soon(36)
    }

    /// Whether the message is opened a second time.
    #[inline]
    pub(super) fn opens_again(self) -> bool {
        (self.bits >> 16) & 0xff < 51
    }

    /// The second open, where there is one.
    #[inline]
    pub(super) fn open_again(self) -> u32 {
        self.open() + 3_600 + self.soon(40) * 80
    }

    /// Whether a message that is clicked is clicked a second time.
    #[inline]
    pub(super) fn clicks_again(self) -> bool {
        (self.bits >> 24) & 0xff < 64
    }

    /// The second click, where there is one.
    #[inline]
    pub(super) fn click_again(self) -> u32 {
        self.click() + self.soon(44)
    }

    #[inline]
    fn soon(self, shift: u32) -> u32 {
        10 + ((self.bits >> shift) & 0x7ff) as u32
    }
}

/// Seconds from send to first open: a cubed draw, so half of them fall into the first day of a week.
#[inline]
fn first_open(draw: u64) -> u32 {
    const WEEK: u64 = 7 * 86_400;
    let cubed = (draw * draw * draw) >> 32;
    (60 + ((cubed * (WEEK - 60)) >> 16)) as u32
}

impl FailureReason {
    /// Whether the bounce is hard: no retry, and the address is put in quarantine at once.
    ///
    /// Reasons that the page calls soft or hard are soft here, as in the statistics report
    /// (`delivery-reports` page).
    pub fn is_hard(self) -> bool {
        self == Self::UserUnknown
    }

    /// The product's number for the reason.
    pub fn code(self) -> u32 {
        match self {
            Self::UserUnknown => 1,
            Self::InvalidDomain => 2,
            Self::Unreachable => 3,
            Self::AccountDisabled => 4,
            Self::MailboxFull => 5,
            Self::Refused => 20,
        }
    }
}

impl UrlType {
    /// The product's number for the type.
    pub fn code(self) -> u32 {
        match self {
            Self::Click => 1,
            Self::Open => 2,
            Self::OptOut => 3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fates(count: u32) -> impl Iterator<Item = Fate> {
        let odds = Odds::of(&Reactions::default(), Channel::Email, MOST_RETRY_HOURS);
        (0..count).map(move |recipient| Fate::of(Key::of_seed(3).named("recurring").with(0), recipient, odds))
    }

    #[test]
    fn reactions_keep_their_order_and_their_limit() {
        for fate in fates(50_000) {
            let rows: Vec<_> = fate.reactions().collect();
            assert_eq!(rows.is_empty(), !fate.is_read());
            let Some(first) = rows.first() else { continue };
            assert_eq!(first.url_type, UrlType::Open);
            assert!(rows.iter().all(|row| row.after >= first.after && row.after <= LAST_REACTION));
        }
    }

    #[test]
    fn a_message_in_text_format_has_the_same_rows_without_the_opens() {
        let run_key = Key::of_seed(3).named("recurring").with(0);
        let odds = Odds::of(&Reactions::default(), Channel::Email, MOST_RETRY_HOURS);
        let readers: PeopleSet = (0..50_000).filter(|recipient| recipient % 2 == 0).collect();
        let fates = Fates { run_key, odds, text_format: &readers };
        let (mut silent, mut clicked) = (0, 0);
        for recipient in 0..50_000 {
            let html = Fate::of(run_key, recipient, odds);
            let rows: Vec<_> = fates.of(recipient).reactions().collect();
            let is_expected = |row: &Reaction| recipient % 2 == 1 || row.url_type != UrlType::Open;
            assert_eq!(rows, html.reactions().filter(is_expected).collect::<Vec<_>>());
            let is_read_as_text = recipient % 2 == 0 && html.is_read();
            silent += u32::from(is_read_as_text && rows.is_empty());
            clicked += u32::from(is_read_as_text && !rows.is_empty());
        }
        assert!(silent > 5_000 && clicked > 1_000, "{silent} in silence, {clicked} with a click");
    }

    #[test]
    fn rates_come_out_as_set() {
        let failed = fates(100_000).filter(|fate| fate.is_failed()).count();
        let opened = fates(100_000).filter(|fate| fate.is_read()).count();
        assert!((1_250..1_550).contains(&failed), "{failed}");
        assert!((30_000..31_200).contains(&opened), "{opened}");
    }

    #[test]
    fn hard_bounces_fail_at_once_and_soft_ones_when_the_retries_end() {
        let bounced: Vec<_> = fates(100_000).filter(|fate| fate.is_bounced()).collect();
        for fate in &bounced {
            let is_hard = fate.failure_reason().is_hard();
            let expected = match (fate.is_failed(), is_hard) {
                (true, true) => 0..=0,
                (true, false) => 84..=84,
                (false, _) => 1..=84,
            };
            assert!(expected.contains(&fate.hours_tried()) && (fate.is_failed() || !is_hard));
        }
        let recovered = bounced.iter().filter(|fate| !fate.is_failed()).count();
        assert!((600..800).contains(&recovered), "{recovered}");
        assert!(fates(1_000).filter(|fate| !fate.is_bounced()).all(|fate| fate.hours_tried() == 0));
    }
}
