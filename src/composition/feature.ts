import type { Container } from 'inversify';
import type { Route } from '../adapters/http/route.js';
import type { Repeater } from '../adapters/system/repeater.js';

/** What a feature adds to the plugin. */
export interface Feature {
  /** Binds its parts. They may need those of any other feature: nothing is made before it is asked for. */
  bind?(container: Container): void;
  /** Its part of the route table. */
  routes?(container: Container): readonly Route[];
  /** What it does without a request, in any number of processes. */
  work?(container: Container): readonly Repeater[];
}
