// Reports to a record store that the host of the page gave, by plain xAPI; what does not arrive waits on the device.
import { isUuid, randomUuid, uuidOf } from "./ids.js";
import { authorizationOf, createStore, safeAddress } from "./lrs.js";
import { Refusal, refusalOf } from "./refusals.js";
import { accountOf, courseOf, durationOf } from "./statements.js";
import { Visit } from "./visit.js";

/** Where the device keeps the account of somebody whom the host did not name. */
const ACCOUNT = "delivery-lab/account";
/** The longest text of the configuration, in characters. */
const LONGEST = 4_000;

/**
 * What a host gives, by the address of the page or by a message; every field is checked.
 * @typedef {object} LrsConfig
 * @property {string} endpoint The address of the store: https, or this very machine.
 * @property {string} [auth] The value of the `Authorization` header; without a scheme, that of `Basic`.
 * @property {string|object} [actor] An agent with an account; a name and an e-mail address in it are left out.
 * @property {string} [registration] A UUID that ties the statements of one enrolment together.
 * @property {string} [activityId] The id of the course as an activity, or of the lesson where the page is for one; else
 *   the address of the page.
 */

/**
 * A sink for a record store. A configuration that cannot be used is refused by `open`, in a sentence.
 * @param {LrsConfig} config
 * @param {{lesson?: string, onTrouble?: (isInTrouble: boolean) => void}} [options] The lesson, where the page is for one
 *   alone.
 */
export function openXapi(config, { lesson, onTrouble } = {}) {
  /** @type {StoreVisit|undefined} */
  let visit;
  return {
    name: "xapi",
    async open() {
      try {
        const begun = new StoreVisit(checked(config, lesson), lesson, onTrouble);
        const resumed = await begun.begin();
        visit = begun;
        return resumed;
      } catch (error) {
        throw refusalOf(error);
      }
    },
    report: async (record) => visit?.report(record),
    answered: async (answer) => visit?.answered(answer),
    close: async (record) => visit?.end(record),
    /** Whether what has not arrived outlasts the page. */
    get isKept() { return visit?.outbox.isKept ?? false; },
  };
}

/** A configuration as far as it can be used; else a refusal that says what is wrong with it. */
export function checked(config, lesson) {
  const refuse = (what) => {
    throw new Refusal("store", what);
  };
  const text = (name) => (typeof config?.[name] === "string" && config[name].length <= LONGEST ? config[name] : undefined);
  const endpoint = safeAddress(text("endpoint")) ?? refuse("endpoint");
  const authorization = config.auth === undefined ? undefined : (authorizationOf(text("auth")) ?? refuse("auth"));
  const registration = text("registration");
  if (config.registration !== undefined && !isUuid(registration)) refuse("registration");
  const activity = text("activityId") ?? ownActivity(lesson);
  if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(activity)) refuse("activity");
  const actor = accountOf(agentOf(config.actor), () => anonymousAccount(endpoint));
  return { endpoint, authorization, registration, activity, actor };
}

function agentOf(given) {
  if (typeof given !== "string") return given;
  try {
    return given.length <= LONGEST ? JSON.parse(given) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The page itself, without what was asked of it but the lesson: to complete one is not to complete another. A file on a
 * disk is nowhere, so it is called after the product.
 */
function ownActivity(lesson) {
  const isPlace = /^https?:$/.test(location.protocol);
  const page = new URL(isPlace ? `${location.origin}${location.pathname}` : "https://delivery-lab.example/");
  if (lesson !== undefined) page.searchParams.set("lesson", lesson);
  else if (location.hash.startsWith("#l=")) page.searchParams.set("lesson", uuidOf(location.hash));
  return page.href;
}

/** An account that tells one device from another and nothing else. */
function anonymousAccount({ origin }) {
  const homePage = /^https?:/.test(location.origin) ? location.origin : origin;
  try {
    const kept = localStorage.getItem(ACCOUNT);
    const name = isUuid(kept) ? kept : randomUuid();
    localStorage.setItem(ACCOUNT, name);
    return { homePage, name };
  } catch {
    // Without storage each visit is somebody new.
    return { homePage, name: randomUuid() };
  }
}

/** A visit by no rules but those of xAPI. */
class StoreVisit extends Visit {
  #began = Date.now();

  constructor({ endpoint, authorization, actor, activity, registration }, lesson, onTrouble) {
    const store = createStore({ endpoint, authorization });
    super({ store, kind: "xapi", endpoint, actor, course: courseOf(activity, lesson), registration, onTrouble });
  }

  async begin() {
    // A store need not keep documents, and may be out of reach just now; what one does is recorded all the same.
    const kept = await this.outbox.open().catch((error) => {
      if (error.isLockedOut) throw error;
    });
    if (kept) this.resume(kept);
    this.tell(kept ? "resumed" : "initialized");
    void this.outbox.flush();
    return { suspend: kept?.suspend, location: kept?.location, mayReport: true };
  }

  async report(record) {
    // A page that comes back from the browser's memory goes on where it was.
    this.isOver = false;
    await super.report(record);
  }

  async end(record) {
    if (!this.isOver) {
      this.isOver = true;
      if (record) {
        this.note(record);
        this.tellFailure();
      }
      const duration = durationOf((Date.now() - this.#began) / 1000);
      this.tell(this.standing?.completed ? "terminated" : "suspended", { result: { duration } });
    }
    await this.leave();
  }
}
