import type { Functions } from "../../model/generated/manifest.ts";
import { type Html, html } from "../html.ts";
import { factList } from "../parts/fact-list.ts";
import { sayingIn } from "../say.ts";
import { type Label, labelsIn } from "./labels.ts";
import type { SystemInput } from "./system-input.ts";
import { SYSTEM_WORDS, type SystemWord } from "./words.ts";

/** What a system can do to people: each ability with whether it is in use, switched off, absent, or not stated. */
export function doesPart({ system, context, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const label = labelsIn(context, language);
  const functions = system.manifest.value.system?.functions ?? {};
  return html`${factList(
    ABILITIES.map(([word, answerOf]) => {
      const answer = answerOf(functions, label);
      return [say(word), "word" in answer ? say(answer.word) : answer.label];
    }),
  )}`;
}

type Answer = { readonly word: "on" | "off" | "absent" | "notStated" } | { readonly label: string };

const ABILITIES: readonly (readonly [
  SystemWord,
  (functions: NonNullable<Functions>, label: Label) => Answer,
])[] = [
  [
    "does_identification",
    ({ identification }, label) => named(identification, "system.identification", label),
  ],
  ["does_biometric", ({ biometric_capability }) => built(biometric_capability)],
  ["does_plates", ({ plate_recognition }) => built(plate_recognition)],
  ["does_audio", ({ audio }) => built(audio)],
  ["does_thermal", ({ thermal }) => built(thermal)],
  [
    "does_inference",
    ({ emotion_or_categorisation: inference }, label) => named(inference, "system.inference", label),
  ],
  ["does_scoring", ({ profiling_or_scoring: scoring }, label) => named(scoring, "system.scoring", label)],
  ["does_exclusion", ({ shared_exclusion_list: list }, label) => named(list, "system.exclusion_list", label)],
  ["does_assembly", ({ assembly_monitoring: watches }) => plain(watches)],
  ["does_enforcement", ({ autonomous_enforcement: acts }) => plain(acts)],
];

function named(value: string | null | undefined, fact: string, label: Label): Answer {
  if (value === undefined || value === null) return { word: "notStated" };
  return value === "none" ? { word: "absent" } : { label: label(fact, value) };
}

function built(
  ability: { readonly present?: boolean | null; readonly enabled?: boolean | null } | null | undefined,
): Answer {
  if (ability?.present === false) return { word: "absent" };
  if (ability?.present !== true) return { word: "notStated" };
  if (ability.enabled === undefined || ability.enabled === null) return { word: "notStated" };
  return { word: ability.enabled ? "on" : "off" };
}

function plain(value: boolean | null | undefined): Answer {
  if (value === undefined || value === null) return { word: "notStated" };
  return { word: value ? "on" : "absent" };
}
