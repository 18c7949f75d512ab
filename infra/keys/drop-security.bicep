// Takes one key away from those that came after the first. What is there is read by Azure Resource Manager, so nobody who deploys sees it; the
// secret's version before is in the vault, and can be made the newest again.

import { secretNames } from '../shared/names.bicep'

param vaultName string

@description('Which of the newer keys goes, as "ops keys status" numbers them: 1 is the oldest.')
@minValue(1)
param number int

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

module left 'without.bicep' = {
  params: {
    vaultName: vaultName
    present: vault.getSecret(secretNames.newer)
    number: number
  }
}
