import type { Judged } from "../../engine/judge-rows.ts";
import { judgeSetRow, SET_SUBJECTS } from "../../engine/judge-set-row.ts";
import { type Run, rowFindings, rulesIn, setContext } from "../../engine/run.ts";
import { sameCode } from "../../facts/municipality-code.ts";
import { type SetSubject, setRows } from "../../facts/set-rows.ts";
import type { SetRow } from "../../model/surroundings.ts";
import { type Compared, type Side, sideOf } from "./compared.ts";
import { noting, type RunPair } from "./run-pair.ts";

/** A row of an arrangement, waiver, list or concentration as both sets judge it. */
export interface ComparedRow extends Compared {
  readonly row: SetRow;
}

/** Judges those rows of a part whose facts or rules may differ by both sets; subjects where none does are left out. */
export function compareSetRows(pair: RunPair): readonly ComparedRow[] {
  const ids = new Set([...pair.cause.allRules, ...[...pair.turned.values()].flatMap((rules) => [...rules])]);
  return SET_SUBJECTS.flatMap((subject) => {
    const whole = mayHaveOtherFacts(subject, pair);
    const differs = [pair.before, pair.after].some((run) => looksAt(run, subject, ids));
    if (!whole && !differs) return [];
    const asked = pair.cause.registryFiles ? pair.asked() : undefined;
    const before = asked === undefined ? pair.before : noting(pair.before, asked);
    const [old, now] = [rowsIn(before, subject, pair.part), rowsIn(pair.after, subject, pair.part)];
    const compared = [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
      const [earlier, later] = [old.get(key), now.get(key)];
      const row = later ?? earlier;
      return row === undefined ? [] : [comparedRow(row, { earlier, later, whole }, { ...pair, before })];
    });
    // Rows are read together, so that what they rest on is known of all of them together.
    const through = asked?.differences() ?? [];
    return compared.map((one) => ({ ...one, through }));
  });
}

/** Whether what a subject's rows are computed from differs. */
function mayHaveOtherFacts(subject: SetSubject, { cause }: RunPair): boolean {
  if (cause.ladder || cause.plan) return true;
  switch (subject) {
    case "waiver":
      return cause.court || cause.waivers.length > 0;
    case "arrangement":
      return cause.registryFiles || cause.arrangements.length > 0;
    case "list":
    case "concentration":
      return cause.registryFiles || (subject === "concentration" && cause.arrangements.length > 0);
  }
}

/** Whether one of some rules looks at a subject, for anyone. */
function looksAt({ rules, bundle }: Run, subject: SetSubject, ids: ReadonlySet<string>): boolean {
  return (
    rules.rules.some(
      ({ id, clauses }) => ids.has(id) && clauses.some((clause) => clause.subject === subject),
    ) || bundle.addedRules.some(({ id, subjects }) => ids.has(id) && subjects.includes(subject))
  );
}

type Rows = ReadonlyMap<string, SetRow>;

function rowsIn(run: Run, subject: SetSubject, part: RunPair["part"]): Rows {
  const all = setRows(subject, run.surroundings, setContext(run, run.surroundings));
  const rows = all.filter(part.owns);
  return new Map(rows.map((row) => [`${subject} ${row.document.kind} ${row.row.key}`, row]));
}

function comparedRow(
  row: SetRow,
  sides: {
    readonly earlier: SetRow | undefined;
    readonly later: SetRow | undefined;
    readonly whole: boolean;
  },
  pair: RunPair,
): ComparedRow {
  const { document, id, municipality: code } = row;
  const side = (run: Run, one: SetRow | undefined): Side => {
    const own = new Set([...pair.cause.rules(code), ...(pair.turned.get(id) ?? [])]);
    const rules = rulesIn(run, code).rules.filter((rule) => sides.whole || own.has(rule.id));
    const judged = one === undefined ? [] : judgeSetRow(one, rules, run.rules.asOf).judged;
    const isWaived = (rule: string) => pair.waived.get(id)?.has(rule) === true;
    const findings = (some: readonly Judged[]) => (one === undefined ? [] : rowFindings(run, one, some));
    return sideOf(run, judged, { isWaived, findings });
  };
  return {
    id,
    document,
    municipality: code === undefined ? undefined : { cbs_code: code, name: nameOf(code, pair) },
    through: [],
    row,
    before: side(pair.before, sides.earlier),
    after: side(pair.after, sides.later),
  };
}

/** The name of a municipality, from one of its manifests or arrangements; its code where there is none. */
function nameOf(code: string, { part, after }: RunPair): string {
  const known = [
    ...part.manifests.map(({ value }) => value.metadata.municipality),
    ...after.bundle.arrangements.map(({ value }) => value.municipality),
  ];
  return known.find((one) => sameCode(one.cbs_code) === sameCode(code))?.name ?? code;
}
