import { sameCode } from "../facts/municipality-code.ts";
import { setRows } from "../facts/set-rows.ts";
import type { Manifest } from "../model/document.ts";
import type { SetRow } from "../model/surroundings.ts";
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
 * for, a list on every manifest. Subjects that no rule looks at are not looked for.
 */
export function rowsConcerning(
  run: Run,
  judged: readonly Manifest[],
  { judges = (_, concerns) => concerns, municipalities = [] }: RowChoice,
): readonly SetRow[] {
  const asked = new Set<string>([
    ...run.rules.rules.flatMap(({ clauses }) => clauses.map(({ subject }) => subject)),
    ...run.bundle.addedRules.flatMap(({ subjects }) => subjects),
  ]);
  const codes = new Set([...judged.map(codeOf), ...municipalities.map(sameCode)]);
  const ids = new Set(judged.map(({ value }) => value.metadata.id));
  const rows: SetRow[] = [];
  for (const subject of SET_SUBJECTS) {
    if (!asked.has(subject)) continue;
    if (subject === "concentration" && codes.size === 0) continue;
    // A concentration rests on the manifests of its municipality alone.
    const among =
      subject === "concentration"
        ? withManifests(run.surroundings, (all) => all.filter((one) => codes.has(codeOf(one))))
        : run.surroundings;
    const found = setRows(subject, among, setContext(run, among)).filter((row) => judges(row, concerns(row)));
    if (subject === "arrangement") for (const { id } of found) ids.add(id);
    rows.push(...found);
  }
  return rows;

  function concerns({ row, municipality, document }: SetRow): boolean {
    if (row.subject === "list") return judged.length > 0;
    if (row.subject === "waiver") return ids.has(waivedBy(document));
    return municipality !== undefined && codes.has(sameCode(municipality));
  }
}

function codeOf({ value }: Manifest): string {
  return sameCode(value.metadata.municipality.cbs_code);
}
