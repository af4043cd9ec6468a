import { expect } from 'chai';
import { parseCalendar } from '../support/calendars.js';
import { apiPath, asked, setStage } from './stage.js';

describe('the address in a calendar entry', function () {
  this.timeout(120_000);
  const stage = setStage();

  it('leads to the page of its séance, of whatever session', async () => {
    const trainer = await stage.signedIn('trainer1');
    const times = { start: '2028-03-03T09:00', end: '2028-03-03T10:00' };
    const data = { name: 'Atelier lointain', enrolmentMode: 'automatic', ...times };
    const path = `${apiPath}/seances?session=demo-2027`;
    const { id } = await asked<{ id: string }>(trainer, 'POST', path, data);
    const calendar = await trainer.request.get(`${apiPath}/seances/${id}.ics`);
    const address = parseCalendar(await calendar.text()).events[0]?.url ?? '';
    expect(address).to.match(new RegExp(`^${stage.url}/spaces/demo/`));

    const page = await stage.visit({ user: 'learner1', path: address.slice(stage.url.length) });
    await page.getByRole('heading', { name: 'Atelier lointain', exact: true }).waitFor();
  });
});
