//! Journal sentences about populations.

use super::Teller;
use crate::engine::record::TargetingFact;
use crate::text::Lang;
use crate::text::format::{counted, number};

impl Teller<'_> {
    pub(super) fn targeting(&self, lang: Lang, fact: &TargetingFact) -> String {
        let who = self.activity();
        match (lang, fact) {
            (Lang::En, TargetingFact::Resulted { count, rest: 0 }) => {
                format!("{} from {who}.", counted(lang, *count, "record results", "records result"))
            }
            (Lang::Sv, TargetingFact::Resulted { count, rest: 0 }) => {
                format!("{who} gav {}.", counted(lang, *count, "post", "poster"))
            }
            (Lang::En, TargetingFact::Resulted { count, rest }) => format!(
                "{} from {who}; {} left over.",
                counted(lang, *count, "record results", "records result"),
                number(lang, *rest)
            ),
            (Lang::Sv, TargetingFact::Resulted { count, rest }) => {
                format!(
                    "{who} gav {}; {} blev över.",
                    counted(lang, *count, "post", "poster"),
                    number(lang, *rest)
                )
            }
        }
    }
}
