# Lines that tell of a Temporal failure of lightsail-fleet: its type says what happened, its details say to what, and
# what is left. `lightsail-fleet schema FleetFailureDetails` describes them.
(.applicationFailureInfo.details[0] // {}) as $details
| "\($how): \(.applicationFailureInfo.type): \(.message | split("\n")[0])",
  ($details.problems // [] | .[] | "  \(.path): \(.message)"),
  ($details.instances // [] | .[] | "  \(.name): \(.message)"),
  ($details.survivors // [] | .[] | "left: \(.resourceType) \(.name): \(.cause)"),
  ($details.command // empty | "to finish: \(.)"),
  (if ($details.survivors // []) == [] and .applicationFailureInfo.type != "RollbackIncomplete" then "left: nothing" else empty end)
