import type { Command } from "./parse-command.ts";

/** Something GitHub has to be asked about before it is known which pull requests to review. */
export type Lookup =
  | { readonly kind: "sweep"; readonly installation: number }
  | (InRepository & { readonly kind: "head"; readonly head: string })
  /** `main`: it is the default branch, by which every pull request is judged. */
  | (InRepository & { readonly kind: "base"; readonly branch: string; readonly main: boolean })
  /** A commit of a merge group that is no more. */
  | (InRepository & { readonly kind: "abandoned"; readonly head: string })
  | (InRepository & {
      readonly kind: "command";
      readonly number: number;
      readonly comment: number;
      readonly user: string;
      readonly command: Command;
    });

interface InRepository {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
}

/** The name a lookup is deduplicated by. */
export function lookupKey(lookup: Lookup): string {
  return JSON.stringify(Object.entries(lookup).sort());
}
