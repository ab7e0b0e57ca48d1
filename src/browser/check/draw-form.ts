import type { FormField } from "../../forms/form-model.ts";
import type { JsonObject, JsonValue } from "../../model/document.ts";
import { isMap } from "../../parse/is-map.ts";
import { buildElement, messageNodes } from "./build-element.ts";
import type { FormControl } from "./control-parts.ts";
import type { Edit } from "./edit-value.ts";
import { formControl } from "./form-control.ts";
import { blankRow, nameOf } from "./form-rows.ts";
import type { SayLive } from "./page-settings.ts";

/** A place of the form that findings are shown at. */
export interface Holder {
  readonly notes: HTMLElement;
  readonly control: FormControl | undefined;
  readonly field: FormField;
  /** Id of what explains the field. */
  readonly help: string | undefined;
  focus(): void;
}

/** A form that was drawn: its parts, and the places in it by the pointers of what is written there. */
interface DrawnForm {
  readonly elements: readonly HTMLElement[];
  readonly holders: ReadonlyMap<string, Holder>;
}

interface DrawContext {
  readonly fields: readonly FormField[];
  readonly say: SayLive;
  isOpen(section: string, index: number): boolean;
  /** Whether the fields of a block that the text does not have are asked for. */
  isRevealed(pointer: string): boolean;
  onReveal(pointer: string): void;
  onEdit(edit: Edit): void;
}

/**
 * Draws the form of a value: of each block the fields it has and those that are required, and the others where
 * they are asked for, so that a form is as long as its system is intricate.
 */
