// The <delivery-lab> element: attributes, life cycle and methods, each handed on to the wasm module.
// Knows nothing of deliveries.
import { breakdownCard, isTrap, messageOf, watchFaults } from "./breakdown.js";
import { lendListeners } from "./listeners.js";
import { alarm, poster, skeleton, smallWays, waiting, wordsIn } from "./opening.js";
import { part, site, wasm } from "./parts.js";
import { holdUntil, painted } from "./patience.js";
import { base, first } from "./style.js";

/** The options of the element, of the page's query string and of the host's messages. */
export const OPTIONS = [
  "sample", "scenario", "lesson", "mode", "weeks", "seed", "lang", "theme", "readonly", "autoplay", "controls", "keep", "poster",
];

/** The languages of the page; the first two are part of the wasm module, the others are packs in `lang`. */
export const LANGUAGES = ["en", "sv", "de", "fr", "es", "ja"];
/** Languages that only tests have packs of: long, from right to left, hostile. */
const FOR_TESTS = ["xl", "xr", "xi"];

/** The largest scenario file that is fetched, in bytes; the wasm module reads no larger one. */
const LARGEST_FILE = 256 << 20;
/** The largest lesson file that is fetched, in bytes. */
const LARGEST_LESSON = 4 << 20;
/** How long a scenario file may take to come, in milliseconds. */
const LONGEST_WAIT = 20_000;

let sheets;
let loading;
/** The elements that have a lab: they share one program, and with it its end. */
const mounted = new Set();
/** What became of the packs that were asked for, by code; one that failed may be asked for again. */
const packs = new Map();

/** The same sheets for all elements of the page. What only later views need is put between the others when it has come. */
function sharedSheets() {
  sheets ??= [base, "", first].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  return sheets;
}

/** Fetches the styles of what a first visit does not show. */
async function takeLaterStyles() {
  const { later } = await import("./style-later.js");
  sharedSheets()[1].replaceSync(later);
}

/** Loads the wasm module once for all elements of the page. */
function loadModule() {
  loading ??= import("./delivery_lab.js").then(async (module) => {
    await painted();
    const exports = await module.default({ module_or_path: await wasm() });
    watchFaults(isOnlyWasm(), (message) => breakDown(module, message));
    // Only the release comes in parts: what opens the page, what plays, what most do next, and all.
    const [soon, next, rest] = Reflect.get(module, "laterParts")?.() ?? [];
    // Nothing before the part after them needs these styles. Without them later views are only less pretty.
    const styled = Promise.resolve(soon).then(takeLaterStyles).catch((error) => console.warn(`Delivery Lab: ${error.message}`));
    const parts = rest && [soon, ...[next, rest].map((part) => Promise.all([part, styled]))];
    return { ...module, exports, soon, parts, whole: parts?.at(-1) };
  });
  return loading;
}

/** Resolves once all of the program has come. */
export const complete = async () => (await loading)?.whole;

/** Whether the page is the lab's own, which has no other wasm. */
const isOnlyWasm = () => document.querySelector('delivery-lab[data-options="address"]') !== null;

/** The program has broken down: each lab says so, and none is opened any more until the page is loaded again. */
function breakDown(module, message) {
  const stopped = [...mounted];
  if (stopped.length === 0) return;
  try {
    // It saves what it can and knows what it has saved. A panic has done so by itself.
    module.breakDown(message);
  } catch (error) {
    console.info(messageOf(error));
  }
  for (const element of stopped) element[STOP](message);
}

/** A method that nobody but this module can call. */
const STOP = Symbol("stop");

