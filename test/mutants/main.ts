import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPackageRoot } from '../../src/dev-stack/package-root';
import { breakTree } from './broken-tree';
import { checkMutants, runControl, type CheckedMutant, type CheckInput } from './check-mutants';
import { describeCampaign, type Campaign } from './mutant';
import { MUTANTS } from './mutants';
import { renderMutants } from './render-mutants';
import { writeMutants } from './write-mutants';

/** Campaigns mostly wait. */
const DEFAULT_AT_ONCE = 2;

const HELP = `npm run test:mutants [-- [--only NAME]… [--json] …]

Breaks copies of the product, each in one way, and shows that the tests find it. The checkout is not touched.

  --only NAME     this mutant, or these: may be given several times
  --by KIND       ask only worlds, or only tests: "worlds" or "test"
  --at-once N     mutants at once (${String(DEFAULT_AT_ONCE)})
  --no-control    leave out the run of all campaigns against the product as it is
  --json          one object on stdout: { seconds, mutants: [{ name, breaks, result, by, sentence, seconds }] }
  --write         put the table into docs/reliability-mutants.md
  --list          print the names, and run nothing

Mutants: ${MUTANTS.map(({ name }) => name).join(', ')}
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      by: { type: 'string' },
      'at-once': { type: 'string', default: String(DEFAULT_AT_ONCE) },
      control: { type: 'boolean', default: true },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) process.stdout.write(HELP);
  else if (values.list) for (const { name, breaks } of MUTANTS) process.stdout.write(`${name}: ${breaks}\n`);
  else await check({ ...values, atOnce: Number(values['at-once']) });
}

interface Flags {
  only: string[];
  by?: string | undefined;
  atOnce: number;
  control: boolean;
  json: boolean;
  write: boolean;
}

async function check(flags: Flags): Promise<void> {
  const { only, by, atOnce, control, write } = flags;
  const startedAt = Date.now();
  const unknown = only.filter((name) => !MUTANTS.some((mutant) => mutant.name === name));
  if (unknown.length > 0 || !Number.isInteger(atOnce) || atOnce < 1)
    throw new Error(
      `expected names of mutants and a whole number at once; unknown: ${unknown.join(', ')}\n${HELP}`,
    );
  if (write && (only.length > 0 || by !== undefined))
    throw new Error('--write: expected all mutants and campaigns, got some: leave --only and --by out');
  const mutants = MUTANTS.filter(({ name }) => only.length === 0 || only.includes(name)).map((mutant) => ({
    ...mutant,
    campaigns: mutant.campaigns.filter(({ kind }) => by === undefined || kind === by),
  }));
  const say = (line: string) => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    process.stderr.write(`mutants: ${String(seconds).padStart(4)} s: ${line}\n`);
  };
  const folder = mkdtempSync(join(tmpdir(), 'lightsail-fleet-mutants-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  // The exit removes the copies; what runs in them dies with this process.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  const { root } = await breakTree({ from: findPackageRoot(__dirname), into: folder, edits: [] });
  const input: CheckInput = { tree: root, folder, mutants, atOnce, say };
  const controlled = async (campaigns: readonly Campaign[]) => {
    const problems = control ? await runControl({ tree: root, campaigns, say }) : [];
    if (problems.length > 0) throw new Error(`the product as it is breaks promises:\n${problems.join('\n')}`);
  };
  await controlled(mutants.flatMap(({ campaigns }) => campaigns.slice(0, 1)));
  const checked = await checkMutants(input);
  // Those that are asked last take minutes: only what caught something has to be shown to hold.
  const later = mutants.flatMap(({ campaigns }, index) =>
    campaigns.slice(1).filter((campaign) => describeCampaign(campaign) === checked[index]?.by),
  );
  await controlled(later);
  await report({ checked, flags, seconds: Math.round((Date.now() - startedAt) / 1000) });
}

interface ReportInput {
  checked: CheckedMutant[];
  flags: Flags;
  seconds: number;
}

async function report({ checked, flags: { json, write }, seconds }: ReportInput): Promise<void> {
  const table = renderMutants(checked);
  if (write) await writeMutants({ table, seconds, machine: `${String(cpus().length)} cores` });
  process.stdout.write(json ? `${JSON.stringify({ seconds, mutants: checked })}\n` : `${table}\n`);
  const escaped = checked.filter(({ result }) => result !== 'caught');
  const told = escaped.map(({ name, result }) => `${name} (${result})`).join(', ');
  const caught = `${String(checked.length - escaped.length)} of ${String(checked.length)} caught`;
  process.stderr.write(`mutants: ${caught}${told === '' ? '' : `; not: ${told}`}\n`);
  if (escaped.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
