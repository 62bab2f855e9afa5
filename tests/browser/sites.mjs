// Folders of sites that a test changes as it likes, and a server of its own for them.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".png": "image/png",
  ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
};

/** What `cargo xtask test` has made, by the name it tells; a test that needs it fails with this sentence. */
export function made(name) {
  const place = process.env[name];
  if (!place) throw new Error(`${name} is not set; run \`cargo xtask test --only browser\` instead`);
  return place;
}

/** An empty folder that is gone after the test. */
export function scratch(name) {
  const folder = mkdtempSync(join(tmpdir(), `delivery-lab-${name}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Copies the site that is tested and makes it work without a network. */
export function offlineSite(folder) {
  cpSync(made("SITE"), folder, { recursive: true });
  listAnew(folder);
}

/** Lists the files of a site anew, as after a change by hand. */
export function listAnew(folder) {
  execFileSync(made("XTASK"), ["offline", folder], { stdio: ["ignore", "ignore", "inherit"] });
}

/**
 * Serves a folder below `/lab/` and `/other/`, as two sites on one server, with headers as ordinary servers send them. `served` counts what
 * was asked for by path; `redirects` has paths that lead elsewhere, `headers` what is sent with every file.
 */
export async function serveSite(folder) {
  const site = { folder, served: new Map(), redirects: {}, headers: {} };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    site.served.set(path, (site.served.get(path) ?? 0) + 1);
    if (path in site.redirects) return void response.writeHead(302, { location: site.redirects[path] }).end();
    const file = join(site.folder, normalize(path.replace(/^\/(lab|other)\//, "/").replace(/\/$/, "/index.html")));
    try {
      const body = readFileSync(file);
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "max-age=600", ...site.headers }).end(body);
    } catch {
      response.writeHead(404).end("There is no such file here.");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  site.origin = `http://127.0.0.1:${server.address().port}`;
  site.url = `${site.origin}/lab/`;
  site.close = () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));
  return site;
}
