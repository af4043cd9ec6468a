import { html } from 'hono/html';
import { texts } from '../texts.js';
import { demoUsers, type DemoUser, type Role } from '../users.js';
import type { Html, Reader } from './page.js';

const roles: readonly Role[] = ['administrator', 'manager', 'trainer', 'learner', 'guest'];

/** Signs in as anybody and comes back: to where `returnTo` says, the same page unless told otherwise. */
export function userPicker(reader: Reader, shape: 'flat' | 'tall', returnTo = reader.address): Html {
  const text = texts[reader.language];
  return html`<form class="picker ${shape}" method="post" action="/sign-in">
    <input type="hidden" name="to" value="${returnTo}" />
    <label for="user">${text.user}</label>
    <select id="user" name="user">
      ${roles.map((role) => roleOptions(role, text.roles[role], reader.user))}
    </select>
    <button>${reader.user ? text.change : text.signIn}</button>
  </form>`;
}

function roleOptions(role: Role, label: string, current: DemoUser | undefined): Html {
  const users = demoUsers.filter((user) => user.role === role);
  return html`<optgroup label="${label}">
    ${users.map(
      (user) =>
        html`<option value="${user.id}" ${user.id === current?.id ? 'selected' : ''}>
          ${[user.name, user.detail].filter(Boolean).join(' – ')}
        </option>`,
    )}
  </optgroup>`;
}
