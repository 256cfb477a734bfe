// Bundles the browser side into static/build: names carry a hash of the content, so they may be cached for ever;
// manifest.json maps plain names to them; .gz lies beside each file; licences/ holds what the bundled packages ask for.
import { build } from "esbuild";
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

const OUT = "static/build";
const BUNDLED = ["@tabler/core", "echarts", "htmx.org", "tslib", "zrender"];
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

await rm(OUT, { recursive: true, force: true });
const shared = {
  outdir: OUT,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  bundle: true,
  minify: true,
  target: ["es2022"],
  legalComments: "linked",
  metafile: true,
};
// The theme is set before the page is painted, by a plain script; the rest is a module, with the charts split off.
const theme = await build({ ...shared, entryPoints: ["source/theme.js"], format: "iife" });
const app = await build({ ...shared, entryPoints: ["source/app.js"], format: "esm", splitting: true });
await writeManifest({ ...theme.metafile.outputs, ...app.metafile.outputs });
await compress();
await copyLicences();

async function writeManifest(outputs) {
  const names = {};
  for (const [path, output] of Object.entries(outputs)) {
    if (!output.entryPoint) continue;
    const entry = basename(output.entryPoint, ".js");
    names[`${entry}.js`] = basename(path);
    if (output.cssBundle) names[`${entry}.css`] = basename(output.cssBundle);
  }
  await writeFile(join(OUT, "manifest.json"), JSON.stringify(names, null, 1) + "\n");
}

async function compress() {
  for (const name of await readdir(OUT)) {
    if (!/\.(js|css)$/.test(name)) continue;
    await writeFile(join(OUT, `${name}.gz`), gzipSync(await readFile(join(OUT, name)), { level: 9 }));
  }
}

async function copyLicences() {
  await mkdir(join(OUT, "licences"), { recursive: true });
  for (const name of BUNDLED) {
    const from = join("node_modules", name);
    const files = (await readdir(from)).filter((file) => /^(licen[cs]e|notice|copyrightnotice)/i.test(file));
    const to = join(OUT, "licences", name.replace("/", "-").replace("@", ""));
    await mkdir(to);
    for (const file of files) await cp(join(from, file), join(to, file), { recursive: true });
    if (!files.length) await writeFile(join(to, "LICENSE.txt"), await statedLicence(from));
  }
}

// Tabler's package names its licence and carries no copy of it; the copyright stands at the head of its style sheet.
async function statedLicence(folder) {
  const { name, version, license, homepage } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const holders = (await readFile(join(folder, "dist/css/tabler.min.css"), "utf8")).match(/Copyright .*/g);
  if (license !== "MIT") throw new Error(`${name} is under ${license}: ship that licence's text`);
  return `${name} ${version}\n${homepage}\n\nThe MIT License\n\n${holders.join("\n")}\n\n${MIT}`;
}
