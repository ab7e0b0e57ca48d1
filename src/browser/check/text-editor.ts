import type { Standing } from "../../render/tally.ts";
import type { FindingView } from "./finding-view.ts";

/** The text area with the numbers of its lines and a sign at those with findings. */
export interface TextEditor {
  readonly text: string;
  /** Shows a text; of one that no check would read, the beginning. */
  set(text: string): void;
  /** Shows which lines have findings; the signs repeat what the list of findings says. */
  mark(findings: readonly FindingView[]): void;
  select(start: number, end: number): void;
}

const SIGNS: Readonly<Record<Standing, string>> = {
  block: "✕",
  approve: "!",
  warn: "!",
  note: "?",
  upcoming: "?",
  waived: "",
  approved: "",
};

/** Lines that get a number: more than any file within the limit that a person wrote. */
const NUMBERED = 5000;

/** Characters of the largest text that is read. */
const LARGEST = 64 * 1024;

/** Characters that are shown of a text that is larger, or has more lines than get a number. */
const BEGINNING = 4096;

/** Lines from which on browsers take seconds, or give up, over a paste that they can undo by themselves. */
const MANY = 1000;

interface EditorContext {
  onInput(): void;
  /** A text was pasted in place of everything that is larger than what an editor shows. */
  onLarge(text: string): void;
}

/** Makes an editor of a text area and the element beside it. Tab leaves it, as everywhere on the page. */
export function textEditor(
  area: HTMLTextAreaElement,
  gutter: HTMLElement,
  { onInput, onLarge }: EditorContext,
): TextEditor {
  let signs: ReadonlyMap<number, string> = new Map();
  let isDue = false;
  const number = () => {
    isDue = false;
    const lines = Math.min(NUMBERED, area.value.split("\n").length);
    const width = String(lines).length;
    gutter.textContent = Array.from(
      { length: lines },
      (_, index) => `${signs.get(index + 1) ?? " "} ${String(index + 1).padStart(width)}`,
    ).join("\n");
    gutter.scrollTop = area.scrollTop;
  };
  // Some browsers tell of a long paste line by line: the lines are counted once it is there.
  const numberSoon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(number);
  };
  area.addEventListener("scroll", () => {
    gutter.scrollTop = area.scrollTop;
  });
  area.addEventListener("input", () => {
    numberSoon();
    onInput();
  });
  area.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const isLarge = isTooLarge(text);
    if (!isLarge && !hasMore(text, MANY) && !hasMore(area.value, MANY)) return;
    event.preventDefault();
    if (isLarge) return onLarge(text);
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    numberSoon();
    onInput();
  });
  numberSoon();
  return {
    get text() {
      return area.value;
    },
    set(text) {
      area.value = isTooLarge(text) ? text.slice(0, BEGINNING) : text;
      numberSoon();
    },
    mark(findings) {
      const here = findings.filter(({ elsewhere }) => elsewhere === undefined);
      // Worst first: the first sign of a line is the one that stays.
      signs = new Map(here.toReversed().map(({ line, standing }) => [line, SIGNS[standing]]));
      numberSoon();
    },
    select(start, end) {
      area.focus();
      area.setSelectionRange(start, end);
      const line = area.value.slice(0, start).split("\n").length - 1;
      const height = Number.parseFloat(getComputedStyle(area).lineHeight);
      area.scrollTop = Math.max(0, line * height - area.clientHeight / 3);
      area.scrollLeft = 0;
    },
  };
}

function isTooLarge(text: string): boolean {
  return text.length > LARGEST || hasMore(text, NUMBERED);
}

function hasMore(text: string, lines: number): boolean {
  return text.split("\n", lines + 1).length > lines;
}
