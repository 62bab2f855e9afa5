// Where the lab finds what it fetches when somebody needs it: the wasm module, languages, the course.
// In the site these are files beside this one; other builds have a module of their own in its place.

const address = (name) => new URL(`./${name}`, import.meta.url);

/** What the wasm module is loaded from. */
export const wasm = () => address("delivery_lab_bg.wasm");

/** The page that shared links lead to, wherever the element is embedded. */
export const site = () => address("index.html").href;

/** The bytes of a part, such as `lang/de.json` or `course/course.json`. */
export async function part(name, signal) {
  const answer = await fetch(address(name), { signal });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
