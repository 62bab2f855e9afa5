// Reads how a platform opened this page by cmi5: the address, the authorization, what it wants, what the learner likes.
import { isUuid } from "./ids.js";
import { authorizationOf, fetchText, safeAddress, StoreError } from "./lrs.js";
import { Refusal } from "./refusals.js";

const PARAMETERS = ["endpoint", "fetch", "actor", "registration", "activityId"];
/** Beyond this a parameter is not from a platform. */
const LONGEST_PARAMETER = 4_000;

/**
 * @typedef {{endpoint: URL, fetch: URL, actor: object, registration: string, activityId: string}} Launch
 * @typedef {{template: object, mode: "Normal"|"Browse"|"Review", masteryScore?: number, moveOn: string, returnURL?: string}} LaunchData
 */

/**
 * What a platform put into the address.
 * @returns {Launch}
 */
export function readLaunch(address) {
  const given = new URL(address).searchParams;
  const missing = PARAMETERS.find((name) => !given.get(name) || given.get(name).length > LONGEST_PARAMETER);
  if (missing) throw new Refusal("launch", missing);
  const [endpoint, fetch] = ["endpoint", "fetch"].map((name) => safeAddress(given.get(name), { likePage: true }));
  const [registration, activityId] = ["registration", "activityId"].map((name) => given.get(name));
  const actor = agentOf(given.get("actor"));
  const checks = {
    endpoint,
    fetch,
    actor,
    registration: isUuid(registration),
    activityId: /^[a-z][a-z0-9+.-]*:\S+$/i.test(activityId),
  };
  const wrong = PARAMETERS.find((name) => !checks[name]);
  if (wrong) throw new Refusal("launch", wrong);
  return { endpoint, fetch, actor, registration, activityId };
}

/** The learner, just as the platform calls them: it asks for its statements and documents by that very agent. */
function agentOf(text) {
  const agent = objectOf(text);
  const isAgent = agent && (agent.objectType === undefined || agent.objectType === "Agent");
  const isKnown = agent && ["account", "mbox", "mbox_sha1sum", "openid"].filter((name) => name in agent).length === 1;
  return isAgent && isKnown ? agent : undefined;
}

function objectOf(text) {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Asks for the authorization, which an address gives once and only by POST.
 * @param {Launch} launch
 */
export async function fetchAuthorization({ fetch }) {
  let text;
  try {
    text = await fetchText(fetch, { method: "POST", cache: "no-store", referrerPolicy: "no-referrer" });
  } catch (error) {
    throw new Refusal(error.status ? "locked" : "silent", error.message);
  }
  const answer = objectOf(text);
  // Errors come with a good status too. The first means that the address was used before, as after a reload.
  const code = String(answer?.["error-code"] ?? "");
  if (code === "1") throw new Refusal("spent", code);
  if (code) throw new Refusal("locked", `error-code ${code.slice(0, 20)}`);
  const token = answer?.["auth-token"];
  const authorization = typeof token === "string" && authorizationOf(`Basic ${token.replace(/^Basic +/i, "")}`);
  if (!authorization) throw new Refusal("locked", "auth-token");
  return authorization;
}

/**
 * What the platform wants of this visit.
 * @param {unknown} document The state document `LMS.LaunchData`.
 * @returns {LaunchData}
 */
export function readLaunchData(document) {
  const template = document?.contextTemplate;
  if (template === null || typeof template !== "object" || Array.isArray(template)) {
    throw new Refusal("launch", "LMS.LaunchData");
  }
  const mode = ["Browse", "Review"].find((known) => known.toLowerCase() === String(document.launchMode).toLowerCase());
  const { masteryScore, moveOn, returnURL } = document;
  return {
    template,
    mode: mode ?? "Normal",
    masteryScore: typeof masteryScore === "number" && masteryScore >= 0 && masteryScore <= 1 ? masteryScore : undefined,
    moveOn: typeof moveOn === "string" ? moveOn : "NotApplicable",
    // Followed only when the learner asks; still, it must not be able to run anything.
    returnURL: /^https?:/i.test(returnURL) && URL.canParse(returnURL) ? new URL(returnURL).href : undefined,
  };
}

/**
 * What the learner likes, as far as the page can do it.
 * @param {unknown} document The profile document `cmi5LearnerPreferences`.
 * @param {(code: string) => string|undefined} languageOf The page's language for a tag.
 */
export function readPreferences(document, languageOf) {
  const { languagePreference, audioPreference } = document ?? {};
  const tags = typeof languagePreference === "string" ? languagePreference.slice(0, 1_000).split(",") : [];
  return {
    lang: tags.map((tag) => languageOf(tag)).find(Boolean),
    sound: { on: true, off: false }[audioPreference],
  };
}

/** Asks up to three times where the store may only be slow. */
export async function patiently(ask, waits = [1_000, 3_000]) {
  for (const wait of waits) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreError && error.isPassing)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return ask();
}
