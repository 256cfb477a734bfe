"""Progress is told now and then, and never of what is done at once."""

from service.cli.progress import SILENT_SECONDS, Progress


def lines(total, seconds_each):
    told, now = [], iter(range(total + 1))
    progress = Progress(total, told.append, clock=lambda: next(now) * seconds_each)
    items = list(progress.over(iter(range(total))))
    assert items == list(range(total))
    return told


def test_what_is_done_at_once_is_not_told():
    assert lines(100, SILENT_SECONDS / 1000) == []


def test_a_long_run_tells_how_far_how_fast_and_how_long_still():
    told = lines(4, SILENT_SECONDS)

    assert told[0] == "已检查 1/4 个文件，每秒 0.3 个，约需再等 9 秒"
    assert len(told) == 3
