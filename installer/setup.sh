# Set-up shared by installer/run, installer/test and installer/package: system libraries, environment, dependencies.
# Sourced by bash with the checkout as the working directory; safe to repeat, quick when nothing changed.

LOG=build/set-up.log
VENV=.venv

# library=package: what Qt needs from the system and a bare Debian or Ubuntu lacks.
RUN_LIBRARIES="
libglib-2.0.so.0=libglib2.0-0 libgthread-2.0.so.0=libglib2.0-0 libdbus-1.so.3=libdbus-1-3
libfontconfig.so.1=libfontconfig1 libfreetype.so.6=libfreetype6 libbrotlidec.so.1=libbrotli1
libgssapi_krb5.so.2=libgssapi-krb5-2 libGL.so.1=libgl1 libEGL.so.1=libegl1 libpulse.so.0=libpulse0
libcups.so.2=libcups2 libX11-xcb.so.1=libx11-xcb1 libxkbcommon.so.0=libxkbcommon0
libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxcb-cursor.so.0=libxcb-cursor0 libxcb-glx.so.0=libxcb-glx0
libxcb-icccm.so.4=libxcb-icccm4 libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1
libxcb-randr.so.0=libxcb-randr0 libxcb-render.so.0=libxcb-render0 libxcb-render-util.so.0=libxcb-render-util0
libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0 libxcb-sync.so.1=libxcb-sync1
libxcb-util.so.1=libxcb-util1 libxcb-xfixes.so.0=libxcb-xfixes0 libxcb-xkb.so.1=libxcb-xkb1
"
# program=package: what only the tests call.
TEST_PROGRAMS="Xvfb=xvfb pdftoppm=poppler-utils openssl=openssl"
# The tests run servers of their own from Debian's package, which keeps its programs outside the path.
SERVER_PROGRAMS="/usr/lib/postgresql/*/bin/initdb"

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$1"
    exit 1
}

# Runs a command with its output in the log; shows the end of the log when it fails.
logged() {
    printf '\n$ %s\n' "$*" >>"$LOG"
    "$@" >>"$LOG" 2>&1 </dev/null && return 0
    say "This failed: $*"
    say "The last lines of $LOG:"
    tail -n 40 "$LOG" >&2
    return 1
}

# Prints the Python to use (3.11 or newer), or nothing.
find_python() {
    local candidate
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
}

# Prints the Debian packages that are missing for the given purpose (run or test), one a line.
missing_packages() {
    local known entry python
    known=" $( (ldconfig -p || /sbin/ldconfig -p) 2>/dev/null | awk 'NR > 1 { print $1 }' | tr '\n' ' ')"
    for entry in $RUN_LIBRARIES; do
        case $known in *" ${entry%%=*} "*) ;; *) echo "${entry#*=}" ;; esac
    done
    if [ "$1" = test ]; then
        for entry in $TEST_PROGRAMS; do
            command -v "${entry%%=*}" >/dev/null || echo "${entry#*=}"
        done
        compgen -G "$SERVER_PROGRAMS" >/dev/null || echo postgresql
    fi
    python=$(find_python)
    if [ -z "$python" ]; then
        printf 'python3\npython3-venv\n'
    elif ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    fi
}

# Prints how to become root here (nothing for root itself); fails where nobody can. A password is asked for only
# where somebody can type one.
root_prefix() {
    if [ "$(id -u)" = 0 ]; then
        return 0
    elif sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null && sudo true; }; then
        echo sudo
    else
        return 1
    fi
}

# Installs the missing system packages, or prints the one line that does and stops.
set_up_system() {
    local packages prefix apt line
    packages=$(missing_packages "$1" | sort -u | tr '\n' ' ')
    packages=${packages% }
    [ -n "$packages" ] || return 0
    if ! command -v apt-get >/dev/null; then
        die "Missing on this system, by Debian's names: $packages. Install their equivalents, then try again."
    fi
    line="apt-get update && apt-get install -y --no-install-recommends $packages"
    prefix=$(root_prefix) || die "System packages are missing. Run this line as root, then try again:
    $line"
    say "Installing system packages: $packages"
    apt="$prefix env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120"
    # shellcheck disable=SC2086  # words on purpose: a command and a list of package names
    logged $apt update || say "Going on with the package lists at hand."
    # shellcheck disable=SC2086
    logged $apt install -y --no-install-recommends $packages || die "As root, this line must pass first:
    $line"
}

# The sum of all that an environment for the given purpose is made of.
fingerprint() {
    { pwd && cat "$(lock_of "$1")" pyproject.toml installer/setup.sh; } | sha256sum | cut -d ' ' -f 1
}

lock_of() {
    if [ "$1" = test ]; then echo installer/requirements-test.lock; else echo installer/requirements.lock; fi
}

# Whether the environment already holds what the purpose needs (the tests' environment can also run).
is_ready() {
    local kind
    "$VENV/bin/python" -c '' 2>/dev/null || return 1
    for kind in test run; do
        if [ "$kind" = test ] || [ "$1" = run ]; then
            [ "$(cat "$VENV/.ready-$kind" 2>/dev/null)" = "$(fingerprint "$kind")" ] && return 0
        fi
    done
    return 1
}

# Makes or completes the environment from the lock file: these files by hash and no others, nothing built.
set_up_environment() {
    local python
    python=$(find_python)
    [ -n "$python" ] || die "Desk needs Python 3.11 or newer; this system offers an older one only."
    say "Setting up the environment in $VENV (a few minutes the first time) ..."
    rm -f "$VENV"/.ready-*
    if [ "$(cat "$VENV/.place" 2>/dev/null)" != "$PWD" ] || ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        logged "$python" -m venv --clear "$VENV" || exit 1
        pwd >"$VENV/.place"
    fi
    logged "$VENV/bin/python" -m pip install --retries 5 --no-deps --only-binary :all: --require-hashes \
        -r "$(lock_of "$1")" || exit 1
    logged "$VENV/bin/python" -m pip install --no-deps --no-build-isolation -e . || exit 1
    fingerprint "$1" >"$VENV/.ready-$1"
}

# Everything for the given purpose: run or test.
set_up() {
    mkdir -p build
    [ ! -w "$LOG" ] || : >"$LOG"
    set_up_system "$1"
    is_ready "$1" || set_up_environment "$1"
}
