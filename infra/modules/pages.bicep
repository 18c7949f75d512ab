// The pages, and /api in front of the app (infra/modules/link.bicep).

import { resourceTags } from '../shared/types.bicep'

param name string
param location string
param tags resourceTags
param host string?

resource pages 'Microsoft.Web/staticSites@2025-03-01' = {
  name: name
  location: location
  // By this tag azd finds where the service of that name in azure.yaml goes.
  tags: union(tags, { 'azd-service-name': 'web' })
  // Linked backends need Standard.
  sku: { name: 'Standard', tier: 'Standard' }
  properties: {
    allowConfigFileUpdates: true
    stagingEnvironmentPolicy: 'Disabled'
    enterpriseGradeCdnStatus: 'Disabled'
    publicNetworkAccess: 'Enabled'
  }

  resource domain 'customDomains' = if (host != null) {
    name: host ?? 'none'
    properties: { validationMethod: 'cname-delegation' }
  }
}

output origin string = 'https://${host ?? pages.properties.defaultHostname}'
