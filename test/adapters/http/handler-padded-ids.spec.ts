import { accessMatrix } from './access-matrix.js';
import { invalid, refusedWith, seances } from '../../support/api.js';
import { onHttp } from '../../support/scene.js';

/**
 * MySQL's collations take `id ` for `id`. A deletion asked for by such an id once found its séance, did not recognise
 * it, and looked again for ever, with the lock in its hands: the fuzzer's seed 13.
 */
onHttp('An id with a blank at its end', (scene) => {
  it('names nothing in a path, on every route of a séance, and locks nothing', async () => {
    const { id } = await scene.api.created({ enrolmentMode: 'public' });
    for (const { method, path } of accessMatrix) {
      if (!path.includes('/seances/{id}')) continue;
      const filled = path
        .replace('{space}', 'demo')
        .replace('{id}', `${id}%20`)
        .replaceAll(/\{\w+\}/g, 'x');
      refusedWith(await scene.api.send(method, filled), 404, 'not-found');
    }
    await scene.api.delete(`${seances}/${id}`);
  });

  it('is refused in a body and in a query', async () => {
    const { id } = await scene.api.created();

    invalid(await scene.api.post(`${seances}/delete`, { ids: [`${id} `] }), ['/ids/0', 'invalid-format']);
    invalid(await scene.api.get(`${seances}?group=x%20`), ['?group', 'invalid-format']);
  });
});
