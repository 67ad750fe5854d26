import { ApplicationFailure } from '@temporalio/workflow';
import type { FleetFailureDetails, Survivor } from '../contract/failures';
import { fleetCommand } from '../contract/fleet-command';
import { detailsOf, messageOfRoot, rootOf, type FleetCause } from './fleet-failure';
import { outcomeFailure } from './outcome-failure';

/** Survivors beyond this share a shorter cause each and bring no commands: the failure must fit a payload. */
const COMMANDS_IN_DETAILS = 100;

/** Survivors named in a failure's message; all of them are in its details. */
const NAMED_IN_MESSAGE = 10;

interface LeftBehindInput extends LeftBehind {
  cause: FleetCause;
}

interface LeftBehind {
  survivors: Survivor[];
  /** Whose they are, as far as is known. */
  owner: { fleetId?: string | undefined; ownerId?: string | undefined };
  regions: string[];
}

/** The failure of a run that left something behind: it says what, why, and what finishes the work. */
export function rollbackIncompleteFailure(input: LeftBehindInput): ApplicationFailure {
  const { cause, survivors } = input;
  const message =
    `rollback incomplete: ${stillThere(survivors)}${thenRun(commandsToShow(input))}` +
    `${whyThere(survivors[0])}\nRolled back because of ${cause.type}: ${cause.message}`;
  const details = {
    ...detailsOfLeft(input),
    cause: { type: cause.type, message: cause.message },
  };
  return outcomeFailure({ type: 'RollbackIncomplete', message, details });
}

/** The failure of a run that was to keep what it made: of the type of its cause, with all that is left. */
export function keptFailure(input: LeftBehindInput): ApplicationFailure {
  const { type, message } = input.cause;
  const them = input.survivors.length === 1 ? 'it' : 'them';
  return outcomeFailure({
    type,
    message: `${message}. Kept, as fleet.onFailure asks: ${stillThere(input.survivors)}. To remove ${them}, run:\n${commandsToShow(input).join('\n')}`,
    details: detailsOfLeft(input),
  });
}

export function stillThere(survivors: Survivor[]): string {
  const named = survivors.slice(0, NAMED_IN_MESSAGE).map((survivor) => survivor.name);
  const rest = survivors.length > named.length ? ` and ${String(survivors.length - named.length)} more` : '';
  const still = survivors.length === 1 ? '1 resource is' : `${String(survivors.length)} resources are`;
  return `${still} still there and billed (${named.join(', ')}${rest})`;
}

export function detailsOfLeft(
  input: LeftBehind & { cause: Pick<FleetCause, 'details'> },
): FleetFailureDetails {
  const { cause, survivors } = input;
  const bounded = survivors.map((survivor) => ({
    ...survivor,
    cause: cutCause(survivor.cause, survivors.length),
  }));
  const commands = removalCommands(input);
  return {
    ...cause.details,
    survivors: bounded,
    ...(commands.length > COMMANDS_IN_DETAILS ? {} : { command: commands.join('\n') }),
  };
}

/** Why a deletion left something, without what finishes it: who asks tells that beside. */
export function reasonLeft(error: unknown): string {
  const root = rootOf(error);
  const { survivors = [], unread = [] } = (root instanceof ApplicationFailure && detailsOf(root)) || {};
  if (survivors[0] !== undefined) return `${stillThere(survivors)}: ${survivors[0].cause}`;
  if (unread[0] !== undefined) return `nobody could look in ${unread[0].region}: ${unread[0].cause}`;
  return messageOfRoot(error);
}

/** Before the reasons, which may be long: the UI shows the first lines of a message. */
export function thenRun(commands: readonly string[]): string {
  return `\nWhen the cause is mended, run:\n${commands.join('\n')}`;
}

/** All that survived have much the same reason; each is in the details. */
export function whyThere(survivor: Survivor | undefined): string {
  return survivor === undefined ? '' : `\n${survivor.name} is still there because: ${survivor.cause}`;
}

function commandsToShow(input: LeftBehindInput): string[] {
  const commands = removalCommands(input);
  const others = 'and the same for the others, which the details of this failure list';
  return [...commands.slice(0, NAMED_IN_MESSAGE), ...(commands.length > NAMED_IN_MESSAGE ? [others] : [])];
}

/** One command for all that carries our tags; what does not is named to AWS, as nothing else finds it. */
export function removalCommands({ survivors, owner, regions }: LeftBehind): string[] {
  const tagged = survivors.length === 0 || survivors.some(({ untagged }) => untagged !== true);
  const { fleetId, ownerId } = owner;
  const options = [
    ...(ownerId === undefined ? [] : [['--owner', ownerId] as const]),
    ...regions.map((region) => ['--region', region] as const),
  ];
  const rest = survivors.filter((survivor) => survivor.untagged === true);
  const command = fleetCommand({ verb: 'delete', fleetId, options });
  return [...(tagged ? [command] : []), ...rest.map((one) => awsCommand(one, regions[0] ?? ''))];
}

function awsCommand({ resourceType, name, region }: Survivor, otherwise: string): string {
  const where = region ?? otherwise;
  return resourceType === 'Disk'
    ? `aws lightsail delete-disk --region ${where} --disk-name ${name} --force-delete-add-ons`
    : `aws lightsail delete-instance --region ${where} --instance-name ${name} --force-delete-add-ons`;
}

function cutCause(cause: string, survivorCount: number): string {
  const most = survivorCount > COMMANDS_IN_DETAILS ? 60 : 300;
  return cause.length > most ? `${cause.slice(0, most)}…` : cause;
}
