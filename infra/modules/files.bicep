// The account of the files. Browsers read and write it with signed addresses for one blob, so it answers from anywhere, to nobody without one.

import { appIdentity, resourceTags, storageSettings } from '../shared/types.bicep'
import { containerNames } from '../shared/names.bicep'
import { roles } from '../shared/roles.bicep'

param name string
param location string
param tags resourceTags
param app appIdentity
param storage storageSettings
param locked bool
param workspaceId string

@description('Origin of the pages, the only one whose scripts may read and write blobs.')
param pagesOrigin string

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
    publicNetworkAccess: 'Enabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' }
    // Uploads are signed for an hour, reads for five minutes (functions/Files/FileVault.cs); a longer one is a fault.
    sasPolicy: { sasExpirationPeriod: '0.02:00:00', expirationAction: 'Block' }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: { blob: { enabled: true, keyType: 'Account' } }
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      deleteRetentionPolicy: { enabled: true, days: storage.softDeleteDays }
      containerDeleteRetentionPolicy: { enabled: true, days: storage.softDeleteDays }
      cors: {
        // As functions/Storage/BlobAccess.cs says it where there is no template.
        corsRules: [
          {
            allowedOrigins: [pagesOrigin]
            allowedMethods: ['GET', 'HEAD', 'PUT']
            allowedHeaders: ['x-ms-*', 'content-type', 'range']
            exposedHeaders: ['content-length', 'content-range', 'content-type']
            maxAgeInSeconds: 3600
          }
        ]
      }
    }

    resource uploads 'containers' = {
      name: containerNames.uploads
    }

    resource files 'containers' = {
      name: containerNames.files
    }

    resource archives 'containers' = {
      name: containerNames.archives
    }

    resource auditHeads 'containers' = {
      name: containerNames.auditHeads

      // Unlocked: it is locked by hand, once, because nobody can undo that (docs/operations.md).
      resource worm 'immutabilityPolicies' = {
        name: 'default'
        properties: {
          immutabilityPeriodSinceCreationInDays: storage.auditHeadDays
          allowProtectedAppendWrites: true
        }
      }
    }
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            // An upload is moved as soon as it is complete; what is here longer was given up.
            name: 'uploads-given-up'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${containerNames.uploads}/'] }
              actions: {
                baseBlob: { delete: { daysAfterModificationGreaterThan: 2 } }
                version: { delete: { daysAfterCreationGreaterThan: 2 } }
              }
            }
          }
          {
            name: 'files-seldom-read'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['${containerNames.files}/'] }
              actions: {
                baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 180 } }
                version: { delete: { daysAfterCreationGreaterThan: storage.softDeleteDays } }
              }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

// Reads what is uploaded, and writes what it found into the blob's index tags.
resource scanning 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = {
  name: 'current'
  scope: account
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: {
      onUpload: {
        isEnabled: true
        capGBPerMonth: storage.scanLimitGB
        // What is uploaded is copied to the files at once and looked at there, where nobody can write: it is scanned once.
        filters: { excludeBlobsWithPrefix: ['${containerNames.uploads}/', '${containerNames.auditHeads}/'] }
      }
    }
    // It would read whose files these are.
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

resource scanResults 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'scan-results'
  scope: scanning
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'ScanResults', enabled: true }]
  }
}

resource keep 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'keep'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Files of people in treatment. Take the lock away by hand before deleting.'
  }
}

// On the account and not on a container: the health check lists containers, and signed addresses need a key of the account's.
resource readsAndWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, 'app', roles.storageBlobDataContributor)
  scope: account
  properties: {
    principalId: app.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      roles.storageBlobDataContributor
    )
  }
}

resource readsTags 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::files.id, 'app', roles.storageBlobDataOwner)
  scope: account::blobs::files
  properties: {
    principalId: app.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataOwner)
  }
}

output id string = account.id
output blobEndpoint string = account.properties.primaryEndpoints.blob
output origin string = 'https://${name}.blob.${az.environment().suffixes.storage}'
