// Reports to a learning platform by cmi5: one visit from `initialized` to `terminated`, judged as the platform wants.
import { languageOf } from "../element.js";
import { fetchAuthorization, patiently, readLaunch, readLaunchData, readPreferences } from "./launch.js";
import { createStore } from "./lrs.js";
import { Refusal, refusalOf } from "./refusals.js";
import { activityOf, CMI5, durationOf } from "./statements.js";
import { Visit } from "./visit.js";

/**
 * A sink for a page that a platform opened by cmi5. Nothing is asked of the platform before `open`.
 * @param {string} [address] The address of the page as it was opened.
 * @param {{onTrouble?: (isInTrouble: boolean) => void}} [options]
 */
export function openCmi5(address = location.href, { onTrouble } = {}) {
  /** @type {Session|undefined} */
  let session;
  return {
    name: "cmi5",
    async open() {
      try {
        const launch = readLaunch(address);
        const begun = new Session(launch, await fetchAuthorization(launch), onTrouble);
        const resumed = await begun.begin();
        session = begun;
        return resumed;
      } catch (error) {
        throw refusalOf(error);
      }
    },
    report: async (record) => session?.report(record),
    answered: async (answer) => session?.answered(answer),
    close: async (record) => session?.end(record),
    /** Whether what has not arrived outlasts the page. */
    get isKept() { return session?.outbox.isKept ?? false; },
    /** Whether the platform has all that it waits for before the learner goes on. */
    isDone: () => session?.isDone() === true,
  };
}

/** A visit by the rules of cmi5, which calls it a session. */
class Session extends Visit {
  #data; // What the platform wants.
  #begun; // When the first statement was made, in milliseconds.

  /** @param {import("./launch.js").Launch} launch @param {string} authorization */
  constructor({ endpoint, actor, activityId, registration }, authorization, onTrouble) {
    const store = createStore({ endpoint, authorization });
    super({ store, kind: "cmi5", endpoint, actor, course: activityOf(activityId), registration, onTrouble });
  }

  /** Only then may what a learner achieves be told, and is a later visit to find it. */
  get #counts() { return this.#data.mode === "Normal"; }

  async begin() {
    const { agent } = this.where;
    const [document, likes, kept] = await Promise.all([
      patiently(() => this.store.state({ ...this.where, stateId: "LMS.LaunchData" })),
      // It must be asked for; but what a platform answers instead of preferences keeps nobody from learning.
      this.store.profile({ agent, profileId: "cmi5LearnerPreferences" }).catch(() => undefined),
      patiently(() => this.outbox.open()),
    ]);
    this.#data = readLaunchData(document);
    this.template = this.#data.template;
    this.masteryScore = this.#data.masteryScore;
    // They are of a session that is over, and may not be told in this one. What was achieved is told anew.
    this.outbox.forgetStatements();
    if (kept) this.resume(kept);
    await this.#initialize();
    if (this.#counts && kept?.standing) await this.#catchUp(kept);
    const place = this.#data.mode === "Browse" ? {} : { suspend: kept?.suspend, location: kept?.location };
    const { masteryScore, returnURL } = this.#data;
    return { ...place, mayReport: this.#counts, passMark: masteryScore, returnURL, ...readPreferences(likes, languageOf) };
  }

  async #initialize() {
    const statement = this.#defined("initialized");
    this.#begun = Date.parse(statement.timestamp);
    try {
      await this.store.post([statement]);
    } catch (error) {
      if (!error.isPassing) throw error;
      // Where the platform only stumbles, it is the first of what goes once it answers again.
      this.outbox.add(statement);
      void this.outbox.flush();
    }
  }

  /** Tells what an earlier session achieved and could not tell, as when the page died. */
  async #catchUp({ standing, seconds }) {
    const { told } = this.kept;
    const isOpen = { completed: standing.completed && !told.completed, passed: this.verdictOn(standing) && !told.passed };
    for (const verb of Object.keys(isOpen).filter((each) => isOpen[each])) {
      // Where the platform does not say, it is told: a statement of the same id is not taken twice.
      told[verb] = await this.store.has(this.onceId(verb)).catch(() => false);
    }
    this.tellStanding(standing, seconds);
    void this.outbox.flush();
  }

  async report(record) {
    if (!this.#counts) return;
    if (this.isOver) throw new Refusal("spent", "terminated");
    await super.report(record);
  }

  async answered(answer) {
    if (this.#counts && !this.isOver) await super.answered(answer);
  }

  /** Ends the session. Called again, it sends what did not arrive the first time. */
  async end(record) {
    if (!this.isOver) {
      if (this.#counts && record) {
        this.note(record);
        this.tellFailure();
      }
      const timestamp = this.now();
      const duration = durationOf((Date.parse(timestamp) - this.#begun) / 1000);
      this.outbox.add(this.#defined("terminated", { timestamp, result: { duration } }));
      this.isOver = true;
    }
    await this.leave();
  }

  /** By the platform's rule for going on. */
  isDone() {
    const { completed, passed } = this.kept.told;
    const rules = {
      Passed: passed,
      CompletedOrPassed: completed || passed,
      CompletedAndPassed: completed && passed,
    };
    return rules[this.#data.moveOn] ?? completed;
  }

  tellJudged(verb, result, id) {
    const isMarked = result.score !== undefined && this.masteryScore !== undefined;
    const extensions = isMarked ? { [`${CMI5}/context/extensions/masteryscore`]: this.masteryScore } : {};
    this.outbox.add(this.#defined(verb, { id, result, extensions, categories: ["cmi5", "moveon"] }));
  }

  /** A statement of cmi5 itself; all others are such as it allows, and lack its category. */
  #defined(verb, { extensions, categories = ["cmi5"], ...parts } = {}) {
    const category = categories.map((name) => activityOf(`${CMI5}/context/categories/${name}`));
    return this.made(verb, { ...parts, context: { contextActivities: { category }, extensions } });
  }
}
