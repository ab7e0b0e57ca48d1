import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { testPolicies } from "../../change/mutants/test-policies.ts";
import { summaryOf } from "../../change/mutants/test-summary.ts";
import { exampleWorld } from "../../engine/example-world.ts";
import { EXAMPLE_FILES } from "../../engine/page-examples.ts";
import { type PolicyExamples, policyExamples } from "../../engine/policy-examples.ts";
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

/** Runs the page examples of policies and tries the mutants of what they say; clean where all hold and none survives. */
export async function testCommand(names: readonly string[], options: TestOptions, io: Io): Promise<number> {
  const workspace = openWorkspace(io, { policies: options.policies, gate: false });
  const { bundle, problems, sources } = workspace;
  const only = askedFor(names, workspace);
  const asked = new Set(
    bundle.policyDocuments.filter(({ value }) => only.has(value.id)).map(({ file }) => file),
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
  const tests = testPolicies(bundle, pagesOf(only, workspace), world, { only, witnesses: true });
  const summary = summaryOf(tests);
  io.out(
    options.format === "json"
      ? testJson(tests, summary)
      : testText(tests, summary, { color: io.terminal && !io.env.NO_COLOR }),
  );
  if (problems.length > 0) return FAILED;
  return summary.clean ? CLEAN : FOUND;
}

/** The ids of the policies asked for; all where none is named. */
function askedFor(names: readonly string[], { bundle }: Workspace): ReadonlySet<string> {
  const ids = bundle.policyDocuments.map(({ value }) => value.id);
  const wanted = names.map((name) => name.replace(/^policies\//, "").replace(/\/(policy\.yaml)?$/, ""));
  const stray = wanted.find((name) => !ids.includes(name));
  if (stray !== undefined)
    throw new UsageError(`there is no policy \`${stray}\``, `name one of ${ids.join(", ")}`);
  return new Set(wanted.length === 0 ? ids : wanted);
}

/**
 * The examples of the page beside each policy, by the policy's id; none where a policy has no page. Of policies that are
 * not asked for a page that cannot be read shows nothing.
 */
function pagesOf(
  asked: ReadonlySet<string>,
  { bundle, policies }: Workspace,
): ReadonlyMap<string, PolicyExamples> {
  return new Map(
    bundle.policyDocuments.map(({ file, value: { id } }) => {
      const page = file.replace(/[^/]*$/, "README.md");
      const path = join(policies, page.replace(/^policies\//, ""));
      const text = existsSync(path) ? readFileSync(path, "utf8") : "";
      return [id, readExamples(page, text, asked.has(id))];
    }),
  );
}

function readExamples(page: string, text: string, isAsked: boolean): PolicyExamples {
  try {
    return policyExamples(text);
  } catch (error) {
    if (!isAsked) return { rules: [], tiers: [] };
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
