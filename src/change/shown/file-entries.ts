import type { Bundle } from "../../engine/bundle.ts";
import type { Document } from "../../model/document.ts";
import type { FileEntryChange, PackChange } from "../../model/set-change.ts";
import { isSameAnswer } from "../impact/same-answer.ts";

/** Overlays, waivers, standing approvals and arrangements that come, go or say something else. */
export function fileEntries(before: Bundle, after: Bundle): readonly FileEntryChange[] {
  return [
    ...entries("Overlay", before.overlays, after.overlays, (file) => file.file),
    ...(["Waiver", "Approval"] as const).flatMap((kind) =>
      entries(kind, of(kind, before.waivers), of(kind, after.waivers), ({ value }) => value.id),
    ),
    ...entries("Arrangement", before.arrangements, after.arrangements, ({ value }) => value.id),
  ];
}

function of<T>(kind: FileEntryChange["kind"], documents: readonly Document<T>[]): readonly Document<T>[] {
  return documents.filter((document) => document.kind === kind);
}

function entries<T>(
  kind: FileEntryChange["kind"],
  before: readonly Document<T>[],
  after: readonly Document<T>[],
  idOf: (document: Document<T>) => string,
): readonly FileEntryChange[] {
  const [old, now] = [before, after].map((all) => new Map(all.map((one) => [idOf(one), one] as const)));
  const ids = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  return ids.flatMap((id): readonly FileEntryChange[] => {
    const [earlier, later] = [old?.get(id), now?.get(id)];
    const shown = later ?? earlier;
    if (shown === undefined || isSameAnswer(earlier?.value, later?.value)) return [];
    const change = earlier === undefined ? "added" : later === undefined ? "removed" : "changed";
    return [{ kind, id, file: shown.file, change }];
  });
}

/** Packs of the plan that are switched otherwise. One the plan does not name is binding. */
export function packChanges(before: Bundle, after: Bundle): readonly PackChange[] {
  const [old, now] = [before, after].map(({ plan }) => new Map(Object.entries(plan?.value.packs ?? {})));
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  return names.flatMap((pack) => {
    const change = {
      pack,
      before: old?.get(pack) ?? ("binding" as const),
      after: now?.get(pack) ?? ("binding" as const),
    };
    return change.before === change.after ? [] : [change];
  });
}
