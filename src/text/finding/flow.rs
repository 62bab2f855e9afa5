//! Findings about activities of the Flow control tab and the circles transitions can make, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::FlowProblem;
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::format::{date_time, number, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::told::Told;

pub(super) fn told(lang: Lang, scenario: &Scenario, problem: &FlowProblem) -> Told {
    match lang.wording() {
        Wording::En => english(lang, scenario, problem),
        Wording::Sv => swedish(scenario, problem),
    }
}

fn english(lang: Lang, scenario: &Scenario, problem: &FlowProblem) -> Told {
    let named = |name: &str| quoted(lang, name);
    let many = |limit: usize| number(lang, limit as u64);
    match problem {
        FlowProblem::TestWithoutBranches => {
            Told::new(say!(lang, "The test has no condition."), say!(lang, "Add a branch with a condition."))
        }
        FlowProblem::AlwaysTrue { branch } => Told::new(
            say!(lang, "The branch {named} compares nothing, so it is always true.", named = named(branch)),
            say!(lang, "Add a comparison, or use the default fork instead."),
        ),
        FlowProblem::UnnamedVariable => Told::new(
            say!(lang, "A condition looks at a variable without a name."),
            say!(lang, "Give the name of the variable."),
        ),
        FlowProblem::UnnamedOutput => {
            Told::new(say!(lang, "One of its outputs has no name."), say!(lang, "Give every output a name."))
        }
        FlowProblem::DuplicateOutput { output } => Told::new(
            say!(lang, "Two of its outputs are called {named}.", named = named(output)),
            say!(lang, "Give one another name."),
        ),
        FlowProblem::NoDuration => Told::new(
            say!(lang, "It waits for no time at all."),
            say!(lang, "Enter a duration of at least one second."),
        ),
        FlowProblem::LongerThanRun => Told::new(
            say!(lang, "It waits for longer than the simulated weeks."),
            say!(lang, "Simulate more weeks, or enter a shorter duration."),
        ),
        FlowProblem::NoDays => Told::new(
            say!(lang, "The window never opens: no day is chosen."),
            say!(lang, "Choose at least one day."),
        ),
        FlowProblem::NoAnswers => Told::new(
            say!(lang, "Nobody can answer: there is no answer."),
            say!(lang, "Add the possible answers."),
        ),
        FlowProblem::JoinOfOne => Told::new(
            say!(lang, "Fewer than two transitions lead into the join, so it has nothing to wait for."),
            say!(lang, "Lead every branch that it should wait for into it."),
        ),
        FlowProblem::UnknownMainSet { name } => Told::new(
            say!(lang, "Its main set is {named}, from which no transition leads here.", named = named(name)),
            say!(lang, "Choose an activity that leads into the join as the main set."),
        ),
        FlowProblem::NoMainSet => Told::new(
            say!(lang, "The join has no main set, so one of the populations is chosen at random."),
            say!(lang, "Choose the main set."),
        ),
        FlowProblem::ForkOfOne => Told::new(
            say!(lang, "Fewer than two transitions leave the fork, so it divides nothing."),
            say!(lang, "Draw a transition for each branch, or take out the fork."),
        ),
        FlowProblem::JumpWithoutEnd { number } => Told::new(
            say!(lang, "No jump end has the number {number}, so this jump leads nowhere.", number),
            say!(lang, "Add a jump end with this number, or change the number."),
        ),
        FlowProblem::JumpWithoutStart { number } => Told::new(
            say!(lang, "No jump start has the number {number}, so nothing leads here.", number),
            say!(lang, "Add a jump start with this number, or change the number."),
        ),
        FlowProblem::DoubledJumpEnd { number } => Told::new(
            say!(lang, "Two jump ends have the number {number}, so it is open where the jump leads.", number),
            say!(lang, "Give each jump end a number of its own."),
        ),
        FlowProblem::DoubledJumpStart { number } => Told::new(
            say!(lang, "Two jump starts have the number {number} and lead to the same jump end.", number),
            say!(lang, "Give each jump a number of its own unless this is meant."),
        ),
        FlowProblem::JumpLeadsOn => Told::new(
            say!(lang, "A transition leaves the jump start, which already leads to its jump end."),
            say!(lang, "Take out the transition."),
        ),
        FlowProblem::UnknownSubWorkflow { name } => Told::new(
            say!(lang, "There is no workflow {named} to run.", named = named(name)),
            say!(lang, "Choose one of the workflows of this scenario."),
        ),
        FlowProblem::DuplicateSubWorkflow { name } => Told::new(
            say!(lang, "Two workflows are called {named}.", named = named(name)),
            say!(lang, "Give one another name."),
        ),
        FlowProblem::RecursiveSubWorkflow { name } => Told::new(
            say!(lang, "The workflow {named} would run itself, without end.", named = named(name)),
            say!(lang, "Choose another workflow, or take out the sub-workflow."),
        ),
        FlowProblem::SubWorkflowTooDeep { limit } => Told::new(
            say!(lang, "Sub-workflows run each other more than {limit} deep.", limit),
            say!(lang, "Put the activities of some of them into the workflow that runs them."),
        ),
        FlowProblem::SubWorkflowWithoutJumps { name } => Told::new(
            say!(
                lang,
                "The workflow {named} lacks a jump end at its beginning or a jump start at its end.",
                named = named(name)
            ),
            say!(
                lang,
                "Put a jump end with a low number at its beginning and a jump start with a higher one at its end."
            ),
        ),
        FlowProblem::SubWorkflowBoundDoubled { name, number } => Told::new(
            say!(
                lang,
                "In the workflow {named} two jumps of the same sort have the number {number}, which marks its beginning or its end.",
                named = named(name),
                number
            ),
            say!(lang, "Keep one jump end with the lowest number and one jump start with the highest."),
        ),
        FlowProblem::SubWorkflowWithoutBeginning { name } => Told::new(
            say!(lang, "Nothing in the workflow {named} can begin.", named = named(name)),
            say!(lang, "Put a jump end at its beginning."),
        ),
        FlowProblem::SubWorkflowNeverReturns { name } => Told::new(
            say!(
                lang,
                "The workflow {named} never comes back, so nothing after this activity happens.",
                named = named(name)
            ),
            say!(lang, "Lead it to a jump start at its end."),
        ),
        FlowProblem::ScheduleInSubWorkflow { name, activity } => Told::new(
            say!(
                lang,
                "{named} in the workflow {workflow} has a schedule, but a sub-workflow runs when it is called.",
                named = named(activity),
                workflow = named(name)
            ),
            say!(lang, "Take the schedule out and put a scheduler before the sub-workflow."),
        ),
        FlowProblem::SignalUnheard { number, name } => Told::new(
            say!(
                lang,
                "Change {number} posts a signal to {name}, which is no external signal.",
                number,
                name = place(lang, scenario, name)
            ),
            say!(lang, "Choose an external signal, or take the change out."),
        ),
        FlowProblem::AnswerUnheard { number, name, answer } => Told::new(
            say!(
                lang,
                "Change {number} answers {named} to {name}, which does not offer that answer.",
                number,
                named = named(answer),
                name = place(lang, scenario, name)
            ),
            say!(lang, "Choose an answer of an approval, or done or notDone of a task."),
        ),
        FlowProblem::TooManyTasks { limit } => Told::new(
            say!(
                lang,
                "The run was stopped here: more than {many} tasks followed each other without time passing.",
                many = many(*limit)
            ),
            say!(lang, "Put a wait into the circle, or a condition that ends it."),
        ),
        FlowProblem::CutShort { limit, at } => Told::new(
            say!(
                lang,
                "The run was cut short at {at} after {many} events, so all figures end there.",
                at = date_time(lang, *at),
                many = many(*limit)
            ),
            say!(lang, "Simulate fewer weeks, or let the schedules and waits take longer."),
        ),
    }
}

fn swedish(scenario: &Scenario, problem: &FlowProblem) -> Told {
    let lang = Lang::Sv;
    let named = |name: &str| quoted(lang, name);
    let many = |limit: usize| number(lang, limit as u64);
    match problem {
        FlowProblem::TestWithoutBranches => {
            Told::new("Testet har inget villkor.", "Lägg till en gren med ett villkor.")
        }
        FlowProblem::AlwaysTrue { branch } => Told::new(
            format!("Grenen {} jämför ingenting och är därför alltid sann.", named(branch)),
            "Lägg till en jämförelse, eller använd standardgrenen i stället.",
        ),
        FlowProblem::UnnamedVariable => {
            Told::new("Ett villkor gäller en variabel utan namn.", "Ange variabelns namn.")
        }
        FlowProblem::UnnamedOutput => Told::new("En av utgångarna saknar namn.", "Ge varje utgång ett namn."),
        FlowProblem::DuplicateOutput { output } => {
            Told::new(format!("Två av utgångarna heter {}.", named(output)), "Ge dem olika namn.")
        }
        FlowProblem::NoDuration => Told::new("Väntetiden är noll.", "Ange en väntetid på minst en sekund."),
        FlowProblem::LongerThanRun => Told::new(
            "Väntetiden är längre än de simulerade veckorna.",
            "Simulera fler veckor, eller ange en kortare väntetid.",
        ),
        FlowProblem::NoDays => {
            Told::new("Tidsfönstret öppnas aldrig: ingen dag är vald.", "Välj minst en dag.")
        }
        FlowProblem::NoAnswers => {
            Told::new("Ingen kan svara: det finns inga svar.", "Lägg till de svar som ska finnas.")
        }
        FlowProblem::JoinOfOne => Told::new(
            "Färre än två övergångar leder in i aktiviteten, så den har inget att vänta på.",
            "Led in varje gren som den ska vänta på.",
        ),
        FlowProblem::UnknownMainSet { name } => Told::new(
            format!("Huvudmängden är {}, varifrån ingen övergång leder hit.", named(name)),
            "Välj en aktivitet som leder hit som huvudmängd.",
        ),
        FlowProblem::NoMainSet => Told::new(
            "Huvudmängden är inte angiven, så en av populationerna väljs slumpvis.",
            "Välj huvudmängd.",
        ),
        FlowProblem::ForkOfOne => Told::new(
            "Färre än två övergångar går ut från förgreningen, så den delar ingenting.",
            "Dra en övergång för varje gren, eller ta bort förgreningen.",
        ),
        FlowProblem::JumpWithoutEnd { number } => Told::new(
            format!("Inget hoppslut har nummer {number}, så hoppet leder ingenstans."),
            "Lägg till ett hoppslut med det numret, eller ändra numret.",
        ),
        FlowProblem::JumpWithoutStart { number } => Told::new(
            format!("Ingen hoppstart har nummer {number}, så inget leder hit."),
            "Lägg till en hoppstart med det numret, eller ändra numret.",
        ),
        FlowProblem::DoubledJumpEnd { number } => Told::new(
            format!("Två hoppslut har nummer {number}, så det är oklart vart hoppet leder."),
            "Ge varje hoppslut ett eget nummer.",
        ),
        FlowProblem::DoubledJumpStart { number } => Told::new(
            format!("Två hoppstarter har nummer {number} och leder till samma hoppslut."),
            "Ge varje hopp ett eget nummer, om det inte är avsikten.",
        ),
        FlowProblem::JumpLeadsOn => Told::new(
            "En övergång går ut från hoppstarten, som redan leder till sitt hoppslut.",
            "Ta bort övergången.",
        ),
        FlowProblem::UnknownSubWorkflow { name } => Told::new(
            format!("Det finns inget arbetsflöde {} att köra.", named(name)),
            "Välj ett av arbetsflödena i det här scenariot.",
        ),
        FlowProblem::DuplicateSubWorkflow { name } => {
            Told::new(format!("Två arbetsflöden heter {}.", named(name)), "Ge dem olika namn.")
        }
        FlowProblem::RecursiveSubWorkflow { name } => Told::new(
            format!("Arbetsflödet {} skulle köra sig självt, utan slut.", named(name)),
            "Välj ett annat arbetsflöde, eller ta bort underarbetsflödet.",
        ),
        FlowProblem::SubWorkflowTooDeep { limit } => Told::new(
            format!("Underarbetsflöden kör varandra i mer än {limit} nivåer."),
            "Flytta aktiviteterna i några av dem till det arbetsflöde som kör dem.",
        ),
        FlowProblem::SubWorkflowWithoutJumps { name } => Told::new(
            format!("Arbetsflödet {} saknar ett hoppslut i början eller en hoppstart i slutet.", named(name)),
            "Sätt ett hoppslut med ett lågt nummer i början och en hoppstart med ett högre i slutet.",
        ),
        FlowProblem::SubWorkflowBoundDoubled { name, number } => Told::new(
            format!(
                "I arbetsflödet {} har två hopp av samma slag nummer {number}, som markerar dess början eller slut.",
                named(name)
            ),
            "Behåll ett hoppslut med det lägsta numret och en hoppstart med det högsta.",
        ),
        FlowProblem::SubWorkflowWithoutBeginning { name } => Told::new(
            format!("Inget i arbetsflödet {} kan börja.", named(name)),
            "Sätt ett hoppslut i dess början.",
        ),
        FlowProblem::SubWorkflowNeverReturns { name } => Told::new(
            format!(
                "Arbetsflödet {} kommer aldrig tillbaka, så inget efter den här aktiviteten händer.",
                named(name)
            ),
            "Led det till en hoppstart i dess slut.",
        ),
        FlowProblem::ScheduleInSubWorkflow { name, activity } => Told::new(
            format!(
                "{} i arbetsflödet {} har ett schema, men ett underarbetsflöde körs när det anropas.",
                named(activity),
                named(name)
            ),
            "Ta bort schemat och sätt en schemaläggare före underarbetsflödet.",
        ),
        FlowProblem::SignalUnheard { number, name } => Told::new(
            format!(
                "Ändring {number} skickar en signal till {}, som inte är en extern signal.",
                place(lang, scenario, name)
            ),
            "Välj en extern signal, eller ta bort ändringen.",
        ),
        FlowProblem::AnswerUnheard { number, name, answer } => Told::new(
            format!(
                "Ändring {number} svarar {} på {}, som inte har det svaret.",
                named(answer),
                place(lang, scenario, name)
            ),
            "Välj ett av svaren i ett godkännande, eller done eller notDone för en uppgift.",
        ),
        FlowProblem::TooManyTasks { limit } => Told::new(
            format!(
                "Körningen stoppades här: fler än {} uppgifter följde på varandra utan att tiden gick.",
                many(*limit)
            ),
            "Sätt en väntan i cirkeln, eller ett villkor som avslutar den.",
        ),
        FlowProblem::CutShort { limit, at } => Told::new(
            format!(
                "Körningen avbröts {} efter {} händelser, så alla siffror slutar där.",
                date_time(lang, *at),
                many(*limit)
            ),
            "Simulera färre veckor, eller låt scheman och väntetider vara längre.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;
    use crate::text::lang::tests::swedish;

    fn every_problem() -> Vec<FlowProblem> {
        let name = || "query".to_owned();
        let number = 3;
        vec![
            FlowProblem::TestWithoutBranches,
            FlowProblem::AlwaysTrue { branch: name() },
            FlowProblem::UnnamedVariable,
            FlowProblem::UnnamedOutput,
            FlowProblem::DuplicateOutput { output: name() },
            FlowProblem::NoDuration,
            FlowProblem::LongerThanRun,
            FlowProblem::NoDays,
            FlowProblem::NoAnswers,
            FlowProblem::JoinOfOne,
            FlowProblem::UnknownMainSet { name: name() },
            FlowProblem::NoMainSet,
            FlowProblem::ForkOfOne,
            FlowProblem::JumpWithoutEnd { number },
            FlowProblem::JumpWithoutStart { number },
            FlowProblem::DoubledJumpEnd { number },
            FlowProblem::DoubledJumpStart { number },
            FlowProblem::JumpLeadsOn,
            FlowProblem::UnknownSubWorkflow { name: name() },
            FlowProblem::DuplicateSubWorkflow { name: name() },
            FlowProblem::RecursiveSubWorkflow { name: name() },
            FlowProblem::SubWorkflowTooDeep { limit: 8 },
            FlowProblem::SubWorkflowWithoutJumps { name: name() },
            FlowProblem::SubWorkflowBoundDoubled { name: name(), number },
            FlowProblem::SubWorkflowWithoutBeginning { name: name() },
            FlowProblem::SubWorkflowNeverReturns { name: name() },
            FlowProblem::ScheduleInSubWorkflow { name: name(), activity: name() },
            FlowProblem::SignalUnheard { number: 1, name: name() },
            FlowProblem::AnswerUnheard { number: 1, name: name(), answer: "yes".into() },
            FlowProblem::TooManyTasks { limit: 10_000 },
            FlowProblem::CutShort { limit: 2_000_000, at: crate::base::time::SimTime::default() },
        ]
    }

    #[test]
    fn every_problem_has_a_code_and_two_whole_sentences_in_each_language() {
        let scenario = Sample::SideBySide.scenario();
        let (mut seen, mut codes) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
        for problem in every_problem() {
            assert!(codes.insert(problem.code()), "twice: {}", problem.code());
            swedish(|lang| told(lang, &scenario, &problem));
            for lang in Lang::WRITTEN {
                let Told { what, remedy } = told(lang, &scenario, &problem);
                for sentence in [&what, &remedy] {
                    assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
                }
                assert!(seen.insert(format!("{what} {remedy}")), "twice: {what}");
            }
        }
    }
}
