import { once } from "../facts/once.ts";
import { onceFor } from "../facts/once-for.ts";
import type { Manifest } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import type { Surroundings } from "../model/surroundings.ts";
import type { Bundle } from "./bundle.ts";
import type { Submitted } from "./submitted.ts";

/** Surroundings that know which files were read for them. */
export interface Setting extends Surroundings {
  /** The manifest files read so far, the judged ones included. */
  read(): readonly Source[];
}

type Beside = Pick<Bundle, "arrangements" | "waivers" | "registryDocuments" | "plan">;

/**
 * What manifests are judged among: themselves, the others of the set, and what stands beside them. The
 * others are read when a fact first asks for a manifest, and not at all where none does.
 */
export function surroundingsOf(
  { arrangements, waivers, registryDocuments, plan }: Beside,
  submitted: readonly Submitted[],
  others: () => readonly Submitted[] = () => [],
): Setting {
  let read: readonly Submitted[] = submitted;
  const all = once(() => {
    const judged = new Set(submitted.map(({ source }) => source.file));
    read = [...submitted, ...others().filter(({ source }) => !judged.has(source.file))];
    return [...read].sort((a, b) => (a.source.file < b.source.file ? -1 : 1));
  });
  const manifests = once(() => all().flatMap(({ loaded }) => (loaded.ok ? [loaded.document] : [])));
  const unread = once(() => all().flatMap(({ loaded }) => (loaded.ok ? [] : [loaded.file])));
  return {
    get manifests() {
      return manifests();
    },
    get unread() {
      return unread();
    },
    arrangements,
    waivers,
    registry: registryDocuments,
    plan,
    read: () => read.map(({ source }) => source),
  };
}

/** The same surroundings with other manifests, chosen when a fact first asks for one. */
export function withManifests(
  surroundings: Surroundings,
  choose: (manifests: readonly Manifest[]) => readonly Manifest[],
): Surroundings {
  const { arrangements, waivers, registry, plan } = surroundings;
  const chosen = once(() => choose(surroundings.manifests));
  return {
    get manifests() {
      return chosen();
    },
    get unread() {
      return surroundings.unread;
    },
    arrangements,
    waivers,
    registry,
    plan,
  };
}

/** A document of the surroundings by its file; `undefined` for one that is not among them. */
export function documentIn(
  surroundings: Surroundings,
  file: string,
): Pick<Manifest, "file" | "locate"> | undefined {
  return besideByFile(surroundings).get(file) ?? manifestsByFile(surroundings).get(file);
}

const besideByFile = onceFor(({ arrangements, waivers, registry }: Surroundings) =>
  indexFiles([...arrangements, ...waivers, ...registry]),
);

const manifestsByFile = onceFor(({ manifests }: Surroundings) => indexFiles(manifests));

function indexFiles<T extends { readonly file: string }>(documents: readonly T[]): ReadonlyMap<string, T> {
  return new Map(documents.map((document) => [document.file, document]));
}
