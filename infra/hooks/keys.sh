#!/usr/bin/env bash
# Makes the keys that are not in the vault yet. keys.sh --renew NAME goes on to a new one of security-key, hook-key or operator-key:
# docs/operations.md, "Rotating keys". keys.sh --drop NUMBER takes one of the newer security keys away, by its number in "ops keys status".
# A value is random, goes from here into the deployment, and is shown nowhere; Azure Resource Manager, which is asked what is there, tells no values.
set -euo pipefail
infra=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
renew=
if [[ ${1-} == --renew ]]; then
  renew=${2:?which}
  [[ $renew == @(security-key|hook-key|operator-key) ]] || { printf 'There is security-key, hook-key and operator-key.\n' >&2; exit 1; }
fi

drop=
if [[ ${1-} == --drop ]]; then
  drop=${2:?which}
  [[ $drop =~ ^[1-9][0-9]?$ ]] || { printf 'Newer keys are numbered from 1: ops keys status.\n' >&2; exit 1; }
fi

group=${AZURE_RESOURCE_GROUP:?azd sets it}
vault=${VAULT_NAME:?azd sets it}
file=$(mktemp)
trap 'rm -f "$file"' EXIT

new_value() {
  local value
  value=$(openssl rand -base64 48 | tr -d '\n')
  # Some stand in addresses, so all are without the signs that mean something there, but for the one that is read as base64.
  [[ $1 == security-key ]] || value=$(tr '+/' '-_' <<<"$value" | tr -d '=')
  printf '%s' "$value"
}

# deploy TEMPLATE NAME PARAMETERS: the parameters as members of a JSON object.
deploy() {
  printf '{"$schema":"https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#","contentVersion":"1.0.0.0","parameters":{"vaultName":{"value":"%s"},%s}}' \
    "$vault" "$3" >"$file"
  az deployment group create --resource-group "$group" --name "key-$2" --template-file "$infra/keys/$1.bicep" --parameters "@$file" --output none
}

# Names only. A list that cannot be had ends the script: a key that is there must not be replaced.
secrets=/subscriptions/${AZURE_SUBSCRIPTION_ID:?azd sets it}/resourceGroups/$group/providers/Microsoft.KeyVault/vaults/$vault/secrets
known=$(az rest --method get --url "$secrets?api-version=2025-05-01" --query 'value[].name' --output tsv)
for name in security-key newer-security-keys hook-key former-hook-key operator-key; do
  if grep -qx "$name" <<<"$known"; then
    continue
  fi

  value=none
  [[ $name == newer-security-keys || $name == former-hook-key ]] || value=$(new_value "$name")
  deploy main "$name" "$(printf '"secretName":{"value":"%s"},"value":{"value":"%s"}' "$name" "$value")"
  printf 'Made %s.\n' "$name"
done

case $renew in
  # The first one stays; the new one joins those that came after it.
  security-key) deploy renew-security renew-security-key "$(printf '"value":{"value":"%s"}' "$(new_value security-key)")" ;;
  hook-key) deploy renew-hook renew-hook-key "$(printf '"value":{"value":"%s"}' "$(new_value hook-key)")" ;;
  operator-key) deploy main operator-key "$(printf '"secretName":{"value":"operator-key"},"value":{"value":"%s"}' "$(new_value operator-key)")" ;;
esac
[[ -z $renew ]] || printf 'A new %s is in the vault.\n' "$renew"

if [[ -n $drop ]]; then
  deploy drop-security drop-security-key "$(printf '"number":{"value":%s}' "$drop")"
  printf 'Whatever was newer key %s is no longer used once the app is restarted; ops keys status says what is left.\n' "$drop"
fi
