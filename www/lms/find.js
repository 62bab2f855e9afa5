// Finds what the page can report to: an LMS's SCORM interface in a window around, a cmi5 launch, or a given LRS.

/** The most windows that are asked one after the other; frames of an LMS lie deep, and some lie in a ring. */
const DEEPEST = 50;
/** The longest value of the address that is taken. */
const LONGEST = 8_192;

/** @typedef {"1.2" | "2004"} Version */
/** @typedef {{ kind: "scorm", version: Version, api: any }} FoundScorm */
/** @typedef {{ kind: "cmi5", address: string }} FoundCmi5 */
/**
 * @typedef {{ endpoint: string, auth?: string, actor?: string, registration?: string, activityId?: string }} LrsConfig
 */
/** @typedef {{ kind: "xapi", config: LrsConfig }} FoundXapi */
/** @typedef {FoundScorm | FoundCmi5 | FoundXapi} Found */

/**
 * What the page can report to. What the address says is meant for this very page, so it goes first.
 * @param {Window} [from]
 * @returns {Found | undefined}
 */
export function find(from = window) {
  return launchOf(from.location.href) ?? findScorm(from);
}

/**
 * The launch in an address: of cmi5, which has something to fetch; or the record store that a host gives, in the words
 * of this page (`lrs`, `lrs-auth`, `activity`) or in those of platforms that launch by xAPI alone. What is missing or
 * wrong in it, the sink says.
 * @param {string} address
 * @returns {FoundCmi5 | FoundXapi | undefined}
 */
export function launchOf(address) {
  const asked = attempt(() => new URL(address).searchParams);
  const given = (name) => {
    const value = asked?.get(name);
    return value && value.length <= LONGEST ? value : undefined;
  };
  const [lrs, endpoint, actor, registration] = ["lrs", "endpoint", "actor", "registration"].map(given);
  if (endpoint && given("fetch")) return { kind: "cmi5", address };
  if (lrs) {
    const config = { endpoint: lrs, auth: given("lrs-auth"), actor, registration, activityId: given("activity") };
    return { kind: "xapi", config };
  }
  if (!endpoint || !actor) return undefined;
  const activityId = given("activityId") ?? given("activity_id");
  return { kind: "xapi", config: { endpoint, auth: given("auth"), actor, registration, activityId } };
}

/**
 * The SCORM interface of the nearest window that has one: this one and those around it, then the opener and those
 * around that.
 * @param {Window} [from]
 * @returns {FoundScorm | undefined}
 */
export function findScorm(from = window) {
  const around = climb(from);
  if (around) return around;
  // A course may be opened in a window of its own by a frame deep in the LMS, or by the topmost of its frames.
  const openers = [attempt(() => from.opener), attempt(() => from.top?.opener)];
  for (const opener of openers) {
    const found = opener && opener !== from ? climb(opener) : undefined;
    if (found) return found;
  }
  return undefined;
}

function climb(from) {
  let place = from;
  for (let depth = 0; place && depth < DEEPEST; depth += 1) {
    const found = inWindow(place);
    if (found) return found;
    const here = place;
    const next = attempt(() => here.parent);
    // The topmost window is its own parent.
    if (!next || next === place) return undefined;
    place = next;
  }
  return undefined;
}

/** The interface in one window. Where it has both, the later one, which keeps completion and success apart. */
function inWindow(place) {
  const later = attempt(() => place.API_1484_11);
  if (isCallable(later, "Initialize")) return { kind: "scorm", version: "2004", api: later };
  const earlier = attempt(() => place.API);
  if (isCallable(earlier, "LMSInitialize")) return { kind: "scorm", version: "1.2", api: earlier };
  return undefined;
}

/** A page may have something else of that name, and a window of another origin throws when it is asked. */
function isCallable(api, method) {
  return Boolean(attempt(() => api && typeof api[method] === "function"));
}

/** @template T @param {() => T} use @returns {T | undefined} */
function attempt(use) {
  try {
    return use();
  } catch {
    return undefined;
  }
}
