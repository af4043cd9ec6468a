/** A page of the platform. */
export function page(title: string, body: string): Response {
  const text = `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${body}</body></html>`;
  return new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** A page that sends `fields` to `action` by itself: how the browser carries messages between tool and platform. */
export function autoPost(action: string, fields: Readonly<Record<string, string>>): Response {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return page(
    '…',
    `<form action="${escaped(action)}" method="post">${inputs.join('')}</form><script>document.forms[0].submit()</script>`,
  );
}

/** What a page of `autoPost` sends, and where, for tests without a browser. */
export function readForm(html: string): { readonly action: string; readonly fields: URLSearchParams } {
  const attribute = (tag: string, name: string): string =>
    plain(new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const fields = new URLSearchParams();
  for (const [tag] of html.matchAll(/<input [^>]*>/g))
    fields.append(attribute(tag, 'name'), attribute(tag, 'value'));
  return { action: attribute(/<form [^>]*>/.exec(html)?.[0] ?? '', 'action'), fields };
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
