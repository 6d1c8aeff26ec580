# Sets Desk up on this PC and opens the configured office, or the demo office where there is none.
# Arguments go to desk: installer\run.ps1 check

. (Join-Path $PSScriptRoot 'setup.ps1')
Initialize-Desk 'installer\requirements.lock'
if ($args.Count -eq 0) { $args = @('--demo-if-new') }
& '.venv\Scripts\desk.exe' @args
exit $LASTEXITCODE
