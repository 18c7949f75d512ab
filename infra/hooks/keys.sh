#!/usr/bin/env bash
# Makes the keys that are not in the vault yet. keys.sh --renew hook-key makes that one anew, and likewise operator-key.
# A value is random, goes from here into the deployment, and is shown nowhere; Azure Resource Manager, which is asked what is there, tells no values.
set -euo pipefail
infra=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
renew=
if [[ ${1-} == --renew ]]; then
  renew=${2:?which}
  # Everything that is derived from it would be lost: docs/operations.md, "Rotating keys".
  [[ $renew == hook-key || $renew == operator-key ]] || { printf 'Only hook-key and operator-key can be made anew.\n' >&2; exit 1; }
fi

group=${AZURE_RESOURCE_GROUP:?azd sets it}
vault=${VAULT_NAME:?azd sets it}
file=$(mktemp)
trap 'rm -f "$file"' EXIT

# Names only. A list that cannot be had ends the script: a key that is there must not be replaced.
secrets=/subscriptions/${AZURE_SUBSCRIPTION_ID:?azd sets it}/resourceGroups/$group/providers/Microsoft.KeyVault/vaults/$vault/secrets
known=$(az rest --method get --url "$secrets?api-version=2025-05-01" --query 'value[].name' --output tsv)
for name in security-key hook-key operator-key; do
  if [[ $name != "$renew" ]] && grep -qx "$name" <<<"$known"; then
    continue
  fi

  value=$(openssl rand -base64 48 | tr -d '\n')
  # In addresses, so without the signs that mean something there.
  [[ $name != hook-key ]] || value=$(tr '+/' '-_' <<<"$value" | tr -d '=')
  printf '{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","contentVersion":"1.0.0.0","parameters":{"vaultName":{"value":"%s"},"secretName":{"value":"%s"},"value":{"value":"%s"}}}' \
    "$vault" "$name" "$value" >"$file"
  az deployment group create --resource-group "$group" --name "key-$name" --template-file "$infra/keys/main.bicep" --parameters "@$file" --output none
  printf 'Made %s.\n' "$name"
done
