#!/usr/bin/env bash
# Starts a fleet over Temporal's HTTP API, waits until its request is accepted, follows it, and says how it ended:
#   clone-fleet.sh FLEET_ID REQUEST.json
# Exit codes: 0 ready, 1 failed and rolled back, 2 refused, 3 something is left, 4 Temporal refused a call.
set -euo pipefail

if (($# != 2)); then
  echo "usage: clone-fleet.sh FLEET_ID REQUEST.json" >&2
  exit 2
fi
# A fleet id may hold a slash, but the HTTP API finds no workflow by such a one.
fleet_id="$1"
request="$2"
look_every_seconds=1
workflow="${TEMPORAL_HTTP_URL:-http://localhost:7243}/api/v1/namespaces/${TEMPORAL_NAMESPACE:-default}/workflows/$fleet_id"
jq_files="$(dirname "${BASH_SOURCE[0]}")/.."

call() {
  curl -sS -H 'content-type: application/json' ${TEMPORAL_API_KEY:+-H "authorization: Bearer $TEMPORAL_API_KEY"} "$@"
}

# An error of Temporal is an object with gRPC's code and a message.
error_code() { jq 'if has("code") and has("message") then .code else 0 end' <<<"$1"; }

stop_on_error() {
  local code
  code="$(error_code "$1")"
  case "$code" in
    0) return ;;
    6)
      echo "refused: fleet $fleet_id stands already, and its id is not used again"
      exit 2
      ;;
    *)
      jq -r '"refused by Temporal: \(.message)"' <<<"$1" >&2
      exit 4
      ;;
  esac
}

# Until its plan is there a run that fails is refused.
how=refused
stop_on_failure() {
  jq -r --arg how "$how" -f "$jq_files/failure.jq" <<<"$1"
  exit "$(jq -f "$jq_files/failure-code.jq" <<<"$1")"
}

start() {
  local body answer
  body="$(jq -n --slurpfile input "$request" --arg queue "${FLEET_TASK_QUEUE:-lightsail-fleet}" '{
    workflowType: {name: "cloneFleet"},
    taskQueue: {name: $queue},
    input: $input,
    # One line for the Temporal UI.
    userMetadata: {summary: "a fleet from the curl example"},
    # Safe to repeat: a running fleet is joined, a failed one is tried anew, one that stands is refused.
    workflowIdConflictPolicy: "WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING",
    workflowIdReusePolicy: "WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY"
  }')"
  answer="$(call -X POST "$workflow" -d "$body")"
  stop_on_error "$answer"
  run_id="$(jq -r .runId <<<"$answer")"
}

# The HTTP API has no update-with-start; a call of its own does as well, as both are safe to repeat. The server answers
# after some 20 s at the latest, and is then asked again by the same id.
await_plan() {
  local body answer
  body="$(jq -n --arg id "plan-$run_id" '{
    waitPolicy: {lifecycleStage: "UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED"},
    request: {meta: {updateId: $id}}
  }')"
  until [[ "$(jq 'has("outcome")' <<<"${answer:-{\}}")" == true ]]; do
    answer="$(call -X POST "$workflow/update/awaitPlan" -d "$body")"
    # 5: the run has ended meanwhile, and says why.
    if (($(error_code "$answer") == 5)); then return; fi
    stop_on_error "$answer"
  done
  if jq -e .outcome.failure <<<"$answer" >/dev/null; then
    stop_on_failure "$(jq .outcome.failure <<<"$answer")"
  fi
  jq -r '.outcome.success[0]
    | "accepted: \(.instanceCount) instances in \(.availabilityZone), \(.monthlyPriceUsd) USD a month"' <<<"$answer"
  how=failed
}

# Prints what changes until the run has ended.
follow() {
  local answer status line shown=""
  while true; do
    answer="$(call "$workflow?execution.runId=$run_id")"
    stop_on_error "$answer"
    status="$(jq -r .workflowExecutionInfo.status <<<"$answer")"
    # Without a worker the query has no answer: the next look may find one.
    line="$(call -X POST "$workflow/query/progress?execution.runId=$run_id" -d '{}' |
      jq -r '.queryResult[0] // empty | "\(.state): \(.counts.ready // 0) of \(.requested) ready"')"
    if [[ -n "$line" && "$line" != "$shown" ]]; then echo "$line"; fi
    shown="$line"
    if [[ "$status" != WORKFLOW_EXECUTION_STATUS_RUNNING ]]; then return; fi
    sleep "$look_every_seconds"
  done
}

tell_end() {
  local answer event
  answer="$(call "$workflow/history?execution.runId=$run_id&historyEventFilterType=HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT")"
  stop_on_error "$answer"
  event="$(jq '.history.events[-1]' <<<"$answer")"
  case "$(jq -r .eventType <<<"$event")" in
    EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED)
      jq -r '.workflowExecutionCompletedEventAttributes.result[0].instances[]
        | "\(.name) \(.publicIpAddress // "")"' <<<"$event"
      ;;
    EVENT_TYPE_WORKFLOW_EXECUTION_FAILED)
      stop_on_failure "$(jq .workflowExecutionFailedEventAttributes.failure <<<"$event")"
      ;;
    EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED)
      echo "cancelled, and rolled back: nothing is left"
      exit 1
      ;;
    *)
      echo "ended from outside: no rollback ran, see: lightsail-fleet sweep"
      exit 3
      ;;
  esac
}

start
await_plan
if [[ "$how" == failed ]]; then follow; fi
tell_end
