import { expect } from 'chai';
import { kindOf, serverKindOf } from '../../../src/adapters/knex/server-kind.js';
import { onEveryDatabase } from '../../support/databases.js';

const kind = (version: string, values: Readonly<Record<string, string>> = {}) => kindOf({ version, values });
const galera = { wsrep_on: 'ON', wsrep_cluster_size: '3', wsrep_cluster_status: 'Primary' };

describe('What is promised on an engine', () => {
  it('is everything on a server that is alone', () => {
    expect(kind('10.11.6-MariaDB-1')).to.deep.equal({ name: 'MariaDB 10.11.6', promise: 'supported' });
    expect(kind('11.4.2-MariaDB', { wsrep_on: 'OFF' })).to.include({ promise: 'supported' });
    expect(kind('8.0.36')).to.deep.equal({ name: 'MySQL 8.0.36', promise: 'supported' });
    expect(kind('9.1.0-commercial')).to.include({ promise: 'supported' });
  });

  it('is nothing on a server that is too old', () => {
    for (const version of ['10.6.18-MariaDB', '5.7.44', '5.7.25-TiDB-v6.5.0'])
      expect(kind(version), version).to.include({ promise: 'not-supported' });
  });

  it('holds with several writers on Galera and Group Replication, with one elsewhere', () => {
    const synced = { ...galera, wsrep_local_state_comment: 'Synced' };
    expect(kind('10.11.6-MariaDB', synced)).to.deep.equal({
      name: 'MariaDB 10.11.6, Galera',
      promise: 'several-writers',
      nodes: 3,
    });
    const group = { group_replication_group_name: 'aaaa' };
    const modes = { group_replication_single_primary_mode: 'ON' };
    expect(kind('8.4.0', group)).to.include({ promise: 'several-writers' });
    expect(kind('8.4.0', { ...group, ...modes })).to.include({ promise: 'one-writer' });
    expect(kind('8.0.32', { aurora_version: '3.07.1' })).to.include({ promise: 'one-writer' });
  });

  it('says of a node of Galera that it is not in its cluster', () => {
    expect(kind('10.11.6-MariaDB', { ...galera, wsrep_local_state_comment: 'Joined' })).to.include({
      outOfCluster: 'Primary, Joined',
    });
    expect(kind('10.11.6-MariaDB', { ...galera, wsrep_cluster_status: 'non-Primary' })).to.include({
      outOfCluster: 'non-Primary, unknown',
    });
  });

  it('is not proven on TiDB and Vitess', () => {
    expect(kind('8.0.11-TiDB-v8.5.0')).to.deep.equal({ name: 'TiDB 8.5.0', promise: 'not-proven' });
    expect(kind('8.0.30-Vitess')).to.deep.equal({ name: 'Vitess 8.0.30', promise: 'not-proven' });
  });
});

onEveryDatabase('The engine that answers', (database) => {
  it('is named, and supported', async () => {
    const found = await serverKindOf(database.knex);
    expect(found.name).to.match(/^(SQLite|MariaDB|MySQL) \d+\.\d+/);
    expect(found.promise).to.equal('supported');
  });
});
