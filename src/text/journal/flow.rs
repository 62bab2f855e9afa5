//! Journal sentences about the flow.

use super::Teller;
use crate::engine::record::FlowFact;
use crate::plan::flow::Flow;
use crate::plan::{LinkIdx, Work};
use crate::scenario::activity::flow::Operand;
use crate::scenario::variables::{Scope, VarValue};
use crate::text::format::{and_list, counted, counted_sv, number, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::{Lang, label};

impl Teller<'_> {
    pub(super) fn flow(&self, lang: Lang, fact: &FlowFact) -> String {
        match lang.wording() {
            Wording::En => self.flow_in_english(lang, fact),
            Wording::Sv => self.flow_in_swedish(fact),
        }
    }

    fn flow_in_english(&self, lang: Lang, fact: &FlowFact) -> String {
        let who = self.activity();
        let output = |port| quoted(lang, self.port(port));
        match fact {
            FlowFact::Tested { port: Some(port), seen } if seen.is_empty() => {
                say!(lang, "{who} activated the output {output}.", who, output = output(*port))
            }
            FlowFact::Tested { port: Some(port), seen } => {
                say!(
                    lang,
                    "{who} activated the output {output}: {reasons}.",
                    who,
                    output = output(*port),
                    reasons = looked_at(lang, seen)
                )
            }
            FlowFact::Tested { port: None, seen } if seen.is_empty() => {
                say!(lang, "{who} found no condition true, so the branch ends.", who)
            }
            FlowFact::Tested { port: None, seen } => {
                say!(
                    lang,
                    "{who} found no condition true, so the branch ends: {reasons}.",
                    who,
                    reasons = looked_at(lang, seen)
                )
            }
            FlowFact::Joined { joined, from, is_random } => {
                let joined = number(lang, (*joined).into());
                let all = say!(lang, "{who} has all its {joined} transitions", who, joined);
                match self.source(*from) {
                    None => say!(lang, "{all} and goes on.", all),
                    Some(from) if *is_random => say!(
                        lang,
                        "{all} and passes on the population from {from}, chosen at random for want of a main set.",
                        all,
                        from
                    ),
                    Some(from) => say!(lang, "{all} and passes on the population from {from}.", all, from),
                }
            }
            FlowFact::DimensionsDiffer => {
                say!(lang, "{who} cannot join populations of different targeting dimensions.", who)
            }
            FlowFact::OutsideWindow => {
                say!(lang, "{who} was activated outside its window and dropped the activation.", who)
            }
            FlowFact::Signalled => say!(lang, "{who} received its signal.", who),
            FlowFact::Answered { port } => {
                say!(lang, "{who} was answered: {output}.", who, output = output(*port))
            }
            FlowFact::Expired { port } => {
                say!(lang, "{who} expired and activated {output}.", who, output = output(*port))
            }
            FlowFact::NoEffect { port: Some(port), .. } => {
                say!(
                    lang,
                    "The answer {output} to {who} has no effect: it does not wait for one.",
                    output = output(*port),
                    who
                )
            }
            FlowFact::NoEffect { is_command: true, .. } => {
                say!(lang, "Executing pending tasks now has no effect on {who}: it waits for an answer.", who)
            }
            FlowFact::NoEffect { .. } => {
                say!(lang, "The signal to {who} has no effect: it does not wait for one.", who)
            }
            FlowFact::Alerted => {
                say!(lang, "{who} sent operators a message: {message}.", who, message = self.message(lang))
            }
            FlowFact::Called => say!(lang, "{who} runs its workflow and waits for it.", who),
            FlowFact::CameBack { count: Some(count) } => {
                say!(
                    lang,
                    "The workflow of {who} came back with {records}.",
                    who,
                    records = counted(lang, *count, "record", "records")
                )
            }
            FlowFact::CameBack { count: None } => say!(lang, "The workflow of {who} came back.", who),
            FlowFact::TooManyTasks { limit } => say!(
                lang,
                "The run was stopped: more than {limit} tasks followed each other without time passing.",
                limit = number(lang, *limit as u64)
            ),
        }
    }

    fn flow_in_swedish(&self, fact: &FlowFact) -> String {
        let (who, lang) = (self.activity(), Lang::Sv);
        let output = |port| quoted(lang, self.port(port));
        match fact {
            FlowFact::Tested { port: Some(port), seen } if seen.is_empty() => {
                format!("{who} aktiverade utgången {}.", output(*port))
            }
            FlowFact::Tested { port: Some(port), seen } => {
                format!("{who} aktiverade utgången {}: {}.", output(*port), looked_at(lang, seen))
            }
            FlowFact::Tested { port: None, seen } if seen.is_empty() => {
                format!("{who} fann inget villkor sant, så grenen slutar där.")
            }
            FlowFact::Tested { port: None, seen } => {
                format!("{who} fann inget villkor sant, så grenen slutar där: {}.", looked_at(lang, seen))
            }
            FlowFact::Joined { joined, from, is_random } => {
                let all = format!("{who} har fått alla sina {} övergångar", number(lang, (*joined).into()));
                match self.source(*from) {
                    None => format!("{all} och går vidare."),
                    Some(from) if *is_random => format!(
                        "{all} och skickar vidare populationen från {from}, slumpvis vald eftersom huvudmängden inte är angiven."
                    ),
                    Some(from) => format!("{all} och skickar vidare populationen från {from}."),
                }
            }
            FlowFact::DimensionsDiffer => {
                format!("{who} kan inte förena populationer med olika målgruppsdimensioner.")
            }
            FlowFact::OutsideWindow => {
                format!("{who} aktiverades utanför sitt tidsfönster, och aktiveringen förkastades.")
            }
            FlowFact::Signalled => format!("{who} tog emot sin signal."),
            FlowFact::Answered { port } => format!("{who} fick svaret {}.", output(*port)),
            FlowFact::Expired { port } => {
                format!("Väntetiden för {who} gick ut, och {} aktiverades.", output(*port))
            }
            FlowFact::NoEffect { port: Some(port), .. } => {
                format!(
                    "Svaret {} till {who} har ingen verkan: aktiviteten väntar inte på något svar.",
                    output(*port)
                )
            }
            FlowFact::NoEffect { is_command: true, .. } => {
                format!("Att utföra väntande uppgifter nu har ingen verkan på {who}, som väntar på ett svar.")
            }
            FlowFact::NoEffect { .. } => {
                format!("Signalen till {who} har ingen verkan: aktiviteten väntar inte på någon signal.")
            }
            FlowFact::Alerted => {
                format!("{who} skickade ett meddelande till operatörerna: {}.", self.message(lang))
            }
            FlowFact::Called => format!("{who} kör sitt arbetsflöde och väntar på det."),
            FlowFact::CameBack { count: Some(count) } => {
                format!("Arbetsflödet i {who} kom tillbaka med {}.", counted_sv(*count, "post", "poster"))
            }
            FlowFact::CameBack { count: None } => format!("Arbetsflödet i {who} kom tillbaka."),
            FlowFact::TooManyTasks { limit } => format!(
                "Körningen stoppades: fler än {} uppgifter följde på varandra utan att tiden gick.",
                number(lang, *limit as u64)
            ),
        }
    }

    /// The label of the activity that a transition leaves.
    fn source(&self, link: Option<LinkIdx>) -> Option<&str> {
        Some(label::of_step(self.plan, self.plan.links.get(link?)?.from))
    }

    /// The message of an Alert.
    fn message(&self, lang: Lang) -> String {
        let step = self.fact.step.and_then(|at| self.plan.steps.get(at));
        match step.map(|step| &step.work) {
            Some(Work::Flow(Flow::Alert(message))) => quoted(lang, message),
            _ => quoted(lang, ""),
        }
    }
}

