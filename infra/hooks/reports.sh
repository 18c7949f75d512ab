#!/usr/bin/env bash
# Leads the delivery reports to the app, which must answer by now: infra/reports/main.bicep.
set -euo pipefail
infra=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
az deployment group create --resource-group "${AZURE_RESOURCE_GROUP:?azd sets it}" --name reports --template-file "$infra/reports/main.bicep" \
  --parameters "topicName=${TOPIC_NAME:?azd sets it}" "vaultName=${VAULT_NAME:?azd sets it}" "pagesAddress=${PAGES_ADDRESS:?azd sets it}" --output none
