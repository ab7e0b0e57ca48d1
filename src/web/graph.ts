/** A graph to be drawn, from the top down: who there is, and what leads where, each with its lines of text. */
export interface Graph {
  readonly nodes: readonly { readonly id: string; readonly lines: readonly string[] }[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly lines: readonly string[];
  }[];
}

export type Point = readonly [x: number, y: number];

/** Where everything in a graph goes, in pixels from the top left; boxes and lines in the order of its nodes and links. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly {
    readonly middle: Point;
    readonly width: number;
    readonly height: number;
  }[];
  readonly lines: readonly {
    /** A start, and then three points for each curve (Bézier, cubic). */
    readonly curve: readonly Point[];
    readonly arrow: readonly Point[];
    readonly label: Point;
  }[];
}

/** Finds places for a graph: equal graphs have equal layouts. */
export type LayOut = (graph: Graph) => GraphLayout;
