import { sameCode } from "../facts/municipality-code.ts";
import type { Manifest } from "../model/document.ts";
import type { ReviewInput } from "../model/review.ts";
import type { Source } from "../model/source.ts";
import type { PathClass } from "./classify-path.ts";
import { agreesWithId } from "./code-findings.ts";
import { type Misplacement, placeOf } from "./placement-finding.ts";
import { type ManifestOf, readManifest } from "./read-manifest.ts";

/** Stages in which a manifest may go: nothing is in use yet, or all is gone. */
const REMOVABLE = new Set<unknown>(["idea", "definition", "decommissioned"]);

/**
 * What became of the systems whose manifests at the base were changed or removed: each lives on under its id in
 * some file, or was not in use; none goes back to a stage before the one it was deployed in; and no file passes from
 * one municipality to another.
 */
export function departures(
  input: Pick<ReviewInput, "base" | "changes">,
  classOf: (file: string) => PathClass,
  atHead: readonly Source[],
  manifestOf: ManifestOf,
): readonly Misplacement[] {
  const before = new Map(input.base.map((source) => [source.file, source]));
  const touched = input.changes.filter(
    ({ file, status }) => status !== "added" && classOf(file) === "manifest",
  );
  return touched.flatMap(({ file, status: change }) => {
    const source = before.get(file);
    if (source === undefined) return [];
    const manifest = readManifest(source);
    // One that could not be read may be repaired in place, but not taken away unread.
    if (manifest === undefined)
      return change === "removed" ? [{ file, rule: "manifest-removed", ...UNREAD }] : [];
    const { id, status } = manifest.value.metadata;
    const here = atHead.find((other) => other.file === file);
    const moved = here === undefined ? [] : movedFrom(manifest, manifestOf(here));
    const successor = atHead.map(manifestOf).find((other) => other?.value.metadata.id === id);
    if (successor === undefined) return [...moved, ...(REMOVABLE.has(status) ? [] : gone(file, id, status))];
    const now = successor.value.metadata.status;
    return [
      ...moved,
      ...(IN_PLACE.has(status) && BEFORE_USE.has(now) ? stepBack(successor, status, now) : []),
    ];
  });
}

const UNREAD = {
  message: {
    en: "the manifest cannot be read at the base, so nobody knows what is removed",
    he: "לא ניתן לקרוא את המניפסט בבסיס, ולכן לא ידוע מה מוסר",
    ar: "لا يمكن قراءة البيان في الأساس، فلا يُعرف ما الذي يُزال",
  },
  help: {
    en: "repair it first, and remove it once its `status` allows that",
    he: "תקנו אותו תחילה, והסירו אותו כאשר `status` שלו מתיר זאת",
    ar: "أصلحوه أولاً، ثم أزيلوه متى سمح `status` بذلك",
  },
};

/** Stages in which a system stands in public space, or did. */
const IN_PLACE = new Set<unknown>([
  "deployment",
  "operation",
  "suspended",
  "decommissioning",
  "decommissioned",
]);
const BEFORE_USE = new Set<unknown>(["idea", "definition", "procurement"]);

function gone(file: string, id: string, status: string): readonly Misplacement[] {
  return [
    {
      file,
      rule: "manifest-removed",
      message: {
        en: `\`${id}\` is in the stage \`${status}\`, and no manifest has its id any more`,
        he: `\`${id}\` בשלב \`${status}\`, ואין עוד מניפסט עם המזהה שלו`,
        ar: `\`${id}\` في مرحلة \`${status}\`، ولم يعد لأي بيان معرّفه`,
      },
      help: {
        en: "keep the manifest and its id until its `status` is `decommissioned`",
        he: "השאירו את המניפסט ואת המזהה שלו עד ש-`status` שלו הוא `decommissioned`",
        ar: "أبقوا البيان ومعرّفه إلى أن يصبح `status` فيه `decommissioned`",
      },
    },
  ];
}

/** One whose code and id do not agree is a finding of its own, and to mend that is no move. */
function movedFrom(before: Manifest, now: Manifest | undefined): readonly Misplacement[] {
  if (now === undefined || !agreesWithId(before) || !agreesWithId(now)) return [];
  const from = before.value.metadata.municipality.cbs_code;
  const to = now.value.metadata.municipality.cbs_code;
  if (sameCode(from) === sameCode(to)) return [];
  return [
    {
      file: now.file,
      rule: "manifest-code",
      message: {
        en: `the municipality changes from \`${from}\` to \`${to}\``,
        he: `הרשות המקומית משתנה מ-\`${from}\` אל \`${to}\``,
        ar: `تتغيّر السلطة المحلية من \`${from}\` إلى \`${to}\``,
      },
      help: {
        en: "keep the code; a system of another municipality is a manifest in a file of its own",
        he: "השאירו את הקוד; מערכת של רשות אחרת היא מניפסט בקובץ משלה",
        ar: "أبقوا الرمز؛ ونظام سلطة أخرى بيان في ملف خاص به",
      },
      location: placeOf(now, "/metadata/municipality/cbs_code"),
    },
  ];
}

function stepBack(manifest: Manifest, from: string, to: string): readonly Misplacement[] {
  return [
    {
      file: manifest.file,
      rule: "manifest-stage",
      message: {
        en: `the stage goes back from \`${from}\` to \`${to}\``,
        he: `השלב חוזר לאחור מ-\`${from}\` אל \`${to}\``,
        ar: `تعود المرحلة من \`${from}\` إلى \`${to}\``,
      },
      help: {
        en: "declare the stage the system is in; a new purchase for it is a manifest of its own",
        he: "הצהירו על השלב שבו המערכת נמצאת; רכש חדש עבורה הוא מניפסט משלו",
        ar: "صرّحوا بالمرحلة التي فيها النظام؛ والشراء الجديد له بيان خاص به",
      },
      location: placeOf(manifest, "/metadata/status"),
    },
  ];
}
