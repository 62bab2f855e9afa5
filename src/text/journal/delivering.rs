//! Journal sentences about deliveries.

use super::Teller;
use crate::engine::record::DeliveryFact;
use crate::text::Lang;

impl Teller<'_> {
    pub(super) fn delivering(&self, lang: Lang, fact: &DeliveryFact) -> String {
        match (lang, fact) {
            (Lang::En, DeliveryFact::Stopped { delivery }) => {
                format!("{} was stopped; later runs go on.", self.delivery(lang, *delivery))
            }
            (Lang::Sv, DeliveryFact::Stopped { delivery }) => {
                format!("{} stoppades; senare körningar fortsätter.", self.delivery(lang, *delivery))
            }
        }
    }
}
