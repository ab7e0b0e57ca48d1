import { judgeManifest } from "../../src/engine/judge-manifest.ts";
import type { Judged, Judgement } from "../../src/engine/judge-rows.ts";
import { judgeSetRow, SET_SUBJECTS } from "../../src/engine/judge-set-row.ts";
import { surroundingsOf, withManifests } from "../../src/engine/surroundings-of.ts";
import { buildFacts } from "../../src/facts/build-facts.ts";
import { setRows } from "../../src/facts/set-rows.ts";
import type { Document, Manifest } from "../../src/model/document.ts";
import type { Registry } from "../../src/model/registry.ts";
import type { CompiledRule, Effect, Outcome } from "../../src/model/rule.ts";
import type { Surroundings } from "../../src/model/surroundings.ts";
import type { Path } from "../facts/deleting.ts";
import { AS_OF, shippedBundle } from "../load-repository.ts";

const { bundle } = shippedBundle();
const ALONE = surroundingsOf(bundle, []);
const EFFECTS: readonly Effect[] = ["note", "warn", "approve", "block"];

/** What the shipped policies say of one manifest, before it is put into words. */
export interface Verdicts {
  readonly judged: readonly Judged[];
  /** Worst outcome of a rule at a subject, by `RET-01 retention:video_raw`. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** What to judge by: a date, and the rules asked, all where left out. */
export interface Asked {
  readonly asOf?: string;
  readonly rules?: (rule: CompiledRule) => boolean;
  /** What it is judged among, in the place of the manifest of the same file; itself alone where left out. */
  readonly among?: Surroundings;
  /** The vendor registry; the shipped one where left out. */
  readonly registry?: Registry;
}

/** Judges a manifest; its value may be edited without its text. */
export function judge(
  manifest: Manifest,
  { asOf = AS_OF, rules: asked = () => true, among = ALONE, registry = bundle.registry }: Asked = {},
): Verdicts {
  const all = bundle.rulesOn(asOf);
  const rules = { ...all, rules: all.rules.filter(asked) };
  const facts = buildFacts(manifest, {
    registry,
    asOf,
    tier: all.tier,
    surroundings: withManifests(among, (all) => [
      ...all.filter(({ file }) => file !== manifest.file),
      manifest,
    ]),
  });
  return verdicts([judgeManifest(manifest, facts, rules)]);
}

/** Judges the rows of a set that are no part of one manifest; only of the subjects the asked rules look at. */
export function judgeSets(
  set: Surroundings,
  { asOf = AS_OF, rules: asked = () => true, registry = bundle.registry }: Omit<Asked, "among"> = {},
): Verdicts {
  const { tier, rules } = bundle.rulesOn(asOf);
  const chosen = rules.filter(asked);
  const context = { registry, asOf, tier, surroundings: set, rules };
  const rows = SET_SUBJECTS.filter((subject) =>
    chosen.some(({ clauses }) => clauses.some((clause) => clause.subject === subject)),
  ).flatMap((subject) => setRows(subject, set, context));
  return verdicts(rows.map((row) => judgeSetRow(row, chosen, asOf)));
}

function verdicts(judgements: readonly Judgement[]): Verdicts {
  const outcomes = judgements.flatMap((judgement) => judgement.outcomes);
  return {
    judged: judgements.flatMap(({ judged }) => judged),
    outcomes: new Map(outcomes.map((at) => [`${at.rule} ${at.subject}`, at.outcome])),
  };
}

/** Rank of the strongest effect among findings, -1 where there are none. What is unknown counts as the fail it may be: below T3 it only warns. */
export function strongest(judged: readonly Judged[]): number {
  const rank = (effect: Effect) => EFFECTS.indexOf(effect);
  return Math.max(
    -1,
    ...judged.map(({ clause, breach, effect, upcoming }) =>
      breach.outcome === "unknown" && effect === "warn" && upcoming === null
        ? Math.max(rank(effect), rank(clause.effect("T1")), rank(clause.effect("T2")))
        : rank(effect),
    ),
  );
}

export function isBroken(outcome: Outcome | undefined): boolean {
  return outcome === "fail" || outcome === "unknown";
}

/**
 * Where two keys answer one question, the one left out leaves the other's answer. `locked_by` goes before
 * `disabled_how`, and without it the words under `disabled_how` say what keeps the capability off. A waiver that
 * renews nothing leaves `renews` blank; one that renews in silence is counted by the finding it is for. A system that
 * says it identifies nobody need not speak of a gallery.
 */
export function isAnsweredElsewhere(rule: string, path: Path): boolean {
  const place = path.join("/");
  return (
    (rule === "FRT-06" && place === "system/functions/biometric_capability/locked_by") ||
    (rule === "GOV-01" && place === "renews") ||
    (rule === "FRT-03" && place.startsWith("system/functions/gallery_sources"))
  );
}

/** The document with `null` in place of what stands at a path. */
export function blanked<D extends Document<unknown>>(document: D, path: Path): D {
  // A document is a JSON value; a blank is allowed wherever one may be left out.
  return { ...document, value: blank(document.value, path) };
}

/** The value at a path of a document. */
export function at({ value }: Document<unknown>, path: Path): unknown {
  return path.reduce<unknown>((inside, key) => (inside as Record<string | number, unknown>)[key], value);
}

function blank(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return null;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? blank(item, rest) : item));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, item]): [string, unknown] => [
      name,
      name === key ? blank(item, rest) : item,
    ]),
  );
}
