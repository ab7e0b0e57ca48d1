import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { type PreparedExample, prepareExample } from "../src/engine/judge-example.ts";
import { pageExamples } from "../src/engine/page-examples.ts";
import { shippedWorld } from "./example-world.ts";
import { ROOT } from "./load-repository.ts";

/** An executed example of a policy page, laid over its file and read. */
export interface PreparedPage {
  /** Where it stands, as `policies/privacy/README.md:17`. */
  readonly place: string;
  readonly prepared: PreparedExample;
}

let pages: readonly PreparedPage[] | undefined;

/** Every executed example of every policy page; prepared once for all tests that ask. */
export function preparedPages(): readonly PreparedPage[] {
  pages ??= globSync("policies/*/README.md", { cwd: ROOT })
    .sort()
    .flatMap((page) =>
      pageExamples(readFileSync(join(ROOT, page), "utf8")).map((example) => ({
        place: `${page}:${example.line}`,
        prepared: prepareExample(example, shippedWorld()),
      })),
    );
  return pages;
}
