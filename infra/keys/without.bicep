import { secretNames } from '../shared/names.bicep'

param vaultName string

@description('The keys so far, with spaces between, or the word none.')
@secure()
param present string

@description('Which of them goes: 1 is the oldest.')
param number int

var keys = filter(split(present, ' '), key => !contains(['', 'none'], key))
var kept = concat(take(keys, number - 1), skip(keys, number))

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName

  resource newer 'secrets' = {
    name: secretNames.newer
    properties: { value: join(concat(['none'], kept), ' '), contentType: 'text/plain', attributes: { enabled: true } }
  }
}
