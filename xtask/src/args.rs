//! Reads the command line of `cargo xtask`. Runs nothing.

use std::path::PathBuf;

use anyhow::{Result, anyhow, bail};
use lexopt::prelude::*;

use crate::address::Address;
use crate::bench::{self, Order};
use crate::page::Flavour;

pub(crate) const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port 8080] [--watch] [--release]
        make the page and serve it on 127.0.0.1
        --watch    rebuild and reload the page when a file changes
        --release  serve the page as `build` makes it (slower to compile, fastest to run)
  test [--only rust|browser|release] [-- PLAYWRIGHT ARGUMENTS]
        every check and test, the browser ones included
  build [--address URL]
        the release page in dist/
        --address  where the site will be, such as https://example.org/lab/: also writes pages that can be
                   shared, and the oEmbed answers by which other sites embed them
  offline FOLDER
        after a change by hand in the folder of a site: list its files anew for use without a network
  bench [PART…] [--quick] [--write]
        measure everything that the README claims, beside other ways to do the same, and write it with its charts to
        docs/bench; with parts named, only measure and print these: engine, count (its instructions), canvas,
        player, load, lighthouse
        --quick  few rounds and small workloads; printed only
        --write  take a quick run or single parts into docs/bench all the same
  bench --redraw
        make document and charts anew from docs/bench/results.json
  bench --record
        add what dist/ weighs and what was measured to docs/bench/history.csv
  fuzz [TARGET] [--seconds 60] [--keep]
        try the parsers with libFuzzer, each for so long: scenario, lesson, link, recipients, message, progress or
        language; needs a compiler of C++
        --keep  take what was found into fuzz/corpus, where `test` tries it again
  lang [CODE [FILE]]
        list the English messages in dist/lang, and what the packs of other languages lack
        CODE  make the pack of this language anew (de, fr, es, ja), with the translations in FILE,
              a JSON object of English and translated messages
  pictures
        take the pictures of the README anew, from the site that `build` has made, into docs/pictures
  help
        this text
";

#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Serve { port: u16, watch: bool, flavour: Flavour },
    Test { only: Option<Part>, browser_args: Vec<String> },
    Build { address: Option<Address> },
    Offline { folder: PathBuf },
    Bench(Order),
    Fuzz { target: Option<String>, seconds: u32, keeps: bool },
    Lang { code: Option<String>, file: Option<PathBuf> },
    Pictures,
}

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Part {
    Rust,
    Browser,
    /// The page as readers get it.
    Release,
}

pub(crate) fn parse() -> Result<Command> {
    read(lexopt::Parser::from_env()).map_err(|error| anyhow!("{error}.\n  See `cargo xtask help`."))
}

fn read(mut parser: lexopt::Parser) -> Result<Command> {
    let command = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(word)) => word.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "serve" => read_serve(parser),
        "test" => read_test(parser),
        "build" => read_build(parser),
        "offline" => read_offline(parser),
        "bench" => read_bench(parser),
        "fuzz" => read_fuzz(parser),
        "lang" => read_lang(parser),
        "pictures" => read_nothing_more(parser, Command::Pictures),
        "help" => read_nothing_more(parser, Command::Help),
        other => bail!(
            "there is no command `{other}`; use serve, test, build, offline, bench, fuzz, lang, pictures or help"
        ),
    }
}

fn read_serve(mut parser: lexopt::Parser) -> Result<Command> {
    let (mut port, mut watch, mut flavour) = (8080, false, Flavour::Page);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("port") => port = read_port(&parser.value()?.string()?)?,
            Long("watch") => watch = true,
            Long("release") => flavour = Flavour::Release,
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Serve { port, watch, flavour })
}

fn read_test(mut parser: lexopt::Parser) -> Result<Command> {
    let (mut only, mut browser_args) = (None, Vec::new());
    while let Some(arg) = parser.next()? {
        match arg {
            Long("only") => only = Some(read_part(&parser.value()?.string()?)?),
            Short('h') | Long("help") => return Ok(Command::Help),
            // Lexopt hands over what follows `--` as plain values; Playwright understands them.
            Value(word) => browser_args.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Test { only, browser_args })
}

fn read_build(mut parser: lexopt::Parser) -> Result<Command> {
    let mut address = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Long("address") => address = Some(parser.value()?.string()?.parse()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Build { address })
}

fn read_bench(mut parser: lexopt::Parser) -> Result<Command> {
    let (mut parts, mut is_quick, mut is_written, mut instead) = (Vec::new(), false, false, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("quick") => is_quick = true,
            Long("write") => is_written = true,
            Long("redraw") => instead = Some(Order::Redraw),
            Long("record") => instead = Some(Order::Record),
            Short('h') | Long("help") => return Ok(Command::Help),
            Value(word) => {
                let word = word.string()?;
                parts.push(bench::part_named(&word).ok_or_else(|| {
                    anyhow!("bench measures engine, count, canvas, player, load or lighthouse, not `{word}`")
                })?);
            }
            other => return Err(other.unexpected().into()),
        }
    }
    match instead {
        Some(_) if is_quick || is_written || !parts.is_empty() => {
            bail!("--redraw and --record measure nothing, so they take no part, --quick or --write")
        }
        Some(order) => Ok(Command::Bench(order)),
        None => Ok(Command::Bench(Order::Measure { parts, is_quick, is_written })),
    }
}

