// To try things: everything scales to nothing, and may be deleted.

using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastus2')
param pagesLocation = 'eastus2'
param settings = {
  name: 'dev'
  privateNetwork: false
  locked: false
  compute: {
    instanceMemoryMB: 2048
    alwaysReadyHttp: 0
    alwaysReadyDurable: 0
    maximumInstances: 5
    requestsPerInstance: 32
    concurrentHashes: 1
  }
  scheduler: { sku: 'Consumption', historyDays: 7 }
  storage: { sku: 'Standard_LRS', softDeleteDays: 7, auditHeadDays: 1, scanLimitGB: 10 }
  messages: { dataLocation: 'United States' }
  watch: {
    alertEmails: [readEnvironmentVariable('ALERT_EMAIL', 'operators@collaborations.example')]
    retentionDays: 30
    dailyLimitGB: 1
    monthlyBudget: 100
    budgetStart: '2026-12-01'
  }
}
