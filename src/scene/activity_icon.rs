//! The line icon of each activity, on the grid of twenty that all icons share.

use crate::scenario::activity::ActivityKind;

/// The strokes of an activity's icon.
pub const fn path(kind: ActivityKind) -> &'static str {
    match kind {
        // A ring with an arrow, a ring with a square.
        ActivityKind::Start => "M10 4a6 6 0 1 0 .01 0M9 7.500l3.500 2.500L9 12.500z",
        ActivityKind::End => "M10 4a6 6 0 1 0 .01 0M8 8h4v4H8z",
        // A clock.
        ActivityKind::Scheduler => "M10 3a7 7 0 1 0 .01 0M10 6v4l3 2",
        // A funnel; with a plus.
        ActivityKind::Query => "M3 4h14l-5.5 6.5V16l-3-1.5v-4z",
        ActivityKind::IncrementalQuery => "M2 4h12l-4.5 5.5V15L7 14V9.500zM15 11v6M12 14h6",
        // Lines of a list, read from the left; with an arrow into it.
        ActivityKind::ReadList => "M8 5h9M8 10h9M8 15h9M3 5h.1M3 10h.1M3 15h.1",
        ActivityKind::ListUpdate => "M3 5h9M3 10h6M3 15h5M15 8v7M12 12.500l3 3 3-3",
        // Two circles: their outline, what they share, one without the other.
        ActivityKind::Union => "M10 6.200a5 5 0 1 0 0 7.600a5 5 0 1 0 0-7.600z",
        ActivityKind::Intersection => {
            "M7 5a5 5 0 1 0 .01 0M13 5a5 5 0 1 0 .01 0M10 7.500v5M8.800 9v2M11.200 9v2"
        }
        ActivityKind::Exclusion => "M10 6.200a5 5 0 1 0 0 7.600a6.200 6.200 0 0 1 0-7.600M13.500 10H18",
        // One way becomes three; one becomes cells.
        ActivityKind::Split => "M3 10h5M8 10l4-5.500h5M8 10h9M8 10l4 5.500h5",
        ActivityKind::Cells => "M3 4h14v12H3zM3 10h14M10 4v12",
        // Two sheets, the lower one dashed.
        ActivityKind::Deduplication => {
            "M3 3h9v10H3zM15 7h2v2M17 12v2M17 17h-2M12 17h-2M8 17v-1.500M5.500 8l2 2 3-4"
        }
        // A table with a new column.
        ActivityKind::Enrichment => "M3 4h8v12H3zM3 8h8M3 12h8M15.500 7v6M12.500 10h6",
        // Two squares that change places.
        ActivityKind::ChangeDimension => {
            "M3 3h6v6H3zM11 11h6v6h-6zM12 5h4v3M14.500 6.500 16 8l1.500-1.500M8 15H4v-3"
        }
        // An open letter with a bell's dot; a record with a pencil.
        ActivityKind::Subscription => "M3 8l7-5 7 5v9H3zM3 8l7 5 7-5",
        ActivityKind::UpdateData => "M4 3h9v5M4 3v14h5M7 7h3M7 11h2M11 17l.6-2.800 5-5 2.200 2.200-5 5z",
        // Arrows that part and meet.
        ActivityKind::Fork => "M3 10h5l4-5h5M8 10l4 5h5M15 3l2 2-2 2M15 13l2 2-2 2",
        ActivityKind::AndJoin => "M3 5h4l4 5-4 5H3M11 10h6M15 8l2 2-2 2M11 6.500v7",
        // A diamond with a question.
        ActivityKind::Test => {
            "M10 2.500 17.500 10 10 17.500 2.500 10zM8.500 8.500a1.600 1.600 0 1 1 2.300 1.500c-.5.3-.8.6-.8 1.200M10 13.300v.1"
        }
        // An hourglass; a clock between bars.
        ActivityKind::Wait => "M5 3h10M5 17h10M6 3c0 4 4 5 4 7s-4 3-4 7M14 3c0 4-4 5-4 7s4 3 4 7",
        ActivityKind::TimeConstraint => {
            "M2.500 4v12M17.500 4v12M10 5a5 5 0 1 0 .01 0M10 7.500V10l1.800 1.200"
        }
        // Waves from a point.
        ActivityKind::ExternalSignal => {
            "M10 10v.1M7 7a4.200 4.200 0 0 0 0 6M13 7a4.200 4.200 0 0 1 0 6M4.500 4.500a7.800 7.800 0 0 0 0 11M15.500 4.500a7.800 7.800 0 0 1 0 11"
        }
        // A flow inside a frame.
        ActivityKind::SubWorkflow => "M2.500 4h15v12h-15zM5 10h2.500M12.500 10H15M7.500 7.800h5v4.400h-5z",
        // An arrow leaving a ring, an arrow entering one.
        ActivityKind::JumpStart => "M9 5a5 5 0 1 0 0 10M8 10h9.500M14.500 7l3 3-3 3",
        ActivityKind::JumpEnd => "M11 5a5 5 0 1 1 0 10M2.500 10H12M9 7l3 3-3 3",
        // A person with a tick; a bell; a clipboard with a tick.
        ActivityKind::Approval => {
            "M8 3.500a3 3 0 1 0 .01 0M2.500 17c0-3.500 2.200-5.500 5.500-5.500 1 0 1.900.2 2.600.5M11.500 14.500l2.200 2.200 4-4.700"
        }
        ActivityKind::Alert => "M4.500 14.500h11l-1.500-2V9a4 4 0 0 0-8 0v3.500zM8.500 17h3M10 3v2",
        ActivityKind::Task => "M5 4.500h10v13H5zM8 3h4v3H8zM7.500 11.500l2 2 3.500-4",
        // A letter, a telephone, a sheet with a stamp.
        ActivityKind::Email => "M2.500 5h15v10h-15zM2.500 5.500l7.500 6 7.500-6",
        ActivityKind::Sms => "M6 2.500h8v15H6zM9 15h2M8.500 6h3M8.500 8.500h3",
        ActivityKind::DirectMail => "M2.500 4h15v12h-15zM12.500 6.500H15v3h-2.500zM5 9h4M5 12h6",
        // Stacked cards, strata.
        ActivityKind::RecurringDelivery => "M4 8h12v8H4zM5.500 5.500h9M7 3h6",
        ActivityKind::ContinuousDelivery => "M4 3h12v14H4zM4 13h12M4 10.500h12M4 8h12",
        // A paper plane; a plane's course between play and pause.
        ActivityKind::Delivery => "M2.500 9.500 17.500 3l-4 14-4-5.500zM9.500 11.500 17.500 3",
        ActivityKind::DeliveryControl => "M3 4.500 10.500 10 3 15.500zM13 5v10M17 5v10",
        // Braces; a cloud with a stroke through it.
        ActivityKind::Script => {
            "M7 4c-2 0-2 1.500-2 3s-.5 3-2 3c1.500 0 2 1.500 2 3s0 3 2 3M13 4c2 0 2 1.500 2 3s.5 3 2 3c-1.500 0-2 1.500-2 3s0 3-2 3"
        }
        ActivityKind::Outside => {
            "M6 15.500a3.500 3.500 0 0 1-.3-7 4.800 4.800 0 0 1 9.200.6 3.200 3.200 0 0 1 .1 6.400zM3.500 3l13 14"
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_activity_has_an_icon_of_its_own() {
        let all: BTreeSet<_> = ActivityKind::ALL.into_iter().map(path).collect();
        assert_eq!(all.len(), ActivityKind::ALL.len());
    }
}
