// Bundles one page with the packages it imports: `node bundle.mjs FROM TO`.
import { build } from "esbuild";

const [from, to] = process.argv.slice(2);
await build({
  entryPoints: [from], outfile: to, bundle: true, minify: true, format: "esm", logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
});
