declare const kind: unique symbol;

/**
 * What somebody drew to sign: path data of SVG 2 (9.3), of absolute moves and lines with whole coordinates, in a box of
 * 600 by 200. The pen's speed and pressure are not in it.
 */
export type Signature = string & { readonly [kind]: 'signature' };

export const signatureBox = { width: 600, height: 200 } as const;
/** In characters. Some hundred strokes. */
export const longestSignature = 20_000;

export const signaturePattern = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})*)+$/;

/** The signature that `text` writes; undefined when it is none, leaves its box, or nothing is drawn in it. */
export function parseSignature(text: string): Signature | undefined {
  if (text.length > longestSignature || !signaturePattern.test(text)) return undefined;
  const strokes = text
    .split('M')
    .filter(Boolean)
    .map((stroke) => stroke.split('L'));
  const isInside = (point: string) => {
    const [x = 0, y = 0] = point.split(' ').map(Number);
    return x <= signatureBox.width && y <= signatureBox.height;
  };
  const isDrawn = strokes.some((points) => new Set(points).size > 1);
  return isDrawn && strokes.flat().every(isInside) ? (text as Signature) : undefined;
}
