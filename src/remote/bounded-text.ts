/**
 * The text of a body, counted as it arrives.
 *
 * @param most bytes
 * @returns undefined when there is more
 */
export async function boundedText(
  { body }: Pick<Response, 'body'>,
  most: number,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += (chunk as Uint8Array).byteLength;
    if (size > most) return undefined;
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}
