// What the course asks and what is right: read from the course's files and from the key that the command line
// writes, so that no answer stands here a second time.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const read = (path) => JSON.parse(readFileSync(`${root}course/${path}`, "utf8"));

/** The pieces in their order, each `{ id, words, steps }`; a step has its words with it. */
export function pieces() {
  return read("course.json").lessons.map((id) => {
    const { lesson } = read(`lessons/${id}.json`);
    const { lesson: words } = read(`text/en/${id}.json`);
    const steps = lesson.steps.map((step) => ({ ...step, words: words.steps[step.id] }));
    return { id, words, steps };
  });
}

/**
 * The right answer of each item at the first try, by "lesson/step": `{ answer, params }`.
 *
 * `SIMULATE` may name the program; else cargo builds and runs it.
 */
export async function key() {
  const asked = ["--course", "course", "--format", "json"];
  const cargo = ["run", "--quiet", "--locked", "--bin", "simulate", "--", ...asked];
  const { SIMULATE } = process.env;
  const [program, args] = SIMULATE ? [SIMULATE, asked] : [process.env.CARGO ?? "cargo", cargo];
  const { stdout } = await promisify(execFile)(program, args, { cwd: root, maxBuffer: 1 << 26 });
  const first = JSON.parse(stdout).filter(({ variation }) => variation === 0);
  return new Map(first.map((one) => [`${one.lesson}/${one.step}`, one]));
}

/** The progress of somebody who takes every piece to its end and is right at the first try, as the key has it. */
export function solved(pieces, key) {
  const items = pieces.flatMap(({ id, steps }) => steps.filter(({ task }) => task.type !== "read").map((step) => [id, step]));
  const name = ([id, step]) => `${id}/${step.id}`;
  return {
    items: Object.fromEntries(items.map((one) => [name(one), { tries: 1, isFirstRight: true, isRight: true, hints: 0 }])),
    visits: Object.fromEntries(pieces.map(({ id, steps }) => [id, { step: 0, furthest: steps.length - 1, isDone: true }])),
    attempts: items.map(([lesson, step]) => ({
      lesson, step: step.id, variation: 0, answer: key.get(`${lesson}/${step.id}`).answer, isRight: true, hints: 0,
    })),
  };
}
