import type { TerminalStream } from './render/live-screen';
import type { TemporalFlags } from '../temporal-connection';
import type { Style } from './render/style';

/** The world of a command, handed in, so that a test can be one. */
export interface CommandIo {
  env: NodeJS.ProcessEnv;
  stdout: TerminalStream;
  stderr: TerminalStream;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean | undefined };
  /**
   * From the first call on, Ctrl-C and SIGTERM abort this signal instead of ending the process; a second one ends it.
   */
  listenForInterrupt: () => AbortSignal;
}

export interface CommandContext extends CommandIo {
  /** Where Temporal is, as far as the command line says it. */
  temporal?: TemporalFlags | undefined;
  /** Style of stderr, where everything but results goes. */
  style: Style;
  /** True with `--json`. */
  json: boolean;
  /** One line of progress or explanation, to stderr. */
  say: (line: string) => void;
  /** One line of result, to stdout. */
  print: (line: string) => void;
  /** One JSON value, on one line, to stdout. */
  printJson: (value: unknown) => void;
}

export interface RunCommandInput<Options> {
  context: CommandContext;
  options: Options;
  operands: string[];
}
