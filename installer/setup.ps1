# Set-up shared by run.ps1 and test.ps1: finds Python, makes .venv, installs the locked dependencies by hash.

$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Find-Python {
    foreach ($candidate in @(@('py', '-3'), @('python'), @('python3'))) {
        if (-not (Get-Command $candidate[0] -ErrorAction SilentlyContinue)) { continue }
        $arguments = @($candidate | Select-Object -Skip 1)
        & $candidate[0] @arguments -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>$null
        if ($LASTEXITCODE -eq 0) { return , $candidate }
    }
    Write-Host 'Desk needs Python 3.11 or newer. Run this line, open a new window, then try again:'
    Write-Host '    winget install --id Python.Python.3.13 --scope user'
    exit 1
}

function Invoke-Logged([string] $Program, [string[]] $Arguments) {
    & $Program @Arguments *>> build\set-up.log
    if ($LASTEXITCODE -ne 0) {
        Write-Host "This failed: $Program $Arguments"
        Get-Content build\set-up.log -Tail 40 | Write-Host
        exit 1
    }
}

function Initialize-Desk([string] $Lock) {
    $sums = @($Lock, 'pyproject.toml') | ForEach-Object { (Get-FileHash $_ -Algorithm SHA256).Hash }
    $wanted = "$(Get-Location) $Lock $sums"
    $stamp = '.venv\.ready'
    if ((Test-Path $stamp) -and (Get-Content $stamp -Raw).Trim() -eq $wanted) { return }
    New-Item -ItemType Directory -Force build | Out-Null
    $python = Find-Python
    Write-Host 'Setting up the environment in .venv (a few minutes the first time) ...'
    Invoke-Logged $python[0] (@($python | Select-Object -Skip 1) + @('-m', 'venv', '--clear', '.venv'))
    $locked = @('--no-deps', '--only-binary', ':all:', '--require-hashes', '-r', $Lock)
    Invoke-Logged '.venv\Scripts\python.exe' (@('-m', 'pip', 'install') + $locked)
    Invoke-Logged '.venv\Scripts\python.exe' @('-m', 'pip', 'install', '--no-deps', '--no-build-isolation', '-e', '.')
    Set-Content $stamp $wanted
}