fn looked_at(lang: Lang, seen: &[(Operand, VarValue)]) -> String {
    let parts: Vec<_> = seen.iter().map(|(operand, value)| seen_as(lang, operand, value)).collect();
    and_list(lang, &parts)
}

fn seen_as(lang: Lang, operand: &Operand, value: &VarValue) -> String {
    let shown = match value {
        VarValue::Flag(true) => lang.pick("true", "sant").to_owned(),
        VarValue::Flag(false) => lang.pick("false", "falskt").to_owned(),
        VarValue::Integer(number) => number.to_string(),
        VarValue::Text(text) => quoted(lang, text),
    };
    let was = lang.pick("was", "var");
    match operand {
        Operand::RecCount => {
            format!("{} {was} {shown}", lang.pick("the number of records", "antalet poster"))
        }
        Operand::Variable { scope, name } => {
            let whose = match scope {
                Scope::Instance => "instance.vars",
                Scope::Task => "task.vars",
                Scope::Event => "vars",
            };
            format!("{whose}.{name} {was} {shown}")
        }
        Operand::DayOfMonth => {
            format!("{} {was} {shown}", lang.pick("the day of the month", "dagen i månaden"))
        }
        Operand::Month => format!("{} {was} {shown}", lang.pick("the month", "månaden")),
        Operand::IsLeapYear if *value == VarValue::Flag(true) => {
            lang.pick("the year was a leap year", "året var ett skottår").to_owned()
        }
        Operand::IsLeapYear => lang.pick("the year was no leap year", "året var inget skottår").to_owned(),
    }
}
