// The engine of the orchestrations: a Durable Task Scheduler with one task hub, which is the one that host.json names.

import { appIdentity, networkIds, resourceTags, schedulerSettings } from '../shared/types.bicep'
import { roles } from '../shared/roles.bicep'

param name string
param location string
param tags resourceTags
param app appIdentity
param settings schedulerSettings
param network networkIds?

var hub = loadJsonContent('../../host.json', 'extensions.durableTask.hubName')

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: settings.sku == 'Dedicated'
      ? { name: settings.sku, capacity: settings.?capacity ?? 1 }
      : { name: settings.sku }
    // An empty list refuses everybody. Whoever gets through still needs a role.
    ipAllowlist: network == null ? ['0.0.0.0/0'] : []
    publicNetworkAccess: network == null ? 'Enabled' : 'Disabled'
  }

  resource taskHub 'taskHubs' = {
    name: hub
    properties: {}
  }

  // Failed ones stay as long as the service allows, to be looked at and started again.
  resource retention 'retentionPolicies' = {
    name: 'default'
    properties: {
      retentionPolicies: [
        { retentionPeriodInDays: settings.historyDays }
        { orchestrationState: 'Failed', retentionPeriodInDays: 30 }
      ]
    }
  }
}

resource runs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scheduler::taskHub.id, 'app', roles.durableTaskDataContributor)
  scope: scheduler::taskHub
  properties: {
    principalId: app.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.durableTaskDataContributor
    )
  }
}

module endpoint 'private-endpoint.bicep' = if (network != null) {
  name: 'scheduler-endpoint'
  params: {
    name: 'pe-${name}'
    location: location
    tags: tags
    network: network!
    targetId: scheduler.id
    service: 'scheduler'
    zone: 'privatelink.durabletask.io'
  }
}

output id string = scheduler.id
output endpoint string = scheduler.properties.endpoint
