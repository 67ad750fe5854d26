import type { LightsailClient } from '@aws-sdk/client-lightsail';

/** One answer of AWS, refused calls too. */
export interface NotedAnswer {
  serverMillis: number;
  /** Half way between the request and its answer. */
  localMillis: number;
  /** Of something that was listed. */
  arn?: string | undefined;
}

/** Keeps of every answer its `Date`, and an ARN where one is in it. Before the SDK corrects its clock by it. */
export function noteAnswers(client: LightsailClient): NotedAnswer[] {
  const noted: NotedAnswer[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      const sentMillis = Date.now();
      const result = await next(args);
      const { headers } = result.response as { headers?: Record<string, string> };
      const serverMillis = Date.parse(headers?.['date'] ?? '');
      if (!Number.isNaN(serverMillis))
        noted.push({ serverMillis, localMillis: (sentMillis + Date.now()) / 2 });
      return result;
    },
    // The innermost step: the answer as it came, before it is read.
    { step: 'deserialize', priority: 'low', name: 'noteDateMiddleware' },
  );
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const arn = anyArn(result.output);
      const first = noted[0];
      if (arn !== undefined && first !== undefined) first.arn ??= arn;
      return result;
    },
    { step: 'initialize', name: 'noteArnMiddleware' },
  );
  return noted;
}

function anyArn(output: object): string | undefined {
  const lists = Object.values(output).filter((value) => Array.isArray(value)) as { arn?: string }[][];
  return lists.flat().find(({ arn }) => arn !== undefined)?.arn;
}
