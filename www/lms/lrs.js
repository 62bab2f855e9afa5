// Talks to a learning record store: statements, documents of state, the learner's profile. Knows nothing of lessons.

/** The version of xAPI that is spoken; cmi5 asks for this family. */
const VERSION = "1.0.3";
/** How long the store may take to answer, in milliseconds. */
const LONGEST_WAIT = 20_000;
/** The longest answer that is read, in bytes. */
const LARGEST_ANSWER = 256 << 10;
/** How much may be on its way while the page is being left, in bytes; browsers allow 64 KiB for all of it. */
const MOST_IN_LEAVING = 60_000;
/** Answers after which asking again later makes sense; 0 is no answer at all. */
const PASSING = [0, 408, 425, 429];

/** What a store, or the way to it, made impossible. */
export class StoreError extends Error {
  /** @param {string} what @param {number} status What the store answered; 0 where nothing came. */
  constructor(what, status = 0) {
    super(status ? `${what}: ${status}` : what);
    this.status = status;
  }

  /** Whether the same may work later. */
  get isPassing() {
    return PASSING.includes(this.status) || this.status >= 500;
  }

  /** Whether the store does not let this page in. */
  get isLockedOut() {
    return this.status === 401 || this.status === 403;
  }
}

/**
 * The address of a store or of what leads to one. Only encrypted ones, or such on this very machine; without
 * encryption also where the page itself came so and a platform started it, as in a closed network.
 * @param {unknown} text
 * @param {{ likePage?: boolean }} [options]
 * @returns {URL|undefined}
 */
export function safeAddress(text, { likePage = false } = {}) {
  if (typeof text !== "string" || text.length > 4_000 || !URL.canParse(text)) return undefined;
  const address = new URL(text);
  // In an address they would be shown, kept and sent on.
  if (address.username || address.password) return undefined;
  if (address.protocol === "https:") return address;
  const isHere = ["localhost", "[::1]"].includes(address.hostname) || /^127(\.\d+){3}$/.test(address.hostname);
  const isOpen = likePage && globalThis.location?.protocol === "http:";
  return address.protocol === "http:" && (isHere || isOpen) ? address : undefined;
}

/** What goes into the `Authorization` header, if a text can; without a scheme it is meant as that of `Basic`. */
export function authorizationOf(text) {
  if (typeof text !== "string" || !/^[\x21-\x7e][\x20-\x7e]{0,4000}$/.test(text)) return undefined;
  return /^[A-Za-z][A-Za-z0-9-]* \S/.test(text) ? text : `Basic ${text.trim()}`;
}

/**
 * A store at an address.
 * @param {{endpoint: URL, authorization?: string}} place
 */
export function createStore({ endpoint, authorization }) {
  const headers = { ...(authorization && { Authorization: authorization }), "X-Experience-API-Version": VERSION };

  function addressOf(resource, query = {}) {
    const address = new URL(endpoint);
    address.pathname = `${address.pathname.replace(/\/$/, "")}/${resource}`;
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    return address;
  }

  async function ask(method, resource, { query, body } = {}) {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const init = {
      method,
      headers: text === undefined ? headers : { ...headers, "Content-Type": "application/json" },
      body: text,
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      // So that what is under way when the page is left arrives all the same.
      keepalive: text !== undefined && new Blob([text]).size <= MOST_IN_LEAVING,
    };
    return fetchText(addressOf(resource, query), init);
  }

  return {
    /** Stores statements, all or none. */
    post: (statements) => ask("POST", "statements", { body: statements }),
    /** Whether there is a statement of this id. Some stores answer with a list, be it empty. */
    async has(id) {
      const answer = await documentOf(ask("GET", "statements", { query: { statementId: id } }));
      return [answer, ...[answer?.statements ?? []].flat()].some((statement) => statement?.id === id);
    },
    /** A document about somebody in an activity; nothing where there is none. */
    state: (query) => documentOf(ask("GET", "activities/state", { query })),
    keep: (query, document) => ask("PUT", "activities/state", { query, body: document }),
    /** A document about somebody; nothing where there is none. */
    profile: (query) => documentOf(ask("GET", "agents/profile", { query })),
  };
}

/** The body of an answer, as JSON; nothing where the store has no such thing. */
async function documentOf(asked) {
  try {
    const text = await asked;
    return text === "" ? undefined : JSON.parse(text);
  } catch (error) {
    if (error instanceof StoreError && error.status === 404) return undefined;
    if (error instanceof StoreError) throw error;
    throw new StoreError("no JSON");
  }
}

/** The text that an address answers with; an error where it does not answer well, or with too much. */
export async function fetchText(address, init) {
  try {
    const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(LONGEST_WAIT) });
    if (answer.ok) return await boundedText(answer, address);
    await answer.body?.cancel();
    throw new StoreError(address.host, answer.status);
  } catch (error) {
    throw error instanceof StoreError ? error : new StoreError(`${address.host}: ${error.message}`);
  }
}

async function boundedText(answer, address) {
  const decoder = new TextDecoder();
  let [text, size] = ["", 0];
  if (!answer.body) return text;
  // Counted on the way: a server need not say how much it sends.
  for (const reader = answer.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > LARGEST_ANSWER) {
      await reader.cancel();
      throw new StoreError(`${address.host}: more than ${LARGEST_ANSWER} bytes`, 413);
    }
    text += decoder.decode(value, { stream: true });
  }
}
