#!/usr/bin/env bash
# Asks the deployed whole how it is, through the pages as a browser would: 200 when records, files and orchestrations all answer. For two minutes;
# a new instance takes some of them.
set -euo pipefail
address=${PAGES_ADDRESS:?azd sets it}api/health
for ((try = 1; try <= 24; try++)); do
  status=$(curl --silent --output /dev/null --max-time 10 --write-out '%{http_code}' "$address" || true)
  if [[ $status == 200 ]]; then
    printf '%s answers.\n' "$address"
    exit 0
  fi
  sleep 5
done
printf '%s answers %s. docs/operations.md, "unhealthy", says what to look at.\n' "$address" "$status" >&2
exit 1
