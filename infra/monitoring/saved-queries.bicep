// The questions as saved queries: Log Analytics, Queries, "Collaborations".

import { resourceTags } from '../shared/types.bicep'
import { alarms, questions } from 'questions.bicep'

param location string
param tags resourceTags
param environment string

var all = concat(map(alarms, alarm => { key: alarm.key, title: alarm.title, query: alarm.query }), questions)

resource pack 'Microsoft.OperationalInsights/queryPacks@2025-07-01' = {
  name: 'pack-collaborations-${environment}'
  location: location
  tags: tags
  properties: {}

  resource queries 'queries' = [
    for one in all: {
      name: guid('collaborations', one.key)
      properties: {
        displayName: one.title
        description: 'docs/operations.md, ${one.key}'
        body: one.query
        related: { categories: ['applications'], resourceTypes: ['microsoft.operationalinsights/workspaces'] }
        tags: { application: ['Collaborations'] }
      }
    }
  ]
}
