import { digestOf } from "../../workspace/kept/digest-of.ts";
import type { Survey } from "../survey-folder.ts";

/** What was read through a survey, in order: each file and each folder with a digest of what stood there. */
export interface Reads {
  readonly files: readonly Read[];
  readonly folders: readonly Read[];
}

type Read = readonly [name: string, digest: string];

/** What a run reads beyond its inputs. */
export interface NotedReads {
  /** All of it so far; `undefined` where a file changed meanwhile, so that what was read is no state it was ever in. */
  reads(): Reads | undefined;
  /** Whether everything that an earlier run read reads the same now. Looks no further than the first that does not. */
  stand(reads: Reads): boolean;
}

/** Of a run that reads nothing more. */
export const NO_READS: NotedReads = {
  reads: () => ({ files: [], folders: [] }),
  stand: () => true,
};

/** A survey that notes what is read through it. */
export function noteReads(survey: Survey): NotedReads & { readonly survey: Survey } {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  let steady = true;
  const note = (of: Map<string, string>, name: string, digest: string) => {
    if ((of.get(name) ?? digest) !== digest) steady = false;
    of.set(name, digest);
  };
  return {
    survey: {
      ...survey,
      read(file) {
        const source = survey.read(file);
        note(files, file, shortDigest([source.mode, source.bytes]));
        return source;
      },
      list(folder) {
        const listed = survey.list(folder);
        note(folders, folder, shortDigest(listed));
        return listed;
      },
    },
    reads: () => (steady ? { files: [...files], folders: [...folders] } : undefined),
    stand: (reads) => standAs(reads, survey),
  };
}

function standAs({ files, folders }: Reads, survey: Survey): boolean {
  const isAsRead = ([file, digest]: Read) => {
    const { mode, bytes } = survey.read(file);
    return shortDigest([mode, bytes]) === digest;
  };
  try {
    return (
      files.every(isAsRead) &&
      folders.every(([folder, digest]) => shortDigest(survey.list(folder)) === digest)
    );
  } catch {
    // What cannot be read any more is not what it was.
    return false;
  }
}

/** 128 bits: there may be many of them in one line of the log. */
function shortDigest(parts: Iterable<string | Uint8Array>): string {
  return digestOf(parts).slice(0, 32);
}
