// Everything under /api of the pages is answered by the app. Linking also makes the app refuse whoever comes past the pages.

param pagesName string
param appId string
param appLocation string

resource pages 'Microsoft.Web/staticSites@2025-03-01' existing = {
  name: pagesName

  resource backend 'linkedBackends' = {
    name: 'api'
    properties: { backendResourceId: appId, region: appLocation }
  }
}
