import { describe, expect, it } from "vitest";
import type { Document, Manifest } from "../../src/model/document.ts";
import type { Surroundings } from "../../src/model/surroundings.ts";
import { type Path, pathsIn } from "../facts/deleting.ts";
import { watched } from "../facts/watched.ts";
import {
  at,
  blanked,
  isAnsweredElsewhere,
  isBroken,
  judge,
  judgeSets,
  strongest,
  type Verdicts,
} from "./judging.ts";
import { pageSets, submittedExamples } from "./shipped-manifests.ts";

/** A file without one of these is not read at all, or is another's: no rule is asked about it. */
const NEEDED =
  /^(apiVersion|kind|id|municipality|manifest|rule|finding|metadata\/(id|title|municipality|status))(\/|$)/;

describe("a single value replaced by a blank turns no fail and no unknown into a pass", () => {
  const pages = pageSets(({ expected }) => expected !== "passes");

  it("and there is something to blank", () => {
    expect(pages.length).toBeGreaterThan(400);
    expect(new Set(pages.map(({ rule }) => rule)).size).toBeGreaterThan(65);
  });

  // Here each file of the set loses its values in turn: that of another manifest, an arrangement, a waiver.
  it.for(pages)("$name", ({ manifest, among, asOf, rule }) => {
    const rules = ({ id }: { readonly id: string }) => id === rule;
    const say = (set: Surroundings) => {
      const [judged = manifest] = set.manifests;
      return merged(judge(judged, { asOf, among: set, rules }), judgeSets(set, { asOf, rules }));
    };
    const before = say(among);
    expect(brokenIn(before)).not.toEqual([]);
    const watches = KINDS.map((kind) => among[kind].map((document) => watched<Document<unknown>>(document)));
    say(
      KINDS.reduce(
        (set, kind, at) =>
          (watches[at] ?? []).reduce(
            (all, { document }, index) => exchanged(all, kind, index, document),
            set,
          ),
        among,
      ),
    );
    const escaped = KINDS.flatMap((kind, at) =>
      among[kind].flatMap((document, index) => {
        const hasRead = watches[at]?.[index]?.hasRead ?? (() => true);
        return valuesIn(document, hasRead).flatMap((path) => {
          const after = say(exchanged(among, kind, index, blanked<Document<unknown>>(document, path)));
          const how = escapes(before, after, path);
          return how.map((subject) => `${subject} without ${path.join(".")} of ${document.file}`);
        });
      }),
    );
    expect(escaped).toEqual([]);
  });

  it.for(submittedExamples())("$name", ({ manifest, among, asOf }) => {
    const before = judge(manifest, { asOf, among });
    const broken = [...new Set(brokenIn(before).map(ruleOf))];
    const readers = broken.map((rule) => {
      const watch = watched<Manifest>(manifest);
      judge(watch.document, { asOf, among, rules: ({ id }) => id === rule });
      return { rule, hasRead: watch.hasRead };
    });
    const escaped = valuesIn(manifest, () => true).flatMap((path) => {
      const asked = new Set(readers.flatMap(({ rule, hasRead }) => (hasRead(path) ? [rule] : [])));
      if (asked.size === 0) return [];
      const after = judge(blanked(manifest, path), { asOf, among, rules: ({ id }) => asked.has(id) });
      return escapes(only(before, asked), after, path).map(
        (subject) => `${subject} without ${path.join(".")}`,
      );
    });
    expect(escaped).toEqual([]);
  });
});

const KINDS = ["manifests", "arrangements", "waivers"] as const;

function exchanged(
  set: Surroundings,
  kind: (typeof KINDS)[number],
  index: number,
  document: Document<unknown>,
): Surroundings {
  const { manifests, unread, arrangements, waivers, registry, plan } = set;
  const documents = set[kind].map((other, place) => (place === index ? document : other));
  return { manifests, unread, arrangements, waivers, registry, plan, [kind]: documents };
}

/** Paths of the values of a document that can be left out and that matter to what was asked. */
function valuesIn(document: Document<unknown>, matters: (path: Path) => boolean): readonly Path[] {
  return pathsIn(document).filter(
    (path) => matters(path) && !NEEDED.test(path.join("/")) && isScalar(at(document, path)),
  );
}

function merged(...all: readonly Verdicts[]): Verdicts {
  return {
    judged: all.flatMap(({ judged }) => judged),
    outcomes: new Map(all.flatMap(({ outcomes }) => [...outcomes])),
  };
}

function only({ judged, outcomes }: Verdicts, rules: ReadonlySet<string>): Verdicts {
  return {
    judged: judged.filter(({ clause }) => rules.has(clause.rule.id)),
    outcomes: new Map([...outcomes].filter(([subject]) => rules.has(ruleOf(subject)))),
  };
}

function brokenIn({ outcomes }: Verdicts): readonly string[] {
  return [...outcomes].flatMap(([subject, outcome]) => (isBroken(outcome) ? [subject] : []));
}

/**
 * Which subjects got away, and how. One that is known only by the value blanked (a device by its model, a
 * company by its name) has to leave another subject of the same rule in its place, and no rule may weigh less.
 */
function escapes(before: Verdicts, after: Verdicts, path: Path): readonly string[] {
  const ofRule = ({ judged }: Verdicts, id: string) => judged.filter(({ clause }) => clause.rule.id === id);
  const subjects = brokenIn(before).filter((subject) => !isAnsweredElsewhere(ruleOf(subject), path));
  const gone = subjects.flatMap((subject) => {
    const rule = ruleOf(subject);
    const outcome = after.outcomes.get(subject);
    if (isBroken(outcome)) return [];
    if (outcome === "pass") return [`${subject} passes`];
    const inItsPlace = ofRule(after, rule).some(
      ({ row, breach }) =>
        !isBroken(before.outcomes.get(`${rule} ${row.subject}:${row.key}`)) ||
        `/${path.join("/")}/`.startsWith(`${breach.at}/`),
    );
    return inItsPlace ? [] : [`${subject} is gone`];
  });
  const lighter = [...new Set(subjects.map(ruleOf))].filter(
    (rule) => strongest(ofRule(after, rule)) < strongest(ofRule(before, rule)),
  );
  return [...gone, ...lighter.map((rule) => `${rule} weighs less`)];
}

function ruleOf(subject: string): string {
  return subject.split(" ", 1)[0] ?? "";
}

function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== "object";
}
