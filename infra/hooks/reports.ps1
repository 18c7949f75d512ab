# As reports.sh, for Windows.
$ErrorActionPreference = 'Stop'
$infra = Split-Path $PSScriptRoot
az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name reports --template-file "$infra/reports/main.bicep" --parameters "topicName=$env:TOPIC_NAME" "vaultName=$env:VAULT_NAME" "pagesAddress=$env:PAGES_ADDRESS" --output none
if ($LASTEXITCODE -ne 0) { throw 'The delivery reports could not be led to the app.' }
