// Serves a folder from memory, everything as gzip makes it at its best, and counts what it sends.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".json": "application/json", ".webmanifest": "application/manifest+json", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".png": "image/png", ".woff2": "font/woff2", ".woff": "font/woff",
};

/**
 * Begins to serve; unless `headers` say something else, nothing may be kept by the browser. `sent` says what went out since the last
 * `forget`.
 */
export async function serve(folder, headers = { "Cache-Control": "no-store" }) {
  const files = new Map(readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [`/${relative(folder, path).split(sep).join("/")}`, compressed(path)]));
  let sent;
  const forget = () => { sent = { bytes: 0, last: performance.now() }; };
  forget();
  const server = createServer(({ url, socket }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = files.get(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const before = socket.bytesWritten;
    sent.last = performance.now();
    response.on("finish", () => { sent.bytes += socket.bytesWritten - before; });
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, {
      "Content-Type": file.type, "Content-Encoding": "gzip", "Content-Length": file.body.length, ...headers,
    }).end(file.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => { server.close(); server.closeAllConnections(); };
  return { url: `http://127.0.0.1:${server.address().port}`, sent: () => sent, forget, close };
}

function compressed(path) {
  return { type: TYPES[extname(path)] ?? "application/octet-stream", body: gzipSync(readFileSync(path), { level: 9 }) };
}
