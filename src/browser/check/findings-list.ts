import { buildElement, directionOf, messageNodes } from "./build-element.ts";
import type { FindingView } from "./finding-view.ts";
import type { PageSettings } from "./page-settings.ts";

/** What a finding in the list can do. */
export interface FindingActions {
  toText(finding: FindingView): void;
  toField(finding: FindingView): void;
  /** Whether the form shows a field it stands at. */
  hasField(finding: FindingView): boolean;
  fix(finding: FindingView): void;
}

/** Shows the findings, worst first. Reasons that were open stay open, and the focus stays where it was. */
export function showFindings(
  list: HTMLElement,
  findings: readonly FindingView[],
  settings: PageSettings,
  actions: FindingActions,
): void {
  const open = new Set(
    [...list.querySelectorAll<HTMLElement>("details[open]")].map(({ dataset }) => dataset.key),
  );
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  const item = (finding: FindingView) => findingItem(finding, settings, actions, open);
  const now = findings.filter(({ standing }) => !LATER.has(standing));
  const later = findings.filter(({ standing }) => LATER.has(standing));
  list.replaceChildren(
    ...now.map(item),
    ...(later.length === 0 ? [] : [laterItem(later.map(item), settings, open)]),
  );
  if (focused === undefined || focused === "") return;
  list.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

/** Not held against the system today: announced, waived or approved. */
const LATER: ReadonlySet<FindingView["standing"]> = new Set(["upcoming", "waived", "approved"]);

function laterItem(
  items: readonly HTMLElement[],
  { say }: PageSettings,
  open: ReadonlySet<string | undefined>,
): HTMLElement {
  const summary = buildElement("summary", {}, say("later", { n: items.length }));
  const details = buildElement(
    "details",
    { "data-key": "later", class: "check-later", open: open.has("later") },
    summary,
    buildElement("ol", {}, ...items),
  );
  return buildElement("li", { class: "check-finding" }, details);
}

const KINDS: Readonly<Record<FindingView["standing"], string>> = {
  block: "fail",
  approve: "wait",
  warn: "wait",
  note: "open",
  upcoming: "open",
  waived: "open",
  approved: "open",
};

function findingItem(
  finding: FindingView,
  settings: PageSettings,
  actions: FindingActions,
  open: ReadonlySet<string | undefined>,
): HTMLElement {
  const { say } = settings;
  const key = `${finding.label} ${finding.fingerprint}`;
  const details = buildElement(
    "details",
    { "data-key": `${key} more`, open: open.has(`${key} more`) },
    buildElement("summary", {}, say("reasons")),
    reasons(finding, settings),
  );
  return buildElement(
    "li",
    { class: `check-finding ${KINDS[finding.standing]}` },
    buildElement(
      "p",
      { class: "check-finding-head" },
      buildElement("span", { class: `badge ${KINDS[finding.standing]}` }, finding.standingWord),
      " ",
      buildElement(
        "span",
        { class: "quiet-text" },
        buildElement("bdi", { dir: "ltr" }, finding.label),
        `  ${finding.title}`,
      ),
    ),
    buildElement(
      "p",
      { class: "check-message", dir: directionOf(finding.message) },
      ...messageNodes(finding.message),
    ),
    finding.help === undefined
      ? undefined
      : buildElement(
          "p",
          { class: "check-help", dir: directionOf(finding.help) },
          ...messageNodes(finding.help),
        ),
    buildElement("div", { class: "check-actions" }, ...buttons(finding, key, settings, actions)),
    details,
  );
}

function buttons(
  finding: FindingView,
  key: string,
  { say }: PageSettings,
  actions: FindingActions,
): readonly HTMLElement[] {
  const button = (name: string, label: string, act: (finding: FindingView) => void) => {
    const element = buildElement(
      "button",
      { type: "button", class: "quiet", "data-key": `${key} ${name}` },
      label,
    );
    element.addEventListener("click", () => act(finding));
    return element;
  };
  if (finding.elsewhere !== undefined)
    return [buildElement("span", { class: "quiet-text" }, say("inFile", { file: finding.elsewhere }))];
  return [
    ...(finding.fix === undefined
      ? []
      : [button("fix", say("fix", { text: finding.fix.text }), actions.fix)]),
    ...(actions.hasField(finding) ? [button("field", say("toField"), actions.toField)] : []),
    button("text", say("toText", { line: finding.line }), actions.toText),
  ];
}

function reasons(
  { title, rule, label, notes, frame }: FindingView,
  { say, ruleAt }: PageSettings,
): HTMLElement {
  const rows = notes.flatMap(([name, text]) => [
    buildElement("dt", {}, name),
    buildElement("dd", { dir: directionOf(text) }, ...messageNodes(text)),
  ]);
  const link =
    rule === undefined ? undefined : buildElement("a", { href: ruleAt(rule) }, `${label}: ${title}`);
  return buildElement(
    "div",
    {},
    frame === undefined
      ? undefined
      : buildElement("pre", { dir: "ltr", tabindex: 0 }, `${frame.line}\n${frame.mark}`),
    link === undefined ? buildElement("p", {}, title) : buildElement("p", {}, `${say("rule")}: `, link),
    buildElement("dl", { class: "check-notes" }, ...rows),
  );
}
