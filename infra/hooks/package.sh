#!/usr/bin/env bash
# Builds the Azure edition of the app into .cache/azure/api.zip, and chooses the parameter file: azd reads that before any other hook.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
"$root/infra/hooks/parameters.sh"
rm -rf "$root/.cache/azure"
dotnet publish "$root/functions" -nologo -v minimal -c Release -p:Edition=Azure -o "$root/.cache/azure/api" \
  -p:Package="$root/.cache/azure/api.zip"
