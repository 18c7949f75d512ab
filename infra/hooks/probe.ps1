# As probe.sh, for Windows.
$ErrorActionPreference = 'Stop'
$address = "$($env:PAGES_ADDRESS)api/health"
foreach ($try in 1..24) {
    $answer = Invoke-WebRequest -Uri $address -TimeoutSec 10 -SkipHttpErrorCheck -ErrorAction SilentlyContinue
    if ($answer.StatusCode -eq 200) { "$address answers."; exit 0 }
    Start-Sleep -Seconds 5
}
throw "$address answers $($answer.StatusCode). docs/operations.md, ""unhealthy"", says what to look at."
