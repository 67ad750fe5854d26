#!/usr/bin/env bash
# Clones a snapshot with nothing but the AWS CLI: README.md beside this file.
set -euo pipefail

snapshot="${SNAPSHOT:-golden}"
zone="${ZONE:-us-east-1a}"
bundle="${BUNDLE:-nano_3_0}"
poll_seconds="${POLL_SECONDS:-2}"
# AWS's sample of a create takes 18 s, Windows longer; past this it needs a person.
limit_seconds="${LIMIT_SECONDS:-600}"

names=(cli-1 cli-2 cli-3)
if (($# > 0)); then names=("$@"); fi

say() { printf '%s\n' "$*" >&2; }

lightsail() { aws lightsail "$@" --output text; }

ask_before_aws() {
  if [[ -n "${AWS_ENDPOINT_URL_LIGHTSAIL:-}" ]]; then return; fi
  say "AWS_ENDPOINT_URL_LIGHTSAIL is not set: this makes ${#names[@]} instances at AWS, which are billed."
  say "Type yes to make them:"
  local answer=""
  read -r answer || true
  if [[ "$answer" != yes ]]; then
    say "nothing was made"
    exit 2
  fi
}

# Takes ids of operations. Fails with the first that failed, or is not done in time.
await_operations() {
  local id status deadline=$((SECONDS + limit_seconds))
  for id in "$@"; do
    while true; do
      status="$(lightsail get-operation --operation-id "$id" --query operation.status)"
      case "$status" in
        Succeeded | Completed) break ;;
        Failed)
          lightsail get-operation --operation-id "$id" \
            --query 'operation.[operationType, resourceName, errorCode, errorDetails]' >&2
          return 1
          ;;
      esac
      if ((SECONDS >= deadline)); then
        say "operation $id is $status after $limit_seconds s"
        return 1
      fi
      sleep "$poll_seconds"
    done
  done
}

is_there() { [[ -n "$(lightsail get-instances --query "instances[?name=='$1'].name")" ]]; }

# An instance that is being made cannot be deleted yet, so that this is tried until it can.
delete_instance() {
  local answer ids deadline=$((SECONDS + limit_seconds))
  until answer="$(lightsail delete-instance --instance-name "$1" --force-delete-add-ons --query 'operations[].id')"; do
    if ! is_there "$1"; then return; fi
    if ((SECONDS >= deadline)); then
      say "not deleted: $1"
      return 1
    fi
    sleep "$poll_seconds"
  done
  read -r -a ids <<<"$answer"
  await_operations "${ids[@]}"
}

# On the way out, whatever happened.
delete_instances() {
  local code=$? name
  for name in "${names[@]}"; do
    say "deleting $name"
    delete_instance "$name" || code=1
  done
  exit "$code"
}

ask_before_aws

say "creating ${names[*]} from $snapshot"
created="$(lightsail create-instances-from-snapshot \
  --instance-names "${names[@]}" --instance-snapshot-name "$snapshot" \
  --availability-zone "$zone" --bundle-id "$bundle" --query 'operations[].id')"
# Only now: a create that was refused may have been so because somebody has an instance of that name.
trap delete_instances EXIT

read -r -a operations <<<"$created"
await_operations "${operations[@]}"

for name in "${names[@]}"; do
  lightsail get-instance --instance-name "$name" --query 'instance.[name, state.name, publicIpAddress]'
done
