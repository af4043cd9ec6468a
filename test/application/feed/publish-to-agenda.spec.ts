import { expect } from 'chai';
import { SanitizeHtmlSanitizer } from '../../../src/adapters/html/sanitize-html-sanitizer.js';
import { KnexUnitOfWork } from '../../../src/adapters/knex/knex-unit-of-work.js';
import { EntryContents } from '../../../src/application/feed/entry-contents.js';
import { PublishToAgenda } from '../../../src/application/feed/publish-to-agenda.js';
import type { Comment } from '../../../src/domain/comment/comment.js';
import type { EventType, SeanceEvent } from '../../../src/domain/event/seance-event.js';
import type { SeanceRecord } from '../../../src/ports/seance-repository.js';
import { RecordingAgenda } from '../../../src/testing/index.js';
import { onDatabase } from '../../support/databases.js';
import { rejection } from '../../support/rejections.js';
import { nextId, noon, type RecordParts, seanceRecord } from '../../support/seance-records.js';

onDatabase("The host's agenda", (database) => {
  let agenda: RecordingAgenda;
  const work = () => new KnexUnitOfWork(database.open);
  const tell = async (type: EventType, { seance }: SeanceRecord) => {
    const { id: seanceId, spaceId, sessionId } = seance;
    const event: SeanceEvent = {
      ...{ id: nextId(), type, at: noon, actor: null, spaceId, sessionId, seanceId, user: null },
      data: {},
    };
    const pages = {
      subscriptionOf: () => null,
      addressOf: (_: string, id: string) => `https://campus.example/${id}`,
    };
    const contents = new EntryContents(new SanitizeHtmlSanitizer(), pages);
    const tellAgenda = await new PublishToAgenda(work(), agenda, contents).open([event]);
    await tellAgenda(event);
  };
  const added = async (parts: RecordParts) => {
    const record = seanceRecord(parts);
    await work().write(({ seances }) => seances.insert([record]));
    return record;
  };
  const changed = async (record: SeanceRecord, parts: Partial<SeanceRecord['seance']>) => {
    const seance = { ...record.seance, ...parts, version: record.seance.version + 1 };
    await work().write(({ seances }) => seances.update([{ ...record, seance }]));
    return { ...record, seance };
  };
  const shown = () => agenda.entries.map(({ title, sequence }) => [title, sequence]);

  beforeEach(() => {
    agenda = new RecordingAgenda();
  });

  it('shows a séance that is flagged, with its times, zone, texts and page, and the version of its entry', async () => {
    const { seance } = await tellCreated({
      ...{ name: 'Flagged', inAgenda: true, trainers: [{ id: 't1', name: 'Ada' }] },
      ...{ description: '<p>Un</p><ul><li>deux</li></ul>', extraInfo: '<p>Trois</p>' },
    });
    const { start, end, timeZone, startsAt, endsAt, spaceId, sessionId } = seance;

    expect(agenda.entries).to.deep.equal([
      {
        ...{ start, end, timeZone, startsAt, endsAt, spaceId, sessionId },
        seanceId: seance.id,
        title: 'Flagged',
        description: 'Un\n- deux\n\nTrois',
        informations: [],
        place: '',
        trainers: ['Ada'],
        url: `https://campus.example/${seance.id}`,
        sequence: 1,
      },
    ]);
  });

  async function tellCreated(parts: RecordParts): Promise<SeanceRecord> {
    const record = await added(parts);
    await tell('seance.created', record);
    return record;
  }

  it('does not hear of a new séance that is not flagged', async () => {
    agenda.withdraw = () => Promise.reject(new Error('asked to withdraw'));
    await tellCreated({ inAgenda: false });

    expect(shown()).to.deep.equal([]);
  });

  it('follows a séance that is edited, unflagged and flagged again', async () => {
    let record = await tellCreated({ name: 'One', inAgenda: true });
    record = await changed(record, { name: 'Two' });
    await tell('seance.edited', record);
    expect(shown()).to.deep.equal([['Two', 2]]);

    record = await changed(record, { inAgenda: false });
    await tell('seance.edited', record);
    expect(shown()).to.deep.equal([]);

    record = await changed(record, { inAgenda: true });
    await tell('seance.edited', record);
    expect(shown()).to.deep.equal([['Two', 4]]);
  });

  it('loses a séance that is deleted, and has it again when it is restored', async () => {
    const record = await tellCreated({ name: 'Gone', inAgenda: true });
    const ids = [record.seance.id];
    await work().write(({ deletions }) => deletions.markDeleted(ids, noon, 'trainer1', nextId()));
    await tell('seance.deleted', record);
    expect(shown()).to.deep.equal([]);

    await work().write(({ deletions }) => deletions.markRestored(ids, noon));
    await tell('seance.restored', record);
    expect(shown()).to.deep.equal([['Gone', 3]]);
  });

  it('is as the séance is now, whatever is told twice or late', async () => {
    const record = await added({ name: 'First', inAgenda: true });
    const later = await changed(record, { name: 'Last' });
    for (const [type, told] of [
      ['seance.created', record],
      ['seance.edited', later],
      ['seance.created', record],
      ['seance.edited', later],
    ] as const)
      await tell(type, told);
    expect(shown()).to.deep.equal([['Last', 2]]);

    await work().write(({ deletions }) =>
      deletions.markDeleted([record.seance.id], noon, 'trainer1', nextId()),
    );
    for (const type of ['seance.created', 'seance.deleted', 'seance.edited', 'seance.deleted'] as const)
      await tell(type, record);
    expect(shown()).to.deep.equal([]);
  });

  it('is not concerned by enrolments', async () => {
    const [record, hidden] = [await added({ inAgenda: true }), await added({ inAgenda: true })];
    await tell('seance.created', record);
    for (const one of [record, hidden]) await tell('enrolment.enrolled', one);

    expect(agenda.entries.map(({ seanceId }) => seanceId)).to.deep.equal([record.seance.id]);
  });

  it('has the informations of a séance, and its entry has a new version with each', async () => {
    const record = await tellCreated({ inAgenda: true });
    const { id: seanceId, spaceId, sessionId } = record.seance;
    const comment: Comment = {
      ...{ id: nextId(), seanceId, spaceId, sessionId, content: '<p>À 10 h.</p>' },
      announcedTo: null,
      ...{ author: { id: 't1', name: 'Ada' }, createdAt: noon, editedAt: null, deletedAt: null, version: 1 },
    };
    await work().write(({ comments }) => comments.add([comment]));
    await tell('comment.added', record);

    const information = { text: 'À 10 h.', author: 'Ada', createdAt: noon };
    expect(agenda.entries[0]).to.deep.include({ informations: [information], sequence: 2 });
    await work().write(({ comments }) => comments.markDeleted(comment, noon));
    await tell('comment.deleted', record);
    expect(agenda.entries[0]).to.deep.include({ informations: [], sequence: 3 });
  });

  it('is not asked to withdraw what is not flagged, when only what it would show of it has changed', async () => {
    agenda.withdraw = () => Promise.reject(new Error('asked to withdraw'));
    const record = await added({ inAgenda: false });
    for (const type of ['comment.added', 'seance.refreshed'] as const) await tell(type, record);

    expect(shown()).to.deep.equal([]);
  });

  it('that fails makes the delivery fail, so that it is tried again', async () => {
    const record = await added({ inAgenda: true });
    agenda.publish = () => Promise.reject(new Error('down'));

    expect(await rejection(tell('seance.created', record))).to.have.property('message', 'down');
  });
});
