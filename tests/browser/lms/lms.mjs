// How tests open the page of a learning platform and launch the lab in it.
import { expect } from "../lab.mjs";

const here = (name) => new URL(name, import.meta.url).pathname;
const peer = (name) => new URL(`../../../node_modules/scorm-again/dist/${name}`, import.meta.url).pathname;

/** What differs between the versions for a test. */
export const NAMES = {
  "1.2": {
    location: "cmi.core.lesson_location", status: "cmi.core.lesson_status", score: "cmi.core.score.raw", whole: 100,
    mode: "cmi.core.lesson_mode", credit: "cmi.core.credit", mark: "cmi.student_data.mastery_score",
    learner: "cmi.core.student_id", time: "cmi.core.session_time", exit: "cmi.core.exit", response: "student_response",
    spans: /^\d{4}:\d\d:\d\d$/, finished: "",
  },
  2004: {
    location: "cmi.location", status: "cmi.completion_status", score: "cmi.score.scaled", whole: 1,
    mode: "cmi.mode", credit: "cmi.credit", mark: "cmi.scaled_passing_score",
    learner: "cmi.learner_id", time: "cmi.session_time", exit: "cmi.exit", response: "learner_response",
    spans: /^PT\d+H\d+M\d+S$/, finished: "normal",
  },
};
export const VERSIONS = Object.keys(NAMES);

/** Opens the platform's page, which is of the lab's own origin as packages are. */
export async function openHost(page) {
  await page.route("**/peers/*.min.js", (route) => route.fulfill({ path: peer(route.request().url().split("/").pop()) }));
  await page.route("**/peers/host.js", (route) => route.fulfill({ path: here("host.js") }));
  await page.route("**/peers/host.html", (route) => route.fulfill({ path: here("host.html") }));
  await page.goto("/peers/host.html");
  await page.waitForFunction(() => globalThis.lms);
}

/** Launches the lab and waits until it is drawn; gives the frame. */
export async function launch(page, version, query = "", given = {}) {
  const told = { [NAMES[version].learner]: "learner-1", ...given };
  await page.evaluate(([of, address, says]) => lms.launch(of, address, says), [version, `/index.html${query}`, told]);
  const frame = page.frameLocator("#sco");
  await expect(frame.locator('delivery-lab [part="root"] > *').first()).toBeVisible({ timeout: 30_000 });
  return frame;
}

/** What the platform knows: what it keeps, what was called, what the validator refused. */
export const known = (page) => page.evaluate(() => ({
  kept: { ...lms.kept }, calls: [...lms.calls], problems: [...lms.problems], commits: lms.commits,
}));

/** The roles of the calls, in order, such as `initialize`. */
export const roles = (calls) => calls.map(([role]) => role);
