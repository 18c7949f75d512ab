#!/usr/bin/env bash
# Starts the Azure edition as the Functions host would, on Azurite and the scheduler's emulator, and asks it how it is: build/azure-edition.sh FOLDER,
# the published app. The static web app's own emulator stands in front, and the tests of the pages run against its address. For a build server with
# docker. The stories need the outbox, which only the local host has, so they stay with ./test.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
app=$(cd "${1:?the published app}" && pwd -P)
readonly scheduler_image=mcr.microsoft.com/dts/dts-emulator:v0.0.10
readonly tools='azure-functions-core-tools@4'
work=$(mktemp -d)
children=()
finish() {
  for pid in "${children[@]}"; do kill "$pid" 2>/dev/null || true; done
  docker rm -f collaborations-scheduler >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

random() { openssl rand -base64 48 | tr -d '\n'; }

npm --prefix "$root/local/azurite" ci --ignore-scripts --no-audit --no-fund
node "$root/local/azurite/node_modules/azurite/dist/src/azurite.js" --silent --location "$work/azurite" --skipApiVersionCheck &
children+=($!)
docker run --detach --name collaborations-scheduler --publish 127.0.0.1:8080:8080 --env DTS_TASK_HUB_NAMES=Collaborations "$scheduler_image"

key=$(random)
hook=$(random | tr '+/' '-_')
export AzureWebJobsStorage=UseDevelopmentStorage=true Storage__ConnectionString=UseDevelopmentStorage=true
export DURABLE_TASK_SCHEDULER_CONNECTION_STRING='Endpoint=http://127.0.0.1:8080;Authentication=None'
export Security__Key=$key Communication__HookKey=$hook Communication__PublicAddress=http://127.0.0.1:4280/
# Nothing is sent: these tests need nobody to get anything.
export Communication__ConnectionString="endpoint=http://127.0.0.1:9/;accesskey=$key"
export Samples__Kind=Practice Samples__SignInsFile=$work/sign-ins.txt FUNCTIONS_WORKER_RUNTIME=dotnet-isolated
(cd "$app" && exec npx --yes "$tools" start --no-build --port 7071) &
children+=($!)

npm --prefix "$root/static-web" ci --ignore-scripts --no-audit --no-fund
npm --prefix "$root/static-web" run build
npm --prefix "$root/tests/Emulator" ci --ignore-scripts --no-audit --no-fund
NO_UPDATE_NOTIFIER=1 "$root/tests/Emulator/node_modules/.bin/swa" start "$root/static-web/dist" --api-devserver-url http://127.0.0.1:7071 --host 127.0.0.1 --port 4280 &
children+=($!)

PAGES_ADDRESS=http://127.0.0.1:4280/ "$root/infra/hooks/probe.sh"
DEMO_PASSWORD=$(tail -n 1 "$work/sign-ins.txt" | awk '{ print $NF }') BASE_ADDRESS=http://127.0.0.1:4280 \
  dotnet test "$root/tests/Browser.Tests" --filter 'FullyQualifiedName~PageTests&DisplayName!~outbox'
