// The ways of working. Each hand knows how to press, write, choose from a list, and build; what it is to do, the script
// says. A hand does nothing that its kind of person cannot do.
import { expect } from "../lab.mjs";
import * as names from "../names.mjs";

export const dialog = (page) => page.getByRole("dialog");
export const addButton = (page) => page.getByRole("button", { name: "Add", exact: true });
/** An activity's row of the outline, by the title that its name begins with. */
const row = (page, title) => {
  const tree = page.getByRole("tree", { name: "Outline of the workflow" });
  return tree.locator(".is-activity").and(page.getByRole("treeitem", { name: begins(title) }));
};
/** A card of the drawing, by the title that its name begins with. */
export const card = (page, title) =>
  page.getByRole("application", { name: "Workflow" }).getByRole("button", { name: begins(title) });
/** A title at the beginning of a name, and no longer one. */
const begins = (title) => new RegExp(`^${title}(,|$)`);
/** A button of the tools beside what is chosen in the drawing. */
const tool = (page, name) => page.getByRole("toolbar").getByRole("button", { name, exact: true });
const isOutline = (page) => names.viewOfWorkflow(page, "Outline").getAttribute("aria-pressed").then((on) => on === "true");

/** A mouse. */
export class Mouse {
  constructor(page) {
    this.page = page;
  }

  /** Presses a button, a box, a tab or a row. */
  async press(target) {
    await target.click();
  }

  /** Writes into a field and applies it, where it is one that waits for that. */
  async write(target, text) {
    await target.click();
    await target.fill(text);
    await target.blur();
  }

  /** Chooses from a list. The list itself belongs to the browser. */
  async choose(target, label) {
    await this.press(target);
    await target.selectOption({ label });
  }

  /** Opens what is folded away. */
  async unfold(summary) {
    await this.press(summary);
  }

  /** Chooses an activity, so that its settings are shown. */
  async open(title) {
    const heading = names.inspector(this.page).getByRole("heading").first();
    if ((await heading.isVisible()) && (await heading.textContent()) === title) return;
    await this.clear();
    await this.press((await isOutline(this.page)) ? row(this.page, title) : card(this.page, title));
    await expect(heading).toHaveText(title);
  }

  /** On a narrow page the settings lie over the workflow: closes them. */
  async clear() {
    const close = names.closeInspector(this.page);
    if (this.page.viewportSize().width < 900 && (await close.isVisible())) await this.press(close);
  }

  /** Adds an activity, behind the one that is chosen. */
  async add(kind, { after } = {}) {
    if (after) await this.open(after);
    await this.press(addButton(this.page));
    await dialog(this.page).getByRole("combobox").fill(kind);
    await this.press(dialog(this.page).getByRole("option", { name: new RegExp(`^${kind}`) }).first());
    await expect(dialog(this.page)).toHaveCount(0);
  }

  /** Draws a transition. */
  async connect(from, to) {
    if (await isOutline(this.page)) return this.connectByRow(from, to);
    await this.open(from);
    await this.press(tool(this.page, "Connect"));
    await this.press(card(this.page, to));
  }

  /** Takes an activity out. */
  async remove(title) {
    if (await isOutline(this.page)) return this.entry(title, "Remove");
    await this.open(title);
    await this.press(tool(this.page, "Remove"));
  }

  async connectByRow(from, to) {
    await this.entry(from, "Connect to…");
    await dialog(this.page).getByRole("combobox").fill(to);
    await this.press(dialog(this.page).getByRole("option", { name: new RegExp(`^${to}`) }).first());
    await expect(dialog(this.page)).toHaveCount(0);
  }

  /** An entry of the menu of a row. */
  async entry(title, name) {
    await this.press(row(this.page, title).locator(".tree-menu"));
    await this.press(this.page.getByRole("menuitem", { name, exact: true }));
  }

  /** Begins to build. */
  async build() {}
}

/** One finger that taps and does nothing else. */
export class Finger extends Mouse {
  async press(target) {
    await target.tap();
  }

  async write(target, text) {
    await target.tap();
    await target.fill(text);
    await target.blur();
  }
}

/** The outline and the text of the page; the drawing is never touched. */
export class Outline extends Mouse {
  async build() {
    if (!(await isOutline(this.page))) await this.press(names.viewOfWorkflow(this.page, "Outline"));
    await expect(this.page.getByRole("application", { name: "Workflow" })).toHaveCount(0);
  }
}
