// Fetches the later parts of the wasm module while the reader looks at what the first shows, and joins them to it.
import { partNow, part } from "./parts.js";

/** In this order they join. */
const NAMES = ["delivery_lab_soon.wasm", "delivery_lab_next.wasm", "delivery_lab_rest.wasm"];

let imports; // What all parts take from JavaScript.
let first; // The instance of the first part.
let here = 0; // How many have joined.
let coming; // The promises of all, once they were asked for.
const bytes = []; // Those that have come and have not joined yet.

/** The imports of the first part, and with them a way to ask for later ones at once. */
export function withRest(given) {
  imports = { ...given, rest: { load: loadNow } };
  return imports;
}

/** The first part is there: the others are asked for. */
export function firstIsHere(instance) {
  first = instance;
  laterParts();
}

/** Promises of the later parts, in their order: each resolves when it can be used. Begins to fetch them where nobody did. */
export function laterParts() {
  if (!coming) {
    // One comes while the one before is compiled, and never beside another that is needed sooner.
    let [isCarried, isJoined] = [];
    coming = NAMES.map((name, number) => {
      const carried = Promise.resolve(isCarried).then(() => part(name));
      isCarried = carried.catch(() => {});
      return (isJoined = add(number, carried, isJoined));
    });
  }
  return coming;
}

/** Joins a part to the others when it has come and the one before has joined. */
async function add(number, carried, before) {
  try {
    bytes[number] = await carried;
    const module = await WebAssembly.compile(bytes[number]);
    await before;
    if (here === number) join(module);
  } catch (error) {
    coming = undefined;
    // What came damaged is asked for anew.
    bytes[number] = undefined;
    // The first call that needs it asks again, and says so if it fails.
    if (here <= number) console.warn(`Delivery Lab: ${error.message}`);
  }
}

/** Something calls a function that has not come yet: waits here and now for the part that puts it into its slot. */
function loadNow(slot) {
  try {
    while (here < NAMES.length && first.exports.functions.get(slot) === null) {
      join(new WebAssembly.Module(bytes[here] ?? partNow(NAMES[here])));
    }
  } catch (error) {
    // The program stops in the middle of what it was doing, as at any other fault that it cannot get over.
    throw new WebAssembly.RuntimeError(error.message);
  }
}

/** Joins the next part to those before. Only once: it sets memory to what it begins with. */
function join(module) {
  const before = { ...first.exports };
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (from === "before" && kind === "function") before[name] = first.exports.functions.get(Number(name));
  }
  new WebAssembly.Instance(module, { ...imports, before });
  bytes[here] = undefined;
  here += 1;
}
