const mailAddress = /^[^\s@/?#:]+@[^\s@/?#:.]+(\.[^\s@/?#:.]+)+(\?.*)?$/;
const siteWithoutScheme = /^www\.[^\s@/?#:.]+(\.[^\s@/?#:.]+)+([/?#:].*)?$/i;

/**
 * Where a link leads that somebody wrote as `href`; undefined for one that would lead into the page that it is read on,
 * or run something there. What browsers leave out of an address is left out before it is looked at.
 */
export function linkAddress(href: string): string | undefined {
  const address = href.replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '').trim();
  const whole = withScheme(address);
  return isWhole(whole) ? whole : undefined;
}

function withScheme(address: string): string {
  if (address.startsWith('//')) return `https:${address}`;
  if (siteWithoutScheme.test(address)) return `https://${address}`;
  return mailAddress.test(address) ? `mailto:${address}` : address;
}

/** "https:plan.html" has a scheme and leads into the host all the same. */
function isWhole(address: string): boolean {
  if (/^(mailto|tel):[^\s/\\]/i.test(address)) return true;
  return /^https?:\/\/[^/\\?#]/i.test(address) && URL.canParse(address);
}
