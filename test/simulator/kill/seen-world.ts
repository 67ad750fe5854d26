export interface SeenRow {
  seq: number;
  at: string;
  kind: 'call' | 'change';
  action?: string;
  status?: number | null;
  request?: Record<string, unknown> | null;
  resourceType?: string;
  resourceName?: string;
  to?: string | null;
  cause?: number | 'clock';
  detail?: { of?: string };
}

export interface SeenResource {
  resourceType: string;
  resourceName: string;
  region: string;
  tags: readonly { key: string }[];
  current: { state: string };
}

/** What anybody can see of a simulator over its control API. */
export interface SeenWorld {
  virtualMillis: number;
  resources: readonly SeenResource[];
  operationsUnderWay: readonly string[];
  /** Lines of the ledger, as they came. */
  lines: readonly string[];
}

export async function control(input: {
  url: string;
  method?: string;
  path: string;
  body?: unknown;
}): Promise<string> {
  const { url, method = 'GET', path, body } = input;
  const answer = await fetch(`${url}/_simulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
  return answer.text();
}

export async function readLines(input: { url: string; after: number }): Promise<string[]> {
  const text = await control({ url: input.url, path: `ledger?after=${String(input.after)}` });
  return text.split('\n').filter((line) => line !== '');
}

export async function readVirtualMillis(url: string): Promise<number> {
  const { virtualNow } = JSON.parse(await control({ url, path: 'health' })) as { virtualNow: string };
  return Date.parse(virtualNow);
}

/** The clock is stopped meanwhile, so that state and ledger are of the same moment. */
export async function seeWorld({ url, speed }: { url: string; speed: number }): Promise<SeenWorld> {
  await control({ url, method: 'PUT', path: 'settings', body: { speed: 0 } });
  const virtualMillis = await readVirtualMillis(url);
  const { resources, underWay } = JSON.parse(await control({ url, path: 'state' })) as {
    resources: SeenResource[];
    underWay: { id: string }[];
  };
  const lines = await readLines({ url, after: 0 });
  await control({ url, method: 'PUT', path: 'settings', body: { speed } });
  return { virtualMillis, resources, operationsUnderWay: underWay.map(({ id }) => id), lines };
}
