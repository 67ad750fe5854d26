import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { FleetNotRunningError, InvalidRequestError, parseCloneFleetInput } from 'lightsail-fleet/client';
import type { FleetClient, FleetState } from 'lightsail-fleet/client';
import { toProblem } from './to-problem.js';

/** HTTP in, fleet out: README.md beside this folder lists the paths. */
export function createService(fleets: FleetClient): Server {
  return createServer((request, response) => {
    route(fleets, request, response).catch((error: unknown) => {
      const { status, ...problem } = toProblem(error);
      // A stream that has begun can only be cut off.
      if (response.headersSent) response.destroy();
      else send(response, status, problem);
    });
  });
}

async function route(fleets: FleetClient, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, root, id = '', tail = ''] = pathname.split('/').map(decodeURIComponent);
  if (root !== 'fleets') return send(response, 404, { message: 'see /fleets' });
  switch (`${request.method ?? ''} /fleets${id && '/:id'}${tail && `/${tail}`}`) {
    case 'POST /fleets':
      return start(fleets, (await json(request)) as { id?: string; request?: unknown }, response);
    case 'GET /fleets':
      // A state that there is not is an empty list.
      return send(response, 200, await fleets.listFleets({ state: stateIn(searchParams) }));
    case 'GET /fleets/:id':
      return send(response, 200, await fleets.getFleet({ fleetId: id }));
    case 'GET /fleets/:id/events':
      return follow(fleets, id, response);
    case 'DELETE /fleets/:id':
      return remove(fleets, id, response);
    default:
      return send(response, 405, { message: `no ${request.method ?? ''} here` });
  }
}

/** Answers once the request is accepted or refused; the fleet is then made whether or not anybody listens. */
async function start(
  fleets: FleetClient,
  { id, request }: { id?: string; request?: unknown },
  response: ServerResponse,
): Promise<void> {
  const { input, problems } = parseCloneFleetInput(request);
  if (problems !== undefined) throw new InvalidRequestError(problems);
  // The caller's id makes a repeat of the call safe: it joins the fleet, and makes no second one.
  const { fleetId, plan } = await fleets.awaitPlan({ fleetId: id, request: input });
  response.setHeader('location', `/fleets/${encodeURIComponent(fleetId)}`);
  send(response, 202, { fleetId, plan });
}

/** One event a line, until the fleet has ended or the caller hangs up. */
async function follow(fleets: FleetClient, fleetId: string, response: ServerResponse): Promise<void> {
  // Before the first line: a fleet that is not there has a status of its own.
  await fleets.getFleet({ fleetId });
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  for await (const event of fleets.watchFleet({ fleetId, signal: gone.signal }))
    response.write(`${JSON.stringify(event)}\n`);
  response.end();
}

/** A running fleet is cancelled, which rolls it back; one that has ended is deleted, by its tags. */
async function remove(fleets: FleetClient, fleetId: string, response: ServerResponse): Promise<void> {
  try {
    const { runId } = await fleets.cancelFleet({ fleetId });
    send(response, 202, { cancelled: runId });
  } catch (error) {
    if (!(error instanceof FleetNotRunningError)) throw error;
    const { result } = await fleets.deleteFleet({ request: { fleetId } });
    send(response, 200, { removed: result?.removedCount ?? 0 });
  }
}

function stateIn(search: URLSearchParams): FleetState | undefined {
  return (search.get('state') as FleetState | null) ?? undefined;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(body)}\n`);
}
