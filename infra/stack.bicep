// How the services of one environment hang together. The order follows from what each needs of the others.

import { environmentSettings, networkIds, resourceTags } from 'shared/types.bicep'
import { namesOf, subnetNames } from 'shared/names.bicep'

param environmentName string
param location string
param pagesLocation string
param settings environmentSettings
param tags resourceTags

var names = namesOf(settings.name, uniqueString(subscription().id, environmentName, location))

module identity 'modules/identity.bicep' = {
  params: { name: names.identity, location: location, tags: tags }
}

module observability 'modules/observability.bicep' = {
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    location: location
    tags: tags
    app: identity.outputs.identity
    watch: settings.watch
  }
}

module network 'modules/network.bicep' = if (settings.privateNetwork) {
  params: { name: names.network, location: location, tags: tags }
}

// Made of names, not of what the module says, so that what-if can tell what will be there.
var networkOrNone networkIds? = settings.privateNetwork
  ? {
      networkId: resourceId('Microsoft.Network/virtualNetworks', names.network)
      appSubnetId: resourceId('Microsoft.Network/virtualNetworks/subnets', names.network, subnetNames.app)
      endpointSubnetId: resourceId('Microsoft.Network/virtualNetworks/subnets', names.network, subnetNames.endpoints)
    }
  : null

module pages 'modules/pages.bicep' = {
  params: { name: names.pages, location: pagesLocation, tags: tags, host: settings.?pagesHost }
}

module records 'modules/records.bicep' = {
  params: {
    name: names.records
    location: location
    tags: tags
    app: identity.outputs.identity
    storage: settings.storage
    locked: settings.locked
    network: networkOrNone
  }
  dependsOn: [network]
}

module files 'modules/files.bicep' = {
  params: {
    name: names.files
    location: location
    tags: tags
    app: identity.outputs.identity
    storage: settings.storage
    locked: settings.locked
    workspaceId: observability.outputs.workspaceId
    pagesOrigin: pages.outputs.origin
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: names.vault
    location: location
    tags: tags
    app: identity.outputs.identity
    workspaceId: observability.outputs.workspaceId
    locked: settings.locked
    network: networkOrNone
  }
  dependsOn: [network]
}

module scheduler 'modules/scheduler.bicep' = {
  params: {
    name: names.scheduler
    location: location
    tags: tags
    app: identity.outputs.identity
    settings: settings.scheduler
    network: networkOrNone
  }
  dependsOn: [network]
}

module communication 'modules/communication.bicep' = {
  params: {
    name: names.communication
    emailName: names.email
    tags: tags
    app: identity.outputs.identity
    settings: settings.messages
  }
}

module speech 'modules/speech.bicep' = {
  params: {
    name: names.speech
    location: location
    tags: tags
    userPrincipalId: communication.outputs.principalId
  }
}

module functions 'modules/functions.bicep' = {
  params: {
    planName: names.plan
    name: names.app
    location: location
    tags: tags
    app: identity.outputs.identity
    compute: settings.compute
    emailSender: communication.outputs.emailSender
    phoneNumber: settings.messages.?phoneNumber
    network: networkOrNone
    addresses: {
      tables: records.outputs.tableEndpoint
      files: files.outputs.blobEndpoint
      hostBlobs: records.outputs.blobEndpoint
      hostQueues: records.outputs.queueEndpoint
      hostTables: records.outputs.tableEndpoint
      package: records.outputs.packageContainer
      scheduler: scheduler.outputs.endpoint
      vault: vault.outputs.uri
      communication: communication.outputs.endpoint
      speech: speech.outputs.endpoint
      pages: '${pages.outputs.origin}/'
      insights: observability.outputs.insightsAddress
    }
  }
  dependsOn: [network]
}

module link 'modules/link.bicep' = {
  params: { pagesName: names.pages, appId: functions.outputs.id, appLocation: location }
}

module budget 'modules/budget.bicep' = {
  params: { name: 'budget-collaborations-${settings.name}', watch: settings.watch }
}

module alerts 'monitoring/alerts.bicep' = {
  params: {
    location: location
    tags: tags
    environment: settings.name
    emails: settings.watch.alertEmails
    workspaceId: observability.outputs.workspaceId
    insightsId: observability.outputs.insightsId
    accountIds: [records.outputs.id, files.outputs.id]
    pagesAddress: '${pages.outputs.origin}/'
  }
}

module savedQueries 'monitoring/saved-queries.bicep' = {
  params: { location: location, tags: tags, environment: settings.name }
}

module workbook 'monitoring/workbook.bicep' = {
  params: { location: location, tags: tags, environment: settings.name, workspaceId: observability.outputs.workspaceId }
}

output appName string = functions.outputs.name
output pagesAddress string = '${pages.outputs.origin}/'
output filesOrigin string = files.outputs.origin
output vaultName string = names.vault
output topicName string = communication.outputs.topicName
