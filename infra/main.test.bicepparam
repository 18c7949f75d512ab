// As the real one in every way that costs little: private network, always-ready instances, a zone redundant store.

using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'test')
param location = readEnvironmentVariable('AZURE_LOCATION', 'eastus2')
param pagesLocation = 'eastus2'
param settings = {
  name: 'test'
  privateNetwork: true
  locked: false
  compute: {
    instanceMemoryMB: 2048
    alwaysReadyHttp: 1
    alwaysReadyDurable: 1
    maximumInstances: 10
    requestsPerInstance: 32
    concurrentHashes: 1
  }
  scheduler: { sku: 'Consumption', historyDays: 30 }
  storage: { sku: 'Standard_ZRS', softDeleteDays: 14, auditHeadDays: 7, scanLimitGB: 100 }
  messages: { dataLocation: 'United States' }
  watch: {
    alertEmails: [readEnvironmentVariable('ALERT_EMAIL', 'operators@collaborations.example')]
    retentionDays: 30
    dailyLimitGB: 2
    monthlyBudget: 400
    budgetStart: '2026-12-01'
  }
}
