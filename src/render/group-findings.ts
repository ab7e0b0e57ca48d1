import type { Finding, ReportDocument, ReportManifest } from "../model/generated/report.ts";

export interface FindingGroups {
  /** Findings of one manifest: problems of its file first, then in the order of the report. */
  of(manifest: ReportManifest): readonly Finding[];
  /** Findings that belong to no manifest of the report, such as those about arrangements. */
  readonly elsewhere: readonly Finding[];
}

/** Sorts the findings of a report by the manifest they are about, in one pass. */
export function groupFindings({ findings, manifests }: ReportDocument): FindingGroups {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = finding.manifest === null ? fileKey(finding.location.file) : idKey(finding.manifest);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  const known = new Set(
    manifests.flatMap(({ id, file }) => (id === null ? [fileKey(file)] : [fileKey(file), idKey(id)])),
  );
  return {
    of: ({ id, file }) => [
      ...(groups.get(fileKey(file)) ?? []),
      ...(id === null ? [] : (groups.get(idKey(id)) ?? [])),
    ],
    elsewhere: [...groups].filter(([key]) => !known.has(key)).flatMap(([, group]) => group),
  };
}

function fileKey(file: string): string {
  return `file:${file}`;
}

function idKey(id: string): string {
  return `id:${id}`;
}
