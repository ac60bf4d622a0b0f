"""Pair the rows of two tables one to one so that the likeness of all pairs together is the greatest."""

from collections.abc import Mapping

Pair = tuple[int, int]


def best_pairs(likeness: Mapping[Pair, float]) -> tuple[Pair, ...]:
    """Choose pairs, none of which share a row, with the greatest sum; only pairs that are given, all above 0.

    What no chain of pairs connects is solved apart, so that the time grows with the largest such group.
    """
    chosen: list[Pair] = []
    for group in _groups(likeness):
        lefts, rights = sorted({left for left, _ in group}), sorted({right for _, right in group})
        turned = len(lefts) > len(rights)
        rows, columns = (rights, lefts) if turned else (lefts, rights)
        gain = [[likeness.get((column, row) if turned else (row, column), 0.0) for column in columns] for row in rows]
        pairs = ((rows[row], columns[column]) for row, column in _assign(gain))
        chosen += [pair for pair in ((b, a) if turned else (a, b) for a, b in pairs) if pair in likeness]
    return tuple(sorted(chosen))


def _groups(pairs: Mapping[Pair, float]) -> list[list[Pair]]:
    """Split pairs into groups that share no row, by following each row's pairs."""
    by_left: dict[int, list[Pair]] = {}
    by_right: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_left.setdefault(pair[0], []).append(pair)
        by_right.setdefault(pair[1], []).append(pair)
    groups = []
    seen: set[Pair] = set()
    for first in sorted(pairs):
        if first in seen:
            continue
        seen.add(first)
        group, waiting = [], [first]
        while waiting:
            pair = waiting.pop()
            group.append(pair)
            for near in (*by_left.pop(pair[0], ()), *by_right.pop(pair[1], ())):
                if near not in seen:
                    seen.add(near)
                    waiting.append(near)
        groups.append(group)
    return groups


def _assign(gain: list[list[float]]) -> list[Pair]:
    """Give each row its own column, with the greatest total gain (Kuhn 1955, in the form with potentials).

    There are at most as many rows as columns. Row and column 0 of the working arrays stand for none.
    """
    rows, columns = len(gain), len(gain[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    holder, before = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        holder[0], column = row, 0
        slack, done = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while holder[column]:
            done[column] = True
            held, step, nearest = holder[column], float("inf"), 0
            for other in range(1, columns + 1):
                if done[other]:
                    continue
                left = -gain[held - 1][other - 1] - row_price[held] - column_price[other]
                if left < slack[other]:
                    slack[other], before[other] = left, column
                if slack[other] < step:
                    step, nearest = slack[other], other
            for other in range(columns + 1):
                if done[other]:
                    row_price[holder[other]] += step
                    column_price[other] -= step
                else:
                    slack[other] -= step
            column = nearest
        while column:
            holder[column] = holder[before[column]]
            column = before[column]
    return [(row - 1, column - 1) for column, row in enumerate(holder) if column and row]
