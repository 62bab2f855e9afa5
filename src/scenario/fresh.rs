//! New activities as the palette gives them: with the product's defaults where its pages name one.

use super::Scenario;
use super::activity::flow::{
    AlertSettings, Answer, ApprovalSettings, Duration, DurationUnit, JumpSettings, OutsideWindow,
    SubWorkflowSettings, TaskSettings, TestBranch, TestSettings, TimeConstraintSettings, WaitSettings,
};
use super::activity::sending::{
    Channel, ChannelDeliverySettings, ControlAction, ControlledDelivery, DeliveryAction,
    DeliveryControlSettings, DeliverySettings, OutsideKind, OutsideSettings, ScriptKind, ScriptSettings,
    WhichContent, WhichDelivery, WhichRecipients,
};
use super::activity::targeting::{
    CellsSettings, DeduplicationSettings, EnrichmentSettings, KeptDouble, ListUpdateSettings,
    ReadListSettings, SplitSettings, SubscriptionAction, SubscriptionSettings, Subset, UpdateDataSettings,
};
use super::activity::{
    ActivityKind, ContinuousDeliverySettings, IncrementalQuerySettings, QuerySettings,
    RecurringDeliverySettings, SchedulerSettings, Settings, Tab,
};
use crate::base::rest::Rest;
use crate::people::{Condition, Scalar};
use crate::schedule::{Days, Frequency, Schedule, TimeOfDay, Weekday};

/// What the palette offers: a kind of activity, and of scripts and outside activities which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Any other than the following.
    Kind(ActivityKind),
    /// A script activity.
    Script(ScriptKind),
    /// An activity that needs systems the lab does not have.
    Outside(OutsideKind),
}

impl Sort {
    /// The kind of activity it is.
    pub fn kind(self) -> ActivityKind {
        match self {
            Self::Kind(kind) => kind,
            Self::Script(_) => ActivityKind::Script,
            Self::Outside(_) => ActivityKind::Outside,
        }
    }

    /// The tab of the palette it is on.
    pub fn tab(self) -> Tab {
        self.kind().tab()
    }

    /// Everything on a tab of the palette, in its order.
    pub fn of_tab(tab: Tab) -> Vec<Self> {
        let kinds = ActivityKind::ALL.into_iter().filter(move |kind| kind.tab() == tab);
        let sorts = |kind| match kind {
            ActivityKind::Script => ScriptKind::ALL.into_iter().map(Self::Script).collect(),
            ActivityKind::Outside => OutsideKind::ALL.into_iter().map(Self::Outside).collect(),
            other => vec![Self::Kind(other)],
        };
        kinds.flat_map(sorts).collect()
    }

    /// What new activities of this sort are called by, such as `query`, to which a number is added.
    pub fn stem(self) -> &'static str {
        match self.kind() {
            ActivityKind::Start => "start",
            ActivityKind::End => "end",
            ActivityKind::Scheduler => "scheduler",
            ActivityKind::Query => "query",
            ActivityKind::IncrementalQuery => "incremental",
            ActivityKind::ReadList => "readList",
            ActivityKind::Union => "union",
            ActivityKind::Intersection => "intersection",
            ActivityKind::Exclusion => "exclusion",
            ActivityKind::Split => "split",
            ActivityKind::Deduplication => "deduplication",
            ActivityKind::Enrichment => "enrichment",
            ActivityKind::ChangeDimension => "changeDimension",
            ActivityKind::Cells => "cells",
            ActivityKind::Subscription => "subscription",
            ActivityKind::ListUpdate => "listUpdate",
            ActivityKind::UpdateData => "updateData",
            ActivityKind::Fork => "fork",
            ActivityKind::AndJoin => "andJoin",
            ActivityKind::Test => "test",
            ActivityKind::Wait => "wait",
            ActivityKind::TimeConstraint => "timeConstraint",
            ActivityKind::ExternalSignal => "signal",
            ActivityKind::SubWorkflow => "subWorkflow",
            ActivityKind::JumpStart => "jumpStart",
            ActivityKind::JumpEnd => "jumpEnd",
            ActivityKind::Approval => "approval",
            ActivityKind::Alert => "alert",
            ActivityKind::Task => "task",
            ActivityKind::Email => "email",
            ActivityKind::Sms => "sms",
            ActivityKind::DirectMail => "directMail",
            ActivityKind::RecurringDelivery => "recurring",
            ActivityKind::Delivery => "delivery",
            ActivityKind::DeliveryControl => "deliveryControl",
            ActivityKind::ContinuousDelivery => "continuous",
            ActivityKind::Script => "script",
            ActivityKind::Outside => "outside",
        }
    }

    /// The settings of a new activity in this scenario.
    pub fn settings(self, scenario: &Scenario) -> Settings {
        match self {
            Self::Kind(kind) => of_kind(kind, scenario),
            Self::Script(kind) => Settings::Script(ScriptSettings { kind, text: String::new() }),
            Self::Outside(kind) => Settings::Outside(OutsideSettings { kind }),
        }
    }
}

