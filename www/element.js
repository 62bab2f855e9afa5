// The <delivery-lab> element: attributes, life cycle and methods, each handed on to the wasm module.
// Knows nothing of deliveries.
import { css } from "./style.js";

/** The options of the element and of the page's query string. */
export const OPTIONS = [
  "sample", "scenario", "lesson", "mode", "weeks", "seed", "lang", "theme", "readonly", "autoplay", "controls",
  "keep",
];

/** The languages of the page; the first two are part of the wasm module, the others are packs in `lang`. */
export const LANGUAGES = ["en", "sv", "de", "fr", "es", "ja"];
/** Languages that only tests have packs of: long, from right to left, hostile. */
const FOR_TESTS = ["xl", "xr", "xi"];

// The only sentences outside the wasm module: those needed while it is not there yet, or never comes.
const WORDS = {
  en: {
    opening: "Delivery Lab is opening…",
    failed: "Delivery Lab could not open",
    remedy: "Reload the page. If it fails again, use a current version of your browser and check the connection.",
  },
  sv: {
    opening: "Delivery Lab öppnas…",
    failed: "Delivery Lab kunde inte öppnas",
    remedy: "Ladda om sidan. Om det inte hjälper, använd en aktuell version av webbläsaren och se över anslutningen.",
  },
  de: {
    opening: "Delivery Lab wird geöffnet …",
    failed: "Delivery Lab konnte nicht geöffnet werden",
    remedy: "Laden Sie die Seite neu. Hilft das nicht, verwenden Sie einen aktuellen Browser und prüfen Sie die Verbindung.",
  },
  fr: {
    opening: "Ouverture de Delivery Lab…",
    failed: "Delivery Lab n’a pas pu s’ouvrir",
    remedy: "Rechargez la page. Si cela ne suffit pas, utilisez un navigateur à jour et vérifiez la connexion.",
  },
  es: {
    opening: "Delivery Lab se está abriendo…",
    failed: "Delivery Lab no se ha podido abrir",
    remedy: "Vuelva a cargar la página. Si no basta, use un navegador actualizado y compruebe la conexión.",
  },
  ja: {
    opening: "Delivery Lab を開いています…",
    failed: "Delivery Lab を開けませんでした",
    remedy: "ページを再読み込みしてください。解決しない場合は、最新のブラウザーを使用し、接続を確認してください。",
  },
};

/** The largest scenario file that is fetched, in bytes; the wasm module reads no larger one. */
const LARGEST_FILE = 256 << 20;
/** The largest lesson file that is fetched, in bytes. */
const LARGEST_LESSON = 4 << 20;
/** How long a scenario file may take to come, in milliseconds. */
const LONGEST_WAIT = 20_000;

let sheet;
let loading;
/** What became of the packs that were asked for, by code; one that failed may be asked for again. */
const packs = new Map();

/** One sheet for all elements of the page. */
function sharedSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

/** Loads the wasm module once for all elements of the page. */
function loadModule() {
  loading ??= import("./delivery_lab.js").then(async (module) => {
    await module.default({ module_or_path: new URL("./delivery_lab_bg.wasm", import.meta.url) });
    return module;
  });
  return loading;
}

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

/** The language of a code such as `de-AT`, if the page has it. */
export const languageOf = (code) => {
  const primary = code?.trim().toLowerCase().split(/[-_]/)[0];
  return [...LANGUAGES, ...FOR_TESTS].find((known) => known === primary);
};

/** The first of the reader's languages that the page has. */
export const readersLanguage = () => navigator.languages.map(languageOf).find(Boolean) ?? LANGUAGES[0];

/** Fetches the pack of a language, once for all elements of the page, and hands it to the wasm module. */
function takePack(lang) {
  if (lang === undefined || LANGUAGES.slice(0, 2).includes(lang)) return Promise.resolve();
  if (!packs.has(lang)) {
    const address = new URL(`./lang/${lang}.json`, import.meta.url);
    const taken = Promise.all([loadModule(), fetchBytes(address, AbortSignal.timeout(LONGEST_WAIT))]).then(
      ([module, bytes]) => {
        if (!module.takeLanguage(lang, bytes)) throw new Error(`${address}: no pack of ${lang}`);
      },
    );
    packs.set(lang, taken.catch(() => packs.delete(lang)));
  }
  return packs.get(lang);
}

/** A promise with its two ends; nobody needs to be waiting when it is rejected. */
function promised() {
  const ends = {};
  ends.promise = new Promise((resolve, reject) => Object.assign(ends, { resolve, reject }));
  ends.promise.catch(() => {});
  return ends;
}

export class DeliveryLabElement extends HTMLElement {
  static observedAttributes = OPTIONS;

