import { sameCode } from "../../facts/municipality-code.ts";
import type { Document } from "../../model/document.ts";
import type { ArrangementDocument } from "../../model/generated/arrangement.ts";
import type { SetRow } from "../../model/surroundings.ts";
import { waivedBy } from "../waived-by.ts";
import type { Names } from "./folded.ts";

/** Tells of rows that are no part of one manifest whether they concern one of some manifests. A list concerns none more than another. */
export function concerned(
  names: readonly Names[],
  arrangements: readonly Document<ArrangementDocument>[],
): (row: SetRow) => boolean {
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
