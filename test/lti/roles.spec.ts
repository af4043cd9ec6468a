import { expect } from 'chai';
import { standingOf } from '../../src/lti/roles.js';

const lis = 'http://purl.imsglobal.org/vocab/lis/v2';
const trainer = { open: true, edit: true, enrol: true, isTrainer: true, isLearner: false };
const learner = { open: true, edit: false, enrol: false, isTrainer: false, isLearner: true };
const observer = { ...learner, isLearner: false };

describe('The roles of a platform', () => {
  for (const [role, standing] of [
    [`${lis}/membership#Instructor`, trainer],
    [`${lis}/membership/Instructor#TeachingAssistant`, trainer],
    ['Instructor', trainer],
    ['TEACHINGASSISTANT', trainer],
    ['urn:lti:role:ims/lis/Instructor', trainer],
    ['urn:lti:role:ims/lis/Instructor/Lecturer', trainer],
    [`${lis}/membership#ContentDeveloper`, { ...trainer, enrol: false, isTrainer: false }],
    [`${lis}/membership#Learner`, learner],
    [`${lis}/membership/Learner#GuestLearner`, observer],
    ['Learner', learner],
    ['LEARNER', learner],
    [`${lis}/membership#Observer`, observer],
    [`${lis}/membership#Mentor`, observer],
    [`${lis}/membership#Wizard`, observer],
    // Roles elsewhere: somebody who teaches somewhere teaches nothing here.
    [`${lis}/institution/person#Instructor`, observer],
    ['https://example.org/roles#Instructor', observer],
  ] as const)
    it(`${role} are what they stand for`, () => {
      expect(standingOf([role])).to.deep.equal({ ...standing, isAdministrator: false });
    });

  it('are none in an empty list, which may look', () => {
    expect(standingOf([])).to.deep.equal({ ...observer, isAdministrator: false });
  });

  it('are together what each allows; who teaches does not learn', () => {
    expect(standingOf(['Learner', `${lis}/membership#Instructor`])).to.deep.equal({
      ...trainer,
      isAdministrator: false,
    });
  });

  it('let administrators of the platform administer, and nobody else', () => {
    for (const role of [`${lis}/institution/person#Administrator`, `${lis}/system/person#Administrator`])
      expect(standingOf([role, 'Learner']), role).to.deep.equal({ ...learner, isAdministrator: true });
    expect(standingOf([`${lis}/membership#Administrator`]).isAdministrator).to.equal(false);
    expect(standingOf(['Administrator']).isAdministrator).to.equal(false);
  });
});
