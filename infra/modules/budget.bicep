// What the resource group may cost a month. A budget says that money runs out; it stops nothing: what stops a flood is the app's own cap of texts.

import { watchSettings } from '../shared/types.bicep'

param name string
param watch watchSettings

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: watch.monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: '${watch.budgetStart}T00:00:00Z' }
    notifications: {
      half: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 50
        thresholdType: 'Actual'
        contactEmails: watch.alertEmails
      }
      most: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: watch.alertEmails
      }
      expected: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: watch.alertEmails
      }
    }
  }
}
