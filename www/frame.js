// The lab inside a frame: what the page around it may ask by messages, and what it is told. Only the parent is heard, and once its
// origin is known nothing is sent to any other.
import { OPTIONS } from "./element.js";
import { followHeight } from "./height.js";
import { isObject, plain } from "./plain.js";
import { startSplice } from "./splice.js";

/** The name and the version of our envelope: `{ns, v, type, id, payload}`. */
const NS = "delivery-lab";
const VERSION = 1;

/** The methods of the element that a host may call; each takes at most one value, the payload. */
const METHODS = [
  "getScenario", "setScenario", "openLink", "run", "play", "pause", "seek", "getState", "setState", "getReport", "dispose",
];
/** The events that are passed on, without the `delivery-lab-` before their names. */
const EVENTS = ["ready", "changed", "run", "lesson-progress", "lesson-completed", "lesson-answered", "error"];

/** How many questions of the host may be open at a time. */
const MOST_OPEN = 64;
/** How long an id and the value of an option may be. */
const LONGEST_ID = 64;
const LONGEST_OPTION = 4096;

/** Connects the lab with the page around this frame. Called once, by the app page. */
export async function connect(lab) {
  // The app page may define the element only after it has looked for a learning platform.
  await customElements.whenDefined("delivery-lab");
  const host = new Host();
  const answerer = new Answerer(lab, host);
  const splice = startSplice(lab, host);
  addEventListener("message", (event) => {
    // Whoever has a reference to this window can send to it; only the page around is heard.
    if (event.source !== parent || !host.mayBe(event.origin) || !isObject(event.data)) return;
    if (event.data.ns === NS) answerer.take(event);
    else splice.take(event);
  });
  followHeight(lab, (height) => host.tellHeight(height));
  for (const name of EVENTS) {
    lab.addEventListener(`delivery-lab-${name}`, ({ detail }) => host.tellEvent(name, detail));
  }
  host.send({ ns: NS, v: VERSION, type: "hello", payload: { versions: [VERSION] } }, { isHarmless: true });
}

/** The page around: its origin, and what it asked to be told. */
class Host {
  // Chromium and WebKit name the origin; elsewhere the referrer is a guess that the first valid message puts right.
  #origin = location.ancestorOrigins?.[0];
  #guess = originOf(document.referrer);
  wantsEvents = false;
  wantsHeight = false;

  mayBe(origin) {
    return this.#origin === undefined || this.#origin === origin;
  }

  /** Takes the sender of a valid message for the host, from now on and for ever. */
  pin(origin) {
    this.#origin ??= origin;
  }

  /**
   * Sends to the page around. As long as nobody knows who that is, only what is harmless goes out: a greeting, a height.
   * An origin without a name, such as a sandboxed page or one from a disk, cannot be addressed otherwise than by `*`.
   */
  send(message, { isHarmless = false } = {}) {
    const known = this.#origin ?? this.#guess;
    if (known === undefined && !isHarmless) return;
    parent.postMessage(message, known === undefined || known === "null" ? "*" : known);
  }

  tell(type, payload, id) {
    this.send({ ns: NS, v: VERSION, type, ...(id === undefined ? {} : { id }), payload });
  }

  tellEvent(name, detail) {
    if (this.wantsEvents) this.tell("event", { name, detail });
  }

  tellHeight(height) {
    // Canvas and SPLICE hosts listen without having asked.
    this.send({ subject: "lti.frameResize", height }, { isHarmless: true });
    if (this.wantsHeight) this.tell("height", { height });
  }
}

/** Answers the messages of our own envelope. */
class Answerer {
  #open = 0;
  #isReady = false;

  constructor(lab, host) {
    this.lab = lab;
    this.host = host;
    lab.addEventListener("delivery-lab-ready", () => (this.#isReady = true));
    lab.getState().then(() => (this.#isReady = true), () => {});
  }

  async take({ data, origin }) {
    const { v, type, id } = data;
    if (!isName(type) || !isId(id)) return;
    if (v === VERSION) this.host.pin(origin);
    const answer = (payload) => id !== undefined && this.host.tell(`${type}.response`, payload, id);
    if (v !== VERSION) {
      return answer({ error: `This lab speaks version ${VERSION} of the messages, and this message is of another.` });
    }
    if (this.#open >= MOST_OPEN) return answer({ error: `More than ${MOST_OPEN} messages wait for an answer; send this one later.` });
    this.#open += 1;
    try {
      const value = await this.#act(type, data.payload === undefined ? undefined : plain(data.payload));
      answer(value === undefined ? {} : { value });
    } catch (error) {
      answer({ error: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#open -= 1;
    }
  }

  #act(type, payload) {
    if (type === "hello") return this.#greet(payload);
    if (type === "set") return this.#set(payload);
    if (METHODS.includes(type)) return payload === undefined ? this.lab[type]() : this.lab[type](payload);
    throw new TypeError(`“${type}” is no message of this lab. It knows: hello, set, ${METHODS.join(", ")}.`);
  }

  /** The host says that it listens, and to what. */
  #greet(payload) {
    const { events = true, height = false } = isObject(payload) ? payload : {};
    this.host.wantsEvents = events === true;
    this.host.wantsHeight = height === true;
    if (this.host.wantsHeight) this.lab.dispatchEvent(new Event("delivery-lab-measure"));
    return { version: VERSION, isReady: this.#isReady, lang: document.documentElement.lang, title: document.title, options: OPTIONS, methods: METHODS };
  }

  /** Sets options, all or none; null takes one back. */
  #set(payload) {
    if (!isObject(payload)) throw new TypeError("“set” takes an object of options, such as {weeks: 12}.");
    const given = Object.entries(payload);
    for (const [name, value] of given) {
      if (!OPTIONS.includes(name)) throw new TypeError(`“${name}” is no option. There are: ${OPTIONS.join(", ")}.`);
      if (typeof value === "object" && value !== null) throw new TypeError(`The option ${name} takes a text, a number, true, false or null.`);
      if (String(value).length > LONGEST_OPTION) throw new TypeError(`The value of the option ${name} is too long.`);
    }
    for (const [name, value] of given) {
      if (value === null) this.lab.removeAttribute(name);
      else this.lab.setAttribute(name, String(value));
    }
  }
}

/** Whether a type can be one of a question; answers are never answered. */
const isName = (type) => typeof type === "string" && type.length <= LONGEST_ID && !type.endsWith(".response");
const isId = (id) => id === undefined || Number.isSafeInteger(id) || (typeof id === "string" && id.length <= LONGEST_ID);

function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}
