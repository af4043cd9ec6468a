import { expect } from 'chai';
import { onEveryMount } from '../../support/scene.js';

onEveryMount('The page that a code leads to', (scene) => {
  const page = (language?: string) =>
    scene.api.get('/check-in', { as: null, ...(language && { headers: { 'accept-language': language } }) });

  it('is there for who is not signed in, in their language, and kept nowhere', async () => {
    for (const [wanted, language, title] of [
      ['nl-BE', 'nl', 'Mijn aanwezigheid bevestigen'],
      ['en', 'en', 'Confirm my presence'],
      [undefined, 'fr', 'Confirmer ma présence'],
    ] as const) {
      const { status, headers, text } = await page(wanted);
      expect(status).to.equal(200);
      expect(headers.get('content-type')).to.equal('text/html; charset=utf-8');
      expect(headers.get('content-language')).to.equal(language);
      expect(headers.get('cache-control')).to.equal('no-store');
      expect(headers.get('referrer-policy')).to.equal('same-origin');
      expect(text).to.contain(`<html lang="${language}">`).and.contain(`<title>${title}</title>`);
    }
  });

  it('runs the script of the plugin and nothing else, and nobody frames it', async () => {
    const { headers, text } = await page();
    expect(headers.get('content-security-policy')).to.equal(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(text.match(/<script/g)).to.have.length(1);
    expect(text).not.to.match(/<link|<img|style=|https?:|onload=/);
    const [, script = ''] = /<script type="module" src="([^"]+)"><\/script>/.exec(text) ?? [];
    const [, base = ''] = /base-url="([^"]*)"/.exec(text) ?? [];
    expect(script).to.equal(`${base}/web/check-in-page.js`);
  });
});
