// A learning platform in a page: scorm-again with the lab's own validator in front, and a frame for the content.
import { strict } from "/lms/strict.js";
import { FUNCTIONS, tolerant } from "/lms/tolerant.js";

const SETTINGS = { autocommit: false, lmsCommitUrl: false, logLevel: 5, selfReportSessionTime: true };
const PLACES = { "1.2": ["API", () => new Scorm12API(SETTINGS)], 2004: ["API_1484_11", () => new Scorm2004API(SETTINGS)] };

/** What tests read: calls as [role, element, value, answer], what the validator refused, what was committed. */
const lms = (globalThis.lms = {
  calls: [],
  problems: [],
  /** What the platform has of each attempt, as elements with values; it outlasts the frame. */
  kept: {},
  commits: 0,
  /** What a commit answers where it does not work. */
  fault: undefined,
});

/** How many launches there were: what a lost page still says is not heard. */
let launched = 0;

/**
 * Launches a page in the frame, with an interface of its own.
 * @param {string} version
 * @param {string} address The address of the page, or the page.
 * @param {Record<string, string>} [given] What the platform says, such as its mode.
 */
lms.launch = (version, address, given = {}) => {
  lms.close();
  const [place, make] = PLACES[version];
  const peer = make();
  const entry = version === "1.2" ? "cmi.core.entry" : "cmi.entry";
  const isNew = Object.keys(lms.kept).length === 0;
  peer.loadFromJSON(nested({ ...lms.kept, [entry]: isNew ? "ab-initio" : "resume", ...given }), "cmi");
  globalThis[place] = watched(peer, version);
  const frame = document.createElement("iframe");
  [frame.title, frame.id] = ["The course", "sco"];
  // A page that is given whole needs nothing from the server.
  frame[address.startsWith("<") ? "srcdoc" : "src"] = address;
  document.body.append(frame);
};

/** Takes the frame and its interface away, as a platform does when a course is closed. */
lms.close = () => {
  document.querySelector("iframe")?.remove();
  launched += 1;
  for (const [place] of Object.values(PLACES)) delete globalThis[place];
};

/** The frame is lost, as when a browser is killed: nothing in it hears of its end. */
lms.kill = () => {
  const frame = document.querySelector("iframe");
  if (frame) frame.contentWindow.isDead = true;
  lms.close();
};

/** The interface under its standard names, guarded, with every call noted. */
function watched(peer, version) {
  const guarded = strict(tolerant(peer, version), version, (problem) => lms.problems.push(problem));
  const [written, api, own] = [{}, {}, launched];
  for (const [role, [name]] of Object.entries(FUNCTIONS[version])) {
    api[name] = (...given) => {
      if (own !== launched) throw new Error("This launch is over.");
      const isFaulty = role === "commit" && lms.fault !== undefined;
      const noted = [role, ...given.slice(0, role === "get" ? 1 : 2)];
      if (role !== "error") lms.calls.push(noted);
      const answer = isFaulty ? lms.fault() : guarded[role](...given);
      noted.push(answer);
      if (role === "set" && answer === "true") written[given[0]] = given[1];
      if (role === "commit" && answer === "true") {
        lms.commits += 1;
        Object.assign(lms.kept, written);
      }
      return answer;
    };
  }
  return api;
}

/** Elements by name as the tree that scorm-again loads. */
function nested(elements) {
  const tree = {};
  for (const [element, value] of Object.entries(elements)) {
    const names = element.split(".").slice(1);
    let place = tree;
    for (const name of names.slice(0, -1)) place = place[name] ??= {};
    place[names.at(-1)] = value;
  }
  return tree;
}
