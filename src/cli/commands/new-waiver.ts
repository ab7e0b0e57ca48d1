import { evaluate } from "../../engine/evaluate.ts";
import type { Submitted } from "../../engine/submitted.ts";
import type { Finding } from "../../model/generated/report.ts";
import { waiverFile } from "../../render/waiver-file.ts";
import { asOf } from "../as-of.ts";
import { findManifest } from "../find-manifest.ts";
import { CLEAN, type Io } from "../io.ts";
import { loadWorkspace, type Workspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { surveyFolder } from "../survey-folder.ts";
import { UsageError } from "../usage-error.ts";
import { workspaceSurroundings } from "../workspace-surroundings.ts";
import { type NewFileOptions, writeNew } from "../write-new.ts";

interface NewWaiverOptions extends NewFileOptions {
  readonly asOf?: string;
  readonly policies?: string;
}

/** Writes a waiver for each open finding of a rule in a manifest, with what a person must decide left blank. */
export async function newWaiver(
  rule: string,
  manifest: string,
  options: NewWaiverOptions,
  io: Io,
): Promise<number> {
  const date = asOf(options.asOf, io);
  const survey = surveyFolder(io, options.policies);
  // A shell makes the file that the answer is sent to before the command starts.
  const sources = survey.sources.filter(({ file, bytes }) => bytes.length > 0 || !WAIVERS.test(file));
  const workspace = loadWorkspace({ ...survey, sources }, { gate: true });
  if (workspace.problems.length > 0) return printProblems(workspace.problems, workspace.sources, io);
  const submitted = isBeside(manifest, workspace) ? [] : [findManifest(manifest, io.cwd, workspace)];
  const report = evaluate(workspace.bundle, submitted, {
    asOf: date,
    language: "en",
    surroundings: workspaceSurroundings(submitted, workspace),
    judges: (row, concerns) => row.id === manifest || (concerns && row.row.subject === "concentration"),
  });
  const found = report.findings.filter((finding) => finding.rule === rule);
  const open = found.filter(({ state }) => state === "open");
  if (open.length === 0) throw nothingOpen(rule, manifest, found, { workspace, submitted, date });
  if (!open.every((finding) => finding.waivable)) {
    throw new UsageError(`no waiver of \`${rule}\` is ever valid`, "change the system so that it complies");
  }
  const text = open.map((finding) => waiverFile(finding, date)).join("---\n");
  writeNew(text, open.length > 1 ? {} : options, io);
  if (open.length > 1)
    io.err(`${open.length} findings: each waiver goes into a file of its own under \`waivers/\`\n`);
  return CLEAN;
}

const WAIVERS = /(^|\/)(waivers|approvals)\//;

/** Why there is nothing to waive: no such rule, none of its findings, or none that holds anybody up yet. */
function nothingOpen(
  rule: string,
  manifest: string,
  found: readonly Finding[],
  {
    workspace,
    submitted,
    date,
  }: { readonly workspace: Workspace; readonly submitted: readonly Submitted[]; readonly date: string },
): UsageError {
  const { rules } = workspace.bundle.rulesOn(date);
  if (!rules.some(({ id }) => id === rule))
    return new UsageError(`there is no rule \`${rule}\``, "name one as findings do, such as RET-01");
  const coming = found.find(({ state }) => state === "upcoming")?.upcoming;
  if (coming !== undefined && coming !== null)
    return new UsageError(
      `what \`${manifest}\` has of \`${rule}\` is upcoming and holds nobody up yet${coming.from === null ? "" : ` (${coming.from})`}`,
      "a waiver is for an open finding: ask for one when the rule binds",
    );
  return new UsageError(
    `\`${manifest}\` has no open finding of \`${rule}\``,
    `run \`${["bylaw check", ...submitted.map(({ source }) => source.file)].join(" ")}\` to see what is open`,
  );
}

/** Whether a name is the id of an arrangement or a list, whose findings are waived in its own name. */
function isBeside(name: string, { bundle }: Workspace): boolean {
  const ids = [
    ...bundle.arrangements.map(({ value }) => value.id),
    ...bundle.registry.lists().map(({ id }) => id),
  ];
  return ids.includes(name);
}
