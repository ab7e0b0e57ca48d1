import type { FormField } from "../../forms/form-model.ts";
import type { SystemKindName } from "../../forms/system-kinds.ts";
import type { JsonObject } from "../../model/document.ts";
import type { Fix } from "../../model/generated/report.ts";
import type { Language } from "../../model/language.ts";
import type { CheckData } from "../../web/check/check-data.ts";
import type { Edit } from "./edit-value.ts";
import type { FindingView } from "./finding-view.ts";

/** What the page asks of the worker, one thing at a time. */
export type Request =
  | { readonly kind: "open"; readonly data: CheckData; readonly language: Language }
  | {
      readonly kind: "check";
      readonly bytes: Uint8Array;
      readonly asOf: string;
      /** The name of the file, where one was opened; else it is taken from what the manifest says of itself. */
      readonly file: string | undefined;
    }
  | { readonly kind: "edit"; readonly text: string; readonly edits: readonly Edit[] }
  | { readonly kind: "fix"; readonly bytes: Uint8Array; readonly fixes: readonly Fix[] }
  | { readonly kind: "begin"; readonly with: SystemKindName };

/** What the worker answers to each kind of request. */
export interface Answers {
  readonly open: { readonly form: readonly FormField[] };
  readonly check: Checked;
  readonly edit: { readonly text: string };
  readonly fix: { readonly text: string };
  readonly begin: { readonly text: string };
}

/** A manifest that was looked at, with everything the page shows of it. */
export interface Checked {
  readonly file: string;
  /** The report as `bylaw check FILE --format json` prints it. */
  readonly report: string;
  readonly verdict: "pass" | "needs-approval" | "fail";
  /** False where the file itself has problems: then no rule was asked. */
  readonly isRead: boolean;
  readonly tier: string | null;
  /** The counts in a sentence. */
  readonly summary: string;
  readonly findings: readonly FindingView[];
  /** What the text says, for the form; `undefined` where it is not YAML or not a map. */
  readonly value: JsonObject | undefined;
}
