/** A property of a component: its name, its parameters and its value as it is written. */
interface Property {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

interface Component {
  readonly name: string;
  readonly properties: Property[];
  readonly components: Component[];
}

/** What a component has to have once, may have once, and has no other names than, but for `X-`. */
interface Rule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly repeatable: readonly string[];
  readonly components: readonly string[];
}

const none: readonly string[] = [];
const texts = ['SUMMARY', 'DESCRIPTION', 'LOCATION', 'UID', 'NAME', 'COMMENT', 'TZNAME', 'CATEGORIES'];
const instants = ['DTSTAMP', 'CREATED', 'LAST-MODIFIED'];
const observance: Rule = {
  required: ['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'],
  optional: ['RRULE'],
  repeatable: ['RDATE', 'TZNAME', 'COMMENT'],
  components: none,
};

/** RFC 5545 3.6 and RFC 7986 4, of the components that feeds have. */
const rules: Readonly<Record<string, Rule>> = {
  VCALENDAR: {
    required: ['PRODID', 'VERSION'],
    optional: [
      'CALSCALE',
      'METHOD',
      'UID',
      'LAST-MODIFIED',
      'URL',
      'REFRESH-INTERVAL',
      'SOURCE',
      'COLOR',
      'NAME',
    ],
    repeatable: ['DESCRIPTION', 'CATEGORIES', 'IMAGE'],
    components: ['VEVENT', 'VTIMEZONE'],
  },
  VEVENT: {
    required: ['UID', 'DTSTAMP', 'DTSTART'],
    optional: [
      'CLASS',
      'CREATED',
      'DESCRIPTION',
      'GEO',
      'LAST-MODIFIED',
      'LOCATION',
      'ORGANIZER',
      'PRIORITY',
    ].concat(['SEQUENCE', 'STATUS', 'SUMMARY', 'TRANSP', 'URL', 'RECURRENCE-ID', 'DTEND', 'DURATION']),
    repeatable: [
      'ATTACH',
      'ATTENDEE',
      'CATEGORIES',
      'COMMENT',
      'CONTACT',
      'EXDATE',
      'RELATED',
      'RESOURCES',
      'RDATE',
    ],
    components: ['VALARM'],
  },
  VTIMEZONE: {
    required: ['TZID'],
    optional: ['LAST-MODIFIED', 'TZURL'],
    repeatable: none,
    components: ['STANDARD', 'DAYLIGHT'],
  },
  STANDARD: observance,
  DAYLIGHT: observance,
};

/**
 * What a strict reader finds wrong with a calendar, by RFC 5545 3.1 (lines), 3.2 and 3.3 (values), 3.6 (components) and
 * RFC 7986 (properties of a calendar). Written from these texts, and with no code of whoever writes or reads calendars.
 */
export function problemsOfCalendar(bytes: Uint8Array): readonly string[] {
  const problems = problemsOfLines(bytes);
  if (problems.length > 0) return problems;
  const lines = new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(bytes)
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
  try {
    const calendar = parsed(lines);
    return [...problemsOf(calendar), ...problemsOfZones(calendar), ...problemsOfUids(calendar)];
  } catch (error) {
    return [(error as Error).message];
  }
}

function problemsOfLines(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.endsWith('\r\n')) return ['the last line does not end with CRLF'];
  const lines = text.slice(0, -2).split('\r\n');
  return lines.flatMap((line, index) => {
    if (/[\r\n]/.test(line)) return [`line ${index + 1} has a CR or LF of its own`];
    if (line.length > 75) return [`line ${index + 1} has ${line.length} octets`];
    if (line.trim() === '') return [`line ${index + 1} is empty`];
    return isUtf8(Buffer.from(line, 'latin1')) ? [] : [`line ${index + 1} is folded within a character`];
  });
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** @throws Error */
function parsed(lines: readonly string[]): Component {
  const root: Component = { name: '', properties: [], components: [] };
  const open = [root];
  for (const line of lines) {
    const property = propertyOf(line);
    const current = open.at(-1) ?? root;
    if (property.name === 'BEGIN') {
      const component: Component = { name: property.value, properties: [], components: [] };
      current.components.push(component);
      open.push(component);
    } else if (property.name === 'END') {
      if (open.length === 1 || current.name !== property.value)
        throw new Error(`END:${property.value} ends nothing`);
      open.pop();
    } else if (current === root) throw new Error(`${property.name} is outside of a calendar`);
    else if (current.components.length > 0)
      throw new Error(`${property.name} of ${current.name} follows a component`);
    else current.properties.push(property);
  }
  const [calendar, ...more] = root.components;
  if (open.length > 1) throw new Error(`${open.at(-1)?.name} has no end`);
  if (calendar?.name !== 'VCALENDAR' || more.length > 0) throw new Error('it is not one calendar');
  return calendar;
}

