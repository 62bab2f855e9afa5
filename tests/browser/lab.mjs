// What every browser test starts from: a page that must stay free of errors and, once open, of requests.
import { test as base, expect } from "@playwright/test";

export { expect };

const watched = new WeakMap();

/**
 * Playwright's `test`, which also fails a test at its end if the page logged an error, or asked the network
 * for anything after `openLab`. A test that provokes errors says `test.use({ mayComplain: true })`.
 */
export const test = base.extend({
  mayComplain: [false, { option: true }],
  quiet: [
    async ({ page, mayComplain }, use) => {
      const seen = watch(page);
      await use(seen);
      if (mayComplain) return;
      expect(seen.errors, "errors on the page").toEqual([]);
      expect(seen.requests, "requests after the page had opened").toEqual([]);
    },
    { auto: true },
  ],
});

/** Calls a method of the element, such as `call(page, "seek", "2026-06-08")`; an error comes back as one. */
export function call(page, method, ...args) {
  return page.locator("delivery-lab").evaluate((lab, [name, given]) => lab[name](...given), [method, args]);
}

/** The sentence with which a method of the element refuses; nothing if it does not. */
export function refusal(page, method, ...args) {
  return call(page, method, ...args).then(
    () => undefined,
    (error) => error.message.split("\n")[0].replace(/^.*?Error: /, ""),
  );
}

/** Opens the app page with a query such as "?weeks=52" and waits until the lab is drawn. */
export async function openLab(page, query = "") {
  await openPage(page, `/${query}`);
  return page.locator("delivery-lab");
}

/** Opens a page of the site that has labs in it and waits until they are drawn. */
export async function openPage(page, address) {
  const seen = watched.get(page);
  if (seen) seen.isOpen = false;
  await page.goto(address);
  for (const lab of await page.locator("delivery-lab").all()) {
    await expect(lab.locator('[part="root"] > *, [part="poster"], [part="error"]').first()).toBeVisible();
  }
  await page.waitForLoadState("networkidle");
  if (seen) seen.isOpen = true;
}

/** Notes the labs' events from the beginning; `await heard(page)` gives them as [kind, detail, id]. */
export async function listen(page) {
  await page.addInitScript(() => {
    globalThis.heard = [];
    for (const kind of ["ready", "changed", "run", "lesson-progress", "lesson-completed", "lesson-answered", "error"]) {
      addEventListener(`delivery-lab-${kind}`, ({ detail, target }) => heard.push([kind, detail, target.id]));
    }
  });
}

/** The events noted so far, or those of one kind. */
export async function heard(page, kind) {
  const all = await page.evaluate(() => globalThis.heard);
  return kind ? all.filter(([each]) => each === kind) : all;
}

/** The element's inside: everything that the wasm module has drawn. */
export function root(page) {
  return page.locator('delivery-lab [part="root"]');
}

/** Drops a file on the lab; its content, or only a size that nothing is behind. */
export async function drop(page, name, bytes) {
  await page.locator("delivery-lab .lab").evaluate((lab, [name, content]) => {
    const parts = typeof content === "number" ? [] : [Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))];
    const file = new File(parts, name);
    if (typeof content === "number") {
      Object.defineProperty(file, "size", { value: content });
      FileReader.prototype.readAsArrayBuffer = () => { throw new Error("it was read"); };
    }
    const data = new DataTransfer();
    data.items.add(file);
    // A file of a given size cannot be put into a DataTransfer, so it is handed out by it.
    if (typeof content === "number") Object.defineProperty(data, "files", { value: Object.assign([file], { item: () => file }) });
    for (const type of ["dragenter", "dragover", "drop"]) {
      lab.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
    }
  }, [name, typeof bytes === "number" ? bytes : Buffer.from(bytes).toString("base64")]);
}

/** Keeps a picture of the page in test-artifacts/. */
export async function keepPicture(page, name) {
  await page.screenshot({ path: `test-artifacts/${name}.png` });
}

function watch(page) {
  const seen = { errors: [], requests: [], isOpen: false };
  page.on("console", (message) => {
    if (message.type() === "error") seen.errors.push(message.text());
  });
  page.on("pageerror", (error) => seen.errors.push(String(error)));
  page.on("request", (request) => {
    const isLocal = /^(blob|data):/.test(request.url());
    // The course, a language and the page for a package are fetched from beside the page when somebody asks for them.
    const isAskedFor = /\/(course|lang)\/[\w/]+\.json$|\/delivery-lab\.html$/.test(new URL(request.url()).pathname);
    if (seen.isOpen && !isLocal && !isAskedFor) seen.requests.push(request.url());
  });
  watched.set(page, seen);
  return seen;
}
