import { sameCode } from "../facts/municipality-code.ts";
import type { Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import { fileFinding } from "./file-findings.ts";
import { placeOf } from "./placement-finding.ts";

/** A manifest whose municipality is another than its id names is a finding: by one of them it would leave what it is judged among. */
export function codeFindings(manifest: Manifest, language: Language): readonly Finding[] {
  const { id, municipality } = manifest.value.metadata;
  if (agreesWithId(manifest)) return [];
  const named = codeIn(id);
  const code = municipality.cbs_code;
  const message = {
    en: `the code \`${code}\` is not \`${named}\`, the code in the id \`${id}\``,
    he: `הקוד \`${code}\` אינו \`${named}\`, הקוד שבמזהה \`${id}\``,
    ar: `الرمز \`${code}\` ليس \`${named}\`، وهو الرمز في المعرّف \`${id}\``,
  };
  const problem = {
    stage: "language",
    kind: "Manifest",
    location: placeOf(manifest, POINTER),
    pointer: POINTER,
    message: message.en,
    help: HELP.en,
  } as const;
  const finding = fileFinding(problem, language, { rule: "manifest-code", words: { message, help: HELP } });
  return [{ ...finding, manifest: id }];
}

/** Whether the municipality of a manifest is the one its id names, leading zeros aside. */
export function agreesWithId({ value: { metadata } }: Manifest): boolean {
  return sameCode(codeIn(metadata.id)) === sameCode(metadata.municipality.cbs_code);
}

const POINTER = "/metadata/municipality/cbs_code";

const HELP = {
  en: "write the code of the municipality in both, `gov` for a national body",
  he: "כתבו בשניהם את קוד הרשות המקומית, ו-`gov` לגוף ארצי",
  ar: "اكتبوا في كليهما رمز السلطة المحلية، و`gov` لهيئة وطنية",
};

/** The second part of an id, `<country>-<code>-<slug>`. */
function codeIn(id: string): string {
  return id.split("-")[1] ?? "";
}
