// Where real people are. Domain, number and host are the practice's own: docs/operations.md says how they are got.

using 'main.bicep'

var host = readEnvironmentVariable('PAGES_HOST', '')
var domain = readEnvironmentVariable('EMAIL_DOMAIN', '')
var number = readEnvironmentVariable('PHONE_NUMBER', '')

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastus2')
param pagesLocation = 'eastus2'
param settings = {
  name: 'prod'
  privateNetwork: true
  locked: true
  pagesHost: empty(host) ? null : host
  compute: {
    instanceMemoryMB: 4096
    alwaysReadyHttp: 2
    alwaysReadyDurable: 1
    maximumInstances: 40
    requestsPerInstance: 64
    concurrentHashes: 2
  }
  scheduler: { sku: 'Dedicated', capacity: 3, historyDays: 30 }
  storage: { sku: 'Standard_GZRS', softDeleteDays: 30, auditHeadDays: 2555, scanLimitGB: 5000 }
  messages: {
    dataLocation: 'United States'
    emailDomain: empty(domain) ? null : domain
    phoneNumber: empty(number) ? null : number
  }
  watch: {
    alertEmails: [readEnvironmentVariable('ALERT_EMAIL', 'operators@collaborations.example')]
    retentionDays: 365
    dailyLimitGB: 20
    monthlyBudget: 3000
    budgetStart: '2026-12-01'
  }
}
