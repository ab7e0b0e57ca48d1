import { endOf, firstDay } from "../../registry/period.ts";
import { type Html, html } from "../html.ts";

/** One kind of thing on a line of time: what it is called, and its dates; months and years stand for some day within them. */
interface TimeLane {
  readonly title: string;
  readonly dates: readonly string[];
}

/** What a line of time shows. */
export interface TimeChart {
  /** First and last year shown. */
  readonly years: readonly [first: number, last: number];
  /** A day to mark; what comes after it is hollow. */
  readonly asOf: string;
  readonly lanes: readonly TimeLane[];
}

const LANE = 26;
const RADIUS = 4.5;

/**
 * Dates as marks on lines of time, a line for each kind, as a picture named by `label`; the same must stand beside it in
 * words. Places are parts of the whole, so that it fits any width with text and marks as large as ever.
 */
export function timeChart({ years, asOf, lanes }: TimeChart, label: string): Html {
  const place = placesBetween(years);
  const today = place(asOf);
  const all = Array.from({ length: years[1] - years[0] + 1 }, (_, index) => years[0] + index);
  const every = Math.ceil(all.length / 6);
  const grid = all.map(
    (year) =>
      html`<line class="year" x1="${place(`${year}-01-01`)}" x2="${place(`${year}-01-01`)}" y1="0" y2="100%"/>`,
  );
  const line = html`<line class="today" x1="${today}" x2="${today}" y1="0" y2="100%"/>`;
  return html`<div class="time-chart" role="img" aria-label="${label}">
<div class="axis"><span></span><svg height="20" width="100%">${all.map(
    (year, index) =>
      index % every === 0 && html`<text x="${place(`${year}-01-01`)}" dx="3" y="14">${year}</text>`,
  )}${grid}</svg></div>
${lanes.map(
  ({
    title,
    dates,
  }) => html`<div><span>${title}</span><svg height="${LANE}" width="100%">${grid}${line}${marks(dates, asOf, place)}</svg></div>
`,
)}</div>`;
}

/** Each date once; the more fall on it, the larger its mark. */
function marks(dates: readonly string[], asOf: string, place: (day: string) => string): readonly Html[] {
  return [...new Set(dates)].map((date) => {
    const kind = date > asOf ? "ahead" : "past";
    const count = dates.filter((other) => other === date).length;
    if (date.length === 10)
      return html`<circle class="${kind}" cx="${place(date)}" cy="${LANE / 2}" r="${RADIUS + Math.min(count - 1, 3)}"/>`;
    const [from, to] = [place(firstDay(date)), place(endOf(date))];
    return html`<line class="${kind}" x1="${from}" x2="${to}" y1="${LANE / 2}" y2="${LANE / 2}"/>`;
  });
}

/** From a day to how far it lies between the first day and the last, as a percentage. */
function placesBetween([first, last]: TimeChart["years"]): (day: string) => string {
  const begin = Date.parse(`${first}-01-01`);
  const whole = Date.parse(`${last + 1}-01-01`) - begin;
  return (day) => `${((100 * (Date.parse(day) - begin)) / whole).toFixed(2)}%`;
}