export function drawForm(value: JsonObject, context: DrawContext): DrawnForm {
  const { fields, say, onEdit } = context;
  const holders = new Map<string, Holder>();

  function section(field: FormField, index: number): HTMLElement {
    const pointer = `/${field.key}`;
    const id = `section:${pointer}`;
    return buildElement(
      "details",
      { id, class: "check-section", open: context.isOpen(id, index) },
      buildElement("summary", {}, field.label, " ", buildElement("span", { class: "quiet-text" })),
      blockOrRows(field, pointer, value[field.key] ?? null),
    );
  }

  function blockOrRows(field: FormField, pointer: string, value: JsonValue): HTMLElement {
    return field.input === "rows" ? rows(field, pointer, value) : block(field, pointer, value);
  }

  function block(field: FormField, pointer: string, value: JsonValue): HTMLElement {
    const map = isMap(value) ? value : {};
    const notes = buildElement("ul", { class: "check-notes-here", id: `notes:${pointer}` });
    const body = buildElement("div", { class: "check-block", tabindex: -1 });
    holders.set(pointer, { notes, field, control: undefined, help: undefined, focus: () => body.focus() });
    body.append(
      ...helpOf(field),
      notes,
      ...visible(field.fields ?? [], map, pointer).map((child) =>
        oneField(child, `${pointer}/${child.key}`, map[child.key] ?? null),
      ),
      ...moreButton(field.fields ?? [], map, pointer),
    );
    return body;
  }

  function oneField(field: FormField, pointer: string, value: JsonValue): HTMLElement {
    if (field.input === "block" || field.input === "rows") {
      return buildElement(
        "fieldset",
        {},
        buildElement("legend", {}, field.label),
        blockOrRows(field, pointer, value),
      );
    }
    const id = `field:${pointer}`;
    const notes = buildElement("ul", { class: "check-notes-here", id: `notes:${pointer}` });
    const mark = field.required
      ? buildElement("span", { class: "quiet-text" }, ` (${say("required")})`)
      : undefined;
    if (field.input === "written") {
      holders.set(pointer, { notes, field, control: undefined, help: undefined, focus: () => undefined });
      return buildElement(
        "div",
        { class: "check-field" },
        buildElement("p", { class: "check-label" }, field.label, mark),
        buildElement("p", { class: "quiet-text" }, say("inText")),
        notes,
      );
    }
    const control = formControl(field, {
      id,
      say,
      onChange: (answer) => onEdit({ kind: "set", pointer, value: answer }),
    });
    const label =
      control.labelled === undefined
        ? buildElement("span", { class: "check-label", id: `${id}-label` }, field.label, mark)
        : buildElement(
            "label",
            { class: "check-label", for: control.labelled, id: `${id}-label` },
            field.label,
            mark,
          );
    const help = helpOf(field, `${id}-help`);
    holders.set(pointer, { notes, field, control, help: help[0]?.id, focus: () => control.focus() });
    control.show(value);
    return buildElement("div", { class: "check-field" }, label, ...help, control.element, notes);
  }

  function rows(field: FormField, pointer: string, value: JsonValue): HTMLElement {
    const items = Array.isArray(value) ? value : [];
    const notes = buildElement("ul", { class: "check-notes-here", id: `notes:${pointer}` });
    const add = buildElement(
      "button",
      { type: "button", class: "quiet", id: `add:${pointer}` },
      say("add", { label: field.label }),
    );
    add.addEventListener("click", () => onEdit({ kind: "add", pointer, value: blankRow(field, items) }));
    const none = buildElement("input", { type: "checkbox", id: `none:${pointer}` });
    none.checked = value === "none" || (Array.isArray(value) && items.length === 0);
    none.addEventListener("change", () => onEdit({ kind: "set", pointer, value: none.checked ? [] : null }));
    holders.set(pointer, { notes, field, control: undefined, help: undefined, focus: () => add.focus() });
    return buildElement(
      "div",
      { class: "check-rows" },
      ...helpOf(field),
      notes,
      ...items.map((item, index) => row(field, `${pointer}/${index}`, item, index)),
      buildElement(
        "p",
        { class: "check-actions" },
        add,
        items.length === 0 ? buildElement("label", {}, none, " ", say("none")) : undefined,
      ),
    );
  }

  function row(field: FormField, pointer: string, item: JsonValue, index: number): HTMLElement {
    const name = say("row", { label: field.label, n: index + 1 });
    const remove = buildElement("button", { type: "button", class: "quiet" }, say("remove", { label: name }));
    remove.addEventListener("click", () => {
      onEdit({ kind: "remove", pointer });
      document.getElementById(`add:${pointer.slice(0, pointer.lastIndexOf("/"))}`)?.focus();
    });
    return buildElement(
      "fieldset",
      { class: "check-row" },
      buildElement("legend", {}, name, nameOf(item)),
      block(field, pointer, item),
      buildElement("p", { class: "check-actions" }, remove),
    );
  }

  function helpOf(field: FormField, id?: string): readonly HTMLElement[] {
    const lines = field.input === "lines" ? [say("perLine")] : [];
    const text = [...(field.help === undefined ? [] : [`${field.help}.`]), ...lines].join(" ");
    return text === "" ? [] : [buildElement("p", { class: "quiet-text", id }, ...messageNodes(text))];
  }

  function visible(all: readonly FormField[], map: JsonObject, pointer: string): readonly FormField[] {
    return all.filter(
      ({ key, input, required }) =>
        input !== "fixed" && (required === true || Object.hasOwn(map, key) || context.isRevealed(pointer)),
    );
  }

  function moreButton(all: readonly FormField[], map: JsonObject, pointer: string): readonly HTMLElement[] {
    const asked = all.filter(({ input }) => input !== "fixed").length;
    const hidden = asked - visible(all, map, pointer).length;
    if (hidden === 0) return [];
    const button = buildElement(
      "button",
      { type: "button", class: "quiet check-more" },
      say("more", { n: hidden }),
    );
    button.addEventListener("click", () => context.onReveal(pointer));
    return [button];
  }

  const sections = visible(fields, value, "").map(section);
  return { elements: [...sections, ...moreButton(fields, value, "")], holders };
}
