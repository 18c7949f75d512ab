// Writes one secret into the vault. It goes through Azure Resource Manager, so it works while the vault is closed to everybody else, and whoever
// deploys needs no right to read a secret. infra/hooks/keys.sh makes the value.

@description('The vault of the environment.')
param vaultName string

@description('One of the names in infra/shared/names.bicep.')
param secretName 'security-key' | 'newer-security-keys' | 'hook-key' | 'former-hook-key' | 'operator-key'

@description('The word none where there is no key yet: a vault keeps no empty secret.')
@secure()
@minLength(4)
param value string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  resource secret 'secrets' = {
    name: secretName
    properties: { value: value, contentType: 'text/plain', attributes: { enabled: true } }
  }
}
