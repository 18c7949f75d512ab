// The one identity of the app. It is the app's only credential: no key of storage, messages, orchestrations or telemetry exists in a setting.

import { appIdentity, resourceTags } from '../shared/types.bicep'

param name string
param location string
param tags resourceTags

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

output identity appIdentity = {
  id: identity.id
  clientId: identity.properties.clientId
  principalId: identity.properties.principalId
}
