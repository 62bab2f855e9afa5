//! Journal sentences about the flow.

use super::Teller;
use crate::engine::record::FlowFact;
use crate::plan::flow::Flow;
use crate::plan::{LinkIdx, Work};
use crate::scenario::activity::flow::Operand;
use crate::scenario::variables::{Scope, VarValue};
use crate::text::format::{and_list, counted, number, quoted};
use crate::text::{Lang, label};

impl Teller<'_> {
    pub(super) fn flow(&self, lang: Lang, fact: &FlowFact) -> String {
        match lang {
            Lang::En => self.flow_in_english(fact),
            Lang::Sv => self.flow_in_swedish(fact),
        }
    }

    fn flow_in_english(&self, fact: &FlowFact) -> String {
        let (who, lang) = (self.activity(), Lang::En);
        let output = |port| quoted(lang, self.port(port));
        match fact {
            FlowFact::Tested { port: Some(port), seen } if seen.is_empty() => {
                format!("{who} activated the output {}.", output(*port))
            }
            FlowFact::Tested { port: Some(port), seen } => {
                format!("{who} activated the output {}: {}.", output(*port), looked_at(lang, seen))
            }
            FlowFact::Tested { port: None, seen } if seen.is_empty() => {
                format!("{who} found no condition true, so the branch ends.")
            }
            FlowFact::Tested { port: None, seen } => {
                format!("{who} found no condition true, so the branch ends: {}.", looked_at(lang, seen))
            }
            FlowFact::Joined { joined, from, is_random } => {
                let joined = number(lang, (*joined).into());
                let all = format!("{who} has all its {joined} transitions");
                match self.source(*from) {
                    None => format!("{all} and goes on."),
                    Some(from) if *is_random => format!(
                        "{all} and passes on the population from {from}, chosen at random for want of a main set."
                    ),
                    Some(from) => format!("{all} and passes on the population from {from}."),
                }
            }
            FlowFact::DimensionsDiffer => {
                format!("{who} cannot join populations of different targeting dimensions.")
            }
            FlowFact::OutsideWindow => {
                format!("{who} was activated outside its window and dropped the activation.")
            }
            FlowFact::Signalled => format!("{who} received its signal."),
            FlowFact::Answered { port } => format!("{who} was answered: {}.", output(*port)),
            FlowFact::Expired { port } => format!("{who} expired and activated {}.", output(*port)),
            FlowFact::NoEffect { port: Some(port), .. } => {
                format!("The answer {} to {who} has no effect: it does not wait for one.", output(*port))
            }
            FlowFact::NoEffect { is_command: true, .. } => {
                format!("Executing pending tasks now has no effect on {who}: it waits for an answer.")
            }
            FlowFact::NoEffect { .. } => {
                format!("The signal to {who} has no effect: it does not wait for one.")
            }
            FlowFact::Alerted => format!("{who} sent operators a message: {}.", self.message(lang)),
            FlowFact::Called => format!("{who} runs its workflow and waits for it."),
            FlowFact::CameBack { count: Some(count) } => {
                format!(
                    "The workflow of {who} came back with {}.",
                    counted(lang, *count, "record", "records")
                )
            }
            FlowFact::CameBack { count: None } => format!("The workflow of {who} came back."),
            FlowFact::TooManyTasks { limit } => format!(
                "The run was stopped: more than {} tasks followed each other without time passing.",
                number(lang, *limit as u64)
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
                format!("Arbetsflödet i {who} kom tillbaka med {}.", counted(lang, *count, "post", "poster"))
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
