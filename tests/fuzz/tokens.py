"""What parsers stumble over: signs of YAML, JSON, HTML and dates, controls, numbers and what is no UTF-8."""

TOKENS = (
    *(b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\r", b"\r\n", b"\t", b"\x1b", b"\x7f"),
    *(text.encode() for text in ("\x85", "\u2028", "\u2029", "\u202e", "\ufffe", "İ", "ﬃ", "٣", "e\u0301")),
    *(b"&a ", b"*a", b"&a [*a, *a]", b"<<: *a", b"!!python/none ", b"%YAML 9.9\n", b"---\n", b"...\n", b"? ", b": "),
    *(b"[", b"]", b"{", b"}", b"- ", b"- - - ", b"|\n", b">9\n", b"'", b'"', b"#", b" #a", b"`", b"@", b","),
    *(b"9" * 5000, b"-1", b"1e999", b"1E24", b"Y-99999", b"0x_1", b"NaN", b"Infinity", b"null", b"true", b"~", b"X"),
    *(b"\\ud800", b"\\u2028", b"\\x00", b"&#x110000;", b"<a><div>", b"](", b"//[", b"http://[", b"../..", b"%"),
    *(b"en-" + b"-".join([b"aaaaaaaa"] * 50), b"SQLite format 3\x00", b"{}", b"[]", b'""'),
)


def dictionary() -> str:
    """The shorter ones, as libFuzzer reads them."""
    words = ["".join(f"\\x{byte:02x}" for byte in token) for token in TOKENS if len(token) <= 60]
    return "".join(f'"{word}"\n' for word in words)
