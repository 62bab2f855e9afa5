// Takes the pictures of the README from a site that is being served; `cargo xtask pictures` starts it.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { open, shot, start } from "./lab.mjs";
import { record } from "./record.mjs";
import { STILLS } from "./stills.mjs";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Say where the pictures go");

await mkdir(folder, { recursive: true });
const browser = await start();
for (const [name, { query, screen, prepare }] of Object.entries(STILLS)) {
  const opened = await open(browser, query, screen);
  await prepare(opened);
  await writeFile(join(folder, `${name}.png`), await shot(opened.page));
  await opened.page.context().close();
}
await record(browser, join(folder, "year"));
await browser.close();
