/** The sign that Word writes in front of an item, in its own fonts too, and the blanks that it fills the indent with. */
const bullet = '(?:[·•▪‣\uf0b7\uf0a7]\\s{2,}|[o§](?=\\s{2})[^\\S\\u00a0]*\\u00a0\\s*)';
const bulleted = new RegExp(`(?:<p>${bullet}(?:(?!</p>)[^])*</p>\\s*)+`, 'g');
const bulletedItem = new RegExp(`<p>${bullet}((?:(?!</p>)[^])*)</p>\\s*`, 'g');

/** Paragraphs that begin with such a sign are items of a list. */
export function withBullets(html: string): string {
  return html.replace(
    bulleted,
    (paragraphs) => `<ul>${paragraphs.replace(bulletedItem, '<li>$1</li>')}</ul>`,
  );
}
