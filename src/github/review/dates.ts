/**
 * The zone whose calendar dates verdicts. Policies speak of days in the jurisdiction they are written for,
 * so a verdict changes at midnight there, wherever the app runs.
 */
const POLICY_ZONE = "Asia/Jerusalem";

/** The date on the policies' calendar at a moment, `YYYY-MM-DD`. */
export function policyDate(moment: Date): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: POLICY_ZONE,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** A date so many days later. */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
