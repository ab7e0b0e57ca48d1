import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Bundles `app-program.ts`, so that the app can be started as a process without being built. Gives its path. */
export async function bundleApp(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bylaw-app-"));
  symlinkSync(path("../../node_modules"), join(folder, "node_modules"));
  const outfile = join(folder, "app.mjs");
  await build({
    entryPoints: [path("app-program.ts")],
    outfile,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
  return outfile;
}
