// Where the package finds what it fetches when somebody needs it: the wasm module, languages, the course.
import { bytesNow } from "./now.js";

/**
 * The address of each part. The build writes them out, because bundlers find files by `new URL("./file",
 * import.meta.url)` and by no other form.
 */
const PARTS = {};

/** How long a part may take to come, in milliseconds: the largest has 1.5 MB, and some networks carry 20 KB a second. */
const LONGEST_WAIT = 120_000;

let base;
let labPage;

/**
 * Says where things are that the package cannot know.
 *
 * @param {object} given
 * @param {string | URL} [given.base] a folder of your server that has a copy of the package's files, with a slash at the
 *   end: for bundlers that do not understand `new URL("./file", import.meta.url)`
 * @param {string | URL} [given.site] the page that shared links lead to; else the page that the element is in, which
 *   opens them by `lab.openLink(location.hash)`
 */
export function configure({ base: folder, site } = {}) {
  const absolute = (address) => new URL(address, globalThis.document?.baseURI ?? globalThis.location?.href);
  if (folder !== undefined) base = absolute(folder);
  if (site !== undefined) labPage = absolute(site).href;
}

/** The page that shared links lead to. */
export const site = () => labPage ?? globalThis.location?.href.split("#")[0] ?? "";

/** What the wasm module is made from: the answer of the server, which is compiled while it comes, or bytes. */
export async function wasm() {
  const address = addressOf("delivery_lab_bg.wasm");
  return isOnDisk(address) ? readNow(address) : fetched(address);
}

/** The bytes of a part, such as `lang/de.json`. */
export async function part(name) {
  const address = addressOf(name);
  if (isOnDisk(address)) return readNow(address);
  return new Uint8Array(await (await fetched(address)).arrayBuffer());
}

/** The same here and now: the page waits for it. */
export function partNow(name) {
  const address = addressOf(name);
  if (isOnDisk(address)) return readNow(address);
  return bytesNow(address);
}

function addressOf(name) {
  if (base) return new URL(name, base);
  if (!(name in PARTS)) throw new Error(`${name} is no part of the package.`);
  return PARTS[name];
}

async function fetched(address) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(LONGEST_WAIT) });
  // Servers for development answer with a page where they do not find a file.
  if (!answer.ok || answer.headers.get("content-type")?.startsWith("text/html")) {
    throw new Error(`Nothing of delivery-lab is at ${address}; see “Bundlers and servers” in its README.`);
  }
  return answer;
}

/** Whether it is the address of a file and this is Node, which does not fetch such. */
function isOnDisk(address) {
  return address.protocol === "file:" && typeof process === "object" && Boolean(process.versions?.node);
}

/** Not by an import, which bundlers for browsers would follow. */
function readNow(address) {
  return process.getBuiltinModule("node:fs").readFileSync(address);
}
