import type { JsonValue } from "../../model/document.ts";
import { buildElement } from "./build-element.ts";
import type { SayLive } from "./page-settings.ts";

/** The control of one field. */
export interface FormControl {
  readonly element: HTMLElement;
  /** What the label is for; `undefined` where the control is a group that names itself. */
  readonly labelled: string | undefined;
  /** Shows what the text says, unless the reader is writing there. */
  show(value: JsonValue): void;
  describe(ids: readonly string[], isWrong: boolean): void;
  focus(): void;
}

/** What a control is made with. */
export interface ControlContext {
  readonly id: string;
  readonly say: SayLive;
  onChange(value: JsonValue): void;
}

/** What every control of one element has in common. */
export function single(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement) {
  return {
    element: control as HTMLElement,
    labelled: control.id,
    describe: (ids: readonly string[], isWrong: boolean) => describe(control, ids, isWrong),
    focus: () => control.focus(),
  };
}

/** What every control of several boxes or buttons has in common. */
export function grouped(
  role: "group" | "radiogroup",
  labels: readonly HTMLElement[],
  id: string,
  first: () => HTMLElement | undefined,
) {
  const element = buildElement(
    "div",
    { role, id, class: "check-options", "aria-labelledby": `${id}-label` },
    ...labels,
  );
  return {
    element,
    labelled: undefined,
    describe: (ids: readonly string[]) => describe(element, ids, false),
    focus: () => first()?.focus(),
  };
}

function describe(element: HTMLElement, ids: readonly string[], isWrong: boolean): void {
  if (ids.length === 0) element.removeAttribute("aria-describedby");
  else element.setAttribute("aria-describedby", ids.join(" "));
  if (isWrong) element.setAttribute("aria-invalid", "true");
  else element.removeAttribute("aria-invalid");
}
