#!/usr/bin/env bash
# Fetches into a folder the package of the newest deployment of this environment that went well. The first deployment has none, which is said and
# is no failure. Flex Consumption has no slots to swap: going back is deploying what was there.
set -euo pipefail
folder=${1:?a folder}
name=good-${AZURE_ENV_NAME:?the environment}
artifact=$(gh api "repos/${GITHUB_REPOSITORY:?}/actions/artifacts?name=$name&per_page=1" --jq '.artifacts[0] | select(.expired | not) | .workflow_run.id')
if [[ -z $artifact ]]; then
  printf 'Nothing was deployed to %s before, so there is nothing to go back to.\n' "$AZURE_ENV_NAME"
  exit 0
fi
gh run download "$artifact" --repo "$GITHUB_REPOSITORY" --name "$name" --dir "$folder"
