//! What becomes of one message, drawn from its key alone; whoever looks at a row later draws it again.

use crate::base::chance::Key;
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimSpan;
use crate::scenario::reactions::Reactions;

/// No tracking row is written later than this after the send.
pub const LAST_REACTION: SimSpan = SimSpan::from_hours(9 * 24 + 3);

/// The chances of a scenario, scaled for comparison with sixteen drawn bits.
#[derive(Clone, Copy, Debug)]
pub struct Odds {
    fails: u64,
    opens: u64,
    clicks: u64,
    unsubscribes: u64,
}

/// Everything that becomes of one message.
#[derive(Clone, Copy, Debug)]
pub struct Fate {
    key: Key,
    odds: Odds,
}

/// When an opened message is opened and clicked, in seconds after the send.
#[derive(Clone, Copy, Debug)]
pub(super) struct Detail(u64);

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
    /// Scales chances per ten thousand.
    pub fn of(reactions: &Reactions) -> Self {
        let scale = |rate: u32| u64::from(rate.min(10_000)) * 65_536 / 10_000;
        Self {
            fails: scale(reactions.fails),
            opens: scale(reactions.opens),
            clicks: scale(reactions.clicks),
            unsubscribes: scale(reactions.unsubscribes),
        }
    }
}

impl Fate {
    /// The fate of the message to `recipient` in the run that `run_key` belongs to.
    ///
    /// `run_key` holds the seed, the activity and the occurrence.
    #[inline]
    pub fn of(run_key: Key, recipient: RecipientIdx, odds: Odds) -> Self {
        Self::of_key(run_key.with(recipient.into()), odds)
    }

    /// The fate of the message that has this key.
    #[inline]
    pub(super) fn of_key(key: Key, odds: Odds) -> Self {
        Self { key, odds }
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

    /// Whether a delivered message is opened.
    #[inline]
    pub fn is_opened(self) -> bool {
        !self.is_failed() && (self.bits() >> 16) & 0xffff < self.odds.opens
    }

    /// Why the message failed; meaningful where `is_failed` says so.
    pub fn failure_reason(self) -> FailureReason {
        match self.key.with(1).below(100) {
            0..35 => FailureReason::UserUnknown,
            35..60 => FailureReason::MailboxFull,
            60..78 => FailureReason::Unreachable,
            78..88 => FailureReason::InvalidDomain,
            88..94 => FailureReason::AccountDisabled,
            _ => FailureReason::Refused,
        }
    }

    /// All reactions to the message, the first open first; none where it was not opened.
    ///
    /// Assumption: opens crowd into the first hours and fade over a week; one opener in five opens twice, one
    /// clicker in four clicks twice.
    #[inline]
    pub fn reactions(self) -> impl Iterator<Item = Reaction> {
        let opened = self.is_opened();
        let clicked = opened && self.is_clicked();
        let opted_out = opened && self.is_opted_out();
        let detail = self.detail();
        let row = |url_type, secs: u32| Reaction {
            url_type,
            after: SimSpan::from_secs(secs.into()),
            link_draw: (detail.0 >> 40) as u32,
        };
        [
            opened.then(|| row(UrlType::Open, detail.open())),
            clicked.then(|| row(UrlType::Click, detail.click())),
            opted_out.then(|| row(UrlType::OptOut, detail.opt_out())),
            (opened && detail.opens_again()).then(|| row(UrlType::Open, detail.open_again())),
            (clicked && detail.clicks_again()).then(|| row(UrlType::Click, detail.click_again())),
        ]
        .into_iter()
        .flatten()
    }

    /// Whether a link of an opened message is clicked.
    #[inline]
    pub(super) fn is_clicked(self) -> bool {
        (self.bits() >> 32) & 0xffff < self.odds.clicks
    }

    /// Whether the opt-out link of an opened message is clicked.
    #[inline]
    pub(super) fn is_opted_out(self) -> bool {
        self.bits() >> 48 < self.odds.unsubscribes
    }

    /// When what happens to an opened message happens.
    #[inline]
    pub(super) fn detail(self) -> Detail {
        Detail(self.key.with(2).bits())
    }
}

impl Detail {
    /// The first open.
    #[inline]
    pub(super) fn open(self) -> u32 {
        first_open(self.0 & 0xffff)
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
        (self.0 >> 16) & 0xff < 51
    }

    /// The second open, where there is one.
    #[inline]
    pub(super) fn open_again(self) -> u32 {
        self.open() + 3_600 + self.soon(40) * 80
    }

    /// Whether a message that is clicked is clicked a second time.
    #[inline]
    pub(super) fn clicks_again(self) -> bool {
        (self.0 >> 24) & 0xff < 64
    }

    /// The second click, where there is one.
    #[inline]
    pub(super) fn click_again(self) -> u32 {
        self.click() + self.soon(44)
    }

    #[inline]
    fn soon(self, shift: u32) -> u32 {
        10 + ((self.0 >> shift) & 0x7ff) as u32
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
        let odds = Odds::of(&Reactions::default());
        (0..count).map(move |recipient| Fate::of(Key::of_seed(3).named("recurring").with(0), recipient, odds))
    }

    #[test]
    fn reactions_keep_their_order_and_their_limit() {
        for fate in fates(50_000) {
            let rows: Vec<_> = fate.reactions().collect();
            assert_eq!(rows.is_empty(), !fate.is_opened());
            let Some(first) = rows.first() else { continue };
            assert_eq!(first.url_type, UrlType::Open);
            assert!(rows.iter().all(|row| row.after >= first.after && row.after <= LAST_REACTION));
        }
    }

    #[test]
    fn rates_come_out_as_set() {
        let failed = fates(100_000).filter(|fate| fate.is_failed()).count();
        let opened = fates(100_000).filter(|fate| fate.is_opened()).count();
        assert!((1_250..1_550).contains(&failed), "{failed}");
        assert!((30_000..31_200).contains(&opened), "{opened}");
    }
}
