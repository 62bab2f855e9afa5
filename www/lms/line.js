// One calm line under the lab: what a learner has to know of the learning platform, in the language of the page.
import { Refusal } from "./refusals.js";
import { WORDS } from "./words.js";

/** How long the learner waits at most for what they did to arrive before they are told, in milliseconds. */
const LONGEST_LEAVING = 10_000;

export class Line {
  #line = document.createElement("p");
  /** @type {keyof import("./words.js").Words | Refusal | undefined} */ #what;
  #returnAddress;
  #leave;
  #isDone = false;

  constructor() {
    this.#line.className = "lms-line";
    // There from the beginning and empty, so that what comes into it is read out.
    this.#line.setAttribute("role", "status");
    document.body.append(this.#line);
    new MutationObserver(() => this.#draw()).observe(document.documentElement, { attributeFilter: ["lang"] });
  }

  /** Says one of the sentences, or none. @param {"kept" | "fleeting" | "silent" | "leaving" | Refusal | undefined} what */
  say(what) {
    if (what === this.#what) return;
    this.#what = what;
    this.#draw();
  }

  /**
   * Offers the way back, where the platform gave one that is an address of the web. The page goes there only when the
   * learner asks, and only after what they did has arrived.
   * @param {string} [address]
   * @param {() => Promise<unknown>} [leave] Ends the visit.
   */
  offerReturn(address, leave = async () => {}) {
    if (this.#returnAddress || typeof address !== "string" || !URL.canParse(address)) return;
    const url = new URL(address);
    if (url.protocol !== "https:" && url.protocol !== "http:") return;
    [this.#returnAddress, this.#leave] = [url.href, leave];
    this.#draw();
  }

  /** Says of the way back that nothing is left to do. @param {boolean} isDone */
  finish(isDone) {
    if (isDone === this.#isDone) return;
    this.#isDone = isDone;
    this.#draw();
  }

  async #return(event) {
    // With a key held down it opens elsewhere, and this page stays.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A second time the learner does not want to wait.
    if (this.#what === "leaving" || this.#what instanceof Refusal) return;
    event.preventDefault();
    this.say("leaving");
    try {
      await inTime(this.#leave());
      location.assign(this.#returnAddress);
    } catch (error) {
      this.say(error instanceof Refusal ? error : new Refusal("later", error.message));
    }
  }

  #draw() {
    const lang = document.documentElement.lang.split("-")[0];
    const words = WORDS[lang] ?? WORDS.en;
    const parts = this.#what ? [this.#what instanceof Refusal ? this.#what.in(lang) : words[this.#what]] : [];
    if (this.#returnAddress) parts.push(...(parts.length > 0 ? [" "] : []), this.#way(words));
    const hadFocus = this.#line.contains(document.activeElement);
    this.#line.replaceChildren(...parts);
    if (hadFocus) this.#line.querySelector("a")?.focus();
  }

  #way(words) {
    const way = document.createElement("a");
    way.href = this.#returnAddress;
    way.textContent = this.#what instanceof Refusal ? words.anyway : this.#isDone ? words.back : words.leave;
    way.addEventListener("click", (event) => this.#return(event));
    return way;
  }
}

function inTime(work) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`${LONGEST_LEAVING / 1_000} s`)), LONGEST_LEAVING));
  return Promise.race([work, late]);
}
