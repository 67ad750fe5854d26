import { allJsonSchemas, jsonSchemaOf } from '../../../src/contract/json-schemas';
import { SCHEMA_NAMES } from '../../../src/contract/schema-names';
import { runMain } from '../test-io';

describe('schema', () => {
  it('prints all schemas, with --json on one line', async () => {
    const { exitCode, stdout, stderr } = await runMain({ argv: ['schema'] });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(allJsonSchemas());
    const compact = await runMain({ argv: ['schema', '--json'] });
    expect(compact.stdout).toBe(`${JSON.stringify(allJsonSchemas())}\n`);
  });

  it('prints the one that is named', async () => {
    const { stdout } = await runMain({ argv: ['schema', 'FleetPlan'] });
    expect(JSON.parse(stdout)).toEqual(jsonSchemaOf({ name: 'FleetPlan' }));
  });

  it('lists every name in its help', async () => {
    const { stdout } = await runMain({ argv: ['schema', '--help'] });
    for (const name of Object.keys(SCHEMA_NAMES)) expect(stdout).toContain(name);
  });

  it.each([
    ['clonefleetinput', 'Did you mean CloneFleetInput?'],
    ['awaitPlan', 'Did you mean FleetPlan'],
    ['Fleet', 'expected one of CloneFleetInput'],
  ])('refuses %s and says which there are', async (name, says) => {
    const { exitCode, stdout, stderr } = await runMain({ argv: ['schema', name] });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});
