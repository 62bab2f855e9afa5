//! The journal as narration: each fact of a run in one sentence of either language.

mod delivering;
mod flow;
mod life;
mod targeting;

use super::format::{self, counted, counted_sv, number, ordinal, quoted};
use super::{Lang, label};
use crate::base::time::{DAY_SECS, SimTime};
use crate::engine::record::{Batch, Delivery, DeliveryIdx, Fact, Record, What};
use crate::log::RunLog;
use crate::plan::{Plan, PlanStimulus, StepIdx};
use crate::scenario::activity::ports::Port;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// A fact with its moment: `Week 3, Mon 19 Jan, 09:00: Weekly newsletter made delivery 3 with 6,102 messages.`
pub fn line(lang: Lang, plan: &Plan, record: &Record, fact: &Fact) -> String {
    format!("{}: {}", when(lang, plan.start, fact.at), narrated(lang, plan, record, fact))
}

/// A moment of a run that began at `start`: `Week 3, Mon 19 Jan, 09:00`.
pub fn when(lang: Lang, start: SimTime, moment: SimTime) -> String {
    let (date, time) = (moment.date(), format::time(moment));
    let weekday = format::weekday_short(lang, crate::schedule::Weekday::of(moment));
    let day = format::day_and_month(lang, date);
    match lang.wording() {
        Wording::En => {
            say!(lang, "Week {week}, {weekday} {day}, {time}", week = week(start, moment), weekday, day, time)
        }
        Wording::Sv => format!("Vecka {}, {weekday} {day} kl. {time}", week(start, moment)),
    }
}

/// The week of the run in which a moment lies, from 1; not the week of the calendar.
pub fn week(start: SimTime, moment: SimTime) -> i64 {
    (moment - start).secs().div_euclid(7 * DAY_SECS) + 1
}

/// A fact as a sentence without its moment.
pub fn narrated(lang: Lang, plan: &Plan, record: &Record, fact: &Fact) -> String {
    let teller = Teller { plan, record, fact };
    match lang.wording() {
        Wording::En => teller.english(lang),
        Wording::Sv => teller.swedish(),
    }
}

struct Teller<'r> {
    plan: &'r Plan,
    record: &'r Record,
    fact: &'r Fact,
}

impl<'r> Teller<'r> {
    fn english(&self, lang: Lang) -> String {
        let who = self.activity();
        let people = |count: u64| counted(lang, count, "recipient", "recipients");
        let messages = |batch: Option<&Batch>| counted(lang, sent(batch), "message", "messages");
        match &self.fact.what {
            What::WorkflowStarted => say!(lang, "The workflow was started.").into(),
            What::WorkflowRestarted => say!(lang, "The workflow was stopped and started again.").into(),
            What::WeeksOver => say!(lang, "The simulated weeks are over.").into(),
            What::Launched { launch: 1 } => say!(lang, "{who} launched for the first time.", who),
            What::Launched { launch } => {
                say!(
                    lang,
                    "{who} launched for the {launch} time.",
                    who,
                    launch = ordinal(lang, (*launch).into())
                )
            }
            What::Began => say!(lang, "{who} began at once.", who),
            What::Selected { count } => say!(lang, "{who} selected {people}.", who, people = people(*count)),
            What::SelectedNew { matched, new } => say!(
                lang,
                "{who} selected {recipients} out of {matched} who match.",
                who,
                recipients = counted(lang, *new, "new recipient", "new recipients"),
                matched = number(lang, *matched)
            ),
            What::NobodyNew { matched: 0 } => {
                say!(lang, "{who} found nobody who matches, so the branch waits for the next launch.", who)
            }
            What::NobodyNew { matched } => say!(
                lang,
                "{who} found nobody new among the {matched} who match, so the branch waits for the next launch.",
                who,
                matched = number(lang, *matched)
            ),
            What::Forgotten { count } => {
                say!(lang, "{who} forgot {people}, who may be selected again.", who, people = people(*count))
            }
            What::HistoryEmptied { count } => {
                say!(lang, "{who} emptied its history of {people}.", who, people = people(*count))
            }
            What::DeliveryCreated { delivery } => {
                let (name, batch) = (self.delivery(lang, *delivery), self.batch_of(*delivery));
                match batch {
                    Some(_) => say!(
                        lang,
                        "{who} made {name} with {messages}.",
                        who,
                        name,
                        messages = messages(batch)
                    ),
                    None => say!(lang, "{who} made {name}.", who, name),
                }
            }
            What::DeliveryContinued { delivery } => {
                let (name, batch) = (self.delivery(lang, *delivery), self.batch_of(*delivery));
                say!(lang, "{who} added {messages} to {name}.", who, messages = messages(batch), name)
            }
            What::Sent { batch } => {
                let batch = self.record.batches.get(*batch);
                let delivery = batch.map_or(0, |batch| RunLog::delivery_number(batch.delivery));
                let sent = say!(
                    lang,
                    "{who} sent {messages} in delivery {delivery}",
                    who,
                    messages = messages(batch),
                    delivery
                );
                match excluded(batch) {
                    0 => format!("{sent}."),
                    count => say!(lang, "{sent} and left out {people}.", sent, people = people(count)),
                }
            }
            What::BranchEnded => say!(lang, "The branch came to its end.").into(),
            What::TemplateEdited { template } => {
                say!(
                    lang,
                    "The template {template} was edited.",
                    template = quoted(lang, self.template(*template))
                )
            }
            What::DeliveryEdited => say!(lang, "The creative of {who} was edited.", who),
            What::Relabelled { label } => {
                say!(lang, "A delivery activity is now called {label}.", label = quoted(lang, label))
            }
            What::Life(fact) => self.life(lang, fact),
            What::Targeting(fact) => self.targeting(lang, fact),
            What::Flow(fact) => self.flow(lang, fact),
            What::Delivery(fact) => self.delivering(lang, fact),
            What::LimitReached { limit } => {
                say!(lang, "The run was cut short after {limit} events.", limit = number(lang, *limit as u64))
            }
        }
    }

