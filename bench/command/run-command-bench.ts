import type { CommandReport, CommandTable } from './command-report';
import { measureList } from './measure-list';
import { measureStart } from './measure-start';
import { measureWatch } from './measure-watch';

export interface RunCommandBenchInput {
  machine: string;
  quick: boolean;
}

/** One after another, as each of them measures time. About 6 minutes. */
export async function runCommandBench({ machine, quick }: RunCommandBenchInput): Promise<CommandReport> {
  const tables: CommandTable[] = [];
  for (const measure of [measureStart, measureList, measureWatch]) tables.push(await measure({ quick }));
  return { machine, tables };
}
