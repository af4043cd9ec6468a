import { expect } from 'chai';
import { OpenTelemetryMetrics } from '../../demo/open-telemetry-metrics.js';
import { onSqlite } from '../support/databases.js';
import { type DemoUnderTest, demoUnderTest } from './demo-under-test.js';

onSqlite('The figures at /metrics', (database) => {
  let demo: DemoUnderTest;

  before(async () => {
    demo = demoUnderTest(database.address);
    await demo.plugin.start();
  });
  after(() => demo.plugin.stop());

  const figures = async () => (await demo.get('/metrics')).text();

  it('count each request by operation, method and status, and tell no address', async () => {
    for (const user of ['learner1', 'learner2', 'outsider'])
      await demo.get('/plugins/seances/api/v1/spaces/demo/seances?q=secret', user);
    const text = await figures();

    expect(text).to.contain('# TYPE seances_requests_total counter\n');
    expect(text).to.contain('seances_requests_total{operation="listSeances",method="GET",status="200"} 2\n');
    expect(text).to.contain('seances_requests_total{operation="listSeances",method="GET",status="404"} 1\n');
    expect(text).to.not.match(/secret|learner1|demo/);
  });

  it('have the time of requests as a histogram whose buckets add up', async () => {
    const text = await figures();
    const labels = 'operation="listSeances",method="GET",status="200"';
    const buckets = [...text.matchAll(/^seances_request_seconds_bucket\{(.*),le="(.+)"\} (\d+)$/gm)]
      .filter(([, own]) => own === labels)
      .map(([, , bound, count]) => [bound, Number(count)] as const);

    expect(buckets.map(([bound]) => bound).at(-1)).to.equal('+Inf');
    expect(buckets.at(-1)?.[1]).to.equal(2);
    expect(buckets.map(([, count]) => count)).to.deep.equal(buckets.map(([, count]) => count).toSorted());
    expect(text).to.contain('# TYPE seances_request_seconds histogram\n');
    expect(text).to.contain(`seances_request_seconds_count{${labels}} 2\n`);
    expect(text).to.match(/^seances_request_seconds_sum\{.*\} 0\.\d+$/m);
  });

  it('are lines of the text format, each of a family that was announced', async () => {
    const lines = (await figures())
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('# HELP '));
    const families = new Set<string>();
    for (const line of lines) {
      const family = /^# TYPE (\w+) (?:counter|histogram)$/.exec(line)?.[1];
      if (family !== undefined) families.add(family);
      const sample = /^(\w+?)(?:_bucket|_sum|_count)?(?:\{(?:\w+="[^"\n]*",?)+\})? \d[\d.e-]*$/.exec(
        line,
      )?.[1];
      expect(families.has(family ?? sample ?? ''), line).to.equal(true);
    }
    expect(families.size).to.be.above(1);
  });

  it('count what goes on without a request', async () => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if ((await figures()).includes('seances_background_runs_total{work="delivery"')) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect.fail('No background work was counted.');
  });
});

describe('OpenTelemetry metrics', () => {
  it('escape the values of labels, so that none can add a line', async () => {
    const metrics = new OpenTelemetryMetrics();
    metrics.count('x_total', 1, { name: 'a"b\\c\nd' });

    expect(await metrics.text()).to.contain('\nx_total{name="a\\"b\\\\c\\nd"} 1\n');
  });
});
