//! The tables that the logs are.

/// Which table a file has the rows of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportTable {
    /// `nms:delivery`.
    Deliveries,
    /// `NmsBroadLogRcp`.
    BroadLog,
    /// `NmsTrackingLogRcp`.
    TrackingLog,
    /// `nms:excludeLogRcp`.
    ExclusionLog,
}
