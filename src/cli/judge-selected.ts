import { evaluate } from "../engine/evaluate.ts";
import { type KeptValues, NOTHING_KEPT } from "../engine/kept/kept-values.ts";
import { type KeptOptions, planEvaluation } from "../engine/kept/plan-evaluation.ts";
import { foldedBy, takeUp, type Unopened } from "../engine/kept/unopened.ts";
import { placementFindings } from "../engine/placement-findings.ts";
import type { ReportDocument } from "../model/generated/report.ts";
import type { Source } from "../model/source.ts";
import { loadDocument } from "../parse/load-document.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { Io } from "./io.ts";
import { onlyChanged } from "./only-changed.ts";
import type { Workspace } from "./open-workspace.ts";
import { selectManifests } from "./select-manifests.ts";
import { prepareJudging } from "./threads/judging.ts";
import { UsageError } from "./usage-error.ts";
import { workspaceSurroundings } from "./workspace-surroundings.ts";

/** What manifests are judged by, and what earlier runs kept of them. */
interface JudgedBy {
  readonly date: string;
  readonly workspace: Workspace;
  readonly kept: KeptValues | undefined;
}

/** Up to this many files both parsers read every one, as the app does; beyond it, only where `--gate` asks. */
const GATED_UP_TO = 100;

/** The report on what the paths select. */
export async function judgeSelected(
  paths: readonly string[],
  options: CheckOptions,
  { date, workspace, kept }: JudgedBy,
  io: Io,
): Promise<ReportDocument> {
  const selected = selectManifests(paths, io.cwd, workspace);
  const { arrangements, waivers } = workspace.bundle;
  const nothing =
    selected.beside === "all" ? arrangements.length + waivers.length === 0 : selected.beside.size === 0;
  if (selected.manifests.length === 0 && selected.others.length === 0 && nothing) {
    throw new UsageError(
      paths.length === 0
        ? "no manifest was found here"
        : `no manifest was found under ${paths.map((path) => `\`${path}\``).join(", ")}`,
      "name files or folders, or set `manifests` in `.github/bylaw.yml`",
    );
  }
  const { manifests, others, beside } =
    options.changedSince === undefined
      ? selected
      : onlyChanged(selected, options.changedSince, workspace, io);
  const gate = options.gate || manifests.length <= GATED_UP_TO;
  if (!gate)
    io.err(`${manifests.length} files: read by one parser; \`--gate\` asks a second one about each\n`);
  const load = (source: Source) => loadDocument(source, { gate, kind: "Manifest" });
  const reading = gate ? "two readers" : "one reader";
  const files = manifests.map((file) =>
    takeUp(workspace.read(file), foldedBy(load), { kept: kept ?? NOTHING_KEPT, reading }),
  );
  const judging = prepareJudging(
    workspace.bundle,
    { sources: workspace.sources, gate, asOf: date, language: options.lang },
    { build: io.build, asked: options.threads },
  );
  try {
    await judging.read(files);
    const { findings, passedOver } = placementOf(files, others, workspace);
    if (passedOver > 0)
      io.err(`${passedOver} other YAML or JSON ${passedOver === 1 ? "file is" : "files are"} no manifest\n`);
    const judged: KeptOptions = {
      asOf: date,
      language: options.lang,
      before: findings(options.lang),
      judges: (row, concerns) => concerns || beside === "all" || beside.has(row.document.file),
    };
    const chosen = new Set(manifests);
    const whole = workspace.files.every((file) => chosen.has(file) || workspace.classOf(file) !== "manifest");
    const plan = whole ? planEvaluation(workspace.bundle, files, judged, kept ?? NOTHING_KEPT) : undefined;
    if (plan !== undefined) return plan.report(await judging.judge(plan));
    const submitted = files.map(({ open }) => open());
    const surroundings = workspaceSurroundings(submitted, workspace);
    return evaluate(workspace.bundle, submitted, { ...judged, surroundings });
  } finally {
    await judging.close();
  }
}

/** Findings about where files stand, as for a change that adds all of them. */
function placementOf(files: readonly Unopened[], others: readonly string[], workspace: Workspace) {
  const stray = others.map(workspace.read);
  const head = [...files.map(({ source }) => source), ...stray];
  const byFile = new Map(files.map((file) => [file.source.file, file]));
  const placement = placementFindings(
    {
      base: [],
      head,
      changes: head.map(({ file }) => ({ file, status: "added" })),
      named: new Set(byFile.keys()),
    },
    workspace.classOf,
    (source) => {
      const loaded = byFile.get(source.file)?.open().loaded;
      return loaded?.ok ? loaded.document : undefined;
    },
    ({ file }) => byFile.get(file)?.names()?.id,
  );
  return {
    findings: placement.findings,
    passedOver:
      stray.length - placement.misplacements.filter(({ rule }) => rule.endsWith("-misplaced")).length,
  };
}
