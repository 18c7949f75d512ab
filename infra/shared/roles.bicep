// Built-in roles by name (https://learn.microsoft.com/azure/role-based-access-control/built-in-roles). A module grants one of these on its own
// resource and on nothing wider.

@export()
var roles = {
  // Tables of the records account: every store class of functions/.
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  // Files account: containers, blobs and the key that signed addresses are made with.
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  // Records account: the Functions host's locks and the deployed package ("Connecting to host storage with an identity"). Container of files: no
  // lesser role reads index tags, in which the result of the malware scan is.
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
  // The only built-in role by which an identity sends emails and texts and places calls.
  communicationAndEmailServiceOwner: '09976791-48a7-449e-bb21-39d1a415f350'
  // The communication service's own, for what it speaks.
  cognitiveServicesUser: 'a97b65f3-24c7-4388-baec-2e87135dc908'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}
