export interface TemporalDevServerPorts {
  grpc: number;
  http: number;
  /** Absent: no web UI. */
  ui?: number | undefined;
}

export interface TemporalDevServerArgumentsInput {
  ports: TemporalDevServerPorts;
  databaseFile?: string | undefined;
  sqlitePragmas?: readonly string[] | undefined;
  searchAttributes?: readonly { name: string; type: string }[] | undefined;
  dynamicConfig?: Readonly<Record<string, boolean | number | string>> | undefined;
}

/**
 * By default a queue is polled 20 times a second; with this, ten activities one after another fall from 1,050 ms to
 * 160 ms (measured on 2 cores).
 */
const DYNAMIC_CONFIG = { 'history.transferProcessorMaxPollRPS': 2000 };

/** Arguments of `temporal` for a server that only this machine can reach. */
export function temporalDevServerArguments(input: TemporalDevServerArgumentsInput): string[] {
  const { ports } = input;
  const dynamicConfig = { ...DYNAMIC_CONFIG, ...input.dynamicConfig };
  return [
    ...['server', 'start-dev', '--log-level', 'error', '--ip', '127.0.0.1'],
    ...['--port', String(ports.grpc), '--http-port', String(ports.http)],
    ...(ports.ui === undefined ? ['--headless'] : ['--ui-port', String(ports.ui)]),
    ...(input.databaseFile === undefined ? [] : ['--db-filename', input.databaseFile]),
    ...(input.sqlitePragmas ?? []).flatMap((pragma) => ['--sqlite-pragma', pragma]),
    ...(input.searchAttributes ?? []).flatMap(({ name, type }) => ['--search-attribute', `${name}=${type}`]),
    ...Object.entries(dynamicConfig).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
  ];
}
