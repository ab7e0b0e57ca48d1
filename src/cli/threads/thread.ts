// Runs in a thread of its own, once for each processor.
import { workerData } from "node:worker_threads";
import type { Judgements } from "../../engine/judge-set.ts";
import { type Folded, unfold } from "../../engine/kept/folded.ts";
import { judgeNeighbourhood } from "../../engine/kept/judge-neighbourhood.ts";
import { foldedBy } from "../../engine/kept/unopened.ts";
import { loadBundle } from "../../engine/load-bundle.ts";
import { once } from "../../facts/once.ts";
import type { Finding } from "../../model/generated/report.ts";
import type { Language } from "../../model/language.ts";
import type { Source } from "../../model/source.ts";
import { loadDocument } from "../../parse/load-document.ts";

/** What all that a thread does rests on. */
export interface ThreadData {
  /** The files everything is judged by; they were found to be in order. */
  readonly sources: readonly Source[];
  readonly gate: boolean;
  readonly asOf: string;
  readonly language: Language;
}

/** A manifest file handed to a thread, with what was read of it so far. */
export interface Handed {
  readonly source: Source;
  readonly folded: Folded | undefined;
}

/** Neighbourhoods handed to a thread. */
export interface HandedNeighbourhoods {
  readonly neighbourhoods: readonly {
    readonly members: readonly Handed[];
    readonly before: readonly Finding[];
  }[];
  readonly unread: readonly Handed[];
}

// The pool puts data of its own before what it was given; both ends are this program.
const { sources, gate, asOf, language } = (workerData as readonly [unknown, ThreadData])[1];
const bundle = once(() => loadBundle(sources, { gate }).bundle);
const readFile = foldedBy((source) => loadDocument(source, { gate, kind: "Manifest" }));

/** Reads files; the answers stand in the order of the files. */
export function read(files: readonly Source[]): readonly Folded[] {
  return files.map(readFile);
}

/** Judges neighbourhoods; the answers stand in their order. */
export function judge({ neighbourhoods, unread }: HandedNeighbourhoods): readonly Judgements[] {
  const beside = once(() => unread.map(open));
  return neighbourhoods.map(({ members, before }) =>
    judgeNeighbourhood(bundle(), { members: members.map(open), unread: beside, before }, { asOf, language }),
  );
}

function open({ source, folded }: Handed) {
  return { source, loaded: unfold(source, folded ?? readFile(source)) };
}
