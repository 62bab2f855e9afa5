// Compares a text with a file kept beside the tests; UPDATE_GOLDENS=1 writes the file anew. Read it before you keep it.
import { readFileSync, writeFileSync } from "node:fs";

import { expect } from "./lab.mjs";

const place = (name) => new URL(name, import.meta.url);

/** Expects `text` to be what the file has. */
export function expectGolden(name, text) {
  if (process.env.UPDATE_GOLDENS === "1") writeFileSync(place(name), text);
  expect(text, `${name}; UPDATE_GOLDENS=1 writes it anew`).toBe(readFileSync(place(name), "utf8"));
}
