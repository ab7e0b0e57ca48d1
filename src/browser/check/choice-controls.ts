import type { FormField } from "../../forms/form-model.ts";
import type { JsonValue } from "../../model/document.ts";
import { buildElement } from "./build-element.ts";
import { type ControlContext, type FormControl, grouped, single } from "./control-parts.ts";

/** One value of several. */
export function choiceControl(
  { options = [] }: FormField,
  { id, say, onChange }: ControlContext,
): FormControl {
  const select = buildElement("select", { id }, buildElement("option", { value: "" }, say("unknown")));
  for (const [value, label] of options) select.append(buildElement("option", { value }, label));
  select.addEventListener("change", () => onChange(select.value === "" ? null : select.value));
  return {
    ...single(select),
    show(value) {
      const text = typeof value === "string" ? value : "";
      // What is no answer stays visible: the finding beside it says what is wrong with it.
      if ([...select.options].every((option) => option.value !== text)) {
        select.append(buildElement("option", { value: text }, text));
      }
      select.value = text;
    },
  };
}

/** Yes, no, or not known. */
export function radiosControl({ id, say, onChange }: ControlContext): FormControl {
  const answers = [
    ["yes", true],
    ["no", false],
    ["unknown", null],
  ] as const;
  const inputs = answers.map(([word, value]) => {
    const input = buildElement("input", { type: "radio", name: id, value: word });
    input.addEventListener("change", () => onChange(value));
    return { word, value, input };
  });
  return {
    ...grouped(
      "radiogroup",
      inputs.map(({ word, input }) => buildElement("label", {}, input, " ", say(word))),
      id,
      () => inputs[0]?.input,
    ),
    show(value) {
      for (const one of inputs) one.input.checked = one.value === (typeof value === "boolean" ? value : null);
    },
  };
}

/** Any of several values, or none of them. */
export function boxesControl(
  { options = [], none }: FormField,
  { id, say, onChange }: ControlContext,
): FormControl {
  const all = none === true ? [...options, ["none", say("none")] as const] : options;
  const inputs = all.map(([value, label]) => ({
    value,
    label,
    input: buildElement("input", { type: "checkbox", value }),
  }));
  for (const { value, input } of inputs) {
    input.addEventListener("change", () => {
      for (const other of inputs)
        if ((value === "none") !== (other.value === "none")) other.input.checked = false;
      const chosen = inputs.filter((one) => one.input.checked).map((one) => one.value);
      onChange(chosen.length === 0 ? null : chosen[0] === "none" ? "none" : chosen);
    });
  }
  return {
    ...grouped(
      "group",
      inputs.map(({ input, label }) => buildElement("label", {}, input, " ", label)),
      id,
      () => inputs[0]?.input,
    ),
    show(value) {
      const chosen: readonly JsonValue[] = Array.isArray(value)
        ? value.length === 0
          ? ["none"]
          : value
        : [value];
      for (const one of inputs) one.input.checked = chosen.includes(one.value);
    },
  };
}
