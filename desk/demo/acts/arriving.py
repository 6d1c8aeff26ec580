"""The office opens: the sign-in window with the demo accounts."""

from desk.demo.stage import Stage


def play(stage: Stage) -> None:
    """The window before anybody works."""
    stage.open()
    stage.shot("masuk", "Masuk dengan akun peraga", "P1", "P2")
