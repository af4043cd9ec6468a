/** A point of a stroke, in the box that signatures are written in. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the pen drew without being lifted: one point is a dot. */
export type Stroke = readonly Point[];

/** The box that signatures are written in, whatever the size at which they are drawn: the server knows no other. */
export const signatureBox = { width: 600, height: 200 } as const;

/** How long a signature may be, in characters. */
const longest = 20_000;
/** By how much a drawn line may be off, at first and at most, in units of the box. */
const finest = 1;
const coarsest = 32;

/** A stroke that was drawn on a pad of this size, in the box: what left the pad runs along its edge. */
export function strokeInBox(
  points: Iterable<Point>,
  pad: { readonly width: number; readonly height: number },
): Stroke {
  const { width, height } = signatureBox;
  return Array.from(points, ({ x, y }) => ({
    x: within(Math.round((x / pad.width) * width), width),
    y: within(Math.round((y / pad.height) * height), height),
  }));
}

/** The strokes of a signature's path data. */
export function strokesOf(path: string): readonly Stroke[] {
  const strokes = path.split('M').filter(Boolean);
  return strokes.map((stroke) =>
    stroke.split('L').map((point) => {
      const [x = 0, y = 0] = point.split(' ').map(Number);
      return { x, y };
    }),
  );
}

/** Strokes as path data: a dot is a line to where it is. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes
    .map((stroke) => (stroke.length === 1 ? [...stroke, ...stroke] : stroke))
    .map((stroke) => `M${stroke.map(({ x, y }) => `${x} ${y}`).join('L')}`)
    .join('');
}

/** Whether there is more than dots: those alone sign nothing. */
export function isSignature(strokes: readonly Stroke[]): boolean {
  return strokes.some(([first, ...others]) => others.some(({ x, y }) => x !== first?.x || y !== first.y));
}

/**
 * Strokes with another one, as fine as a signature of the greatest length can have them. Those that were there when it does
 * not fit in at all.
 */
export function withStroke(strokes: readonly Stroke[], drawn: Stroke): readonly Stroke[] {
  for (let tolerance = finest; tolerance <= coarsest; tolerance *= 2) {
    const simple = [...strokes, drawn].map((stroke) => simplified(stroke, tolerance));
    if (pathOf(simple).length <= longest) return simple;
  }
  return strokes;
}

/** A stroke without the points that its line would pass within `tolerance` of (Ramer, Douglas and Peucker). */
function simplified(stroke: Stroke, tolerance: number): Stroke {
  const [first, last] = [stroke[0], stroke.at(-1)];
  if (!first || !last || stroke.length < 3) return stroke;
  const distances = stroke.map((point) => distanceTo(point, first, last));
  const furthest = distances.indexOf(Math.max(...distances));
  if ((distances[furthest] ?? 0) <= tolerance) return [first, last];
  const before = simplified(stroke.slice(0, furthest + 1), tolerance);
  return [...before.slice(0, -1), ...simplified(stroke.slice(furthest), tolerance)];
}

/** How far a point is from the line between two others; from the first when they are the same. */
function distanceTo({ x, y }: Point, first: Point, last: Point): number {
  const [dx, dy] = [last.x - first.x, last.y - first.y];
  const [px, py] = [x - first.x, y - first.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return Math.hypot(px - along * dx, py - along * dy);
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
