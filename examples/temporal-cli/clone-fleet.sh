#!/usr/bin/env bash
# Starts a fleet with the temporal command, waits until its request is accepted, follows it, and says how it ended:
#   clone-fleet.sh FLEET_ID REQUEST.json
# Exit codes: 0 ready, 1 failed and rolled back, 2 refused, 3 something is left, 4 Temporal out of reach.
set -euo pipefail

if (($# != 2)); then
  echo "usage: clone-fleet.sh FLEET_ID REQUEST.json" >&2
  exit 2
fi
fleet_id="$1"
request="$2"
look_every_seconds=1
jq_files="$(dirname "${BASH_SOURCE[0]}")/.."

# TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, temporal.toml: the command reads them itself.
workflow() { temporal workflow "$@" --output json; }

# Safe to repeat: a running fleet is joined, a failed one is tried anew, one that stands is refused.
start_and_await_plan() {
  workflow execute-update-with-start --update-name awaitPlan \
    --static-summary 'a fleet from the temporal command' \
    --workflow-id "$fleet_id" --type cloneFleet --task-queue "${FLEET_TASK_QUEUE:-lightsail-fleet}" \
    --id-conflict-policy UseExisting --id-reuse-policy AllowDuplicateFailedOnly --input-file "$request"
}

# Prints what changes until the run has ended.
follow() {
  local line shown="" status
  while true; do
    status="$(workflow describe --workflow-id "$fleet_id" | jq -r .workflowExecutionInfo.status)"
    # Without a worker the query has no answer: the next look may find one.
    line="$(workflow query --workflow-id "$fleet_id" --name progress 2>/dev/null |
      jq -r '.queryResult[0] | "\(.state): \(.counts.ready // 0) of \(.requested) ready"')" || true
    if [[ -n "$line" && "$line" != "$shown" ]]; then echo "$line"; fi
    shown="$line"
    if [[ "$status" != WORKFLOW_EXECUTION_STATUS_RUNNING ]]; then return; fi
    sleep "$look_every_seconds"
  done
}

# The end of a run that does not stand: "refused" before its plan was there, "failed" after.
tell_end() {
  local how="$1" end="$2" failure
  case "$(jq -r .status <<<"$end")" in
    FAILED)
      failure="$(jq .closeEvent.workflowExecutionFailedEventAttributes.failure <<<"$end")"
      jq -r --arg how "$how" -f "$jq_files/failure.jq" <<<"$failure"
      exit "$(jq -f "$jq_files/failure-code.jq" <<<"$failure")"
      ;;
    CANCELED)
      echo "cancelled, and rolled back: nothing is left"
      exit 1
      ;;
    *)
      echo "ended from outside: no rollback ran, see: lightsail-fleet sweep"
      exit 3
      ;;
  esac
}

# The command ends with 1 for a run that did not end well, and prints it all the same.
result() { workflow result --workflow-id "$fleet_id" 2>/dev/null || true; }

said="$(mktemp)"
trap 'rm -f "$said"' EXIT
if ! plan="$(start_and_await_plan 2>"$said")"; then
  end="$(result)"
  if [[ -z "$end" ]]; then
    cat "$said" >&2
    exit 4
  fi
  if [[ "$(jq -r .status <<<"$end")" == COMPLETED ]]; then
    echo "refused: fleet $fleet_id stands already, and its id is not used again"
    exit 2
  fi
  tell_end refused "$end"
fi
jq -r '.updateResult
  | "accepted: \(.instanceCount) instances in \(.availabilityZone), \(.monthlyPriceUsd) USD a month"' <<<"$plan"
follow
end="$(result)"
if [[ "$(jq -r .status <<<"$end")" != COMPLETED ]]; then tell_end failed "$end"; fi
jq -r '.result.instances[] | "\(.name) \(.publicIpAddress // "")"' <<<"$end"
