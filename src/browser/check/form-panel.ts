import type { FormField } from "../../forms/form-model.ts";
import type { JsonObject, JsonValue } from "../../model/document.ts";
import { isMap } from "../../parse/is-map.ts";
import { buildElement } from "./build-element.ts";
import { drawForm, type Holder } from "./draw-form.ts";
import type { Edit } from "./edit-value.ts";
import type { FindingView } from "./finding-view.ts";
import { shapeOf } from "./form-shape.ts";
import type { SayLive } from "./page-settings.ts";
import { showNotes } from "./show-notes.ts";

/** The form beside the text: it shows what the text says, and hands on what is answered in it. */
export interface FormPanel {
  /** `undefined` where the text is no YAML, or no map. */
  show(value: JsonObject | undefined, findings: readonly FindingView[]): void;
  /** The pointer of the field or block a finding is shown at; `undefined` where the form has none. */
  holderOf(pointer: string): string | undefined;
  /** Brings the reader to a field, showing it first where the form has left it out. */
  focus(pointer: string): void;
}

interface FormContext {
  readonly fields: readonly FormField[];
  readonly say: SayLive;
  onEdit(edit: Edit): void;
}

/** Makes the form in `root`. It is drawn anew only where keys or rows came or went; else its controls are set. */
export function formPanel(root: HTMLElement, { fields, say, onEdit }: FormContext): FormPanel {
  let holders: ReadonlyMap<string, Holder> = new Map();
  let shape = "";
  let shown: { readonly value: JsonObject; readonly findings: readonly FindingView[] } = {
    value: {},
    findings: [],
  };
  const revealed = new Set<string>();

  function draw(): void {
    const open = new Set([...root.querySelectorAll("details[open]")].map(({ id }) => id));
    const focused = document.activeElement?.id;
    const isFirst = holders.size === 0;
    const drawn = drawForm(shown.value, {
      fields,
      say,
      isOpen: (section, index) => (isFirst ? index === 0 : open.has(section)),
      isRevealed: (pointer) => revealed.has(pointer),
      onReveal(pointer) {
        const before = new Set(holders.keys());
        revealed.add(pointer);
        draw();
        const first = [...holders.keys()].find((key) => !before.has(key));
        if (first !== undefined) focus(first);
      },
      onEdit,
    });
    holders = drawn.holders;
    root.replaceChildren(...drawn.elements);
    if (focused !== undefined && focused !== "") document.getElementById(focused)?.focus();
    note();
  }

  function note(): void {
    showNotes(holders, shown.findings, holderOf);
    for (const section of root.querySelectorAll("details.check-section")) {
      const n = section.querySelectorAll(".check-notes-here li").length;
      const count = section.querySelector("summary > .quiet-text");
      if (count !== null) count.textContent = n === 0 ? "" : say("here", { n });
    }
  }

  function holderOf(pointer: string): string | undefined {
    for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) if (holders.has(at)) return at;
    return undefined;
  }

  /** Shows the other fields of each block on the way to a field that is not on the form yet. */
  function reveal(pointer: string): void {
    for (let at = holderOf(pointer); at !== undefined && at !== pointer; at = holderOf(pointer)) {
      const [, key] = pointer.slice(at.length).split("/");
      const isKnown = holders.get(at)?.field.fields?.some((field) => field.key === key) === true;
      if (!isKnown || revealed.has(at)) return;
      revealed.add(at);
      draw();
    }
  }

  function focus(pointer: string): void {
    reveal(pointer);
    const holder = holders.get(holderOf(pointer) ?? "");
    if (holder === undefined) return;
    for (let at = holder.notes.parentElement; at !== null; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    holder.focus();
    holder.notes.parentElement?.scrollIntoView({ block: "center" });
  }

  return {
    show(value, findings) {
      if (value === undefined) {
        shape = "";
        holders = new Map();
        root.replaceChildren(buildElement("p", {}, say("noForm")));
        return;
      }
      shown = { value, findings };
      const now = shapeOf(fields, value);
      if (now !== shape) draw();
      shape = now;
      for (const [pointer, { control }] of holders) control?.show(valueAt(value, pointer));
      note();
    },
    holderOf,
    focus,
  };
}

function valueAt(value: JsonValue, pointer: string): JsonValue {
  let at: JsonValue = value;
  for (const step of pointer.split("/").slice(1)) {
    if (Array.isArray(at)) at = at[Number(step)] ?? null;
    else at = isMap(at) && Object.hasOwn(at, step) ? (at[step] ?? null) : null;
  }
  return at;
}
