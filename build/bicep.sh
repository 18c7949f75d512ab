#!/usr/bin/env bash
# The compiler of infra/, at the version that Directory.Packages.props pins: build/bicep.sh format fails when a file has another form than its
# formatter gives; anything else goes to the compiler as it is.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
package=Azure.Bicep.CommandLine.linux-x64
version=$(sed -n "s/.*Include=\"$package\" Version=\"\([^\"]*\)\".*/\1/p" "$root/Directory.Packages.props")
bicep=${NUGET_PACKAGES:-$HOME/.nuget/packages}/${package,,}/$version/tools/bicep
[[ -x $bicep ]] || dotnet restore "$root/tests/Repository.Tests" --verbosity quiet
if [[ ${1-} != format ]]; then
  exec "$bicep" "$@"
fi
cd "$root/infra"
"$bicep" format --pattern '**/*.bicep'
"$bicep" format --pattern '*.bicepparam'
git diff --exit-code -- . || { printf 'The formatter changed the files above. Commit what it made of them.\n' >&2; exit 1; }
