import { elementOf } from "./build-element.ts";
import type { Session } from "./create-session.ts";
import type { PageSettings } from "./page-settings.ts";
import type { TextEditor } from "./text-editor.ts";

interface TakeContext {
  readonly session: Session;
  readonly editor: TextEditor;
  readonly settings: PageSettings;
  announce(text: string): void;
}

/** Longest address that GitHub and browsers take without cutting it. */
const LONGEST = 8000;

/** The ways to take a manifest away: as a file, as a copy, as a report, as an issue that is filled in and not sent. */
export function takeAway({ session, editor, settings, announce }: TakeContext): void {
  const { say, repository } = settings;
  const name = () => (session.last?.file ?? "manifest.yaml").replace(/^.*\//, "");

  elementOf("check-download", HTMLButtonElement).addEventListener("click", () => {
    download(editor.text, name(), "application/yaml");
  });
  elementOf("check-copy", HTMLButtonElement).addEventListener("click", async () => {
    const isCopied = await navigator.clipboard.writeText(editor.text).then(
      () => true,
      () => false,
    );
    announce(say(isCopied ? "copied" : "notCopied"));
  });
  const report = elementOf("check-report", HTMLButtonElement);
  report.addEventListener("click", () => {
    const text = session.last?.report;
    if (text !== undefined)
      download(text, `${name().replace(/\.ya?ml$/, "")}.report.json`, "application/json");
  });

  const issue = document.getElementById("check-issue");
  if (!(issue instanceof HTMLAnchorElement)) return;
  issue.addEventListener("click", () => {
    const longest = Math.max(2, ...(editor.text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = "`".repeat(longest + 1);
    const body = `${say("issueBody")}\n\n${fence}yaml\n${editor.text}\n${fence}\n`;
    const address = issueAddress(repository, name(), body);
    const isLong = address.length > LONGEST;
    issue.href = isLong ? issueAddress(repository, name(), `${say("issueBody")}\n\n`) : address;
    if (isLong) announce(say("issueLong"));
  });
}

function issueAddress(repository: string, title: string, body: string): string {
  return `${repository}/issues/new?${new URLSearchParams({ title, body })}`;
}

function download(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
