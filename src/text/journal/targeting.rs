//! Journal sentences about populations.

use super::Teller;
use crate::engine::record::TargetingFact;
use crate::plan::targeting::Targeting;
use crate::plan::{Named, Work};
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::targeting::{Dimension, SubscriptionAction};
use crate::text::condition::attribute;
use crate::text::format::{and_list, counted, counted_sv, number, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::{Lang, enriched, label};

impl Teller<'_> {
    pub(super) fn targeting(&self, lang: Lang, fact: &TargetingFact) -> String {
        match lang.wording() {
            Wording::En => self.targeting_en(lang, fact),
            Wording::Sv => self.targeting_sv(fact),
        }
    }

    fn targeting_en(&self, lang: Lang, fact: &TargetingFact) -> String {
        let who = self.activity();
        let people = |count: u64| counted(lang, count, "recipient", "recipients");
        let records = |count: u64| counted(lang, count, "record", "records");
        let contracts = |count: u64| counted(lang, count, "contract", "contracts");
        match fact {
            TargetingFact::ContractsSelected { count, holders } => {
                say!(
                    lang,
                    "{who} selected {contracts} of {people}.",
                    who,
                    contracts = contracts(*count),
                    people = people(*holders)
                )
            }
            TargetingFact::ListRead { list, count } => {
                say!(
                    lang,
                    "{who} read {people} from the list {list}.",
                    who,
                    people = people(*count),
                    list = self.list(lang, *list)
                )
            }
            TargetingFact::Combined { inbound, count, rest } => match self.targeting_work() {
                Some(Targeting::Union) => say!(
                    lang,
                    "{who} merged {amounts}: {records} in all, {rest} counted once instead of twice or more.",
                    who,
                    amounts = amounts(lang, inbound),
                    records = records(*count),
                    rest = number(lang, *rest)
                ),
                Some(Targeting::Exclusion { .. }) => {
                    say!(
                        lang,
                        "{who} left {records} and took {rest} out{where_to}.",
                        who,
                        records = records(*count),
                        rest = number(lang, *rest),
                        where_to = self.whither(lang, *rest)
                    )
                }
                _ => say!(
                    lang,
                    "{who} found {records} that all {count} populations share; {rest} are not in all of them{where_to}.",
                    who,
                    records = records(*count),
                    count = inbound.len(),
                    rest = number(lang, *rest),
                    where_to = self.whither(lang, *rest)
                ),
            },
            TargetingFact::Divided { inbound, parts, rest } => say!(
                lang,
                "{who} divided {records}: {parts}; {rest} left over{where_to}.",
                who,
                records = records(*inbound),
                parts = self.parts(lang, parts),
                rest = number(lang, *rest),
                where_to = self.whither(lang, *rest)
            ),
            TargetingFact::Deduplicated { inbound, kept } => {
                let doubles = inbound - kept;
                say!(
                    lang,
                    "{who} kept {records} of {inbound}; {doubles}{where_to}.",
                    who,
                    records = records(*kept),
                    inbound = number(lang, *inbound),
                    doubles = counted(lang, doubles, "is a double", "are doubles"),
                    where_to = self.whither(lang, doubles)
                )
            }
            TargetingFact::Enriched { count, columns } => {
                let columns: Vec<_> = columns.iter().map(|one| enriched::column(lang, one.column)).collect();
                say!(
                    lang,
                    "{who} added {columns} to {records}.",
                    who,
                    columns = and_list(lang, &columns),
                    records = records(*count)
                )
            }
            TargetingFact::DimensionChanged { to: Dimension::Contracts, inbound, count, rest } => say!(
                lang,
                "{who} went from {people} to their {contracts}; {rest} have none.",
                who,
                people = people(*inbound),
                contracts = contracts(*count),
                rest = number(lang, *rest)
            ),
            TargetingFact::DimensionChanged { to: Dimension::Recipients, inbound, count, .. } => {
                say!(
                    lang,
                    "{who} went from {inbound} records to {people}.",
                    who,
                    inbound = number(lang, *inbound),
                    people = people(*count)
                )
            }
            TargetingFact::SubscriptionsChanged { service, action, inbound, changed, subscribers } => {
                let (done, service) = (
                    match action {
                        SubscriptionAction::Subscribe => say!(lang, "subscribed"),
                        SubscriptionAction::Unsubscribe => say!(lang, "unsubscribed"),
                    },
                    self.service(lang, *service),
                );
                say!(
                    lang,
                    "{who} {done} {changed} out of {people}; the service {service} has {subscribers} now.",
                    who,
                    done,
                    changed = number(lang, *changed),
                    people = people(*inbound),
                    service,
                    subscribers = counted(lang, *subscribers, "subscriber", "subscribers")
                )
            }
            TargetingFact::ListUpdated { list, inbound, purged, added, members } => {
                let list = self.list(lang, *list);
                let saved = say!(
                    lang,
                    "{who} saved {people} to the list {list}",
                    who,
                    people = people(*inbound),
                    list
                );
                let purge = if *purged > 0 {
                    say!(lang, ", purged of {purged} before", purged = number(lang, *purged))
                } else {
                    String::new()
                };
                say!(
                    lang,
                    "{saved}{purge}: {added} new, {members} in all.",
                    saved,
                    purge,
                    added = number(lang, *added),
                    members = counted(lang, *members, "member", "members")
                )
            }
            TargetingFact::Updated { attribute: which, inbound, changed, rejected } => {
                let written = self.attribute_name(*which);
                let rejects = if *rejected > 0 {
                    say!(lang, "; {rejected} were rejected", rejected = number(lang, *rejected))
                } else {
                    String::new()
                };
                say!(
                    lang,
                    "{who} changed the attribute {written} of {changed} out of {people}{rejects}.",
                    who,
                    written = quoted(lang, attribute(lang, written)),
                    changed = number(lang, *changed),
                    people = people(*inbound),
                    rejects
                )
            }
        }
    }

    fn targeting_sv(&self, fact: &TargetingFact) -> String {
        const SV: Lang = Lang::Sv;
        let who = self.activity();
        let people = |count: u64| counted_sv(count, "mottagare", "mottagare");
        let records = |count: u64| counted_sv(count, "post", "poster");
        let contracts = |count: u64| counted_sv(count, "avtal", "avtal");
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
                    counted_sv(doubles, "är en dubblett", "är dubbletter"),
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
                format!("{who} bytte dimension: {} in, {} ut.", number(SV, *inbound), people(*count))
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
                    counted_sv(*subscribers, "prenumerant", "prenumeranter")
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
                    "{saved}{purge}: {} tillkom, sammanlagt {}.",
                    number(SV, *added),
                    counted_sv(*members, "medlem", "medlemmar")
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
