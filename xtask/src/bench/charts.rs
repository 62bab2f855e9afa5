//! Which charts are drawn of which results.

use super::chart::{Bar, Bars, Chart, Group, Kind, Line, Palette, Plot, Role, Ways, times};
use super::grid::OURS;
use super::parts::{canvas_table, count_table, engine_table, lighthouse, load_table, player_table};
use super::results::{Results, Series};

const TENFOLD: &str =
    "milliseconds, further left is better; each step is ten times the one before; a mark for each round";

/// How long a year takes, and how that grows with work.
pub(super) fn engine(results: &Results, palette: &Palette) -> Vec<Chart> {
    let contestants = [
        ("recurring, wasm", "Delivery Lab, wasm", Role::Ours),
        ("recurring, native", "Delivery Lab, native", Role::Second),
        ("sql.js", "sql.js", Role::Peer),
        ("duckdb-wasm", "DuckDB, wasm", Role::Peer),
    ];
    let years = [("Y1", "10,000 recipients, 52 weeks"), ("200,000 × 52", "200,000 recipients, 52 weeks")];
    let group = |(workload, name): (&str, &str)| {
        let ours = results.of(workload, contestants[0].0);
        let bar =
            |(who, name, role)| Some(bar(name, role, results.of(workload, who)?, ours, &engine_table::WHOLE));
        Group { name: name.to_owned(), bars: contestants.into_iter().filter_map(bar).collect() }
    };
    let year = Bars {
        file: "engine.svg",
        title: "A simulated year, from its people to the figures of every delivery".into(),
        axis: TENFOLD,
        kind: Kind::Tenfold,
        groups: years.into_iter().map(group).filter(|group| !group.bars.is_empty()).collect(),
        aim: None,
    };
    let line = |(who, name, role): (&str, &str, Role)| Line {
        name: name.to_owned(),
        role,
        points: rising(engine_table::fitted(results, who)),
    };
    let growth = Plot {
        file: "growth.svg",
        title: "How a run grows with its work".into(),
        axis: "milliseconds, the least of the rounds",
        kind: Kind::Tenfold,
        ways: Ways::Amount(Kind::Tenfold, "recipients × runs"),
        lines: contestants[..2].iter().copied().map(line).collect(),
    };
    year.draw(palette).into_iter().chain(growth.draw(palette)).collect()
}

/// What a recipient and week take in instructions.
pub(super) fn count(results: &Results, palette: &Palette) -> Vec<Chart> {
    let group = |(workload, name): (&'static str, &str)| {
        let floor = count_table::floor(results, workload);
        let plain = |name: &str, role, value: f64, note| Bar {
            name: name.to_owned(),
            role,
            value: Some(value),
            rounds: Vec::new(),
            note,
        };
        let year = |kind: &'static str| {
            let value = count_table::week(results.of(workload, kind)?)?;
            let note = floor.map(|floor| format!(" ({} floor)", times(value / floor))).unwrap_or_default();
            let role = if kind == "recurring" { Role::Ours } else { Role::Second };
            Some(plain(kind, role, value, note))
        };
        let floor = floor.map(|floor| plain("floor: drawing alone", Role::Floor, floor, String::new()));
        Group {
            name: name.to_owned(),
            bars: count_table::KINDS.into_iter().filter_map(year).chain(floor).collect(),
        }
    };
    let chart = Bars {
        file: "count.svg",
        title: "Instructions of the engine for each recipient and week".into(),
        axis: "instructions, shorter is better",
        kind: Kind::Even,
        groups: count_table::WORKLOADS
            .into_iter()
            .map(group)
            .filter(|group| !group.bars.is_empty())
            .collect(),
        aim: None,
    };
    chart.draw(palette).into_iter().collect()
}

/// What opening a drawing takes, and each frame of dragging in it.
pub(super) fn canvas(results: &Results, palette: &Palette) -> Vec<Chart> {
    use canvas_table::{BUSY, CANVASES, OPENING, RIVALS, WORKLOADS};
    let chart = |file, title: &str, field| {
        let groups = groups(results, &WORKLOADS, &CANVASES, &RIVALS, field);
        let title = title.to_owned();
        Bars { file, title, axis: TENFOLD, kind: Kind::Tenfold, groups, aim: None }.draw(palette)
    };
    let drag = chart("drag.svg", "Main thread for each frame of dragging", BUSY);
    let open = chart("open.svg", "Opening a drawing", OPENING);
    drag.into_iter().chain(open).collect()
}

