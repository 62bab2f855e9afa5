// A walk over a page with Tab alone: where the focus goes, and whether one sees it there.

/** More stops than this are not walked: what comes then is more of a long list. */
const MOST = 140;
/** So many of a kind in a row are written out; the others are counted. */
const ALIKE = 3;

/** Goes to the beginning of the page, or of the dialog that is open. */
async function begin(page) {
  const isDialog = await page.evaluate(() => {
    const root = document.querySelector("delivery-lab")?.shadowRoot ?? document;
    const dialog = root.querySelector("dialog[open]");
    // A dialog begins at its close button; the rest of the page at its top.
    if (dialog) dialog.querySelector("button, input, select, a[href]")?.focus();
    else root.querySelector(".lab")?.focus();
    return Boolean(dialog);
  });
  // A focus that a script has set shows itself only to those who use the keys.
  if (isDialog) for (const key of ["Tab", "Shift+Tab"]) await page.keyboard.press(key);
  return isDialog;
}

/**
 * Presses Tab until the focus leaves the page or comes round. Each stop has its kind, its name, and what is wrong with it:
 * `covered` where nothing of it can be seen, `unmarked` where nothing shows that it has the focus.
 */
export async function walk(page) {
  const isDialog = await begin(page);
  const stops = isDialog ? [await page.evaluate(stop)] : [];
  while (stops.length < MOST) {
    await page.keyboard.press("Tab");
    const next = await page.evaluate(stop);
    if (next === null || next.isBefore) break;
    stops.push(next);
  }
  await page.evaluate(() => delete globalThis.walked);
  return stops.filter(Boolean);
}

/** Runs in the page: what has the focus. */
function stop() {
  const root = document.querySelector("delivery-lab")?.shadowRoot ?? document;
  const one = root.activeElement;
  if (!one || one === document.body) return null;
  globalThis.walked ??= new Set();
  if (globalThis.walked.has(one)) return { isBefore: true };
  globalThis.walked.add(one);
  const label = one.labels?.[0];
  const labelled = one.getAttribute("aria-labelledby")?.split(" ").map((id) => root.getElementById(id)?.textContent).join(" ");
  const name = one.getAttribute("aria-label") ?? labelled ?? label?.textContent ?? one.textContent;
  const ROLES = { a: "link", summary: "disclosure", select: "list", textarea: "field", input: "field" };
  const role = one.getAttribute("role") ?? (one.type in { checkbox: 1, radio: 1, range: 1, file: 1 } ? one.type : ROLES[one.localName] ?? one.localName);
  // A field that is not drawn itself is seen by its label.
  const seen = one.matches(".visually-hidden") && label ? label : one;
  const { left, top, width, height } = seen.getBoundingClientRect();
  const belongs = (hit) => hit && (seen.contains(hit) || hit.contains(seen) && hit.matches("label, .card, button") || label?.contains(hit));
  const points = [0.5, 0.04, 0.96].flatMap((x) => [0.5, 0.08, 0.92].map((y) => [left + width * x, top + height * y]));
  const isCovered = width > 0 && !points.some(([x, y]) => belongs(root.elementFromPoint(x, y)));
  const isDrawn = (each) => {
    const style = getComputedStyle(each);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  const around = [seen, one, label, one.parentElement, ...(one.parentElement?.children ?? [])].filter(Boolean);
  return {
    role, isCovered, isUnmarked: !around.some(isDrawn), kind: `${role}.${one.className.baseVal ?? one.className}`,
    name: name.trim().replace(/\s+/g, " ").slice(0, 48),
  };
}

/** The order as text: a line a stop, with long rows of the same kind counted. */
export function orderOf(stops) {
  const lines = [];
  for (let at = 0; at < stops.length; ) {
    const run = stops.slice(at).findIndex(({ kind }) => kind !== stops[at].kind);
    const alike = stops.slice(at, run < 0 ? undefined : at + run);
    lines.push(...alike.slice(0, ALIKE).map(({ role, name }) => `  ${role}: ${name}`));
    if (alike.length > ALIKE) lines.push(`  … and ${alike.length - ALIKE} more like it`);
    at += alike.length;
  }
  if (stops.length >= MOST) lines.push("  … and so on");
  return lines;
}
