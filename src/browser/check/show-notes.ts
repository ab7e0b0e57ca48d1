import { buildElement, messageNodes } from "./build-element.ts";
import type { Holder } from "./draw-form.ts";
import type { FindingView } from "./finding-view.ts";

/** What is still to come, or decided already, is in the list of findings alone. */
const NOW: ReadonlySet<FindingView["standing"]> = new Set(["block", "approve", "warn", "note"]);

/** Shows each finding at the place of the form nearest to it, and ties it to the control there. */
export function showNotes(
  holders: ReadonlyMap<string, Holder>,
  findings: readonly FindingView[],
  holderOf: (pointer: string) => string | undefined,
): void {
  const byHolder = new Map<string, FindingView[]>();
  for (const finding of findings) {
    if (finding.elsewhere !== undefined || !NOW.has(finding.standing)) continue;
    const at = holderOf(finding.pointer);
    if (at !== undefined) byHolder.set(at, [...(byHolder.get(at) ?? []), finding]);
  }
  for (const [pointer, { notes, control, help }] of holders) {
    const here = byHolder.get(pointer) ?? [];
    notes.replaceChildren(
      ...here.map(({ standing, standingWord, message }) =>
        buildElement(
          "li",
          { class: standing },
          buildElement("strong", {}, `${standingWord}: `),
          ...messageNodes(message),
        ),
      ),
    );
    notes.hidden = here.length === 0;
    const ids = [...(help === undefined ? [] : [help]), ...(here.length === 0 ? [] : [notes.id])];
    control?.describe(
      ids,
      here.some(({ standing }) => standing === "block"),
    );
  }
}
