import { digestEntries } from "../../engine/digest-sources.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { loadBundle } from "../../engine/load-bundle.ts";
import { mayConcern } from "../../engine/may-concern.ts";
import { sha256 } from "../../engine/sha256.ts";
import { surroundingsOf } from "../../engine/surroundings-of.ts";
import type { ReportDocument } from "../../model/generated/report.ts";
import type { Language } from "../../model/language.ts";
import type { Source } from "../../model/source.ts";
import { loadDocument } from "../../parse/load-document.ts";
import type { CheckData, CheckFile, CheckManifest } from "../../web/check/check-data.ts";
import { unpackOuis } from "../../web/check/pack-ouis.ts";

/** A manifest as it is written now, and how it is to be judged. */
interface CheckRequest {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly asOf: string;
  readonly language: Language;
}

/** Judges one manifest after another by the data of a site. */
export interface Checker {
  check(request: CheckRequest): ReportDocument;
  /** The name a manifest with this id has among the site's, or would get: it stands in for that file. */
  fileFor(id: string | undefined): string;
}

/**
 * A checker with everything it judges by loaded. Its report is the one `bylaw check FILE` makes of the same file
 * in the repository the data came from: both readers are asked, and it is judged among the site's manifests.
 */
export function openChecker(data: CheckData): Checker {
  const values = data.values.map(([file, value]): CheckFile => [file, JSON.stringify(unpackOuis(value))]);
  const { bundle, problems } = loadBundle([...values, ...data.texts].map(sourceOf), { gate: false });
  // What the site was made from was sound: a problem here is a fault of the data.
  if (problems[0] !== undefined) throw new Error(`${problems[0].location.file}: ${problems[0].message}`);
  const judging = { ...bundle, digests: data.digests };
  const published = data.manifests.map(sourceOf);
  const wholeOf = new Map(data.manifests.map(([file, , , , whole]) => [file, whole]));
  const fileOf = new Map<string | undefined, string>(data.manifests.map(([file, , id]) => [id, file]));
  return {
    check({ file, bytes, asOf, language }) {
      const source: Source = { file, bytes, mode: "100644" };
      const loaded = loadDocument(source, { gate: true, kind: "Manifest" });
      const submitted = [{ source, loaded }];
      const concerns = mayConcern(loaded.ok ? [loaded.document] : []);
      const surroundings = surroundingsOf(judging, submitted, () =>
        published
          .filter((other) => other.file !== file && concerns(other))
          .map((other) => ({
            source: other,
            loaded: loadDocument(other, { gate: false, kind: "Manifest" }),
          })),
      );
      const judges = (_: unknown, concerned: boolean) => concerned;
      const report = evaluate(judging, submitted, { asOf, language, surroundings, judges });
      const content = (read: Source) =>
        (read === source ? undefined : wholeOf.get(read.file)) ?? sha256(read.bytes);
      const manifests = digestEntries(
        surroundings.read().map((read) => ({ file: read.file, mode: read.mode, content: content(read) })),
      );
      return { ...report, digests: { ...report.digests, manifests } };
    },
    fileFor: (id) => fileOf.get(id) ?? `manifests/${id ?? "manifest"}.yaml`,
  };
}

function sourceOf([file, text]: CheckFile | CheckManifest): Source {
  return { file, bytes: new TextEncoder().encode(text), mode: "100644" };
}
