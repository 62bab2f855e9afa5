// Shows what was chosen as it will be seen: in a frame, or as an element on this page.
import { attributes, labAddress } from "./code.js";
import { make } from "./dom.js";

/** How long nothing has to change before the lab is opened anew, in milliseconds. */
const CALM = 500;
/** What a frame gets while it has no height of its own. */
const FIRST_HEIGHT = 540;

/** A place that shows one lab at a time. */
export class Preview {
  #shown; // What is shown by now, as one text; the same is not opened twice.
  #timer;
  #size = {};

  /** The very first lab of the page is opened at once. */
  static #isFirst = true;

  constructor(name) {
    this.stage = make("div", { className: "stage", role: "group", "aria-label": name });
    new ResizeObserver(() => this.#fit()).observe(this.stage);
  }

  /** Shows a choice, once nothing has changed for a moment; without one, nothing. */
  show(form, choice, title) {
    this.#size = choice ?? {};
    this.#fit();
    const wanted = choice && JSON.stringify([form === "element", choice.shape === "content", attributes(choice)]);
    clearTimeout(this.#timer);
    if (wanted === this.#shown) return;
    this.#timer = setTimeout(() => {
      this.#shown = wanted;
      this.stage.replaceChildren(...(choice ? [form === "element" ? this.#element(choice) : this.#frame(choice, title)] : []));
      this.#fit();
    }, Preview.#isFirst ? 0 : CALM);
    Preview.#isFirst = false;
  }

  #frame(choice, title) {
    const frame = make("iframe", { src: labAddress(choice, "./"), title, allow: "fullscreen; clipboard-write" });
    if (choice.shape === "content") import("../host.js").then(({ attach }) => attach(frame, { autoHeight: true })).catch(console.error);
    return frame;
  }

  #element(choice) {
    const lab = make("delivery-lab");
    for (const [name, value] of attributes(choice)) lab.setAttribute(name, value);
    import("../boot.js").catch((error) => console.error(error));
    return lab;
  }

  /** Gives the lab its size, drawn smaller where it is wider than there is room. */
  #fit() {
    const { shape, width, height } = this.#size;
    const room = this.stage.clientWidth;
    const lab = this.stage.firstElementChild;
    if (shape === "content") {
      // As high as the lab says by itself, or by the host's script.
      this.stage.style.height = "";
      if (lab) Object.assign(lab.style, { width: "100%", height: lab.style.height || (lab.localName === "iframe" ? `${FIRST_HEIGHT}px` : ""), transform: "" });
      return;
    }
    const [wide, high] = shape === "own" ? [width, height] : [room, Math.round((room * 9) / 16)];
    const scale = Math.min(1, room / wide);
    this.stage.style.height = `${Math.round(high * scale)}px`;
    if (lab) Object.assign(lab.style, { width: `${wide}px`, height: `${high}px`, transform: scale < 1 ? `scale(${scale})` : "" });
  }
}
