import { applyFixes } from "../../engine/apply-fixes.ts";
import { formModel } from "../../forms/form-model.ts";
import { manifestTemplate } from "../../forms/manifest-template.ts";
import type { Language } from "../../model/language.ts";
import { KINDS } from "../../parse/kinds.ts";
import { editText } from "./edit-text.ts";
import { lookAt } from "./look-at.ts";
import { type Checker, openChecker } from "./open-checker.ts";
import type { Answers, Request } from "./protocol.ts";

const TEXT = new TextDecoder("utf-8", { ignoreBOM: true });

/** Answers the page's requests one after another; the first is to open the data. Throws only where that was left out. */
export function answerRequests(): (request: Request) => Answers[Request["kind"]] {
  let opened: { readonly checker: Checker; readonly language: Language } | undefined;
  const ready = () => {
    if (opened === undefined) throw new Error("nothing is open");
    return opened;
  };
  return (request) => {
    switch (request.kind) {
      case "open":
        opened = { checker: openChecker(request.data), language: request.language };
        return { form: formModel(KINDS.Manifest.schema, request.language) };
      case "check":
        return lookAt(request, ready().checker, ready().language);
      case "edit": {
        const { text, edits } = request;
        return { text: edits.reduce((written, edit) => editText(written, edit) ?? written, text) };
      }
      case "fix":
        return { text: TEXT.decode(applyFixes(request.bytes, request.fixes).bytes) };
      case "begin":
        return { text: manifestTemplate({ kind: request.with }, ready().language) };
    }
  };
}
