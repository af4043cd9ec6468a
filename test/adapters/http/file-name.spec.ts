import { expect } from 'chai';
import { attachment } from '../../../src/adapters/http/file-name.js';

describe('The name of a download', () => {
  const encoded = (name: string) => /filename\*=UTF-8''(\S+)$/.exec(attachment(name, 'ics'))?.[1];

  it('is that of what is in it', () => {
    expect(attachment('Atelier [3]', 'ics')).to.equal('attachment; filename="Atelier [3].ics"');
  });

  it('is written in ASCII for old browsers, and in any script for others', () => {
    expect(attachment("Évaluation d'été", 'ics')).to.equal(
      `attachment; filename="Evaluation d'ete.ics"; filename*=UTF-8''%C3%89valuation%20d%27%C3%A9t%C3%A9.ics`,
    );
    expect(decodeURIComponent(encoded('סדנה 数学')!)).to.equal('סדנה 数学.ics');
  });

  it('leads nowhere, ends no header, and hides no ending', () => {
    expect(attachment('../..\\C:"a"\r\nX: y?*<|>%41', 'ics')).to.equal(
      'attachment; filename="C a X y 41.ics"',
    );
    expect(attachment('"; filename="x.html', 'ics')).to.equal('attachment; filename="filename x html.ics"');
    expect(attachment('photo\u202egpj.exe', 'ics')).to.equal('attachment; filename="photogpj exe.ics"');
  });

  it('is short enough for a file, and never empty', () => {
    const name = decodeURIComponent(encoded('é'.repeat(255))!);
    expect(name).to.equal(`${'é'.repeat(80)}.ics`);
    for (const nothing of ['', '...', ' / ', '\u200b', '\ud800'])
      expect(attachment(nothing, 'ics')).to.equal('attachment; filename="seance.ics"');
  });
});
