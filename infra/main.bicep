// Everything of one environment, in one resource group. `azd provision` runs it with the environment's parameter file.

targetScope = 'subscription'

import { environmentSettings, resourceTags } from 'shared/types.bicep'
import { resourceGroupName } from 'shared/names.bicep'

@description('What azd calls this environment, for example dev or dev-anna.')
@minLength(3)
@maxLength(24)
param environmentName string

@description('Where everything is that has a place.')
param location string

@description('Where the pages are administered; they are served from everywhere. Static Web Apps is in fewer regions than the rest.')
param pagesLocation 'westus2' | 'centralus' | 'eastus2' | 'westeurope' | 'eastasia'

param settings environmentSettings

var tags resourceTags = {
  application: 'collaborations'
  environment: settings.name
  // By this tag azd finds its resources.
  'azd-env-name': environmentName
}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: resourceGroupName(environmentName)
  location: location
  tags: tags
}

module stack 'stack.bicep' = {
  scope: group
  params: {
    environmentName: environmentName
    location: location
    pagesLocation: pagesLocation
    settings: settings
    tags: tags
  }
}

// azd keeps these as the environment's values: names and addresses only.
output AZURE_RESOURCE_GROUP string = group.name
output APP_NAME string = stack.outputs.appName
output PAGES_ADDRESS string = stack.outputs.pagesAddress
output STORAGE_ORIGIN string = stack.outputs.filesOrigin
output VAULT_NAME string = stack.outputs.vaultName
output TOPIC_NAME string = stack.outputs.topicName
