// What is too wide, cut off, too small or hidden, read off the page as it is drawn.

/** Where WCAG lets something scroll both ways: the drawing, tables and charts. */
const TWO_WAYS = ".b-stage, .workflow-body, .table-box, .table-scroll, .fk-logs, .chart-body, .fan-chart, .timeline, pre, textarea";
/** One line of the newest sentence; the button beside it opens all of it. */
const FOLDED = ".narration:not(.is-open)";

/**
 * What does not fit the width: the page, or a part of it, scrolls sideways, something sticks out of the page, or words are cut off and
 * stand nowhere in full.
 */
export function tooWide(page) {
  return page.evaluate(([twoWays, folded]) => {
    const root = document.querySelector("delivery-lab")?.shadowRoot ?? document;
    const found = [];
    const name = (one) => {
      const words = (one.getAttribute("aria-label") ?? one.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
      return `${one.localName}${[...one.classList].map((each) => `.${each}`).join("")} “${words}”`;
    };
    const note = (what, one) => found.push(`${what}: ${name(one)}`);
    // Words for the ear alone are drawn a pixel large.
    const isForTheEar = (one) => {
      for (let each = one; each; each = each.parentElement) if (getComputedStyle(each).clipPath === "inset(50%)") return true;
      return false;
    };
    const isUnseen = (one) => isForTheEar(one) || !one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    if (document.scrollingElement.scrollWidth > innerWidth + 1) note("the page scrolls sideways", document.body);
    const clips = (one) => getComputedStyle(one).overflowX !== "visible";
    const saysAll = (one) => {
      const said = one.closest("[title], [aria-label]");
      const words = one.textContent.trim().replace(/\s+/g, " ");
      return said !== null && [said.title, said.getAttribute("aria-label")].some((text) => text?.replace(/\s+/g, " ").includes(words));
    };
    for (const one of root.querySelectorAll("*")) {
      if (isUnseen(one) || one.closest(twoWays) || one.closest(folded) || one.closest("svg")) continue;
      const box = one.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const hasWords = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if ((hasWords || one.matches("button, input, select, a, summary")) && (box.left < -1 || box.right > innerWidth + 1)) {
        note("sticks out of the page", one);
      }
      if (one.matches("input, select, option") || !clips(one)) continue;
      const style = getComputedStyle(one);
      if (one.scrollWidth > one.clientWidth + 1) {
        if (style.overflowX === "auto" || style.overflowX === "scroll") note("scrolls sideways", one);
        else if (!saysAll(one)) note("is cut", one);
      }
      const isClamped = style.overflowY === "hidden" || style.overflowY === "clip";
      if (isClamped && hasWords && one.scrollHeight > one.clientHeight + 2 && !saysAll(one)) note("is cut below", one);
    }
    return [...new Set(found)];
  }, [TWO_WAYS, FOLDED]);
}

/** The space between lines, words and letters that everybody may ask for (WCAG 1.4.12). */
export async function spaceText(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*:not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`);
    const root = document.querySelector("delivery-lab")?.shadowRoot ?? document;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}

/**
 * Targets smaller than 24 by 24 CSS pixels without enough room around them (WCAG 2.5.8). Words in a line of text are exempt, and what
 * the browser draws itself.
 */
export function smallTargets(page) {
  return page.evaluate(() => {
    const LEAST = 24;
    const root = document.querySelector("delivery-lab")?.shadowRoot ?? document;
    const scope = root.querySelector("dialog[open]") ?? root;
    const selector = "a[href], button, input, select, textarea, summary, [role=button], [role=treeitem], [role=option], [role=menuitem], [tabindex='0'][data-activity], [data-end]";
    const isThere = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !one.matches(":disabled, .visually-hidden, [aria-hidden=true], [aria-hidden=true] *");
    // A field is also pressed by its label; a checkbox is drawn by the browser and as large as its label.
    const boxOf = (one) => {
      const boxes = [one, ...(one.labels ?? [])].filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect());
      return boxes.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
    };
    const targets = [...scope.querySelectorAll(selector)].filter(isThere).map((one) => ({ one, box: boxOf(one) })).filter(({ box }) => box.width > 0 && box.height > 0);
    const isSmall = ({ box }) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5;
    const middle = ({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 });
    const isInText = (one) => {
      const parent = one.parentElement;
      if (getComputedStyle(one).display !== "inline" || !parent) return false;
      return [...parent.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.data));
    };
    const gap = (point, box) => Math.hypot(Math.max(box.left - point.x, 0, point.x - box.right), Math.max(box.top - point.y, 0, point.y - box.bottom));
    const isCrowded = (target) => targets.some((other) => {
      if (other.one === target.one || other.one.contains(target.one) || target.one.contains(other.one)) return false;
      const at = middle(target.box);
      if (isSmall(other)) {
        const there = middle(other.box);
        return Math.hypot(at.x - there.x, at.y - there.y) < LEAST - 0.5;
      }
      return gap(at, other.box) < LEAST / 2 - 0.5;
    });
    const found = targets.filter((target) => isSmall(target) && !isInText(target.one) && isCrowded(target));
    return found.map(({ one, box }) => `${one.localName}.${one.className} “${(one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 30)}” ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
  });
}
