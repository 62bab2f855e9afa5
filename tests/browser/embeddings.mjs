// The ways to put the lab into a page that are the same in every browser: who serves what, with which headers, in what frame.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { hostPage, startHost } from "./hosts.mjs";

const CORS = { "access-control-allow-origin": "*" };
/** What a host may set on its pages at its strictest. */
const NONCE_CSP = "default-src 'none'; script-src 'nonce-cafe' 'strict-dynamic'; style-src 'nonce-cafe'; img-src data:; frame-src *; object-src 'none'; base-uri 'none'";
/** What the lab's own server may set at its strictest. */
const STRICT_CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** The page that is everything in one file. */
export const SINGLE_FILE = "delivery-lab.html";

export const EMBEDDINGS = [
  { name: "a frame of the same origin", isSameOrigin: true },
  { name: "a frame of another origin" },
  { name: 'sandbox="allow-scripts", files with a CORS header', attributes: 'sandbox="allow-scripts"', labHeaders: CORS, isOpaque: true },
  { name: 'sandbox="allow-scripts", the single file', attributes: 'sandbox="allow-scripts"', file: SINGLE_FILE, isOpaque: true },
  { name: 'sandbox="allow-scripts allow-same-origin"', attributes: 'sandbox="allow-scripts allow-same-origin"' },
  { name: "a host with nonce and strict-dynamic", nonce: "cafe", headers: { "content-security-policy": NONCE_CSP } },
  { name: "the lab's own strict policy", labHeaders: { "content-security-policy": STRICT_CSP } },
  { name: "320 px wide", style: "iframe { width: 320px; height: 640px }" },
  { name: "loading=lazy", attributes: 'loading="lazy"', style: "iframe { margin-top: 9000px }", isLazy: true },
];

/**
 * Starts the servers of an embedding and puts its page on one; gives the address of the page, the servers, and what stops them.
 * Two origins are two sites, as far as this machine has names for that.
 */
export async function arrange({ isSameOrigin, labHeaders, file = "index.html", attributes = "", headers = {}, query = "", ...looks }) {
  const around = await startHost(isSameOrigin ? { labHeaders } : {});
  const of = isSameOrigin ? around : await startHost({ labHeaders, name: "localhost" });
  const frame = `<iframe src="${of.origin}/lab/${file}${query}" title="Delivery Lab" ${attributes}></iframe>`;
  around.put("page", { html: hostPage(frame, looks), headers });
  return { address: `${around.origin}/page`, around, of, stop: () => Promise.all([...new Set([around, of])].map((server) => server.stop())) };
}

/** The bytes of the single file; an error that says who makes it where the site has none. */
export async function fetchSingleFile() {
  const answer = await fetch(new URL(SINGLE_FILE, process.env.BASE_URL));
  if (!answer.ok) throw new Error(`${SINGLE_FILE} is not beside the site's index.html (${answer.status}); the build makes it.`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Puts the single file on this machine's disk for as long as `use` takes, and gives that its address. */
export async function onDisk(use) {
  const folder = await mkdtemp(join(tmpdir(), "delivery-lab-"));
  try {
    const file = join(folder, SINGLE_FILE);
    await writeFile(file, await fetchSingleFile());
    await use(pathToFileURL(file).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Two elements on one page, without a frame: `a` and `b`. */
export const TWO_ELEMENTS = `<!doctype html><title>Two</title><link rel="icon" href="data:,"><style>delivery-lab { height: 500px }</style>
  <script type="module" src="/lab/boot.js"></script>
  <delivery-lab id="a" weeks="4"></delivery-lab><delivery-lab id="b" weeks="4" sample="birthday"></delivery-lab>`;

/** Prints what became of each way to embed. */
export function printTable(title, rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(["", title, ...rows.map(({ name, browser, outcome }) => `  ${name.padEnd(width)}  ${browser}  ${outcome}`), ""].join("\n"));
}
