"""Inputs for hypothesis: seeds that were cut, repeated, nested, and interspersed with what parsers stumble over."""

from collections.abc import Sequence

from hypothesis import strategies as st

from tests.fuzz.tokens import TOKENS


@st.composite
def spoilt(draw: st.DrawFn, seeds: Sequence[bytes]) -> bytes:
    """One of some seeds, spoilt in one to four places."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        part = data[start:end]
        data = data[:start] + draw(_instead(part, seeds)) + data[draw(st.sampled_from((start, end))) :]
    return data


def _instead(part: bytes, seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """What may stand in the place of a part."""
    times = st.sampled_from((2, 30, 1000))
    return st.one_of(
        st.just(b""),
        st.sampled_from(TOKENS),
        st.binary(max_size=8),
        st.text(max_size=8).map(str.encode),
        st.builds(lambda token, often: (token * often)[:10_000], st.sampled_from((*TOKENS, part)), times),
        st.builds(lambda pair, often: pair[0] * often + part + pair[1] * often, st.sampled_from(_PAIRS), times),
        st.sampled_from(seeds).flatmap(lambda other: st.integers(0, len(other)).map(lambda at: other[at:])),
    )


_PAIRS = ((b"[", b"]"), (b"{a: ", b"}"), (b'{"a":', b"}"), (b"*", b"*"), (b"<b>", b"</b>"), (b"'", b"'"))
