"""The text of an article's bytes, in whatever encoding they are."""

# Pages declare encodings that they are not in, and texts declare none. UTF-8 is hardly ever valid by chance, so what
# is valid UTF-8 is UTF-8, whatever is declared; only what is neither that nor as declared is guessed from its bytes.

import codecs
import re

from generator.drafting.languages import is_of_little_words

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4_000
_LATIN = {"iso8859-1", "ascii"}
"""What the web calls by these names is windows-1252."""
_GUESSED = ["cp1252", "cp1251", "koi8_r", "cp1256", "cp1255", "cp1253", "cp1250", "cp1254", "cp874",
            "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]  # fmt: skip
_ENOUGH = 0.02
"""As much of a text as may be control characters."""


def decoded(content: bytes, charset: str | None = None) -> str | None:
    """Return the text, or None where the bytes are no text; `charset` is what a server said of them."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _text(content, encoding)
    is_two_bytes = _of_two_bytes(content)
    if is_two_bytes:
        return _text(content, is_two_bytes)
    if b"\x00" in content:
        return None
    found = _DECLARED.search(content, 0, _HEAD)
    names = [charset, found[1].decode("ascii", errors="replace") if found else None]
    for name in ("utf-8", *filter(None, map(_known, names))):
        if (text := _text(content, name)) is not None:
            return text
    return _guessed(content)


def _text(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    head = text[:_HEAD]
    controls = sum(1 for sign in head if (sign < " " and sign not in "\t\n\r\f") or "\x7f" <= sign <= "\x9f")
    return text if controls <= _ENOUGH * len(head) else None


def _known(name: str | None) -> str | None:
    """Python's name of a declared encoding, or None: UTF-16 is told by its marks and zeros, not by who declares it."""
    try:
        found = codecs.lookup(name or "").name
    except (LookupError, ValueError):
        return None
    if found.startswith(("utf", "idna", "punycode", "raw", "unicode")):
        return None
    return "cp1252" if found in _LATIN else found


def _of_two_bytes(content: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its markup and spaces is zero."""
    head = content[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 8 < len(head) or min(even, odd) * 8 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guessed(content: bytes) -> str | None:
    from charset_normalizer import from_bytes  # guesses only where nothing else tells

    best = from_bytes(content[:200_000], cp_isolation=_GUESSED).best()
    if best is None:
        return None
    western = _text(content, "cp1252")  # whose neighbours differ in a few letters only, which are hard to tell apart
    if best.encoding in ("cp1250", "cp1254") and western and is_of_little_words(western):
        return western
    return content.decode(best.encoding, errors="replace")
