// What one environment is: the parameter files fill this in, and nothing else differs between environments.

@export()
@description('In every name, and the tag by which cost is told apart.')
type environmentName = 'dev' | 'test' | 'prod'

@export()
@description('How the Function app scales. One instance holds 1 core at 2,048 MB and 2 at 4,096 MB.')
type computeSettings = {
  @description('Memory of an instance in MB.')
  instanceMemoryMB: 2048 | 4096

  @description('Instances that always run for HTTP functions.')
  @minValue(0)
  alwaysReadyHttp: int

  @description('Instances that always run for orchestrations and activities.')
  @minValue(0)
  alwaysReadyDurable: int

  @description('More are never started: the bound of what a flood can cost.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int

  @description('HTTP requests an instance takes at once before another is started.')
  @minValue(1)
  @maxValue(1000)
  requestsPerInstance: int

  @description('Passwords an instance hashes at once: its cores.')
  @minValue(1)
  concurrentHashes: int
}

@export()
@description('Where orchestrations live. Consumption is billed by action, Dedicated by capacity unit.')
type schedulerSettings = {
  sku: 'Consumption' | 'Dedicated'

  @description('Capacity units of Dedicated; three make it zone redundant.')
  @minValue(1)
  @maxValue(3)
  capacity: int?

  @description('Days after which an ended orchestration is purged; its history holds ids only.')
  @minValue(1)
  @maxValue(30)
  historyDays: int
}

@export()
type storageSettings = {
  sku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS'

  @description('Days in which a deleted or overwritten file can be brought back.')
  @minValue(1)
  @maxValue(365)
  softDeleteDays: int

  @description('Days in which nothing in the container of audit heads can be changed or deleted.')
  @minValue(1)
  auditHeadDays: int

  @description('GB a month that are scanned for malware; -1 for no bound.')
  scanLimitGB: int
}

@export()
type messageSettings = {
  @description('Where the data of emails, texts and calls is kept at rest.')
  dataLocation: string

  @description('A domain of the practice\'s own that emails come from; without one they come from a domain of Azure\'s, a few an hour.')
  emailDomain: string?

  @description('The number that texts and calls come from, E.164. It is bought by hand: docs/operations.md. Without one nothing is sent by telephone.')
  phoneNumber: string?
}

@export()
type watchSettings = {
  @description('Who is told by email when an alert fires or the budget runs out.')
  @minLength(1)
  alertEmails: string[]

  @description('Days that telemetry is kept.')
  @minValue(30)
  @maxValue(730)
  retentionDays: int

  @description('GB a day of telemetry, after which it stops until the next day; -1 for no bound.')
  dailyLimitGB: int

  @description('What the resource group may cost a month, in the currency of the subscription.')
  @minValue(1)
  monthlyBudget: int

  @description('The month the budget begins with, yyyy-MM-01. It cannot be changed later.')
  budgetStart: string
}

@export()
type environmentSettings = {
  name: environmentName

  @description('Private endpoints for records, keys and orchestrations. Files stay reachable: browsers fetch them with signed addresses.')
  privateNetwork: bool

  @description('Keeps the storage accounts and the vault from being deleted, with their resource group too.')
  locked: bool

  @description('Host name of the pages, for example collaborations.example.org; its CNAME must be there first. Without one the service\'s own name is used.')
  pagesHost: string?

  compute: computeSettings
  scheduler: schedulerSettings
  storage: storageSettings
  messages: messageSettings
  watch: watchSettings
}

@export()
@description('By these a resource is found and its cost is told apart.')
type resourceTags = {
  *: string
}

@export()
@description('The app\'s identity, as other modules need it.')
type appIdentity = {
  id: string
  clientId: string
  principalId: string
}

@export()
@description('Subnets of the private network.')
type networkIds = {
  networkId: string
  appSubnetId: string
  endpointSubnetId: string
}
