import type { Document } from "../model/document.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { Cell } from "../model/row.ts";
import type { SetRow, Surroundings } from "../model/surroundings.ts";
import { isOutsideGroup } from "./approver-groups.ts";
import { blank, decided, known, unsettled } from "./cells.ts";
import { documentRow } from "./document-row.ts";
import { FILE_STEPS } from "./file-steps.ts";
import { ownApprover } from "./own-approver.ts";
import { child, follow, rootOf } from "./place.ts";
import { isNone, textAt } from "./read.ts";
import { renewalsOf } from "./renewals.ts";
import type { SetContext } from "./set-rows.ts";
import { manifestsById } from "./surroundings-index.ts";

type Decision = Document<WaiverDocument>;

/** One row for each waiver and standing approval. */
export function waiverRows(surroundings: Surroundings, context: SetContext): readonly SetRow[] {
  return surroundings.waivers.map((document) => {
    const { id, rule } = document.value;
    const row = documentRow(
      document,
      {
        subject: "waiver",
        key: id,
        title: id,
        derive: {
          "waiver.approver_outside": () => approverOutside(document, surroundings, context),
          "waiver.renewals": () => renewals(document, surroundings),
          "waiver.allowed": () => isAllowed(document, rule, context),
        },
      },
      context,
    );
    return { row, document, id, municipality: municipalityOf(document, surroundings) };
  });
}

function approverOutside(document: Decision, surroundings: Surroundings, { rules }: SetContext): Cell {
  const by = child(rootOf(document), "approved_by");
  if (isNone(by)) return known(false, by.at);
  const own = ownApprover(document, surroundings);
  if (own !== undefined)
    return known(false, child(by, "role").at, {
      elsewhere: [{ file: own.file, at: "/metadata/owner/role" }],
    });
  const group = child(by, "group");
  const name = textAt(group);
  return name === undefined ? blank(group.at) : known(isOutsideGroup(name, rules), group.at);
}

function renewals(document: Decision, { waivers }: Surroundings): Cell {
  const renews = follow(rootOf(document), "renews");
  const count = renewalsOf(document, waivers);
  return count === undefined
    ? unsettled(renews.at, { path: [FILE_STEPS.chainOpen()] })
    : known(count, renews.at);
}

/** A standing approval breaks no rule, so that only waivers can be ruled out. */
function isAllowed(document: Decision, id: string, { rules }: SetContext): Cell {
  const { at } = child(rootOf(document), "rule");
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return unsettled(at, { path: [FILE_STEPS.noRule(id)] });
  return decided(document.kind === "Approval" || rule.waivable, at);
}

function municipalityOf(document: Decision, surroundings: Surroundings): string | undefined {
  const { manifest } = document.value;
  const [known] = manifestsById(surroundings).get(manifest) ?? [];
  return known?.value.metadata.municipality.cbs_code ?? /^[a-z]{2}-(\d{1,5}|gov)-/.exec(manifest)?.[1];
}
