import { TAG_KEYS } from '../../src/contract/tags';
import { createLightsailRegions } from '../../src/lightsail/lightsail-regions';
import { evaluatePolicy } from '../../src/simulator/access/evaluate-policy';
import { policySchema } from '../../src/simulator/access/policy-schema';
import { startSimulator } from '../../src/simulator/simulator';
import { readShippedPolicy, type PolicyDocument } from '../support/shipped-policy';
import { SimulatorControl } from '../support/simulator-control';

const POLICIES = ['worker-policy', 'worker-policy-tagged-snapshots'] as const;

/** AWS's quota of a managed policy, white space left out (IAM User Guide, "IAM and AWS STS quotas"). */
const MOST_CHARACTERS = 6_144;

function actionsOf({ Statement }: PolicyDocument): string[] {
  return [...new Set(Statement.flatMap(({ Action }) => Action))].sort();
}

/** What the port sends when each of its methods is called once; whether it is answered does not matter here. */
async function actionsOfPort(): Promise<string[]> {
  const simulator = await startSimulator({ port: 0 });
  const api = createLightsailRegions({
    callsPerSecond: 500,
    endpoint: simulator.url,
    credentials: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
  })('us-east-1');
  const methods = Object.values(api as unknown as Record<string, unknown>).filter(
    (member) => typeof member === 'function',
  ) as ((input: object) => Promise<unknown>)[];
  await Promise.allSettled(methods.map((method) => method({})));
  const rows = await new SimulatorControl(simulator.url).ledger();
  await simulator.close();
  const actions = new Set(rows.flatMap(({ action }) => action ?? []));
  expect(actions.size).toBe(methods.length);
  return [...actions].map((action) => `lightsail:${action}`).sort();
}

describe.each(POLICIES)('deploy/iam/%s.json', (name) => {
  it('allows the actions that the worker calls, each of them and no other', async () => {
    expect(actionsOf(await readShippedPolicy(name))).toEqual(await actionsOfPort());
  });

  it('goes by the tag that the worker sets', async () => {
    const text = JSON.stringify(await readShippedPolicy(name));
    expect(text).toContain(`"aws:RequestTag/${TAG_KEYS.ownerId}":"false"`);
    expect(text).toContain(`"aws:ResourceTag/${TAG_KEYS.ownerId}":"false"`);
    expect(text.length).toBeLessThan(MOST_CHARACTERS);
  });

  it('would allow a create also where AWS judged it by the new instances, as it once documented', async () => {
    const policy = policySchema.parse(await readShippedPolicy(name));
    const decide = (context: Map<string, string[]>) =>
      evaluatePolicy({
        policy,
        action: 'lightsail:CreateInstancesFromSnapshot',
        resourceArn: 'arn:aws:lightsail:us-east-1:123456789012:Instance/*',
        context,
      });
    expect(decide(new Map([[`aws:requesttag/${TAG_KEYS.ownerId}`, ['any']]]))).toBe('allowed');
    expect(decide(new Map())).toBe('implicit-deny');
  });
});
