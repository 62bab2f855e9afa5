//! Journal sentences about the flow.

use super::Teller;
use crate::engine::record::FlowFact;
use crate::text::Lang;
use crate::text::format::quoted;

impl Teller<'_> {
    pub(super) fn flow(&self, lang: Lang, fact: &FlowFact) -> String {
        let who = self.activity();
        match (lang, fact) {
            (Lang::En, FlowFact::Chose { port }) => {
                format!("{who} activated the output {}.", quoted(lang, self.port(*port)))
            }
            (Lang::Sv, FlowFact::Chose { port }) => {
                format!("{who} aktiverade utgången {}.", quoted(lang, self.port(*port)))
            }
        }
    }
}
