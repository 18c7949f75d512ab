#!/usr/bin/env bash
# Runs one operator's command (docs/operations.md) on the store and with the keys of a ./run that is running:
# build/ops.sh [--data DIR] [--port N] workflows list --address http://localhost:7071
set -euo pipefail
program=build/ops.sh
# What the program takes where it is not built yet.
space_mb=1000
# shellcheck source=build/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=build/install.sh
. "$root/build/install.sh"
# shellcheck source=build/serve.sh
. "$root/build/serve.sh"

data=$root/.data
port=7071
while [[ ${1-} == --data || ${1-} == --port ]]; do
  (($# > 1)) || fail "$1 needs a value."
  [[ $1 == --data ]] && data=$2 || port=$2
  shift 2
done
[[ -e $data/$marker ]] || fail "$data is not the data folder of a ./run."
blob=$(storage_address Blob 2>/dev/null) && table=$(storage_address Table 2>/dev/null) && listens "${table##*:}" ||
  fail "No ./run runs on $data: its store does not answer."
storage_key=$(key_of storage)
export_settings
OPERATOR_KEY=$Operations__Key
export OPERATOR_KEY
# The program of the ./run, where nothing has changed since; what a command prints is its own.
{
  check_tools
  lock_build
  build_app
  unlock_build
} >&2
exec dotnet "$app/Collaborations.Functions.dll" ops "$@"
