import { Metrics, type MetricLabels } from '../src/index.js';

/** The upper bounds of a histogram's buckets, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Keeps figures in memory and writes them as Prometheus reads them (text format 0.0.4). */
export class PrometheusMetrics extends Metrics {
  readonly #types = new Map<string, 'counter' | 'histogram'>();
  readonly #samples = new Map<string, Map<string, number>>();

  override count(name: string, amount: number, labels: MetricLabels): void {
    this.#types.set(name, 'counter');
    this.#add(name, name, labels, amount);
  }

  override observe(name: string, value: number, labels: MetricLabels): void {
    this.#types.set(name, 'histogram');
    for (const bound of bounds)
      this.#add(name, `${name}_bucket`, { ...labels, le: String(bound) }, value <= bound ? 1 : 0);
    this.#add(name, `${name}_bucket`, { ...labels, le: '+Inf' }, 1);
    this.#add(name, `${name}_sum`, labels, value);
    this.#add(name, `${name}_count`, labels, 1);
  }

  text(): string {
    const families = [...this.#types].map(([name, type]) => {
      const samples = [...(this.#samples.get(name) ?? [])].map(([sample, value]) => `${sample} ${value}\n`);
      return `# TYPE ${name} ${type}\n${samples.join('')}`;
    });
    return families.join('');
  }

  #add(family: string, sample: string, labels: MetricLabels, amount: number): void {
    const written = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
    const key = written.length === 0 ? sample : `${sample}{${written.join(',')}}`;
    const samples = this.#samples.get(family) ?? new Map<string, number>();
    this.#samples.set(family, samples.set(key, (samples.get(key) ?? 0) + amount));
  }
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
