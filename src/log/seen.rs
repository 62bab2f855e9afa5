//! What rows are judged by, and a message as it is judged.

use super::messages::Message;
use crate::base::time::SimTime;
use crate::engine::fate::UrlType;

/// What every row is judged by, worked out once.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) way: Way,
    /// The oldest rows of each log that the cleanup has left; none where it has left all.
    pub(super) oldest_message: Option<SimTime>,
    pub(super) oldest_reaction: Option<SimTime>,
    /// Whether reactions are collected.
    pub(super) is_tracked: bool,
}

/// Which messages count.
pub(super) type Test = fn(&Seen) -> bool;

/// A message and what it has been answered with.
pub(super) struct Seen {
    pub(super) message: Message,
    pub(super) rows: u64,
    pub(super) clicks: u64,
    /// Whether the cleanup has left its row.
    pub(super) is_left: bool,
    /// As `rows` and `clicks`, without those the cleanup purged.
    pub(super) rows_left: u64,
    pub(super) clicks_left: u64,
}

/// How the rows behind a count are found.
#[derive(Clone, Copy)]
pub(super) enum Way {
    Messages(Test),
    /// One message for each different person.
    People(Test),
    Tracking(fn(UrlType) -> bool),
    Exclusions,
    Population,
}

impl Seen {
    /// A message with what it has been answered with until a moment.
    #[inline]
    pub(super) fn of(message: Message, moment: SimTime, asked: &Asked) -> Self {
        let responses =
            |oldest| if asked.is_tracked { message.responses(moment, oldest) } else { Default::default() };
        let all = responses(None);
        let left = if asked.oldest_reaction.is_none() { all } else { responses(asked.oldest_reaction) };
        Self {
            is_left: asked.oldest_message.is_none_or(|oldest| message.row.last_modified >= oldest),
            rows: all.rows,
            clicks: all.clicks,
            rows_left: left.rows,
            clicks_left: left.clicks,
            message,
        }
    }
}