/** The bytes at an address; an error where it does not answer well, or with too much. */
async function fetchBytes(address, signal, largest = LARGEST_FILE) {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const parts = [];
  let size = 0;
  // Counted on the way: a server need not say how much it sends.
  for (const reader = answer.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    if (size > largest) {
      await reader.cancel();
      throw new Error(`${address}: more than ${largest} bytes`);
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Whether a `lesson` is the address of a file and not the name of one of the course's lessons. */
function isAddress(lesson) {
  return /[./:]/.test(lesson ?? "");
}

/** Whether a switch is on: there, as in HTML, unless its value says off. */
const isOn = (value) => value !== null && !["false", "0", "no", "off"].includes(value.trim().toLowerCase());

/** The language of a code such as `de-AT`, if the page has it. */
export const languageOf = (code) => {
  const primary = code?.trim().toLowerCase().split(/[-_]/)[0];
  return [...LANGUAGES, ...FOR_TESTS].find((known) => known === primary);
};

/** The first of the reader's languages that the page has. */
export const readersLanguage = () => navigator.languages.map(languageOf).find(Boolean) ?? LANGUAGES[0];

/** Fetches the pack of a language, once for all elements of the page, and hands it to the wasm module. */
function takePack(lang) {
  // English is what the module itself speaks.
  if (lang === undefined || lang === LANGUAGES[0]) return Promise.resolve();
  if (!packs.has(lang)) {
    const taken = Promise.all([loadModule(), part(`lang/${lang}.json`)]).then(async ([module, bytes]) => {
      // The first part of the module reads no packs.
      await module.soon;
      if (!module.takeLanguage(lang, bytes)) throw new Error(`no pack of ${lang}`);
    });
    packs.set(lang, taken.catch(() => packs.delete(lang)));
  }
  return packs.get(lang);
}

/** Options with which a lab begins much as without them: it draws the same, of another scenario or in other colours. */
const AS_AT_FIRST = ["sample", "weeks", "seed", "lang", "theme", "controls", "keep", "poster"];

/** Whether the device keeps something of the lab under a name. */
const isOurs = (name) => name.startsWith("delivery-lab/");

/** Whether the device keeps earlier work, which may begin with anything. */
function isKept(lab) {
  try {
    const keep = lab.getAttribute("keep");
    return (keep === null || isOn(keep)) && Object.keys(localStorage).some(isOurs);
  } catch {
    return false; // The browser keeps nothing.
  }
}

/** Which of the module's parts a lab should not begin without: without one that is missing, the page would stand still. */
function beginsWith(lab) {
  const asked = OPTIONS.filter((name) => lab.hasAttribute(name));
  if (isKept(lab) || asked.some((name) => !AS_AT_FIRST.includes(name))) return "whole";
  const lang = languageOf(lab.getAttribute("lang")) ?? languageOf(lab.lang || document.documentElement.lang);
  return asked.length > 0 || (lang ?? LANGUAGES[0]) !== LANGUAGES[0] ? "soon" : "first";
}

/** A promise with its two ends; nobody needs to be waiting when it is rejected. */
function promised() {
  const ends = {};
  ends.promise = new Promise((resolve, reject) => Object.assign(ends, { resolve, reject }));
  ends.promise.catch(() => {});
  return ends;
}

// On a server that makes pages ahead there are no elements, and the class is only passed on.
export class DeliveryLabElement extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = OPTIONS;

  #handle; // What wasm's mount returned, guarded; undefined before and after.
  #cardWords; // The words of the card that says that the program has broken down.
  #card; // That card, once it is there.
  #takeBack; // Takes the program's listeners off the root.
  #stopHolding; // Lets go of what waits for the rest of the program.
  #root; // The div it is mounted in. Yew's listeners stay on it for ever, so each mount has its own.
  #isPosted = false; // Whether the poster stands in place of the lab.
  #opening; // The attempt to open that is under way, if one is.
  #lesson; // The lesson file on its way, or come; undefined where none was asked for.
  #asked; // Aborts the fetching of a scenario that is no longer wanted.
  #resume = false; // Whether it played when it was taken out of the page.
  #ready = promised();
  #isSpent = false; // Whether #ready is rejected, so that the next opening needs a new one.

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = sharedSheets();
  }

  connectedCallback() {
    // On its way in another place of the page, or broken down: it stays as it is.
    if (this.#opening || this.#card) return;
    if (!this.#handle) {
      if (isOn(this.getAttribute("poster"))) this.#showPoster();
      else this.#open();
    } else if (this.#resume) {
      this.#resume = false;
      this.#handle.play();
    }
  }

  disconnectedCallback() {
    // Once, whatever happens next: a page may take an element out and put it back several times at a stroke.
    this.#resume = this.#handle?.pause() === true || this.#resume;
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (this.#isPosted && name === "poster" && !isOn(after)) return void this.#open();
    if (this.#isPosted && name === "lang") return this.#showPoster();
    if (before === after || !this.#handle || name === "poster") return;
    if (name === "lesson" && isAddress(after)) return void (this.#lesson = this.#fetchLesson(this.#root, after));
    if (name === "scenario") {
      if (after !== null) this.#fetchScenario(after).then((open) => this.#handle && open?.(this.#handle));
    } else {
      this.#handle.setOption(name, after);
    }
  }

  /** The scenario as a plain object. */
  async getScenario() { return (await this.#ready.promise).getScenario(); }
  /** Opens a scenario: a plain object or the text of a `.lab.json` file. */
  async setScenario(scenario) { return (await this.#ready.promise).setScenario(scenario); }
  /** Opens the scenario in the fragment of a shared link; tells whether that worked. */
  async openLink(fragment) { return (await this.#ready.promise).openLink(fragment); }
  /** Plays to the end and hands over the report once the run is over. */
  async run(options = {}) { return (await this.#begun()).run(options); }
  async play() { (await this.#begun()).play(); }
  /** Stops the player; tells whether it was playing. */
  async pause() { return (await this.#ready.promise).pause(); }
  /** Moves the playhead to an ISO date. */
  async seek(isoDate) { return (await this.#ready.promise).seek(isoDate); }
  /** What is on show, as a plain object that `setState` takes. */
  async getState() { return (await this.#ready.promise).getState(); }
  async setState(state) {
    await this.#ready.promise;
    // Progress in a lesson that comes from a file can only be taken up once that is there.
    await this.#lesson;
    return (await this.#ready.promise).setState(state);
  }
  async getReport() { return (await this.#ready.promise).getReport(); }
  /** Stops and empties the element. Putting it into a page again opens it anew. */
  dispose() { this.#close(); }

  /** Shows the poster; the lab itself comes once somebody starts it. */
  #showPoster() {
    this.#isPosted = true;
    this.#renew();
    const start = async () => {
      this.#open();
      const handle = await this.#ready.promise.catch(() => undefined);
      // The button had the focus, and is gone.
      if (handle && handle === this.#handle) this.#root.querySelector(".lab")?.focus();
    };
    this.shadowRoot.replaceChildren(poster(this.#words(), start));
  }

  /** The lab; where the poster stands in its place, this starts it. */
  #begun() {
    if (this.#isPosted) this.#open();
    return this.#ready.promise;
  }

  /** Has the methods wait again, where they were refused before. */
  #renew() {
    if (this.#isSpent) this.#ready = promised();
    this.#isSpent = false;
  }

  async #open() {
    if (this.#opening) return;
    this.#isPosted = false;
    const opening = (this.#opening = {});
    this.#renew();
    // What the page has put between the tags stays until the lab is there.
    const inside = this.childElementCount > 0 ? document.createElement("slot") : skeleton();
    this.shadowRoot.replaceChildren(waiting(this.#words(), inside));
    try {
      const fetched = this.#wantedScenario();
      // Fetched at once where it is known by now; one that the device remembers is asked for later.
      const pack = takePack(languageOf(this.getAttribute("lang")) ?? languageOf(this.#pageLang()));
      const [module, wanted] = [await loadModule(), await fetched, await pack];
      // What is not like a plain first visit begins with what the first part has not.
      await module[beginsWith(this)];
      // The browser has had much to do with the program by now, and gets to what else waits.
      await new Promise((resolve) => setTimeout(resolve));
      if (opening === this.#opening) this.#mount(module, wanted);
    } catch (error) {
      if (opening === this.#opening) this.#fail(error);
    } finally {
      if (opening === this.#opening) this.#opening = undefined;
    }
  }

  #mount(module, wanted) {
    const root = document.createElement("div");
    root.setAttribute("part", "root");
    // Unseen, under what stands in its place, until all of it is there.
    root.className = "root is-opening";
    this.shadowRoot.append(root);
    this.#root = root;
    this.#takeBack = lendListeners(root, module.exports);
    if (module.parts) this.#stopHolding = holdUntil(this.shadowRoot, module.parts);
    mounted.add(this);
    const handle = this.#started(module, root);
    // It may have broken down on the way.
    if (root !== this.#root) return;
    this.#handle = this.#guarded(module, handle);
    const scenario = this.getAttribute("scenario");
    if (scenario === wanted.address) wanted.open?.(this.#handle);
    else this.attributeChangedCallback("scenario", wanted.address, scenario);
    const lesson = this.getAttribute("lesson");
    this.#lesson = isAddress(lesson) ? this.#fetchLesson(root, lesson) : undefined;
  }

  #started(module, root) {
    try {
      return module.mount(root, this.#options(), (type, detail) => this.#hear(root, type, detail));
    } catch (error) {
      breakDown(module, messageOf(error));
      return undefined;
    }
  }

  /** The handle, whose methods may break the program down: then the card is shown, and the method refuses with its sentence. */
  #guarded(module, handle) {
    const guard = (method) => (...given) => {
      try {
        return method.apply(handle, given);
      } catch (error) {
        if (!isTrap(error)) throw error;
        breakDown(module, messageOf(error));
        return this.#ready.promise;
      }
    };
    return new Proxy(handle, { get: (_, name) => (typeof handle[name] === "function" ? guard(handle[name]) : handle[name]) });
  }

  /** What the mounted lab says. A root that has been left may still speak once. */
  #hear(root, type, detail) {
    if (type === "report") return void (root === this.#card?.root && this.#card.tell(detail));
    if (root !== this.#root) return;
    if (type === "card") return void (this.#cardWords = detail);
    if (type === "broken") return this.#stop(detail.message, detail);
    if (type === "want-course") return void this.#fetchCourse(root, detail.lang);
    if (type === "want-page") return void this.#fetchPage(root);
    if (type === "want-lang") return void this.#fetchPack(root, detail.lang);
    if (type === "ready") {
      root.previousElementSibling.remove();
      root.classList.remove("is-opening");
      this.#ready.resolve(this.#handle);
    }
    if (detail.what === "language") this.#offerMore(root, detail.lang);
    this.#emit(type, detail);
  }

  /** The scenario that the attribute names by now, with what opens it, if it names one. */
  async #wantedScenario() {
    for (let address, open; ; ) {
      address = this.getAttribute("scenario");
      if (address === null) return { address };
      open = await this.#fetchScenario(address);
      if (address === this.getAttribute("scenario")) return { address, open };
    }
  }

  /** Fetches a scenario file; gives what then opens it, or nothing if another was asked for meanwhile. */
  async #fetchScenario(address) {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    try {
      const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(LONGEST_WAIT)]);
      const bytes = await fetchBytes(new URL(address, document.baseURI), signal);
      return asked.signal.aborted ? undefined : (handle) => handle.openFile(address, bytes);
    } catch {
      return asked.signal.aborted ? undefined : (handle) => handle.cannotLoad(address);
    }
  }

  /** Fetches a lesson file and opens it for a learner. */
  async #fetchLesson(root, address) {
    const here = (use) => root === this.#root && this.getAttribute("lesson") === address && this.#handle && use(this.#handle);
    try {
      const bytes = await fetchBytes(new URL(address, document.baseURI), AbortSignal.timeout(LONGEST_WAIT), LARGEST_LESSON);
      here((handle) => handle.openLesson(address, bytes));
    } catch {
      here((handle) => handle.cannotLoad(address));
    }
  }

  /** Fetches the course and its words in one language, which lie beside this file. */
  async #fetchCourse(root, lang) {
    const piece = (name) => part(`course/${name}.json`);
    const here = (use) => root === this.#root && this.#handle && use(this.#handle);
    try {
      // A language may have words for the page and none for the course yet.
      const text = piece(`text/${lang}`).catch(() => piece(`text/${LANGUAGES[0]}`));
      const [course, words] = await Promise.all([piece("course"), text]);
      here((handle) => handle.courseCame(course, words, lang));
    } catch {
      here((handle) => handle.courseFailed());
    }
  }

  /** Fetches the page in one file, which lies beside this file and goes into packages for learning platforms. */
  async #fetchPage(root) {
    const here = (use) => root === this.#root && this.#handle && use(this.#handle);
    try {
      const page = await part("delivery-lab.html");
      here((handle) => handle.pageCame(page));
    } catch {
      here((handle) => handle.pageFailed());
    }
  }

  /** Fetches the pack of a language. Whether it came, the module knows. */
  async #fetchPack(root, lang) {
    await takePack(lang);
    if (root === this.#root) this.#handle?.langCame(lang);
  }

  #close() {
    const handle = this.#handle;
    mounted.delete(this);
    this.#handle = undefined;
    this.#card = undefined;
    this.#opening = undefined;
    this.#isPosted = false;
    this.#resume = false;
    this.#asked?.abort();
    this.#refuse(new Error("This delivery-lab element was removed from its page or disposed of."));
    handle?.dispose();
    if (handle) this.#takeBack();
    this.#stopHolding?.();
    this.#root?.remove();
    this.#root = undefined;
    this.shadowRoot.replaceChildren();
  }

  #fail(error) {
    const words = this.#words();
    const message = error instanceof Error ? error.message : String(error);
    this.shadowRoot.replaceChildren(alarm(words.failed, [words.remedy, message]));
    this.#refuse(error);
    this.#emit("error", { message });
  }

  /** The program broke down without saying so to this lab. */
  [STOP](message) {
    if (this.#cardWords) return this.#stop(message, this.#cardWords);
    this.#letGo();
    this.#fail(new Error(message));
  }

  /** The program broke down: a calm card in place of a page that no longer answers. */
  #stop(message, words) {
    const root = this.#root;
    if (!root) return;
    const lab = root.querySelector(".lab");
    // Whoever writes elsewhere in the page around is not torn away.
    const hadFocus = [document.body, null, this].includes(this.getRootNode().activeElement);
    this.#letGo();
    loading = Promise.reject(new Error(`${words.title} (${message})`));
    loading.catch(() => {});
    const { card, tell, focus } = breakdownCard(words, message);
    if (lab) Object.assign(card, { lang: lab.lang, dir: lab.dir }).dataset.theme = lab.dataset.theme;
    this.#card = { root, tell };
    this.shadowRoot.replaceChildren(card);
    if (hadFocus) focus();
    this.#refuse(new Error(`${words.title}. ${words.remedy}`));
    this.#emit("error", { message, isFatal: true });
  }

  /** Leaves the program as it is: nothing in it may be touched any more. */
  #letGo() {
    mounted.delete(this);
    this.#handle = undefined;
    this.#opening = undefined;
    this.#root = undefined;
  }

  /** Every method fails with this error, those already waiting and those to come, until it opens again. */
  #refuse(error) {
    this.#ready.reject(error);
    this.#ready = promised();
    this.#ready.reject(error);
    this.#isSpent = true;
  }

  /** Beside the lab, for where it has very little room. */
  #offerMore(root, lang) {
    root.nextElementSibling?.remove();
    root.after(smallWays(wordsIn(lang), { host: this, root, address: () => this.#ownPage() }));
  }

  /** The lab's own page with the same options, which has more room; nothing where it has no page of its own. */
  #ownPage() {
    if (!URL.canParse(site())) return undefined;
    const page = new URL(site());
    for (const name of OPTIONS) {
      if (name === "poster" || !this.hasAttribute(name)) continue;
      const value = this.getAttribute(name);
      const isFile = name === "scenario" || (name === "lesson" && isAddress(value));
      page.searchParams.set(name, isFile ? new URL(value, document.baseURI).href : value);
    }
    return page.href;
  }

  #options() {
    const isOwn = (name) => name === "poster" || (name === "lesson" && isAddress(this.getAttribute(name)));
    const given = OPTIONS.filter((name) => this.hasAttribute(name) && !isOwn(name));
    const pairs = given.map((name) => [name, this.getAttribute(name)]);
    // Links to a scenario lead to the lab's own page beside this file, wherever the element is embedded.
    return { ...Object.fromEntries(pairs), pageLang: this.#pageLang(), site: site() };
  }

  /** The language around the element, also where the element sits in a shadow tree; else the browser's. */
  #pageLang() {
    for (let node = this; node; node = node.getRootNode().host) {
      const lang = node.closest("[lang]")?.lang;
      if (lang) return lang;
    }
    return readersLanguage();
  }

  #words() {
    return wordsIn(languageOf(this.getAttribute("lang")) ?? languageOf(this.#pageLang()));
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(`delivery-lab-${type}`, { bubbles: true, composed: true, detail }));
  }
}
