import { failureLines } from '../../../src/cli/render/failure-lines';
import { exportLine } from '../../../src/cli/render/export-line';
import { createLiveScreen } from '../../../src/cli/render/live-screen';
import { printable, printableLines } from '../../../src/cli/render/printable';
import { usesColor } from '../../../src/cli/render/style';
import { tableLines } from '../../../src/cli/render/table';
import { uiLink } from '../../../src/cli/render/ui-link';

test('printable text is one line without control characters', () => {
  expect(printable('a\nb\u001b[31mc\u0000\u009b')).toBe('a b?[31mc??');
  expect(printableLines('a\nb\u0007')).toEqual(['a', 'b?']);
});

describe('colour', () => {
  const on = { isTty: true, env: {}, noColor: false };
  test.each([
    ['a terminal', on, true],
    ['a pipe', { ...on, isTty: false }, false],
    ['NO_COLOR', { ...on, env: { NO_COLOR: '1' } }, false],
    ['an empty NO_COLOR, which counts as unset', { ...on, env: { NO_COLOR: '' } }, true],
    ['--no-color', { ...on, noColor: true }, false],
    ['a dumb terminal', { ...on, env: { TERM: 'dumb' } }, false],
    ['a pipe with FORCE_COLOR', { ...on, isTty: false, env: { FORCE_COLOR: '1' } }, true],
    ['FORCE_COLOR=0', { ...on, env: { FORCE_COLOR: '0' } }, false],
    ['NO_COLOR beside FORCE_COLOR', { ...on, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
  ])('on %s', (_, input, expected) => {
    expect(usesColor(input)).toBe(expected);
  });
});

test('variables are set as the shell of the system does', () => {
  const variables = { TEMPORAL_ADDRESS: '127.0.0.1:7233', X: '1' };
  expect(exportLine({ variables, platform: 'linux' })).toBe('export TEMPORAL_ADDRESS=127.0.0.1:7233 X=1');
  expect(exportLine({ variables, platform: 'win32' })).toBe(
    "$env:TEMPORAL_ADDRESS = '127.0.0.1:7233'; $env:X = '1'",
  );
});

describe('a table', () => {
  const rows = [
    ['golden-20261123-203500-k3x9', 'ready'],
    ['b', undefined],
  ];
  test('is as wide as its content', () => {
    expect(tableLines({ head: ['FLEET', 'STATE'], rows, width: Infinity })).toEqual([
      'FLEET                        STATE',
      'golden-20261123-203500-k3x9  ready',
      'b',
    ]);
  });
  test('gives way in its widest column', () => {
    expect(tableLines({ head: ['FLEET', 'STATE'], rows, width: 20 })).toEqual([
      'FLEET          STATE',
      'golden-20261…  ready',
      'b',
    ]);
  });
});

describe('the live screen', () => {
  const draw = () => {
    let written = '';
    const stream = { columns: 80, rows: 24, write: (text: string) => (written += text) };
    return { stream, screen: createLiveScreen(stream), take: () => written.replace((written = ''), '') };
  };

  test('draws over what it drew before', () => {
    const { screen, take } = draw();
    screen.draw(['a', 'b']);
    expect(take()).toBe('a\u001b[K\nb\u001b[K\n\u001b[J');
    screen.draw(['c']);
    expect(take()).toContain('\u001b[2A\rc\u001b[K\n\u001b[J');
  });

  test('goes on below after a resize, as lines may have wrapped', () => {
    const { screen, stream, take } = draw();
    screen.draw(['a']);
    take();
    stream.columns = 40;
    screen.draw(['b']);
    expect(take()).not.toContain('\u001b[1A');
  });

  test('inserts a line that stays, above', () => {
    const { screen, take } = draw();
    screen.draw(['a']);
    take();
    screen.insert('note');
    expect(take()).toContain('\u001b[1A\rnote\u001b[K\na\u001b[K\n');
  });
});

describe('the link to the UI', () => {
  const run = { namespace: 'default', fleetId: 'a/b c', runId: 'r1' };
  test('is known only where the UI is', () => {
    expect(uiLink({ env: {}, ...run })).toBeUndefined();
  });
  test('escapes the fleet id', () => {
    expect(uiLink({ env: { TEMPORAL_UI_URL: 'http://ops:SECRET@ui:8233/' }, ...run })).toBe(
      'http://ui:8233/namespaces/default/workflows/a%2Fb%20c/r1/history',
    );
  });
});

describe('a failure', () => {
  test('lists each problem once', () => {
    const lines = failureLines({
      type: 'PreflightFailed',
      message: '1 problem, nothing was made:\nbundleId: no bundle "x"',
      details: { fleetId: 'f', problems: [{ path: 'bundleId', message: 'no bundle "x"' }] },
    });
    expect(lines).toEqual(['PreflightFailed: 1 problem, nothing was made:', '  bundleId: no bundle "x"']);
  });
  test('names every survivor and why it is there', () => {
    const lines = failureLines({
      type: 'RollbackIncomplete',
      message: 'rollback incomplete',
      details: { fleetId: 'f', survivors: [{ resourceType: 'Instance', name: 'web-3', cause: 'denied' }] },
    });
    expect(lines).toEqual([
      'RollbackIncomplete: rollback incomplete',
      'still there, and billed:',
      '  instance web-3: denied',
    ]);
  });
});
