//! Journal sentences about the workflow and its tasks.

use super::Teller;
use crate::engine::record::LifeFact;
use crate::text::Lang;
use crate::text::format::{date_time, quoted};

impl Teller<'_> {
    pub(super) fn life(&self, lang: Lang, fact: &LifeFact) -> String {
        let who = self.activity();
        match (lang, fact) {
            (Lang::En, LifeFact::Waits { until: Some(until) }) => {
                format!("{who} waits until {}.", date_time(lang, *until))
            }
            (Lang::Sv, LifeFact::Waits { until: Some(until) }) => {
                format!("{who} väntar till {}.", date_time(lang, *until))
            }
            (Lang::En, LifeFact::Waits { until: None }) => format!("{who} waits."),
            (Lang::Sv, LifeFact::Waits { until: None }) => format!("{who} väntar."),
            (Lang::En, LifeFact::Unterminated { port }) => format!(
                "Warning: the output {} of {who} leads nowhere. The workflow pauses.",
                quoted(lang, self.port(*port))
            ),
            (Lang::Sv, LifeFact::Unterminated { port }) => format!(
                "Varning: utgången {} från {who} leder ingenstans. Arbetsflödet pausas.",
                quoted(lang, self.port(*port))
            ),
        }
    }
}
