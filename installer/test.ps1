# Sets Desk up on this PC and runs its tests. Arguments go to pytest.

. (Join-Path $PSScriptRoot 'setup.ps1')
Initialize-Desk 'installer\requirements-test.lock'
$env:QT_QPA_PLATFORM = 'offscreen'
& '.venv\Scripts\python.exe' -m pytest -n 2 --dist worksteal @args
exit $LASTEXITCODE
