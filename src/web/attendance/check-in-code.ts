/** Four letters and four digits, as they are read across a room and typed on a phone. */
const pattern = /^([A-Za-z]{4})[- ]?([0-9]{4})$/;

/** The code that was typed, as the screen shows it; undefined when it is none. */
export function typedCode(text: string): string | undefined {
  const [, letters, digits] = pattern.exec(text.trim()) ?? [];
  return letters && digits && `${letters.toUpperCase()}-${digits}`;
}
