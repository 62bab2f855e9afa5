//! Serves the site to this machine only. Writes nothing.

use std::convert::Infallible;
use std::fs;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use anyhow::{Context as _, Result, bail};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;

const RELOAD_SCRIPT: &str = "/xtask-reload.js";
const RELOAD_COUNT: &str = "/xtask-reload";
const WORKER: &str = "/sw.js";

/// What is served, and how often it was remade where the page shall reload by itself.
pub(crate) struct Site {
    pub(crate) root: PathBuf,
    pub(crate) reload: Option<Arc<AtomicU64>>,
}

/// Takes the port; 0 takes any free one.
pub(crate) fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            let next = port.checked_add(1).unwrap_or(8080);
            bail!("port {port} is in use by another program.\n  Try `cargo xtask serve --port {next}`.")
        }
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            bail!("port {port} is reserved for the system.\n  Try `cargo xtask serve --port 8080`.")
        }
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be opened")),
    }
}

/// The address to open in a browser.
pub(crate) fn url_of(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr().context("the server has no address")?))
}

/// Answers requests until the process ends.
pub(crate) fn serve(listener: TcpListener, site: Site) -> Result<()> {
    let hint = "the server cannot start";
    listener.set_nonblocking(true).context(hint)?;
    let site = Arc::new(site);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().context(hint)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener).context(hint)?;
        loop {
            // A connection that fails, here or later, is that browser's loss and no fault of the server.
            let Ok((stream, _)) = listener.accept().await else { continue };
            let site = Arc::clone(&site);
            tokio::spawn(async move {
                let service = service_fn(|request: Request<Incoming>| {
                    let answer = answer(&site, request.method(), request.uri().path());
                    async { Ok::<_, Infallible>(response(answer)) }
                });
                let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
            });
        }
    })
}

/// Serves from a thread of its own, for as long as the process lives.
pub(crate) fn serve_behind(listener: TcpListener, site: Site) {
    thread::spawn(move || serve(listener, site));
}

struct Answer {
    status: StatusCode,
    mime: &'static str,
    body: Vec<u8>,
}

fn answer(site: &Site, method: &Method, path: &str) -> Answer {
    if !matches!(*method, Method::GET | Method::HEAD) {
        return sentence(StatusCode::METHOD_NOT_ALLOWED, "This server only reads.");
    }
    if let Some(count) = &site.reload {
        match path {
            RELOAD_COUNT => return sentence(StatusCode::OK, &count.load(Ordering::Relaxed).to_string()),
            RELOAD_SCRIPT => return script(include_str!("reload.js")),
            // A page that changes while it is worked on is not kept in the browser, and what was kept is forgotten.
            WORKER => return script(include_str!("../../www/worker/sw-off.js")),
            _ => {}
        }
    }
    let Some(file) = file_for(&site.root, path) else {
        return sentence(StatusCode::BAD_REQUEST, "This address is not one of a file.");
    };
    let Ok(body) = fs::read(&file) else {
        return sentence(StatusCode::NOT_FOUND, "There is no such file here.");
    };
    let mime = mime_of(&file);
    let is_watched_page = site.reload.is_some() && mime.starts_with("text/html");
    Answer { status: StatusCode::OK, mime, body: if is_watched_page { with_reload(body) } else { body } }
}

fn response(answer: Answer) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(answer.body.into()));
    *response.status_mut() = answer.status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(answer.mime));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn sentence(status: StatusCode, text: &str) -> Answer {
    Answer { status, mime: "text/plain; charset=utf-8", body: text.as_bytes().to_vec() }
}

fn script(text: &str) -> Answer {
    Answer { status: StatusCode::OK, mime: "text/javascript; charset=utf-8", body: text.as_bytes().to_vec() }
}

fn with_reload(mut page: Vec<u8>) -> Vec<u8> {
    page.extend_from_slice(format!("<script src=\"{RELOAD_SCRIPT}\"></script>\n").as_bytes());
    page
}

/// The file an address means; none where it points out of the site or is not an address.
fn file_for(root: &Path, path: &str) -> Option<PathBuf> {
    let path = percent_decoded(path)?;
    let mut file = root.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." || part.contains(['\\', '\0', ':']) {
            return None;
        }
        file.push(part);
    }
    if path.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = tail.get(2..)?;
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

fn mime_of(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_site() {
        let file = |path| file_for(Path::new("/site"), path);
        assert_eq!(file("/"), Some("/site/index.html".into()));
        assert_eq!(file("/examples/a%20b.html"), Some("/site/examples/a b.html".into()));
        for path in ["/../x", "/a/%2e%2e/x", "/..%2fx", "/%5c..%5cx", "/%00", "/%", "/%zz", "/C:/x"] {
            assert_eq!(file(path), None, "{path}");
        }
    }

    #[test]
    fn wasm_and_scripts_have_the_types_that_browsers_insist_on() {
        assert_eq!(mime_of(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(mime_of(Path::new("boot.js")), "text/javascript; charset=utf-8");
        assert_eq!(mime_of(Path::new("manifest.webmanifest")), "application/manifest+json");
    }

    #[test]
    fn the_reload_script_exists_only_while_watching() {
        let quiet = Site { root: "/nowhere".into(), reload: None };
        let watching = Site { root: "/nowhere".into(), reload: Some(Arc::new(AtomicU64::new(7))) };
        assert_eq!(answer(&quiet, &Method::GET, RELOAD_COUNT).status, StatusCode::NOT_FOUND);
        assert_eq!(answer(&watching, &Method::GET, RELOAD_COUNT).body, b"7");
        assert!(
            String::from_utf8_lossy(&answer(&watching, &Method::GET, WORKER).body).contains("unregister()")
        );
        assert_eq!(answer(&watching, &Method::POST, "/").status, StatusCode::METHOD_NOT_ALLOWED);
    }

    #[test]
    fn a_busy_port_is_a_sentence_with_a_remedy() {
        let first = listen(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let error = listen(port).unwrap_err().to_string();
        assert!(error.contains(&format!("port {port} is in use")), "{error}");
        assert!(error.contains("--port"), "{error}");
    }
}
