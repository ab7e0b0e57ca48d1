import type { ManifestView } from "./manifest-view.ts";
import type { Place } from "./place.ts";

/** An answer computed at most once for each manifest. Only for what does not depend on the sites in view. */
export function perManifest<T>(compute: (view: ManifestView) => T): (view: ManifestView) => T {
  const answer = perPlace((view) => compute(view));
  return (view) => answer(view, view.root);
}

/** An answer about one place of a manifest, computed at most once. Only for what does not depend on the sites in view. */
export function perPlace<T>(
  compute: (view: ManifestView, place: Place) => T,
): (view: ManifestView, place: Place) => T {
  // Each run over a manifest starts at a root place of its own, with which its answers go.
  const kept = new WeakMap<Place, Map<string, { readonly answer: T }>>();
  return (view, place) => {
    const answers = kept.get(view.root) ?? new Map<string, { readonly answer: T }>();
    const found = answers.get(place.at) ?? { answer: compute(view, place) };
    if (answers.size === 0) kept.set(view.root, answers);
    answers.set(place.at, found);
    return found.answer;
  };
}
