#!/usr/bin/env bash
# Chooses the parameter file of the environment: dev for dev and dev-anna, and so on. azd reads main.bicepparam and no other.
set -euo pipefail
infra=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
stage=${AZURE_ENV_NAME:?azd sets it}
stage=${stage%%-*}
if [[ ! -f $infra/main.$stage.bicepparam ]]; then
  printf 'There is no infra/main.%s.bicepparam. Name the environment dev, test or prod, or begin its name so, as in dev-anna.\n' "$stage" >&2
  exit 1
fi
cp "$infra/main.$stage.bicepparam" "$infra/main.bicepparam"
