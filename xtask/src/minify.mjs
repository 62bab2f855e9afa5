// Makes scripts and style sheets of a folder smaller, in their places: names inside and white space go, nothing else.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";

const [folder] = process.argv.slice(2);
/** Articles that show how it is done stay as they are written. */
const AS_WRITTEN = ["examples"];
/** The style sheet that the element adopts is a text in a script. */
const STYLE = /^export const css = (".*");\s*$/s;

await shrink(folder);

async function shrink(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      if (!AS_WRITTEN.includes(name)) await shrink(path);
    } else if (name.endsWith(".js") || name.endsWith(".css")) {
      writeFileSync(path, await smaller(readFileSync(path, "utf8"), name.endsWith(".css") ? "css" : "js"));
    }
  }
}

async function smaller(text, loader) {
  const style = loader === "js" && STYLE.exec(text);
  if (style) return `export const css = ${JSON.stringify(await smaller(JSON.parse(style[1]), "css"))};\n`;
  // The browsers that have what the wasm needs have all that is written here.
  const { code } = await transform(text, { loader, minify: true, charset: "utf8", target: "esnext" });
  return code;
}
