import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../load-repository.ts";

const FOLDER = join(ROOT, "src/github/settings");

/** Names of the environment variables that the app reads, as its source names them. */
export function environmentVariables(): readonly string[] {
  const files = readdirSync(FOLDER).filter((file) =>
    /^(configuration-from-environment|read-credentials)\.ts$/.test(file),
  );
  const names = files.flatMap((file) => [
    ...readFileSync(join(FOLDER, file), "utf8").matchAll(/"([A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)"/g),
  ]);
  return [...new Set(names.map(([, name = ""]) => name))].sort();
}
