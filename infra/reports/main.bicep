// Delivery reports of emails and texts lead to the app. Deployed after the app: the service asks the address whether it wants them
// (functions/Messaging/DeliveryReportHandler.cs answers), and an app that is not there cannot say yes. Deployed again when the hook key is new.

import { secretNames } from '../shared/names.bicep'

param topicName string
param vaultName string

@description('Of the pages, with a slash at its end.')
param pagesAddress string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

module subscription 'subscription.bicep' = {
  params: {
    topicName: topicName
    pagesAddress: pagesAddress
    hookKey: vault.getSecret(secretNames.hook)
  }
}
