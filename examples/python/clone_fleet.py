"""Starts a fleet, waits until its request is accepted, follows it, and says how it ended.

    python clone_fleet.py FLEET_ID REQUEST.json

Exit codes: 0 ready, 1 failed and rolled back, 2 refused, 3 something is left.
"""

import asyncio
import contextlib
import json
import os
import sys
from pathlib import Path

from temporalio.client import Client, WithStartWorkflowOperation
from temporalio.client import WorkflowFailureError, WorkflowHandle, WorkflowUpdateFailedError
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.envconfig import ClientConfig
from temporalio.exceptions import ApplicationError, CancelledError, WorkflowAlreadyStartedError
from temporalio.service import RPCError

TASK_QUEUE = os.environ.get("FLEET_TASK_QUEUE", "lightsail-fleet")
LOOK_EVERY_SECONDS = 1


async def main(fleet_id: str, request: dict) -> int:
    # TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_PROFILE, temporal.toml, as every Temporal tool reads them.
    config = ClientConfig.load_client_connect_config()
    config.setdefault("target_host", "localhost:7233")
    client = await Client.connect(**config)
    start = WithStartWorkflowOperation(
        "cloneFleet",
        request,
        id=fleet_id,
        task_queue=TASK_QUEUE,
        # One line for the Temporal UI.
        static_summary="a fleet from the Python example",
        # Safe to repeat: a running fleet is joined, a failed one is tried anew, one that stands is refused.
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
    )
    try:
        plan = await client.execute_update_with_start_workflow("awaitPlan", start_workflow_operation=start)
    except WorkflowUpdateFailedError as error:
        return tell_failure("refused", error.cause)
    except WorkflowAlreadyStartedError:
        # The SDK keeps the same error for whoever asks for the handle, and complains at exit if nobody does.
        with contextlib.suppress(WorkflowAlreadyStartedError):
            await start.workflow_handle()
        print(f"refused: fleet {fleet_id} stands already, and its id is not used again")
        return 2
    count, zone, price = plan["instanceCount"], plan["availabilityZone"], plan["monthlyPriceUsd"]
    print(f"accepted: {count} instances in {zone}, {price} USD a month", flush=True)

    handle = await start.workflow_handle()
    try:
        result = await follow(handle)
    except WorkflowFailureError as error:
        return tell_failure("failed", error.cause)
    for instance in result["instances"]:
        print(instance["name"], instance.get("publicIpAddress", ""))
    return 0


async def follow(handle: WorkflowHandle) -> dict:
    """Prints what changes until the run has ended, and answers with its result."""
    ending = asyncio.ensure_future(handle.result())
    shown = None
    while True:
        ended = ending.done()
        # Without a worker the query has no answer: the next look may find one.
        with contextlib.suppress(RPCError):
            progress = await handle.query("progress")
            line = f"{progress['state']}: {progress['counts'].get('ready', 0)} of {progress['requested']} ready"
            if line != shown:
                print(line, flush=True)
                shown = line
        if ended:
            return await ending
        await asyncio.wait([ending], timeout=LOOK_EVERY_SECONDS)


def tell_failure(how: str, cause: BaseException | None) -> int:
    """The type of a failure says what happened, its details say to what, and what is left."""
    if isinstance(cause, CancelledError):
        print("cancelled, and rolled back: nothing is left")
        return 1
    if not isinstance(cause, ApplicationError):
        print(f"{how}: {cause}: no rollback ran, see: lightsail-fleet sweep")
        return 3
    details = cause.details[0] if cause.details else {}
    # The lines that follow the first say what the details say.
    print(f"{how}: {cause.type}: {cause.message.splitlines()[0]}")
    for problem in details.get("problems") or []:
        print(f"  {problem['path']}: {problem['message']}")
    for instance in details.get("instances") or []:
        print(f"  {instance['name']}: {instance['message']}")
    survivors = details.get("survivors") or []
    for survivor in survivors:
        print(f"left: {survivor['resourceType']} {survivor['name']}: {survivor['cause']}")
    if "command" in details:
        print(f"to finish: {details['command']}")
    if survivors or cause.type == "RollbackIncomplete":
        return 3
    print("left: nothing")
    return 2 if cause.type in ("InvalidRequest", "PreflightFailed") else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: clone_fleet.py FLEET_ID REQUEST.json")
    code = asyncio.run(main(sys.argv[1], json.loads(Path(sys.argv[2]).read_text())))
    sys.stdout.flush()
    # A plain exit may crash on a busy machine: native threads of the SDK outlive the interpreter (sdk-python#300).
    os._exit(code)
