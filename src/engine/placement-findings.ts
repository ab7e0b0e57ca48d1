import { groupBy } from "../facts/group-by.ts";
import type { Finding } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import type { ReviewInput } from "../model/review.ts";
import type { Source } from "../model/source.ts";
import type { PathClass } from "./classify-path.ts";
import { departures } from "./departures.ts";
import { misplaced } from "./misplaced.ts";
import { type Misplacement, placementFinding, placeOf } from "./placement-finding.ts";
import { type ManifestOf, readManifest } from "./read-manifest.ts";

/** Where files stand rather than what they say: what is wrong about it, and the manifests a change removes. */
export interface Placement {
  readonly misplacements: readonly Misplacement[];
  /** The findings about it in one language. */
  findings(language: Language): readonly Finding[];
  readonly removed: readonly string[];
}

export interface PlacementInput extends Pick<ReviewInput, "base" | "head" | "changes"> {
  /** Files that are manifests because someone named them, wherever they stand. */
  readonly named?: ReadonlySet<string>;
}

/**
 * Judges the state a change leaves: files of our kinds where nothing reads them, names that differ only in case,
 * one id in two manifests, and manifests removed while their system is in use.
 */
export function placementFindings(
  input: PlacementInput,
  classOf: (file: string) => PathClass,
  manifestOf: ManifestOf = readManifest,
  idOf: (source: Source) => string | undefined = (source) => manifestOf(source)?.value.metadata.id,
): Placement {
  const present = new Set(input.head.map((source) => source.file));
  const changed = input.changes.filter((change) => change.status !== "removed").map((change) => change.file);
  const sourceOf = new Map(input.head.map((source) => [source.file, source]));
  const removed = input.changes
    .filter((change) => change.status === "removed" && classOf(change.file) === "manifest")
    .map((change) => change.file);
  const named = input.named ?? new Set();
  const atHead = input.head.filter((source) => classOf(source.file) === "manifest" || named.has(source.file));
  const misplacements = [
    ...changed.flatMap((file) => {
      const source = named.has(file) ? undefined : sourceOf.get(file);
      return (source && misplaced(source, classOf)) ?? [];
    }),
    ...collisions(present, changed, classOf),
    ...repeatedIds(atHead, changed, manifestOf, idOf),
    ...departures(input, classOf, atHead, manifestOf),
  ];
  return {
    misplacements,
    findings: (language) => misplacements.map((misplacement) => placementFinding(misplacement, language)),
    removed: removed.sort(),
  };
}

function collisions(
  present: ReadonlySet<string>,
  changed: readonly string[],
  classOf: (file: string) => PathClass,
): readonly Misplacement[] {
  const folded = new Map<string, string[]>();
  for (const file of present) {
    if (classOf(file) !== "manifest") continue;
    const key = file.normalize("NFC").toLowerCase();
    folded.set(key, [...(folded.get(key) ?? []), file]);
  }
  return changed.flatMap((file) => {
    const others = (folded.get(file.normalize("NFC").toLowerCase()) ?? []).filter((other) => other !== file);
    if (others.length === 0 || !present.has(file)) return [];
    return [
      {
        file,
        rule: "manifest-path",
        message: {
          en: `\`${file}\` and \`${others[0]}\` differ only in case`,
          he: `\`${file}\` ו-\`${others[0]}\` נבדלים רק באותיות גדולות וקטנות`,
          ar: `لا يختلف \`${file}\` عن \`${others[0]}\` إلا في الأحرف الكبيرة والصغيرة`,
        },
        help: {
          en: "rename one of them, since some file systems keep only one",
          he: "שנו את שמו של אחד מהם, כי יש מערכות קבצים השומרות רק אחד",
          ar: "غيّروا اسم أحدهما، فبعض أنظمة الملفات لا تحفظ إلا واحداً",
        },
      },
    ];
  });
}

function repeatedIds(
  atHead: readonly Source[],
  changed: readonly string[],
  manifestOf: ManifestOf,
  idOf: (source: Source) => string | undefined,
): readonly Misplacement[] {
  if (changed.length === 0) return [];
  const changedFiles = new Set(changed);
  const named = atHead.flatMap((source) => {
    const id = idOf(source);
    return id === undefined ? [] : [{ id, source }];
  });
  return [...groupBy(named, ({ id }) => id)].flatMap(([id, same]) => {
    if (same.length < 2) return [];
    const manifests = same.flatMap(({ source }) => manifestOf(source) ?? []);
    const mine = manifests.filter(({ file }) => changedFiles.has(file));
    return mine.map((manifest) => {
      const other = manifests.find(({ file }) => file !== manifest.file);
      return {
        file: manifest.file,
        rule: "manifest-duplicate-id",
        message: {
          en: `the id \`${id}\` also stands in \`${other?.file}\``,
          he: `המזהה \`${id}\` מופיע גם ב-\`${other?.file}\``,
          ar: `المعرّف \`${id}\` موجود أيضاً في \`${other?.file}\``,
        },
        help: {
          en: "give each system an id of its own",
          he: "תנו לכל מערכת מזהה משלה",
          ar: "أعطوا كل نظام معرّفاً خاصاً به",
        },
        location: placeOf(manifest, "/metadata/id"),
      };
    });
  });
}
