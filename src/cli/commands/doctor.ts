import type { Diagnosis } from "../../github/doctor/diagnosis.ts";
import { examine } from "../../github/doctor/examine.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";

/** Looks at everything the app needs to run, and says what is wrong and what to do. */
export async function doctor(io: Io): Promise<number> {
  const counts = { well: 0, note: 0, wrong: 0 };
  for await (const diagnosis of examine(io.env, { nodeVersion: process.versions.node })) {
    counts[diagnosis.level] += 1;
    io.out(lineOf(diagnosis));
  }
  const found = counts.wrong === 0 ? "nothing is wrong" : `${counts.wrong} wrong`;
  io.out(`${found}, ${counts.note} to look at, ${counts.well} well\n`);
  return counts.wrong === 0 ? CLEAN : FOUND;
}

const MARKS = { well: "ok   ", note: "note ", wrong: "WRONG" } as const;

function lineOf({ level, what, help }: Diagnosis): string {
  return `${MARKS[level]}  ${what}\n${help === undefined ? "" : `         = help: ${help}\n`}`;
}
