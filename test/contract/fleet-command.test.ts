import { fleetCommand } from '../../src/contract/fleet-command';

describe('the command that a message names', () => {
  it('has the id first, then what limits it', () => {
    const options = [['--owner', 'run-1'] as const, ['--region', 'us-east-1'] as const];
    expect(fleetCommand({ verb: 'delete', fleetId: 'nightly/2026-11-25@a=b', options })).toBe(
      'lightsail-fleet delete nightly/2026-11-25@a=b --owner run-1 --region us-east-1',
    );
    expect(fleetCommand({ verb: 'delete', options })).toBe(
      'lightsail-fleet delete --owner run-1 --region us-east-1',
    );
  });

  it('has an id that looks like a flag last, where none is read any more', () => {
    const options = [['--region', 'us-east-1'] as const];
    expect(fleetCommand({ verb: 'delete', fleetId: '--yes', options })).toBe(
      'lightsail-fleet delete --region us-east-1 -- --yes',
    );
  });

  it.each([
    ['=ls', "'=ls'"],
    ['@ls', "'@ls'"],
    ['of last night', "'of last night'"],
    ['$(id)', "'$(id)'"],
    ["it's", String.raw`'it'\''s'`],
    ['', "''"],
  ])('quotes %j, which a shell would take for something else', (fleetId, word) => {
    expect(fleetCommand({ verb: 'show', fleetId })).toBe(`lightsail-fleet show ${word}`);
  });
});
