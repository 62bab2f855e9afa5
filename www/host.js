// For pages that show Delivery Lab in a frame: `attach` makes a frame answer to methods, and elements with `data-delivery-lab` become
// frames by themselves. Needs nothing else, and may be copied to any server.

/** The name and the version of the envelope in which page and lab talk: `{ns, v, type, id, payload}`. */
const NS = "delivery-lab";
const VERSION = 1;
/** How long a frame that has loaded may keep silent, in milliseconds. */
const LONGEST_SILENCE = 30_000;
/** What a frame may be told to be high, in pixels. */
const [LOWEST, HIGHEST] = [100, 10_000];

/** The options that go into the address of a frame, one table with the element's attributes. */
const OPTIONS = [
  "sample", "scenario", "lesson", "mode", "weeks", "seed", "lang", "theme", "readonly", "autoplay", "controls", "keep", "poster",
];
const METHODS = [
  "getScenario", "setScenario", "openLink", "run", "play", "pause", "seek", "getState", "setState", "getReport",
];

/** By frame, so that attaching twice gives the same controller. */
const attached = new WeakMap();

const gone = () => new Error("This controller of a Delivery Lab frame was disposed of.");

/** Talks with the lab in a frame. */
export class LabController {
  #frame;
  #origin;
  #autoHeight;
  #asked = new Map();
  #number = 0;
  #silence;
  #meet;
  #isMet = false;
  #isRefused = false;
  #isGone = false;
  #hear = (event) => this.#take(event);
  #loaded = () => this.#greet(true);

  /** What the lab said of itself when it answered; rejects where the frame keeps silent. */
  ready;

