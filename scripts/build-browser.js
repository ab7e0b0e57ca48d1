// Bundles what the site sends to a browser into `dist/browser/`: a file for each client script, one style sheet, the icon.
import { copyFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { globSync } from "tinyglobby";
import { buildCheckWorkers } from "./build-check-workers.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const scripts = globSync("src/browser/*.ts", { cwd: root }).sort();

const OPTIONS = {
  absWorkingDir: root,
  outdir: "dist/browser",
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  target: ["chrome109", "firefox115", "safari16"],
  // Scripts of modules are always read as UTF-8; escapes would weigh more.
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
};

/** Every file directly under `src/browser` is a script of its own; what they share stands in folders. */
export async function buildBrowser() {
  await build({
    ...OPTIONS,
    entryPoints: [...scripts, "src/web/style/site.css"].map((file) => ({
      in: file,
      out: file.replace(/^.*\/|\.[^.]+$/g, ""),
    })),
  });
  await buildCheckWorkers(root, OPTIONS);
  await copyFile(`${root}src/web/style/icon.svg`, `${root}dist/browser/icon.svg`);
}
