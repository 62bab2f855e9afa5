// What a choice on the embed page becomes: the address of the lab, and code in each form. Pure: knows no page.

/**
 * @typedef {object} Choice
 * @property {"sample" | "lesson" | "scenario"} what the option that says what is opened
 * @property {string} value its value: a name, or the address of a file
 * @property {Record<string, string>} options the other options, those left out as they are
 * @property {"wide" | "own" | "content"} shape 16:9 as wide as the text, a width and height, or as high as its content
 * @property {number} width in pixels, for `own`
 * @property {number} height in pixels, for `own`
 * @property {"none" | "script" | "all"} hold what is held to a hash
 *
 * @typedef {object} Site
 * @property {string} base the address of the folder in which the lab lies, with a slash at its end
 * @property {string} title what a reader who does not see the lab is told it is
 * @property {string} link the words of a link to it
 * @property {Record<string, string>} hashes the `integrity` of each file, by its name
 * @property {Record<string, string>} pages the pages with an oEmbed answer, by the option that they open
 */

export const FORMS = ["iframe", "element", "markdown", "oembed"];

/** What a frame may do besides showing the lab. */
const ALLOWED = "fullscreen; clipboard-write";
/** The height of a frame where nothing but the host's script can know it, until that has spoken. */
const FIRST_HEIGHT = 540;
/** Scripts that only the pages of the site load, or nobody does where the lab is an element. */
const NOT_LOADED = /^(embed|examples|share|lms)[./]|^(early|host|frame|height|plain|splice|offline|headless)\.js$|^sw[\w-]*\.js$/;

/** The address of the lab with everything that was chosen. */
export function labAddress(choice, base) {
  return `${base}index.html?${query(choice)}`;
}

/** The code in one of the forms; nothing where there can be none. */
export function codeOf(form, choice, site) {
  switch (form) {
    case "iframe": return frame(choice, site);
    case "element": return element(choice, site);
    case "markdown": return markdown(choice, site);
    default: return site.pages[`${choice.what}=${choice.value}`] && site.base + site.pages[`${choice.what}=${choice.value}`];
  }
}

/** The options of the `<delivery-lab>` element, in the order in which they are written. */
export function attributes(choice) {
  return [[choice.what, choice.value], ...Object.entries(choice.options)];
}

function query(choice) {
  // As a person would write it: a name is a name, and only what must be escaped is.
  const written = (text) => encodeURIComponent(text).replace(/%(2F|3A)/g, decodeURIComponent);
  return attributes(choice).map(([name, value]) => `${name}=${written(value)}`).join("&");
}

function frame(choice, site) {
  const lines = [
    ["src", labAddress(choice, site.base)],
    ["title", site.title],
    ...size(choice),
    ["loading", "lazy"],
    ["allow", ALLOWED],
    ...(choice.shape === "content" ? [["data-delivery-lab", ""], ["data-height", "auto"]] : []),
  ];
  const inner = lines.map((pair) => `\n  ${written(pair)}`).join("");
  const code = `<iframe${inner}\n></iframe>`;
  return choice.shape === "content" ? `${code}\n${script("host.js", choice, site)}` : code;
}

function size({ shape, width, height }) {
  switch (shape) {
    case "own": return [["width", width], ["height", height], ["style", "border: 0; max-width: 100%"]];
    case "content": return [["width", "100%"], ["height", FIRST_HEIGHT], ["style", "border: 0"]];
    default: return [["style", "border: 0; width: 100%; aspect-ratio: 16 / 9"]];
  }
}

function element(choice, site) {
  // Without a style it is as high as the lab finds right.
  const styles = { wide: "aspect-ratio: 16 / 9", own: `width: min(100%, ${choice.width}px); height: ${choice.height}px` };
  const style = styles[choice.shape];
  const pairs = style ? [...attributes(choice), ["style", style]] : attributes(choice);
  const given = pairs.map(([name, value]) => (isOn(name, value) ? name : written([name, value])));
  return [
    ...(choice.hold === "all" ? [importMap(site)] : []),
    script("boot.js", choice, site),
    `<delivery-lab ${given.join(" ")}></delivery-lab>`,
  ].join("\n");
}

/** An attribute that is there is on, as in HTML. */
function isOn(name, value) {
  return value === "true" && name !== "lesson" && name !== "scenario";
}

function script(name, choice, site) {
  const hash = choice.hold === "none" ? undefined : site.hashes[name];
  const held = hash ? ` integrity="${hash}" crossorigin="anonymous"` : "";
  return `<script type="module" src="${escaped(site.base + name)}"${held}></script>`;
}

/** The hashes of the modules that the script loads; its own attribute covers only itself. */
function importMap({ base, hashes }) {
  const modules = Object.entries(hashes).filter(([name]) => name.endsWith(".js") && !NOT_LOADED.test(name));
  const lines = modules.map(([name, hash]) => `  ${inScript(base + name)}: "${hash}"`);
  return `<script type="importmap">{"integrity": {\n${lines.join(",\n")}\n}}</script>`;
}

/** A JSON text that no script element can be ended by. */
function inScript(text) {
  return JSON.stringify(text).replaceAll("<", "\\u003c");
}

/** One line, because Markdown ends HTML at an empty one, and no style, which MDX takes only as an object. */
function markdown(choice, site) {
  const [width, height] = choice.shape === "own" ? [choice.width, choice.height] : ["100%", FIRST_HEIGHT];
  const address = labAddress(choice, site.base);
  const given = [
    ["src", address], ["title", site.title], ["width", width], ["height", height], ["loading", "lazy"], ["allow", ALLOWED],
  ];
  // Brackets in a title, or round ones in an address, would end the link.
  const words = site.link.replace(/[[\]\\]/g, "\\$&");
  const target = address.replaceAll("(", "%28").replaceAll(")", "%29");
  return `<iframe ${given.map(written).join(" ")}></iframe>\n\n[${words}](${target})`;
}

function written([name, value]) {
  return `${name}="${escaped(value)}"`;
}

function escaped(value) {
  return String(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
