"""Before and after an event stands only what was surely over, or surely had not begun."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates.parse import parse_edtf
from generator.records.schema import Event
from generator.records.texts import Text
from generator.story.neighbours import InOrder


def event(date: str, key: str = "") -> Event:
    """An event of which only the date matters."""
    importance = 4 if date.endswith("!") else 3
    parsed = parse_edtf(date.rstrip("!"))
    title = Text.model_construct(by_language={"en": date})
    return Event.model_construct(
        id=key or date, title=title, date=parsed, kind="meeting", evidence=(), withdrawn=None, importance=importance
    )


@pytest.mark.parametrize(
    ("date", "others", "before", "after"),
    [
        ("2031-05-02", ["2031-05-01", "2031-05-03"], "2031-05-01", "2031-05-03"),
        # Of one day nobody knows the order, nor of a day and its month.
        ("2031-05-02", ["2031-05-02"], None, None),
        ("2031-05-02", ["2031-05", "2031-04", "2031-06"], "2031-04", "2031-06"),
        ("2031-05-02", ["2031-05-02T09:00Z", "../2031-05-02", "2031-05-02/.."], None, None),
        ("2031-05-02T10:00Z", ["2031-05-02T09:00Z", "2031-05-02T11:00Z"], "2031-05-02T09:00Z", "2031-05-02T11:00Z"),
        # What is open on one side can be over before, or not yet begun, only on the other.
        ("2031-05-02", ["../2031-05-01"], "../2031-05-01", None),
        ("2031-05-02", ["2031-05-03/.."], None, "2031-05-03/.."),
        ("2031-05-02/..", ["2031-05-09"], None, None),
        # The one whose own date is nearest, not the one whose year is.
        ("2031-05-02", ["2032", "2032-02-02"], None, "2032-02-02"),
        ("2031-05-02", ["2030", "2030-02-02"], "2030-02-02", None),
        # What lasts has begun when it begins, and is over when it ends.
        ("2031-05-02", ["2031-06-01/2031-06-09", "2031-06-02"], None, "2031-06-01/2031-06-09"),
        ("2031-05-02", ["2031-04-01/2031-04-09", "2031-04-08"], "2031-04-01/2031-04-09", None),
        ("2031-05-02", ["[2031-06-01..2031-06-09]", "2031-06-02"], None, "2031-06-02"),
        # What is uncertain may be a little earlier or later than it says.
        ("2031-05-02", ["2031-05-01~", "2031-05-03?", "2031-03-20?", "2031-06-20~"], "2031-03-20?", "2031-06-20~"),
        ("2031-05-02?", ["2031-05-01", "2031-05-03", "2031-03-01"], "2031-03-01", None),
        ("2031-05-02", ["2031-04~", "2030?", "2028?"], "2028?", None),
        # Of one day, the more important one.
        ("2031-05-02", ["2031-05-01!", "2031-05-01"], "2031-05-01!", None),
        ("2031-05-02", ["2031-05-03", "2031-05-03!"], None, "2031-05-03!"),
    ],
)
def test_only_what_is_surely_in_order_is(date: str, others: list[str], before: str | None, after: str | None) -> None:
    it = event(date, "it")
    order = InOrder([it, *map(event, others)])
    found = order.before(it), order.after(it)
    assert tuple(one and one.id for one in found) == (before, after)


DATES = st.sampled_from(
    ["2031", "2031-05", "2031-05-02", "2031-05-02/2031-06-01", "../2031-04", "2031-06-07/..", "2030-12"]
)


@given(st.lists(DATES, min_size=1, max_size=9))
def test_what_is_before_and_after_never_overlaps(dates: list[str]) -> None:
    events = [event(date, f"{number}") for number, date in enumerate(dates)]
    order = InOrder(events)
    for one in events:
        before, after = order.before(one), order.after(one)
        assert (before is not None) == any(other.date.latest < one.date.earliest for other in events)
        assert (after is not None) == any(other.date.earliest > one.date.latest for other in events)
        assert before is None or before.date.latest < one.date.earliest
        assert after is None or after.date.earliest > one.date.latest
