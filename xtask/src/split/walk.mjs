// Opens the page as a first visit does, plays, looks around, and prints which stretches of the wasm were entered by when.
import { open } from "../../../bench/drive/site.mjs";
import { ANSWERED } from "../../../www/patience.js";

const { BASE_URL } = process.env;
const [PLAY] = ANSWERED;
const WIDE = { viewport: { width: 1440, height: 900 }, locale: "en-GB" };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: "en-US", reducedMotion: "reduce" };
const FRAME = { viewport: { width: 1280, height: 720 }, locale: "en-GB", colorScheme: "dark" };
/** How visits differ in what they draw first. Only what the plain ones draw has to be there at once. */
const VISITS = [
  { context: WIDE, query: "", isPlain: true },
  { context: PHONE, query: "", isPlain: true },
  { context: FRAME, query: "?sample=continuous-weekly&weeks=12&theme=dark" },
  { context: { ...FRAME, locale: "sv-SE" }, query: "?sample=recurring-weekly&seed=7" },
  { context: { ...WIDE, locale: "de-DE" }, query: "" },
  { context: FRAME, query: "?sample=birthday" },
  { context: FRAME, query: "?sample=welcome" },
  { context: FRAME, query: "?sample=seasonal-list" },
];

/** Those who do not wait: they press Play as soon as it is there, while the year is still being simulated. */
const HASTY = [1, 4, 12];

const browser = await open();
const opening = new Set();
const playing = new Set();
const looking = new Set();
for (const { context: options, query, isPlain } of VISITS) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${BASE_URL}/${query}`);
  const lab = page.locator("delivery-lab");
  await lab.locator('[part="root"] > *').first().waitFor();
  await lab.evaluate((element) => element.getReport());
  for (const [x, y] of [[700, 200], [900, 320], [300, 500], [200, 200]]) await page.mouse.move(x, y);
  await page.waitForTimeout(1_000);
  if (isPlain) await note(page, opening);
  // What most people do first.
  const play = lab.locator(PLAY);
  await (options.hasTouch ? play.tap() : play.click());
  await page.waitForTimeout(4_000);
  await (options.hasTouch ? play.tap() : play.click());
  await page.keyboard.press("Tab");
  await play.focus();
  await page.keyboard.press("Space");
  await page.waitForTimeout(1_000);
  // A page around the lab may do the same, and asks how far it is.
  await lab.evaluate(async (element) => {
    await element.pause();
    await element.play();
    await element.getState();
  });
  // The window changes, and the reader looks at something else and comes back.
  await page.setViewportSize({ width: options.viewport.width - 40, height: options.viewport.height - 20 });
  await page.evaluate(() => {
    document.dispatchEvent(new Event("visibilitychange"));
    dispatchEvent(new Event("pagehide"));
    dispatchEvent(new Event("pageshow"));
  });
  await page.waitForTimeout(1_000);
  await note(page, playing);
  if (isPlain) {
    await look(lab);
    await note(page, looking);
  }
  await context.close();
}
for (const slowness of HASTY) {
  for (const options of [WIDE, PHONE]) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowness });
    await page.goto(BASE_URL);
    const play = page.locator(`delivery-lab ${PLAY}`);
    await play.waitFor();
    const { x, y, width, height } = await play.boundingBox();
    await note(page, opening);
    for (let press = 0; press < 6; press += 1) {
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      await page.mouse.up();
      await page.waitForTimeout(200);
    }
    // What has waited is done at a stroke.
    for (const times of [1, 3, 4]) {
      await play.evaluate((button, presses) => {
        for (let press = 0; press < presses; press += 1) button.click();
      }, times);
      await page.waitForTimeout(300);
    }
    // What is late is drawn otherwise than what is in time.
    await page.locator("delivery-lab").evaluate((element) => element.play());
    await page.waitForTimeout(3_000);
    await note(page, playing);
    await choose(page.locator("delivery-lab"), 500);
    await note(page, looking);
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify({ opening: [...opening], playing: [...playing], looking: [...looking] }));

/** Goes through the tour as far as it leads here, chooses each activity, and tries what stands around Play. */
async function look(lab) {
  const page = lab.page();
  await choose(lab, 500);
  const seen = (places) => lab.locator(places).filter({ visible: true });
  for (let turn = 0; turn < 12; turn += 1) {
    for (const choice of await seen(".coach input[type=radio]:enabled").all()) await choice.evaluate((radio) => radio.click());
    for (const field of await seen(".coach input:enabled:not([type=radio])").all()) await field.fill("52");
    const on = seen(".coach .primary:enabled").first();
    if (await on.count()) await on.click();
    await page.waitForTimeout(200);
  }
  await choose(lab, 100);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  for (const choice of await seen(".transport select").all()) await choice.selectOption({ index: 1 });
  // What one does may take another out of use.
  for (const tool of await seen(`.transport button:not(${PLAY}, [aria-haspopup])`).elementHandles()) {
    await tool.evaluate((button) => button.click());
    await page.waitForTimeout(100);
  }
  await seen(".timeline").click({ force: true });
}

/** Chooses each activity, and looks at it so long, in milliseconds. */
async function choose(lab, time) {
  for (const card of await lab.locator(".card:enabled").filter({ visible: true }).all()) {
    await card.click({ force: true });
    await lab.page().waitForTimeout(time);
  }
}

async function note(page, entered) {
  for (const place of await page.evaluate(() => globalThis.entered())) entered.add(place);
}
