//! Journal sentences about the workflow and its tasks.

use super::Teller;
use crate::engine::record::{AbortCause, LifeCommand, LifeFact, PauseCause, StopCause};
use crate::scenario::intervention::TaskError;
use crate::text::Lang;
use crate::text::format::{counted, counted_sv, date_time, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::stimulus::variable;

impl Teller<'_> {
    pub(super) fn life(&self, lang: Lang, fact: &LifeFact) -> String {
        match lang.wording() {
            Wording::En => self.english_life(lang, fact),
            Wording::Sv => self.swedish_life(fact),
        }
    }

    fn english_life(&self, lang: Lang, fact: &LifeFact) -> String {
        let who = self.activity();
        match fact {
            LifeFact::Waits { until: Some(until) } => {
                say!(lang, "{who} waits until {until}.", who, until = date_time(lang, *until))
            }
            LifeFact::Waits { until: None } => say!(lang, "{who} waits.", who),
            LifeFact::Unterminated { port } => say!(
                lang,
                "Warning: the output {port} of {who} leads nowhere. The workflow pauses.",
                port = quoted(lang, self.port(*port)),
                who
            ),
            LifeFact::Paused { cause } => paused(lang, *cause).into(),
            LifeFact::Resumed => {
                say!(lang, "The workflow was resumed by an operator, where it had stopped.").into()
            }
            LifeFact::Stopped { cause } => stopped(lang, *cause).into(),
            LifeFact::Finished => {
                say!(lang, "Workflow finished: no task is in progress and no launch is to come.").into()
            }
            LifeFact::Ignored { command } => {
                say!(
                    lang,
                    "{command} has no effect in the state the workflow is in.",
                    command = command_name(lang, *command)
                )
            }
            LifeFact::PendingExecuted { launches, tasks } => say!(
                lang,
                "Pending tasks are executed now: {launches} brought forward, {tasks} woken.",
                launches = counted(lang, (*launches).into(), "launch", "launches"),
                tasks = counted(lang, (*tasks).into(), "waiting task", "waiting tasks")
            ),
            LifeFact::Late { due, missed: 0 } => {
                say!(lang, "{who} was due on {due} and launched late.", who, due = date_time(lang, *due))
            }
            LifeFact::Late { due, missed } => say!(
                lang,
                "{who} was due on {due} and launched late; {missed} since then left out.",
                who,
                due = date_time(lang, *due),
                missed = counted(lang, (*missed).into(), "more launch is", "more launches are")
            ),
            LifeFact::Aborted { cause } => {
                say!(lang, "Task of {who} aborted: {cause}.", who, cause = aborted(lang, *cause))
            }
            LifeFact::Failed { error } => {
                say!(lang, "Error in {who}: {error}.", who, error = error_text(lang, *error))
            }
            LifeFact::ErrorProcessed { error } => say!(
                lang,
                "Error in {who}: {error}. Process errors catches it, and the error output is activated.",
                who,
                error = error_text(lang, *error)
            ),
            LifeFact::ExecutedAgain => say!(lang, "{who} is executed again after its error.", who),
            LifeFact::NotExecuted => {
                say!(lang, "{who} is enabled but not executed, so nothing after it is activated.", who)
            }
            LifeFact::NotEnabled => say!(lang, "{who} is not enabled, so the branch ends before it.", who),
            LifeFact::TooLong { since } => say!(
                lang,
                "Warning: a task of {who} is in progress for longer than its max. execution period, since {since}.",
                who,
                since = date_time(lang, *since)
            ),
            LifeFact::ScheduleEdited => {
                say!(
                    lang,
                    "The schedule of {who} was changed. The old one goes on until the workflow is restarted.",
                    who
                )
            }
            LifeFact::VariableSet { name, value } => {
                say!(
                    lang,
                    "The instance variable {name} was set to {variable}.",
                    name = quoted(lang, name),
                    variable = variable(lang, value)
                )
            }
            LifeFact::ServerDown { until } => {
                say!(lang, "The workflow server is down until {until}.", until = date_time(lang, *until))
            }
            LifeFact::ServerUp => {
                say!(lang, "The workflow server is up again and does what it missed.").into()
            }
            LifeFact::PausedTooLong { since, notice } => say!(
                lang,
                "Warning to the supervisors, notice {notice}: the workflow has been paused since {since}.",
                notice,
                since = date_time(lang, *since)
            ),
        }
    }

    fn swedish_life(&self, fact: &LifeFact) -> String {
        let (lang, who) = (Lang::Sv, self.activity());
        match fact {
            LifeFact::Waits { until: Some(until) } => {
                format!("{who} väntar till {}.", date_time(lang, *until))
            }
            LifeFact::Waits { until: None } => format!("{who} väntar."),
            LifeFact::Unterminated { port } => format!(
                "Varning: utgången {} från {who} leder ingenstans. Arbetsflödet pausas.",
                quoted(lang, self.port(*port))
            ),
            LifeFact::Paused { cause } => paused(lang, *cause).into(),
            LifeFact::Resumed => "En operatör återupptog arbetsflödet där det hade stannat.".into(),
            LifeFact::Stopped { cause } => stopped(lang, *cause).into(),
            LifeFact::Finished => {
                "Arbetsflödet är klart: ingen uppgift pågår och ingen start återstår.".into()
            }
            LifeFact::Ignored { command } => {
                format!("{} har ingen verkan i arbetsflödets nuvarande status.", command_name(lang, *command))
            }
            LifeFact::PendingExecuted { launches, tasks } => format!(
                "Väntande uppgifter körs nu: {} tidigareläggs, {} väcks.",
                counted_sv((*launches).into(), "start", "starter"),
                counted_sv((*tasks).into(), "väntande uppgift", "väntande uppgifter"),
            ),
            LifeFact::Late { due, missed: 0 } => {
                format!("{who} skulle ha startat {} och startade för sent.", date_time(lang, *due))
            }
            LifeFact::Late { due, missed } => format!(
                "{who} skulle ha startat {} och startade för sent; {} sedan dess uteblir.",
                date_time(lang, *due),
                counted_sv((*missed).into(), "start till", "starter till"),
            ),
            LifeFact::Aborted { cause } => {
                format!("En uppgift i {who} avbröts: {}.", aborted(lang, *cause))
            }
            LifeFact::Failed { error } => format!("Fel i {who}: {}.", error_text(lang, *error)),
            LifeFact::ErrorProcessed { error } => format!(
                "Fel i {who}: {}. Bearbeta fel fångar det, och felutgången aktiveras.",
                error_text(lang, *error)
            ),
            LifeFact::ExecutedAgain => format!("{who} körs på nytt efter sitt fel."),
            LifeFact::NotExecuted => {
                format!("{who} är aktiverad men körs inte, så inget efter den aktiveras.")
            }
            LifeFact::NotEnabled => format!("{who} är inte aktiverad, så grenen slutar före den."),
            LifeFact::TooLong { since } => format!(
                "Varning: en uppgift i {who} har pågått längre än sin längsta körningstid, sedan {}.",
                date_time(lang, *since)
            ),
            LifeFact::ScheduleEdited => {
                format!("Schemat för {who} ändrades. Det gamla gäller tills arbetsflödet startas om.")
            }
            LifeFact::VariableSet { name, value } => {
                format!("Instansvariabeln {} sattes till {}.", quoted(lang, name), variable(lang, value))
            }
            LifeFact::ServerDown { until } => {
                format!("Arbetsflödesservern är nere till {}.", date_time(lang, *until))
            }
            LifeFact::ServerUp => "Arbetsflödesservern är uppe igen och tar igen det den missade.".into(),
            LifeFact::PausedTooLong { since, notice } => format!(
                "Varning till de ansvariga, meddelande {notice}: arbetsflödet har varit pausat sedan {}.",
                date_time(lang, *since)
            ),
        }
    }
}

