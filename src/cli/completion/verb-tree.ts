import { Command, type Argument, type Option } from 'commander';
import type { RegisteredCommand } from '../command-registry';
import { addVerbOptions } from '../verb-options';
import { VALUES_OF_FLAGS, VALUES_OF_OPERANDS } from './known-values';

export interface CompletedFlag {
  /** `--file`. */
  long: string;
  /** `-f`. */
  short?: string | undefined;
  summary: string;
  /** What comes after it; undefined: nothing. */
  takes?: CompletedValue | undefined;
  /** It may be given again. */
  repeats: boolean;
}

/** `nothing-known`: there is a value, and nobody can tell which. */
export type CompletedValue =
  { kind: 'file' } | { kind: 'nothing-known' } | { kind: 'one-of'; values: string[] };

export interface CompletedVerb {
  /** `schedule create`; empty for the command itself. */
  path: string;
  summary: string;
  verbs: CompletedVerb[];
  flags: CompletedFlag[];
  /** Of its first operand, where that is one of a few. */
  operands: string[];
}

export interface MakeVerbTreeInput {
  commands: Readonly<Record<string, RegisteredCommand>>;
  path?: string;
  summary?: string;
}

const HELP: CompletedFlag = { long: '--help', short: '-h', summary: 'print help', repeats: false };

/** All verbs with their flags, as commander knows them: every module is loaded, which only this needs. */
export function makeVerbTree({ commands, path = '', summary = '' }: MakeVerbTreeInput): CompletedVerb {
  const verbs = Object.entries(commands).map(([name, registered]) => {
    const below = path === '' ? name : `${path} ${name}`;
    if (registered.verbs !== undefined)
      return makeVerbTree({ commands: registered.verbs(), path: below, summary: registered.summary });
    return describeVerb({ name, path: below, registered });
  });
  const version: CompletedFlag = {
    long: '--version',
    short: '-V',
    summary: 'print the version',
    repeats: false,
  };
  return { path, summary, verbs, flags: path === '' ? [HELP, version] : [HELP], operands: [] };
}

interface DescribeVerbInput {
  name: string;
  path: string;
  registered: Extract<RegisteredCommand, { verbs?: undefined }>;
}

function describeVerb({ name, path, registered }: DescribeVerbInput): CompletedVerb {
  const command = addVerbOptions({ command: new Command(name), module: registered.load(), registered });
  const { summary } = registered;
  const flags = [...command.options.map(describeFlag), HELP];
  return { path, summary, verbs: [], flags, operands: operandsOf(path, command.registeredArguments[0]) };
}

function describeFlag(option: Option): CompletedFlag {
  const { long, short, description, required, optional, parseArg } = option;
  return {
    long: long ?? '',
    short: short ?? undefined,
    summary: description,
    takes: required || optional ? valueOf(option) : undefined,
    // A parser collects what is given again; one that only checks offers too much, which does no harm.
    repeats: parseArg !== undefined,
  };
}

function valueOf({ long, flags, argChoices }: Option): CompletedValue {
  const values = argChoices ?? VALUES_OF_FLAGS[long ?? ''];
  if (values !== undefined) return { kind: 'one-of', values: [...values] };
  return /[<[](?:path|file)[>\]]/.test(flags) ? { kind: 'file' } : { kind: 'nothing-known' };
}

function operandsOf(path: string, argument: Argument | undefined): string[] {
  return [...(argument?.argChoices ?? VALUES_OF_OPERANDS[path] ?? [])];
}
