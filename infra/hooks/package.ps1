# As package.sh, for Windows.
$ErrorActionPreference = 'Stop'
$root = Split-Path (Split-Path $PSScriptRoot)
& "$PSScriptRoot/parameters.ps1"
Remove-Item -Recurse -Force "$root/.cache/azure" -ErrorAction SilentlyContinue
dotnet publish "$root/functions" -nologo -v minimal -c Release -p:Edition=Azure -o "$root/.cache/azure/api" -p:Package="$root/.cache/azure/api.zip"
if ($LASTEXITCODE -ne 0) { throw 'The Azure edition does not build.' }
