import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "docs/guides";

/** The guides that the list in `docs/guides` leads to, by file and in its order; none where there is no such list. */
export function readGuides(root: string): ReadonlyMap<string, string> {
  const list = join(root, FOLDER, "README.md");
  if (!existsSync(list)) return new Map();
  const links = [...readFileSync(list, "utf8").matchAll(/\]\((\.\.\/)?([a-z-]+\.md)\)/g)];
  const files = links.map(([, above, name]) => `${above === undefined ? FOLDER : "docs"}/${name}`);
  return new Map(
    files
      .filter((file) => existsSync(join(root, file)))
      .map((file) => [file, readFileSync(join(root, file), "utf8")]),
  );
}
