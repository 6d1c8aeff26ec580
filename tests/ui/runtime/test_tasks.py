"""Long work: progress while it runs, an answer or an error at the end, silence once cancelled."""

import threading

from desk.ui.runtime.tasks import TaskRunner


def test_progress_and_answer_arrive(qtbot):
    runner, steps, answers = TaskRunner(), [], []

    def work(task):
        task.progress(0.5, "setengah")
        return threading.current_thread().name

    runner.run(work, answers.append, progress=lambda share, text: steps.append((share, text)))
    qtbot.waitUntil(lambda: bool(answers))
    assert steps == [(0.5, "setengah")]
    assert answers != [threading.current_thread().name]
    assert runner.shutdown()


def test_an_error_goes_to_its_handler(qtbot):
    runner, errors = TaskRunner(), []

    def work(_task):
        raise ValueError("rusak")

    runner.run(work, on_error=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "rusak"
    assert runner.shutdown()


def test_cancelled_work_stops_at_its_next_check_and_says_nothing(qtbot):
    runner, said, begun = TaskRunner(), [], threading.Event()
    stopped = threading.Event()

    def work(task):
        begun.set()
        try:
            while True:
                task.check()
        finally:
            stopped.set()

    task = runner.run(work, said.append, said.append)
    assert begun.wait(5)
    with qtbot.waitSignal(task.ended):
        task.cancel()
    assert stopped.is_set()
    assert said == []
    assert not runner.busy
    assert runner.shutdown()


def test_shutdown_cancels_what_runs_and_drops_what_waits(qtbot):
    runner, begun = TaskRunner(threads=1), threading.Event()
    ran = []

    def endless(task):
        begun.set()
        while True:
            task.check()

    runner.run(endless)
    runner.run(lambda _task: ran.append(1))
    assert begun.wait(5)
    assert runner.shutdown()
    assert ran == []


def test_busy_is_told(qtbot):
    runner, states = TaskRunner(), []
    runner.busy_changed.connect(states.append)
    runner.run(lambda _task: None)
    qtbot.waitUntil(lambda: states == [True, False])
    assert runner.shutdown()
