/** What the app's registration asks for, and no more; `docs/operating.md` says it in words. */
export const APP_PERMISSIONS = {
  metadata: "read",
  contents: "read",
  checks: "write",
  pull_requests: "write",
  issues: "read",
  merge_queues: "read",
  members: "read",
};
