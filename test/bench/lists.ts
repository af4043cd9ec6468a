import type { RowDataPacket } from 'mysql2/promise';
import { type Bench, type Figure, medians, type Ratio, send, timed } from './bench.js';

const seances = '/api/v1/spaces/filled/seances';
const rounds = 150;
/** Until the runtime has compiled what is asked again and again. */
const warmUp = 200;

/** A list through HTTP, and the same rows by bare statements: a count, and a page whose ids an index alone finds. */
interface Listing {
  readonly actor?: string;
  readonly query?: string;
  readonly order?: string;
  readonly page?: number;
  /** What the folded text holds. */
  readonly like?: string;
}

const size = 20;

/** The first page of a session of 5,000 séances, by start, as trainer. */
export async function list(bench: Bench): Promise<readonly Figure[]> {
  return [await figure(bench, 'list', '≤ 2.0', { query: 'sort=start' })];
}

/** Page 200, and other orders: the largest of the ratios. */
export async function listDeep(bench: Bench): Promise<readonly Figure[]> {
  return [
    await worst(bench, 'list-deep', '≤ 2.5', {
      'page 200': { query: 'page=200', page: 200 },
      'by name': { query: 'sort=name', order: 'name_sort' },
      'by group': { query: 'sort=group', order: 'group_sort' },
      'by capacity': { query: 'sort=capacity', order: 'capacity_sort' },
    }),
  ];
}

/** Searches that find many, some, and nothing: the largest of the ratios. */
export async function search(bench: Bench): Promise<readonly Figure[]> {
  return [
    await worst(bench, 'search', '≤ 2.0', {
      'two letters': { query: 'q=re', like: 're' },
      'a word with accents': { query: `q=${encodeURIComponent('déjà')}`, like: 'deja' },
      'no match': { query: 'q=zzzz', like: 'zzzz' },
    }),
  ];
}

/** The first page as a learner, with what they have in each séance and in its group. */
export async function learnerList(bench: Bench): Promise<readonly Figure[]> {
  return [await figure(bench, 'learner-list', '≤ 2.5', { actor: 'learner1', query: 'sort=start' })];
}

/** Milliseconds that the first page takes. */
export async function timedFirstPage(bench: Bench): Promise<number> {
  return timed(() => page(bench, { query: 'sort=start' }));
}

async function worst(
  bench: Bench,
  name: string,
  goal: string,
  listings: Readonly<Record<string, Listing>>,
): Promise<Ratio> {
  const figures: Ratio[] = [];
  for (const [what, listing] of Object.entries(listings)) {
    const { ratio, detail } = await figure(bench, name, goal, listing);
    figures.push({ name, ratio, goal, detail: `${what}: ${detail}` });
  }
  const ratio = Math.max(...figures.map((one) => one.ratio));
  const details = figures.map((one) => `${one.detail} (${one.ratio.toFixed(2)})`);
  return { name, ratio, goal, detail: details.join('; ') };
}

async function figure(bench: Bench, name: string, goal: string, listing: Listing): Promise<Ratio> {
  const [http, bare] = await medians(
    rounds,
    () => timed(() => page(bench, listing)),
    () => timed(() => barePage(bench, listing)),
    warmUp,
  );
  const detail = `${http.toFixed(2)} ms, two statements ${bare.toFixed(2)} ms`;
  return { name, ratio: http / bare, goal, detail };
}

async function page(bench: Bench, { actor = 'trainer1', query = '' }: Listing): Promise<void> {
  const { status, text } = await send(bench, actor, 'GET', `${seances}?size=${size}&${query}`);
  if (status !== 200) throw new Error(`The list was answered ${status}: ${text}`);
}

async function barePage(
  { bare }: Bench,
  { order = 'starts_at', page: number = 1, like }: Listing,
): Promise<void> {
  const text = like === undefined ? '' : ' and s.search_text like ?';
  const found = `from seance as s force index (${indexOf[order] ?? ''})
    where s.space_id = 'filled' and s.session_id = 'filled' and s.deleted_at is null${text}`;
  const values = like === undefined ? [] : [`%${like}%`];
  await bare.query<RowDataPacket[]>(`select count(*) as total ${found}`, values);
  const sorting = [...new Set([order, 'starts_at', 'id'])].map((column) => `s.${column}`).join(', ');
  await bare.query<RowDataPacket[]>(
    `select s.*, g.name as group_name, g.enrolment_limit, l.name as location_name from seance as s
      join (select s.id ${found} order by ${sorting} limit ${size} offset ${(number - 1) * size}) as p on p.id = s.id
      left join seance_group as g on g.id = s.group_id left join seance_location as l on l.id = s.location_id
      order by ${sorting}`,
    values,
  );
}

const indexOf: Readonly<Record<string, string>> = {
  starts_at: 'seance_by_start',
  name_sort: 'seance_by_name',
  group_sort: 'seance_by_group',
  capacity_sort: 'seance_by_capacity',
};
