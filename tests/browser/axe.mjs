// What a page must pass that everybody can use: axe-core's rules, on whatever is open.
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** In place of a part of the lab. */
const WHOLE = Symbol("the whole page");

/** What axe-core finds, as one line a rule and element; `where` says what is open, `inside` is a part of the lab. */
export function violations(page, where, inside) {
  return run(page, where, inside, { type: "tag", values: RULES });
}

/** What axe-core finds of contrast alone: all that another theme can change. */
export function contrast(page, where, inside) {
  return run(page, where, inside, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
}

/** What axe-core finds but for contrast: what another language or another width can change. */
export function structure(page, where, inside) {
  return run(page, where, inside, { type: "tag", values: RULES }, { "color-contrast": { enabled: false } });
}

/** What axe-core finds on the whole of a page that the lab is a part of, or that is without one; frames left out. */
export function violationsOfPage(page, where) {
  return run(page, where, WHOLE, { type: "tag", values: RULES });
}

async function run(page, where, inside, runOnly, rules = {}) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const context = inside === WHOLE ? { exclude: [["iframe"]] } : { fromShadowDom: inside ? ["delivery-lab", inside] : ["delivery-lab"] };
  const found = await page.evaluate(async ([context, runOnly, rules]) => {
    const options = { runOnly, rules, resultTypes: ["violations"], elementRef: true };
    const { violations } = await globalThis.axe.run(context, options);
    // A card shows as much as fits it, and a day its first letters; its name has its title and says the rest in words.
    const hasTitle = (element) => {
      const title = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()?.data.replace(/…$/, "");
      return Boolean(title) && element.getAttribute("aria-label").includes(title);
    };
    const reason = ({ any, all, none }) => [...any, ...all, ...none][0]?.message;
    // What lies half under the edge of what scrolls is a target as soon as it is scrolled to.
    const isThere = async (node) => {
      if (!/obscured/.test(reason(node))) return false;
      node.element.scrollIntoView({ block: "center", inline: "center" });
      const again = await globalThis.axe.run(node.element, { runOnly: ["target-size"] });
      return again.violations.length === 0;
    };
    const lines = [];
    for (const { id, nodes } of violations) {
      for (const node of nodes) {
        if (id === "label-content-name-mismatch" && hasTitle(node.element)) continue;
        if (id === "target-size" && (await isThere(node))) continue;
        lines.push([id, node.target.flat().join(" "), reason(node)].join(": "));
      }
    }
    return lines;
  }, [context, runOnly, rules]);
  return found.map((line) => `${where}: ${line}`);
}