    fn swedish(&self) -> String {
        let who = self.activity();
        let people = |count: u64| counted_sv(count, "mottagare", "mottagare");
        let messages = |batch: Option<&Batch>| counted_sv(sent(batch), "meddelande", "meddelanden");
        match &self.fact.what {
            What::WorkflowStarted => "Arbetsflödet startades.".into(),
            What::WorkflowRestarted => "Arbetsflödet stoppades och startades igen.".into(),
            What::WeeksOver => "De simulerade veckorna är slut.".into(),
            What::Launched { launch: 1 } => format!("{who} startade för första gången."),
            What::Launched { launch } => {
                format!("{who} startade för {} gången.", ordinal(Lang::Sv, (*launch).into()))
            }
            What::Began => format!("{who} började genast."),
            What::Selected { count } => format!("{who} valde {}.", people(*count)),
            What::SelectedNew { matched, new } => format!(
                "{who} valde {} av {} som uppfyller villkoret.",
                counted_sv(*new, "ny mottagare", "nya mottagare"),
                number(Lang::Sv, *matched)
            ),
            What::NobodyNew { matched: 0 } => {
                format!("{who} hittade ingen som uppfyller villkoret, så grenen väntar till nästa start.")
            }
            What::NobodyNew { matched } => format!(
                "{who} hittade ingen ny bland de {} som uppfyller villkoret, så grenen väntar till nästa start.",
                number(Lang::Sv, *matched)
            ),
            What::Forgotten { count } => format!("{who} glömde {}, som kan väljas igen.", people(*count)),
            What::HistoryEmptied { count } => {
                format!("{who} tömde sin historik, där {} fanns.", people(*count))
            }
            What::DeliveryCreated { delivery } => {
                let (name, batch) = (self.delivery(Lang::Sv, *delivery), self.batch_of(*delivery));
                match batch {
                    Some(_) => format!("{who} skapade {name} med {}.", messages(batch)),
                    None => format!("{who} skapade {name}."),
                }
            }
            What::DeliveryContinued { delivery } => {
                let (name, batch) = (self.delivery(Lang::Sv, *delivery), self.batch_of(*delivery));
                format!("{who} lade till {} i {name}.", messages(batch))
            }
            What::Sent { batch } => {
                let batch = self.record.batches.get(*batch);
                let delivery = batch.map_or(0, |batch| RunLog::delivery_number(batch.delivery));
                let sent = format!("{who} skickade {} i leverans {delivery}", messages(batch));
                match excluded(batch) {
                    0 => format!("{sent}."),
                    count => format!("{sent} och utelämnade {}.", people(count)),
                }
            }
            What::BranchEnded => "Grenen kom till sitt slut.".into(),
            What::TemplateEdited { template } => {
                format!("Mallen {} redigerades.", quoted(Lang::Sv, self.template(*template)))
            }
            What::DeliveryEdited => format!("Innehållet i {who} redigerades."),
            What::Relabelled { label } => {
                format!("En leveransaktivitet heter nu {}.", quoted(Lang::Sv, label))
            }
            What::Life(fact) => self.life(Lang::Sv, fact),
            What::Targeting(fact) => self.targeting(Lang::Sv, fact),
            What::Flow(fact) => self.flow(Lang::Sv, fact),
            What::Delivery(fact) => self.delivering(Lang::Sv, fact),
            What::LimitReached { limit } => {
                format!("Körningen avbröts efter {} händelser.", number(Lang::Sv, *limit as u64))
            }
        }
    }

