import type { Counter, Histogram } from '@opentelemetry/api';
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { Metrics, type MetricLabels } from '../src/index.js';

/** The upper bounds of a histogram's buckets, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Hands figures to OpenTelemetry, and writes them as Prometheus reads them. */
export class OpenTelemetryMetrics extends Metrics {
  // Asked by the demo's own route: it opens no port of its own.
  readonly #reader = new PrometheusExporter({ preventServerStart: true });
  readonly #serializer = new PrometheusSerializer(undefined, false, undefined, true, true);
  readonly #meter = new MeterProvider({ readers: [this.#reader] }).getMeter('seances');
  readonly #counters = new Map<string, Counter>();
  readonly #histograms = new Map<string, Histogram>();

  override count(name: string, amount: number, labels: MetricLabels): void {
    const counter = this.#counters.get(name) ?? this.#meter.createCounter(name);
    this.#counters.set(name, counter);
    counter.add(amount, labels);
  }

  override observe(name: string, value: number, labels: MetricLabels): void {
    const advice = { explicitBucketBoundaries: bounds };
    const histogram = this.#histograms.get(name) ?? this.#meter.createHistogram(name, { advice });
    this.#histograms.set(name, histogram);
    histogram.record(value, labels);
  }

  async text(): Promise<string> {
    const { resourceMetrics } = await this.#reader.collect();
    return this.#serializer.serialize(resourceMetrics);
  }
}
