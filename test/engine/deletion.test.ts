import { dump } from "js-yaml";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Judged } from "../../src/engine/judge-rows.ts";
import { once } from "../../src/facts/once.ts";
import type { Manifest } from "../../src/model/document.ts";
import type { Surroundings } from "../../src/model/surroundings.ts";
import { type Path, pathsIn, without } from "../facts/deleting.ts";
import { example } from "../facts/facts-of.ts";
import { watched } from "../facts/watched.ts";
import { AS_OF, manifestFrom, shippedBundle } from "../load-repository.ts";
import { at, blanked, isAnsweredElsewhere, judge, strongest } from "./judging.ts";
import { pageManifests, triedOnPages } from "./shipped-manifests.ts";

/** A manifest without one of these is no manifest: reading it fails before any rule is asked. */
const NEEDED = /^(apiVersion|kind|metadata(\/(id|title|municipality|status)(\/.*)?)?)$/;

/**
 * An item of a list is only blanked, never taken out: one site, one recipient fewer is another declaration,
 * and nothing in the file says that it is a false one.
 */
const WAYS: Readonly<Record<string, (manifest: Manifest, path: Path) => Manifest>> = {
  "its key removed": (manifest, path) => without(manifest, [path]),
  "set to blank": blanked,
};

const examples = [
  "sde-tavor/manifests/il-9901-cam-promenade.yaml",
  "kfar-rimon/manifests/il-9906-cam-gate.yaml",
  "tel-hadas/manifests/il-9909-plates-north.yaml",
].map((file) => [file, example(file)] as const);

describe.for(examples)("in %s", ([, manifest]) => {
  it.for(Object.keys(WAYS))("nothing that stands there takes a finding with it, %s", (way) => {
    expect(lostBy(way, { manifest, asOf: AS_OF })).toEqual([]);
  });

  it.for(
    pathsIn(manifest).filter((path) =>
      /^(apiVersion|kind|metadata(\/(id|title|municipality|status))?)$/.test(path.join("/")),
    ),
  )("the file without `%s` is blocked as it stands", (path) => {
    for (const edit of Object.values(WAYS)) {
      const text = dump(edit(manifest, path).value, { noRefs: true });
      const source = {
        file: "manifests/test.yaml",
        bytes: new TextEncoder().encode(text),
        mode: "100644",
      } as const;
      const report = evaluate(shippedBundle().bundle, [{ source, loaded: manifestFrom(text) }], {
        asOf: AS_OF,
        language: "en",
      });
      expect(report.findings.map(({ rule, effect }) => `${rule} ${effect}`)).toContain(
        "manifest-schema block",
      );
    }
  });
});

/**
 * Here the finding is the only one of its rule, so nothing else hides that it is gone. Blocks alone: single
 * values are blanked in `blanking.test.ts`, with less excused.
 */
describe("on a page, no block set to blank takes the finding with it", () => {
  const isTried = triedOnPages();

  it.for(pageManifests(({ expected }) => expected !== "passes"))("$name", ({ rule, ...trial }) => {
    const isBlock = (path: Path) =>
      typeof at(trial.manifest, path) === "object" && isTried(rule, trial.manifest, path);
    expect(lostBy("set to blank", { ...trial, asked: (id) => id === rule, edited: isBlock })).toEqual([]);
  });
});

interface Trial {
  readonly manifest: Manifest;
  readonly asOf: string;
  readonly among?: Surroundings;
  /** The rules whose findings must not be lost; all where left out. */
  readonly asked?: (rule: string) => boolean;
  /** The paths that are tried; all where left out. */
  readonly edited?: (path: Path) => boolean;
}

/** The rules that lose weight by an edit without another finding of that weight where the edit was made. */
function lostBy(
  way: string,
  { manifest, asOf, among, asked = () => true, edited: isTried = () => true }: Trial,
): readonly string[] {
  const place = { asOf, ...(among && { among }) };
  const { judged: found } = judge(manifest, { ...place, rules: ({ id }) => asked(id) });
  const before = weights(found);
  const readers = [...before.keys()].map((rule) => {
    const watch = watched<Manifest>(manifest);
    judge(watch.document, { ...place, rules: ({ id }) => id === rule });
    return { rule, hasRead: watch.hasRead };
  });
  const everything = once(() => new Set(judge(manifest, place).judged.map(identityOf)));
  return pathsIn(manifest)
    .filter((path) => !NEEDED.test(path.join("/")))
    .flatMap((path) => {
      const reading = new Set(readers.flatMap(({ rule, hasRead }) => (hasRead(path) ? [rule] : [])));
      if (reading.size === 0 || !isTried(path)) return [];
      const edited = WAYS[way]?.(manifest, path) ?? manifest;
      const after = weights(judge(edited, { ...place, rules: ({ id }) => reading.has(id) }).judged);
      const lighter = [...before].filter(
        ([rule, weight]) => reading.has(rule) && (after.get(rule) ?? -1) < weight,
      );
      if (lighter.length === 0) return [];
      const seen = everything();
      const fresh = judge(edited, place).judged.filter(
        (judged) => !seen.has(identityOf(judged)) && isAtOrAbove(judged.breach.at, path),
      );
      return lighter
        .filter(([rule, weight]) => strongest(fresh) < weight && !isAnsweredElsewhere(rule, path))
        .map(([rule]) => `${rule} without ${path.join(".")}`);
    });
}

/** The strongest effect of each rule with a finding. */
function weights(judged: readonly Judged[]): ReadonlyMap<string, number> {
  const rules = new Set(judged.map(({ clause }) => clause.rule.id));
  return new Map(
    [...rules].map((rule) => [rule, strongest(judged.filter(({ clause }) => clause.rule.id === rule))]),
  );
}

function identityOf({ clause, row, breach }: Judged): string {
  return `${clause.rule.id} ${clause.id} ${row.subject}:${row.key} ${breach.at} ${breach.outcome}`;
}

function isAtOrAbove(pointer: string, path: Path): boolean {
  return `/${path.join("/")}/`.startsWith(`${pointer}/`);
}
