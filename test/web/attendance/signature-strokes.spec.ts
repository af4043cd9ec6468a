import { expect } from 'chai';
import { longestSignature, parseSignature, signatureBox } from '../../../src/domain/attendance/signature.js';
import {
  isSignature,
  pathOf,
  signatureBox as drawnBox,
  strokeInBox,
  strokesOf,
  withStroke,
  type Stroke,
} from '../../../src/web/attendance/signature-strokes.js';

const circle = (points: number): Stroke =>
  Array.from({ length: points }, (_, index) => {
    const angle = (index / points) * 2 * Math.PI;
    return { x: Math.round(300 + 90 * Math.cos(angle)), y: Math.round(100 + 90 * Math.sin(angle)) };
  });
const scribble = (points: number): Stroke =>
  Array.from({ length: points }, (_, index) => ({ x: (index * 37) % 600, y: index % 2 === 0 ? 0 : 200 }));

describe('The strokes of a signature', () => {
  it('are written in the box that the server knows, whatever the size of the pad', () => {
    expect(drawnBox).to.deep.equal(signatureBox);
    const stroke = strokeInBox(
      [
        { x: 0, y: 0 },
        { x: 165.3, y: 55 },
        { x: 330, y: 110 },
      ],
      { width: 330, height: 110 },
    );
    expect(pathOf([stroke])).to.equal('M0 0L301 100L600 200');
  });

  it('run along the edge where the pen left the pad', () => {
    const stroke = strokeInBox(
      [
        { x: -20, y: 50 },
        { x: 900, y: 260 },
      ],
      { width: 600, height: 200 },
    );
    expect(pathOf([stroke])).to.equal('M0 50L600 200');
  });

  it('are read again as they were written, a dot as a line of no length', () => {
    const path = pathOf([circle(40), [{ x: 5, y: 6 }]]);
    expect(path.endsWith('M5 6L5 6')).to.equal(true);
    expect(pathOf(strokesOf(path))).to.equal(path);
    expect(parseSignature(path)).to.equal(path);
    expect(strokesOf('')).to.deep.equal([]);
  });

  it('sign nothing as long as they are dots', () => {
    expect(isSignature([])).to.equal(false);
    expect(isSignature([[{ x: 5, y: 6 }], strokesOf('M7 8L7 8')[0] ?? []])).to.equal(false);
    expect(isSignature([[{ x: 5, y: 6 }], circle(5)])).to.equal(true);
  });

  it('keep their form with the points that it needs', () => {
    const straight = Array.from({ length: 100 }, (_, index) => ({ x: index, y: index }));
    expect(withStroke([], straight)).to.deep.equal([[straight[0], straight.at(-1)]]);
    const [round = []] = withStroke([], circle(400));
    expect(round.length).to.be.within(20, 60);
    expect(withStroke([round], [])[0]).to.deep.equal(round);
  });

  it('fit into the greatest length, however long somebody draws', () => {
    let strokes: readonly Stroke[] = [];
    for (let number = 0; number < 40; number += 1) strokes = withStroke(strokes, circle(2_000));
    expect(strokes).to.have.length(40);
    expect(parseSignature(pathOf(strokes))).to.have.length.of.at.most(longestSignature);
  });

  it('do without one that does not fit in', () => {
    const drawn = withStroke([], circle(50));
    expect(withStroke(drawn, scribble(5_000))).to.equal(drawn);
  });
});