fn read_fuzz(mut parser: lexopt::Parser) -> Result<Command> {
    let (mut target, mut seconds, mut keeps) = (None, 60, false);
    while let Some(arg) = parser.next()? {
        match arg {
            Long("seconds") => {
                let word = parser.value()?.string()?;
                seconds = word.parse().map_err(|_| anyhow!("--seconds takes a number, not `{word}`"))?;
            }
            Long("keep") => keeps = true,
            Value(word) if target.is_none() => target = Some(word.string()?),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Fuzz { target, seconds, keeps })
}

fn read_offline(mut parser: lexopt::Parser) -> Result<Command> {
    match parser.next()? {
        Some(Value(folder)) => read_nothing_more(parser, Command::Offline { folder: folder.into() }),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected().into()),
        None => bail!("offline takes the folder of a site, such as dist/site"),
    }
}

fn read_lang(mut parser: lexopt::Parser) -> Result<Command> {
    let (mut code, mut file) = (None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Value(word) if code.is_none() => code = Some(word.string()?),
            Value(word) if file.is_none() => file = Some(word.into()),
            Short('h') | Long("help") => return Ok(Command::Help),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Lang { code, file })
}

fn read_port(word: &str) -> Result<u16> {
    word.parse().map_err(|_| anyhow!("--port takes a number from 0 to 65535, not `{word}`"))
}

fn read_part(word: &str) -> Result<Part> {
    match word {
        "rust" => Ok(Part::Rust),
        "browser" => Ok(Part::Browser),
        "release" => Ok(Part::Release),
        other => bail!("--only takes rust, browser or release, not `{other}`"),
    }
}

fn read_nothing_more(mut parser: lexopt::Parser, command: Command) -> Result<Command> {
    match parser.next()? {
        None => Ok(command),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(other) => Err(other.unexpected().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command> {
        read(lexopt::Parser::from_args(line.split_whitespace()))
    }

    #[test]
    fn reads_every_command() {
        let page = |port, watch, flavour| Command::Serve { port, watch, flavour };
        assert_eq!(parsed("").unwrap(), Command::Help);
        assert_eq!(parsed("build").unwrap(), Command::Build { address: None });
        let address = Some("https://example.org/lab/".parse().unwrap());
        assert_eq!(parsed("build --address https://example.org/lab").unwrap(), Command::Build { address });
        assert_eq!(parsed("offline dist/site").unwrap(), Command::Offline { folder: "dist/site".into() });
        assert_eq!(parsed("serve").unwrap(), page(8080, false, Flavour::Page));
        assert_eq!(parsed("serve --port=81 --watch --release").unwrap(), page(81, true, Flavour::Release));
        let bench = |parts: &[&'static str], is_quick, is_written| {
            Command::Bench(Order::Measure { parts: parts.to_vec(), is_quick, is_written })
        };
        assert_eq!(parsed("bench").unwrap(), bench(&[], false, false));
        assert_eq!(parsed("bench --quick --write").unwrap(), bench(&[], true, true));
        assert_eq!(parsed("bench canvas load --quick").unwrap(), bench(&["canvas", "load"], true, false));
        assert_eq!(parsed("bench --redraw").unwrap(), Command::Bench(Order::Redraw));
        assert_eq!(parsed("bench --record").unwrap(), Command::Bench(Order::Record));
        let fuzz = |target: Option<&str>, seconds, keeps| Command::Fuzz {
            target: target.map(str::to_owned),
            seconds,
            keeps,
        };
        assert_eq!(parsed("fuzz").unwrap(), fuzz(None, 60, false));
        assert_eq!(parsed("fuzz link --seconds 5 --keep").unwrap(), fuzz(Some("link"), 5, true));
        let lang = |code: &str, file: &str| Command::Lang {
            code: Some(code.into()).filter(|code: &String| !code.is_empty()),
            file: Some(PathBuf::from(file)).filter(|_| !file.is_empty()),
        };
        assert_eq!(parsed("lang").unwrap(), lang("", ""));
        assert_eq!(parsed("lang de de.json").unwrap(), lang("de", "de.json"));
        assert_eq!(parsed("pictures").unwrap(), Command::Pictures);
        let browser =
            Command::Test { only: Some(Part::Browser), browser_args: vec!["-g".into(), "opens".into()] };
        assert_eq!(parsed("test --only browser -- -g opens").unwrap(), browser);
        let release = Command::Test { only: Some(Part::Release), browser_args: Vec::new() };
        assert_eq!(parsed("test --only release").unwrap(), release);
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for line in [
            "bild",
            "serve --port many",
            "serve --pot 1",
            "test --only half",
            "build now",
            "build --address lab",
            "bench nothing",
            "bench load --redraw",
            "fuzz --seconds long",
            "offline",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
