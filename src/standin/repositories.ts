import { accountOf } from "./accounts.ts";
import { type CommitFiles, writeCommit } from "./commits.ts";
import { install } from "./installations.ts";
import { createObjectStore } from "./object-store.ts";
import type { Repository, World } from "./world.ts";

export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  /** What the first commit holds; nothing by default. */
  readonly files?: CommitFiles;
  /** `main` by default. */
  readonly defaultBranch?: string;
  /** `Organization` by default. */
  readonly ownerType?: "Organization" | "User";
  /** True by default. */
  readonly isPrivate?: boolean;
  /** Whether the app is installed on it; true by default. */
  readonly installed?: boolean;
}

/** First path segments of the API, which no owner can be called. */
const RESERVED = [
  "api",
  "app",
  "repos",
  "orgs",
  "users",
  "installation",
  "graphql",
  "rate_limit",
  "repositories",
];

/** Creates a repository with one commit on its default branch. No event is sent. */
export function createRepository(world: World, options: NewRepository): Repository {
  const owner = accountOf(world, options.owner, options.ownerType ?? "Organization");
  const branch = options.defaultBranch ?? "main";
  const repository = addRepository(world, {
    owner,
    name: options.name,
    defaultBranch: branch,
    isPrivate: options.isPrivate ?? true,
    store: createObjectStore(),
    parent: undefined,
    refs: new Map(),
    installed: options.installed ?? true,
  });
  const sha = writeCommit(world, repository, [], {
    message: "Initial commit",
    author: options.owner,
    files: options.files ?? {},
  });
  repository.refs.set(`refs/heads/${branch}`, sha);
  if (repository.installed) install(world, owner);
  return repository;
}

/** Copies a repository to another owner, where the app is not installed; Git objects are shared. */
export function forkRepository(world: World, fullName: string, owner: string): Repository {
  const parent = findRepository(world, fullName);
  return addRepository(world, {
    owner: accountOf(world, owner),
    name: parent.name,
    defaultBranch: parent.defaultBranch,
    isPrivate: parent.isPrivate,
    store: parent.store,
    parent,
    refs: new Map(parent.refs),
    installed: false,
  });
}

/** The repository of a full name, case ignored. Throws where there is none. */
export function findRepository(world: World, fullName: string): Repository {
  const repository = world.repositories.get(fullName.toLowerCase());
  if (repository === undefined) throw new Error(`no repository \`${fullName}\``);
  return repository;
}

/** Every repository that shares Git objects with this one, itself included. */
export function networkOf(world: World, repository: Repository): Repository[] {
  return [...world.repositories.values()].filter((other) => other.store === repository.store);
}

type Given = "owner" | "name" | "defaultBranch" | "isPrivate" | "store" | "parent" | "refs" | "installed";

function addRepository(world: World, given: Pick<Repository, Given>): Repository {
  const fullName = `${given.owner.login}/${given.name}`;
  const key = fullName.toLowerCase();
  if (world.repositories.has(key)) throw new Error(`\`${fullName}\` exists already`);
  if (RESERVED.includes(given.owner.login.toLowerCase())) {
    throw new Error(`\`${given.owner.login}\` is a path of the API, not a name for an owner`);
  }
  const repository: Repository = {
    ...given,
    id: world.nextId(),
    fullName,
    pulls: new Map(),
    checkRuns: [],
    checkSuites: [],
    mergeQueue: [],
    requiredChecks: [],
    collaborators: new Map(),
    createdAt: world.now(),
  };
  world.repositories.set(key, repository);
  return repository;
}
