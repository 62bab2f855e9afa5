// Bundles one page with the packages it imports, its styles beside it: `node bundle.mjs FROM TO`.
import { build } from "esbuild";

const [from, to] = process.argv.slice(2);
/** Fonts lie beside the styles, so that a browser fetches only the one it takes, and only if it shows a sign of it. */
const FONTS = [".woff2", ".woff", ".ttf", ".eot", ".svg"];
await build({
  entryPoints: [from], outfile: to, bundle: true, minify: true, format: "esm", logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
  loader: Object.fromEntries(FONTS.map((ending) => [ending, "file"])),
});
