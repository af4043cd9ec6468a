/** As long as the file systems of today take a name in any script, with its ending. */
const longest = 80;

/** A download with the name of what is in it (RFC 6266): for old browsers also in ASCII. */
export function attachment(name: string, ending: string): string {
  const whole = `${fileName(name)}.${ending}`;
  const plain = whole
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_');
  const head = `attachment; filename="${plain}"`;
  return plain === whole ? head : `${head}; filename*=UTF-8''${encoded(whole)}`;
}

/**
 * Without what leads elsewhere, what file systems refuse, what parts a header, and what could hide the ending: other
 * endings, and signs that nobody sees.
 */
function fileName(name: string): string {
  const seen = name.replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, '');
  const kept = seen
    .replace(/[\\/:*?"<>|%;=.]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = Array.from(kept).slice(0, longest).join('').trim();
  return short || 'seance';
}

/** RFC 8187: more is encoded than in addresses. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
