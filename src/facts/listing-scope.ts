import type { Truth } from "../model/value.ts";
import { categoriesOf, functionsInUse, hasCategory } from "./functions-in-use.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, items, type Place } from "./place.ts";
import { textAt, wordsAt } from "./read.ts";
import type { Site } from "./sites-in.ts";
import { anyOf } from "./truth.ts";

/** Whether what a party supplies here, and what it is used for, falls within the scope of a listing. An empty scope is no limit. */
export interface ListingContext {
  productMeets(scope: ReadonlySet<string>): Truth;
  useMeets(scope: ReadonlySet<string>): Truth;
}

/**
 * Scope words each kind of device falls under. A kind that is not here, such as a server, may be part of
 * anything: the system's categories can bring it into a scope, and nothing takes it out.
 */
const PRODUCT: Readonly<Record<string, readonly string[]>> = {
  camera: ["video_surveillance"],
  recorder: ["video_surveillance"],
  thermal_camera: ["video_surveillance"],
  network_equipment: ["telecom", "router"],
  drone: ["unmanned_aircraft", "video_surveillance"],
  sensor: [],
  controller: ["robotics", "power_inverter"],
  vehicle: ["robotics"],
  software: ["security_software"],
};

/** Scope words that follow from what the whole system is. */
const PRODUCT_OF_SYSTEM: Readonly<Record<string, string>> = {
  video_surveillance: "video_surveillance",
  video_analytics: "video_surveillance",
  face_recognition: "video_surveillance",
  plate_recognition: "video_surveillance",
  thermal_screening: "video_surveillance",
  telecom_network: "telecom",
  public_wifi: "telecom",
  drone: "unmanned_aircraft",
};

/** Roles that supply telecommunications whatever the devices are. */
const TELECOM_ROLES = new Set(["carrier", "hop", "cable_landing", "cable_supplier", "cable_operator"]);

/**
 * Uses of section 889 by category. Video surveillance by a municipality serves public safety; so do
 * analytics on it, command and dispatch. What keeps a city running is critical infrastructure.
 */
const USE_OF_SYSTEM: Readonly<Record<string, readonly string[]>> = {
  video_surveillance: ["public_safety"],
  video_analytics: ["public_safety"],
  face_recognition: ["public_safety"],
  plate_recognition: ["public_safety"],
  crowd_analytics: ["public_safety"],
  thermal_screening: ["public_safety"],
  audio_sensing: ["public_safety"],
  command_centre: ["public_safety"],
  emergency_dispatch: ["public_safety", "critical_infrastructure"],
  traffic_control: ["critical_infrastructure"],
  public_transport: ["critical_infrastructure"],
  water: ["critical_infrastructure"],
  energy: ["critical_infrastructure"],
  telecom_network: ["critical_infrastructure"],
};

/** Uses by sensitive kind of site: a polling station, a school and an office of the state are government facilities. */
const USE_OF_SITE: Readonly<Record<string, readonly string[]>> = {
  election: ["government_facility"],
  school: ["government_facility"],
  government: ["government_facility"],
  emergency: ["public_safety", "critical_infrastructure"],
  health: ["critical_infrastructure"],
  security: ["national_security", "public_safety"],
};

/** The scope of one device at one site; of all its sites where none is given. */
export function deviceScope(view: ManifestView, device: Place, site?: Site): ListingContext {
  const sites = site === undefined ? view.sites : [site];
  return {
    productMeets: (scope) => (scope.size === 0 ? true : productMeets(view, device, scope)),
    useMeets: (scope) => useMeets(view, sites, scope),
  };
}

/** The scope of a party in the whole system: all devices and sites, and what its roles supply. */
export function systemScope(view: ManifestView, roles: readonly (string | undefined)[]): ListingContext {
  const devices = items(follow(view.root, "supply_chain.devices"));
  const telecom = roles.some((role) => TELECOM_ROLES.has(role ?? ""));
  return {
    productMeets(scope) {
      if (scope.size === 0) return true;
      const byRole = telecom && (scope.has("telecom") || scope.has("telecom_services"));
      return anyOf([byRole, ...(devices?.map((device) => productMeets(view, device, scope)) ?? [undefined])]);
    },
    useMeets: (scope) => useMeets(view, view.sites, scope),
  };
}

/** True where the kind of device, or for an open kind the system, falls under the scope; false only for a kind known to fall outside. */
function productMeets(view: ManifestView, device: Place, scope: ReadonlySet<string>): Truth {
  const words = PRODUCT[textAt(child(device, "category")) ?? ""];
  if (words !== undefined) return words.some((word) => scope.has(word));
  const bySystem = Object.entries(PRODUCT_OF_SYSTEM).some(
    ([category, word]) => scope.has(word) && hasCategory(view, category),
  );
  return bySystem ? true : undefined;
}

/** True where a category or a site falls under the scope; false only where all categories and site kinds are stated and known. */
function useMeets(view: ManifestView, sites: readonly Site[] | undefined, scope: ReadonlySet<string>): Truth {
  if (scope.size === 0) return true;
  const categories = categoriesOf(view);
  const bySite = sites?.map((site) =>
    meets(wordsAt(child(site.place, "sensitive_kinds")), USE_OF_SITE, scope),
  ) ?? [undefined];
  const open = categories?.has("other") === true ? undefined : false;
  // Cameras of a system that names no video are video surveillance all the same.
  const byVideo = scope.has("public_safety") ? functionsInUse(view).video : false;
  return anyOf([meets(categories, USE_OF_SYSTEM, scope), ...bySite, byVideo, open]);
}

function meets(
  words: ReadonlySet<string> | undefined,
  uses: Readonly<Record<string, readonly string[]>>,
  scope: ReadonlySet<string>,
): Truth {
  return words && [...words].some((word) => uses[word]?.some((use) => scope.has(use)) === true);
}
