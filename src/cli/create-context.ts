import type { CommandContext, CommandIo } from './command-context';
import { createStyle, usesColor } from './render/style';

export interface CreateContextInput {
  io: CommandIo;
  json: boolean;
  noColor: boolean;
}

export function createContext({ io, json, noColor }: CreateContextInput): CommandContext {
  const { stdout, stderr, env } = io;
  const color = usesColor({ isTty: stderr.isTTY === true, env, noColor });
  return {
    ...io,
    json,
    style: createStyle({ color }),
    say: (line) => void stderr.write(`${line}\n`),
    print: (line) => void stdout.write(`${line}\n`),
    printJson: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
  };
}
