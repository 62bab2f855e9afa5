//! The outputs an activity has, and how many transitions may enter it (`activities` page and those below it).

use super::sending::WhichDelivery;
use super::{ActivityKind, Settings};

/// An output of an activity: where a transition leaves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Port {
    /// The main output.
    Main,
    /// An output that the settings name: a subset, a cell, the branch of a Test, an answer.
    Named(u16),
    /// *Generate complement*.
    Complement,
    /// Rejects.
    Rejects,
    /// *Use the default fork*.
    Default,
    /// The expiration of this place in the settings.
    Expired(u16),
    /// *Process errors*.
    Error,
    /// A Task that was done.
    Done,
    /// A Task that was not done.
    NotDone,
    /// Where a Sub-workflow begins the workflow it runs; nothing is drawn there.
    Call,
}

/// An output with its name in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Which.
    pub port: Port,
    /// What a transition calls it; `main` needs not be named.
    pub name: String,
    /// Whether the workflow pauses there if no transition leaves it; else the branch simply ends.
    pub is_required: bool,
}

/// How many transitions may enter an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inbound {
    /// None: it starts a branch.
    None,
    /// None or one.
    AtMostOne,
    /// Exactly one; a second one only as an alternative way in.
    One,
    /// One or more; each activation is a task of its own.
    OneOrMore,
    /// Two or more; it waits for all.
    All,
}

impl Settings {
    /// The outputs, in the order of the drawing.
    pub fn outputs(&self) -> Vec<Output> {
        let main = |is_required| vec![Output::new(Port::Main, "main", is_required)];
        let with = |mut outputs: Vec<Output>, is_there: bool, port, name| {
            outputs.extend(is_there.then(|| Output::new(port, name, true)));
            outputs
        };
        match self {
            Self::End(_) | Self::JumpStart(_) => Vec::new(),
            Self::Intersection(set) => with(main(true), set.complement, Port::Complement, "complement"),
            Self::Exclusion(set) => with(main(true), set.complement, Port::Complement, "complement"),
            Self::Deduplication(set) => with(main(true), set.complement, Port::Complement, "complement"),
            Self::Split(split) => {
                let subsets = named(split.subsets.iter().map(|subset| &subset.name));
                with(subsets, split.complement, Port::Complement, "complement")
            }
            Self::Cells(cells) => named(cells.cells.iter().map(|cell| &cell.name)),
            Self::Test(test) => {
                let branches = named(test.branches.iter().map(|branch| &branch.name));
                with(branches, test.default_fork, Port::Default, "default")
            }
            Self::ExternalSignal(signal) => {
                let mut outputs = main(true);
                outputs.extend(expired(signal.expirations.iter().map(|expiration| &expiration.name)));
                outputs
            }
            Self::Approval(approval) => {
                let mut outputs = named(approval.answers.iter().map(|answer| &answer.name));
                outputs.extend(expired(approval.expirations.iter().map(|expiration| &expiration.name)));
                outputs
            }
            Self::Task(_) => {
                vec![Output::new(Port::Done, "done", true), Output::new(Port::NotDone, "notDone", true)]
            }
            Self::Subscription(update) => optional(update.outbound),
            Self::ListUpdate(update) => optional(update.outbound),
            Self::UpdateData(update) => {
                with(optional(update.outbound), update.rejects, Port::Rejects, "rejects")
            }
            Self::ChannelDelivery(delivery) => optional(delivery.outbound),
            Self::Delivery(delivery) => {
                with(optional(delivery.outbound), delivery.process_errors, Port::Error, "error")
            }
            Self::ContinuousDelivery(delivery) => {
                with(main(false), delivery.process_errors, Port::Error, "error")
            }
            // The pages name no outbound transition; one that is drawn is followed.
            Self::RecurringDelivery(_) | Self::Alert(_) | Self::Script(_) | Self::DeliveryControl(_) => {
                main(false)
            }
            _ => main(true),
        }
    }

    /// The output that a transition names; none where the activity has no such output.
    pub fn port_named(&self, name: Option<&str>) -> Option<Port> {
        let outputs = self.outputs();
        match name {
            None => outputs.iter().find(|output| output.port == Port::Main).or(outputs.first()),
            Some(name) => outputs.iter().find(|output| output.name == name),
        }
        .map(|output| output.port)
    }

    /// How many transitions may enter.
    pub fn inbound(&self) -> Inbound {
        match self {
            Self::Delivery(delivery) if matches!(delivery.delivery, WhichDelivery::FromTransition) => {
                Inbound::One
            }
            _ => self.kind().inbound(),
        }
    }
}

impl ActivityKind {
    /// How many transitions may enter an activity of this kind, whatever is set on it.
    pub const fn inbound(self) -> Inbound {
        match self {
            Self::Scheduler | Self::Start | Self::JumpEnd => Inbound::None,
            Self::Query | Self::ReadList | Self::ExternalSignal | Self::IncrementalQuery => {
                Inbound::AtMostOne
            }
            Self::Union | Self::Intersection | Self::Exclusion | Self::AndJoin => Inbound::All,
            Self::Deduplication | Self::Enrichment | Self::End | Self::Delivery => Inbound::OneOrMore,
            _ => Inbound::One,
        }
    }
}

impl Output {
    fn new(port: Port, name: impl Into<String>, is_required: bool) -> Self {
        Self { port, name: name.into(), is_required }
    }
}

fn optional(is_there: bool) -> Vec<Output> {
    is_there.then(|| Output::new(Port::Main, "main", true)).into_iter().collect()
}

fn named<'n>(names: impl Iterator<Item = &'n String>) -> Vec<Output> {
    (0..).zip(names).map(|(at, name)| Output::new(Port::Named(at), name, true)).collect()
}

fn expired<'n>(names: impl Iterator<Item = &'n String>) -> Vec<Output> {
    (0..).zip(names).map(|(at, name)| Output::new(Port::Expired(at), name, true)).collect()
}
