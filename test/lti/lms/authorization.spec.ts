import { expect } from 'chai';
import { readForm } from './html.js';
import { Lms } from './lms.js';
import { TinyTool } from './tiny-tool.js';

describe('The platform of the tests, where it authorises', () => {
  let lms: Lms;
  let tool: TinyTool;

  before(async () => {
    lms = await Lms.start({ profile: 'canvas' });
    tool = await TinyTool.start(lms);
  });

  after(async () => {
    await tool.stop();
    await lms.stop();
  });

  /** What is posted to the tool after a request that is right, but for `changes`. */
  async function answered(
    changes: Readonly<Record<string, string>>,
    method = 'GET',
  ): Promise<URLSearchParams> {
    const response = await asked(changes, method);
    return readForm(await response.text()).fields;
  }

  function asked(changes: Readonly<Record<string, string>>, method = 'GET'): Promise<Response> {
    const query = new URLSearchParams({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: lms.clientId,
      redirect_uri: lms.tool.redirectUris[0]!,
      login_hint: 'user-1',
      lti_message_hint: lms.hint(lms.launchOf()),
      state: 's',
      nonce: 'n',
      ...changes,
    });
    const url = lms.registration.authorizationUrl;
    return method === 'GET' ? fetch(`${url}?${query.toString()}`) : fetch(url, { method, body: query });
  }

  it('sends a launch with the state, and the frame that keeps data', async () => {
    for (const method of ['GET', 'POST']) {
      const fields = await answered({}, method);
      expect([...fields.keys()]).to.have.members(['id_token', 'state', 'lti_storage_target']);
      expect(fields.get('state')).to.equal('s');
    }
  });

  it('tells the tool what was wrong with the request', async () => {
    const errors = {
      scope: 'invalid_scope',
      response_type: 'unsupported_response_type',
      response_mode: 'invalid_request',
      prompt: 'invalid_request',
      client_id: 'unauthorized_client',
      login_hint: 'login_required',
      lti_message_hint: 'launch_no_longer_valid',
    };
    for (const [name, error] of Object.entries(errors)) {
      const fields = await answered({ [name]: 'something else' });
      expect([fields.get('error'), fields.get('state'), fields.has('id_token')], name).to.deep.equal([
        error,
        's',
        false,
      ]);
    }
    expect((await answered({ nonce: '' })).get('error')).to.equal('invalid_request');
  });

  it('tells nothing to an address that is not registered', async () => {
    const response = await asked({ redirect_uri: `${tool.url}/lti/elsewhere` });

    expect([response.status, await response.text()]).to.deep.equal([
      400,
      `Unregistered redirect_uri ${tool.url}/lti/elsewhere`,
    ]);
  });

  it('authorises each launch once', async () => {
    const hint = { lti_message_hint: lms.hint(lms.launchOf()) };

    expect((await answered(hint)).has('id_token')).to.be.true;
    expect((await answered(hint)).get('error')).to.equal('launch_no_longer_valid');
  });

  it('lets a page be opened again, as a login of its own', async () => {
    const launchUrl = lms.launchUrl();

    expect((await tool.walk(launchUrl)).status).to.equal(200);
    expect((await tool.walk(launchUrl)).status).to.equal(200);
  });
});
