import { EVENTS } from "../events/tasks-for-event.ts";

/** These come to every app, and asking for them is refused. */
const ALWAYS: readonly string[] = ["installation", "installation_repositories"];

/** Events the app's registration subscribes to. */
export const SUBSCRIBED_EVENTS = EVENTS.filter((event) => !ALWAYS.includes(event));
