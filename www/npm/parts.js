// Where the package finds what it fetches when somebody needs it: the wasm module, languages, the course.
// Each address is written out, because bundlers find files by exactly this form and no other.

const PARTS = {
  "delivery_lab_bg.wasm": new URL("./delivery_lab_bg.wasm", import.meta.url),
  "delivery_lab_rest.wasm": new URL("./delivery_lab_rest.wasm", import.meta.url),
  "course/course.json": new URL("./course/course.json", import.meta.url),
  "course/text/de.json": new URL("./course/text/de.json", import.meta.url),
  "course/text/en.json": new URL("./course/text/en.json", import.meta.url),
  "course/text/es.json": new URL("./course/text/es.json", import.meta.url),
  "course/text/fr.json": new URL("./course/text/fr.json", import.meta.url),
  "course/text/ja.json": new URL("./course/text/ja.json", import.meta.url),
  "course/text/sv.json": new URL("./course/text/sv.json", import.meta.url),
  "lang/de.json": new URL("./lang/de.json", import.meta.url),
  "lang/es.json": new URL("./lang/es.json", import.meta.url),
  "lang/fr.json": new URL("./lang/fr.json", import.meta.url),
  "lang/ja.json": new URL("./lang/ja.json", import.meta.url),
};

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
export function site() {
  return labPage ?? globalThis.location?.href.split("#")[0] ?? "";
}

/** What the wasm module is loaded from: an answer of the server, or the address of a file on the disk. */
export async function wasm() {
  const place = address("delivery_lab_bg.wasm");
  if (place.protocol === "file:") return place;
  const answer = await fetch(place);
  // Servers for development answer with a page where they do not find a file.
  if (!answer.ok || answer.headers.get("content-type")?.startsWith("text/html")) {
    throw new Error(`The wasm module is not at ${place}; see “Bundlers and servers” in the README of delivery-lab.`);
  }
  return answer;
}

/** The bytes of a part, such as `lang/de.json`. */
export async function part(name, signal) {
  const place = address(name);
  if (place.protocol === "file:" && globalThis.process?.versions?.node) {
    return process.getBuiltinModule("node:fs/promises").readFile(place);
  }
  const answer = await fetch(place, { signal });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

function address(name) {
  if (base) return new URL(name, base);
  if (!(name in PARTS)) throw new Error(`${name} is no part of the package.`);
  return PARTS[name];
}

/** The same here and now: the page waits for it. */
export function partNow(name) {
  const request = new XMLHttpRequest();
  request.open("GET", address(name), false);
  // Bytes as characters: a request that is waited for may not ask for bytes.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${name}: ${request.status}`);
  return Uint8Array.from(request.responseText, (sign) => sign.charCodeAt(0));
}
