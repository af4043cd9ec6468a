import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { guideExamples } from '../../.config/package-check/examples.mjs';
import { ExampleProject } from '../support/example-project.js';

const root = new URL('../../', import.meta.url);

/** What the types are there for: each mistake is one for the compiler, or it complains that there is none. */
const mistakes = `
import type { SeanceTool, SeanceToolEvents } from 'seances/web';
import type { SeanceAdmin } from 'seances/web-admin';
import type { MySeances } from 'seances/web-my-seances';

const elements: [SeanceTool | null, SeanceAdmin | null, MySeances | null] = [
  document.querySelector('seance-tool'),
  document.querySelector('seance-admin'),
  document.querySelector('my-seances'),
];
// @ts-expect-error -- the administration is of no space
elements[1].space = 'demo';
// @ts-expect-error -- an id is a text
elements[0].space = 1;
elements[0]?.addEventListener('seances-deleted', ({ detail: { ids } }) => ids.map((id) => id.length));
// @ts-expect-error -- several séances have no one that was created
document.addEventListener('seances-deleted', ({ detail }) => detail.seance);
// @ts-expect-error -- there is no such event
export type Unknown = SeanceToolEvents['seance-forgotten'];
`;

const reactMistakes = `
import type {} from 'seances/web-react';

export const wrong = [
  // @ts-expect-error -- of which space?
  <seance-tool base-url="/plugins/seances" />,
  // @ts-expect-error -- where is the plugin?
  <my-seances locale="fr" />,
  // @ts-expect-error -- what is created is no list
  <seance-tool base-url="" space="demo" onseance-created={({ detail }) => detail.ids} />,
];
export const right = [
  <seance-admin base-url="/plugins/seances" className="wide" key="1" onClick={({ currentTarget }) => currentTarget.baseUrl} />,
  <my-seances base-url="/plugins/seances" locale="nl" authorize={() => Promise.resolve('token')} />,
  <seance-tool base-url="/plugins/seances" space="demo" authorize={undefined} />,
];
`;

describe('The types of the browser part', function () {
  this.timeout(60_000);
  let project: ExampleProject | undefined;

  beforeEach(async () => {
    project = await ExampleProject.create({ lib: ['ES2023', 'DOM'], types: [], jsx: 'react-jsx' });
  });
  afterEach(() => project?.remove());

  it("fit the guide's pages, and refuse the mistakes that they are there for", async () => {
    const { page, reactPage } = guideExamples(
      await readFile(new URL('docs/integrators-guide.md', root), 'utf8'),
    );
    await project?.write('page.ts', page);
    await project?.write('page.tsx', reactPage);
    await project?.write('mistakes.ts', mistakes);
    await project?.write('react-mistakes.tsx', reactMistakes);
    expect(page).to.contain('seances/web');
    expect(reactPage).to.contain('seances/web-react');
    expect(project?.complaints()).to.deep.equal([]);
  });
});
