// The Function app on Flex Consumption. Every setting that functions/ reads stands here, and none holds a secret: the keys are references into
// the vault, everything else is an address and the identity to go there with.

import { appIdentity, computeSettings, networkIds, resourceTags } from '../shared/types.bicep'
import { secretNames } from '../shared/names.bicep'

@description('Where the app finds what it uses.')
type appAddresses = {
  tables: string
  files: string
  hostBlobs: string
  hostQueues: string
  hostTables: string
  package: string
  scheduler: string
  vault: string
  communication: string
  speech: string
  pages: string
  insights: string
}

param planName string
param name string
param location string
param tags resourceTags
param app appIdentity
param compute computeSettings
param addresses appAddresses
param emailSender string
param phoneNumber string?
param network networkIds?

var engine = loadJsonContent('../../host.json', 'extensions.durableTask.storageProvider')

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource functions 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // By this tag azd finds where the service of that name in azure.yaml goes.
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${app.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    // The pages link to it, and no linked backend may be private; the link itself refuses everybody else.
    publicNetworkAccess: 'Enabled'
    keyVaultReferenceIdentity: app.id
    virtualNetworkSubnetId: network.?appSubnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      cors: { allowedOrigins: [], supportCredentials: false }
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: addresses.package
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: app.id }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: compute.instanceMemoryMB
        maximumInstanceCount: compute.maximumInstances
        alwaysReady: [
          { name: 'http', instanceCount: compute.alwaysReadyHttp }
          { name: 'durable', instanceCount: compute.alwaysReadyDurable }
        ]
        triggers: { http: { perInstanceConcurrency: compute.requestsPerInstance } }
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__blobServiceUri: addresses.hostBlobs
      AzureWebJobsStorage__queueServiceUri: addresses.hostQueues
      AzureWebJobsStorage__tableServiceUri: addresses.hostTables
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: app.clientId
      '${engine.connectionStringName}': 'Endpoint=${addresses.scheduler};Authentication=ManagedIdentity;ClientID=${app.clientId}'
      APPLICATIONINSIGHTS_CONNECTION_STRING: addresses.insights
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${app.clientId};Authorization=AAD'
      Storage__TableEndpoint: addresses.tables
      Storage__BlobEndpoint: addresses.files
      Storage__ManagedIdentityClientId: app.clientId
      Storage__ScansFiles: 'true'
      Security__Key: '@Microsoft.KeyVault(SecretUri=${addresses.vault}secrets/${secretNames.security})'
      Security__NewerKeys: '@Microsoft.KeyVault(SecretUri=${addresses.vault}secrets/${secretNames.newer})'
      Security__ConcurrentHashes: string(compute.concurrentHashes)
      Communication__Endpoint: addresses.communication
      Communication__ManagedIdentityClientId: app.clientId
      Communication__PublicAddress: addresses.pages
      Communication__EmailSender: emailSender
      Communication__PhoneNumber: phoneNumber ?? ''
      Communication__SpeechEndpoint: addresses.speech
      Communication__HookKey: '@Microsoft.KeyVault(SecretUri=${addresses.vault}secrets/${secretNames.hook})'
      Communication__FormerHookKey: '@Microsoft.KeyVault(SecretUri=${addresses.vault}secrets/${secretNames.formerHook})'
      Operations__Key: '@Microsoft.KeyVault(SecretUri=${addresses.vault}secrets/${secretNames.operator})'
      Telemetry__ConnectionString: addresses.insights
      Telemetry__ManagedIdentityClientId: app.clientId
      // Static Web Apps appends the browser's address, the app's front end that of Static Web Apps.
      Proxy__Trusted: '2'
      Samples__Kind: 'None'
    }
  }

  // No deployment by user name and password.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output id string = functions.id
output name string = functions.name
