// Where the one-file build has its parts: inside the page, packed, as text that no browser runs.
//
// Takes the place of `parts.js` in `delivery-lab.html`.
import { XzReadableStream } from "xz-decompress";

/** The page as it came, before anything in it was changed: it is a part too, which packages for platforms are made of. */
const PAGE = `<!doctype html>\n${document.documentElement.outerHTML}\n`;

/** The packs of the page, each with the names and lengths of its files, in their order. */
const PACKS = [...document.querySelectorAll('[id^="pack:"]')].map((element) => {
  const files = element.dataset.files.split(" ").map((file) => file.split(":"));
  return { element, files: files.map(([name, length]) => ({ name, length: Number(length) })) };
});

/** What was unpacked, by name. */
const unpacked = new Map();

/** Unpacks all of a pack; once, whoever asks. */
function unpack(pack) {
  pack.done ??= (async () => {
    const packed = Uint8Array.from(atob(pack.element.textContent), (sign) => sign.charCodeAt(0));
    const bytes = await new Response(new XzReadableStream(new Blob([packed]).stream())).arrayBuffer();
    let begin = 0;
    for (const { name, length } of pack.files) {
      unpacked.set(name, new Uint8Array(bytes, begin, length));
      begin += length;
    }
  })();
  return pack.done;
}

/** The bytes of a part, such as `lang/de.json`. */
export async function part(name) {
  if (name === "delivery-lab.html") return new TextEncoder().encode(PAGE);
  const pack = PACKS.find(({ files }) => files.some((file) => file.name === name));
  if (!pack) throw new Error(`${name} is not in this file.`);
  await unpack(pack);
  return unpacked.get(name);
}

/** The same here and now, of what `wasm` has unpacked. */
export function partNow(name) {
  if (!unpacked.has(name)) throw new Error(`${name} is not unpacked yet.`);
  return unpacked.get(name);
}

/** What the wasm module is made from. Its later parts are unpacked with it. */
export const wasm = () => part("delivery_lab_bg.wasm");

/** The page that links to a scenario lead to: this one, which on a disk only this device can open. */
export const site = () => location.href.split(/[?#]/)[0];