fn paused(lang: Lang, cause: PauseCause) -> &'static str {
    match cause {
        PauseCause::Operator => {
            lang.pick("The workflow was paused by an operator.", "En operatör pausade arbetsflödet.")
        }
        PauseCause::Error => lang.pick(
            "The workflow is paused because a task failed, and is marked as failed.",
            "Arbetsflödet är pausat eftersom en uppgift misslyckades, och är märkt som misslyckat.",
        ),
        PauseCause::ConsecutiveErrors => lang.pick(
            "The workflow is paused because of too many consecutive errors, and is marked as failed.",
            "Arbetsflödet är pausat på grund av för många fel i följd, och är märkt som misslyckat.",
        ),
        PauseCause::Unterminated => lang.pick(
            "The workflow is paused at an unterminated transition.",
            "Arbetsflödet är pausat vid en övergång som inte leder någonstans.",
        ),
    }
}

fn stopped(lang: Lang, cause: StopCause) -> &'static str {
    match cause {
        StopCause::Operator => {
            lang.pick("The workflow was stopped by an operator.", "En operatör stoppade arbetsflödet.")
        }
        StopCause::Unconditional => lang.pick(
            "The workflow was stopped unconditionally by an administrator.",
            "En administratör stoppade arbetsflödet ovillkorligt.",
        ),
        StopCause::Error => lang.pick(
            "The workflow was stopped because a task failed. It is marked as failed and cannot be started again.",
            "Arbetsflödet stoppades eftersom en uppgift misslyckades. Det är märkt som misslyckat och kan inte startas igen.",
        ),
        StopCause::PausedTooLong => lang.pick(
            "The workflow was stopped unconditionally because it was paused for too long.",
            "Arbetsflödet stoppades ovillkorligt eftersom det hade varit pausat för länge.",
        ),
    }
}

