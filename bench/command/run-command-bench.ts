import type { CommandReport, CommandTable } from './command-report';
import { measureList } from './measure-list';
import { measureWatch } from './measure-watch';

export interface RunCommandBenchInput {
  machine: string;
  quick: boolean;
}

/** One after another, as each of them measures time. About 4 minutes. */
export async function runCommandBench({ machine, quick }: RunCommandBenchInput): Promise<CommandReport> {
  const tables: CommandTable[] = [];
  for (const measure of [measureList, measureWatch]) tables.push(await measure({ quick }));
  return { machine, tables };
}
