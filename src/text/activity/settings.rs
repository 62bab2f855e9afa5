//! The settings of an activity as a list of what and how, for reading.

use super::ports;
use super::words::{
    assignment, channel, column, comparisons, control_action, days, delivery_action, dimension, duration,
    enriched, link_filter, scalar, yes_or_no,
};
use super::{outside, script, why_not_simulated};
use crate::people::Condition;
use crate::scenario::Scenario;
use crate::scenario::activity::advanced::{Advanced, Behavior, Execution, OnError};
use crate::scenario::activity::flow::{Expiration, OutsideWindow};
use crate::scenario::activity::sending::{ControlledDelivery, WhichContent, WhichDelivery, WhichRecipients};
use crate::scenario::activity::targeting::{
    KeptDouble, SubscriptionAction, Subset, SubsetSelection, SubsetSize,
};
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::creative::Creative;
use crate::scenario::properties::{ApprovalMode, DeliveryProperties};
use crate::text::format::{and_list, capitalized, counted, number, percent, quoted};
use crate::text::{Lang, condition, label};

/// What is set, and how.
pub type Setting = (String, String);

struct Rows<'s> {
    lang: Lang,
    scenario: &'s Scenario,
    rows: Vec<Setting>,
}

/// What is set on an activity, in words. Empty where there is nothing to set.
pub fn settings(lang: Lang, scenario: &Scenario, activity: &Activity) -> Vec<Setting> {
    let mut rows = Rows { lang, scenario, rows: Vec::new() };
    rows.of(&activity.settings);
    rows.rows
}

/// What is set on the Advanced tab where it is not as it comes.
pub fn advanced(lang: Lang, advanced: &Advanced) -> Vec<Setting> {
    let mut rows = Vec::new();
    let mut put = |what: &str, how: String| rows.push((what.to_owned(), how));
    match advanced.execution {
        Execution::Normal => {}
        Execution::EnableButDoNotExecute => put(
            lang.pick("Execution", "Körning"),
            lang.pick("Enable but do not execute", "Aktivera men kör inte").to_owned(),
        ),
        Execution::DoNotEnable => {
            put(lang.pick("Execution", "Körning"), lang.pick("Do not enable", "Aktivera inte").to_owned());
        }
    }
    if advanced.behavior == Behavior::CurrentTaskHasPriority {
        let how = lang.pick("The current task has priority", "Den pågående uppgiften har företräde");
        put(lang.pick("Behavior", "Beteende"), how.to_owned());
    }
    if let Some(zone) = &advanced.time_zone {
        put(lang.pick("Time zone", "Tidszon"), zone.as_str().to_owned());
    }
    if let Some(on_error) = advanced.on_error {
        put(lang.pick("In case of error", "Vid fel"), self::on_error(lang, on_error).to_owned());
    }
    if let Some(longest) = advanced.max_execution {
        put(lang.pick("Max. execution period", "Längsta körtid"), duration(lang, longest));
    }
    for one in &advanced.initialization {
        put(lang.pick("Initialization script", "Initieringsskript"), assignment(lang, one));
    }
    if !advanced.comment.trim().is_empty() {
        put(lang.pick("Comment", "Kommentar"), advanced.comment.trim().to_owned());
    }
    rows
}

/// What an error does.
pub fn on_error(lang: Lang, on_error: OnError) -> &'static str {
    match on_error {
        OnError::Suspend => lang.pick("Suspend the process", "Pausa processen"),
        OnError::Ignore => lang.pick("Ignore", "Ignorera"),
        OnError::Abort => lang.pick("Abort on error", "Avbryt vid fel"),
    }
}

