// Makes dist/report.js, the one script of the page: our code and the libraries it uses, whose licences stand at its beginning.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";

const options = {
  entryPoints: ["src/main.ts"],
  bundle: true,
  minify: true,
  target: "es2022",
  format: "iife",
  charset: "utf8",
  legalComments: "none",
};

// What the script was made from, so that a test without Node.js can tell whether it is that of the sources.
const sources = createHash("sha256");
for (const path of [
  "package-lock.json",
  ...readdirSync("src")
    .sort()
    .map((name) => `src/${name}`),
]) {
  sources.update(readFileSync(path));
}

const { metafile } = await build({
  ...options,
  metafile: true,
  write: false,
});

const packages = [
  ...new Set(
    Object.keys(metafile.inputs).flatMap((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1] ?? []),
  ),
].sort();
const credits = packages.map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return `${name} ${version} (${license})`;
});
const licences = [...new Set(packages.map((name) => readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim()))];

await build({
  ...options,
  define: { CREDITS: JSON.stringify(credits) },
  banner: {
    js: `/*\nThis script holds ${credits.join(", ")}.\nMade from sources with the SHA-256 ${sources.digest("hex")}.\n\n${licences.join("\n\n").replaceAll("*/", "* /")}\n*/`,
  },
  outfile: "dist/report.js",
});
