import type { ExampleWorld } from "../../engine/example-world.ts";
import { type PreparedExample, prepareExample } from "../../engine/judge-example.ts";
import { type ExampleFile, layOver, type PageExample } from "../../engine/page-examples.ts";
import type { JsonValue } from "../../model/document.ts";
import { readYaml } from "../../parse/read-yaml.ts";
import { blocksText } from "./blocks-text.ts";
import { overlayOf } from "./overlay.ts";

/** The whole of one file of the examples, as an example might make it, on a date. */
export interface Draft {
  readonly of: ExampleFile;
  readonly asOf: string;
  readonly whole: JsonValue;
}

/** What an example lays over its file, as a draft; `undefined` where it cannot be read. */
export function draftOf({ of, yaml }: PageExample, asOf: string, { files }: ExampleWorld): Draft | undefined {
  const under = files[of];
  const blocks = readYaml(yaml);
  if (!under?.ok || !blocks.ok) return undefined;
  return { of, asOf, whole: layOver(under.document.value, blocks.value) };
}

/** The blocks that make a draft of its file; `undefined` where there is no such file. */
export function blocksOf({ of, whole }: Draft, { files }: ExampleWorld): JsonValue | undefined {
  const under = files[of];
  return under?.ok ? overlayOf(under.document.value, whole) : undefined;
}

/** Blocks as a page would write them, prepared as an example about a rule; what it expects is still to be found out. */
export function prepareBlocks(
  blocks: JsonValue,
  { of, asOf }: Draft,
  rule: string,
  world: ExampleWorld,
): PreparedExample {
  const yaml = blocksText(blocks);
  return prepareExample(
    { headings: [], line: 0, rule, expected: "passes", effect: undefined, asOf, of, yaml },
    world,
  );
}
