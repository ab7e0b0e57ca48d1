import type { Truth } from "../model/value.ts";
import { functionsInUse, hasCategory, heatOfPeople } from "./functions-in-use.ts";
import type { ManifestView } from "./manifest-view.ts";
import { perManifest } from "./per-manifest.ts";
import { follow } from "./place.ts";
import { flagAt, wordsAt } from "./read.ts";
import { anyOf } from "./truth.ts";

const KINDS = [
  "video",
  "plates",
  "device_ids",
  "location",
  "face",
  "body_heat",
  "voice",
  "account",
  "health",
  "other",
] as const;

type Kind = (typeof KINDS)[number];

/** Whether each kind is among the data, declared or by what functions and sensitivity say; blank kinds are none where no personal data is declared. */
export const personalDataKinds: (view: ManifestView) => Readonly<Record<Kind, Truth>> = perManifest(
  (view) => {
    const none = flagAt(follow(view.root, "data.personal_data")) === false ? new Set<string>() : undefined;
    const declared = wordsAt(follow(view.root, "data.kinds")) ?? none;
    const sensitive = wordsAt(follow(view.root, "data.highly_sensitive")) ?? none;
    const uses = functionsInUse(view);
    const implied: Partial<Record<Kind, readonly Truth[]>> = {
      video: [uses.video],
      plates: [uses.plate_recognition],
      device_ids: [hasCategory(view, "public_wifi")],
      location: [sensitive?.has("location")],
      face: [uses.identification, sensitive?.has("biometric"), sensitive?.has("facial_image")],
      body_heat: [heatOfPeople(view)],
      voice: [uses.audio],
      health: [sensitive?.has("health")],
      other: ["personality", "financial", "criminal"].map((kind) => sensitive?.has(kind)),
    };
    const isTaken = (kind: Kind) => anyOf([declared?.has(kind), ...(implied[kind] ?? [])]);
    // The keys are those of the list, each once.
    return Object.fromEntries(KINDS.map((kind) => [kind, isTaken(kind)])) as Record<Kind, Truth>;
  },
);

/** Whether data about people is declared away and nothing else speaks of any; what is blank elsewhere is no word against it. */
export function deniesPeople(view: ManifestView): boolean {
  return flagAt(follow(view.root, "data.personal_data")) === false && aboutPeople(view) !== true;
}

/** Whether data about people is taken, declared or implied, as the ladder of tiers means it. */
export function aboutPeople(view: ManifestView): Truth {
  return anyOf([flagAt(follow(view.root, "data.personal_data")), ...Object.values(personalDataKinds(view))]);
}
