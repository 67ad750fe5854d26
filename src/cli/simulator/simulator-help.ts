/** Enough to use the simulator for tests of one's own. At most 80 columns: it is not wrapped again. */
export const SIMULATOR_HELP = `
Speaks Lightsail's wire protocol. One variable points the AWS CLI, boto3 and
every AWS SDK at it, and any key pair will do:
  export AWS_ENDPOINT_URL_LIGHTSAIL=http://127.0.0.1:4599
  export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
  export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
  export AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
  aws lightsail get-instances
In code:
  boto3.client('lightsail', endpoint_url='http://127.0.0.1:4599')
  new LightsailClient({ endpoint: 'http://127.0.0.1:4599' })

At the start us-east-1 and eu-west-1 have the snapshots golden and
golden-with-disk, the key pair ops and the instance somebody-elses.

Control: JSON on the same port. A bad request is answered with all problems.
  GET  /_simulator/health    its clock, its speed, the next seq
  GET  /_simulator/ledger    every call and every change, one a line; ?after=SEQ
  GET  /_simulator/state     every resource, as requested and as it is
  GET  /_simulator/faults    the fault plan; PUT replaces it
  GET  /_simulator/settings  durations, page sizes, rates, speed; PUT changes
  PUT  /_simulator/world     regions, snapshots, instances, key pairs, static
                             IPs, load balancers, quotas, credentials to start
                             from; what is left out is as it was at the start
  POST /_simulator/reset     the same world again; {"seed":7} draws otherwise
  POST /_simulator/advance   {"seconds":30} moves the clock by hand

A test need not wait: start with --speed 0 and POST advance, or with a large
--speed. The same seed and the same calls give the same ids and durations.

Faults: curl -X PUT "$AWS_ENDPOINT_URL_LIGHTSAIL/_simulator/faults" \\
          -d '{"seed":7,"rules":[RULE]}'    where a RULE is, for instance:
  {"effect":"throttle","times":3}
  {"effect":"server-error","action":"GetInstances"}
  {"effect":"not-json","nth":2}
  {"effect":"denied","action":"DeleteInstance","name":"web-03"}
  {"effect":"reset-before","action":"CreateInstancesFromSnapshot"}
  {"effect":"reset-after","action":"CreateInstancesFromSnapshot"}
  {"effect":"stall","seconds":90}
  {"effect":"slow","seconds":5,"probability":0.2,"times":100}
  {"effect":"quota"}
  {"effect":"delete-refused","name":"web-03"}
  {"effect":"operation-fails","name":"web-03","errorCode":"InternalFailure"}
  {"effect":"operation-stuck","name":"web-03","seconds":600}
  {"effect":"no-address","name":"web-03","seconds":120}
  {"effect":"capacity","zone":"us-east-1a","times":2}
  {"effect":"late-appearance","seconds":30}
  {"effect":"not-made","name":"web-03","answer":"lost"}

State: in memory, or with --state-file in that file. Every change is written
before it is answered, so that a killed simulator goes on where it was.

Ends on Ctrl-C or SIGTERM with 0; with 2 for a flag that cannot work. With
--json it prints {"kind":"ready","url":"…"} on stdout when it listens.

Examples:
  lightsail-fleet simulator --state-file lightsail.state --speed 10
  lightsail-fleet simulator --port 0 --speed 0 --json

What it assumes and does not do: docs/simulator-differences.md`;
