import type { SystemKindName } from "../../forms/system-kinds.ts";
import type { CheckManifest } from "../../web/check/check-data.ts";
import { elementOf } from "./build-element.ts";
import type { Session } from "./create-session.ts";
import type { Engine } from "./engine.ts";

interface BeginContext {
  readonly engine: Engine;
  readonly manifests: readonly CheckManifest[];
  readonly session: Session;
}

/** The ways to begin: a form for a kind of system, a manifest of the site, a file that is chosen or dropped. */
export function whereToBegin({ engine, manifests, session }: BeginContext): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-begin]")) {
    button.addEventListener("click", async () => {
      // The page names the kinds that templates exist for.
      const kind = button.dataset.begin as SystemKindName;
      const { text } = await engine.ask({ kind: "begin", with: kind });
      session.replace(text);
    });
  }

  const example = elementOf("check-example", HTMLSelectElement);
  example.addEventListener("change", () => {
    const manifest = manifests.find(([file]) => file === example.value);
    if (manifest !== undefined) session.replace(manifest[1], { file: manifest[0] });
  });

  const chooser = elementOf("check-file", HTMLInputElement);
  chooser.addEventListener("change", () => openFile(chooser.files?.[0]));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    openFile(file);
  });

  async function openFile(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.slice(0, MOST).arrayBuffer());
    session.replace(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), { bytes });
  }
}

/** Bytes opened of a file: enough to see that it is over the limit. */
const MOST = 512 * 1024;
