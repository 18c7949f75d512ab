param topicName string
param pagesAddress string

@secure()
param hookKey string

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName

  resource reports 'eventSubscriptions' = {
    name: 'delivery-reports'
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          // The key in it is secure, as is what is made of it here; the rule knows parameters only.
          #disable-next-line use-secure-value-for-secure-inputs
          endpointUrl: '${pagesAddress}api/delivery-reports?key=${hookKey}'
          maxEventsPerBatch: 10
          preferredBatchSizeInKilobytes: 64
          minimumTlsVersionAllowed: '1.2'
        }
      }
      filter: {
        // Those that functions/Messaging/DeliveryReportHandler.cs reads. Events of calls come by the address that each call is placed with.
        includedEventTypes: [
          'Microsoft.Communication.EmailDeliveryReportReceived'
          'Microsoft.Communication.SMSDeliveryReportReceived'
        ]
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    }
  }
}
