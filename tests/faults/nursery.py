"""Bears one process for each order and says by which status it ended; everything is imported once."""

import json
import os
import signal
import sys
import traceback
from typing import Any

from desk.documents import warm_up
from tests.faults import first_day, morning, new_code
from tests.faults.lan import life
from tests.faults.reopening import standards

LIVES = {"morning": morning.live, "first_day": first_day.live, "new_code": new_code.live, "lan": life.live}


def nursery() -> None:
    """One line of orders on stdin, one process, one line with its status.

    An order with ``milliseconds`` ends the life after that time, wherever it then is.
    """
    warm_up()
    standards()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    for line in sys.stdin:
        order = json.loads(line)
        span = order.pop("milliseconds", 120_000) / 1000
        child = os.fork()
        if child == 0:
            _be_born(order)
        if signal.sigtimedwait({signal.SIGCHLD}, span) is None:
            os.kill(child, signal.SIGKILL)
            signal.sigwait({signal.SIGCHLD})
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201


def _be_born(order: dict[str, Any]) -> None:
    sys.stdout = sys.stderr  # what a life says is no status
    status = 1
    try:
        LIVES[order.pop("life")](**order)
        status = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    nursery()
