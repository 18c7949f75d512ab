// Adds a key to those that came after the first. What is there is read by Azure Resource Manager, so nobody who deploys sees it.

import { secretNames } from '../shared/names.bicep'

param vaultName string

@description('The newest from now on.')
@secure()
@minLength(32)
param value string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

module added 'append.bicep' = {
  params: {
    vaultName: vaultName
    present: vault.getSecret(secretNames.newer)
    value: value
  }
}
