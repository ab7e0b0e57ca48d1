import { valueAt } from "../engine/value-at.ts";
import { splice } from "../engine/verify-fix.ts";
import type { JsonValue } from "../model/document.ts";
import { loadDocument } from "../parse/load-document.ts";

/** What the first draft gets wrong: the value at each pointer, as it stands in the file. */
const MISTAKES: readonly (readonly [pointer: string, text: string])[] = [
  ["/system/functions/identification", "realtime_remote_1_n"],
  ["/supply_chain/parties/0/vendor", '"vendor:hikvision"'],
  ["/supply_chain/parties/0/name_as_written", "Hikvision"],
  ["/supply_chain/parties/1/vendor", '"vendor:hikvision"'],
  ["/supply_chain/parties/1/name_as_written", "Hikvision"],
  ["/supply_chain/parties/2/vendor", '"vendor:hvi-security"'],
  ["/supply_chain/parties/2/name_as_written", "HVI Security Solutions"],
  ["/supply_chain/parties/7/vendor", '"vendor:cetc"'],
  ["/supply_chain/parties/7/name_as_written", "CETC"],
  ["/supply_chain/devices/0/model", "DS-2CD2143"],
  ["/supply_chain/devices/0/brand", "Hikvision"],
  ["/supply_chain/devices/0/manufacturer", '"vendor:hikvision"'],
  ["/supply_chain/devices/0/manufacturer_as_written", "Hikvision"],
  ["/supply_chain/devices/0/mac_ouis/0", '"44:19:B6"'],
  ["/data/retention/0/period", "P90D"],
];

/** The first draft of a manifest that complies: the same file with a few values changed, and nothing else. */
export function firstDraft(text: string): string {
  let bytes: Uint8Array = new TextEncoder().encode(text);
  for (const [pointer, value] of MISTAKES) {
    const loaded = loadDocument(
      { file: "draft.yaml", bytes, mode: "100644" },
      { gate: false, kind: "Manifest" },
    );
    if (!loaded.ok || valueAt(loaded.document.value as unknown as JsonValue, pointer) === undefined) {
      throw new Error(`the manifest of the demonstration has nothing at ${pointer}`);
    }
    const { start, end } = loaded.document.locate(pointer);
    bytes = splice(bytes, { start, end, text: value });
  }
  return new TextDecoder().decode(bytes);
}