  constructor(frame, { origin, autoHeight = false } = {}) {
    this.#frame = frame;
    this.#origin = origin ?? originOf(frame);
    this.#autoHeight = autoHeight;
    this.#wait();
    addEventListener("message", this.#hear);
    frame.addEventListener("load", this.#loaded);
    // It may have loaded long ago; one that is lazy may never load.
    this.#greet(this.#origin !== "null" && !isBlank(frame));
  }

  get frame() { return this.#frame; }

  /** Sets options, such as `{weeks: 12, theme: "dark"}`; null brings a default back. */
  set(options) { return this.#call("set", options); }

  /** Listens to an event of the lab by its name without `delivery-lab-`; gives what ends that. */
  on(name, listener) {
    const hear = (event) => listener(event.detail, event);
    this.#frame.addEventListener(`delivery-lab-${name}`, hear);
    return () => this.#frame.removeEventListener(`delivery-lab-${name}`, hear);
  }

  /** Lets go of the frame, which stays as it is. What was asked and not answered is refused. */
  dispose() {
    removeEventListener("message", this.#hear);
    this.#frame.removeEventListener("load", this.#loaded);
    clearTimeout(this.#silence);
    attached.delete(this.#frame);
    this.#isGone = true;
    this.#refuse(gone());
  }

  #wait() {
    this.ready = new Promise((resolve, reject) => (this.#meet = { resolve, reject }));
    this.ready.catch(() => {});
  }

  /** Says that this page listens, and to what. From a frame that has loaded an answer is expected. */
  #greet(isLoaded) {
    clearTimeout(this.#silence);
    const tooLong = () => this.#refuse(new Error(
      `The frame ${this.#frame.src} does not answer. Is it the page of Delivery Lab, at the origin ${this.#origin}?`,
    ));
    if (isLoaded) this.#silence = setTimeout(tooLong, LONGEST_SILENCE);
    this.#post("hello", { events: true, height: this.#autoHeight }, "hello");
  }

  #post(type, payload, id) {
    // A frame at its first, empty page hears nothing, and the browser would complain. One without an origin of its own, such as a
    // sandboxed one, can be addressed by no other name than `*`.
    if (isBlank(this.#frame)) return;
    this.#frame.contentWindow?.postMessage({ ns: NS, v: VERSION, type, id, payload }, this.#origin === "null" ? "*" : this.#origin);
  }

  /** Asks the lab; it may take its time, as it opens, waits for a click, or runs. */
  async #call(type, payload) {
    await this.ready;
    if (this.#isGone) throw gone();
    this.#number += 1;
    const id = this.#number;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#post(type, payload, id);
    });
  }

  #take({ source, origin, data }) {
    if (source !== this.#frame.contentWindow || origin !== this.#origin) return;
    if (typeof data !== "object" || data === null || data.ns !== NS || data.v !== VERSION) return;
    const payload = typeof data.payload === "object" && data.payload !== null ? data.payload : {};
    if (data.type === "hello") this.#begin();
    else if (data.type === "hello.response") this.#welcome(payload.value);
    else if (data.type === "event") this.#tell(payload);
    else if (data.type === "height") this.#resize(payload.height);
    else if (this.#asked.has(data.id)) this.#settle(data.id, payload);
  }

  /** A lab has come into the frame; one that was there before is gone, and with it what it was asked. */
  #begin() {
    if (this.#isMet) this.#refuse(new Error("The lab in the frame was loaded anew before it answered."));
    this.#greet(true);
  }

  #welcome(about) {
    clearTimeout(this.#silence);
    if (this.#isRefused) this.#wait();
    this.#isMet = true;
    this.#isRefused = false;
    this.#meet.resolve(about);
  }

  #settle(id, { value, error }) {
    const { resolve, reject } = this.#asked.get(id);
    this.#asked.delete(id);
    if (typeof error === "string") reject(new Error(error));
    else resolve(value);
  }

  /** The lab's events, under the names that the element's have, on the frame. */
  #tell({ name, detail }) {
    if (typeof name !== "string" || !/^[a-z-]{1,40}$/.test(name)) return;
    this.#frame.dispatchEvent(new CustomEvent(`delivery-lab-${name}`, { bubbles: true, detail }));
  }

  #resize(height) {
    if (!this.#autoHeight || !Number.isFinite(height)) return;
    this.#frame.style.height = `${Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(height)))}px`;
  }

  #refuse(error) {
    this.#isRefused = true;
    this.#meet.reject(error);
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }

  /** @internal */
  static { for (const name of METHODS) this.prototype[name] = function (payload) { return this.#call(name, payload); }; }
}

/**
 * Talks with the lab in a frame of this page. `autoHeight` lets the frame be as high as the lab likes; `origin` is needed only where
 * the address of the frame leads on to another origin.
 */
export function attach(frame, options) {
  if (!(frame instanceof HTMLIFrameElement)) throw new TypeError("attach takes the <iframe> that shows Delivery Lab.");
  if (!attached.has(frame)) attached.set(frame, new LabController(frame, options));
  return attached.get(frame);
}

/**
 * Puts a frame in the place of each element with `data-delivery-lab`, and attaches it. What stood there, such as a link, is what
 * readers without scripts see. Gives the controllers.
 */
export function upgrade(root = document) {
  return [...root.querySelectorAll("[data-delivery-lab]")].map((place) => {
    const autoHeight = place.dataset.height === "auto";
    if (place instanceof HTMLIFrameElement) return attach(place, { autoHeight });
    const frame = frameFor(place);
    place.replaceWith(frame);
    return attach(frame, { autoHeight });
  });
}

/** The frame that an element asks for by its `data-` attributes. */
function frameFor(place) {
  const { dataset, id, className } = place;
  const link = place.matches("a[href]") ? place : place.querySelector("a[href]");
  // The address may come from a link that readers follow without scripts; else the lab lies beside this script.
  const address = new URL(dataset.src ?? link?.getAttribute("href") ?? new URL("./index.html", import.meta.url), document.baseURI);
  for (const name of OPTIONS) if (name in dataset) address.searchParams.set(name, dataset[name]);
  const frame = document.createElement("iframe");
  frame.title = dataset.title ?? (place.textContent.trim() || "Delivery Lab");
  frame.allow = "fullscreen; clipboard-write";
  frame.loading = "lazy";
  if (id) frame.id = id;
  frame.className = className;
  // By properties and not by an attribute, which the page's content security policy may forbid.
  Object.assign(frame.style, { display: "block", inlineSize: "100%", border: "0" });
  if (dataset.height === "auto") frame.style.height = "640px";
  else if (/^\d{2,4}$/.test(dataset.height ?? "")) frame.style.height = `${dataset.height}px`;
  else frame.style.aspectRatio = "16 / 9";
  frame.src = /^https?:$|^file:$/.test(address.protocol) ? address.href : "about:blank";
  return frame;
}

/** The origin of what a frame shows; "null" for one that has none. */
function originOf(frame) {
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  if (isOpaque) return "null";
  const { origin, protocol } = new URL(frame.src || "about:blank", document.baseURI);
  return protocol === "file:" ? "null" : protocol === "about:" ? location.origin : origin;
}

/** Whether a frame still shows the empty page that every frame begins with. */
function isBlank(frame) {
  try {
    return frame.contentDocument?.URL === "about:blank";
  } catch {
    return false;
  }
}

if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => upgrade(), { once: true });
else upgrade();
