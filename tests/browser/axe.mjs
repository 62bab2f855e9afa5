// What a page must pass that everybody can use: axe-core's rules, on whatever is open.
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds, as one line a rule and element; `where` says what is open, `inside` is a part of the lab. */
export async function violations(page, where, inside) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async ([inside, values]) => {
    const context = { fromShadowDom: inside ? ["delivery-lab", inside] : ["delivery-lab"] };
    const options = { runOnly: { type: "tag", values }, resultTypes: ["violations"], elementRef: true };
    const { violations } = await globalThis.axe.run(context, options);
    // A card shows as much as fits it, and a day its first letters; its name has its title and says the rest in words.
    const hasTitle = (element) => {
      const title = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()?.data.replace(/…$/, "");
      return Boolean(title) && element.getAttribute("aria-label").includes(title);
    };
    const lines = violations.map(({ id, nodes }) =>
      nodes
        .filter(({ element }) => id !== "label-content-name-mismatch" || !hasTitle(element))
        .map(({ target, any, all, none }) =>
          [id, target.flat().join(" "), [...any, ...all, ...none][0]?.message].join(": ")),
    );
    return lines.flat();
  }, [inside, RULES]);
  return found.map((line) => `${where}: ${line}`);
}