/** @throws Error */
function propertyOf(line: string): Property {
  const [, name, written = '', value = ''] =
    /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\p{Cc}]*"|[^",;:\p{Cc}]*))*):((?:\t|[^\p{Cc}])*)$/u.exec(
      line,
    ) ?? [];
  if (name === undefined) throw new Error(`no property: ${line}`);
  const parameters = [...written.matchAll(/;([^=]+)=("[^"]*"|[^;]*)/g)].map(
    ([, key = '', parameter = '']) => [key.toUpperCase(), parameter.replaceAll('"', '')] as const,
  );
  return { name: name.toUpperCase(), parameters: new Map(parameters), value };
}

function problemsOf(component: Component): readonly string[] {
  const rule = rules[component.name];
  if (!rule) return [`${component.name} is not known`];
  const problems = component.components.flatMap(problemsOf);
  const complain = (problem: string) => problems.push(`${component.name}: ${problem}`);
  const counts = new Map<string, number>();
  for (const { name } of component.properties) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const name of rule.required) if (!counts.has(name)) complain(`no ${name}`);
  for (const [name, count] of counts) {
    const isKnown = [...rule.required, ...rule.optional, ...rule.repeatable].includes(name);
    if (!isKnown && !name.startsWith('X-')) complain(`${name} is not known`);
    if (count > 1 && !rule.repeatable.includes(name)) complain(`${name} ${count} times`);
  }
  for (const { name } of component.components)
    if (!rule.components.includes(name)) complain(`${name} does not belong there`);
  if (component.name === 'VCALENDAR' && component.components.length === 0) complain('no component');
  if (component.name === 'VTIMEZONE' && component.components.length === 0) complain('no observance');
  component.properties.flatMap(problemsOfValue).forEach(complain);
  if (component.name === 'VEVENT') problemsOfTimes(component).forEach(complain);
  return problems;
}

function problemsOfValue({ name, parameters, value }: Property): readonly string[] {
  const isWrong = () => [`${name} is "${value}"`];
  if (texts.includes(name)) return /^(?:[^\\;,]|\\[\\;,nN])*$/.test(value) ? [] : isWrong();
  if (instants.includes(name)) return /^\d{8}T\d{6}Z$/.test(value) ? [] : isWrong();
  if (name === 'SEQUENCE') return /^\d+$/.test(value) && Number(value) < 2 ** 31 ? [] : isWrong();
  if (name === 'STATUS') return ['TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(value) ? [] : isWrong();
  if (name === 'VERSION') return value === '2.0' ? [] : isWrong();
  if (name.startsWith('TZOFFSET'))
    return /^[+-]\d{4}(\d\d)?$/.test(value) && value !== '-0000' ? [] : isWrong();
  if (name === 'URL') return URL.canParse(value) && /^[!-[\]-~]+$/.test(value) ? [] : isWrong();
  if (name === 'REFRESH-INTERVAL')
    return parameters.get('VALUE') === 'DURATION' &&
      /^P(\d+W|(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?)$/.test(value)
      ? []
      : isWrong();
  return [];
}

/** A start, and an end after it of the same kind: with a zone and no `Z`, or in UTC. */
function problemsOfTimes({ properties }: Component): readonly string[] {
  const [start, end, duration] = ['DTSTART', 'DTEND', 'DURATION'].map((wanted) =>
    properties.find(({ name }) => name === wanted),
  );
  const wrong = [start, end].flatMap((time) => {
    if (!time) return [];
    const expected = time.parameters.has('TZID') ? /^\d{8}T\d{6}$/ : /^\d{8}T\d{6}Z$/;
    return expected.test(time.value) ? [] : [`${time.name} is "${time.value}"`];
  });
  if (end && duration) return [...wrong, 'both DTEND and DURATION'];
  if (!start || !end) return wrong;
  if (start.parameters.get('TZID') !== end.parameters.get('TZID')) return [...wrong, 'two zones'];
  return end.value > start.value ? wrong : [...wrong, 'ends before it starts'];
}

/** One set of rules for each zone that is referred to, none for another, but where there is nothing else. */
function problemsOfZones({ components }: Component): readonly string[] {
  const zones = components.filter(({ name }) => name === 'VTIMEZONE');
  const defined = zones.flatMap(({ properties }) => properties.filter(({ name }) => name === 'TZID'));
  const names = defined.map(({ value }) => value);
  const events = components.filter(({ name }) => name === 'VEVENT');
  const used = new Set(
    events.flatMap(({ properties }) => properties.flatMap(({ parameters }) => parameters.get('TZID') ?? [])),
  );
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} has rules twice`),
    ...[...used].filter((name) => !names.includes(name)).map((name) => `${name} has no rules`),
    ...names.filter((name) => events.length > 0 && !used.has(name)).map((name) => `${name} is not used`),
  ];
}

function problemsOfUids({ components }: Component): readonly string[] {
  const uids = components.flatMap(({ properties }) =>
    properties.filter(({ name }) => name === 'UID').map(({ value }) => value),
  );
  return uids.filter((uid, index) => uids.indexOf(uid) !== index).map((uid) => `${uid} twice`);
}
