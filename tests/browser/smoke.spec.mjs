// The page opens, and the element lives, moves and goes as an element should.
import { expect, keepPicture, openLab, root, test } from "./lab.mjs";

test("the page opens without an error and then leaves the network alone", async ({ page }) => {
  await openLab(page);
  await expect(page).toHaveTitle(/^Delivery Lab: /);
  expect(await page.evaluate(() => customElements.get("delivery-lab")?.name)).toBe("DeliveryLabElement");
  await expect(page.locator('delivery-lab [part="poster"], delivery-lab [part="error"]')).toHaveCount(0);
  await page.waitForTimeout(500);
  await keepPicture(page, "smoke");
});

test("a visit asks for each file once", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await openLab(page);
  expect(asked.filter((address) => address.endsWith(".wasm")).length).toBeGreaterThan(0);
  expect(asked.filter((address, at) => asked.indexOf(address) !== at)).toEqual([]);
});

test("the query string's options become the element's", async ({ page }) => {
  const lab = await openLab(page, "?weeks=4&lang=sv&stranger=1");
  await expect(lab).toHaveAttribute("weeks", "4");
  await expect(lab).toHaveAttribute("lang", "sv");
  await expect(lab).not.toHaveAttribute("stranger");
});

test("an element that is moved goes on, one that is removed is emptied and can come back", async ({ page }) => {
  const lab = await openLab(page);
  const moved = await lab.evaluate(async (element) => {
    const before = element.shadowRoot.querySelector('[part="root"]');
    document.body.append(document.createElement("section"));
    document.querySelector("section").append(element);
    await Promise.resolve();
    return before === element.shadowRoot.querySelector('[part="root"]');
  });
  expect(moved).toBe(true);
  const left = await lab.evaluate(async (element) => {
    globalThis.kept = element;
    element.remove();
    await Promise.resolve();
    return element.shadowRoot.childElementCount;
  });
  expect(left).toBe(0);
  await page.evaluate(() => document.body.append(globalThis.kept));
  await expect(root(page).locator("> *").first()).toBeVisible();
});

test("an element that is removed while it opens is never put up", async ({ page }) => {
  const lab = await openLab(page);
  const children = await lab.evaluate(async () => {
    const element = document.createElement("delivery-lab");
    const opening = await new Promise((resolve) => {
      const find = () => element.shadowRoot.querySelector(".root.is-opening");
      // Told after the program has mounted it, and before its timer runs.
      const observer = new MutationObserver(() => find() && (observer.disconnect(), resolve(find())));
      observer.observe(element.shadowRoot, { childList: true });
      document.body.append(element);
    });
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return opening.childElementCount;
  });
  expect(children).toBe(0);
});

test.describe("without the wasm module", () => {
  test.use({ mayComplain: true });

  test("the element says so, and what to do", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.addInitScript(() => {
      addEventListener("delivery-lab-error", (event) => (globalThis.reported = event.detail.message));
    });
    await page.goto("/?lang=sv");
    await expect(page.getByRole("alert")).toContainText("Delivery Lab kunde inte öppnas");
    await expect(page.getByRole("alert")).toContainText("Ladda om sidan");
    expect(await page.evaluate(() => globalThis.reported)).toBeTruthy();
  });
});
