# As keys.sh, for Windows: makes the keys that are not in the vault yet; -Renew hook-key makes that one anew, and likewise operator-key.
param([ValidateSet('', 'hook-key', 'operator-key')][string]$Renew = '')
$ErrorActionPreference = 'Stop'
$infra = Split-Path $PSScriptRoot
$vault = "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers/Microsoft.KeyVault/vaults/$env:VAULT_NAME"
# Names only. A list that cannot be had ends the script: a key that is there must not be replaced.
$known = @(az rest --method get --url "$vault/secrets?api-version=2025-05-01" --query 'value[].name' --output tsv)
if ($LASTEXITCODE -ne 0) { throw 'The list of secrets cannot be had.' }
foreach ($name in 'security-key', 'hook-key', 'operator-key') {
    if ($name -ne $Renew -and $known -contains $name) { continue }
    $bytes = [byte[]]::new(48)
    [System.Security.Cryptography.RandomNumberGenerator]::Fill($bytes)
    $value = [Convert]::ToBase64String($bytes)
    # In addresses, so without the signs that mean something there.
    if ($name -eq 'hook-key') { $value = $value.Replace('+', '-').Replace('/', '_').TrimEnd('=') }
    $file = New-TemporaryFile
    try {
        @{ '$schema' = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#'; contentVersion = '1.0.0.0'
            parameters = @{ vaultName = @{ value = $env:VAULT_NAME }; secretName = @{ value = $name }; value = @{ value = $value } } } |
            ConvertTo-Json -Depth 4 | Set-Content $file
        az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name "key-$name" --template-file "$infra/keys/main.bicep" --parameters "@$file" --output none
        if ($LASTEXITCODE -ne 0) { throw "$name could not be written." }
    }
    finally { Remove-Item $file }
    "Made $name."
}
