/** The longest address of an online class. */
export const onlineUrlLength = 2_000;

/**
 * The address of an online class as somebody wrote it, or undefined when it is none that a browser may be led to: https,
 * with a host, and without a name or password, which everybody would read who takes part.
 */
export function parseOnlineUrl(text: string): string | undefined {
  const address = text.trim();
  if (!/^https:\/\/[^/\\?#\s]/i.test(address) || /\s/.test(address) || !URL.canParse(address))
    return undefined;
  const { username, password } = new URL(address);
  return username === '' && password === '' ? address : undefined;
}
