import { NotEvaluable } from "../review/not-evaluable.ts";
import { at, shaAt, textAt } from "./answer.ts";
import type { BoundedCache } from "./bounded-cache.ts";
import type { Client, RepositoryName } from "./client.ts";
import { blobSha } from "./git-objects.ts";
import { GithubError } from "./github-error.ts";

/** A blob to read, with the size its tree gives. */
export interface WantedBlob {
  readonly sha: string;
  readonly size: number;
}

/** Another question, that goes along with the first request for blobs. Without such a request it is not asked. */
export interface Rider {
  /** Fields of the query's root. */
  readonly fields: string;
  take(answer: unknown): void;
}

/** Larger files are not read: no document may be as large, and the loader says so from the size alone. */
const BLOB_CAP_BYTES = 512 * 1024;

/** What is given of one that is larger: as many zero bytes, but no more than this. */
const MOST_BYTES_OF_ONE = 1024 * 1024;

/** More than any set of documents takes; several reviews hold as much at once, and a pull request anybody opened is one. */
const MOST_BYTES = 64 * 1024 * 1024;

const BATCH_BLOBS = 200;
const BATCH_BYTES = 4 * 1024 * 1024;

/**
 * Reads blobs by SHA, many a request, and keeps them. Every content is hashed again and must give the SHA
 * asked for. A blob beyond the cap is given as that many zero bytes, at most 1 MiB: too large for any document.
 * Fails with `NotEvaluable`, before anything is read, where all of them together are more than 64 MiB.
 */
export async function readBlobs(
  client: Client,
  repository: RepositoryName,
  wanted: readonly WantedBlob[],
  cache: BoundedCache<Uint8Array>,
  rider?: Rider,
): Promise<ReadonlyMap<string, Uint8Array>> {
  refuseTooMuch(wanted);
  const read = new Map<string, Uint8Array>();
  const missing = new Map<string, WantedBlob>();
  for (const blob of wanted) {
    const known = cache.get(blob.sha);
    if (known) read.set(blob.sha, known);
    else if (blob.size > BLOB_CAP_BYTES) read.set(blob.sha, new Uint8Array(heldOf(blob)));
    else missing.set(blob.sha, blob);
  }
  for (const [index, batch] of inBatches([...missing.values()]).entries()) {
    for (const [sha, bytes] of await readBatch(client, repository, batch, index === 0 ? rider : undefined)) {
      cache.set(sha, bytes, bytes.byteLength + 100);
      read.set(sha, bytes);
    }
  }
  return read;
}

function refuseTooMuch(wanted: readonly WantedBlob[]): void {
  const held = new Map(wanted.map((blob) => [blob.sha, heldOf(blob)]));
  const bytes = [...held.values()].reduce((sum, each) => sum + each, 0);
  if (bytes <= MOST_BYTES) return;
  throw new NotEvaluable(`the files to be read are ${Math.ceil(bytes / 1024 / 1024)} MiB together`, {
    help: `take large files out of what is read; the limit is ${MOST_BYTES / 1024 / 1024} MiB`,
    lasting: true,
  });
}

function heldOf({ size }: WantedBlob): number {
  return Math.min(size, MOST_BYTES_OF_ONE);
}

function inBatches(blobs: readonly WantedBlob[]): readonly (readonly WantedBlob[])[] {
  const batches: WantedBlob[][] = [];
  let bytes = 0;
  for (const blob of blobs) {
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === BATCH_BLOBS || bytes + blob.size > BATCH_BYTES) {
      batches.push([blob]);
      bytes = blob.size;
    } else {
      batch.push(blob);
      bytes += blob.size;
    }
  }
  return batches;
}

/** One request for the whole batch; halves of it where GitHub cannot answer that much at once. */
async function readBatch(
  client: Client,
  repository: RepositoryName,
  batch: readonly WantedBlob[],
  rider: Rider | undefined,
): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    return await readTexts(client, repository, batch, rider);
  } catch (error) {
    // What else it asks about may not be there, or not be the app's to see.
    if (rider && isNoAnswer(error)) return await readTexts(client, repository, batch);
    const tooMuch = error instanceof GithubError && error.kind === "unavailable" && batch.length > 1;
    if (!tooMuch) throw error;
    const half = Math.ceil(batch.length / 2);
    const first = await readTexts(client, repository, batch.slice(0, half));
    return new Map([...first, ...(await readTexts(client, repository, batch.slice(half)))]);
  }
}

async function readTexts(
  client: Client,
  { owner, repo }: RepositoryName,
  batch: readonly WantedBlob[],
  rider?: Rider,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const fields = batch.map(({ sha }, index) => `b${index}: object(oid: "${sha}") { ...Content }`).join("\n");
  const answer = await client.graphql(
    `query Blobs($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
${fields}
  }
  ${rider?.fields ?? ""}
}
fragment Content on Blob { oid text isTruncated }`,
    { owner, repo },
  );
  rider?.take(answer);
  const read = new Map<string, Uint8Array>();
  for (const [index, { sha }] of batch.entries()) {
    const blob = at(answer, "repository", `b${index}`);
    const text = at(blob, "text");
    const bytes = typeof text === "string" ? Buffer.from(text, "utf8") : undefined;
    // Binary, cut short, or altered on the way through a text: the bytes themselves are asked for.
    const whole = bytes !== undefined && shaAt(blob, "oid") === sha && blobSha(bytes) === sha;
    read.set(sha, whole ? bytes : await readBytes(client, { owner, repo }, sha));
  }
  return read;
}

function isNoAnswer(error: unknown): boolean {
  return error instanceof GithubError && (error.kind === "missing" || error.kind === "refused");
}

async function readBytes(client: Client, { owner, repo }: RepositoryName, sha: string): Promise<Uint8Array> {
  const answer = await client.rest("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
    owner,
    repo,
    file_sha: sha,
  });
  if (textAt(answer, "encoding") !== "base64") {
    throw new GithubError(`the blob ${sha} came without content`, { kind: "unavailable" });
  }
  const bytes = Buffer.from(textAt(answer, "content"), "base64");
  if (blobSha(bytes) !== sha) {
    throw new GithubError(`the blob ${sha} came with another content`, { kind: "unavailable" });
  }
  return bytes;
}
