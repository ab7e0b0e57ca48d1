import type { SchemaObject } from "./schema-node.ts";
import { quote } from "./words.ts";

/** A form that texts take, in words, with an example. */
export interface TextForm {
  /** With its article: `a date`. */
  readonly name: string;
  /** What to write. */
  readonly help: string;
}

/**
 * The form a schema node asks of a text, found by trying samples on its pattern; `undefined` where it
 * asks for nothing that has a name.
 */
export function textForm(node: SchemaObject): TextForm | undefined {
  if (node.format === "date") return DATE;
  if (node.pattern === undefined) return undefined;
  const pattern = new RegExp(node.pattern, "u");
  const form = FORMS.find(({ samples }) =>
    SAMPLES.every((sample) => pattern.test(sample) === samples.includes(sample)),
  );
  if (form !== undefined) return form;
  const example = node.examples?.find((value) => typeof value === "string");
  if (example !== undefined)
    return { name: "in the form expected here", help: `write it like ${quote(example)}` };
  return NAMES.find(({ sample }) => pattern.test(sample));
}

/** Whether a pattern lets the word `none` through as well. */
export function admitsNone(node: SchemaObject): boolean {
  return node.pattern !== undefined && new RegExp(node.pattern, "u").test("none");
}

const DATE: TextForm & { samples: readonly string[] } = {
  name: "a date",
  help: "write a day that exists as YYYY-MM-DD, for example `2026-11-23`",
  samples: ["2026-11-23"],
};

/** A form is recognised where a pattern admits exactly its samples and none of another form's. */
const FORMS: readonly (TextForm & { readonly samples: readonly string[] })[] = [
  DATE,
  {
    name: "a year, month or day",
    help: 'write `"2026"`, `"2026-11"` or `2026-11-23`, the first two in quotes',
    samples: ["2026", "2026-11", "2026-11-23"],
  },
  {
    name: "a duration",
    help: "write P and a number of days, weeks, months or years, or PT and hours, for example `P30D`, `PT72H`, `P6M`",
    samples: ["P30D"],
  },
  {
    name: "a country code",
    help: 'write the two capital letters of ISO 3166-1 in quotes, for example `"IL"`',
    samples: ["IL"],
  },
  {
    name: "an https address",
    help: "write the whole address, beginning with `https://`",
    samples: ["https://www.example.org/a"],
  },
  {
    name: "four digits",
    help: 'write four digits in quotes, for example `"7400"`',
    samples: ["2026", "7400"],
  },
  {
    name: "a MAC prefix",
    help: 'write three pairs in quotes, for example `"44:19:B6"`',
    samples: ["44:19:B6"],
  },
  {
    name: "a SHA-256",
    help: "write 64 hexadecimal digits in small letters, in quotes",
    samples: ["0".repeat(64)],
  },
  {
    name: "a fingerprint",
    help: "copy the 16 characters from the report, in quotes",
    samples: ["6e1c4a90b2d37f58"],
  },
  { name: "a version", help: "write three numbers with dots, for example `1.2.0`", samples: ["1.2.0"] },
  {
    name: "a rule id",
    help: "write capital letters, `-` and digits, for example `RET-01`",
    samples: ["RET-01"],
  },
  { name: "an e-mail address", help: "write name, `@` and domain", samples: ["office@northport.example"] },
  {
    name: "the id of an arrangement",
    help: "write `arr:` and a name, for example `arr:il-7400-xiamen`",
    samples: ["arr:il-7400"],
  },
  {
    name: "the id of a registry entity",
    help: "write the id from the vendor registry, for example `vendor:taldor`",
    samples: ["vendor:taldor"],
  },
  {
    name: "the name of a fact",
    help: "write subject, dot and name, for example `retention.period`",
    samples: ["retention.period"],
  },
];

const SAMPLES: readonly string[] = [...new Set(FORMS.flatMap(({ samples }) => samples))];

/** Broader forms, for patterns that admit samples of several of the forms above. */
const NAMES: readonly (TextForm & { readonly sample: string })[] = [
  { name: "a name of small letters, digits and `_`", help: "write it like `video_raw`", sample: "video_raw" },
  {
    name: "a name of small letters, digits and `-`",
    help: "write it like `data-retention`",
    sample: "data-retention",
  },
  { name: "a name with a prefix", help: "write it like `vendor:taldor`", sample: "vendor:taldor" },
  {
    name: "a name of letters, digits, `-` and `_`",
    help: "write it like `W-2026-014`",
    sample: "W-2026-014",
  },
];
