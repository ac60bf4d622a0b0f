"""Hold the time that something takes against its size, so that a busy machine does not matter."""

import gc
import time
from collections.abc import Callable

TIMES = 10
LIMIT = 35
"""Ten times the size may take 35 times the CPU: what is quadratic takes a hundred times as much."""


def check_linear(prepare: Callable[[int], Callable[[], object]], size: int) -> None:
    """Check that what `prepare` gives for a size grows with it; the least CPU of up to four runs counts."""
    small = max(min(_cpu(prepare, size) for _ in range(4)), 0.002)
    costs: list[float] = []
    while len(costs) < 4 and (not costs or min(costs) >= LIMIT * small):
        costs.append(_cpu(prepare, TIMES * size))
    assert min(costs) < LIMIT * small, f"{small:.4f} s for {size}, {min(costs):.4f} s for {TIMES} times as much"


def _cpu(prepare: Callable[[int], Callable[[], object]], size: int) -> float:
    run = prepare(size)
    gc.collect()
    gc.disable()
    try:
        before = time.process_time()
        run()
        return time.process_time() - before
    finally:
        gc.enable()
