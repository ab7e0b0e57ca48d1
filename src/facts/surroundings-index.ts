import type { Document, Manifest } from "../model/document.ts";
import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import { groupBy } from "./group-by.ts";
import { sameCode } from "./municipality-code.ts";
import { perSurroundings } from "./per-surroundings.ts";

/** Surroundings by what they are looked up by; made once for each set, at its first use. */
export const manifestsById = perSurroundings(({ manifests }) =>
  groupBy<Manifest>(manifests, ({ value }) => value.metadata.id),
);

/** Arrangements by the code of their municipality. */
export const arrangementsByCode = perSurroundings(({ arrangements }) =>
  groupBy<Document<ArrangementDocument>>(arrangements, ({ value }) => sameCode(value.municipality.cbs_code)),
);

/** Waivers and standing approvals by the manifest they are for. */
export const waiversByManifest = perSurroundings(({ waivers }) =>
  groupBy<Document<WaiverDocument>>(waivers, ({ value }) => value.manifest),
);

/** Waivers and standing approvals by the group of who approved them. */
export const waiversByGroup = perSurroundings(({ waivers }) =>
  groupBy<Document<WaiverDocument>>(waivers, ({ value }) =>
    value.approved_by && value.approved_by !== "none" ? value.approved_by.group : "",
  ),
);
