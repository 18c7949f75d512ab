# As keys.sh, for Windows: makes the keys that are not in the vault yet; -Renew NAME goes on to a new one, -Drop NUMBER takes a newer one away.
param([ValidateSet('', 'security-key', 'hook-key', 'operator-key')][string]$Renew = '', [ValidateRange(0, 99)][int]$Drop = 0)
$ErrorActionPreference = 'Stop'
$infra = Split-Path $PSScriptRoot
$vault = "/subscriptions/$env:AZURE_SUBSCRIPTION_ID/resourceGroups/$env:AZURE_RESOURCE_GROUP/providers/Microsoft.KeyVault/vaults/$env:VAULT_NAME"
function New-Value([string]$name) {
    $bytes = [byte[]]::new(48)
    [System.Security.Cryptography.RandomNumberGenerator]::Fill($bytes)
    $value = [Convert]::ToBase64String($bytes)
    # Some stand in addresses, so all are without the signs that mean something there, but for the one that is read as base64.
    if ($name -ne 'security-key') { $value = $value.Replace('+', '-').Replace('/', '_').TrimEnd('=') }
    $value
}
function Publish-Key([string]$template, [string]$name, [hashtable]$parameters) {
    $file = New-TemporaryFile
    try {
        $parameters['vaultName'] = @{ value = $env:VAULT_NAME }
        @{ '$schema' = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#'; contentVersion = '1.0.0.0'; parameters = $parameters } |
            ConvertTo-Json -Depth 4 | Set-Content $file
        az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name "key-$name" --template-file "$infra/keys/$template.bicep" --parameters "@$file" --output none
        if ($LASTEXITCODE -ne 0) { throw "$name could not be written." }
    }
    finally { Remove-Item $file }
}
# Names only. A list that cannot be had ends the script: a key that is there must not be replaced.
$known = @(az rest --method get --url "$vault/secrets?api-version=2025-05-01" --query 'value[].name' --output tsv)
if ($LASTEXITCODE -ne 0) { throw 'The list of secrets cannot be had.' }
foreach ($name in 'security-key', 'newer-security-keys', 'hook-key', 'former-hook-key', 'operator-key') {
    if ($known -contains $name) { continue }
    $value = if ($name -in 'newer-security-keys', 'former-hook-key') { 'none' } else { New-Value $name }
    Publish-Key 'main' $name @{ secretName = @{ value = $name }; value = @{ value = $value } }
    "Made $name."
}
switch ($Renew) {
    # The first one stays; the new one joins those that came after it.
    'security-key' { Publish-Key 'renew-security' 'renew-security-key' @{ value = @{ value = New-Value 'security-key' } } }
    'hook-key' { Publish-Key 'renew-hook' 'renew-hook-key' @{ value = @{ value = New-Value 'hook-key' } } }
    'operator-key' { Publish-Key 'main' 'operator-key' @{ secretName = @{ value = 'operator-key' }; value = @{ value = New-Value 'operator-key' } } }
}
if ($Renew) { "A new $Renew is in the vault." }
if ($Drop) {
    Publish-Key 'drop-security' 'drop-security-key' @{ number = @{ value = $Drop } }
    "Whatever was newer key $Drop is no longer used once the app is restarted; ops keys status says what is left."
}
