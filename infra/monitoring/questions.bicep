// Every question to the telemetry, once: alerts ask the first ones, the saved queries and the workbook ask all of them. The text is in queries/.

@export()
@description('A question, and the query that answers it.')
type question = {
  @description('The name of the file, and the paragraph of the runbook.')
  key: string
  title: string
  query: string
}

@export()
@description('A question whose every answer needs somebody: the query has rows only then.')
type alarm = {
  key: string
  title: string
  query: string
  @description('0 critical, somebody is woken; 1 error, within the hour; 2 warning, the same day.')
  severity: 0 | 1 | 2
  @description('How often it is asked.')
  every: string
  @description('How far back the query looks.')
  window: string
}

@export()
var alarms alarm[] = [
  {
    key: 'failing-requests'
    title: 'Functions answer with errors'
    query: loadTextContent('queries/failing-requests.kql')
    severity: 1
    every: 'PT5M'
    window: 'PT15M'
  }
  {
    key: 'slow-requests'
    title: 'People wait more than two seconds'
    query: loadTextContent('queries/slow-requests.kql')
    severity: 2
    every: 'PT15M'
    window: 'PT30M'
  }
  {
    key: 'failing-steps'
    title: 'Activities fail again and again'
    query: loadTextContent('queries/failing-steps.kql')
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    key: 'failed-workflows'
    title: 'An orchestration has failed'
    query: loadTextContent('queries/failed-workflows.kql')
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    key: 'undelivered'
    title: 'Emails, texts or calls do not arrive'
    query: loadTextContent('queries/undelivered.kql')
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    key: 'no-reports'
    title: 'No delivery report comes back'
    query: loadTextContent('queries/no-reports.kql')
    severity: 2
    every: 'PT30M'
    window: 'PT6H'
  }
  {
    key: 'refused-reports'
    title: 'Reports come without the key'
    query: loadTextContent('queries/refused-reports.kql')
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    key: 'refused-sign-ins'
    title: 'Somebody tries passwords'
    query: loadTextContent('queries/refused-sign-ins.kql')
    severity: 1
    every: 'PT5M'
    window: 'PT15M'
  }
  {
    key: 'waiting-work'
    title: 'Work lies there and is not taken up'
    query: loadTextContent('queries/waiting-work.kql')
    severity: 1
    every: 'PT10M'
    window: 'PT30M'
  }
  {
    key: 'unanswered-codes'
    title: 'Codes go to a country and do not come back'
    query: loadTextContent('queries/unanswered-codes.kql')
    severity: 2
    every: 'PT30M'
    window: 'PT6H'
  }
  {
    key: 'too-busy'
    title: 'People are sent away as too many'
    query: loadTextContent('queries/too-busy.kql')
    severity: 2
    every: 'PT5M'
    window: 'PT15M'
  }
  {
    key: 'services-silent'
    title: 'A service the app needs does not answer'
    query: loadTextContent('queries/services-silent.kql')
    severity: 0
    every: 'PT5M'
    window: 'PT15M'
  }
  {
    key: 'silence'
    title: 'The app says nothing'
    query: loadTextContent('queries/silence.kql')
    severity: 0
    every: 'PT5M'
    window: 'PT20M'
  }
  {
    key: 'malware'
    title: 'A file holds malware'
    query: loadTextContent('queries/malware.kql')
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    key: 'unscanned'
    title: 'A file could not be scanned'
    query: loadTextContent('queries/unscanned.kql')
    severity: 2
    every: 'PT15M'
    window: 'PT1H'
  }
  {
    key: 'vault-refusals'
    title: 'Keys are refused'
    query: loadTextContent('queries/vault-refusals.kql')
    severity: 1
    every: 'PT15M'
    window: 'PT1H'
  }
]

@export()
var questions question[] = [
  { key: 'registrations', title: 'How registrations go on', query: loadTextContent('queries/registrations.kql') }
  { key: 'invitations', title: 'Invitations sent, arrived, finished', query: loadTextContent('queries/invitations.kql') }
  { key: 'codes', title: 'Codes sent and answered, by country', query: loadTextContent('queries/codes.kql') }
  { key: 'bounces', title: 'What became of emails, texts and calls', query: loadTextContent('queries/bounces.kql') }
  { key: 'queue-age', title: 'How long work waits', query: loadTextContent('queries/queue-age.kql') }
  { key: 'sign-ins', title: 'Who gets in, and who does not', query: loadTextContent('queries/sign-ins.kql') }
  { key: 'password-waits', title: 'How long passwords wait', query: loadTextContent('queries/password-waits.kql') }
  { key: 'busiest', title: 'What is asked for most', query: loadTextContent('queries/busiest.kql') }
  { key: 'one-operation', title: 'One operation from end to end', query: loadTextContent('queries/one-operation.kql') }
  { key: 'telemetry-volume', title: 'What telemetry costs', query: loadTextContent('queries/telemetry-volume.kql') }
]
