import { expect } from 'chai';
import french from '../../../src/locales/fr.json' with { type: 'json' };
import { FormController, type FormHost } from '../../../src/web/core/form-controller.js';
import { Locale } from '../../../src/web/core/locale.js';
import { RequestFailure } from '../../../src/web/core/request-failure.js';
import { FakeHost } from '../fake-host.js';
import { collectReports } from '../reported-errors.js';

type Field = 'name' | 'limit';

class FakeForm extends FakeHost {
  readonly locale = new Locale('fr', french.tool, ['fr-BE']);
  /** The selectors of what the focus was put on. */
  readonly focused: string[] = [];
  readonly renderRoot = {
    querySelector: (selector: string) => ({ focus: () => this.focused.push(selector) }),
  };

  fieldOf(property: string): Field | undefined {
    return property === 'name' || property === 'limit' ? property : undefined;
  }
}

describe('A form', () => {
  const reported = collectReports();
  let host: FakeForm;
  let form: FormController<Field>;

  beforeEach(() => {
    host = new FakeForm();
    form = new FormController<Field>(host as unknown as FormHost<Field>);
  });

  const refusal = (...pointers: readonly string[]) =>
    new RequestFailure('refused', {
      detail: 'Non.',
      fields: pointers.map((pointer) => ({ pointer, code: 'x', message: `${pointer} ?` })),
    });

  it('says what the server refuses at its field, and puts the focus there', async () => {
    const isDone = await form.send(() => Promise.reject(refusal('/name')));
    expect(isDone).to.equal(false);
    expect(form.errors).to.deep.equal({ name: '/name ?' });
    expect(form.alert).to.equal(undefined);
    expect(host.focused).to.have.length(1);
  });

  it('says above the buttons what has no field, after the refusal itself', async () => {
    await form.send(() => Promise.reject(refusal('/name', '/trainerIds/0')));
    expect(form.errors).to.deep.equal({ name: '/name ?' });
    expect(form.alert).to.equal('Non. /trainerIds/0 ?');
  });

  it('says no reason twice that the refusal has in its own words', async () => {
    const [message, detail] = ['Atelier – Non.', 'Impossible. Atelier – Non.'];
    const fields = [{ pointer: '', code: 'stale', message }];
    await form.send(() => Promise.reject(new RequestFailure('refused', { detail, fields })));
    expect(form.alert).to.equal(detail);
  });

  it('leaves the focus where it is when no field is to blame', async () => {
    await form.send(() => Promise.reject(refusal()));
    expect(form.alert).to.equal('Non.');
    expect(host.focused).to.deep.equal([]);
  });

  it('sends once at a time', async () => {
    let answer!: () => void;
    const first = form.send(() => new Promise<void>((resolve) => (answer = resolve)));
    expect(form.isBusy).to.equal(true);
    let isSent = false;
    expect(await form.send(() => Promise.resolve((isSent = true)))).to.equal(false);
    expect(isSent).to.equal(false);
    answer();
    expect(await first).to.equal(true);
    expect(form.isBusy).to.equal(false);
  });

  it('sends nothing that is found wrong before, and puts the focus there', async () => {
    expect(form.check({ limit: 'Trop.' })).to.equal(false);
    await host.updateComplete;
    expect(host.focused).to.have.length(1);
    expect(form.check({})).to.equal(true);
    expect(form.errors).to.deep.equal({});
  });

  it('forgets what was wrong with a field once something else stands in it, and with no other', () => {
    form.check({ name: 'a', limit: 'b' });
    form.mend('name');
    expect(form.errors).to.deep.equal({ limit: 'b' });
  });

  it('can be sent again after a defect, which the page is told of', async () => {
    const defect = new Error('x');
    await form.send(() => Promise.reject(defect));
    expect(form.failure?.kind).to.equal('defect');
    expect(reported).to.deep.equal([defect]);
    expect(await form.send(() => Promise.resolve())).to.equal(true);
    expect(form.failure).to.equal(undefined);
  });
});
