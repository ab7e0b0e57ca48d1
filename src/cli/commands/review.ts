import { join, resolve } from "node:path";
import { reviewChange } from "../../change/review-change.ts";
import { classifyPaths } from "../../engine/classify-path.ts";
import type { Language } from "../../model/language.ts";
import type { Source } from "../../model/source.ts";
import { renderCheck } from "../../render/render-check.ts";
import { renderComment } from "../../render/render-comment.ts";
import { findRoot } from "../../workspace/find-root.ts";
import { changedFiles, mergeBase, readCommit, resolveCommit } from "../../workspace/git.ts";
import { asOf } from "../as-of.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";
import { packageRoot } from "../package-root.ts";
import { policySources } from "../policy-sources.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Prints the Markdown the app would post for a branch, its comment and then the summary of its check: what BASE judges,
 * HEAD brings. No approval is assumed. Said in the language of the configuration at BASE where none is asked for.
 */
export async function reviewRange(
  range: string,
  options: { readonly asOf?: string; readonly lang?: Language; readonly policies?: string },
  io: Io,
): Promise<number> {
  const date = asOf(options.asOf, io);
  const [from, to, ...more] = range.split("..");
  if (!from || !to || more.length > 0) {
    throw new UsageError(`\`${range}\` is no range`, "write BASE..HEAD, such as main..my-branch");
  }
  const root = findRoot(io.cwd);
  const base = resolveCommit(root, from);
  const head = resolveCommit(root, to);
  const changes = changedFiles(root, mergeBase(root, base, head), head);
  const changed = new Set(changes.map((change) => change.file));
  const classOf = classifyPaths();
  const judgedBy = (file: string) => !["other", "prose", "schema", "ownership"].includes(classOf(file));
  const mayBeManifest = (file: string) => /\.(ya?ml|json)$/i.test(file);
  const said = options.lang === undefined ? {} : { language: options.lang };
  const own = readCommit(root, base, (file) => judgedBy(file) || mayBeManifest(file));
  const brought = readCommit(
    root,
    head,
    (file) => judgedBy(file) || (mayBeManifest(file) && (changed.has(file) || !judgedBy(file))),
  );
  const isPolicy = ({ file }: Source) => classOf(file) === "policy";
  const judges = own.some(isPolicy);
  if (judges && options.policies !== undefined) {
    throw new UsageError(
      `\`${from}\` has policies of its own`,
      "leave `--policies` out: they judge what comes into it",
    );
  }
  const lent = judges
    ? []
    : lentPolicies({ base: from, brings: brought.some(isPolicy) }, options.policies, io);
  const { review, policies } = reviewChange(
    {
      base: [...own, ...lent],
      head: [...brought, ...lent],
      changes,
      approvals: [],
      asOf: date,
    },
    said,
  );
  const result = { ...review, ...said };
  const lentFrom = options.policies === undefined ? "" : ` --policies ${options.policies}`;
  const command = `npx bylaw review ${range} --as-of ${date}${lentFrom}`;
  const context = { repository: "", base, head, command, policies };
  const check = renderCheck(result, context);
  const comment = renderComment(result, { ...context, previous: undefined });
  io.out(`${[`# ${check.title}`, comment, "---", check.summary].join("\n\n")}\n`);
  return result.conclusion === "success" ? CLEAN : FOUND;
}

/** The policies that judge a branch whose base has none, as those of `check`: the folder named, else the ones shipped. */
function lentPolicies(
  { base, brings }: { readonly base: string; readonly brings: boolean },
  named: string | undefined,
  io: Io,
): readonly Source[] {
  if (brings) {
    throw new UsageError(
      `\`${base}\` holds no policy, and the branch brings some`,
      "merge the policies on their own first: what a branch brings judges nothing yet",
    );
  }
  if (named !== undefined) return policySources(resolve(io.cwd, named), named);
  io.err(`no policies/ at \`${base}\`: judged by the policies shipped with bylaw\n`);
  return policySources(join(packageRoot(), "policies"), undefined);
}
