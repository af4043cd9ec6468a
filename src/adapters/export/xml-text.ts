/** The longest text that a cell may have. */
const longest = 32_767;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A text as a part of a workbook has it. What XML has no way to write (XML 1.0, 2.2) is shown as unknown, and what a
 * spreadsheet would read as the number of a character, `_x0041_`, stays what it is (ECMA-376 part 1, 22.9.2.19).
 */
export function xmlText(text: string): string {
  return text
    .slice(0, longest)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
