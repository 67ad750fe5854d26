import { serializationError } from '../errors/aws-error';

/** No request of Lightsail is deeper than five levels; deeper ones would overflow the stack of a reader. */
const DEEPEST_NESTING = 64;

/** The body as an object, or AWS's SerializationException. An empty body is an empty object. */
export function parseJson(text: string): object {
  if (text.trim() === '') return {};
  assertShallow(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw serializationError('The request body is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw serializationError('Start of structure or map found where not expected.');
  }
  return value;
}

function assertShallow(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 92) index++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) {
      if (++depth > DEEPEST_NESTING) throw serializationError('The request body is nested too deeply.');
    } else if (code === 125 || code === 93) depth--;
  }
}