/// A name that no activity has: the stem, or the stem with the least free number behind it.
pub fn free_name(stem: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2_u32..).map(|number| format!("{stem}{number}"));
    std::iter::once(stem.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

fn of_kind(kind: ActivityKind, scenario: &Scenario) -> Settings {
    let list = || scenario.list_names().first().map(|name| (*name).to_owned()).unwrap_or_default();
    match kind {
        ActivityKind::Start => Settings::Start(Default::default()),
        ActivityKind::End => Settings::End(Default::default()),
        ActivityKind::Scheduler => {
            Settings::Scheduler(SchedulerSettings { schedule: daily(), rest: Rest::new() })
        }
        ActivityKind::Query => Settings::Query(QuerySettings::of(Condition::everyone())),
        ActivityKind::IncrementalQuery => Settings::IncrementalQuery(IncrementalQuerySettings {
            condition: Condition::everyone(),
            schedule: None,
            history_days: 0,
            keep_history: true,
            rest: Rest::new(),
        }),
        ActivityKind::ReadList => Settings::ReadList(ReadListSettings { list: list() }),
        ActivityKind::Union => Settings::Union(Default::default()),
        ActivityKind::Intersection => Settings::Intersection(Default::default()),
        ActivityKind::Exclusion => Settings::Exclusion(Default::default()),
        ActivityKind::Split => Settings::Split(SplitSettings {
            subsets: (1..=2)
                .map(|number| Subset {
                    name: format!("subset{number}"),
                    filter: None,
                    enriched: None,
                    limit: None,
                })
                .collect(),
            complement: true,
        }),
        ActivityKind::Deduplication => Settings::Deduplication(DeduplicationSettings {
            attribute: "email".to_owned(),
            keep: KeptDouble::default(),
            complement: false,
        }),
        ActivityKind::Enrichment => Settings::Enrichment(EnrichmentSettings { columns: Vec::new() }),
        ActivityKind::ChangeDimension => Settings::ChangeDimension(Default::default()),
        ActivityKind::Cells => Settings::Cells(CellsSettings { cells: Vec::new() }),
        ActivityKind::Subscription => Settings::Subscription(SubscriptionSettings {
            service: scenario.services.first().map(|service| service.name.clone()).unwrap_or_default(),
            action: SubscriptionAction::default(),
            outbound: true,
        }),
        ActivityKind::ListUpdate => {
            Settings::ListUpdate(ListUpdateSettings { list: list(), purge: true, outbound: false })
        }
        ActivityKind::UpdateData => Settings::UpdateData(UpdateDataSettings {
            attribute: "newsletter".to_owned(),
            value: Scalar::Flag(false),
            outbound: true,
            rejects: false,
        }),
        kind => of_flow(kind, scenario),
    }
}

fn of_flow(kind: ActivityKind, scenario: &Scenario) -> Settings {
    match kind {
        ActivityKind::Fork => Settings::Fork(Default::default()),
        ActivityKind::AndJoin => Settings::AndJoin(Default::default()),
        ActivityKind::Test => Settings::Test(TestSettings {
            branches: vec![TestBranch { name: "true".to_owned(), when: Vec::new() }],
            default_fork: true,
        }),
        ActivityKind::Wait => Settings::Wait(WaitSettings { duration: one_day() }),
        ActivityKind::TimeConstraint => Settings::TimeConstraint(TimeConstraintSettings {
            days: Days::on(Weekday::ALL.into_iter().take(5)),
            from: TimeOfDay::new(8, 0),
            to: TimeOfDay::new(18, 0),
            outside: OutsideWindow::default(),
        }),
        ActivityKind::ExternalSignal => Settings::ExternalSignal(Default::default()),
        ActivityKind::SubWorkflow => Settings::SubWorkflow(SubWorkflowSettings {
            workflow: scenario.sub_workflows.first().map(|one| one.name.clone()).unwrap_or_default(),
        }),
        ActivityKind::JumpStart => Settings::JumpStart(JumpSettings { number: 1 }),
        ActivityKind::JumpEnd => Settings::JumpEnd(JumpSettings { number: 1 }),
        ActivityKind::Approval => Settings::Approval(ApprovalSettings {
            question: String::new(),
            answers: ["yes", "no"].map(|name| Answer { name: name.to_owned() }).into(),
            expirations: Vec::new(),
        }),
        ActivityKind::Alert => Settings::Alert(AlertSettings::default()),
        ActivityKind::Task => Settings::Task(TaskSettings::default()),
        kind => of_sending(kind, scenario),
    }
}

fn of_sending(kind: ActivityKind, scenario: &Scenario) -> Settings {
    let row = scenario.templates.first();
    let template = row.map(|row| row.name.clone()).unwrap_or_default();
    let creative = row.map(|row| row.creative.clone()).unwrap_or_default();
    let properties = row.map(|row| row.properties.clone()).unwrap_or_default();
    let by = |channel| ChannelDeliverySettings {
        channel,
        template: template.clone(),
        creative: creative.clone(),
        properties: properties.clone(),
        outbound: false,
    };
    match kind {
        ActivityKind::Email => Settings::ChannelDelivery(by(Channel::Email)),
        ActivityKind::Sms => Settings::ChannelDelivery(by(Channel::Sms)),
        ActivityKind::DirectMail => Settings::ChannelDelivery(by(Channel::DirectMail)),
        ActivityKind::RecurringDelivery => Settings::RecurringDelivery(RecurringDeliverySettings {
            template,
            delivery_code: String::new(),
            creative,
            properties,
            rest: Rest::new(),
        }),
        ActivityKind::ContinuousDelivery => Settings::ContinuousDelivery(ContinuousDeliverySettings {
            template,
            process_errors: false,
            rest: Rest::new(),
        }),
        ActivityKind::DeliveryControl => Settings::DeliveryControl(DeliveryControlSettings {
            delivery: ControlledDelivery::default(),
            action: ControlAction::Start,
        }),
        ActivityKind::Script => {
            Settings::Script(ScriptSettings { kind: ScriptKind::JavaScript, text: String::new() })
        }
        ActivityKind::Outside => Settings::Outside(OutsideSettings { kind: OutsideKind::FileTransfer }),
        _ => Settings::Delivery(DeliverySettings {
            delivery: WhichDelivery::New { template },
            recipients: WhichRecipients::default(),
            content: WhichContent::default(),
            action: DeliveryAction::default(),
            outbound: false,
            without_target: false,
            process_errors: false,
        }),
    }
}

fn daily() -> Schedule {
    Frequency::daily(TimeOfDay::new(9, 0)).into()
}

fn one_day() -> Duration {
    Duration { count: 1, unit: DurationUnit::Days }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    #[test]
    fn every_kind_is_made_as_that_kind() {
        let scenario = Sample::SideBySide.scenario();
        for kind in ActivityKind::ALL {
            assert_eq!(Sort::Kind(kind).settings(&scenario).kind(), kind);
            assert_eq!(Sort::Kind(kind).kind(), kind);
        }
        for kind in OutsideKind::ALL {
            let settings = Sort::Outside(kind).settings(&scenario);
            assert_eq!(settings, Settings::Outside(OutsideSettings { kind }));
        }
    }

    #[test]
    fn names_are_numbered_from_the_second_on() {
        let taken = ["query", "query2"];
        assert_eq!(free_name("query", |name| taken.contains(&name)), "query3");
        assert_eq!(free_name("union", |name| taken.contains(&name)), "union");
    }
}
