import { expect } from 'chai';
import { ExampleProject } from '../support/example-project.js';
import { setStage, toolPath } from './stage.js';

/** Where each element is, and the entries that define and type it. */
const elements = [
  ['seance-tool', 'SeanceTool', 'web', toolPath],
  ['seance-admin', 'SeanceAdmin', 'web-admin', '/administration/seances'],
  ['my-seances', 'MySeances', 'web-my-seances', '/'],
] as const;

/** A module that compiles when the element has these properties and attributes by its types, and no others. */
const claims = (type: string, entry: string, declared: readonly (readonly [string, string])[]): string => `
import type { HTMLAttributes } from 'react';
import type { ${type} } from 'seances/${entry}';
import type { SeanceToolEvents } from 'seances/web';
import type { ${type}Props } from 'seances/web-react';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
type Known = keyof HTMLAttributes<unknown> | 'key' | 'ref' | \`on\${keyof SeanceToolEvents}\`;
export const properties: Same<Exclude<keyof ${type}, keyof HTMLElement>, ${union(declared.map(([name]) => name))}> = true;
export const attributes: Same<Exclude<keyof ${type}Props, Known>, ${union(declared.map(([, name]) => name))}> = true;
`;

const union = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(' | ');

describe('The types that hosts get of the elements', function () {
  this.timeout(60_000);
  const stage = setStage();

  for (const [tag, type, entry, path] of elements)
    it(`have the properties and attributes of the element itself: ${tag}`, async () => {
      const page = await stage.visit({ user: 'admin', path });
      await page.locator(tag).first().waitFor();
      const declared: readonly (readonly [string, string])[] = await page.evaluate(`
        customElements.whenDefined('${tag}').then((element) => [...element.elementProperties]
          .filter(([, { state }]) => !state)
          // What has no attribute is a property in JSX, too.
          .map(([name, { attribute }]) => [name, attribute || name]))`);
      expect(declared).to.deep.include.members([
        ['baseUrl', 'base-url'],
        ['authorize', 'authorize'],
      ]);

      const project = await ExampleProject.create({ lib: ['ES2023', 'DOM'], types: [] });
      try {
        await project.write('claims.ts', claims(type, entry, declared));
        expect(project.complaints()).to.deep.equal([]);
      } finally {
        await project.remove();
      }
    });
});
