import type { Bundle } from "../../src/engine/bundle.ts";
import { effectRank } from "../../src/engine/effect-order.ts";
import { judgeManifest } from "../../src/engine/judge-manifest.ts";
import type { Judged } from "../../src/engine/judge-rows.ts";
import { judgeSetRow, SET_SUBJECTS } from "../../src/engine/judge-set-row.ts";
import {
  factsOf,
  manifestFindings,
  rowFindings,
  rulesFor,
  rulesIn,
  runOf,
  setContext,
  settle,
} from "../../src/engine/run.ts";
import type { Submitted } from "../../src/engine/submitted.ts";
import { surroundingsOf } from "../../src/engine/surroundings-of.ts";
import { setRows } from "../../src/facts/set-rows.ts";
import type { Finding } from "../../src/model/generated/report.ts";

/** How every rule stands at every subject where it finds something, as text by place: a full evaluation, nothing left out. */
export type Stands = ReadonlyMap<string, string>;

/** Judges everything by all rules of a bundle. */
export function standsOf(bundle: Bundle, submitted: readonly Submitted[], asOf: string): Stands {
  const run = runOf(bundle, surroundingsOf(bundle, submitted), { asOf, language: "en", fixes: false });
  const found = new Map<string, { readonly weight: number; readonly text: string }>();
  const add = (id: string, judged: readonly Judged[], findings: readonly Finding[]) => {
    for (const [index, { outcome, effect, state, rule }] of findings.entries()) {
      const row = judged[index]?.row;
      const key = `${rule} ${id} ${row?.subject}:${row?.key}`;
      const pressing = state === "open" ? 2 : state === "upcoming" ? 1 : 0;
      const weight = pressing * 100 + (outcome === "fail" ? 10 : 0) + effectRank(effect);
      const other = found.get(key);
      if (other === undefined || weight > other.weight)
        found.set(key, { weight, text: `${outcome} ${effect} ${state}` });
    }
  };
  for (const { loaded } of submitted) {
    if (!loaded.ok) continue;
    const manifest = loaded.document;
    const { judged } = judgeManifest(manifest, factsOf(run, manifest), rulesFor(run, manifest));
    add(manifest.value.metadata.id, judged, settle(run, manifestFindings(run, manifest, judged)));
  }
  for (const subject of SET_SUBJECTS) {
    for (const row of setRows(subject, run.surroundings, setContext(run, run.surroundings))) {
      const { judged } = judgeSetRow(row, rulesIn(run, row.municipality).rules, asOf);
      add(row.id, judged, settle(run, rowFindings(run, row, judged)));
    }
  }
  return new Map([...found].map(([key, { text }]) => [key, text]));
}

/** What differs between two full evaluations, sorted: rule, id, what it is before, what it is after. */
export function fullFlips(before: Stands, after: Stands): readonly string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys
    .flatMap((key) => {
      const [old, now] = [before.get(key) ?? "pass", after.get(key) ?? "pass"];
      const [rule, id] = key.split(" ");
      return old === now ? [] : [`${rule} ${id}: ${old} -> ${now}`];
    })
    .sort();
}
