import type { Document, DocumentKind, JsonValue } from "../model/document.ts";
import { createLocator, type Locator } from "./locator.ts";

/** The document of a text whose value was found to be of a kind, now or in a run before. */
export function documentOf(
  file: string,
  text: string,
  { kind, value }: { readonly kind: DocumentKind; readonly value: JsonValue },
  locator: Locator = createLocator(file, text),
): Document {
  return {
    file,
    kind,
    text,
    value,
    locate: (pointer) => locator.span(locator.value(pointer)),
    locateKey: (pointer) => locator.span(locator.key(pointer)),
  };
}
