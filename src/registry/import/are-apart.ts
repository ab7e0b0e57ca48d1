import { endOf, firstDay } from "../period.ts";

interface Days {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/** Whether two periods surely have no day in common; a blank end meets everything on its side. */
export function areApart(left: Days, right: Days): boolean {
  return endsBefore(left, right) || endsBefore(right, left);
}

function endsBefore({ to }: Days, { from }: Days): boolean {
  return Boolean(to && from && endOf(to) <= firstDay(from));
}