    /// The name of an output of the activity.
    fn port(&self, port: Port) -> &'r str {
        let step = self.fact.step.and_then(|at| self.plan.steps.get(at));
        step.map_or("", |step| step.output_name(port))
    }

    /// The label the activity had at the moment of the fact, or its name if it has none.
    fn activity(&self) -> &'r str {
        let Some((at, step)) = self.fact.step.and_then(|at| Some((at, self.plan.steps.get(at)?))) else {
            return "";
        };
        label::or_name(self.label_given(at).unwrap_or(&step.label), &step.name)
    }

    /// The label that an intervention gave the activity before the fact.
    fn label_given(&self, of: StepIdx) -> Option<&'r str> {
        let earlier = self.plan.interventions.iter().filter(|planned| planned.at <= self.fact.at);
        let labels = earlier.filter_map(|planned| match &planned.what {
            PlanStimulus::Relabel { step, label } if *step == of => Some((planned.at, &**label)),
            _ => None,
        });
        labels.max_by_key(|(at, _)| *at).map(|(_, label)| label)
    }

    /// `delivery 3`, with its label where that is not the activity's.
    fn delivery(&self, lang: Lang, delivery: DeliveryIdx) -> String {
        let label = self.record.deliveries.get(delivery).map_or("", |row: &Delivery| &row.label);
        let name = format!("{} {}", lang.pick("delivery", "leverans"), RunLog::delivery_number(delivery));
        if label == self.activity() { name } else { format!("{name} {}", quoted(lang, label)) }
    }

    /// The run that wrote into a delivery at the moment of the fact.
    fn batch_of(&self, delivery: DeliveryIdx) -> Option<&'r Batch> {
        let batches = &self.record.batches;
        let first = batches.partition_point(|batch| batch.at < self.fact.at);
        batches
            .iter()
            .skip(first)
            .take_while(|batch| batch.at == self.fact.at)
            .find(|batch| batch.delivery == delivery)
    }

    fn template(&self, template: usize) -> &'r str {
        self.plan.templates.get(template).map_or("", |one| label::or_name(&one.label, &one.name))
    }
}

fn sent(batch: Option<&Batch>) -> u64 {
    batch.map_or(0, |batch| batch.to_deliver.len())
}

fn excluded(batch: Option<&Batch>) -> u64 {
    batch.map_or(0, Batch::excluded)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::edit::{Edit, apply};
    use crate::scenario::samples::Sample;

    fn run() -> RunLog {
        let scenario = apply(&Sample::SideBySide.scenario(), Edit::SetWeeks(4)).unwrap();
        RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan))
    }

    fn lines(lang: Lang) -> Vec<String> {
        let log = run();
        log.record().facts.iter().map(|fact| line(lang, log.plan(), log.record(), fact)).collect()
    }

    #[test]
    fn a_run_is_told_with_its_own_figures() {
        let log = run();
        let third = log.record().deliveries.iter().filter(|row| &*row.label == "Weekly newsletter").nth(2);
        let third = third.unwrap();
        let idx = log.record().deliveries.iter().position(|row| std::ptr::eq(row, third)).unwrap();
        let messages = log.record().batches[third.batches[0]].to_deliver.len();
        let expected = format!(
            "Week 3, Mon 19 Jan, 09:00: Weekly newsletter made delivery {} with {} messages.",
            idx + 1,
            number(Lang::En, messages)
        );
        let lines = lines(Lang::En);
        assert!(lines.contains(&expected), "{expected}\n{lines:#?}");
        let added = |line: &String| line.contains("Welcome e-mail added ") && line.contains(" to delivery ");
        assert_eq!(lines.iter().filter(|line| added(line)).count(), 3);
        assert!(lines[0].ends_with("The workflow was started."));
    }

    #[test]
    fn swedish_tells_the_same_facts() {
        let lines = lines(Lang::Sv);
        assert_eq!(lines.len(), run().record().facts.len());
        assert!(lines[0].starts_with("Vecka 1, mån 5 jan kl. 00:00: Arbetsflödet startades."));
        assert!(lines.iter().any(|line| line.contains("Weekly newsletter skapade leverans ")));
        assert!(lines.iter().all(|line| line.ends_with('.')));
    }
}
