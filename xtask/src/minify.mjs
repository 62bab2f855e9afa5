// Makes scripts and style sheets of a folder smaller, in their places: names inside and white space go, nothing else.
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";

const [folder] = process.argv.slice(2);
/** Articles that show how it is done stay as they are written. */
const AS_WRITTEN = ["examples"];
/** The style sheets that the element adopts are texts in scripts that have nothing else. */
const STYLE = /^export const (\w+) = (".*");$/;

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
  const styles = loader === "js" ? text.trim().split("\n").map((line) => STYLE.exec(line)) : [null];
  if (styles.every(Boolean)) {
    const sheet = async ([, name, css]) => `export const ${name}=${JSON.stringify(await smaller(JSON.parse(css), "css"))};\n`;
    return (await Promise.all(styles.map(sheet))).join("");
  }
  // The browsers that have what the wasm needs have all that is written here.
  const { code } = await transform(text, { loader, minify: true, charset: "utf8", target: "esnext" });
  return code;
}
