import { expect } from 'chai';
import { AnswerCache } from '../../src/remote/answer-cache.js';
import { rejection } from '../support/rejections.js';

describe('Answers that are kept for a while', () => {
  it('are asked for again when they are old', async () => {
    let [now, asked] = [0, 0];
    const cache = new AnswerCache(5, 10, () => now);
    const ask = () => cache.get('q', () => Promise.resolve((asked += 1)));

    expect([await ask(), await ask()]).to.deep.equal([1, 1]);
    now = 4.9;
    expect(await ask()).to.equal(1);
    now = 5;
    expect([await ask(), await ask()]).to.deep.equal([2, 2]);
  });

  it('are not kept when there is none', async () => {
    const cache = new AnswerCache(5, 10, () => 0);
    await rejection(cache.get('q', () => Promise.reject(new Error('not now'))));

    expect(await cache.get('q', () => Promise.resolve('now'))).to.equal('now');
  });

  it('are no more than they may be: the first one goes', async () => {
    const cache = new AnswerCache(5, 2, () => 0);
    const asked: string[] = [];
    const ask = (question: string) =>
      cache.get(question, () => {
        asked.push(question);
        return Promise.resolve(question);
      });
    for (const question of ['a', 'b', 'c', 'b', 'c', 'a']) await ask(question);

    expect(asked).to.deep.equal(['a', 'b', 'c', 'a']);
  });
});
