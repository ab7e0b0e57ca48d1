import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { testPolicies } from "../../change/mutants/test-policies.ts";
import { summaryOf } from "../../change/mutants/test-summary.ts";
import { exampleWorld } from "../../engine/example-world.ts";
import { EXAMPLE_FILES, type PageExample, pageExamples } from "../../engine/page-examples.ts";
import { readSource } from "../../workspace/read-source.ts";
import { CLEAN, FAILED, FOUND, type Io } from "../io.ts";
import { openWorkspace, type Workspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { testJson } from "../test-json.ts";
import { testText } from "../test-text.ts";
import { UsageError } from "../usage-error.ts";

interface TestOptions {
  readonly policies?: string;
  readonly format: "text" | "json";
}

/** Runs the page examples of policies and tries the mutants of their rules; clean where all hold and none survives. */
export async function testCommand(names: readonly string[], options: TestOptions, io: Io): Promise<number> {
  const workspace = openWorkspace(io, { policies: options.policies, gate: false });
  const { bundle, problems, sources } = workspace;
  const examples = examplesOf(names, workspace);
  const asked = new Set(
    bundle.policyDocuments.filter(({ value }) => examples.has(value.id)).map(({ file }) => file),
  );
  // What is wrong with a policy that was not asked for fails the run, and hides nothing about those that were.
  const elsewhere =
    names.length > 0 &&
    problems.every(({ kind, location }) => kind === "Policy" && !asked.has(location.file));
  if (problems.length > 0) {
    const code = printProblems(problems, sources, io);
    if (!elsewhere) return code;
  }
  const world = exampleWorld(bundle, exampleSources(workspace));
  const tests = testPolicies(bundle, examples, world);
  const summary = summaryOf(tests);
  io.out(
    options.format === "json"
      ? testJson(tests, summary)
      : testText(tests, summary, { color: io.terminal && !io.env.NO_COLOR }),
  );
  if (problems.length > 0) return FAILED;
  return summary.clean ? CLEAN : FOUND;
}

/** The examples of the page beside each policy asked for, by the policy's id; none where a policy has no page. */
function examplesOf(
  names: readonly string[],
  { bundle, policies }: Workspace,
): ReadonlyMap<string, readonly PageExample[]> {
  const ids = bundle.policyDocuments.map(({ value }) => value.id);
  const wanted = names.map((name) => name.replace(/^policies\//, "").replace(/\/(policy\.yaml)?$/, ""));
  const stray = wanted.find((name) => !ids.includes(name));
  if (stray !== undefined)
    throw new UsageError(`there is no policy \`${stray}\``, `name one of ${ids.join(", ")}`);
  const asked = bundle.policyDocuments.filter(
    ({ value }) => wanted.length === 0 || wanted.includes(value.id),
  );
  return new Map(
    asked.map(({ file, value }) => {
      const page = file.replace(/[^/]*$/, "README.md");
      const path = join(policies, page.replace(/^policies\//, ""));
      return [value.id, existsSync(path) ? readExamples(page, readFileSync(path, "utf8")) : []];
    }),
  );
}

function readExamples(page: string, text: string): readonly PageExample[] {
  try {
    return pageExamples(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${page}: ${message}`, "correct the line above the example");
  }
}

/** The files that examples are laid over, named as if they stood in `policies/`. */
function exampleSources({ policies }: Workspace) {
  return Object.values(EXAMPLE_FILES).flatMap(({ file }) => {
    const inside = file.replace(/^policies\//, "");
    return existsSync(join(policies, inside)) ? [{ ...readSource(policies, inside), file }] : [];
  });
}
