// One page that shows what fails, what is slow and what is stuck, in the order in which one looks.

import { resourceTags } from '../shared/types.bicep'
import { alarms, questions } from 'questions.bicep'

param location string
param tags resourceTags
param environment string
param workspaceId string

var name = 'Collaborations (${environment})'

// 1 is text, 3 is a query ("Azure Workbooks", item types of the template).
var top = [
  {
    type: 1
    name: 'what this is'
    content: {
      json: '# ${name}\nA section without rows is as it should be, down to "How registrations go on". Each has its paragraph in docs/operations.md.'
    }
  }
]
var all = concat(map(alarms, alarm => { key: alarm.key, title: alarm.title, query: alarm.query }), questions)
var sections = map(all, one => {
  type: 3
  name: one.key
  content: {
    version: 'KqlItem/1.0'
    title: one.title
    query: one.query
    size: 1
    noDataMessage: 'Nothing.'
    noDataMessageStyle: 3
    queryType: 0
    resourceType: 'microsoft.operationalinsights/workspaces'
    crossComponentResources: [workspaceId]
  }
})

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'collaborations')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: name
    category: 'workbook'
    sourceId: workspaceId
    version: '1.0'
    serializedData: string({ version: 'Notebook/1.0', items: concat(top, sections), isLocked: false })
  }
}
