import { idOf, type ManifestAnswers, manifestTemplate } from "../../forms/manifest-template.ts";
import { SYSTEM_KINDS, type SystemKindName } from "../../forms/system-kinds.ts";
import type { Language } from "../../model/language.ts";
import { askMissing, type Question } from "../ask-missing.ts";
import { flawInNew } from "../flaw-in-new.ts";
import { CLEAN, type Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { type NewFileOptions, writeNew } from "../write-new.ts";

interface NewManifestOptions extends NewFileOptions {
  readonly kind?: SystemKindName;
  readonly id?: string;
  readonly title?: string;
  readonly municipality?: string;
  readonly cbsCode?: string;
  readonly lang: Language;
}

type Key = "kind" | "municipality" | "cbsCode" | "title" | "id";

/** Writes a manifest to fill in, asking on a terminal for what its head needs. */
export async function newManifest(options: NewManifestOptions, io: Io): Promise<number> {
  const { kind, title, municipality, lang, output } = options;
  const named = idInName(output);
  const id = options.id ?? named;
  const cbsCode = options.cbsCode ?? codeIn(named);
  const given = Object.fromEntries(
    Object.entries({ kind, id, title, municipality, cbsCode }).filter(([, value]) => value !== undefined),
  );
  const answers = toAnswers(await askMissing<Key>(given, questions(lang), io));
  const text = manifestTemplate(answers, lang);
  const wrong = flawInNew(text, "Manifest");
  if (wrong !== undefined) throw new UsageError(wrong.message, wrong.help);
  writeNew(text, options, io);
  const open = placeholders(answers);
  if (options.id === undefined) io.err(`id of the manifest: \`${idOf(answers)}\`\n`);
  if (open.length > 0)
    io.err(`made up and to be replaced: ${open.map((path) => `\`${path}\``).join(", ")}\n`);
  if (output !== undefined) io.err(`fill it in, then run \`bylaw check ${output}\`\n`);
  return CLEAN;
}

/** The id a file is named after, as ids are written: `il-7900-parking`. */
function idInName(output: string | undefined): string | undefined {
  return /^(?:.*[\\/])?([a-z]{2}-(?:\d{4}|gov)-[a-z0-9]+(?:-[a-z0-9]+)*)\.ya?ml$/.exec(output ?? "")?.[1];
}

function codeIn(id: string | undefined): string | undefined {
  return /^[a-z]{2}-(\d{4}|gov)-/.exec(id ?? "")?.[1];
}

/** A code as it is written everywhere, with the zeros before it. */
function fourDigits(code: string): string {
  return /^\d+$/.test(code) ? code.padStart(4, "0") : code;
}

/** Cameras where nothing else is asked for: the form that leaves nothing out. */
function toAnswers(answers: Readonly<Partial<Record<Key, string>>>): ManifestAnswers {
  const { cbsCode } = answers;
  const coded = cbsCode === undefined ? answers : { ...answers, cbsCode: fourDigits(cbsCode) };
  return { ...coded, kind: kindNamed(answers.kind) ?? "cameras" };
}

function kindNamed(name: string | undefined): SystemKindName | undefined {
  // The names are the keys of the table they are looked up in.
  return (Object.keys(SYSTEM_KINDS) as SystemKindName[]).find((kind) => kind === name);
}

function placeholders({ id, title, municipality, cbsCode }: ManifestAnswers): readonly string[] {
  return [
    ...(id === undefined && cbsCode === undefined ? ["metadata.id"] : []),
    ...(title === undefined ? ["metadata.title.en"] : []),
    ...(municipality === undefined ? ["metadata.municipality.name"] : []),
    ...(cbsCode === undefined ? ["metadata.municipality.cbs_code"] : []),
  ];
}

function questions(language: Language): readonly Question<Key>[] {
  const words = WORDS[language];
  return KEYS.map((key) => ({
    key,
    text: words[key],
    refuses: (answer) =>
      key === "kind"
        ? kindNamed(answer) === undefined
          ? `\`${answer}\` is no kind; name one of ${Object.keys(SYSTEM_KINDS).join(", ")}`
          : undefined
        : flawInNew(manifestTemplate({ kind: "sensor", [key]: answer }, "en"), "Manifest")?.message,
  }));
}

const KEYS: readonly Key[] = ["kind", "municipality", "cbsCode", "title", "id"];

const WORDS: Readonly<Record<Language, Readonly<Record<Key, string>>>> = {
  en: {
    kind: "kind of system (sensor, cameras, signals)",
    municipality: "name of the municipality",
    cbsCode: "its locality code, four digits",
    title: "name of the system, in English",
    id: "id of the manifest, such as il-9900-cam-market (empty: made from the code and the kind)",
  },
  he: {
    kind: "סוג המערכת (sensor, cameras, signals)",
    municipality: "שם הרשות",
    cbsCode: "קוד היישוב, ארבע ספרות",
    title: "שם המערכת, באנגלית",
    id: "מזהה המניפסט, כגון il-9900-cam-market (ריק: מורכב מהקוד ומהסוג)",
  },
  ar: {
    kind: "نوع النظام (sensor, cameras, signals)",
    municipality: "اسم البلدية",
    cbsCode: "رمز البلدة، أربعة أرقام",
    title: "اسم النظام بالإنجليزية",
    id: "معرّف البيان، مثل il-9900-cam-market (فارغ: يُركَّب من الرمز والنوع)",
  },
};
