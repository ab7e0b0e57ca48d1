import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PullRef } from "../../standin/pulls.ts";
import { listFiles } from "../../workspace/list-files.ts";
import { firstDraft } from "../demo-manifest.ts";
import { startDemoPair } from "../demo-pair.ts";
import { changePolicy } from "../demo-policy-change.ts";
import { pullRequestText } from "../demo-text.ts";
import { CLEAN, FAILED, type Io } from "../io.ts";
import { packageRoot } from "../package-root.ts";
import { UsageError } from "../usage-error.ts";

interface DemoOptions {
  readonly once: boolean;
  readonly port: string;
}

/** The date everything in the demonstration is judged for, so that it says the same every time. */
const AS_OF = "2026-11-23";
const FILE = "manifests/il-9900-cam-market.yaml";
const BRANCH = "market-cameras";

/**
 * The main job from end to end: the real app, started against a stand-in for GitHub, reviews a pull request
 * with a manifest that must not pass, and then its fix; then one that shortens retention for several municipalities.
 * Fails unless the first review fails, the second succeeds and the third waits for its owner and says what flips.
 */
export async function demo(options: DemoOptions, io: Io): Promise<number> {
  const stay = !options.once && io.terminal;
  const fixed = readFileSync(join(packageRoot(), "policies/example.yaml"), "utf8");
  const pair = await startDemoPair(AS_OF, { port: stay ? portOf(options.port) : 0 });
  const { github } = pair;
  try {
    const files = baseFiles();
    const repository = github.createRepository({
      owner: "gan-alonim",
      name: "city-systems",
      files,
    });
    const push = (message: string, text: string) =>
      github.commit(repository, BRANCH, { message, author: "dana", files: { [FILE]: text } });

    push("Declare the market cameras", firstDraft(fixed));
    const { number } = github.openPullRequest(repository, {
      title: "Market square cameras",
      head: BRANCH,
      author: "dana",
    });
    await pair.quiet();
    const first = conclusion();
    io.out(`── first push: what the app said ──\n\n${pullRequestText(github, repository, number)}\n`);

    push("Delete after seven days, identify nobody, name the real maker", fixed);
    await pair.quiet();
    io.out(`── after the fix ──\n\n${pullRequestText(github, repository, number)}\n`);

    const { pull: policy, reviewed } = await changePolicy(pair, files);
    io.out(`── a change of policy ──\n\n${pullRequestText(github, policy.repository, policy.number)}\n`);

    if (stay) {
      // The first draft again, on a branch of its own, so that the page can show a review with findings beside one without.
      github.commit(repository, `${BRANCH}-draft`, {
        message: "Declare the market cameras",
        author: "dana",
        files: { [FILE]: firstDraft(fixed) },
      });
      const draft = github.openPullRequest(repository, {
        title: "Market square cameras, first draft",
        head: `${BRANCH}-draft`,
        author: "dana",
      });
      await pair.quiet();
      const page = (pull: PullRef) => `${github.url}/${pull.repository}/pull/${pull.number}`;
      const pages = { fixed: page({ repository, number }), draft: page(draft), policy: page(policy) };
      await stayUntilStopped(pages, io);
    }
    return first === "failure" && conclusion() === "success" && reviewed ? CLEAN : FAILED;

    function conclusion(): string | null | undefined {
      const { sha } = github.pullRequest(repository, number).head;
      return github.checkRuns(repository, sha).findLast((run) => run.name === "bylaw")?.conclusion;
    }
  } finally {
    await pair.close();
  }
}

/** What the municipality's repository starts with: the policies as shipped, and who may approve what. */
function baseFiles(): Readonly<Record<string, string>> {
  const root = packageRoot();
  const policies = listFiles(join(root, "policies")).filter((file) => file !== "example.yaml");
  const read = (file: string) =>
    [`policies/${file}`, readFileSync(join(root, "policies", file), "utf8")] as const;
  return {
    "README.md": "# Systems of Gan Alonim (fictional)\n",
    ".github/bylaw.yml":
      'manifests: ["manifests/**/*.yaml"]\nreviewers:\n  security: ["@gan-alonim/security"]\nmode: enforce\nlanguage: en\n',
    ...Object.fromEntries(policies.map(read)),
  };
}

async function stayUntilStopped(
  pages: { readonly fixed: string; readonly draft: string; readonly policy: string },
  io: Io,
): Promise<void> {
  io.out(
    `The pull request after its fix: ${pages.fixed}\nThe first draft with its findings: ${pages.draft}\nThe change of policy with its impact: ${pages.policy}\nCtrl-C ends the demonstration.\n`,
  );
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError(`\`${text}\` is no port`, "name a number from 0 to 65535");
}
