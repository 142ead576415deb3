"""What a task runner of a test does with a bug in the work it was given."""


def no_bug(error: BaseException) -> None:
    """No test expects one."""
    raise error
