//! Makes activities of the Targeting tab runnable.

use super::Builder;
use crate::base::time::SimSpan;
use crate::people::{AttributeIdx, NewValue};
use crate::plan::targeting::{LinkQuestion, LinkedTable, NamedIdx, QueryStep, SplitPart, Targeting};
use crate::plan::{Link, LinkIdx, Named};
use crate::scenario::activity::targeting::{LinkFilter, SplitSettings, UpdateDataSettings};
use crate::scenario::activity::{QuerySettings, Settings};
use crate::scenario::finding::{Finding, Problem, TargetingProblem};

impl Builder<'_> {
    pub(super) fn query(&mut self, name: &str, query: &QuerySettings) -> Option<QueryStep> {
        let selector = self.selector(Some(name), &query.condition)?;
        let links = query.links.iter().map(|link| self.question(name, link)).collect::<Option<_>>()?;
        Some(QueryStep { selector, dimension: query.dimension, links })
    }

    fn question(&mut self, activity: &str, filter: &LinkFilter) -> Option<LinkQuestion> {
        let days = |days: &u32| SimSpan::from_days((*days).into());
        let (table, not) = match filter {
            LinkFilter::InList { list, not } => (LinkedTable::List(self.list(activity, list)?), *not),
            LinkFilter::Subscribed { service, not } => {
                (LinkedTable::Service(self.service(activity, service)?), *not)
            }
            LinkFilter::Received { activity, days: back, not } => {
                (LinkedTable::BroadLog(activity.as_deref().map(|name| self.step(name)), days(back)), *not)
            }
            LinkFilter::Reacted { activity, days: back, not } => {
                (LinkedTable::TrackingLog(activity.as_deref().map(|name| self.step(name)), days(back)), *not)
            }
        };
        Some(LinkQuestion { table, not })
    }

    /// An activity of this tab; `Some(None)` where it is of another, none where a finding says what is wrong.
    pub(super) fn targeting(
        &mut self,
        name: &str,
        settings: &Settings,
        links: &[Link],
        inbound: &[LinkIdx],
    ) -> Option<Option<Targeting>> {
        Some(Some(match settings {
            Settings::ReadList(read) => Targeting::ReadList(self.list(name, &read.list)?),
            Settings::Union(_) => Targeting::Union,
            Settings::Intersection(_) => Targeting::Intersection,
            Settings::Exclusion(exclusion) => {
                let main = self.main_link(exclusion.main_set.as_deref(), links, inbound);
                Targeting::Exclusion { main: main.or(inbound.first().copied()) }
            }
            Settings::Split(split) => Targeting::Split(self.parts(name, split)?),
            Settings::Deduplication(doubles) => Targeting::Deduplication {
                attribute: self.attribute(name, &doubles.attribute)?,
                keep: doubles.keep,
            },
            Settings::Enrichment(enrichment) => Targeting::Enrichment(enrichment.columns.as_slice().into()),
            Settings::ChangeDimension(change) => Targeting::ChangeDimension(change.to),
            Settings::Cells(cells) => {
                let conditions = cells.cells.iter().map(|cell| self.selector(Some(name), &cell.condition));
                Targeting::Cells(conditions.collect::<Option<_>>()?)
            }
            Settings::Subscription(update) => {
                Targeting::Subscription(self.service(name, &update.service)?, update.action)
            }
            Settings::ListUpdate(update) => {
                Targeting::ListUpdate { list: self.list(name, &update.list)?, purge: update.purge }
            }
            Settings::UpdateData(update) => Targeting::UpdateData(self.new_value(name, update)?),
            _ => return Some(None),
        }))
    }

    fn parts(&mut self, name: &str, split: &SplitSettings) -> Option<Vec<SplitPart>> {
        let mut parts = Vec::new();
        for subset in &split.subsets {
            let filter = match &subset.filter {
                Some(filter) => Some(self.selector(Some(name), filter)?),
                None => None,
            };
            parts.push(SplitPart { filter, enriched: subset.enriched.clone(), limit: subset.limit.clone() });
        }
        Some(parts)
    }

    fn new_value(&mut self, activity: &str, update: &UpdateDataSettings) -> Option<NewValue> {
        let attribute = self.attribute(activity, &update.attribute)?;
        let value = NewValue::of(&self.schema, attribute, &update.value);
        value
            .map_err(|problem| {
                let attribute = update.attribute.clone();
                let problem = TargetingProblem::Write { attribute, problem };
                self.missing.push(Finding::error_at(activity, Problem::Targeting(problem)));
            })
            .ok()
    }

    fn attribute(&mut self, activity: &str, name: &str) -> Option<AttributeIdx> {
        let found = self.schema.find(name);
        if found.is_none() {
            let problem = Problem::MissingAttribute(name.to_owned());
            self.missing.push(Finding::error_at(activity, problem));
        }
        found
    }

    /// The lists, those included that a List update makes.
    pub(super) fn lists(&mut self) -> Vec<Named> {
        let mut lists = self.named(&self.scenario.lists);
        let made = self.scenario.list_names().into_iter().skip(lists.len());
        lists.extend(made.map(|name| Named { name: name.into(), label: name.into(), members: None }));
        lists
    }

    fn list(&mut self, activity: &str, name: &str) -> Option<NamedIdx> {
        let found = self.scenario.list_names().iter().position(|list| *list == name);
        if found.is_none() {
            self.missing.push(Finding::error_at(activity, Problem::MissingList(name.to_owned())));
        }
        found
    }

    fn service(&mut self, activity: &str, name: &str) -> Option<NamedIdx> {
        let found = self.scenario.services.iter().position(|service| service.name == name);
        if found.is_none() {
            self.missing.push(Finding::error_at(activity, Problem::MissingService(name.to_owned())));
        }
        found
    }
}
