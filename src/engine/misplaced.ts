import type { DocumentKind } from "../model/document.ts";
import type { Texts } from "../model/language.ts";
import type { Source } from "../model/source.ts";
import { sniffKind } from "../parse/sniff-kind.ts";
import type { PathClass } from "./classify-path.ts";
import type { Misplacement } from "./placement-finding.ts";

/**
 * What is wrong with a file that says it is of one of our kinds and stands where nothing reads it as one;
 * `undefined` for any other file.
 */
export function misplaced(source: Source, classOf: (file: string) => PathClass): Misplacement | undefined {
  const { file } = source;
  if (classOf(file) !== "other") return undefined;
  const kind = sniffKind(source);
  if (kind === undefined || kind === "Configuration") return undefined;
  if (kind === "Manifest") return { file, rule: "manifest-misplaced", ...manifestWords(file) };
  if (!DATA_FILE.test(file) || isForeign(source)) return undefined;
  const { rule, what, place } = PLACES[kind];
  return {
    file,
    rule,
    message: {
      en: `\`${file}\` is ${what.en}, and nothing reads it there`,
      he: `\`${file}\`: ${what.he}, ושום דבר אינו קורא אותו שם`,
      ar: `\`${file}\`: ${what.ar}، ولا شيء يقرؤه هناك`,
    },
    help: {
      en: `move it to \`${place}\``,
      he: `העבירו אותו אל \`${place}\``,
      ar: `انقلوه إلى \`${place}\``,
    },
  };
}

const DATA_FILE = /\.(?:ya?ml|json)$/i;

/** Whether a file names another format: other tools have kinds of the same names. */
function isForeign({ bytes }: Source): boolean {
  const text = new TextDecoder().decode(bytes);
  return /^[ \t]*["']?apiVersion["']?[ \t]*:/m.test(text) && !text.includes("bylaw/");
}

function manifestWords(file: string): Pick<Misplacement, "message" | "help"> {
  return {
    message: {
      en: `\`${file}\` is a manifest outside the watched paths`,
      he: `\`${file}\`: מניפסט מחוץ לנתיבים הנבדקים`,
      ar: `\`${file}\`: بيان خارج المسارات المراقَبة`,
    },
    help: file.startsWith("../") ? RUN_THERE : MOVE,
  };
}

const MOVE = {
  en: "move it under a path that `manifests` in `.github/bylaw.yml` names, with the ending `.yaml`",
  he: "העבירו אותו אל נתיב ש-`manifests` ב-`.github/bylaw.yml` נוקב בו, עם הסיומת `.yaml`",
  ar: "انقلوه إلى مسار يذكره `manifests` في `.github/bylaw.yml`، باللاحقة `.yaml`",
} as const;

/** For a file above the folder that is judged, whose own folder names other paths. */
const RUN_THERE = {
  en: "run bylaw inside the folder it belongs to: which paths are watched is counted from there",
  he: "הריצו את bylaw בתוך התיקייה שאליה הוא שייך: הנתיבים הנבדקים נספרים ממנה",
  ar: "شغّلوا bylaw داخل المجلد الذي ينتمي إليه: فالمسارات المراقَبة تُحسب منه",
} as const;

interface Place {
  readonly rule: string;
  readonly what: Texts;
  readonly place: string;
}

/** Where the files of each kind stand. */
const PLACES: Readonly<Record<Exclude<DocumentKind, "Manifest" | "Configuration">, Place>> = {
  Policy: {
    rule: "policy-misplaced",
    what: { en: "a policy", he: "מדיניות", ar: "سياسة" },
    place: "policies/<id>/policy.yaml",
  },
  VendorRegistry: {
    rule: "registry-misplaced",
    what: { en: "a part of the vendor registry", he: "חלק ממרשם הספקים", ar: "جزء من سجل المورّدين" },
    place: "policies/trusted-vendors/registry/<name>.yaml",
  },
  Plan: {
    rule: "plan-misplaced",
    what: { en: "a plan", he: "תוכנית", ar: "خطة" },
    place: "policies/plan.yaml",
  },
  Waiver: {
    rule: "waiver-misplaced",
    what: { en: "a waiver", he: "ויתור", ar: "إعفاء" },
    place: "waivers/<name>.yaml",
  },
  Approval: {
    rule: "approval-misplaced",
    what: { en: "a standing approval", he: "אישור קבוע", ar: "موافقة دائمة" },
    place: "approvals/<name>.yaml",
  },
  Arrangement: {
    rule: "arrangement-misplaced",
    what: { en: "an arrangement", he: "הסדר", ar: "ترتيب" },
    place: "arrangements/<name>.yaml",
  },
  Overlay: {
    rule: "overlay-misplaced",
    what: { en: "an overlay", he: "תוספת עירונית", ar: "إضافة بلدية" },
    place: "overlays/<name>.yaml",
  },
};
