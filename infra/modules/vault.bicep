// The keys that no identity can replace. Their values are written by infra/keys and read by the app through references.

import { appIdentity, networkIds, resourceTags } from '../shared/types.bicep'
import { roles } from '../shared/roles.bicep'

param name string
param location string
param tags resourceTags
param app appIdentity
param workspaceId string
param locked bool
param network networkIds?

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    // infra/reports and infra/keys read keys while they are deployed.
    enabledForTemplateDeployment: true
    publicNetworkAccess: network == null ? 'Enabled' : 'Disabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: network == null ? 'Allow' : 'Deny' }
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without the security key no password, link or audit line can be checked.'
  }
}

resource whoRead 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'who-read'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, 'app', roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: app.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

module endpoint 'private-endpoint.bicep' = if (network != null) {
  name: 'vault-endpoint'
  params: {
    name: 'pe-${name}'
    location: location
    tags: tags
    network: network!
    targetId: vault.id
    service: 'vault'
    zone: 'privatelink.vaultcore.azure.net'
  }
}

output id string = vault.id
output uri string = vault.properties.vaultUri
