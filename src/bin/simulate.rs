//! The engine without a browser.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use delivery_lab::cli;

    let lang = cli::language(|name| std::env::var(name).ok());
    let (mut out, mut err) = (std::io::BufWriter::new(std::io::stdout().lock()), std::io::stderr().lock());
    cli::run(std::env::args_os(), lang, &mut out, &mut err).into()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
