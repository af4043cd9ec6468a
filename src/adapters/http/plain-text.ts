/**
 * Bytes as text: UTF-8 or UTF-16, with a byte order mark or without. Programs of old wrote in the code page of Windows:
 * a line that is no UTF-8 is taken for that. A line may be folded within a character (RFC 5545, 3.1), so that its parts
 * are joined before they are read.
 */
export function plainText(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const whole = utf8(bytes);
  if (whole !== undefined) return whole;
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/(?:\r*\n|\r)[ \t]/g, '');
  return lines.replaceAll(/[^\r\n]+/g, (line) => lineText(Buffer.from(line, 'latin1')));
}

/** A text begins with a letter or a sign of ASCII, whose other byte is 0. */
function utf16Of([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return 'utf-16be';
  return undefined;
}

function lineText(bytes: Uint8Array): string {
  return utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
