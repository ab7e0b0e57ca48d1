import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SiteFile } from "../../web/site-file.ts";
import { listFiles } from "../../workspace/list-files.ts";
import { SITE_MARKER } from "../../workspace/site-marker.ts";
import { packageRoot } from "../package-root.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Writes the pages, with scripts, styles and pictures beside them, and removes what an earlier build left there: by the
 * marker it left, there and nowhere else.
 */
export function writeSite(files: readonly SiteFile[], folder: string): void {
  const earlier = filesOfEarlierBuild(folder);
  const wanted = new Map<string, string | Buffer>([
    [SITE_MARKER, ""],
    ...files.map(({ path, text }) => [path, text] as const),
    ...assets(),
  ]);
  for (const file of earlier) if (!wanted.has(file)) rmSync(join(folder, file));
  for (const [path, content] of wanted) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** Scripts, styles and pictures of the site, as `scripts/build.js` leaves them. */
export function assetFolder(): string {
  const folder = join(packageRoot(), "dist/browser");
  if (existsSync(folder)) return folder;
  throw new UsageError("the scripts and styles of the site are not built", "run `npm run build` first");
}

function assets(): readonly (readonly [string, Buffer])[] {
  const folder = assetFolder();
  return listFiles(folder).map((file) => [`assets/${file}`, readFileSync(join(folder, file))]);
}

function filesOfEarlierBuild(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder);
  if (names.length === 0) return [];
  if (names.includes(SITE_MARKER)) return listFiles(folder);
  throw new UsageError(
    `\`${folder}\` holds files that no build of the site wrote`,
    "name an empty or new folder with `--out`",
  );
}
