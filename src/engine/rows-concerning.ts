import { groupBy } from "../facts/group-by.ts";
import { sameCode } from "../facts/municipality-code.ts";
import { setRows } from "../facts/set-rows.ts";
import type { Manifest } from "../model/document.ts";
import type { SetRow, Surroundings } from "../model/surroundings.ts";
import { SET_SUBJECTS } from "./judge-set-row.ts";
import { type Run, setContext } from "./run.ts";
import { withManifests } from "./surroundings-of.ts";
import { waivedBy } from "./waived-by.ts";

export interface RowChoice {
  /** Whether a row is judged; `concerns` says whether it bears on a judged manifest. Left out, those that do. */
  readonly judges?: (row: SetRow, concerns: boolean) => boolean;
  /** Further municipalities whose concentrations are judged, by CBS code. */
  readonly municipalities?: readonly string[];
}

/**
 * The rows of files beside the judged manifests that are judged with them. An arrangement and a
 * concentration bear on the manifests of their municipality, a waiver on the manifest or arrangement it is
 * for, a list on every manifest. Subjects that no rule looks at are not looked for. What the concentrations of one
 * municipality are computed from can be forgotten before those of the next are asked for.
 */
export function* rowsConcerning(
  run: Run,
  judged: readonly Manifest[],
  { judges = (_, concerns) => concerns, municipalities = [] }: RowChoice,
): Iterable<SetRow> {
  const asked = new Set<string>([
    ...run.rules.rules.flatMap(({ clauses }) => clauses.map(({ subject }) => subject)),
    ...run.bundle.addedRules.flatMap(({ subjects }) => subjects),
  ]);
  const codes = new Set([...judged.map(codeOf), ...municipalities.map(sameCode)]);
  const ids = new Set(judged.map(({ value }) => value.metadata.id));
  for (const subject of SET_SUBJECTS) {
    if (!asked.has(subject)) continue;
    for (const among of subject === "concentration"
      ? municipal(run.surroundings, codes)
      : [run.surroundings]) {
      const rows = setRows(subject, among, setContext(run, among));
      const found = rows.filter((row) => judges(row, concerns(row)));
      if (subject === "arrangement") for (const { id } of found) ids.add(id);
      yield* found;
    }
  }

  function concerns({ row, municipality, document }: SetRow): boolean {
    if (row.subject === "list") return judged.length > 0;
    if (row.subject === "waiver") return ids.has(waivedBy(document));
    return municipality !== undefined && codes.has(sameCode(municipality));
  }
}

/** The surroundings with the manifests of one municipality alone, on which its concentrations rest, for each of several. */
function municipal(surroundings: Surroundings, codes: ReadonlySet<string>): readonly Surroundings[] {
  if (codes.size === 0) return [];
  const byCode = groupBy(surroundings.manifests, codeOf);
  return [...byCode].flatMap(([code, own]) =>
    codes.has(code) ? [withManifests(surroundings, () => own)] : [],
  );
}

function codeOf({ value }: Manifest): string {
  return sameCode(value.metadata.municipality.cbs_code);
}
