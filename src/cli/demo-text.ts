import type { Standin } from "../standin/standin.ts";

/** A pull request as the stand-in has it, for a terminal: the check with its annotations, and the app's comment. */
export function pullRequestText(github: Standin, repository: string, number: number): string {
  const pull = github.pullRequest(repository, number);
  const check = github.checkRuns(repository, pull.head.sha).findLast((run) => run.name === "bylaw");
  const comment = github.comments(repository, number).findLast((one) => one.user.login === "bylaw[bot]");
  const annotations = (check?.annotations ?? []).map(
    ({ path, start_line: line, annotation_level: level, title, message }) =>
      `  ${level} ${path}:${line}\n    ${title ?? ""}\n    ${message.split("\n").join("\n    ")}`,
  );
  return [
    `pull request #${number}: ${pull.title} (${pull.head.sha.slice(0, 7)} into ${pull.base.ref})`,
    `check bylaw: ${check?.status} ${check?.conclusion ?? ""}: ${check?.title ?? ""}`,
    "",
    ...(annotations.length === 0 ? ["no annotations"] : annotations),
    "",
    "comment:",
    ...(comment === undefined ? ["  none"] : plain(comment.body).map((line) => `  ${line}`)),
    "",
  ].join("\n");
}

/** Markdown as a terminal shows it best: as written, without what a page hides or folds. */
function plain(markdown: string): readonly string[] {
  const seen = markdown.replace(/<!--[\s\S]*?-->\n?/g, "").replace(/<details>[\s\S]*?<\/details>\n*/g, "");
  return seen.trim().split("\n");
}
