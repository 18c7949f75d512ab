# As parameters.sh, for Windows.
$ErrorActionPreference = 'Stop'
$infra = Split-Path $PSScriptRoot
$stage = $env:AZURE_ENV_NAME.Split('-')[0]
if (-not (Test-Path "$infra/main.$stage.bicepparam")) {
    throw "There is no infra/main.$stage.bicepparam. Name the environment dev, test or prod, or begin its name so, as in dev-anna."
}
Copy-Item "$infra/main.$stage.bicepparam" "$infra/main.bicepparam"
