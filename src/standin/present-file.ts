import type { JsonObject } from "../model/document.ts";
import type { FileDiff } from "./file-diff.ts";
import type { Repository, World } from "./world.ts";

/** A changed file of a pull request, a comparison or a commit. */
export function presentFile(world: World, repository: Repository, head: string, file: FileDiff): JsonObject {
  const path = file.filename.split("/").map(encodeURIComponent).join("/");
  const page = `${world.url}/${repository.fullName}`;
  return {
    sha: file.sha,
    filename: file.filename,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${head}/${path}`,
    raw_url: `${page}/raw/${head}/${path}`,
    contents_url: `${world.url}/repos/${repository.fullName}/contents/${path}?ref=${head}`,
    ...(file.patch !== undefined && { patch: file.patch }),
    ...(file.previousFilename !== undefined && { previous_filename: file.previousFilename }),
  };
}
