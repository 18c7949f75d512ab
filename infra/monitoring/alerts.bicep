// Who is told when something needs somebody. One paragraph of the runbook for each: docs/operations.md.

import { resourceTags } from '../shared/types.bicep'
import { alarms } from 'questions.bicep'

param location string
param tags resourceTags
param environment string
param emails string[]
param workspaceId string
param insightsId string

@description('Storage accounts, to be told when they do not answer.')
param accountIds string[]

@description('Address of the pages; /api/health below it is asked from outside.')
param pagesAddress string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-collaborations-${environment}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'collab-${environment}'
    emailReceivers: [
      for (email, index) in emails: { name: 'person-${index}', emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alarm in alarms: {
    name: '${alarm.key}-${environment}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${alarm.title} (${environment})'
      description: 'What to do: docs/operations.md, ${alarm.key}.'
      enabled: true
      severity: alarm.severity
      scopes: [workspaceId]
      evaluationFrequency: alarm.every
      windowSize: alarm.window
      criteria: {
        allOf: [
          {
            query: alarm.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      // The tables of a service come to be with its first line.
      skipQueryValidation: true
      actions: { actionGroups: [people.id] }
    }
  }
]

resource probe 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'health-${environment}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'health-${environment}'
    Name: 'health-${environment}'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [{ Id: 'us-va-ash-azr' }, { Id: 'emea-nl-ams-azr' }, { Id: 'us-ca-sjc-azr' }]
    Request: {
      RequestUrl: '${pagesAddress}api/health'
      HttpVerb: 'GET'
      ParseDependentRequests: false
      FollowRedirects: false
    }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource unhealthy 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'unhealthy-${environment}'
  location: 'global'
  tags: tags
  properties: {
    description: 'What to do: docs/operations.md, unhealthy.'
    enabled: true
    severity: 0
    scopes: [probe.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      componentId: insightsId
      webTestId: probe.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource storageUnavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for (account, index) in accountIds: {
    name: 'storage-unavailable-${index}-${environment}'
    location: 'global'
    tags: tags
    properties: {
      description: 'What to do: docs/operations.md, storage-unavailable.'
      enabled: true
      severity: 1
      scopes: [account]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: 'availability'
            criterionType: 'StaticThresholdCriterion'
            metricName: 'Availability'
            timeAggregation: 'Average'
            operator: 'LessThan'
            threshold: 99
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]
