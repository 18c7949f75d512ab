// A new hook key; the one before it is kept beside it, so that what still brings that one along is taken. The old one is read by Azure Resource
// Manager, so nobody who deploys sees it.

import { secretNames } from '../shared/names.bicep'

param vaultName string

@secure()
@minLength(32)
param value string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

module former 'main.bicep' = {
  name: 'former-hook-key'
  params: {
    vaultName: vaultName
    secretName: secretNames.formerHook
    value: vault.getSecret(secretNames.hook)
  }
}

module newest 'main.bicep' = {
  name: 'newest-hook-key'
  params: {
    vaultName: vaultName
    secretName: secretNames.hook
    value: value
  }
  dependsOn: [former]
}
