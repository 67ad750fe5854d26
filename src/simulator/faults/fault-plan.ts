import { z } from 'zod';
import { OPERATION_NAMES } from '../operations/operation-names';

/** What happens to the call itself. */
export const CALL_EFFECTS = [
  'throttle',
  'server-error',
  'not-json',
  'reset-before',
  'reset-after',
  'stall',
  'slow',
  'denied',
  'delete-refused',
  'quota',
] as const;

/** What becomes of the operations that the call starts, one instance at a time. */
export const FATE_EFFECTS = [
  'operation-fails',
  'operation-stuck',
  'late-appearance',
  'no-address',
  'capacity',
  'not-made',
] as const;

export type CallEffect = (typeof CALL_EFFECTS)[number];
export type FateEffect = (typeof FATE_EFFECTS)[number];

const CREATES = ['CreateInstancesFromSnapshot'] as const;
const STARTS_AN_OPERATION = [
  ...CREATES,
  'AttachDisk',
  'CreateInstanceSnapshot',
  'DeleteInstance',
  'DeleteDisk',
  'DetachDisk',
] as const;

/** Effects that make sense for some actions only; a rule without `action` matches these. */
export const ACTIONS_OF_EFFECT: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['delete-refused', ['DeleteInstance', 'DeleteDisk']],
  ['quota', CREATES],
  ['late-appearance', CREATES],
  ['no-address', CREATES],
  ['capacity', CREATES],
  ['not-made', CREATES],
  ['operation-fails', STARTS_AN_OPERATION],
  ['operation-stuck', STARTS_AN_OPERATION],
]);

/** A plan is written by hand or by a test; more rules than this is a mistake. */
const MOST_RULES = 10_000;

const ruleSchema = z
  .strictObject({
    action: z.enum(OPERATION_NAMES).optional(),
    nth: z.int().min(1).optional(),
    name: z.string().min(1).max(255).optional(),
    region: z.string().min(1).max(64).optional(),
    zone: z.string().min(1).max(64).optional(),
    probability: z.number().min(0).max(1).optional(),
    times: z.int().min(1).default(1),
    effect: z.enum([...CALL_EFFECTS, ...FATE_EFFECTS]),
    // It may go into a header (setting `errorTypeHeader`), which takes no other characters.
    errorCode: z
      .string()
      .regex(/^[\w.:#/-]{1,200}$/, { error: 'expected 1 to 200 characters of A-Z a-z 0-9 _ . : # / -' })
      .optional(),
    errorDetails: z.string().min(1).max(1000).optional(),
    seconds: z.number().min(0).max(31_536_000).optional(),
    done: z.boolean().optional(),
    answer: z.enum(['lost', 'given', 'refused']).optional(),
  })
  .superRefine((rule, context) => {
    const actions = ACTIONS_OF_EFFECT.get(rule.effect);
    if (rule.action === undefined || actions === undefined || actions.includes(rule.action)) return;
    context.addIssue({
      code: 'custom',
      path: ['action'],
      message: `effect ${rule.effect} expected one of ${actions.join(', ')}, got ${rule.action}`,
    });
  });

/** What `PUT faults` takes. */
export const faultPlanSchema = z.strictObject({
  seed: z.int().default(1),
  rules: z.array(ruleSchema).max(MOST_RULES),
});

export type FaultRule = z.infer<typeof ruleSchema>;

/** A rule, how many calls its action and name have met, and how often it has struck. */
export interface RuleState {
  rule: FaultRule;
  matched: number;
  fired: number;
}

export interface FaultState {
  seed: number;
  rules: RuleState[];
}

export function startFaults(plan: z.infer<typeof faultPlanSchema>): FaultState {
  return { seed: plan.seed, rules: plan.rules.map((rule) => ({ rule, matched: 0, fired: 0 })) };
}
