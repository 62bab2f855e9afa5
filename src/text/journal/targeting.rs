//! Journal sentences about populations.

use super::Teller;
use crate::engine::record::TargetingFact;
use crate::plan::targeting::Targeting;
use crate::plan::{Named, Work};
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::targeting::{Dimension, SubscriptionAction};
use crate::text::condition::attribute;
use crate::text::format::{and_list, counted, number, quoted};
use crate::text::{Lang, enriched, label};

impl Teller<'_> {
    pub(super) fn targeting(&self, lang: Lang, fact: &TargetingFact) -> String {
        match lang {
            Lang::En => self.targeting_en(fact),
            Lang::Sv => self.targeting_sv(fact),
        }
    }

    fn targeting_en(&self, fact: &TargetingFact) -> String {
        const EN: Lang = Lang::En;
        let who = self.activity();
        let people = |count: u64| counted(EN, count, "recipient", "recipients");
        let records = |count: u64| counted(EN, count, "record", "records");
        let contracts = |count: u64| counted(EN, count, "contract", "contracts");
        match fact {
            TargetingFact::ContractsSelected { count, holders } => {
                format!("{who} selected {} of {}.", contracts(*count), people(*holders))
            }
            TargetingFact::ListRead { list, count } => {
                format!("{who} read {} from the list {}.", people(*count), self.list(EN, *list))
            }
            TargetingFact::Combined { inbound, count, rest } => match self.targeting_work() {
                Some(Targeting::Union) => format!(
                    "{who} merged {}: {} in all, {} counted once instead of twice or more.",
                    amounts(EN, inbound),
                    records(*count),
                    number(EN, *rest)
                ),
                Some(Targeting::Exclusion { .. }) => {
                    format!(
                        "{who} left {} and took {} out{}.",
                        records(*count),
                        number(EN, *rest),
                        self.whither(EN, *rest)
                    )
                }
                _ => format!(
                    "{who} found {} that all {} populations share; {} are not in all of them{}.",
                    records(*count),
                    inbound.len(),
                    number(EN, *rest),
                    self.whither(EN, *rest)
                ),
            },
            TargetingFact::Divided { inbound, parts, rest } => format!(
                "{who} divided {}: {}; {} left over{}.",
                records(*inbound),
                self.parts(EN, parts),
                number(EN, *rest),
                self.whither(EN, *rest)
            ),
            TargetingFact::Deduplicated { inbound, kept } => {
                let doubles = inbound - kept;
                format!(
                    "{who} kept {} of {}; {}{}.",
                    records(*kept),
                    number(EN, *inbound),
                    counted(EN, doubles, "is a double", "are doubles"),
                    self.whither(EN, doubles)
                )
            }
            TargetingFact::Enriched { count, columns } => {
                let columns: Vec<_> = columns.iter().map(|one| enriched::column(EN, one.column)).collect();
                format!("{who} added {} to {}.", and_list(EN, &columns), records(*count))
            }
            TargetingFact::DimensionChanged { to: Dimension::Contracts, inbound, count, rest } => format!(
                "{who} went from {} to their {}; {} have none.",
                people(*inbound),
                contracts(*count),
                number(EN, *rest)
            ),
            TargetingFact::DimensionChanged { to: Dimension::Recipients, inbound, count, .. } => {
                format!("{who} went from {} records to {}.", number(EN, *inbound), people(*count))
            }
            TargetingFact::SubscriptionsChanged { service, action, inbound, changed, subscribers } => {
                let (done, service) = (
                    match action {
                        SubscriptionAction::Subscribe => "subscribed",
                        SubscriptionAction::Unsubscribe => "unsubscribed",
                    },
                    self.service(EN, *service),
                );
                format!(
                    "{who} {done} {} out of {}; the service {service} has {} now.",
                    number(EN, *changed),
                    people(*inbound),
                    counted(EN, *subscribers, "subscriber", "subscribers")
                )
            }
            TargetingFact::ListUpdated { list, inbound, purged, added, members } => {
                let list = self.list(EN, *list);
                let saved = format!("{who} saved {} to the list {list}", people(*inbound));
                let purge = if *purged > 0 {
                    format!(", purged of {} before", number(EN, *purged))
                } else {
                    String::new()
                };
                format!(
                    "{saved}{purge}: {} new, {} in all.",
                    number(EN, *added),
                    counted(EN, *members, "member", "members")
                )
            }
            TargetingFact::Updated { attribute: which, inbound, changed, rejected } => {
                let written = self.attribute_name(*which);
                let rejects = if *rejected > 0 {
                    format!("; {} were rejected", number(EN, *rejected))
                } else {
                    String::new()
                };
                format!(
                    "{who} changed the attribute {} of {} out of {}{rejects}.",
                    quoted(EN, attribute(EN, written)),
                    number(EN, *changed),
                    people(*inbound)
                )
            }
        }
    }

    fn targeting_sv(&self, fact: &TargetingFact) -> String {
        const SV: Lang = Lang::Sv;
        let who = self.activity();
        let people = |count: u64| counted(SV, count, "mottagare", "mottagare");
        let records = |count: u64| counted(SV, count, "post", "poster");
        let contracts = |count: u64| counted(SV, count, "avtal", "avtal");
        match fact {
            TargetingFact::ContractsSelected { count, holders } => {
                format!("{who} valde {} som tillhör {}.", contracts(*count), people(*holders))
            }
            TargetingFact::ListRead { list, count } => {
                format!("{who} läste {} ur listan {}.", people(*count), self.list(SV, *list))
            }
            TargetingFact::Combined { inbound, count, rest } => match self.targeting_work() {
                Some(Targeting::Union) => format!(
                    "{who} slog ihop {}: sammanlagt {}, varav {} annars hade räknats flera gånger.",
                    amounts(SV, inbound),
                    records(*count),
                    number(SV, *rest)
                ),
                Some(Targeting::Exclusion { .. }) => {
                    format!(
                        "{who} behöll {} och uteslöt {}{}.",
                        records(*count),
                        number(SV, *rest),
                        self.whither(SV, *rest)
                    )
                }
                _ => format!(
                    "{who} hittade {} som alla {} populationerna har gemensamt; {} finns inte i alla{}.",
                    records(*count),
                    inbound.len(),
                    number(SV, *rest),
                    self.whither(SV, *rest)
                ),
            },
            TargetingFact::Divided { inbound, parts, rest } => format!(
                "{who} delade {}: {}; {} blev över{}.",
                records(*inbound),
                self.parts(SV, parts),
                number(SV, *rest),
                self.whither(SV, *rest)
            ),
            TargetingFact::Deduplicated { inbound, kept } => {
                let doubles = inbound - kept;
                format!(
                    "{who} behöll {} av {}; {}{}.",
                    records(*kept),
                    number(SV, *inbound),
                    counted(SV, doubles, "är en dubblett", "är dubbletter"),
                    self.whither(SV, doubles)
                )
            }
            TargetingFact::Enriched { count, columns } => {
                let columns: Vec<_> = columns.iter().map(|one| enriched::column(SV, one.column)).collect();
                format!("{who} lade till {} för {}.", and_list(SV, &columns), records(*count))
            }
            TargetingFact::DimensionChanged { to: Dimension::Contracts, inbound, count, rest } => format!(
                "{who} gick från {} till deras {}; {} har inget.",
                people(*inbound),
                contracts(*count),
                number(SV, *rest)
            ),
            TargetingFact::DimensionChanged { to: Dimension::Recipients, inbound, count, .. } => {
                format!("{who} gick från {} till {}.", records(*inbound), people(*count))
            }
            TargetingFact::SubscriptionsChanged { service, action, inbound, changed, subscribers } => {
                let service = self.service(SV, *service);
                let done = match action {
                    SubscriptionAction::Subscribe => "anmälde",
                    SubscriptionAction::Unsubscribe => "avanmälde",
                };
                format!(
                    "{who} {done} {} av {}; tjänsten {service} har nu {}.",
                    number(SV, *changed),
                    people(*inbound),
                    counted(SV, *subscribers, "prenumerant", "prenumeranter")
                )
            }
            TargetingFact::ListUpdated { list, inbound, purged, added, members } => {
                let list = self.list(SV, *list);
                let saved = format!("{who} sparade {} i listan {list}", people(*inbound));
                let purge = if *purged > 0 {
                    format!(", som först tömdes på {}", number(SV, *purged))
                } else {
                    String::new()
                };
                format!(
                    "{saved}{purge}: {}, sammanlagt {}.",
                    counted(SV, *added, "ny", "nya"),
                    counted(SV, *members, "medlem", "medlemmar")
                )
            }
            TargetingFact::Updated { attribute: which, inbound, changed, rejected } => {
                let written = self.attribute_name(*which);
                let rejects = if *rejected > 0 {
                    format!("; {} avvisades", number(SV, *rejected))
                } else {
                    String::new()
                };
                format!(
                    "{who} ändrade attributet {} för {} av {}{rejects}.",
                    quoted(SV, attribute(SV, written)),
                    number(SV, *changed),
                    people(*inbound)
                )
            }
        }
    }

    fn targeting_work(&self) -> Option<&Targeting> {
        match self.fact.step.and_then(|step| self.plan.steps.get(step)).map(|step| &step.work) {
            Some(Work::Targeting(work)) => Some(work),
            _ => None,
        }
    }

    /// `, for the complement` where there is one and somebody goes there.
    fn whither(&self, lang: Lang, count: u64) -> &'static str {
        let step = self.fact.step.and_then(|step| self.plan.steps.get(step));
        let has_complement =
            step.is_some_and(|step| step.outputs.iter().any(|output| output.port == Port::Complement));
        if has_complement && count > 0 {
            lang.pick(", for the complement", ", till komplementet")
        } else {
            ""
        }
    }

    fn parts(&self, lang: Lang, parts: &[(Port, u64)]) -> String {
        let part = |(port, count): &(Port, u64)| {
            let (count, name) = (number(lang, *count), quoted(lang, self.port(*port)));
            format!("{count} {} {name}", lang.pick("in", "i"))
        };
        let parts: Vec<_> = parts.iter().map(part).collect();
        and_list(lang, &parts)
    }

    fn list(&self, lang: Lang, list: usize) -> String {
        called(lang, &self.plan.lists, list)
    }

    fn service(&self, lang: Lang, service: usize) -> String {
        called(lang, &self.plan.services, service)
    }

    fn attribute_name(&self, attribute: crate::people::AttributeIdx) -> &str {
        self.plan.people.schema().get(attribute).map_or("", |known| &known.name)
    }
}

fn called(lang: Lang, named: &[Named], at: usize) -> String {
    quoted(lang, named.get(at).map_or("", |one| label::or_name(&one.label, &one.name)))
}

/// `3, 4 and 5`.
fn amounts(lang: Lang, amounts: &[u64]) -> String {
    let amounts: Vec<_> = amounts.iter().map(|amount| number(lang, *amount)).collect();
    and_list(lang, &amounts)
}
