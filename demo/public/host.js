/** How often the outbox is asked for what was sent meanwhile, in milliseconds. */
const every = 2_000;

const list = document.getElementById('mails');

async function showNewMails() {
  const answer = await fetch('/outbox');
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const mails = [...page.querySelectorAll('#mails > li')].filter(({ id }) => !document.getElementById(id));
  list.prepend(...mails);
  document.getElementById('no-mail').hidden = list.childElementCount > 0;
}

async function watch() {
  // A host that is away for a moment is asked again.
  await showNewMails().catch(() => undefined);
  setTimeout(watch, every);
}

setTimeout(watch, every);
