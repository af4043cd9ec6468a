/** What a figure is about. Few different values each: never an id, nor anything that somebody typed. */
export type MetricLabels = Readonly<Record<string, string>>;

/**
 * Where figures for dashboards and alarms go, such as OpenTelemetry or a Prometheus registry. Optional. Names and labels
 * are those of the integrators' guide. Neither method throws, nor waits for anything.
 */
export abstract class Metrics {
  /** Adds `amount`, a whole number, to a counter. */
  abstract count(name: string, amount: number, labels: MetricLabels): void;
  /** Adds one value, in the unit that the name ends with, to a histogram. */
  abstract observe(name: string, value: number, labels: MetricLabels): void;
}
