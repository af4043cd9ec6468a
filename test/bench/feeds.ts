import { busyTrainer } from './bench-host.js';
import { atMost, type Bench, type Figure, medians, request, send, timed } from './bench.js';

const rounds = 60;
/** Until the runtime has compiled what is asked again and again. */
const warmUp = 60;

/** The feed of somebody who gives 1,000 séances, written anew and found unchanged, against the statement that reads them. */
export async function feed(bench: Bench): Promise<readonly Figure[]> {
  const { url } = await request(bench, busyTrainer, 'POST', '/api/v1/me/feed');
  const path = `/api/v1/feeds/${String(url).split('/').at(-1) ?? ''}`;
  const { headers, body } = await send(bench, '', 'GET', path);
  const entries = body.toString().split('BEGIN:VEVENT').length - 1;
  if (entries !== 1_000) throw new Error(`The feed has ${entries} séances.`);
  const read = async (known: Record<string, string>, expected: number) => {
    const { status } = await send(bench, '', 'GET', path, { headers: known });
    if (status !== expected) throw new Error(`The feed was answered ${status}.`);
  };
  const [cold, statement] = await medians(
    rounds,
    () => timed(() => read({}, 200)),
    () => timed(() => bareFeed(bench)),
    warmUp,
  );
  const known = { 'if-none-match': headers.etag ?? '' };
  const [unchanged, again] = await medians(
    rounds,
    () => timed(() => read(known, 304)),
    () => timed(() => bareFeed(bench)),
    warmUp,
  );
  const detail = (took: number, floor: number) =>
    `${entries} séances ${took.toFixed(1)} ms, the statement ${floor.toFixed(1)} ms`;
  return [
    { name: 'feed', ratio: cold / statement, goal: atMost(2.5), detail: detail(cold, statement) },
    { name: 'feed-304', ratio: unchanged / again, goal: atMost(1.5), detail: detail(unchanged, again) },
  ];
}

async function bareFeed({ bare }: Bench): Promise<void> {
  await bare.query(
    `select s.*, l.name as location_name from seance_trainer as t join seance as s on s.id = t.seance_id
      left join seance_location as l on l.id = s.location_id
      where t.user_id = ? and t.ends_at > '2026-01-01T00:00:00Z' order by t.starts_at limit 5000`,
    [busyTrainer],
  );
}