fn aborted(lang: Lang, cause: AbortCause) -> &'static str {
    match cause {
        AbortCause::Stopped => lang.pick("the workflow is stopped", "arbetsflödet stoppas"),
        AbortCause::Priority => lang.pick(
            "a task of this activity is in progress and has priority",
            "en uppgift i samma aktivitet pågår och har företräde",
        ),
        AbortCause::End => {
            lang.pick("an End interrupts all tasks in progress", "ett Slut avbryter alla pågående uppgifter")
        }
    }
}

/// The name of a command.
fn command_name(lang: Lang, command: LifeCommand) -> &'static str {
    match command {
        LifeCommand::Start => lang.pick_as("command", "Start", "Starta"),
        LifeCommand::Pause => lang.pick("Pause", "Pausa"),
        LifeCommand::Stop => lang.pick("Stop", "Stoppa"),
        LifeCommand::StopUnconditionally => lang.pick("Unconditional stop", "Ovillkorligt stopp"),
        LifeCommand::Restart => lang.pick("Restart", "Starta om"),
        LifeCommand::ExecutePending => lang.pick("Execute pending task(s) now", "Kör väntande uppgifter nu"),
    }
}

fn error_text(lang: Lang, error: TaskError) -> &'static str {
    match error {
        TaskError::Database => lang.pick("the database refuses", "databasen vägrar"),
        TaskError::FileSystem => {
            lang.pick("a file cannot be read or written", "en fil går inte att läsa eller skriva")
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::rc::Rc;

    use super::*;
    use crate::base::time::SimTime;
    use crate::engine::record::{Fact, Record, What};
    use crate::plan::lower::lower;
    use crate::scenario::activity::ports::Port;
    use crate::scenario::samples::Sample;
    use crate::scenario::variables::VarValue;
    use crate::text::journal::narrated;
    use crate::text::lang::tests::swedish;

    fn every_fact() -> Vec<LifeFact> {
        let at = SimTime::parse("2026-01-05 09:00").unwrap();
        let mut facts = vec![
            LifeFact::Waits { until: Some(at) },
            LifeFact::Waits { until: None },
            LifeFact::Unterminated { port: Port::Main },
            LifeFact::Resumed,
            LifeFact::Finished,
            LifeFact::PendingExecuted { launches: 1, tasks: 2 },
            LifeFact::Late { due: at, missed: 0 },
            LifeFact::Late { due: at, missed: 1 },
            LifeFact::Late { due: at, missed: 2 },
            LifeFact::ExecutedAgain,
            LifeFact::NotExecuted,
            LifeFact::NotEnabled,
            LifeFact::TooLong { since: at },
            LifeFact::ScheduleEdited,
            LifeFact::VariableSet { name: "isRunning".into(), value: VarValue::Flag(true) },
            LifeFact::ServerDown { until: at },
            LifeFact::ServerUp,
            LifeFact::PausedTooLong { since: at, notice: 1 },
        ];
        use {AbortCause as A, LifeCommand as C, PauseCause as P, StopCause as S};
        facts.extend(
            [P::Operator, P::Error, P::ConsecutiveErrors, P::Unterminated]
                .map(|cause| LifeFact::Paused { cause }),
        );
        facts.extend(
            [S::Operator, S::Unconditional, S::Error, S::PausedTooLong]
                .map(|cause| LifeFact::Stopped { cause }),
        );
        facts.extend([A::Stopped, A::Priority, A::End].map(|cause| LifeFact::Aborted { cause }));
        let commands = [C::Start, C::Pause, C::Stop, C::StopUnconditionally, C::Restart, C::ExecutePending];
        facts.extend(commands.map(|command| LifeFact::Ignored { command }));
        for error in [TaskError::Database, TaskError::FileSystem] {
            facts.extend([LifeFact::Failed { error }, LifeFact::ErrorProcessed { error }]);
        }
        facts
    }

    #[test]
    fn every_fact_is_told_in_both_languages() {
        let plan = Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan);
        let record = Record::default();
        let mut seen = BTreeSet::new();
        for what in every_fact() {
            let fact = Fact { at: plan.start, step: Some(0), task: None, what: What::Life(what) };
            swedish(|lang| narrated(lang, &plan, &record, &fact));
            for lang in Lang::WRITTEN {
                let sentence = narrated(lang, &plan, &record, &fact);
                assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
                assert!(sentence.starts_with(char::is_uppercase), "{sentence}");
                assert!(seen.insert(sentence.clone()), "twice: {sentence}");
            }
        }
    }
}
