// The account of the records (tables), and of what the Functions host keeps: its locks and the deployed package. No browser ever reaches it.

import { appIdentity, networkIds, resourceTags, storageSettings } from '../shared/types.bicep'
import { containerNames } from '../shared/names.bicep'
import { roles } from '../shared/roles.bicep'

param name string
param location string
param tags resourceTags
param app appIdentity
param storage storageSettings
param locked bool

@description('Where private endpoints go; null for an account that identities reach from anywhere.')
param network networkIds?

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: storage.sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: network == null ? 'Enabled' : 'Disabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: network == null ? 'Allow' : 'Deny' }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        // One key for the account, so that tables are covered by whatever key the account is given later.
        blob: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
      }
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: storage.softDeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: storage.softDeleteDays }
    }

    resource package 'containers' = {
      name: containerNames.package
    }
  }

  resource tables 'tableServices' = {
    name: 'default'
    properties: {}
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            name: 'old-packages'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${containerNames.package}/'] }
              actions: { version: { delete: { daysAfterCreationGreaterThan: 90 } } }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Records of people in treatment. Take the lock away by hand before deleting.'
  }
}

resource granted 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [roles.storageTableDataContributor, roles.storageBlobDataOwner]: {
    name: guid(account.id, 'app', role)
    scope: account
    properties: {
      principalId: app.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

module endpoints 'private-endpoint.bicep' = [
  for service in ['blob', 'table', 'queue']: if (network != null) {
    name: 'records-${service}'
    params: {
      name: 'pe-${name}-${service}'
      location: location
      tags: tags
      network: network!
      targetId: account.id
      service: service
      zone: 'privatelink.${service}.${az.environment().suffixes.storage}'
    }
  }
]

output id string = account.id
output tableEndpoint string = account.properties.primaryEndpoints.table
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output packageContainer string = '${account.properties.primaryEndpoints.blob}${containerNames.package}'
