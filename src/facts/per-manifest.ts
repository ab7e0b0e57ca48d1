import type { ManifestView } from "./manifest-view.ts";
import type { Place } from "./place.ts";

// Each run over a manifest starts at a root place of its own, with which its answers go.

/** An answer computed at most once for each manifest. Only for what does not depend on the sites in view. */
export function perManifest<T>(compute: (view: ManifestView) => T): (view: ManifestView) => T {
  const kept = new WeakMap<Place, { readonly answer: T }>();
  return (view) => {
    let found = kept.get(view.root);
    if (found === undefined) {
      found = { answer: compute(view) };
      kept.set(view.root, found);
    }
    return found.answer;
  };
}

/** An answer about one place of a manifest, computed at most once. Only for what does not depend on the sites in view. */
export function perPlace<T>(
  compute: (view: ManifestView, place: Place) => T,
): (view: ManifestView, place: Place) => T {
  const kept = new WeakMap<Place, Map<string, { readonly answer: T }>>();
  return (view, place) => {
    const answers = kept.get(view.root) ?? new Map<string, { readonly answer: T }>();
    const found = answers.get(place.at) ?? { answer: compute(view, place) };
    if (answers.size === 0) kept.set(view.root, answers);
    answers.set(place.at, found);
    return found.answer;
  };
}
