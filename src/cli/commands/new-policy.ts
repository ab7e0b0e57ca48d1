import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { findRoot } from "../../workspace/find-root.ts";
import { flawInNew } from "../flaw-in-new.ts";
import { CLEAN, type Io } from "../io.ts";
import { policyPageTemplate, policyTemplate } from "../templates/policy-template.ts";
import { UsageError } from "../usage-error.ts";
import { writeNew } from "../write-new.ts";

interface NewPolicyOptions {
  readonly prefix?: string;
  readonly owner: string;
  readonly output?: string;
  readonly force?: boolean;
}

/** Writes the folder of a new policy, `policy.yaml` and `README.md`: a draft that validates and whose examples hold. */
export async function newPolicy(id: string, options: NewPolicyOptions, io: Io): Promise<number> {
  const prefix =
    options.prefix ??
    id
      .replaceAll(/[^a-z]/g, "")
      .slice(0, 3)
      .toUpperCase();
  const answers = { id, prefix, owner: options.owner };
  const policy = policyTemplate(answers, io.today());
  const flaw = flawInNew(policy, "Policy");
  if (flaw !== undefined) throw new UsageError(flaw.message, flaw.help);
  const folder = options.output ?? defaultFolder(id, io);
  const files = { "policy.yaml": policy, "README.md": policyPageTemplate(answers, io.today()) };
  const there = Object.keys(files).find((name) => existsSync(join(io.cwd, folder, name)));
  if (there !== undefined && options.force !== true) {
    throw new UsageError(
      `\`${folder}/${there}\` is there already`,
      "choose another id, or add `--force` to replace it",
    );
  }
  const first = options.output === undefined && !existsSync(join(findRoot(io.cwd), "policies"));
  for (const [name, text] of Object.entries(files)) {
    writeNew(text, { output: `${folder}/${name}`, force: true }, io);
  }
  if (first) io.err("this begins policies/: from now on only what stands there judges here\n");
  io.err(`write its rules and examples, then run \`bylaw validate\` and \`bylaw test ${id}\`\n`);
  return CLEAN;
}

function defaultFolder(id: string, io: Io): string {
  const folder = join(findRoot(io.cwd), "policies", id);
  return relative(io.cwd, folder).split(sep).join("/");
}
