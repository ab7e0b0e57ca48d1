import type { Truth } from "../model/value.ts";
import type { ManifestView } from "./manifest-view.ts";
import { perManifest } from "./per-manifest.ts";
import { child, follow, items, type Place } from "./place.ts";
import { flagAt, isNone, textAt, wordsAt } from "./read.ts";
import { statesKind } from "./stated-kinds.ts";
import { allOf, anyOf } from "./truth.ts";

/** Whether each function is switched on, from categories and functions; a blank leaves it unknown. */
export interface FunctionsInUse {
  readonly identification: Truth;
  readonly analytics: Truth;
  readonly command_centre: Truth;
  readonly plate_recognition: Truth;
  readonly thermal: Truth;
  readonly audio: Truth;
  readonly actuation: Truth;
  readonly scoring: Truth;
  readonly city_data_platform: Truth;
  readonly video: Truth;
}

/** The functions a system has switched on. */
export const functionsInUse: (view: ManifestView) => FunctionsInUse = perManifest((view) => {
  const functions = follow(view.root, "system.functions");
  const in_ = (category: string) => hasCategory(view, category);
  return {
    identification: anyOf([
      in_("face_recognition"),
      written(child(functions, "identification")),
      biometricOn(view),
    ]),
    analytics: anyOf([
      in_("video_analytics"),
      in_("crowd_analytics"),
      written(child(functions, "emotion_or_categorisation")),
      flagAt(child(functions, "assembly_monitoring")),
    ]),
    command_centre: in_("command_centre"),
    plate_recognition: anyOf([in_("plate_recognition"), switchedOn(child(functions, "plate_recognition"))]),
    thermal: anyOf([
      in_("thermal_screening"),
      switchedOn(child(functions, "thermal")),
      // A blank kind is no camera for heat; whether it films at all it leaves open.
      hasDevice(view, ["thermal_camera"]) === true,
    ]),
    audio: anyOf([in_("audio_sensing"), switchedOn(child(functions, "audio")), voicesUnexplained(view)]),
    actuation: anyOf([
      in_("autonomous_vehicle"),
      flagAt(child(functions, "autonomous_mobility")),
      acts(child(functions, "actuation")),
    ]),
    scoring: written(child(functions, "profiling_or_scoring")),
    city_data_platform: in_("city_data_platform"),
    video: films(view),
  };
});

/** Whether a category is among the system's; unknown where the list is blank. */
export function hasCategory(view: ManifestView, category: string): Truth {
  return categoriesOf(view)?.has(category);
}

/** The system's categories; `undefined` where the list is blank. */
export const categoriesOf: (view: ManifestView) => ReadonlySet<string> | undefined = perManifest((view) =>
  wordsAt(follow(view.root, "system.categories")),
);

const CAMERAS = ["camera", "recorder", "drone"];
const FILMING = ["video_surveillance", "video_analytics", "face_recognition"];

/** Whether the system films, by its categories or because a device does. */
function films(view: ManifestView): Truth {
  return anyOf([...FILMING.map((category) => hasCategory(view, category)), hasDevice(view, CAMERAS)]);
}

/** Whether a device is of one of these kinds, whatever the categories say; unknown where the kind of one is blank. */
function hasDevice(view: ManifestView, kinds: readonly string[]): Truth {
  const devices = items(follow(view.root, "supply_chain.devices"))?.map((device) =>
    textAt(child(device, "category")),
  );
  return devices && anyOf(devices.map((kind) => (kind === undefined ? undefined : kinds.includes(kind))));
}

/** False, or unknown where voices are among the data of a system that watches: sound that is declared off takes none. */
function voicesUnexplained(view: ManifestView): Truth {
  const watches = films(view) === true || hasDevice(view, ["sensor"]) === true;
  return watches && statesKind(view, "voice") ? undefined : false;
}

/** Whether a biometric capability is switched on. */
function biometricOn(view: ManifestView): Truth {
  return switchedOn(follow(view.root, "system.functions.biometric_capability"));
}

/** Whether one person is searched for among many; with `none` declared, a capability that is on says otherwise. */
export function oneToMany(view: ManifestView): Truth {
  const identification = follow(view.root, "system.functions.identification");
  if (isNone(identification)) return anyOf([biometricOn(view), hasCategory(view, "face_recognition")]);
  const kind = textAt(identification);
  return kind === undefined ? undefined : kind !== "verification_1_1";
}

/** Whether heat sensing of people is on; a camera for heat that the functions call off is not said to watch nobody. */
export function heatOfPeople(view: ManifestView): Truth {
  const block = follow(view.root, "system.functions.thermal");
  const ofPeople = flagAt(child(block, "of_people"));
  const isDenied = ofPeople === false && switchedOn(block) === false;
  return allOf([functionsInUse(view).thermal, isDenied ? undefined : ofPeople]);
}

/** `enabled`, or off where the capability is not even present. */
function switchedOn(block: Place): Truth {
  const enabled = flagAt(child(block, "enabled"));
  if (enabled !== undefined) return enabled;
  return flagAt(child(block, "present")) === false ? false : undefined;
}

function written(place: Place): Truth {
  if (isNone(place)) return false;
  return textAt(place) === undefined ? undefined : true;
}

function acts(actuation: Place): Truth {
  if (isNone(actuation)) return false;
  const kind = textAt(actuation);
  return kind === undefined ? undefined : kind !== "advisory";
}
