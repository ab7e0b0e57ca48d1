import { classifyPaths, type PathClass } from "../engine/classify-path.ts";
import type { Source } from "../model/source.ts";
import { listFiles } from "../workspace/list-files.ts";
import { readSource } from "../workspace/read-source.ts";
import { UsageError } from "./usage-error.ts";

const JUDGED_BY: ReadonlySet<PathClass> = new Set(["policy", "registry", "plan", "stray"]);

/** The policies, registry and plan of a folder, named as if they stood in `policies/`; `option` is how the folder was named. */
export function policySources(folder: string, option: string | undefined): readonly Source[] {
  const classOf = classifyPaths();
  const named = listFiles(folder).map((file) => ({ file, as: `policies/${file}` }));
  const wanted = named.filter(({ as }) => JUDGED_BY.has(classOf(as)));
  if (!wanted.some(({ as }) => classOf(as) === "policy")) {
    throw new UsageError(
      `\`${option ?? folder}\` holds no policy`,
      "name a folder with a `policy.yaml` in a folder of its own",
    );
  }
  return wanted.map(({ file, as }) => ({ ...readSource(folder, file), file: as }));
}
