import type { Bundle } from "../../src/engine/bundle.ts";
import { type EvaluateOptions, evaluate } from "../../src/engine/evaluate.ts";
import type { Document, DocumentKind } from "../../src/model/document.ts";
import type { Finding, ReportDocument } from "../../src/model/generated/report.ts";
import type { WaiverDocument } from "../../src/model/generated/waiver.ts";
import type { Source } from "../../src/model/source.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { AS_OF, shippedBundle, sourcesUnder } from "../load-repository.ts";

export const GOLDEN = "examples/sde-tavor/manifests/il-9901-cam-promenade.yaml";

/** A file as a test writes it. */
export function fileOf(file: string, text: string, mode: Source["mode"] = "100644"): Source {
  return { file, bytes: new TextEncoder().encode(text), mode };
}

/** The text of a file of this repository that holds a manifest. */
export function textOf(file: string): string {
  const folder = file.slice(0, file.lastIndexOf("/"));
  const source = sourcesUnder(folder).find((candidate) => candidate.file === file);
  if (source === undefined) throw new Error(`there is no ${file}`);
  return new TextDecoder().decode(source.bytes);
}

/** The report on manifests, by the shipped policies unless told otherwise. */
export function reportOn(
  sources: readonly Source[],
  { bundle = shippedBundle().bundle, ...options }: Partial<EvaluateOptions> & { bundle?: Bundle } = {},
): ReportDocument {
  const submitted = sources.map((source) => ({
    source,
    loaded: loadDocument(source, { gate: true, kind: "Manifest" }),
  }));
  return evaluate(bundle, submitted, { asOf: AS_OF, language: "en", ...options });
}

/** The shipped bundle with waivers and standing approvals on the base branch. */
export function bundleWith(...texts: readonly string[]): Bundle {
  return { ...shippedBundle().bundle, waivers: texts.map(loadWaiver) };
}

function loadWaiver(text: string): Document<WaiverDocument> {
  const kind = /^kind: (Waiver|Approval)$/m.exec(text)?.[1] as DocumentKind | undefined;
  const id = /^id: (.*)$/m.exec(text)?.[1];
  const loaded = loadDocument(
    fileOf(`waivers/${id}.yaml`, text),
    kind === undefined ? { gate: true } : { gate: true, kind },
  );
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  // Loaded as its kind, so its validator has accepted the value.
  return loaded.document as Document & Document<WaiverDocument>;
}

/** The one finding of a rule at a subject; throws where there are none or several. */
export function findingAt(
  report: ReportDocument,
  rule: string,
  subject: string,
  outcome: Finding["outcome"] = "fail",
): Finding {
  const found = report.findings.filter(
    (finding) => finding.rule === rule && finding.subject === subject && finding.outcome === outcome,
  );
  if (found[0] === undefined || found.length > 1)
    throw new Error(`${found.length} findings of ${rule} at ${subject}`);
  return found[0];
}
