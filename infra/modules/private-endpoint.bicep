// One private endpoint, with the zone that makes the service's own name lead to it.

import { networkIds, resourceTags } from '../shared/types.bicep'

param name string
param location string
param tags resourceTags
param network networkIds

@description('The resource that is reached.')
param targetId string

@description('Which of its services, as "Private-link resource" lists them.')
param service string

@description('The zone of that service.')
param zone string

resource privateZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zone
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: 'network'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.networkId }
    }
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: network.endpointSubnetId }
    privateLinkServiceConnections: [
      { name: service, properties: { privateLinkServiceId: targetId, groupIds: [service] } }
    ]
  }

  resource names 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: service, properties: { privateDnsZoneId: privateZone.id } }]
    }
  }
}
