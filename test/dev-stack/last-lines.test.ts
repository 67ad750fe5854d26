import { keepLastLines } from '../../src/dev-stack/last-lines';
import { progressLines } from '../../src/dev-stack/progress-lines';
import { temporalDevServerArguments } from '../../src/dev-stack/temporal-dev-server-arguments';

test('lines are whole however the chunks fall, and the last ones are kept', () => {
  const seen: string[] = [];
  const lines = keepLastLines((line) => seen.push(line));
  for (const chunk of ['a', 'b\nc\r\nd', 'e\n', 'end']) lines.push(chunk);
  lines.end();
  expect(seen).toEqual(['ab', 'c', 'de', 'end']);
  for (let index = 0; index < 300; index += 1) lines.push(`${String(index)}\n`);
  expect(lines.lines()).toHaveLength(200);
  expect(lines.lines().at(-1)).toBe('299');
});

test('output without a line end cannot fill the memory', () => {
  let seen = 0;
  const lines = keepLastLines(() => (seen += 1));
  for (let index = 0; index < 3; index += 1) lines.push('x'.repeat(70_000));
  expect(seen).toBe(3);
});

test('progress is a line for each step, then one every five seconds', () => {
  let now = 0;
  const written: string[] = [];
  const progress = progressLines({ write: (line) => written.push(line), now: () => now });
  for (now = 0; now <= 11_000; now += 1000) progress(`building: ${String(now / 1000)} of 11`);
  progress('removing');
  expect(written).toEqual([
    'building: 0 of 11\n',
    'building: 5 of 11, 5 s\n',
    'building: 10 of 11, 10 s\n',
    'removing\n',
  ]);
});

test('the dev server listens on the loopback address alone, with what was asked for', () => {
  const given = temporalDevServerArguments({
    ports: { grpc: 1, http: 2, ui: 3 },
    databaseFile: 'x.db',
    sqlitePragmas: ['journal_mode=wal'],
    searchAttributes: [{ name: 'FleetSize', type: 'Int' }],
    dynamicConfig: { 'limit.x': 5 },
  }).join(' ');
  expect(given).toBe(
    'server start-dev --log-level error --ip 127.0.0.1 --port 1 --http-port 2 --ui-port 3 --db-filename x.db ' +
      '--sqlite-pragma journal_mode=wal --search-attribute FleetSize=Int ' +
      '--dynamic-config-value history.transferProcessorMaxPollRPS=2000 --dynamic-config-value limit.x=5',
  );
  expect(temporalDevServerArguments({ ports: { grpc: 1, http: 2 } })).toContain('--headless');
});