/// What each frame of playing takes.
pub(super) fn player(results: &Results, palette: &Palette) -> Vec<Chart> {
    use player_table::{BUSY, PLAYERS, RIVAL, WORKLOADS};
    let groups = groups(results, &WORKLOADS, &PLAYERS, &[RIVAL], BUSY);
    let title = "Main thread for each frame of playing".into();
    let chart = Bars { file: "play.svg", title, axis: TENFOLD, kind: Kind::Tenfold, groups, aim: None };
    chart.draw(palette).into_iter().collect()
}

/// When a first visit can be used, and what it has fetched until then.
pub(super) fn load(results: &Results, palette: &Palette) -> Vec<Chart> {
    use load_table::{ALL, EARLY, PAGES, READY, RIVALS, SLOW, WORKLOADS};
    let ready = Bars {
        file: "load.svg",
        title: "A first visit: until a click is answered".into(),
        axis: TENFOLD,
        kind: Kind::Tenfold,
        groups: groups(results, &WORKLOADS, &PAGES, &RIVALS, READY),
        aim: None,
    };
    let fetched = |(field, name): (&'static str, &str)| {
        let mut group = groups(results, &[(SLOW, "")], &PAGES, &RIVALS, field).pop()?;
        name.clone_into(&mut group.name);
        Some(group)
    };
    let weight = Bars {
        file: "weight.svg",
        title: "A first visit: what is fetched".into(),
        axis: "thousands of bytes, compressed; shorter is better",
        kind: Kind::Even,
        groups: [(EARLY, "until a click is answered"), (ALL, "in all")]
            .into_iter()
            .filter_map(fetched)
            .collect(),
        aim: None,
    };
    ready.draw(palette).into_iter().chain(weight.draw(palette)).collect()
}

/// The scores of the audits.
pub(super) fn lighthouse(results: &Results, palette: &Palette) -> Vec<Chart> {
    let mut groups: Vec<Group> = Vec::new();
    for score in lighthouse::scores(results) {
        let bar = Bar {
            name: score.category.to_owned(),
            role: Role::Ours,
            value: Some(score.value),
            rounds: score.rounds,
            note: String::new(),
        };
        match groups.last_mut().filter(|group| group.name == score.page) {
            Some(group) => group.bars.push(bar),
            None => groups.push(Group { name: score.page, bars: vec![bar] }),
        }
    }
    let chart = Bars {
        file: "lighthouse.svg",
        title: "What Lighthouse says of the site".into(),
        axis: "score of 100, longer is better; a mark for each round",
        kind: Kind::Even,
        groups,
        aim: Some(lighthouse::AIM),
    };
    chart.draw(palette).into_iter().collect()
}

/// A group for each workload with whoever was measured in it.
fn groups(
    results: &Results,
    workloads: &[(&'static str, &str)],
    contestants: &[(&'static str, &str)],
    rivals: &[&str],
    field: &'static str,
) -> Vec<Group> {
    let group = |(workload, name): &(&'static str, &str)| {
        let ours = results.of(workload, OURS);
        let bars = contestants.iter().filter_map(|(who, shown)| {
            let role = match *who {
                OURS => Role::Ours,
                rival if rivals.contains(&rival) => Role::Peer,
                _ => Role::Floor,
            };
            Some(bar(shown, role, results.of(workload, who)?, ours, &[field]))
        });
        Group { name: (*name).to_owned(), bars: bars.collect() }
    };
    workloads.iter().map(group).filter(|group| !group.bars.is_empty()).collect()
}

/// One contestant's bar, with how many times ours it is where it is a rival's.
fn bar(name: &str, role: Role, series: &Series, ours: Option<&Series>, fields: &[&str]) -> Bar {
    let value = series.median(fields);
    let ratio = value
        .zip(ours.and_then(|ours| ours.median(fields)))
        .filter(|(_, ours)| role == Role::Peer && *ours > 0.0);
    let note = ratio.map(|(value, ours)| format!(" ({})", times(value / ours)));
    Bar { name: name.to_owned(), role, value, rounds: series.sums(fields), note: note.unwrap_or_default() }
}

/// The points in the order of their work; of the same work the dearest.
fn rising(mut points: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)));
    points.dedup_by_key(|point| point.0.to_bits());
    points
}
