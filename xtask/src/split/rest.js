// Fetches the second part of the wasm module while the reader looks at what the first shows, and joins the two.
import { partNow, part } from "./parts.js";

const NAME = "delivery_lab_rest.wasm";

let imports; // What both parts take from JavaScript.
let first; // The instance of the first part.
let isHere = false;
let coming; // The promise of the rest, once it was asked for.

/** The imports of the first part, and with them a way to ask for the rest at once. */
export function withRest(given) {
  imports = given;
  return { ...given, rest: { load: loadNow } };
}

/** The first part is there: the rest is asked for as soon as what it shows is drawn. */
export function firstIsHere(instance) {
  first = instance;
  setTimeout(restIsHere, 0);
}

/** Resolves when the rest is there; begins to fetch it where nobody did. */
export function restIsHere() {
  coming ??= load();
  return coming;
}

async function load() {
  try {
    const module = await WebAssembly.compile(await part(NAME));
    // An instance fills the table by coming into being; a second one would do no harm.
    if (!isHere) await WebAssembly.instantiate(module, imported());
    isHere = true;
  } catch (error) {
    coming = undefined;
    // The first call that needs it asks again, and says so if it fails.
    if (!isHere) console.warn(`Delivery Lab: ${error.message}`);
  }
}

/** Something calls a function of the rest before it has come: waits for it here and now. */
function loadNow() {
  if (isHere) return;
  try {
    new WebAssembly.Instance(new WebAssembly.Module(partNow(NAME)), imported());
  } catch (error) {
    // The program stops in the middle of what it was doing, as at any other fault that it cannot get over.
    throw new WebAssembly.RuntimeError(error.message);
  }
  isHere = true;
}

function imported() {
  return { ...imports, first: first.exports };
}
