import assert from 'node:assert/strict';
import type { MenuTool } from '../../ports/menu.js';
import type { HostPromise } from '../host-promise.js';

/** What a host promises about its menus, if plugins can add to them. */
export const menuPromises: readonly HostPromise[] = [
  {
    port: 'menu',
    title: 'shows the tool last in the menu of a space, to those whom the tool wants to see it',
    needs: 'menuEntries',
    async check({ menu }, { menuEntries, spaceId, staff, learner }) {
      assert.ok(menu && menuEntries, 'the host has no menu');
      menu.addTool(toolFor('contract-tool', staff.id, spaceId));
      assert.equal((await menuEntries(spaceId, staff)).at(-1), 'contract-tool');
      assert.ok(!(await menuEntries(spaceId, learner)).includes('contract-tool'), 'the tool is not hidden');
    },
  },
  {
    port: 'menu',
    title: 'takes an administration entry',
    needs: 'menuEntries',
    check({ menu }) {
      assert.ok(menu, 'the host has no menu');
      const { id, icon, label, path } = toolFor('contract-administration', '', '');
      menu.addAdministration({ id, icon, label, path, visibleWhen: () => Promise.resolve(false) });
      return Promise.resolve();
    },
  },
];

function toolFor(id: string, actorId: string, spaceId: string): MenuTool {
  return {
    id,
    icon: 'clock',
    label: { fr: 'Contrat', en: 'Contract' },
    path: 'tools/contract',
    order: 'last',
    visibleWhen: (space, actor) => Promise.resolve(space === spaceId && actor.id === actorId),
  };
}
