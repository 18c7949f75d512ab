import { secretNames } from '../shared/names.bicep'

param vaultName string

@description('The keys so far, with spaces between, or the word none.')
@secure()
param present string

@secure()
param value string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  resource newer 'secrets' = {
    name: secretNames.newer
    properties: { value: '${present} ${value}', contentType: 'text/plain', attributes: { enabled: true } }
  }
}
