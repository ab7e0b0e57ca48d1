import { APP_PERMISSIONS } from "../api/app-permissions.ts";
import { SUBSCRIBED_EVENTS } from "../api/subscribed-events.ts";
import { WEBHOOK_PATH } from "../events/webhook-path.ts";

/**
 * What GitHub registers the app from: its webhook at the operator's public address, exactly the permissions and events it
 * uses, and nobody but its owner may install it. `back` is where the browser goes afterwards.
 */
export function appManifest({
  name,
  address,
  back,
}: {
  readonly name: string;
  readonly address: URL;
  readonly back: string;
}) {
  return {
    name,
    url: address.href,
    hook_attributes: { url: new URL(WEBHOOK_PATH, address).href, active: true },
    redirect_url: back,
    public: false,
    default_permissions: APP_PERMISSIONS,
    default_events: SUBSCRIBED_EVENTS,
  };
}
