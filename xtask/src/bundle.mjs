// Puts scripts into one, as its arguments say: the first script, and the file to write.
import { build } from "esbuild";

const [first, out] = process.argv.slice(2);
await build({
  entryPoints: [first],
  outfile: out,
  bundle: true,
  minify: true,
  format: "iife",
  charset: "utf8",
  logLevel: "error",
  // Only what would be beside the page asks where the script is.
  define: { "import.meta.url": '"about:blank"' },
});
