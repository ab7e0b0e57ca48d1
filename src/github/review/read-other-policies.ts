import type { Source } from "../../model/source.ts";
import type { Caches } from "../api/caches.ts";
import type { Client } from "../api/client.ts";
import { GithubError } from "../api/github-error.ts";
import { readBlobs } from "../api/read-blobs.ts";
import { readTree } from "../api/read-tree.ts";
import { type PoliciesRef, readPoliciesTip } from "../sweep/policies-tip.ts";
import { NotEvaluable } from "./not-evaluable.ts";
import { selectFiles } from "./select-files.ts";

/** Policies of another repository, and the commit they stand at. */
export interface OtherPolicies {
  readonly commit: string;
  readonly files: readonly Source[];
}

/**
 * Reads `policies/` of another repository at a ref, with the rights the app has where it reviews. Where
 * that is not enough nothing can be judged, and the error says so.
 */
export async function readOtherPolicies(
  client: Client,
  { repository, ref }: PoliciesRef,
  caches: Caches,
): Promise<OtherPolicies> {
  const [owner = "", repo = ""] = repository.split("/");
  try {
    const tip = await readPoliciesTip(client, { repository, ref });
    const tree = await readTree(client, { owner, repo, tree: tip.tree }, caches.trees);
    const selects = selectFiles([]);
    const files = [...tree].filter(([file, entry]) => isPolicy(file, selects) && entry.mode !== "160000");
    const wanted = files.map(([, entry]) => entry);
    const contents = await readBlobs(client, { owner, repo }, wanted, caches.blobs);
    return {
      commit: tip.sha,
      files: files.map(([file, { mode, sha }]) => ({
        file,
        mode,
        bytes: contents.get(sha) ?? new Uint8Array(),
      })),
    };
  } catch (error) {
    if (!(error instanceof GithubError) || (error.kind !== "missing" && error.kind !== "refused"))
      throw error;
    throw new NotEvaluable(`the policies in \`${repository}\` at \`${ref}\` cannot be read`, {
      help: "make that repository public or, where the owner is the same, install the app on it too; or correct `policies` in `.github/bylaw.yml`",
      lasting: false,
      cause: error,
    });
  }
}

function isPolicy(file: string, selects: (file: string) => boolean): boolean {
  return file.startsWith("policies/") && selects(file);
}
