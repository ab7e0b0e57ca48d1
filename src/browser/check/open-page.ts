import type { CheckData } from "../../web/check/check-data.ts";
import { buildElement, elementOf } from "./build-element.ts";
import { createSession, type Session } from "./create-session.ts";
import { type Engine, EngineError, startEngine } from "./engine.ts";
import type { FindingView } from "./finding-view.ts";
import { showFindings } from "./findings-list.ts";
import { type FormPanel, formPanel } from "./form-panel.ts";
import { type PageSettings, pageSettings } from "./page-settings.ts";
import type { Checked } from "./protocol.ts";
import { showTabs } from "./show-tabs.ts";
import { takeAway } from "./take-away.ts";
import { textEditor } from "./text-editor.ts";
import { whereToBegin } from "./where-to-begin.ts";

/** Opens the check page: loads the rules, then judges whatever is written, at every pause. */
export async function openPage(root: HTMLElement): Promise<void> {
  const settings = pageSettings(root);
  const { say } = settings;
  const verdict = elementOf("check-verdict", HTMLElement);
  verdict.textContent = say("loading");
  root.setAttribute("aria-busy", "true");
  const loaded = await load(settings);
  root.removeAttribute("aria-busy");
  if (loaded === undefined) {
    verdict.textContent = say("notLoaded");
    return;
  }
  const { data, engine, fields } = loaded;
  verdict.textContent = say("waiting");

  const tabs = showTabs(["form", "text"]);
  const editor = textEditor(
    elementOf("check-editor", HTMLTextAreaElement),
    elementOf("check-gutter", HTMLElement),
    {
      onInput: () => session.written(),
      onLarge: (text) => session.replace(text, { bytes: new TextEncoder().encode(text) }),
    },
  );
  const session: Session = createSession({
    engine,
    editor,
    asOf: elementOf("check-as-of", HTMLInputElement),
    undo: elementOf("check-undo", HTMLButtonElement),
    onChecking: () => root.setAttribute("aria-busy", "true"),
    onChecked: (checked) => showChecked(checked),
    onFailure: (error) => showFailure(error),
    onSaid: (word) => announce(say(word)),
  });
  const form: FormPanel = formPanel(elementOf("check-form", HTMLElement), {
    fields,
    say,
    onEdit: (edit) => session.edit(edit),
  });
  const toText = ({ start, end }: FindingView) => {
    tabs.show("text");
    editor.select(start, end);
  };
  const actions = {
    toText,
    toField({ pointer }: FindingView) {
      tabs.show("form");
      form.focus(pointer);
    },
    hasField: ({ pointer }: FindingView) => form.holderOf(pointer) !== undefined,
    fix: ({ fix }: FindingView) => fix !== undefined && session.fix([fix]),
  };
  const report = elementOf("check-report", HTMLButtonElement);
  const fixAll = elementOf("check-fix-all", HTMLButtonElement);
  let fixes: readonly NonNullable<FindingView["fix"]>[] = [];
  fixAll.addEventListener("click", () => session.fix(fixes));

  function showChecked(checked: Checked): void {
    root.removeAttribute("aria-busy");
    form.show(checked.value, checked.findings);
    editor.mark(checked.findings);
    showVerdict(verdict, checked, settings);
    showFindings(elementOf("check-findings", HTMLElement), checked.findings, settings, actions);
    fixes = checked.findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
    fixAll.hidden = fixes.length === 0;
    report.disabled = false;
    announce(`${say(checked.verdict)} ${checked.summary}.`);
  }

  function showFailure(error: unknown): void {
    root.removeAttribute("aria-busy");
    const word = error instanceof EngineError && error.reason === "too-long" ? "tooLong" : "failed";
    verdict.replaceChildren(buildElement("p", { class: "check-state fail" }, say(word)));
    elementOf("check-findings", HTMLElement).replaceChildren();
    editor.mark([]);
    fixAll.hidden = true;
    announce(say(word));
  }

  whereToBegin({ engine, manifests: data.manifests, session });
  takeAway({ session, editor, settings, announce });
}

async function load(settings: PageSettings) {
  try {
    const response = await fetch(settings.data);
    if (!response.ok) return undefined;
    // The site wrote it for this script.
    const data = (await response.json()) as CheckData;
    const engine: Engine = startEngine(
      settings.worker,
      { kind: "open", data, language: settings.language },
      settings.limit,
    );
    const { form } = await engine.ask({ kind: "open", data, language: settings.language });
    return { data, engine, fields: form };
  } catch {
    return undefined;
  }
}

let saying: ReturnType<typeof setTimeout> | undefined;

/** Says it to screen readers once the reader has paused. */
function announce(text: string): void {
  clearTimeout(saying);
  saying = setTimeout(() => {
    elementOf("check-said", HTMLElement).textContent = text;
  }, 900);
}

const KINDS = { pass: "pass", "needs-approval": "wait", fail: "fail" } as const;

function showVerdict(
  place: HTMLElement,
  { verdict, isRead, tier, summary }: Checked,
  { say }: PageSettings,
): void {
  elementOf("check-jump", HTMLElement).replaceChildren(
    buildElement("a", { href: "#check-result" }, say(isRead ? verdict : "unread")),
  );
  place.replaceChildren(
    buildElement("p", { class: `check-state ${KINDS[verdict]}` }, say(isRead ? verdict : "unread")),
    buildElement("p", {}, `${summary}.`),
    ...(isRead
      ? [buildElement("p", { class: "check-tier" }, tier === null ? say("tierOpen") : say("tier", { tier }))]
      : []),
  );
}
