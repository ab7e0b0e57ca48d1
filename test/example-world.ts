import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExampleWorld, exampleWorld } from "../src/engine/example-world.ts";
import { ROOT, shippedBundle, sourcesUnder } from "./load-repository.ts";

let loaded: ExampleWorld | undefined;

/** The files that the examples of the policy pages are laid over, with the shipped policies; loaded once. */
export function shippedWorld(): ExampleWorld {
  loaded ??= exampleWorld(shippedBundle().bundle, sourcesUnder("policies"));
  return loaded;
}

/** The page of a policy; empty where it has none. */
export function pageOf(folder: string): string {
  const page = join(ROOT, "policies", folder, "README.md");
  return existsSync(page) ? readFileSync(page, "utf8") : "";
}
