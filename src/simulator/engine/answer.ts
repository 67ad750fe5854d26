import { JsonText } from '../answers/json-text';
import type { AwsError } from '../errors/aws-error';
import type { CallAnswer } from './call';

/** The answer of a call that was carried out. Members that are undefined are left out, as AWS leaves out nulls. */
export function jsonAnswer(result: object): CallAnswer {
  return {
    status: 200,
    contentType: 'application/x-amz-json-1.1',
    body: result instanceof JsonText ? result.text : JSON.stringify(result),
    errorType: null,
    effect: null,
    delivery: { kind: 'answer', delayMillis: 0 },
  };
}

export function errorAnswer(error: AwsError): CallAnswer {
  return { ...jsonAnswer(error.body()), status: error.status, errorType: error.type };
}
