// Telemetry: one workspace, and Application Insights that writes into it. Only identities may send to it, so its address is no secret.

import { appIdentity, resourceTags, watchSettings } from '../shared/types.bicep'
import { roles } from '../shared/roles.bicep'

param workspaceName string
param insightsName string
param location string
param tags resourceTags
param app appIdentity
param watch watchSettings

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: watch.retentionDays
    workspaceCapping: { dailyQuotaGb: watch.dailyLimitGB }
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    // Addresses are personal data; the app keeps a keyed digest of them in the audit.
    DisableIpMasking: false
    IngestionMode: 'LogAnalytics'
  }
}

resource publishes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, 'app', roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: app.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.monitoringMetricsPublisher
    )
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
// An address with the key of a component that takes no keys.
#disable-next-line outputs-should-not-contain-secrets
output insightsAddress string = insights.properties.ConnectionString
