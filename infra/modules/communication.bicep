// Emails, texts and calls. A telephone number cannot be bought by a template: docs/operations.md has the steps.

import { appIdentity, messageSettings, resourceTags } from '../shared/types.bicep'
import { roles } from '../shared/roles.bicep'

param name string
param emailName string
param tags resourceTags
param app appIdentity
param settings messageSettings

var ownDomain = settings.?emailDomain
var sender = 'no-reply'

resource email 'Microsoft.Communication/emailServices@2025-09-01' = {
  name: emailName
  location: 'global'
  tags: tags
  properties: { dataLocation: settings.dataLocation }

  resource domain 'domains' = {
    name: ownDomain ?? 'AzureManagedDomain'
    location: 'global'
    tags: tags
    properties: {
      domainManagement: ownDomain == null ? 'AzureManaged' : 'CustomerManaged'
      // It would put a picture and other addresses into emails, to see who opens them.
      userEngagementTracking: 'Disabled'
    }

    resource noReply 'senderUsernames' = if (ownDomain != null) {
      name: sender
      properties: { username: sender, displayName: 'Collaborations' }
    }
  }
}

resource communication 'Microsoft.Communication/communicationServices@2025-09-01' = {
  name: name
  location: 'global'
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    dataLocation: settings.dataLocation
    disableLocalAuth: true
    linkedDomains: [email::domain.id]
  }
}

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, 'app', roles.communicationAndEmailServiceOwner)
  scope: communication
  properties: {
    principalId: app.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.communicationAndEmailServiceOwner
    )
  }
}

// What infra/reports subscribes to.
resource events 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: '${name}-events'
  location: 'global'
  tags: tags
  properties: {
    source: communication.id
    topicType: 'Microsoft.Communication.CommunicationServices'
  }
}

output id string = communication.id
output endpoint string = 'https://${communication.properties.hostName}'
output principalId string = communication.identity.principalId
output topicName string = events.name
output emailSender string = '${ownDomain == null ? 'DoNotReply' : sender}@${email::domain.properties.mailFromSenderDomain}'
