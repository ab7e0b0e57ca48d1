import { describe, expect, it } from "vitest";
import type { Judged } from "../../src/engine/judge-rows.ts";
import { contradictionOf } from "../../src/facts/arrangement-state.ts";
import type { Document, JsonValue, Manifest } from "../../src/model/document.ts";
import type { ArrangementDocument } from "../../src/model/generated/arrangement.ts";
import type { Surroundings } from "../../src/model/surroundings.ts";
import { KINDS as FILES } from "../../src/parse/kinds.ts";
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
import { pageSets, submittedExamples, triedOnPages } from "./shipped-manifests.ts";

/** A file without one of these is not read at all, or is another's: no rule is asked about it. */
const NEEDED =
  /^(apiVersion|kind|id|municipality|manifest|rule|finding|metadata\/(id|title|municipality|status))(\/|$)/;

describe("a single value replaced by a blank turns no fail and no unknown into a pass", () => {
  const pages = pageSets(({ expected }) => expected !== "passes");
  const isTried = triedOnPages();

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
    const watches = placesIn(among).map((place) => ({ ...place, ...watched(place.document) }));
    say(watches.reduce<Surroundings>((set, watch) => exchanged(set, watch, watch.document), among));
    const escaped = placesIn(among).flatMap((place, at) => {
      const { document } = place;
      const read = watches[at]?.read().filter((path) => isTried(rule, document, path)) ?? [];
      return valuesIn(document, read).flatMap((path) => {
        const edited = blanked(document, path);
        if (!mayBe(edited) || contradicted(document, asOf).includes(String(path))) return [];
        const set = exchanged(among, place, edited);
        const how = escapes(before, say(set), path);
        const other = how.length > 0 && place.kind === "manifests" ? set.manifests[place.index] : undefined;
        // A finding here that rests on what another manifest says may give way to one there.
        const there = other === undefined ? [] : judge(other, { asOf, among: set, rules }).judged;
        if (strongest(there.filter(isAbout(path))) >= strongest(before.judged)) return [];
        return how.map((subject) => `${subject} without ${path.join(".")} of ${document.file}`);
      });
    });
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
    const escaped = valuesIn(manifest, pathsIn(manifest)).flatMap((path) => {
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

/** Answers of an arrangement that cannot all be so: the one left out leaves the others, and what they say holds together. */
function contradicted(document: Document<unknown>, asOf: string): readonly string[] {
  // An arrangement was read as one, so that its validator has accepted the value.
  return document.kind === "Arrangement" ? contradictionOf(document.value as ArrangementDocument, asOf) : [];
}

const KINDS = ["manifests", "arrangements", "waivers"] as const;

/** A file of a set, and where it stands in it. */
interface Place {
  readonly kind: (typeof KINDS)[number];
  readonly index: number;
  readonly document: Document<unknown>;
}

function placesIn(set: Surroundings): readonly Place[] {
  return KINDS.flatMap((kind) => set[kind].map((document, index) => ({ kind, index, document })));
}

/** The set with another file in a place. */
function exchanged(set: Surroundings, { kind, index }: Place, document: Document<unknown>): Surroundings {
  const { manifests, unread, arrangements, waivers, registry, plan } = set;
  const documents = set[kind].map((other, place) => (place === index ? document : other));
  return { manifests, unread, arrangements, waivers, registry, plan, [kind]: documents };
}

function isAbout(path: Path): (judged: Judged) => boolean {
  return ({ breach }) => `/${path.join("/")}/`.startsWith(`${breach.at}/`);
}

/** Those of some paths of a document at which a value stands that can be left out. */
function valuesIn(document: Document<unknown>, paths: readonly Path[]): readonly Path[] {
  return paths.filter((path) => isScalar(at(document, path)) && !NEEDED.test(path.join("/")));
}

/** Whether a file can be so: what may not be blank is refused before any rule is asked. In a manifest the rest may. */
function mayBe({ kind, value }: Document<unknown>): boolean {
  return kind === "Manifest" || FILES[kind].validate(value as JsonValue);
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
      (judged) =>
        !isBroken(before.outcomes.get(`${rule} ${judged.row.subject}:${judged.row.key}`)) ||
        isAbout(path)(judged),
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
