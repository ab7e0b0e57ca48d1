import type { JsonValue } from "../model/document.ts";
import { textOf } from "./file-diff.ts";
import { type Graph, type GraphField, type GraphObject, guarded } from "./graph.ts";
import { gitActorObject } from "./graph-actor.ts";
import { suitesField } from "./graph-checks.ts";
import { connection } from "./graph-connection.ts";
import { walk } from "./history.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import type { Commit, Signature, TreeEntry } from "./object-store.ts";
import { resolveRef } from "./resolve-ref.ts";
import { findEntry } from "./tree.ts";
import type { Repository } from "./world.ts";

/** A blob, tree or commit; `null` for an unknown SHA. */
export function gitObject(graph: Graph, repository: Repository, sha: string | undefined): GraphObject | null {
  const { store } = repository;
  if (sha === undefined) return null;
  const [blob, tree, commit] = [store.blob(sha), store.tree(sha), store.commit(sha)];
  if (blob !== undefined) return gitNode("Blob", repository, sha, blobFields(graph, blob));
  if (tree !== undefined) {
    const entries = () => tree.map((entry) => entryObject(graph, repository, entry));
    return gitNode("Tree", repository, sha, { entries });
  }
  return commit === undefined ? null : commitObject(graph, repository, sha, commit);
}

/** A branch or tag by its name, full or short; `null` where there is none. */
export function refObject(graph: Graph, repository: Repository, name: string): GraphObject | null {
  const candidates = name.startsWith("refs/") ? [name] : [`refs/${name}`, `refs/heads/${name}`];
  const ref = candidates.find((candidate) => repository.refs.has(candidate));
  if (ref === undefined) return null;
  return {
    type: "Ref",
    as: ["Node"],
    fields: {
      id: () => nodeId("Ref", `${repository.id}:${ref}`),
      name: () => ref.replace(/^refs\/(heads|tags)\//, ""),
      prefix: () => ref.slice(0, ref.lastIndexOf("/") + 1),
      target: guarded(graph, "contents", () => gitObject(graph, repository, repository.refs.get(ref))),
    },
  };
}

/** The SHA a query asks for: itself, or by an expression such as `main:folder/file`. */
export function findObject(
  repository: Repository,
  oid: JsonValue | undefined,
  expression: JsonValue | undefined,
): string | undefined {
  if (typeof oid === "string") return oid;
  const [ref = "", ...path] = `${expression}`.split(":");
  const commit = resolveRef(repository, ref);
  const tree = repository.store.commit(commit ?? "")?.tree;
  if (path.length === 0 || tree === undefined) return commit ?? ref;
  return findEntry(repository.store, tree, path.join(":"))?.sha;
}

function gitNode(
  type: string,
  repository: Repository,
  sha: string,
  fields: Readonly<Record<string, GraphField>>,
): GraphObject {
  return {
    type,
    as: ["GitObject", "Node"],
    fields: {
      id: () => nodeId(type, `${repository.id}:${sha}`),
      oid: () => sha,
      abbreviatedOid: () => sha.slice(0, 7),
      ...fields,
    },
  };
}

function blobFields({ world }: Graph, blob: Uint8Array): Readonly<Record<string, GraphField>> {
  const most = world.limits.graphqlTextBytes;
  const isBinary = textOf(blob) === undefined;
  return {
    byteSize: () => blob.byteLength,
    isBinary: () => isBinary,
    isTruncated: () => !isBinary && blob.byteLength > most,
    text: () => textOf(blob.subarray(0, most)) ?? null,
  };
}

function commitObject(graph: Graph, repository: Repository, sha: string, commit: Commit): GraphObject {
  const { store } = repository;
  return gitNode("Commit", repository, sha, {
    message: () => commit.message,
    author: () => gitActorObject(graph, commit.author),
    committer: () => gitActorObject(graph, commit.committer),
    committedViaWeb: () => commit.committer.name === "GitHub",
    authors: (args) =>
      connection("GitActor", authorsOf(commit), args, (author) => gitActorObject(graph, author)),
    committedDate: () => isoTime(commit.committer.seconds * 1000),
    file: ({ path }) => {
      const entry = findEntry(store, commit.tree, `${path}`);
      return entry === undefined ? null : entryObject(graph, repository, { name: `${path}`, ...entry });
    },
    tree: () => gitObject(graph, repository, commit.tree),
    parents: (args) => connection("Commit", present(commit.parents), args, (node) => node),
    history: (args) => connection("CommitHistory", present(walk(store, sha)), args, (node) => node),
    checkSuites: guarded(graph, "checks", suitesField(graph, repository, sha)),
  });

  function present(shas: readonly string[]): GraphObject[] {
    return shas.flatMap((id) => gitObject(graph, repository, id) ?? []);
  }
}

/** The author, and those whom trailers of the message name beside. */
function authorsOf({ author, message }: Commit): readonly Signature[] {
  const named = [...message.matchAll(/^co-authored-by: (.+) <(.+)>$/gim)];
  return [author, ...named.map(([, name = "", email = ""]) => ({ ...author, name, email }))];
}

function entryObject(graph: Graph, repository: Repository, entry: TreeEntry): GraphObject {
  return {
    type: "TreeEntry",
    as: [],
    fields: {
      name: () => entry.name,
      mode: () => Number.parseInt(entry.mode, 8),
      oid: () => entry.sha,
      type: () => (entry.mode === "040000" ? "tree" : entry.mode === "160000" ? "commit" : "blob"),
      object: () => gitObject(graph, repository, entry.sha),
    },
  };
}
