import { sameCode } from "../../facts/municipality-code.ts";
import type { Finding, ReportDocument } from "../../model/generated/report.ts";
import type { SetRow } from "../../model/surroundings.ts";
import type { Bundle } from "../bundle.ts";
import { byText } from "../by-text.ts";
import { digestEntries } from "../digest-sources.ts";
import { type Judgements, type JudgeOptions, judgeSet } from "../judge-set.ts";
import { reportOf } from "../report-of.ts";
import { surroundingsOf } from "../surroundings-of.ts";
import { waivedBy } from "../waived-by.ts";
import type { KeptValues } from "./kept-values.ts";
import { neighbourhoods } from "./neighbourhoods.ts";
import type { Unopened } from "./unopened.ts";

export interface KeptOptions extends Pick<JudgeOptions, "asOf" | "language" | "before"> {
  /** Whether a row that concerns no manifest is judged too. */
  readonly judges: NonNullable<JudgeOptions["judges"]>;
}

/**
 * The report that `evaluate` makes of all manifests of a set, judged among one another: each neighbourhood is
 * judged by itself, and not again where judgements are kept of the same files, bundle and date. `undefined` where
 * the set cannot be taken apart, since a waiver names another as what it is for.
 */
export function evaluateKept(
  bundle: Bundle,
  files: readonly Unopened[],
  options: KeptOptions,
  kept: KeptValues,
): ReportDocument | undefined {
  const waivers = new Set(bundle.waivers.map(({ value }) => value.id));
  if (bundle.waivers.some(({ value }) => waivers.has(value.manifest))) return undefined;
  const unread = files.filter(({ card }) => card().names === undefined);
  const groups = neighbourhoods(files, bundle.arrangements);
  const before = byFile(options.before ?? []);
  const taken = (group: readonly Unopened[]) => group.flatMap(({ source }) => before.take(source.file));

  const { asOf, language } = options;
  const scope = JSON.stringify([bundle.digests, asOf, language, unread.map(({ key }) => key())]);
  const parts = groups.map((group): Judgements => {
    const own = taken(group);
    const key = kept.keyOf(["judgements", scope, JSON.stringify(own), ...group.map(({ key }) => key())]);
    const known = kept.find(key);
    // Its key names this program, which wrote it as below.
    if (known !== undefined) return JSON.parse(known) as Judgements;
    const members = group.map(({ open }) => open());
    const judgements = judgeSet(bundle, members, {
      asOf,
      language,
      before: own,
      surroundings: surroundingsOf(bundle, members, () => unread.map(({ open }) => open())),
      // A list concerns every manifest, and so no neighbourhood more than another.
      judges: (row, concerns) => concerns && row.row.subject !== "list" && options.judges(row, true),
    });
    kept.keep(key, JSON.stringify(judgements));
    return judgements;
  });

  const isElsewhere = concerned(bundle, files);
  const rest = unread.map(({ open }) => open());
  const beside = judgeSet(bundle, rest, {
    asOf,
    language,
    before: before.left(),
    surroundings: surroundingsOf(bundle, rest),
    judges: (row, concerns) =>
      !isElsewhere(row) && options.judges(row, concerns || (row.row.subject === "list" && groups.length > 0)),
  });
  const digest = digestEntries(files.map(({ source, card }) => ({ ...source, content: card().content })));
  return reportOf(together([...parts, beside]), { bundle, asOf, digest });
}

/** Whether a row is judged with a neighbourhood, since it concerns a manifest there. */
function concerned({ arrangements }: Bundle, files: readonly Unopened[]): (row: SetRow) => boolean {
  const names = files.flatMap(({ card }) => card().names ?? []);
  const codes = new Set(names.map(({ code }) => sameCode(code)));
  const among = (code: string | undefined) => code !== undefined && codes.has(sameCode(code));
  const ids = new Set([
    ...names.map(({ id }) => id),
    ...arrangements.filter(({ value }) => among(value.municipality.cbs_code)).map(({ value }) => value.id),
  ]);
  return ({ row, municipality, document }) => {
    if (row.subject === "list") return false;
    if (row.subject !== "waiver") return among(municipality);
    return ids.has(waivedBy(document));
  };
}

/** Findings by the file they stand in, each taken once. */
function byFile(findings: readonly Finding[]) {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { file } = finding.location;
    files.set(file, [...(files.get(file) ?? []), finding]);
  }
  return {
    take(file: string): readonly Finding[] {
      const found = files.get(file) ?? [];
      files.delete(file);
      return found;
    },
    left: (): readonly Finding[] => [...files.values()].flat(),
  };
}

function together(parts: readonly Judgements[]): Judgements {
  const counts = { pass: 0, fail: 0, unknown: 0, not_applicable: 0, waived: 0 };
  for (const part of parts) {
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += part.counts[name];
  }
  return {
    findings: parts.flatMap(({ findings }) => findings),
    manifests: parts.flatMap(({ manifests }) => manifests).sort((a, b) => byText(a.file, b.file)),
    counts,
  };
}
