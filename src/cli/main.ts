#!/usr/bin/env node
import nodeModule from 'node:module';
import type { CommandIo } from './command-context';
import { compileCacheFolder } from './compile-cache';
import { EXIT_CODES, exitCodeOfLostOutput } from './exit-codes';
import { runProgram } from './program';

export interface MainInput extends CommandIo {
  /** Without node and script. */
  argv: readonly string[];
}

/** The command as a function: everything it touches is handed in. */
export async function main({ argv, ...io }: MainInput): Promise<number> {
  return runProgram({ argv, io });
}

/** First signal: the command ends what it does in order. Second: at once. */
function listenForInterrupt(): AbortSignal {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.interrupted);
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return controller.signal;
}

/** Ends the process when both streams are flushed; a pipe may take a moment. */
function exitFlushed(code: number): void {
  process.exitCode = code;
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}

/** Node 22.1 and newer can keep compiled code between runs: most of a start is compiling. A failure of it is no error. */
function keepCompiledCode(): void {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: (folder: string) => void };
  if (enableCompileCache === undefined) return;
  const folder = compileCacheFolder({ env: process.env });
  if (folder !== undefined) enableCompileCache(folder);
}

if (require.main === module) {
  keepCompiledCode();
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(exitCodeOfLostOutput(error)));
  // With 2>&1 nobody reads what is said either; what the command comes to is still told by its exit code.
  process.stderr.on('error', () => undefined);
  const { env, stdout, stderr, stdin } = process;
  void main({ argv: process.argv.slice(2), env, stdout, stderr, stdin, listenForInterrupt }).then(
    exitFlushed,
    (error: unknown) => {
      console.error(error);
      exitFlushed(EXIT_CODES.failed);
    },
  );
}
