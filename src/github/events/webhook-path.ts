/** Where GitHub delivers events; it is what Probot uses, and what app registrations name. */
export const WEBHOOK_PATH = "/api/github/webhooks";
