/* eslint-disable @typescript-eslint/no-require-imports -- loaded only when it is run, so that help is quick, as in
   command-registry.ts. */
import type { CommandContext } from '../command-context';
import type { CommandModule } from '../command-module';
import type { CheckResult } from '../doctor/check';
import { doctorExitCode } from '../doctor/doctor-exit-code';
import { checkLines, checkSummary } from '../render/check-lines';
import { DEFAULT_WIDTH } from '../render/live-screen';
import { createStyle, usesColor } from '../render/style';

const EXAMPLES = `
Looks at Node, the FLEET_* variables, where Temporal is said to be, its server, namespace, search attributes, workers and
their versions, the web UI, and, as a worker on this machine would find them, endpoint, credentials, permissions, account
and clock of AWS. It changes nothing, and shows no secret.

Who only starts fleets and looks at them needs no AWS credentials: what is wrong with AWS is then a warning, and their
absence is passed over. --worker holds this machine to what a worker needs; that none polls yet is then a warning.

One line a check: ok, warning, wrong, or skipped for the reason it gives. Ends with 0 when nothing is wrong, 2 when
something is to be corrected here, 4 when all that is wrong is that Temporal, a worker or AWS does not answer. Each call has
5 s, AWS credentials 10 s. Of credentials that fail it tells profile and kind, and of addresses no user and no password.

Examples:
  lightsail-fleet doctor
  lightsail-fleet doctor --worker --region eu-west-1          (where the worker runs, before it does)
  lightsail-fleet doctor --profile staging --json | jq -r '.checks[] | select(.status == "wrong") | .message'`;

interface DoctorOptions {
  worker?: boolean | undefined;
  region?: string | undefined;
  color: boolean;
}

export const doctorCommand: CommandModule<DoctorOptions> = {
  configure: (command) =>
    void command
      .option('--worker', 'this machine runs a worker, or is to: hold it to what one needs')
      .option('--region <region>', 'where AWS is asked (default: AWS_REGION, else us-east-1)')
      .addHelpText('after', EXAMPLES),

  async run({ context, options }) {
    const { env, json, temporal } = context;
    // The first check says it, in words of ours.
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
    const { runChecks } = require('../doctor/run-checks') as typeof import('../doctor/run-checks');
    const results = await runChecks({
      env,
      flags: temporal,
      region: options.region,
      isWorkerHost: options.worker === true,
      onResult: json ? () => undefined : printer(context, options),
    });
    const exitCode = doctorExitCode(results);
    if (json) context.printJson({ checks: results, exitCode });
    else context.print(checkSummary(results));
    return exitCode;
  },
};

function printer({ stdout, env, print }: CommandContext, { color }: DoctorOptions) {
  const isTty = stdout.isTTY === true;
  const style = createStyle({ color: usesColor({ isTty, env, noColor: !color }) });
  const width = isTty ? (stdout.columns ?? DEFAULT_WIDTH) : Infinity;
  return (result: CheckResult) => {
    for (const line of checkLines({ ...result, width, style })) print(line);
  };
}
