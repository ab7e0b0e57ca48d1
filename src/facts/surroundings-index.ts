import type { Document, Manifest } from "../model/document.ts";
import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { groupBy } from "./group-by.ts";
import { sameCode } from "./municipality-code.ts";
import { onceFor } from "./once-for.ts";

/** Surroundings by what they are looked up by; made once for each set, at its first use. */
export const manifestsById = onceFor(({ manifests }: Surroundings) =>
  groupBy<Manifest>(manifests, ({ value }) => value.metadata.id),
);

/** Arrangements by the code of their municipality. */
export const arrangementsByCode = ({ arrangements }: Surroundings) => byCode(arrangements);

/** Waivers and standing approvals by the manifest they are for. */
export const waiversByManifest = ({ waivers }: Surroundings) => byManifest(waivers);

/** Waivers and standing approvals by the group of who approved them. */
export const waiversByGroup = ({ waivers }: Surroundings) => byGroup(waivers);

// By the list itself, which surroundings with other manifests share.
type Arrangement = Document<ArrangementDocument>;
type Waiver = Document<WaiverDocument>;

const byCode = onceFor((arrangements: readonly Arrangement[]) =>
  groupBy(arrangements, ({ value }) => sameCode(value.municipality.cbs_code)),
);

const byManifest = onceFor((waivers: readonly Waiver[]) => groupBy(waivers, ({ value }) => value.manifest));

const byGroup = onceFor((waivers: readonly Waiver[]) =>
  groupBy(waivers, ({ value }) =>
    value.approved_by && value.approved_by !== "none" ? value.approved_by.group : "",
  ),
);
