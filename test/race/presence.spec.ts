import { onMysql } from '../support/databases.js';
import { itAnswersPresence, itKeepsPresence, PresenceRush } from './presence-rush.js';

const processes = 4;
/** Of each process; RACE_OPERATIONS asks for fewer, or more. */
const operations = Number(process.env['RACE_OPERATIONS'] ?? 200);

onMysql('A class whose presence several processes write down at once', (database) => {
  let rush: PresenceRush;

  before('lets them run, and kills others meanwhile', async function () {
    this.timeout(900_000);
    rush = await PresenceRush.in(database.open);
    await rush.run(Array<string>(processes).fill(database.address), operations);
  });

  itAnswersPresence(() => rush);
  itKeepsPresence(
    () => rush,
    () => database.open,
  );
});
