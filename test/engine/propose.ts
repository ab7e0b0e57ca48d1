import { review } from "../../src/engine/review.ts";
import type { FileChange, Review, ReviewInput } from "../../src/model/review.ts";
import type { Source } from "../../src/model/source.ts";
import { AS_OF, sourcesUnder } from "../load-repository.ts";

/** What a file of a branch holds: its text, or its text under another mode; `null` where it is gone. */
export type Content = string | null | { readonly text: string; readonly mode: Source["mode"] };
export type Files = Readonly<Record<string, Content>>;

const decoder = new TextDecoder();

/** The shipped policies without those on suppliers, so that a review needs no registry: what it does is the same. */
export const POLICIES: Files = Object.fromEntries(
  sourcesUnder("policies")
    .filter(({ file }) =>
      /^policies\/(plan|(national-map|data-retention|facial-recognition|governance)\/policy)\.yaml$/.test(
        file,
      ),
    )
    .map(({ file, bytes }) => [file, decoder.decode(bytes)]),
);

export const CONFIGURATION = `manifests: ["manifests/**/*.yaml"]
reviewers:
  privacy: ["@org/privacy"]
  governance: ["@org/governance"]
`;

export const BASE: Files = { ...POLICIES, ".github/bylaw.yml": CONFIGURATION };

/** The review of a branch: the files it changes against a base, and what is recorded of it. */
export function propose(
  base: Files,
  changed: Files,
  { asOf = AS_OF, approvals = [] }: { readonly asOf?: string; readonly approvals?: readonly string[] } = {},
): Review {
  return review(inputOf(base, changed, { asOf, approvals }));
}

function inputOf(
  base: Files,
  changed: Files,
  { asOf = AS_OF, approvals = [] }: { readonly asOf?: string; readonly approvals?: readonly string[] } = {},
): ReviewInput {
  const changes = Object.entries(changed).map(([file, content]): FileChange => {
    if (content === null) return { file, status: "removed" };
    return { file, status: file in base ? "changed" : "added" };
  });
  return {
    base: sourcesOf(base),
    head: sourcesOf({ ...base, ...changed }),
    changes,
    approvals: approvals.map((group) => ({ group, user: `${group}-reviewer` })),
    asOf,
  };
}

function sourcesOf(files: Files): readonly Source[] {
  return Object.entries(files).flatMap(([file, content]): Source[] => {
    if (content === null) return [];
    const { text, mode } = typeof content === "string" ? { text: content, mode: "100644" as const } : content;
    return [{ file, bytes: new TextEncoder().encode(text), mode }];
  });
}
