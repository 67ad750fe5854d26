# The exit code for a failure: 3 something is left, 2 refused, 1 failed and rolled back.
.applicationFailureInfo as {$type, $details}
| if ($details[0].survivors // []) != [] or $type == "RollbackIncomplete" then 3
  elif $type == "InvalidRequest" or $type == "PreflightFailed" then 2
  else 1 end
