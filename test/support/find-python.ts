import { join } from 'node:path';
import { findTool } from './find-tool';

/** `directory` holds `python`, and `aws` where the requirements name awscli. */
export type Python = { python: string; directory: string } | { missing: string };

export function findPython({ requirements }: { requirements: string }): Python {
  const tool = findTool('make-python.mjs', requirements);
  return 'missing' in tool ? tool : { python: tool.path, directory: join(tool.path, '..') };
}
