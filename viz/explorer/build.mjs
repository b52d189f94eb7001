// node build.mjs [FOLDER]: builds built/explorer.js (one classic script) and built/LICENSES.txt (the notices of everything in it).
import { build } from "esbuild";
import { readFileSync, writeFileSync, existsSync, readdirSync } from "node:fs";

const folder = process.argv[2] ?? "built";
const result = await build({
  entryPoints: ["src/main.ts"],
  bundle: true,
  format: "iife",
  target: ["es2020"],
  minify: true,
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  loader: { ".json": "json" },
  outfile: `${folder}/explorer.js`,
  define: { "process.env.NODE_ENV": '"production"' },
});

const names = new Set();
for (const file of Object.keys(result.metafile.inputs)) {
  const found = file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\//);
  if (found) names.add(found[1]);
}
const notices = [...names].sort().map((name) => {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = existsSync(folder) && readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, "utf8").trim() : "No licence file in the package."}\n`;
});
writeFileSync(`${folder}/LICENSES.txt`, `The bundle explorer.js holds these packages.\n\n${notices.join(`\n${"-".repeat(80)}\n\n`)}`);
// "</script" in the bundle would end the element it is inlined in.
if (/<\/script/i.test(readFileSync(`${folder}/explorer.js`, "utf8"))) throw new Error("the bundle holds </script");
