import type { Fix } from "../../model/generated/report.ts";
import type { LiveWord } from "../../web/check/live-words.ts";
import type { Edit } from "./edit-value.ts";
import type { Engine } from "./engine.ts";
import type { Checked } from "./protocol.ts";
import type { TextEditor } from "./text-editor.ts";

/** What is being worked on: one text, by whatever way it is changed. */
export interface Session {
  /** The name of the file, where one was opened. */
  readonly file: string | undefined;
  readonly last: Checked | undefined;
  /** Takes over a text in place of the one there is; `bytes` are judged as they are until it is changed. */
  replace(text: string, opened?: { readonly file?: string; readonly bytes?: Uint8Array }): void;
  /** The text was changed by hand. */
  written(): void;
  edit(edit: Edit): void;
  fix(fixes: readonly Fix[]): void;
}

interface SessionContext {
  readonly engine: Engine;
  readonly editor: TextEditor;
  readonly asOf: HTMLInputElement;
  readonly undo: HTMLButtonElement;
  onChecking(): void;
  onChecked(checked: Checked): void;
  onFailure(error: unknown): void;
  onSaid(word: LiveWord): void;
}

/** Milliseconds without a key after which a text is judged. */
const PAUSE = 250;

/** What is kept of a file that was opened: a larger one is refused for its size all the same. */
const MOST_BYTES = 512 * 1024;

/** Starts a session. At most one check runs, and the last state is always judged in the end. */
export function createSession(context: SessionContext): Session {
  const { engine, editor, asOf, undo } = context;
  let file: string | undefined;
  let last: Checked | undefined;
  let opened: Uint8Array | undefined;
  let before: { readonly text: string; readonly file: string | undefined } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isStale = false;
  const edits: Edit[] = [];

  const bytesNow = () => (opened ?? new TextEncoder().encode(editor.text)).subarray(0, MOST_BYTES);

  async function work(): Promise<void> {
    clearTimeout(timer);
    isStale = true;
    if (isBusy) return;
    isBusy = true;
    context.onChecking();
    while (isStale) {
      isStale = false;
      try {
        await writeEdits();
        const checked = await engine.ask({ kind: "check", bytes: bytesNow(), asOf: asOf.value, file });
        last = checked;
        if (!isStale) context.onChecked(checked);
      } catch (error) {
        edits.length = 0;
        if (!isStale) context.onFailure(error);
      }
    }
    isBusy = false;
  }

  async function writeEdits(): Promise<void> {
    while (edits.length > 0) {
      const { text } = await engine.ask({ kind: "edit", text: editor.text, edits: edits.splice(0) });
      opened = undefined;
      editor.set(text);
    }
  }

  function keep(): void {
    before = { text: editor.text, file };
    undo.hidden = editor.text === "";
  }

  undo.addEventListener("click", () => {
    if (before === undefined) return;
    const { text } = before;
    ({ file } = before);
    keep();
    opened = undefined;
    editor.set(text);
    context.onSaid("undone");
    void work();
  });
  asOf.addEventListener("change", () => {
    if (asOf.validity.valid && editor.text !== "") void work();
  });

  return {
    get file() {
      return file;
    },
    get last() {
      return last;
    },
    replace(text, { file: name, bytes } = {}) {
      keep();
      file = name;
      opened = bytes;
      editor.set(text);
      if (editor.text.length < text.replace(/\r\n?/g, "\n").length) context.onSaid("tooLarge");
      else if (!undo.hidden) context.onSaid("replaced");
      void work();
    },
    written() {
      opened = undefined;
      context.onChecking();
      clearTimeout(timer);
      timer = setTimeout(() => void work(), PAUSE);
    },
    edit(edit) {
      edits.push(edit);
      void work();
    },
    async fix(fixes) {
      keep();
      const { text } = await engine.ask({ kind: "fix", bytes: bytesNow(), fixes });
      opened = undefined;
      editor.set(text);
      context.onSaid("fixed");
      void work();
    },
  };
}
