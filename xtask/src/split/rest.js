// Fetches the second part of the wasm module while the reader looks at what the first shows, and joins the two.
import { partNow, part } from "./parts.js";

const NAME = "delivery_lab_rest.wasm";

/** Where in the table of the first part the functions are that the rest takes; the build writes it here. */
const OFFERED = { begin: 0, count: 0 };

let imports; // What both parts take from JavaScript.
let first; // The instance of the first part.
let isHere = false;
let coming; // The promise of the rest, once it was asked for.
let bytes; // The rest itself, once it has come and before it is compiled.

/** The imports of the first part, and with them a way to ask for the rest at once. */
export function withRest(given) {
  imports = given;
  return { ...given, rest: { load: loadNow } };
}

/** The first part is there: the rest is asked for. */
export function firstIsHere(instance) {
  first = instance;
  restIsHere();
}

/** Resolves when the rest is there; begins to fetch it where nobody did. */
export function restIsHere() {
  coming ??= load();
  return coming;
}

async function load() {
  try {
    bytes = await part(NAME);
    const module = await WebAssembly.compile(bytes);
    // An instance fills the table by coming into being; a second one would do no harm.
    if (!isHere) await WebAssembly.instantiate(module, imported());
    isHere = true;
    bytes = undefined;
  } catch (error) {
    coming = undefined;
    // The first call that needs it asks again, and says so if it fails.
    if (!isHere) console.warn(`Delivery Lab: ${error.message}`);
  }
}

/** Something calls a function of the rest before it has come: waits for it here and now. */
function loadNow() {
  if (isHere) return;
  new WebAssembly.Instance(new WebAssembly.Module(bytes ?? partNow(NAME)), imported());
  isHere = true;
  bytes = undefined;
}

function imported() {
  const taken = { ...first.exports };
  const table = first.exports.functions;
  for (let number = 0; number < OFFERED.count; number += 1) taken[number] = table.get(OFFERED.begin + number);
  return { ...imports, first: taken };
}
