import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { effectRank } from "../engine/effect-order.ts";
import type { ReportDocument } from "../model/generated/report.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { Format } from "./formats.ts";
import { CLEAN, FOUND, type Io } from "./io.ts";
import { judgeSelected } from "./judge-selected.ts";
import type { Kept, KeptSort } from "./kept/open-kept.ts";
import { loadWorkspace, type Workspace } from "./open-workspace.ts";
import { printProblems } from "./print-problems.ts";
import { renderFormat } from "./render-format.ts";
import { tellInstalled } from "./select-manifests.ts";
import type { Survey } from "./survey-folder.ts";
import { tellUnreviewed } from "./tell-unreviewed.ts";
import { writeFixes } from "./write-fixes.ts";

/** What a run rests on beside its paths and options. */
export interface CheckedBy {
  readonly date: string;
  readonly formats: readonly Format[];
  readonly survey: Survey;
  /** What earlier runs kept; nothing where this one is to rest on none. */
  open(sort: KeptSort): Kept | undefined;
}

const NOW_STATED =
  "the file now states what stands on the right; set the system to it before this is merged\n";

/** Loads, judges, and prints the findings. Whatever it reads of manifests it reads through the survey. */
export async function checkAfresh(
  paths: readonly string[],
  options: CheckOptions,
  { date, formats, survey, open }: CheckedBy,
  io: Io,
): Promise<number> {
  const workspace = loadWorkspace(survey, { gate: options.gate, kept: open("documents") });
  if (workspace.problems.length > 0) return printProblems(workspace.problems, workspace.sources, io);
  tellInstalled(workspace, io);

  const kept = open("judgements");
  const by = { date, workspace, kept };
  let report = await judgeSelected(paths, options, by, io);
  if (options.fix) {
    const fixed = writeFixes(report.findings, workspace.root);
    if (fixed.length > 0) report = await judgeSelected(paths, options, by, io);
    for (const { file, line, key, from, to } of fixed) io.err(`${file}:${line}: ${key}: ${from} -> ${to}\n`);
    if (fixed.length > 0) io.err(NOW_STATED);
  }
  kept?.write();
  await print(report, formats, options, workspace, io);
  tellUnreviewed(
    report.findings.map(({ rule }) => rule),
    options.lang,
    workspace.bundle,
    io,
  );
  const threshold = effectRank(options.failOn);
  const found = report.findings.some(
    (finding) => finding.state === "open" && effectRank(finding.effect) >= threshold,
  );
  return found ? FOUND : CLEAN;
}

async function print(
  report: ReportDocument,
  formats: readonly Format[],
  options: CheckOptions,
  workspace: Workspace,
  io: Io,
): Promise<void> {
  for (const [index, format] of formats.entries()) {
    const target = options.output[index];
    const text = await renderFormat(report, format, {
      language: options.lang,
      failOn: options.failOn,
      color: target === undefined && io.terminal && !io.env.NO_COLOR,
      read: workspace.read,
      sources: workspace.sources,
    });
    if (target === undefined) io.out(text);
    else writeFileSync(resolve(io.cwd, target), text);
  }
}
