// One calm line under the lab: what a learner has to know of the learning platform, in the language of the page.
import { WORDS } from "./words.js";

export class Line {
  #line = document.createElement("p");
  /** @type {keyof import("./words.js").Words | undefined} */ #what;
  #returnAddress;

  constructor() {
    this.#line.className = "lms-line";
    // There from the beginning and empty, so that what comes into it is read out.
    this.#line.setAttribute("role", "status");
    document.body.append(this.#line);
    new MutationObserver(() => this.#draw()).observe(document.documentElement, { attributeFilter: ["lang"] });
  }

  /** Says one of the sentences, or none. @param {"kept" | "fleeting" | "silent" | undefined} what */
  say(what) {
    if (what === this.#what) return;
    this.#what = what;
    this.#draw();
  }

  /** Offers the way back, where the platform gave one that is an address of the web. @param {string} [address] */
  offerReturn(address) {
    if (this.#returnAddress || typeof address !== "string" || !URL.canParse(address)) return;
    const url = new URL(address);
    if (url.protocol !== "https:" && url.protocol !== "http:") return;
    this.#returnAddress = url.href;
    this.#draw();
  }

  #draw() {
    const words = WORDS[document.documentElement.lang.split("-")[0]] ?? WORDS.en;
    const parts = this.#what ? [words[this.#what]] : [];
    if (this.#returnAddress) {
      const way = document.createElement("a");
      [way.href, way.textContent] = [this.#returnAddress, words.back];
      parts.push(...(parts.length > 0 ? [" ", way] : [way]));
    }
    this.#line.replaceChildren(...parts);
  }
}
