// Turns the code of a call into speech. It is used by the communication service with that service's own identity, and by nobody else.

import { resourceTags } from '../shared/types.bicep'
import { roles } from '../shared/roles.bicep'

param name string
param location string
param tags resourceTags

@description('Who may use it: the principal of the communication service.')
param userPrincipalId string

resource speech 'Microsoft.CognitiveServices/accounts@2025-12-01' = {
  name: name
  location: location
  tags: tags
  kind: 'CognitiveServices'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

resource uses 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(speech.id, 'communication', roles.cognitiveServicesUser)
  scope: speech
  properties: {
    principalId: userPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.cognitiveServicesUser)
  }
}

output endpoint string = speech.properties.endpoint
