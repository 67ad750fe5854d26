import type { CloneFleetInput } from '../../contract/clone-fleet-input';
import type { Problem } from '../../contract/failures';
import type { LightsailApi } from '../../lightsail/lightsail-api';
import type { Catalogue } from '../catalogue';

export interface PlanCheckInput {
  api: LightsailApi;
  /** The port in a Region that is sure to be there: asked when the request's own cannot be. */
  homeApi: LightsailApi;
  catalogue: Catalogue;
  region: string;
  request: CloneFleetInput;
  instanceNames: string[];
  ownerId: string;
  /** Of the run, ISO 8601: what ages are counted to. */
  startedAt: string;
  signal: AbortSignal;
}

/** What one check of the plan found. A check reads, and never writes. */
export interface PlanCheck<Facts = undefined> {
  /** What was looked at, for a person: `snapshot golden is available (20 GB)`. */
  checked: string;
  problems: Problem[];
  warnings: string[];
  facts: Facts;
}

export function passed<Facts>(checked: string, facts: Facts): PlanCheck<Facts> {
  return { checked, problems: [], warnings: [], facts };
}

export function refused<Facts>(problem: Problem, facts: Facts): PlanCheck<Facts> {
  return { checked: '', problems: [problem], warnings: [], facts };
}