impl Rows<'_> {
    fn put(&mut self, what: &str, how: impl Into<String>) {
        self.rows.push((what.to_owned(), how.into()));
    }

    fn flag(&mut self, what: &str, on: bool) {
        let how = capitalized(yes_or_no(self.lang, on));
        self.put(what, how);
    }

    fn condition(&mut self, what: &str, asked: &Condition) {
        let text = condition::describe(self.lang, &self.scenario.population.schema(), asked);
        self.put(what, capitalized(&text));
    }

    fn complement(&mut self, on: bool) {
        self.flag(self.lang.pick("Generate complement", "Skapa komplement"), on);
    }

    fn outbound(&mut self, on: bool) {
        self.flag(self.lang.pick("Generate an outbound transition", "Skapa en utgående övergång"), on);
    }

    fn main_set(&mut self, main: Option<&str>, otherwise: &str) {
        let how = main
            .map_or(otherwise.to_owned(), |name| quoted(self.lang, label::of_activity(self.scenario, name)));
        self.put(self.lang.pick("Main set", "Huvudmängd"), how);
    }

    fn of(&mut self, settings: &Settings) {
        match settings {
            Settings::Query(_)
            | Settings::IncrementalQuery(_)
            | Settings::ReadList(_)
            | Settings::Intersection(_)
            | Settings::Exclusion(_)
            | Settings::Split(_)
            | Settings::Deduplication(_)
            | Settings::Enrichment(_)
            | Settings::ChangeDimension(_)
            | Settings::Cells(_)
            | Settings::Subscription(_)
            | Settings::ListUpdate(_)
            | Settings::UpdateData(_) => self.targeting(settings),
            Settings::ChannelDelivery(_)
            | Settings::RecurringDelivery(_)
            | Settings::ContinuousDelivery(_)
            | Settings::Delivery(_)
            | Settings::DeliveryControl(_)
            | Settings::Script(_)
            | Settings::Outside(_) => self.sending(settings),
            _ => self.flow(settings),
        }
    }

    fn targeting(&mut self, settings: &Settings) {
        let lang = self.lang;
        match settings {
            Settings::Query(query) => {
                if !query.dimension.is_recipients() {
                    let to = capitalized(dimension(lang, query.dimension));
                    self.put(lang.pick("Targeting dimension", "Målgruppsdimension"), to);
                }
                for filter in &query.links {
                    let asked = capitalized(&link_filter(lang, self.scenario, filter));
                    self.put(lang.pick("Linked table", "Länkad tabell"), asked);
                }
            }
            Settings::ReadList(read) => {
                self.put(lang.pick("List", "Lista"), label::of_list(self.scenario, &read.list).to_owned());
            }
            Settings::Intersection(set) => self.complement(set.complement),
            Settings::Exclusion(set) => {
                self.main_set(
                    set.main_set.as_deref(),
                    lang.pick("The first transition", "Den första övergången"),
                );
                self.complement(set.complement);
            }
            Settings::Split(split) => {
                for subset in &split.subsets {
                    let how = self.subset(subset);
                    self.put(&subset.name, how);
                }
                self.complement(split.complement);
            }
            Settings::Deduplication(set) => {
                let attribute = capitalized(condition::attribute(lang, &set.attribute));
                self.put(lang.pick("Doubles agree in", "Dubbletter har samma"), attribute);
                let kept = match set.keep {
                    KeptDouble::ChooseForMe => lang.pick("Choose for me", "Välj åt mig"),
                    KeptDouble::NonEmptyEmail => lang.pick("Non-empty value", "Värde som inte är tomt"),
                };
                self.put(lang.pick("Deduplication method", "Dedupliceringsmetod"), kept);
                self.complement(set.complement);
            }
            Settings::Enrichment(enrichment) => {
                let names: Vec<_> = enrichment.columns.iter().map(|one| column(lang, *one)).collect();
                self.put(lang.pick("Added data", "Tillagda data"), capitalized(&and_list(lang, &names)));
            }
            Settings::ChangeDimension(change) => {
                let to = capitalized(dimension(lang, change.to));
                self.put(lang.pick("New dimension", "Ny dimension"), to);
            }
            Settings::Cells(cells) => {
                for cell in &cells.cells {
                    self.condition(&cell.name, &cell.condition);
                }
            }
            Settings::Subscription(update) => {
                self.put(
                    lang.pick("Service", "Tjänst"),
                    label::of_service(self.scenario, &update.service).to_owned(),
                );
                let action = match update.action {
                    SubscriptionAction::Subscribe => lang.pick("Subscription", "Anmälan"),
                    SubscriptionAction::Unsubscribe => lang.pick("Unsubscription", "Avanmälan"),
                };
                self.put(lang.pick("Operation", "Åtgärd"), action);
                self.outbound(update.outbound);
            }
            Settings::ListUpdate(update) => {
                self.put(lang.pick("List", "Lista"), label::of_list(self.scenario, &update.list).to_owned());
                self.flag(lang.pick("Purge the list if it exists", "Töm listan om den finns"), update.purge);
                self.outbound(update.outbound);
            }
            Settings::UpdateData(update) => {
                let attribute = capitalized(condition::attribute(lang, &update.attribute));
                self.put(&attribute, scalar(lang, &update.value));
                self.outbound(update.outbound);
                self.flag(
                    lang.pick("Outbound transition for rejects", "Utgående övergång för avvisade"),
                    update.rejects,
                );
            }
            _ => {}
        }
    }

    fn subset(&self, subset: &Subset) -> String {
        let lang = self.lang;
        let mut parts = Vec::new();
        if let Some(filter) = &subset.filter {
            parts.push(condition::describe(lang, &self.scenario.population.schema(), filter));
        }
        parts.extend(subset.enriched.as_ref().map(|test| enriched(lang, test)));
        if let Some(limit) = &subset.limit {
            let size = match limit.size {
                SubsetSize::Records(records) => counted(
                    lang,
                    records.into(),
                    lang.either("record", "post"),
                    lang.either("records", "poster"),
                ),
                SubsetSize::ShareOfTenThousand(share) => percent(lang, share.into(), 10_000),
            };
            let who = match limit.selection {
                SubsetSelection::Random => lang.pick("at random", "slumpvis"),
                SubsetSelection::First => lang.pick("the first ones", "de första"),
            };
            parts.push(format!("{} {size}, {who}", lang.pick("at most", "högst")));
        }
        if parts.is_empty() {
            parts.push(lang.pick("everyone who is left", "alla som är kvar").to_owned());
        }
        capitalized(&parts.join("; "))
    }

    fn flow(&mut self, settings: &Settings) {
        let lang = self.lang;
        match settings {
            Settings::End(end) => self.flag(
                lang.pick("Interrupt all tasks in progress", "Avbryt alla pågående uppgifter"),
                end.stops_all,
            ),
            Settings::AndJoin(join) => {
                let unknown =
                    lang.pick("None chosen; the lab takes the first", "Ingen vald; labbet tar den första");
                self.main_set(join.main_set.as_deref(), unknown);
            }
            Settings::Test(test) => {
                for branch in &test.branches {
                    let when = capitalized(&comparisons(lang, &branch.when));
                    self.put(&branch.name, when);
                }
                self.flag(lang.pick("Use the default fork", "Använd förvald gren"), test.default_fork);
            }
            Settings::Wait(wait) => {
                self.put(lang.pick("Duration", "Längd"), duration(lang, wait.duration));
            }
            Settings::TimeConstraint(window) => {
                self.put(lang.pick_as("weekdays", "Days", "Dagar"), capitalized(&days(lang, &window.days)));
                self.put(lang.pick("Time", "Tid"), format!("{}–{}", window.from, window.to));
                let outside = match window.outside {
                    OutsideWindow::Later => {
                        lang.pick("Try again when the window opens", "Försök igen när fönstret öppnas")
                    }
                    OutsideWindow::Drop => lang.pick("Drop the activation", "Släpp aktiveringen"),
                };
                self.put(lang.pick("Outside of it", "Utanför fönstret"), outside);
            }
            Settings::ExternalSignal(signal) => self.expirations(&signal.expirations),
            Settings::SubWorkflow(sub) => {
                self.put(lang.pick("Workflow", "Arbetsflöde"), sub.workflow.clone());
            }
            Settings::JumpStart(jump) | Settings::JumpEnd(jump) => {
                self.put(lang.pick("Number", "Nummer"), number(lang, jump.number.into()));
            }
            Settings::Approval(approval) => {
                if !approval.question.trim().is_empty() {
                    self.put(lang.pick("Question", "Fråga"), approval.question.trim());
                }
                let names: Vec<_> = approval.answers.iter().map(|answer| answer.name.as_str()).collect();
                self.put(lang.pick("Answers", "Svar"), and_list(lang, &names));
                self.expirations(&approval.expirations);
            }
            Settings::Alert(alert) if !alert.message.trim().is_empty() => {
                self.put(lang.pick("Message", "Meddelande"), alert.message.trim());
            }
            Settings::Task(task) if !task.message.trim().is_empty() => {
                self.put(lang.pick("To do", "Att göra"), task.message.trim());
            }
            _ => {}
        }
    }

    fn expirations(&mut self, expirations: &[Expiration]) {
        let lang = self.lang;
        for one in expirations {
            let after =
                format!("{} {}", lang.pick_as("duration", "After", "Efter"), duration(lang, one.after));
            let how = if one.goes_on {
                format!("{after}; {}", lang.pick("the task goes on waiting", "uppgiften väntar vidare"))
            } else {
                after
            };
            self.put(&format!("{}: {}", lang.pick("Expiration", "Tidsgräns"), one.name), how);
        }
    }

    fn sending(&mut self, settings: &Settings) {
        let lang = self.lang;
        match settings {
            Settings::ChannelDelivery(delivery) => {
                self.template(&delivery.template);
                self.creative(&delivery.creative);
                self.properties(&delivery.properties);
                self.outbound(delivery.outbound);
            }
            Settings::RecurringDelivery(delivery) => self.properties(&delivery.properties),
            Settings::ContinuousDelivery(delivery) if delivery.process_errors => {
                self.flag(lang.pick("Process errors", "Hantera fel"), true);
            }
            Settings::Delivery(delivery) => {
                let which = match &delivery.delivery {
                    WhichDelivery::FromTransition => {
                        lang.pick("Specified in the transition", "Anges i övergången")
                    }
                    WhichDelivery::Explicit { .. } => lang.pick("Explicit", "Uttrycklig"),
                    WhichDelivery::Computed { .. } => {
                        lang.pick("Computed by a script", "Beräknas av ett skript")
                    }
                    WhichDelivery::New { .. } => {
                        lang.pick("New, created from a template", "Ny, skapas från en mall")
                    }
                };
                self.put(lang.pick("Delivery", "Leverans"), which);
                match &delivery.delivery {
                    WhichDelivery::New { template } => self.template(template),
                    WhichDelivery::Computed { template, label } => {
                        self.template(template);
                        self.put(lang.pick("Label", "Etikett"), label.clone());
                    }
                    WhichDelivery::Explicit { creative, properties } => {
                        self.creative(creative);
                        self.properties(properties);
                    }
                    WhichDelivery::FromTransition => {}
                }
                self.recipients(&delivery.recipients);
                if delivery.content == WhichContent::FromTransition {
                    let how =
                        lang.pick("Specified by the inbound event", "Anges av den inkommande händelsen");
                    self.put(lang.pick("Content", "Innehåll"), how);
                }
                self.put(lang.pick("Action to perform", "Åtgärd"), delivery_action(lang, delivery.action));
                self.outbound(delivery.outbound);
                if delivery.without_target {
                    self.flag(
                        lang.pick("Do not retrieve the target population", "Hämta inte målgruppen"),
                        true,
                    );
                }
                if delivery.process_errors {
                    self.flag(lang.pick("Process errors", "Hantera fel"), true);
                }
            }
            Settings::DeliveryControl(control) => {
                let which = match &control.delivery {
                    ControlledDelivery::FromTransition => {
                        lang.pick("Specified in the transition", "Anges i övergången").to_owned()
                    }
                    ControlledDelivery::Explicit { activity } => {
                        quoted(lang, label::of_activity(self.scenario, activity))
                    }
                };
                self.put(lang.pick("Delivery", "Leverans"), which);
                self.put(lang.pick("Action", "Åtgärd"), control_action(lang, control.action));
            }
            Settings::Script(code) => {
                self.put(lang.pick("Activity", "Aktivitet"), script(lang, code.kind));
                if !code.text.trim().is_empty() {
                    self.put(lang.pick("Script", "Skript"), code.text.trim());
                }
            }
            Settings::Outside(other) => {
                self.put(lang.pick("Activity", "Aktivitet"), outside(lang, other.kind));
                self.put(
                    lang.pick("Why it is not simulated", "Varför den inte simuleras"),
                    why_not_simulated(lang, other.kind),
                );
            }
            _ => {}
        }
    }

    fn template(&mut self, name: &str) {
        let label = label::of_template(self.scenario, name).to_owned();
        self.put(self.lang.pick("Template", "Mall"), label);
    }

    fn creative(&mut self, creative: &Creative) {
        if !creative.subject.trim().is_empty() {
            self.put(self.lang.pick("Subject", "Ämnesrad"), creative.subject.trim());
        }
    }

    fn recipients(&mut self, recipients: &WhichRecipients) {
        let lang = self.lang;
        let what = lang.pick("Recipients", "Mottagare");
        match recipients {
            WhichRecipients::FromTransition => {
                let how = lang.pick("Specified by the inbound event(s)", "Anges av den inkommande händelsen");
                self.put(what, how);
            }
            WhichRecipients::InDelivery { condition } => self.condition(what, condition),
        }
    }

    /// The properties of a delivery that are not as they come.
    fn properties(&mut self, properties: &DeliveryProperties) {
        let (lang, untouched) = (self.lang, DeliveryProperties::default());
        if properties.channel != untouched.channel {
            let how = capitalized(channel(lang, properties.channel));
            self.put(lang.pick("Channel", "Kanal"), how);
        }
        if properties.approval != untouched.approval {
            let how = match properties.approval {
                ApprovalMode::Automatic => lang.pick("Automatic", "Automatiskt"),
                ApprovalMode::SemiAutomatic => lang.pick("Semi-automatic", "Halvautomatiskt"),
                ApprovalMode::Manual => lang.pick("Manual", "Manuellt"),
            };
            self.put(lang.pick("Approval mode", "Godkännande"), how);
        }
        if !properties.excludes_duplicates {
            let what = lang.pick("Exclude duplicate addresses", "Uteslut dubbla adresser");
            self.flag(what, false);
        }
        for rule in &properties.filtering_rules {
            self.condition(lang.pick("Filtering rule: excludes who", "Filterregel: utesluter"), rule);
        }
        if let Some(rule) = properties.pressure {
            let messages = counted(
                lang,
                rule.messages.into(),
                lang.either("message", "meddelande"),
                lang.either("messages", "meddelanden"),
            );
            let days =
                counted(lang, rule.days.into(), lang.either("day", "dag"), lang.either("days", "dagar"));
            let how = format!(
                "{} {messages} {} {days}",
                lang.pick("At most", "Högst"),
                lang.pick_as("time", "in", "på")
            );
            self.put(lang.pick("Pressure rule", "Tryckregel"), how);
        }
        if let Some(most) = properties.capacity_per_day {
            let how = format!(
                "{} {}",
                number(lang, most.into()),
                lang.pick("messages a day", "meddelanden om dagen")
            );
            self.put(lang.pick("Capacity", "Kapacitet"), how);
        }
        if properties.validity_days != untouched.validity_days {
            let how = counted(
                lang,
                properties.validity_days.into(),
                lang.either("day", "dag"),
                lang.either("days", "dagar"),
            );
            self.put(lang.pick("Delivery duration", "Leveranstid"), how);
        }
        if properties.postponed_hours > 0 {
            let how = counted(
                lang,
                properties.postponed_hours.into(),
                lang.either("hour", "timme"),
                lang.either("hours", "timmar"),
            );
            self.put(lang.pick("Postponed by", "Uppskjuten"), how);
        }
        if !properties.has_opt_out_link {
            self.flag(lang.pick("Unsubscription link", "Avregistreringslänk"), false);
        }
    }
}

/// The outputs of an activity in words, where they have names.
pub fn outputs(lang: Lang, activity: &Activity) -> Option<Setting> {
    let names = ports::outputs(lang, activity);
    (!names.is_empty()).then(|| (lang.pick("Outputs", "Utgångar").to_owned(), and_list(lang, &names)))
}
