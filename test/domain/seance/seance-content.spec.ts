import { expect } from 'chai';
import {
  blankContent,
  contentFields,
  contentOf,
  htmlFields,
  ownFields,
  valueFields,
} from '../../../src/domain/seance/seance-content.js';

describe('The content of a séance', () => {
  const blank = blankContent('Lunch', { defaultEnrolmentMode: 'manual', inAgendaByDefault: true });

  it('is what the settings say, and empty otherwise, when only the name was said', () => {
    expect(blank).to.deep.equal({
      ...{ name: 'Lunch', description: '', extraInfo: '', enrolmentMode: 'manual', capacity: null },
      ...{ enrolmentOpens: null, enrolmentCloses: null },
      ...{ locationId: null, onlineUrl: null, trainers: [], groupId: null, inAgenda: true },
    });
  });

  it('has each of its fields once, as HTML or as a value', () => {
    expect(contentFields).to.have.members(Object.keys(blank));
    expect([...htmlFields, ...valueFields]).to.have.members([...contentFields]);
    expect(htmlFields).to.deep.equal(['description', 'extraInfo']);
  });

  it('leaves out what is no content', () => {
    expect(contentOf({ ...blank, id: '1', version: 3 } as typeof blank)).to.deep.equal(blank);
  });

  it('can be changed by hand in one occurrence, as can when it is', () => {
    expect(ownFields).to.deep.equal([...contentFields, 'start', 'length', 'timeZone']);
  });
});
