import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { RequestFileError } from './request-file-error';

/** A request of 1,000 names with tags and a launch script stays far below; a device or a log does not. */
const MAX_FILE_BYTES = 1024 * 1024;

export interface ReadRequestFileInput {
  /** `-` for standard input. */
  path: string;
  stdin: NodeJS.ReadableStream;
}

/** The text of a file or of standard input, bounded. */
export async function readRequestFile({ path, stdin }: ReadRequestFileInput): Promise<string> {
  const name = path === '-' ? 'stdin' : path;
  try {
    return await readAll(path === '-' ? stdin : createReadStream(path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new RequestFileError(name, [MESSAGES[code ?? ''] ?? message]);
  }
}

const MESSAGES: Partial<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'expected a file, got a folder',
  EACCES: 'not allowed to read it',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'expected text in UTF-8, got other bytes',
};

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    bytes += buffer.length;
    chunks.push(buffer);
    if (bytes > MAX_FILE_BYTES) break;
  }
  return toText(chunks);
}

function toText(chunks: Buffer[]): string {
  const all = Buffer.concat(chunks);
  if (all.length > MAX_FILE_BYTES)
    throw new Error(`expected at most ${String(MAX_FILE_BYTES)} bytes, got more`);
  return new TextDecoder('utf-8', { fatal: true }).decode(all);
}
