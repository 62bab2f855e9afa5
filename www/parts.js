// Where the parts of the lab come from that are not scripts: the wasm, the course, packs of languages.
//
// They lie beside this file. The one-file build has another `parts.js`, which has them inside.
import { bytesNow } from "./now.js";

/** How long a part may take to come, in milliseconds: the largest has 1.5 MB, and some networks carry 20 KB a second. */
const LONGEST_WAIT = 120_000;

const addressOf = (name) => new URL(`./${name}`, import.meta.url);

/** The bytes of a part, such as `lang/de.json`. */
export async function part(name) {
  const answer = await fetch(addressOf(name), { signal: AbortSignal.timeout(LONGEST_WAIT) });
  if (!answer.ok) throw new Error(`${addressOf(name)}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The same here and now: the page waits for it. */
export function partNow(name) {
  return bytesNow(addressOf(name));
}

/** The answer to an early question for the wasm; null once somebody has taken it, or asked without it. */
let early;

/** Asks for the wasm before anybody needs it, unless somebody has already. */
export function wasmEarly() {
  if (early !== undefined) return;
  early = fetch(wasmAddress());
  // Whoever takes it hears of it.
  early.catch(() => {});
}

/** What the wasm module is made from: the answer of the server, which is compiled while it comes. */
export function wasm() {
  const asked = early ?? wasmAddress();
  early = null;
  return asked;
}

const wasmAddress = () => addressOf("delivery_lab_bg.wasm");

/** The page that links to a scenario lead to. */
export const site = () => addressOf("index.html").href;
