"""Large letters of the scripts that papers are set in, for patterns: `re` has no class for them."""

_SCRIPTS = ((0x41, 0x250), (0x370, 0x530), (0x1E00, 0x2000))
"""Latin with its extensions, Greek and Cyrillic."""

UPPER = "".join(chr(code) for first, last in _SCRIPTS for code in range(first, last) if chr(code).isupper())
"""All large letters of those scripts, as the inside of a character class."""
LOWER = "".join(chr(code) for first, last in _SCRIPTS for code in range(first, last) if chr(code).islower())
"""All small letters of those scripts."""
