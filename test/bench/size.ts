import { atMost, type Bench, type Figure, medians, perSecond, send, timed } from './bench.js';
import { enrolledPerSecond, wishes } from './enrolment.js';
import { firstPage } from './lists.js';
import type { ServerProcess } from './server-process.js';

/** What a list and a self-enrolment take among 1,000,000 séances, against the same among 10,000. */
export async function flat(large: Bench, small: Bench): Promise<readonly Figure[]> {
  const [listed, fewListed] = await medians(
    150,
    () => timed(() => firstPage(large)),
    () => timed(() => firstPage(small)),
    30,
  );
  const [enrolled, fewEnrolled] = await medians(
    5,
    async () => 1_000 / (await enrolledPerSecond(large, await wishes(large, 100))),
    async () => 1_000 / (await enrolledPerSecond(small, await wishes(small, 100))),
    1,
  );
  const goal = atMost(1.2);
  const detail = (what: string, many: number, few: number) =>
    `${what} ${many.toFixed(2)} ms among 1,000,000 séances, ${few.toFixed(2)} ms among 10,000`;
  const ratios = [listed / fewListed, enrolled / fewEnrolled] as const;
  const [ofLists, ofEnrolments] = ratios.map((ratio) => ratio.toFixed(2));
  const details = [
    `${detail('list', listed, fewListed)} (${ofLists ?? ''})`,
    `${detail('self-enrolment', enrolled, fewEnrolled)} (${ofEnrolments ?? ''})`,
  ];
  return [{ name: 'flat', ratio: Math.max(...ratios), goal, detail: details.join('; ') }];
}

/** From the start of the process to its first answer on a filled database, and its memory; nothing to compare with. */
export async function start(server: ServerProcess): Promise<readonly Figure[]> {
  const requests = Array.from({ length: 100_000 }, (_, index) => index);
  const rest = await server.condition();
  await perSecond(requests, 64, async (index) => {
    const path = index % 10 === 0 ? 'filled/seances?size=20' : 'filled';
    await send(server, 'trainer1', 'GET', `/api/v1/spaces/${path}`);
  });
  const busy = await server.condition();
  const [before, after] = [rest, busy].map(({ memory }) => `${Math.round(memory / 2 ** 20)} MiB`);
  const detail = `ready after ${server.readyAfter.toFixed(0)} ms; memory ${before ?? ''} at rest, ${after ?? ''} after 100,000 requests`;
  return [{ name: 'start', detail }];
}
