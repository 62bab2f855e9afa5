// Where the one-file build has its parts: inside the page, compressed, as text that no browser runs.
//
// Takes the place of `parts.js` in `delivery-lab.html`.

/** The page as it came, before anything in it was changed: it is a part too, which packages for platforms are made of. */
const PAGE = `<!doctype html>\n${document.documentElement.outerHTML}\n`;

/** What was unpacked and is asked for here and now. */
const unpacked = new Map();

/** The bytes of a part, such as `lang/de.json`. */
export async function part(name) {
  if (unpacked.has(name)) return unpacked.get(name);
  if (name === "delivery-lab.html") return new TextEncoder().encode(PAGE);
  const held = document.getElementById(`part:${name}`);
  if (!held) throw new Error(`${name} is not in this file.`);
  const packed = Uint8Array.from(atob(held.textContent.trim()), (sign) => sign.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The same here and now, of what `wasm` has unpacked. */
export function partNow(name) {
  if (!unpacked.has(name)) throw new Error(`${name} is not unpacked yet.`);
  return unpacked.get(name);
}

/** What the wasm module is made from. Its later parts, where there are such, are unpacked with it. */
export async function wasm() {
  for (const later of ["delivery_lab_soon.wasm", "delivery_lab_rest.wasm"]) {
    if (document.getElementById(`part:${later}`)) unpacked.set(later, await part(later));
  }
  return part("delivery_lab_bg.wasm");
}

/** The page that links to a scenario lead to: this one, which on a disk only this device can open. */
export const site = () => location.href.split(/[?#]/)[0];
