import type { Pool, RowDataPacket } from 'mysql2/promise';
import { atMost, type Bench, type Figure, type Goal, medians, type Ratio, send, timed } from './bench.js';

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
  return [await figure(bench, 'list', atMost(1.5), { query: 'sort=start' })];
}

/** Page 200, and other orders: the largest of the ratios. */
export async function listDeep(bench: Bench): Promise<readonly Figure[]> {
  return [
    await worst(bench, 'list-deep', atMost(2), {
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
    await worst(bench, 'search', atMost(1.5), {
      'two letters': { query: 'q=re', like: 're' },
      'a word with accents': { query: `q=${encodeURIComponent('déjà')}`, like: 'deja' },
      'no match': { query: 'q=zzzz', like: 'zzzz' },
    }),
  ];
}

/** The first page as a learner, with what they have in each séance and in its group. */
export async function learnerList(bench: Bench): Promise<readonly Figure[]> {
  return [await figure(bench, 'learner-list', atMost(1.7), { actor: 'learner1', query: 'sort=start' })];
}

async function worst(
  bench: Bench,
  name: string,
  goal: Goal,
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

async function figure(bench: Bench, name: string, goal: Goal, listing: Listing): Promise<Ratio> {
  const [http, bare] = await medians(
    rounds,
    () => timed(() => page(bench, listing)),
    () => timed(() => barePage(bench.bare, listing)),
    warmUp,
  );
  const detail = `${http.toFixed(2)} ms, two statements ${bare.toFixed(2)} ms`;
  return { name, ratio: http / bare, goal, detail };
}

/** The first page of the session, by start, as trainer. */
export function firstPage(bench: Pick<Bench, 'url'>): Promise<void> {
  return page(bench, { query: 'sort=start' });
}

async function page(bench: Pick<Bench, 'url'>, { actor = 'trainer1', query = '' }: Listing): Promise<void> {
  const { status, body } = await send(bench, actor, 'GET', `${seances}?size=${size}&${query}`);
  if (status !== 200) throw new Error(`The list was answered ${status}: ${body.toString()}`);
}

/** A page and its total by two statements. */
export async function barePage(
  bare: Pool,
  { order = 'starts_at', page: number = 1, like }: Listing = {},
): Promise<object> {
  const text = like === undefined ? '' : ' and s.search_text like ?';
  const found = `from seance as s force index (${indexOf[order] ?? ''})
    where s.space_id = 'filled' and s.session_id = 'filled' and s.deleted_at is null${text}`;
  const values = like === undefined ? [] : [`%${like}%`];
  const [[counted]] = await bare.query<RowDataPacket[]>(`select count(*) as total ${found}`, values);
  const sorting = [...new Set([order, 'starts_at', 'id'])].map((column) => `s.${column}`).join(', ');
  const [items] = await bare.query<RowDataPacket[]>(
    `select s.*, g.name as group_name, g.enrolment_limit, l.name as location_name from seance as s
      join (select s.id ${found} order by ${sorting} limit ${size} offset ${(number - 1) * size}) as p on p.id = s.id
      left join seance_group as g on g.id = s.group_id left join seance_location as l on l.id = s.location_id
      order by ${sorting}`,
    values,
  );
  return { items, total: counted?.['total'] as number };
}

const indexOf: Readonly<Record<string, string>> = {
  starts_at: 'seance_by_start',
  name_sort: 'seance_by_name',
  group_sort: 'seance_by_group',
  capacity_sort: 'seance_by_capacity',
};
