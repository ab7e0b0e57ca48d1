import { readFileSync } from "node:fs";
import { dump, load } from "js-yaml";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { layOver, pageExamples } from "../../src/engine/page-examples.ts";
import type { JsonValue, Manifest } from "../../src/model/document.ts";
import { type Path, pathsIn } from "../facts/deleting.ts";
import { example } from "../facts/facts-of.ts";
import { AS_OF, manifestFrom } from "../load-repository.ts";
import { at, blanked, isBroken, judge, strongest } from "./judging.ts";

interface Broken {
  readonly name: string;
  readonly manifest: Manifest;
  readonly asOf: string;
  /** The rule it is an example of; `undefined` where all are asked. */
  readonly rule?: string;
}

const NEEDED = /^(apiVersion|kind|metadata\/(id|title|municipality|status))(\/|$)/;

/**
 * Where two keys answer one question, the one left out leaves the other's answer. `locked_by` goes before
 * `disabled_how`; without it the words under `disabled_how` say what keeps the capability off.
 */
const OTHER_ANSWER = new Set(["FRT-06 /system/functions/biometric_capability/locked_by"]);

const complete = load(readFileSync("policies/example.yaml", "utf8")) as JsonValue;

const submitted = globSync("examples/*/manifests/*.yaml").sort().map((file): Broken => {
  return { name: file, manifest: example(file.slice("examples/".length)), asOf: AS_OF };
});

const pages = globSync("policies/*/README.md").sort().flatMap((page) =>
  pageExamples(readFileSync(page, "utf8"))
    .filter(({ expected }) => expected !== "passes")
    .map(({ rule, line, asOf, yaml }): Broken => {
      const loaded = manifestFrom(dump(layOver(complete, load(yaml) as JsonValue), { noRefs: true }));
      if (!loaded.ok) throw new Error(`${page}:${line} ${loaded.problems[0]?.message}`);
      return { name: `${page}:${line} ${rule}`, manifest: loaded.document, asOf: asOf ?? AS_OF, rule };
    }),
);

describe("a single value replaced by a blank turns no fail and no unknown into a pass", () => {
  it("and there is something to blank", () => {
    expect(submitted.length).toBeGreaterThan(5);
    expect(pages.length).toBeGreaterThan(50);
  });

  it.for([...submitted, ...pages])("$name", ({ manifest, asOf, rule }) => {
    const asked = rule === undefined ? { asOf } : { asOf, rule };
    const before = judge(manifest, asked);
    const broken = [...before.outcomes].flatMap(([subject, outcome]) => (isBroken(outcome) ? [subject] : []));
    const escaped = pathsIn(manifest)
      .filter((path) => !NEEDED.test(path.join("/")) && isScalar(at(manifest, path)))
      .flatMap((path) => {
        const after = judge(blanked(manifest, path), asked);
        return broken.flatMap((subject) => {
          const how = escapes(subject, before, after, path);
          return how === undefined ? [] : [`${subject} ${how} without ${path.join(".")}`];
        });
      });
    expect(escaped).toEqual([]);
  });
});

type Verdicts = ReturnType<typeof judge>;

/**
 * How a subject got away, if it did. One that is known only by the value blanked (a device by its model, a
 * company by its name) has to leave another subject of the same rule in its place, with the same weight.
 */
function escapes(subject: string, before: Verdicts, after: Verdicts, path: Path): string | undefined {
  const pointer = `/${path.join("/")}`;
  const rule = subject.split(" ", 1)[0] ?? "";
  const outcome = after.outcomes.get(subject);
  if (isBroken(outcome) || OTHER_ANSWER.has(`${rule} ${pointer}`)) return undefined;
  if (outcome === "pass") return "passes";
  const ofRule = (verdicts: Verdicts) => verdicts.judged.filter(({ clause }) => clause.rule.id === rule);
  const inItsPlace = ofRule(after).some(
    ({ row, breach }) =>
      !isBroken(before.outcomes.get(`${rule} ${row.subject}:${row.key}`)) || `${pointer}/`.startsWith(`${breach.at}/`),
  );
  if (!inItsPlace) return "is gone";
  return strongest(ofRule(after)) < strongest(ofRule(before)) ? "weighs less" : undefined;
}

function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== "object";
}
