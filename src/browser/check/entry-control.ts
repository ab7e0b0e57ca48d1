import type { FormField } from "../../forms/form-model.ts";
import type { JsonValue } from "../../model/document.ts";
import { buildElement } from "./build-element.ts";
import { type ControlContext, type FormControl, single } from "./control-parts.ts";

/** Something that is written: a text, a number, a date, or lines; with a box for `none` where that is an answer. */
export function entryControl(field: FormField, { id, say, onChange }: ControlContext): FormControl {
  const entry = entryFor(field, id);
  const none = field.none === true ? buildElement("input", { type: "checkbox" }) : undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = () => {
    clearTimeout(timer);
    timer = undefined;
    onChange(none?.checked === true ? "none" : readEntry(field, entry.value));
  };
  entry.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(send, 300);
  });
  entry.addEventListener("change", () => {
    if (timer !== undefined) send();
  });
  none?.addEventListener("change", () => {
    entry.disabled = none.checked;
    if (none.checked) entry.value = "";
    send();
  });
  const element =
    none === undefined
      ? entry
      : buildElement(
          "div",
          { class: "check-or-none" },
          entry,
          buildElement("label", {}, none, " ", say("none")),
        );
  return {
    ...single(entry),
    element,
    show(value) {
      if (timer !== undefined || document.activeElement === entry) return;
      const isNone = none !== undefined && (value === "none" || (Array.isArray(value) && value.length === 0));
      if (none !== undefined) none.checked = isNone;
      entry.disabled = isNone;
      const text = isNone ? "" : writeEntry(value);
      if (entry.type === "date" && text !== "" && !/^\d{4}-\d\d-\d\d$/.test(text))
        entry.setAttribute("type", "text");
      entry.value = text;
    },
  };
}

function entryFor(field: FormField, id: string): HTMLInputElement | HTMLTextAreaElement {
  if (field.input === "lines") return buildElement("textarea", { id, rows: 2, dir: "auto" });
  if (field.input === "date") return buildElement("input", { id, type: "date" });
  const isNumber = field.input === "number" || field.input === "integer";
  if (isNumber || field.pattern !== undefined)
    return buildElement("input", {
      id,
      type: "text",
      dir: "ltr",
      inputmode: isNumber ? "decimal" : undefined,
    });
  return buildElement("input", { id, type: "text", dir: "auto" });
}

/** What an entry says. A number that is none goes into the text as it was written: the finding says what is wrong. */
function readEntry({ input }: FormField, written: string): JsonValue {
  const text = written.trim();
  if (text === "") return null;
  if (input === "lines")
    return text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  if (input !== "number" && input !== "integer") return text;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function writeEntry(value: JsonValue): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(String).join("\n");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
