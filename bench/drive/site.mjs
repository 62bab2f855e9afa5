// What the driver needs of a browser and of the native program: pages that stay open, a process that answers.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { chromium } from "@playwright/test";

const ARGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Opens the browser that CHROMIUM names. */
export const open = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGS });

/** A page of its own for one contestant; `call` runs one of its functions. */
export async function contestant(browser, module) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(`${module}: ${error.message}`));
  await page.goto(process.env.BASE_URL);
  await page.evaluate(async (path) => {
    globalThis.contestant = await import(path);
  }, `/${module}.mjs`);
  return {
    call: (name, job) => page.evaluate(([name, job]) => globalThis.contestant[name](job), [name, job]),
    close: () => page.close(),
  };
}

/** The native program; `call` sends it a job and waits for its answer. */
export function native(program) {
  const child = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async call(...words) {
      child.stdin.write(`${words.join(" ")}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`the native program ended at: ${words.join(" ")}`);
      const answer = JSON.parse(value);
      if (answer.error) throw new Error(answer.error);
      return answer;
    },
    close: () => child.stdin.end(),
  };
}
