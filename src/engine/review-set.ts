import { sameCode } from "../facts/municipality-code.ts";
import { once } from "../facts/once.ts";
import type { Document, Loaded, Manifest } from "../model/document.ts";
import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import type { ManifestDocument } from "../model/generated/manifest.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { ReviewInput } from "../model/review.ts";
import type { Source } from "../model/source.ts";
import type { SetRow } from "../model/surroundings.ts";
import { loadDocument } from "../parse/load-document.ts";
import type { Bundle } from "./bundle.ts";
import type { PathClass } from "./classify-path.ts";
import { mayConcern } from "./may-concern.ts";
import type { ManifestOf } from "./read-manifest.ts";
import type { Untouched } from "./repercussions.ts";
import type { Submitted } from "./submitted.ts";
import { type Setting, surroundingsOf } from "./surroundings-of.ts";

/** What a pull request brings, and the set it is judged in. */
export interface ReviewSet {
  /** Manifests added or changed. */
  readonly submitted: readonly Submitted[];
  /** All manifests at the head; arrangements and waivers of base and head together, so that nothing is taken away by a change to them. */
  readonly surroundings: Setting;
  /** Manifests at the head that the change leaves as they are and may bear on. */
  readonly untouched: Untouched;
  /** CBS codes of the municipalities whose manifests change, those removed included. */
  readonly municipalities: readonly string[];
  /** Whether arrangements are added or changed. */
  readonly arranges: boolean;
  /** Arrangements are judged where they change; waivers where they change, or stay and concern a manifest. */
  judges(row: SetRow, concerns: boolean): boolean;
  /** The manifest a source holds, read once; `undefined` also for one that cannot bear on those that change. */
  readonly manifestOf: ManifestOf;
}

/**
 * Reads what a pull request is judged in. Of the manifests it does not change, only those are parsed that may
 * bear on it: their text says so.
 */
export function reviewSet(
  { base, head, changes }: Pick<ReviewInput, "base" | "head" | "changes">,
  bundle: Bundle,
  classOf: (file: string) => PathClass,
): ReviewSet {
  const written = new Set(changes.filter(({ status }) => status !== "removed").map(({ file }) => file));
  const touched = new Set(changes.map(({ file }) => file));
  const of = (sources: readonly Source[], kind: PathClass) =>
    sources.filter(({ file }) => classOf(file) === kind);
  const read = reader();

  const manifests = of(head, "manifest");
  const submitted = manifests
    .filter(({ file }) => written.has(file))
    .map((source) => ({ source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) }));
  const earlier = of(base, "manifest")
    .filter(({ file }) => touched.has(file))
    .map((source) => ({ source, loaded: read(source) }));

  const arrangements = of(head, "arrangement")
    .filter(({ file }) => written.has(file))
    .flatMap((source) =>
      loaded<ArrangementDocument>(loadDocument(source, { gate: true, kind: "Arrangement" })),
    );
  const waivers = (["waiver", "approval"] as const).flatMap((kind) =>
    of(head, kind)
      .filter(({ file }) => written.has(file))
      .flatMap((source) =>
        loaded<WaiverDocument>(
          loadDocument(source, { gate: true, kind: kind === "waiver" ? "Waiver" : "Approval" }),
        ),
      ),
  );

  const changed = [...submitted, ...earlier].flatMap((each) => loaded(each.loaded));
  const concerns = mayConcern(
    changed,
    arrangements.map(({ value }) => value.municipality.cbs_code),
  );
  const others = once(() =>
    manifests
      .filter((source) => !written.has(source.file) && concerns(source))
      .map((source) => ({ source, loaded: read(source) })),
  );
  const after = {
    ...bundle,
    arrangements: [...bundle.arrangements, ...arrangements],
    waivers: [...bundle.waivers, ...waivers],
  };
  const brought = new Set<Document<unknown>>([...arrangements, ...waivers]);
  return {
    submitted,
    surroundings: surroundingsOf(after, submitted, others),
    untouched: {
      manifests: affected(changed, arrangements, others),
      before: surroundingsOf(bundle, earlier, others),
    },
    municipalities: changed.map(({ value }) => value.metadata.municipality.cbs_code),
    arranges: arrangements.length > 0,
    judges({ row, document }, bears) {
      if (row.subject === "arrangement") return brought.has(document);
      if (row.subject === "waiver") return brought.has(document) || (bears && !touched.has(document.file));
      return bears;
    },
    manifestOf: (source) =>
      written.has(source.file) || concerns(source) ? loaded(read(source))[0] : undefined,
  };
}

/** Unchanged manifests with a link to a changed one, and those of a municipality whose arrangements change. */
function affected(
  changed: readonly Manifest[],
  arrangements: readonly Document<ArrangementDocument>[],
  others: () => readonly Submitted[],
): readonly Manifest[] {
  if (changed.length === 0 && arrangements.length === 0) return [];
  const ids = new Set(changed.map(({ value }) => value.metadata.id));
  const codes = new Set(arrangements.map(({ value }) => sameCode(value.municipality.cbs_code)));
  return others()
    .flatMap((each) => loaded(each.loaded))
    .filter(({ value }) => {
      const links = value.system?.interfaces;
      const linked = Array.isArray(links) && links.some(({ to }) => to && ids.has(to));
      return linked || codes.has(sameCode(value.metadata.municipality.cbs_code));
    });
}

/** Reads each source with one parser and once: enough for what other manifests rest on. */
function reader(): (source: Source) => Loaded<ManifestDocument> {
  const known = new Map<Source, Loaded<ManifestDocument>>();
  return (source) => {
    const found = known.get(source) ?? loadDocument(source, { gate: false, kind: "Manifest" });
    known.set(source, found);
    return found;
  };
}

function loaded<T>(of: Loaded<T>): readonly Document<T>[] {
  return of.ok ? [of.document] : [];
}
