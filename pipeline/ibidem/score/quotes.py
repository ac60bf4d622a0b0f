"""Hold quotations and their speakers against a reading of them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ibidem.score.found import Quoted
from ibidem.score.gold import Quote, QuotesGold
from ibidem.score.tally import Tally

_WORD = re.compile(r"[^\W_]+")
_SHOWN = 60


def score_quotes(gold: QuotesGold, found: Iterable[Quoted]) -> Tally:
    """Compare: a quotation is found where its words are those of one found, or hold them, or are held by them.

    A speaker is right where the words of one name are among those of the other; both may be printed without
    given names or titles.
    """
    quoted = [(_words(one.text), one) for one in found]
    pairs = [(quote, _same(_words(quote.quote), quoted)) for quote in gold.quotes]
    said = [(quote, one) for quote, one in pairs if quote.speaker]
    named = [(quote, one) for quote, one in said if one and one.speakers]
    right = [(quote, one) for quote, one in named if one and _is_speaker(quote.speaker or "", one.speakers)]
    marked = [(quote, one) for quote, one in pairs if quote.note_after]
    after = sum(one is not None and int(quote.note_after or 0) in one.markers for quote, one in marked)
    figures = (
        ("quotations: found", sum(one is not None for _, one in pairs), len(pairs)),
        ("quotations: speaker", len(right), len(said)),
        ("quotations: right of those named", len(right), len(named)),
        ("quotations: marker", after, len(marked)),
    )
    return Tally(figures, tuple(_misses(pairs)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _same(words: tuple[str, ...], found: Sequence[tuple[tuple[str, ...], Quoted]]) -> Quoted | None:
    equal = next((one for other, one in found if other == words), None)
    if equal is not None:
        return equal
    text = f" {' '.join(words)} "
    near = [
        (len(other), one)
        for other, one in found
        if len(other) * 2 >= len(words)
        and len(words) * 2 >= len(other)
        and (f" {' '.join(other)} " in text or text in f" {' '.join(other)} ")
    ]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def _is_speaker(want: str, names: Sequence[str]) -> bool:
    asked = set(_words(want))
    return any(asked <= set(_words(name)) or set(_words(name)) <= asked for name in names)


def _misses(pairs: Iterable[tuple[Quote, Quoted | None]]) -> Iterator[str]:
    for quote, one in pairs:
        shown = quote.quote if len(quote.quote) <= _SHOWN else f"{quote.quote[:_SHOWN]}…"
        if one is None:
            yield f"quotation is not found: {shown}"
        elif quote.speaker and not _is_speaker(quote.speaker, one.speakers):
            yield f"speaker: {one.speakers[0] if one.speakers else '(nobody)'}, gold has {quote.speaker}: {shown}"
