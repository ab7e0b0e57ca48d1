import { geoGraticule, geoMercator, geoPath } from "d3-geo";
import type { MapPoint } from "./map-points.ts";

/** Fits a telephone as it is, since points that shrink with the page could not be hit. */
const WIDTH = 320;
const MOST_HIGH = 580;
const MARGIN = 20;

/** Points keep this distance: a finger needs it (WCAG 2.2, 2.5.8). */
const APART = 25;

/** The least that a map shows, in degrees; around a single point too. */
const AROUND = 0.15;

/** Degrees between two lines of the grid. */
const GRID = 0.5;

/** Where points go on a map just large enough for them. */
export interface ProjectedPoints {
  readonly width: number;
  readonly height: number;
  /** The lines of latitude and longitude, as data of a path. */
  readonly grid: string;
  readonly latitudes: readonly { readonly degrees: number; readonly y: number }[];
  readonly longitudes: readonly { readonly degrees: number; readonly x: number }[];
  /** In the order given; those close together are moved apart. */
  readonly at: readonly (readonly [x: number, y: number])[];
}

/** Puts points on a map in Mercator's projection. There is at least one. */
export function projectedPoints(points: readonly MapPoint[]): ProjectedPoints {
  const [west, east] = reach(points.map(({ lon }) => lon));
  const [south, north] = reach(points.map(({ lat }) => lat));
  const corners = {
    type: "MultiPoint" as const,
    coordinates: [
      [west, south],
      [east, north],
    ],
  };
  const wide = geoMercator().fitWidth(WIDTH - 2 * MARGIN, corners);
  const [, [, bottom]] = geoPath(wide).bounds(corners);
  const height = Math.min(MOST_HIGH, Math.ceil(bottom) + 2 * MARGIN);
  const projection = geoMercator().fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, height - MARGIN],
    ],
    corners,
  );
  const place = (lon: number, lat: number): [number, number] => projection([lon, lat]) ?? [0, 0];
  const inverse = projection.invert ?? (() => null);
  const [left = west, top = north] = inverse([0, 0]) ?? [];
  const [right = east, low = south] = inverse([WIDTH, height]) ?? [];
  const graticule = geoGraticule()
    .extent([
      [left, low],
      [right, top],
    ])
    .step([GRID, GRID]);
  return {
    width: WIDTH,
    height,
    grid: geoPath(projection).digits(1)(graticule()) ?? "",
    latitudes: stepsIn(low, top).map((degrees) => ({ degrees, y: round(place(left, degrees)[1]) })),
    longitudes: stepsIn(left, right).map((degrees) => ({ degrees, x: round(place(degrees, low)[0]) })),
    at: apart(points.map(({ lon, lat }) => place(lon, lat))).map(([x, y]) => [round(x), round(y)]),
  };
}

function reach(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values) - AROUND, Math.max(...values) + AROUND];
}

function stepsIn(from: number, to: number): readonly number[] {
  const first = Math.ceil(from / GRID);
  const count = Math.max(0, Math.floor(to / GRID) - first + 1);
  return Array.from({ length: count }, (_, index) => (first + index) * GRID);
}

/** Moves points that stand too close away from each other, by as little as that takes. */
function apart(points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const moved = points.map(([x, y]): [number, number] => [x, y]);
  for (let round = 0; round < 200; round += 1) {
    let isDone = true;
    moved.forEach((one, index) => {
      for (const other of moved.slice(index + 1)) {
        const [dx, dy] = [other[0] - one[0], other[1] - one[1]];
        const distance = Math.hypot(dx, dy);
        if (distance >= APART) continue;
        isDone = false;
        const step = (APART + 0.5 - distance) / 2;
        const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
        one[0] -= ux * step;
        one[1] -= uy * step;
        other[0] += ux * step;
        other[1] += uy * step;
      }
    });
    if (isDone) break;
  }
  return moved;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
