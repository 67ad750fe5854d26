import type { CommandContext, CommandIo } from './command-context';
import { createStyle, usesColor } from './render/style';
import type { VerbOptions } from './verb-options';

export interface CreateContextInput {
  io: CommandIo;
  options: VerbOptions;
}

export function createContext({ io, options }: CreateContextInput): CommandContext {
  const { stdout, stderr, env } = io;
  const { address, namespace, profile } = options;
  const color = usesColor({ isTty: stderr.isTTY === true, env, noColor: !options.color });
  return {
    ...io,
    json: options.json ?? false,
    temporal: { address, namespace, profile },
    style: createStyle({ color }),
    say: (line) => void stderr.write(`${line}\n`),
    print: (line) => void stdout.write(`${line}\n`),
    printJson: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
  };
}
