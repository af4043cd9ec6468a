import { expect } from 'chai';
import { LocaleNoticeWriter } from '../../../src/adapters/notice/locale-notice-writer.js';
import type { MailWords } from '../../../src/ports/notice-writer.js';

const reader = { locale: 'fr', timeZone: 'Europe/Brussels' };
const link = (name: string, id = name) => ({ name, url: `https://campus.example/s?space=a&seance=${id}` });
const words: MailWords = {
  ...{ kind: 'change', names: ['Latin'], texts: ['Latin est déplacée.'], links: [] },
  ...{ subscriptionUrl: null, introduction: '', signature: '' },
};

describe('A mail about séances', () => {
  const written = (parts: Partial<MailWords>) =>
    new LocaleNoticeWriter().mail(reader, { ...words, ...parts });

  it('leads to each of them, in plain text by its address, as HTML by its name', () => {
    const { text, html } = written({ links: [link('Latin (Lettres)', '1'), link('<Grec>', '2')] });
    expect(text).to.contain(
      '\n\nLatin (Lettres) <https://campus.example/s?space=a&seance=1>\n' +
        '<Grec> <https://campus.example/s?space=a&seance=2>\n\n',
    );
    expect(html).to.contain(
      '<p><a href="https://campus.example/s?space=a&amp;seance=1">Latin (Lettres)</a><br>' +
        '<a href="https://campus.example/s?space=a&amp;seance=2">&lt;Grec&gt;</a></p>',
    );
  });

  it('leads to as many as it names one by one', () => {
    const links = Array.from({ length: 30 }, (_, index) => link(`S${index}`));
    expect(written({ links }).html.match(/<a /g)).to.have.length(20);
  });

  it('leads nowhere where the host has no pages', () => {
    expect(written({}).text).to.match(/^Latin est déplacée\.\n\nVous choisissez [^<]+$/);
    expect(written({}).html).not.to.contain('<a ');
  });
});