  #handle; // What wasm's mount returned; undefined before and after.
  #root; // The div it is mounted in. Yew's listeners stay on it for ever, so each mount has its own.
  #opening; // The attempt to open that is under way, if one is.
  #lesson; // The lesson file on its way, or come; undefined where none was asked for.
  #asked; // Aborts the fetching of a scenario that is no longer wanted.
  #resume = false; // Whether it played when it was taken out of the page.
  #ready = promised();
  #isSpent = false; // Whether #ready is rejected, so that the next opening needs a new one.

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sharedSheet()];
  }

  connectedCallback() {
    if (!this.#handle) {
      this.#open();
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
    if (before === after || !this.#handle) return;
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
  async run(options = {}) { return (await this.#ready.promise).run(options); }
  async play() { (await this.#ready.promise).play(); }
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

  async #open() {
    if (this.#opening) return;
    const opening = (this.#opening = {});
    if (this.#isSpent) this.#ready = promised();
    this.#isSpent = false;
    this.#showCard("status", this.#words().opening);
    try {
      const fetched = this.#wantedScenario();
      // Fetched at once where it is known by now; one that the device remembers is asked for later.
      const pack = takePack(languageOf(this.getAttribute("lang")) ?? languageOf(this.#pageLang()));
      const [module, openFile] = [await loadModule(), await fetched, await pack];
      if (opening === this.#opening) this.#mount(module, openFile);
    } catch (error) {
      if (opening === this.#opening) this.#fail(error);
    } finally {
      if (opening === this.#opening) this.#opening = undefined;
    }
  }

  #mount(module, openFile) {
    const root = document.createElement("div");
    root.setAttribute("part", "root");
    root.className = "root";
    this.shadowRoot.replaceChildren(root);
    this.#root = root;
    this.#handle = module.mount(root, this.#options(), (type, detail) => this.#hear(root, type, detail));
    openFile?.(this.#handle);
    const lesson = this.getAttribute("lesson");
    this.#lesson = isAddress(lesson) ? this.#fetchLesson(root, lesson) : undefined;
  }

  /** What the mounted lab says. A root that has been left may still speak once. */
  #hear(root, type, detail) {
    if (root !== this.#root) return;
    if (type === "want-course") return void this.#fetchCourse(root, detail.lang);
    if (type === "want-page") return void this.#fetchPage(root);
    if (type === "want-lang") return void this.#fetchPack(root, detail.lang);
    if (type === "ready") this.#ready.resolve(this.#handle);
    if (type === "error" && detail.isFatal) this.#stop(detail);
    this.#emit(type, detail);
  }

  /** What opens the scenario that the attribute names by now, if it names one. */
  async #wantedScenario() {
    for (let address, open; ; ) {
      address = this.getAttribute("scenario");
      if (address === null) return undefined;
      open = await this.#fetchScenario(address);
      if (address === this.getAttribute("scenario")) return open;
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
    const signal = AbortSignal.timeout(LONGEST_WAIT);
    const part = (name) => fetchBytes(new URL(`./course/${name}.json`, import.meta.url), signal);
    const here = (use) => root === this.#root && this.#handle && use(this.#handle);
    try {
      // A language may have words for the page and none for the course yet.
      const text = part(`text/${lang}`).catch(() => part(`text/${LANGUAGES[0]}`));
      const [course, words] = await Promise.all([part("course"), text]);
      here((handle) => handle.courseCame(course, words, lang));
    } catch {
      here((handle) => handle.courseFailed());
    }
  }

  /** Fetches the page in one file, which lies beside this file and goes into packages for learning platforms. */
  async #fetchPage(root) {
    const here = (use) => root === this.#root && this.#handle && use(this.#handle);
    try {
      const page = await fetchBytes(new URL("./delivery-lab.html", import.meta.url), AbortSignal.timeout(LONGEST_WAIT));
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
    this.#handle = undefined;
    this.#opening = undefined;
    this.#resume = false;
    this.#asked?.abort();
    this.#refuse(new Error("This delivery-lab element was removed from its page or disposed of."));
    handle?.dispose();
    this.#root?.remove();
    this.#root = undefined;
    this.shadowRoot.replaceChildren();
  }

  #fail(error) {
    const words = this.#words();
    const message = error instanceof Error ? error.message : String(error);
    this.#showCard("alert", words.failed, words.remedy, message);
    this.#refuse(error);
    this.#emit("error", { message });
  }

  /** The program broke down: a calm card in place of a page that no longer answers. */
  #stop({ message, title, remedy, reload }) {
    this.#handle = undefined; // Not disposed of: nothing in the module may be touched any more.
    this.#root = undefined;
    this.#showCard("alert", title, remedy, message);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = reload;
    button.addEventListener("click", () => location.reload());
    this.shadowRoot.querySelector("[part=error]").children[1].after(button);
    this.#refuse(new Error(`${title}. ${remedy}`));
  }

  /** Every method fails with this error, those already waiting and those to come, until it opens again. */
  #refuse(error) {
    this.#ready.reject(error);
    this.#ready = promised();
    this.#ready.reject(error);
    this.#isSpent = true;
  }

  #showCard(role, title, ...sentences) {
    const card = document.createElement("div");
    card.className = "opening";
    card.setAttribute("role", role);
    card.setAttribute("part", role === "alert" ? "error" : "poster");
    for (const [index, text] of [title, ...sentences].entries()) {
      const line = document.createElement(index === 0 ? "strong" : "p");
      line.textContent = text;
      card.append(line);
    }
    this.shadowRoot.replaceChildren(card);
  }

  #options() {
    const given = OPTIONS.filter((name) => this.hasAttribute(name) && !(name === "lesson" && isAddress(this.getAttribute(name))));
    const pairs = given.map((name) => [name, this.getAttribute(name)]);
    // Links to a scenario lead to the lab's own page beside this file, wherever the element is embedded.
    return { ...Object.fromEntries(pairs), pageLang: this.#pageLang(), site: new URL("./index.html", import.meta.url).href };
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
    return WORDS[languageOf(this.getAttribute("lang")) ?? languageOf(this.#pageLang())] ?? WORDS.en;
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(`delivery-lab-${type}`, { bubbles: true, composed: true, detail }));
  }
}
