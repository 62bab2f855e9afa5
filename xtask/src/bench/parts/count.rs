//! Counts the instructions of the engine's workloads by Callgrind: where times depend on who else is at work, these do not.

use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};

use super::rig::{Rig, line};
use super::{build, callgrind};
use crate::bench::results::Results;
use crate::{run, valgrind, workspace};

/// What is counted inside which function, and what a round calls it.
const PHASES: [(&str, &str); 5] = [
    ("prepare", "delivery_lab_bench::workload::plan"),
    ("run", "delivery_lab_bench::year::Year::run"),
    ("seek", "delivery_lab_bench::year::Year::seek"),
    ("events", "delivery_lab_bench::year::Year::events"),
    ("floor", "delivery_lab_bench::floor::draw"),
];
/// How many moments are read of each year.
const SEEKS: u32 = 20;

/// A workload: what it is called, whose it is, how many recipients or launches it has, and what the program is told.
struct Job {
    workload: &'static str,
    who: &'static str,
    work: u64,
    told: String,
    is_long: bool,
}

fn jobs() -> Vec<Job> {
    let years = [("Y1", 10_000_u64, false), ("Y2", 1_000_000, true)];
    let mut jobs: Vec<Job> = years
        .into_iter()
        .flat_map(|(workload, size, is_long)| {
            let year = |kind| format!("year {kind} {size} 52 {SEEKS}");
            let told = [year("recurring"), year("incremental"), format!("floor {size} 52")];
            ["recurring", "incremental", "floor"].into_iter().zip(told).map(move |(who, told)| Job {
                workload,
                who,
                work: size * 52,
                told,
                is_long,
            })
        })
        .collect();
    jobs.push(Job {
        workload: "events",
        who: "engine",
        work: 0,
        told: "events 8".to_owned(),
        is_long: false,
    });
    jobs
}

/// Compiles the engine for this machine and runs it under Callgrind.
pub(crate) fn measure(rig: &mut Rig) -> Result<Results> {
    let valgrind = rig.steps.run("finding Valgrind", valgrind::find_or_install)?;
    let program = rig.steps.run("compiling the engine for this machine", build::native)?;
    let rounds = if rig.is_quick { 1 } else { 2 };
    let is_quick = rig.is_quick;
    let results = rig.steps.run("counting instructions", || {
        let counted = jobs().into_iter().filter(|job| !(is_quick && job.is_long));
        counted.map(|job| counted_often(&valgrind, &program, &job, rounds)).collect::<Result<Vec<_>>>()
    })?;
    let version = run::first_line(run::program(&valgrind).arg("--version")).unwrap_or_default();
    let version = version.trim_start_matches("valgrind-");
    Results::of_value(json!({ "valgrind": version, "results": results }))
}

fn counted_often(valgrind: &Path, program: &Path, job: &Job, rounds: usize) -> Result<Value> {
    let round =
        |_| counted(valgrind, program, job).with_context(|| format!("`{}` was not counted", job.told));
    let rounds = (0..rounds).map(round).collect::<Result<Vec<_>>>()?;
    Ok(json!({ "workload": job.workload, "who": job.who, "rounds": rounds }))
}

/// The instructions of each phase of one run.
fn counted(valgrind: &Path, program: &Path, job: &Job) -> Result<Value> {
    let folder = workspace::target().join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", workspace::shown(&folder)))?;
    let (asked, costs) = (folder.join("job.txt"), folder.join("callgrind.out"));
    fs::write(&asked, format!("{}\n", job.told)).context("the job cannot be written")?;
    println!("      {}", job.told);
    let mut command = run::program(valgrind);
    command.args(["--quiet", "--tool=callgrind"]).arg(out_file(&costs)).arg(program);
    command.stdin(Stdio::from(File::open(&asked).context("the job cannot be read")?));
    let answer: Value =
        serde_json::from_str(&line(&mut command)?).context("the engine's answer is no JSON")?;
    if let Some(error) = answer["error"].as_str() {
        bail!("{error}");
    }
    let text = fs::read_to_string(&costs).context("Callgrind wrote nothing")?;
    let mut round = json!({ "work": job.work, "seeks": SEEKS, "outcome": answer["outcome"] });
    for (phase, function) in PHASES {
        if let Some(instructions) = callgrind::inclusive(&text, function) {
            round[phase] = json!(instructions);
        }
    }
    if ["run", "events", "floor"].iter().all(|phase| round[*phase].is_null()) {
        bail!("Callgrind saw none of the measured functions; were they inlined?");
    }
    Ok(round)
}

fn out_file(costs: &Path) -> String {
    format!("--callgrind-out-file={}", costs.display())
}
